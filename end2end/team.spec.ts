// What changes the whole team: each test has a house of its own.

import { expect, test as playwright } from './fixtures.ts';
import { expectAccessible } from './sound.ts';
import { type Member, anotherDesk, found, join, setUpSecondFactor } from './team.ts';

const test = playwright.extend<{ founder: Member }>({
  baseURL: ({ fresh }, use) => use(fresh.url),
  founder: async ({ page }, use) => use(await found(page)),
});

test('the team gets another name, and bears it everywhere', async ({ page, fresh, founder: _, browser, javaScriptEnabled, hasScripts }) => {
  await page.goto('/team');
  if (hasScripts) await expectAccessible(page);
  await page.getByLabel('팀 이름').fill('');
  await page.getByRole('button', { name: '저장' }).click();
  await expect(page.getByLabel('팀 이름')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('팀 이름').fill('낮의 데이터');
  await page.getByRole('button', { name: '저장' }).click();
  await expect(page.getByRole('status')).toHaveText('팀 정보를 저장했어요.');
  await expect(page.locator('.bar .mark')).toContainText('낮의 데이터');
  await expect(page).toHaveTitle(/낮의 데이터/);

  await page.goto('/settings/leave');
  await expect(page.getByRole('main')).toContainText('낮의 데이터를 떠나면');
  const desk = await anotherDesk(browser, fresh, await join(fresh), { javaScriptEnabled });
  await desk.goto('/posts');
  await expect(desk.locator('.bar .mark')).toContainText('낮의 데이터');
  await desk.context().clearCookies();
  await desk.goto('/sign-in');
  await expect(desk.getByRole('banner')).toContainText('낮의 데이터');
  await desk.close();
});

test('a second factor for everybody closes the house to who has none yet', async ({ page, fresh, founder, browser, javaScriptEnabled, hasScripts }) => {
  const member = await join(fresh);
  const desk = await anotherDesk(browser, fresh, member, { javaScriptEnabled });
  await desk.goto('/posts');

  await page.goto('/team');
  await page.getByLabel('모두 2단계 인증 쓰기').check();
  await page.getByRole('button', { name: '저장' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '먼저 내 2단계 인증을 설정해 주세요.' })).toBeVisible();
  await page.getByRole('link', { name: '2단계 인증 설정하기' }).click();
  await setUpSecondFactor(page, founder);
  await page.goto('/team');
  await expect(page.getByLabel('모두 2단계 인증 쓰기')).toHaveAccessibleDescription(/멤버가 1명 있어요/);
  await page.getByLabel('모두 2단계 인증 쓰기').check();
  await page.getByRole('button', { name: '저장' }).click();
  await expect(page.getByRole('status')).toHaveText('팀 정보를 저장했어요.');

  for (const address of ['/', '/posts', '/settings', '/members']) {
    await desk.goto(address);
    await expect(desk, address).toHaveURL('/settings/second-factor');
  }
  if (hasScripts) await expectAccessible(desk);
  await expect(desk.getByRole('navigation', { name: '설정' }), 'no way leads elsewhere').toHaveCount(0);
  await setUpSecondFactor(desk, member);
  if (hasScripts) await expectAccessible(desk);
  await desk.getByRole('main').getByRole('link').click();
  await expect(desk).toHaveURL('/');
  await desk.goto('/settings/second-factor');
  await expect(desk.getByRole('button', { name: '끄기' }), 'nor is it turned off').toHaveCount(0);
  await desk.close();
});
