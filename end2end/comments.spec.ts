import { expect, test } from './fixtures.ts';
import { expectAccessible, expectToFit } from './sound.ts';
import { anotherDesk, join, write } from './team.ts';

const BODY = '# 시작\n\n쉬는 데에도 **품(힘)**이 든다. 그래도 쉬어야 한다.\n\n# 다음\n\n배포는 금요일을 피한다.\n';

test('a thread is begun under a heading, answered, told of, and resolved', async ({ browser, server, desk, javaScriptEnabled, hasScripts }) => {
  const colleague = await join(server);
  const post = await write(desk, server, { kind: 'write_up', title: '쉼에 대해', body: BODY });
  const page = await anotherDesk(browser, server, colleague, { javaScriptEnabled });
  await page.goto(post);
  const way = page.getByRole('link', { name: '“시작”에 댓글 쓰기' });
  await way.focus();
  await way.press('Enter');
  await expect(page.locator('#comment-form .about')).toContainText('“시작”에 대해');
  await page.getByRole('textbox', { name: '댓글', exact: true }).fill('정말 **그래요**?');
  await page.getByRole('button', { name: '남기기' }).click();
  await expect(page).toHaveURL(/#comment-\d+$/);
  await expect(page.getByRole('status')).toHaveText('댓글을 남겼어요.');
  await expect(page.locator('.comment .words strong')).toHaveText('그래요');
  await expect(page.getByRole('link', { name: '“시작”에 달린 댓글 1개' })).toBeVisible();

  await desk.goto('/');
  await desk.getByLabel(/새 소식이 있어요/).click();
  await desk.getByRole('link', { name: '내 소식' }).click();
  await expect(desk.getByRole('listitem').filter({ hasText: '내 글에 댓글을 남겼어요' })).toContainText('아직 안 읽음');
  if (hasScripts) await expectAccessible(desk);
  await desk.getByRole('link', { name: '쉼에 대해' }).click();
  await expect(desk).toHaveURL(/#comment-\d+$/);
  await expect(desk.getByLabel(/새 소식이 있어요/)).toHaveCount(0);
  await desk.locator('summary', { hasText: '답하기' }).click();
  await desk.getByLabel(/댓글에 답하기$/).fill('그럼요.');
  await desk.locator('.reply').getByRole('button', { name: '남기기' }).click();
  await expect(desk.locator('.comment')).toHaveCount(2);
  await desk.getByRole('button', { name: '해결됨으로 표시' }).click();
  await expect(desk.locator('.thread summary', { hasText: '해결됨으로 표시했어요' })).toBeVisible();
  await expect(desk.locator('.comment').first()).toBeHidden();
  if (hasScripts) await expectAccessible(desk);
  await page.close();
});

test('a comment that is wrong comes back, is changed, and is deleted after a question', async ({ server, desk }) => {
  const post = await write(desk, server, { kind: 'write_up', title: '고치는 댓글', body: BODY });
  await desk.goto(post);
  await desk.getByRole('button', { name: '남기기' }).click();
  await expect(desk.getByRole('textbox', { name: '댓글', exact: true })).toHaveAccessibleDescription(/비어 있어요/);
  await desk.getByRole('textbox', { name: '댓글', exact: true }).fill('첫 말');
  await desk.getByRole('button', { name: '남기기' }).click();
  await desk.locator('.comment').getByRole('link', { name: '고치기' }).click();
  await desk.getByRole('textbox', { name: '댓글', exact: true }).fill('고친 말');
  await desk.getByRole('button', { name: '저장' }).click();
  await expect(desk.locator('.comment')).toContainText('고친 말');
  await desk.getByRole('button', { name: '지우기' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: '지우기' }).click();
  await expect(desk.getByRole('status')).toHaveText('댓글을 지웠어요.');
  await expect(desk.locator('.comment')).toHaveCount(0);
});

test('selected words are commented on, and marked where they stand', { tag: '@javascript' }, async ({ server, desk, hasScripts }) => {
  test.skip(!hasScripts, 'a selection is the browser\'s');
  const post = await write(desk, server, { kind: 'write_up', title: '고른 말', body: BODY });
  await desk.goto(post);
  const offer = desk.getByRole('button', { name: '여기에 댓글 쓰기' });
  await expect(offer).toBeHidden();
  await desk.getByText('배포는 금요일을 피한다.').click({ clickCount: 3 });
  await expect(offer).toBeVisible();
  await offer.click();
  await expect(desk.locator('#comment-form .quote')).toHaveText('배포는 금요일을 피한다.');
  await expect(desk.getByRole('textbox', { name: '댓글', exact: true })).toBeFocused();
  await desk.getByRole('link', { name: '글 전체에 쓰기' }).click();
  await expect(desk.locator('#comment-form .quote')).toBeHidden();

  await desk.getByText('쉬는 데에도').selectText();
  await offer.focus();
  await offer.press('Enter');
  await desk.getByRole('textbox', { name: '댓글', exact: true }).fill('왜 그럴까요?');
  await desk.getByRole('button', { name: '남기기' }).click();
  await expect(desk.locator('.thread .quote')).toHaveText('쉬는 데에도 품(힘)이 든다. 그래도 쉬어야 한다.');
  const marked = await desk.evaluate(() => [...(CSS.highlights.get('commented') ?? [])].map(String));
  expect(marked).toEqual(['쉬는 데에도 품(힘)이 든다. 그래도 쉬어야 한다.']);
  await expectAccessible(desk);
});

for (const [width, scheme] of [[360, 'light'], [360, 'dark'], [1280, 'light'], [1280, 'dark']] as const) {
  test(`comments fit ${width} px by ${scheme}`, async ({ server, desk, hasScripts }) => {
    await desk.setViewportSize({ width, height: 900 });
    await desk.emulateMedia({ colorScheme: scheme });
    const post = await write(desk, server, { kind: 'write_up', title: '여러 댓글', body: BODY });
    for (const words of ['짧은 말', `긴 주소 https://example.com/${'a'.repeat(120)}`, '```\n아주 긴 코드 한 줄 '.concat('x'.repeat(200), '\n```')]) {
      await desk.goto(post);
      await desk.getByRole('textbox', { name: '댓글', exact: true }).fill(words);
      await desk.getByRole('button', { name: '남기기' }).last().click();
      await expect(desk.getByRole('status')).toHaveText('댓글을 남겼어요.');
    }
    await expectToFit(desk);
    if (hasScripts) await expectAccessible(desk);
    await desk.goto('/notices');
    await expectToFit(desk);
  });
}
