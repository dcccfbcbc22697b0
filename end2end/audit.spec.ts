import { expect, test } from './fixtures.ts';
import { expectAccessible, expectToFit } from './sound.ts';
import { anotherDesk, join } from './team.ts';

test('what was done is told in Korean and in English', async ({ desk, office, server, member, browser, javaScriptEnabled, hasScripts }) => {
  await desk.goto('/settings/tokens');
  await desk.getByLabel('이름', { exact: true }).fill('백업');
  await desk.getByLabel('지금 비밀번호').fill(member.password);
  await desk.getByRole('button', { name: '토큰 만들기' }).click();
  const token = await desk.getByLabel('새 토큰').inputValue();
  await desk.goto('/sign-in');
  await office.goto(`${server.url}/members`);
  await office.getByRole('link', { name: member.name }).click();
  await office.getByLabel('역할', { exact: true }).selectOption('관리자');
  await office.getByRole('button', { name: '역할 바꾸기' }).click();
  await office.getByRole('button', { name: '모든 곳에서 내보내기' }).first().click();
  await office.getByRole('dialog').getByRole('button', { name: '모든 곳에서 내보내기' }).click();
  await expect(office.getByRole('status')).toHaveText('모든 곳에서 내보냈어요.');

  await office.getByRole('link', { name: '이 멤버의 기록 보기' }).click();
  await expect(office).toHaveURL(/\/audit\?member=\d+$/);
  const name = member.name;
  const deeds = office.getByRole('main').locator('.deeds').getByRole('listitem');
  await expect(deeds.locator('p:first-child')).toHaveText([
    `김지은님이 ${name}님을 들어와 있던 곳에서 내보냈어요.`,
    `김지은님이 ${name}님의 역할을 관리자로 바꿨어요.`,
    `${name}님이 API 토큰 “백업”을 만들었어요.`,
    `${name}님이 들어왔어요 (Chrome, Linux).`,
    `명령줄에서 ${name}님을 멤버로 더했어요.`,
  ]);
  await expect(deeds.first()).toContainText('198.51.');
  await expect(deeds.last()).toContainText('명령줄');
  expect(await office.content()).not.toContain(token);
  if (hasScripts) await expectAccessible(office);

  const owner = await join(server, { role: 'owner', language: 'en' });
  const english = await anotherDesk(browser, server, owner, { locale: 'en-GB', javaScriptEnabled });
  await english.setViewportSize({ width: 360, height: 740 });
  await english.goto('/audit');
  await english.getByLabel('Member').selectOption(name);
  await english.getByRole('button', { name: 'Show' }).click();
  const told = english.getByRole('main').locator('.deeds').getByRole('listitem').locator('p:first-child');
  await expect(told).toHaveText([
    `김지은 ended ${name}'s sign-ins.`,
    `김지은 changed ${name}'s role to admin.`,
    `${name} made their API token “백업”.`,
    `${name} signed in (Chrome, Linux).`,
    `The command line added ${name} as member.`,
  ]);
  await expectToFit(english);
  await english.close();
});
