// Every page that people look at most, to be looked at: `end2end/screenshots/NAME-WIDTH-THEME-LANGUAGE.png`.

import { join as path } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test as team } from './fixtures.ts';
import { Server } from './server.ts';
import { signIn } from './team.ts';

const FOLDER = path(import.meta.dirname, 'screenshots');
const README_PICTURE = path(import.meta.dirname, '../docs/screenshot.png');
/** A browser without a screen has no scroll bar, but keeps the place for one. */
const NO_GUTTER = 'html { scrollbar-gutter: auto }';
const WIDTHS = { 360: 780, 1280: 860 };
/** In the language they read in. */
const READERS = {
  ko: { email: 'jieun@example.com', locale: 'ko-KR', long: '반기 편지: 3주를 쉬고 왔다' },
  en: { email: 'ada@example.com', locale: 'en-GB', long: '반기 편지: 3주를 쉬고 왔다' },
};

const test = team.extend<object, { demo: Server }>({
  demo: [
    async ({}, use) => {
      const demo = await Server.start({ flags: ['--demo'] });
      await use(demo);
      await demo.stop();
    },
    { scope: 'worker' },
  ],
});

for (const [language, { email, locale, long }] of Object.entries(READERS)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${language}, ${colorScheme}`, { tag: '@javascript' }, () => {
      test.use({ locale, colorScheme, bypassCSP: true, baseURL: ({ demo }, use) => use(demo.url) });

      test('the demo team has its picture taken', async ({ page, demo, fresh }) => {
        test.setTimeout(180_000);
        const take = async (name: string) => {
          for (const [width, height] of Object.entries(WIDTHS)) {
            await page.setViewportSize({ width: Number(width), height });
            const file = `${name}-${width}-${colorScheme}-${language}.png`;
            await page.screenshot({ path: path(FOLDER, file), fullPage: true, style: NO_GUTTER });
          }
        };
        await page.goto(`${fresh.url}/welcome`);
        await take('welcome');
        await page.goto('/sign-in?next=/posts');
        await take('sign-in');

        const password = /password: (.+)/.exec(demo.log)?.[1] ?? '';
        expect(demo.log).toContain(email);
        await signIn(page, demo, { name: '', email, password });
        await page.goto('/');
        await take('home');
        if (process.env.DASI_SCREENSHOT && language === 'ko' && colorScheme === 'light') {
          await page.setViewportSize({ width: 1280, height: 860 });
          await page.screenshot({ path: README_PICTURE, style: NO_GUTTER });
        }
        await page.goto('/posts');
        const post = await page.getByRole('link', { name: long }).getAttribute('href');
        await take('list');
        await page.goto(post ?? '');
        await take('post');
        await page.goto('/reminders');
        await take('reminders');
        await openEditor(page);
        await take('editor');
        await myRooms(page, password, take);
        if (language === 'en') {
          await page.goto('/members');
          await take('members-as-a-member');
          await demo.run(['member', 'role', email, 'admin']);
        }
        const link = await theHouse(page, take);
        if (language === 'en') await demo.run(['member', 'role', email, 'member']);
        await theDoors(page, link, take);
      });
    });
  }
}

type Take = (name: string) => Promise<void>;

/** What is behind one's settings. */
async function myRooms(page: Page, password: string, take: Take): Promise<void> {
  await page.goto('/settings');
  await take('settings');
  for (const room of ['ways-in', 'sign-ins', 'tokens', 'leave', 'second-factor']) {
    await page.goto(`/settings/${room}`);
    await take(room);
  }
  await page.locator('main form[action="/settings/second-factor"] button').click();
  await take('second-factor-setting-up');
  await page.goto('/settings/tokens');
  await page.locator('[name=name]').fill('nightly backup');
  await page.locator('main [name=password]').fill(password);
  await page.locator('main form[action="/settings/tokens"] button').click();
  await take('tokens-made');
}

/** What those who look after the house see of it; the link of an invitation comes back. */
async function theHouse(page: Page, take: Take): Promise<string> {
  await page.goto('/members');
  await take('members');
  await page.locator('main .people a').filter({ hasText: '박민수' }).click();
  await take('member');
  for (const room of ['invitations', 'team', 'audit', 'mail']) {
    await page.goto(`/${room}`);
    await take(room);
  }
  await page.goto('/invitations');
  await page.locator('main .lines a').first().click();
  await take('invitation');
  await page.goto('/invitations');
  await page.locator('main form[action="/invitations"] button').click();
  const link = await page.locator('#link').inputValue();
  await take('invitation-link');
  await page.locator('main [popovertarget]').first().click();
  await take('invitation-question');
  return link;
}

/** What is shown to who is not signed in; `link` is an invitation's. */
async function theDoors(page: Page, link: string, take: Take): Promise<void> {
  await page.context().clearCookies();
  await page.goto(link);
  await take('join');
  await page.goto('/forgot');
  await take('forgot');
  await page.goto('/reset/forged');
  await take('closed');
}

/** The first post of one's own, being edited, with a key pressed so that the preview is drawn. */
async function openEditor(page: Page): Promise<void> {
  await page.goto('/posts/new?kind=retrospective');
  await expect(page.locator('html')).toHaveAttribute('data-awake');
  await page.locator('[name=title]').fill('하반기를 돌아보며');
  await page.locator('[name=body]').fill(DRAFT);
  await expect(page.locator('.preview .words')).toContainText('금요일');
}

const DRAFT = `# 잘한 것

새벽에 깨는 날이 한 달에 **아홉 번에서 한 번**으로 줄었다. 알림을 늘린 것이 아니라 절반으로 줄였다.

> 쉬는 데에도 품이 든다.

# 바꿀 것

- [x] 배포 전 점검표를 한 장으로
- [ ] 금요일에는 배포하지 않기

:::internal
고객 이름은 여기에만 적는다.
:::
`;
