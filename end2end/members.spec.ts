import { type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectAccessible, expectToFit } from './sound.ts';
import { anotherDesk, found, join, write } from './team.ts';

/** Opens somebody's page, from the list. */
async function meet(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel(/님의 메뉴$/).click();
  await page.getByRole('link', { name: '팀 돌보기' }).click();
  await page.getByRole('main').getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}

test('an admin makes somebody an admin', async ({ browser, server, desk, member, javaScriptEnabled, hasScripts }) => {
  const admin = await anotherDesk(browser, server, await join(server, { role: 'admin' }), { javaScriptEnabled });
  await meet(admin, member.name);
  const roles = admin.getByLabel('역할', { exact: true });
  await expect(roles.locator('option'), 'an admin makes nobody an owner').toHaveText(['관리자', '멤버']);
  await roles.selectOption('관리자');
  await admin.getByRole('button', { name: '역할 바꾸기' }).click();
  await expect(admin.getByRole('status')).toHaveText('역할을 바꿨어요.');
  if (hasScripts) await expectAccessible(admin);

  await desk.goto('/members');
  await expect(desk.getByRole('navigation', { name: '팀 돌보기' })).toBeVisible();
  await admin.close();
});

test('a member leaves: signed out at once, and their words stay under their name', async ({ desk, office, server, member }) => {
  const colleague = await join(server);
  const title = `남는 글 ${crypto.randomUUID().slice(0, 8)}`;
  const post = await write(desk, server, { kind: 'write_up', title, body: '남는 말.' });
  const alone = await write(desk, server, { kind: 'write_up', title: '나만의 글', body: '비밀.', audience: 'only_me' });
  await desk.goto(post);

  await office.goto(`${server.url}/members`);
  await office.getByRole('link', { name: member.name }).click();
  const leave = office.getByRole('button', { name: '떠난 멤버로 바꾸기' });
  await leave.click();
  await expect(office.getByLabel('이어받을 동료')).toHaveAccessibleDescription(/비어 있어요/);
  await office.getByLabel('이어받을 동료').selectOption(colleague.name);
  await leave.click();
  await expect(office.getByRole('status')).toHaveText('떠난 멤버로 바꿨어요.');
  await expect(office.getByText(`하던 일은 ${colleague.name}님이 이어받았어요.`)).toBeVisible();

  await desk.reload();
  await expect(desk).toHaveURL(/\/sign-in\?next=/);
  await office.goto(server.url + post);
  await expect(office.locator('article .by')).toContainText(member.name);
  await expect(office.getByRole('main')).toContainText('남는 말.');
  expect((await office.request.get(server.url + alone)).status(), 'nobody inherits what was for them alone').toBe(404);

  await desk.getByLabel('메일 주소').fill(member.email);
  await desk.getByLabel('비밀번호').fill(member.password);
  await desk.getByRole('button', { name: '들어가기' }).click();
  await expect(desk, 'they may come back to what they wrote').toHaveURL(post);
  await expect(desk.getByRole('link', { name: '쓰기', exact: true })).toHaveCount(0);
});

test('a member leaves by themselves', async ({ desk, office, server, member, hasScripts }) => {
  const colleague = await join(server);
  await desk.goto('/settings');
  await desk.getByRole('link', { name: '팀 떠나기' }).click();
  if (hasScripts) await expectAccessible(desk);
  await expect(desk.getByRole('link', { name: '머물기' })).toHaveAttribute('href', '/settings');
  await desk.getByLabel('이어받을 동료').selectOption(colleague.name);
  await desk.getByRole('button', { name: '팀 떠나기' }).click();
  await expect(desk).toHaveURL('/sign-in');
  await expect(desk.getByRole('status')).toHaveText('함께해 주셔서 고마웠어요. 쓴 글은 여기 그대로 있어요.');

  await office.goto(`${server.url}/members`);
  await office.getByRole('link', { name: member.name }).click();
  await office.getByRole('button', { name: '멤버로 다시 부르기' }).click();
  await expect(office.getByRole('status')).toHaveText('다시 멤버가 됐어요.');
});
test('the last owner is told why they cannot leave', async ({ browser, fresh, javaScriptEnabled, hasScripts }) => {
  const office = await browser.newPage({ baseURL: fresh.url, locale: 'ko-KR', javaScriptEnabled });
  await found(office); // in the house that others use, there may be more owners
  await office.goto('/settings/leave');
  await expect(office.getByRole('main')).toContainText('하나뿐인 소유자는 떠날 수 없어요.');
  await expect(office.getByRole('button', { name: '팀 떠나기' })).toHaveCount(0);
  if (hasScripts) await expectAccessible(office);
  await office.getByRole('main').getByRole('link', { name: '멤버' }).click();
  await office.getByRole('main').getByRole('link', { name: '김지은' }).click();
  await expect(office.getByRole('main')).toContainText('하나뿐인 소유자예요.');
  await expect(office.getByLabel('역할', { exact: true })).toHaveCount(0);
  await office.close();
});

test('a member sees who is here, and no office', async ({ desk, member, hasScripts }) => {
  await desk.setViewportSize({ width: 360, height: 740 });
  await desk.goto('/');
  await desk.getByLabel(/님의 메뉴$/).click();
  await expect(desk.getByRole('link', { name: '팀 돌보기' })).toHaveCount(0);
  await desk.getByRole('link', { name: '멤버', exact: true }).click();
  const people = desk.getByRole('main').getByRole('listitem');
  await expect(people.filter({ hasText: member.name })).toContainText('멤버');
  await expect(people.filter({ hasText: '김지은' })).toContainText('소유자');
  await expect(desk.getByRole('main')).not.toContainText('@example.com');
  await expect(desk.getByRole('main').getByRole('link')).toHaveCount(0);
  await expect(desk.getByRole('navigation', { name: '팀 돌보기' })).toHaveCount(0);
  if (hasScripts) await expectAccessible(desk);
  await expectToFit(desk);
  for (const office of ['/members/1', '/invitations', '/team', '/audit', '/mail']) {
    expect((await desk.request.get(office)).status(), office).toBe(403);
  }
});
