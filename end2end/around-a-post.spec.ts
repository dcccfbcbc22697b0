import { expect, test } from './fixtures.ts';
import { expectAccessible, expectToFit } from './sound.ts';
import { NEXT_YEAR, anotherDesk, join, write } from './team.ts';

test('a post goes into the trash, comes back, and is deleted for good', async ({ desk, server, hasScripts }) => {
  const title = `버린 글 ${crypto.randomUUID().slice(0, 8)}`;
  const post = await write(desk, server, { kind: 'write_up', title, body: '남는 말.' });
  await desk.goto(post);
  await desk.getByRole('button', { name: '휴지통에 넣기' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: '휴지통에 넣기' }).click();
  await expect(desk.getByRole('status')).toHaveText('휴지통에 넣었어요.');
  await expect(desk.getByRole('main')).toContainText('30일 뒤 완전히 지워져요.');
  if (hasScripts) await expectAccessible(desk);
  await desk.goto('/posts');
  await expect(desk.getByRole('main')).not.toContainText(title);
  await desk.getByRole('link', { name: '휴지통' }).click();
  if (hasScripts) await expectAccessible(desk);
  await expectToFit(desk);
  await desk.getByRole('button', { name: '꺼내기' }).click();
  await expect(desk).toHaveURL(post);
  await expect(desk.getByRole('main')).toContainText('남는 말.');

  await desk.getByRole('button', { name: '휴지통에 넣기' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: '휴지통에 넣기' }).click();
  await desk.goto('/trash');
  await desk.getByRole('button', { name: '완전히 지우기' }).click();
  const question = desk.getByRole('dialog');
  await expect(question).toContainText('되돌릴 수 없어요');
  await question.getByRole('button', { name: '완전히 지우기' }).click();
  await expect(desk.getByRole('status')).toHaveText('완전히 지웠어요.');
  expect((await desk.request.get(post)).status()).toBe(404);
});

test('two write along, and a third reads it first', async ({ browser, server, desk, member, javaScriptEnabled, hasScripts }) => {
  const [second, reader] = [await join(server), await join(server)];
  const title = `함께 쓴 글 ${crypto.randomUUID().slice(0, 8)}`;
  const body = '## 왜\n\n줄이 늘었다.\n';
  const post = await write(desk, server, { kind: 'write_up', title, body, audience: 'only_me' });
  await desk.goto(post);
  await desk.getByRole('link', { name: '지은이', exact: true }).click();
  await desk.getByLabel('멤버').selectOption({ label: (await optionOf(desk.getByLabel('멤버'), second.name)) });
  await desk.getByRole('button', { name: '지은이로 더하기' }).click();
  await expect(desk.getByRole('status')).toHaveText('지은이로 더했어요.');
  if (hasScripts) await expectAccessible(desk);
  await expectToFit(desk);

  const other = await anotherDesk(browser, server, second, { javaScriptEnabled });
  await other.goto(post);
  await expect(other.locator('.by')).toContainText(`${member.name}, ${second.name}`);
  await other.getByRole('link', { name: '검토 부탁하기' }).click();
  await other.getByLabel('읽어 줄 동료').selectOption({ label: (await optionOf(other.getByLabel('읽어 줄 동료'), reader.name)) });
  await other.getByLabel('언제까지').fill(`${NEXT_YEAR}-12-01`);
  await other.getByRole('button', { name: '검토 부탁하기' }).click();
  await expect(other.getByRole('status')).toHaveText('검토를 부탁했어요.');
  await expect(other.locator('article .kind')).toContainText('검토 중');

  const third = await anotherDesk(browser, server, reader, { javaScriptEnabled });
  await third.goto('/');
  await third.getByRole('main').getByRole('link', { name: title }).first().click(); // what waits for them stands before what the team wrote
  await third.getByRole('link', { name: '3번째 줄에 댓글 달기' }).click();
  await third.getByLabel('댓글', { exact: true }).fill('얼마나 늘었나요?');
  await third.getByRole('button', { name: '댓글 남기기' }).click();
  await expect(third.locator('#line-3')).toContainText('얼마나 늘었나요?');
  if (hasScripts) await expectAccessible(third);
  await third.setViewportSize({ width: 360, height: 740 });
  await expectToFit(third);
  await third.getByLabel('읽어 보니').selectOption('이대로 좋아요');
  await third.getByRole('button', { name: '답 보내기' }).click();
  await expect(third.getByRole('status')).toHaveText('답을 보냈어요.');

  await other.reload();
  await expect(other.getByRole('main')).toContainText(`${reader.name}님이 좋다고 했어요.`);
  await other.getByRole('button', { name: '나눈 글로 표시' }).click();
  await expect(other.locator('article .kind')).toContainText('나눔');
  await other.close();
  await third.close();
});

test('a template is changed, and a new post begins with it', async ({ desk, hasScripts }) => {
  const name = `우리 틀 ${crypto.randomUUID().slice(0, 8)}`;
  await desk.goto('/posts/new');
  if (hasScripts) await expectAccessible(desk);
  await desk.getByRole('link', { name: '글 틀' }).click();
  if (hasScripts) await expectAccessible(desk);
  await expectToFit(desk);
  await desk.getByRole('link', { name: '새 틀 만들기' }).click();
  await desk.getByLabel('글의 종류').selectOption('기술 글');
  await desk.getByLabel('이름').fill(name);
  await desk.getByLabel('틀', { exact: true }).fill('## 달라진 것\n\n무엇이 왜 달라졌는지.\n');
  await desk.getByRole('button', { name: '저장' }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText(name);
  if (hasScripts) await expectAccessible(desk);
  await desk.goto('/posts/new');
  await desk.getByRole('link', { name }).click();
  await expect(desk.getByLabel('본문')).toHaveValue('## 달라진 것\n\n무엇이 왜 달라졌는지.\n');
});

test('what is past its day says so, until somebody says that it is still true', async ({ desk, server, hasScripts }) => {
  const post = await write(desk, server, { kind: 'write_up', title: '낡은 글', body: '말.', check_by: '2025-01-31' });
  await desk.goto('/');
  await expect(desk.getByRole('main')).toContainText('다시 볼 내 글');
  await desk.goto(post);
  await expect(desk.getByRole('note')).toContainText('이제는 맞지 않을 수 있어요');
  if (hasScripts) await expectAccessible(desk);
  await desk.setViewportSize({ width: 360, height: 740 });
  await expectToFit(desk);
  await desk.getByRole('button', { name: /6개월 뒤에/ }).click();
  await expect(desk.getByRole('status')).toHaveText('다시 볼 날을 미뤘어요.');
  await expect(desk.getByRole('note')).toHaveCount(0);
});

/** The whole label of the option that begins with a name: the handle stands behind it. */
async function optionOf(select: import('@playwright/test').Locator, name: string): Promise<string> {
  const labels = await select.locator('option').allTextContents();
  const found = labels.find((label) => label.startsWith(name));
  expect(found, `${name} is offered`).toBeDefined();
  return found ?? '';
}
