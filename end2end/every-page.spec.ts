import { readFileSync } from 'node:fs';
import { join as path } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { Complaints, expectAccessible, expectToFit } from './sound.ts';
import { NEXT_YEAR, invite, join, remind, signIn, write } from './team.ts';

const EVERYTHING = readFileSync(path(import.meta.dirname, 'fixtures/everything.md'), 'utf8');
const LOCALES = { ko: 'ko-KR', en: 'en-GB' };

/** Colours and sizes do not ask each other, so two visits see both of both. Without a script one is enough. */
const VISITS = [
  { where: 'on a desk by day', tag: ['@javascript'], colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { where: 'on a phone at night', tag: [], colorScheme: 'dark', viewport: { width: 360, height: 740 } },
] as const;

for (const [language, locale] of Object.entries(LOCALES)) {
  for (const { where, tag, ...use } of VISITS) {
    test.describe(`in ${language}, ${where}`, { tag: [...tag] }, () => {
      test.use({ locale, ...use });

      test('every page of the house is sound', async ({ page, server, owner: _, hasScripts }) => {
        test.setTimeout(90_000);
        const member = await join(server, { role: 'owner', language });
        await signIn(page, server, member);
        const full = { title: '모두 있는 글', summary: '요약.', body: EVERYTHING, tags: '하나 둘' };
        const post = await write(page, server, { kind: 'write_up', ...full });
        const empty = { title: '제목만 있는 글', body: '', audience: 'only_me' };
        const alone = await write(page, server, { kind: 'retrospective', ...empty });
        await remind(page, server, post, `${NEXT_YEAR}-03-01T09:00`);
        await remind(page, server, alone, `${NEXT_YEAR}-03-01T09:00`, 'once');
        await server.tick(`${NEXT_YEAR}-03-01T00:00:00Z`);
        await page.goto('/reminders');
        const reminder = await page.locator('a[href^="/reminders/"]').first().getAttribute('href');

        const look = looker(page, language, hasScripts);
        await look('/');
        await look('/posts');
        await look('/posts?page=9');
        await look('/posts?kind=poem', { status: 404 });
        await look('/posts/new');
        await look('/posts/new?kind=poem', { status: 422 });
        for (const kind of ['retrospective', 'book_note', 'write_up']) {
          await look(`/posts?kind=${kind}`);
          await look(`/posts/new?kind=${kind}`, { island: true });
        }
        for (const one of [post, alone]) {
          await look(one, { script: true });
          await look(`${one}/comments`);
          await look(`${one}/edit`, { island: true });
          await look(`${one}/remind`);
          await look(`${one}/blog`);
          for (const view of ['revisions', 'revisions/1', 'compare', 'lines']) await look(`${one}/${view}`);
          await look(`${one}/uploads`);
        }
        await look(`${post}/blog.zip?slug=-`, { status: 422 });
        await look('/tags');
        await look('/tags/nowhere', { status: 404 });
        await look(`/tags/${encodeURIComponent('하나')}`);
        await look(`/tags/${encodeURIComponent('하나')}/rename`);
        await look(`${post}/series`);
        await look('/reminders');
        await look(reminder ?? '');
        await look('/notices');
        await look('/people/김지은');
        for (const room of ['', '/ways-in', '/second-factor', '/sign-ins', '/tokens', '/leave']) {
          await look(`/settings${room}`);
        }
        await look('/uploads');
        await look('/mail');
        await look('/nowhere', { status: 404 });
        await look('/posts/999999', { status: 404 });
        await look('/u/x');
      });

      test('every page of who looks after the house is sound', async ({ page, server, member, hasScripts }) => {
        await signIn(page, server, await join(server, { role: 'owner', language }));
        const look = looker(page, language, hasScripts);
        await look('/members');
        await page.getByRole('main').getByRole('link', { name: member.name }).click();
        await look(new URL(page.url()).pathname);
        await look('/members/999999', { status: 404 });
        await look('/invitations');
        const { path, link } = await invite(page, server);
        await look(path);
        await look('/invitations');
        await look('/invitations/999999', { status: 404 });
        await look('/team');
        await look('/audit');
        await look('/audit?page=99');
        await look('/audit?member=999999', { status: 404 });
        await look(link);
        await page.context().clearCookies();
        await look(link);
      });

      test('the house of a plain member is sound', async ({ page, server, owner: _, hasScripts }) => {
        await signIn(page, server, await join(server, { language }));
        const look = looker(page, language, hasScripts);
        await look('/members');
        await look('/settings/leave');
        for (const office of ['/members/1', '/invitations', '/team', '/audit', '/mail']) {
          await look(office, { status: 403 });
        }
      });

      test('every page at the door is sound', async ({ page, owner: _, hasScripts }) => {
        const look = looker(page, language, hasScripts);
        await look('/sign-in');
        await look('/sign-in?next=/posts/1');
        await look('/forgot');
        for (const link of ['join', 'reset', 'email']) {
          await look(`/${link}/forged`, { status: 410 });
        }
        await look('/u/x');
        await look('/nowhere', { status: 404 });
      });

      test('the first page of a fresh house is sound', async ({ page, fresh, hasScripts }) => {
        const look = looker(page, language, hasScripts);
        await look(`${fresh.url}/welcome`);
      });
    });
  }
}

test('the colours a member chose hold, whatever the system wants', async ({ desk }) => {
  await desk.goto('/settings');
  await desk.getByLabel('화면 색').selectOption('어둡게');
  await desk.getByLabel('이름', { exact: true }).fill('이 하늘');
  await desk.getByRole('button', { name: '저장' }).click();
  await expect(desk.getByRole('status')).toHaveText('설정을 저장했어요.');
  await desk.emulateMedia({ colorScheme: 'light' });
  await desk.goto('/');
  await expect(desk.locator('html')).toHaveCSS('color-scheme', 'dark');
  await expect(desk.getByLabel('이 하늘님의 메뉴')).toBeVisible();

  await desk.goto('/settings');
  await desk.getByLabel('화면 색').selectOption('밝게');
  await desk.getByLabel('언어').selectOption('English');
  await desk.getByRole('button', { name: '저장' }).click();
  await expect(desk.getByRole('status')).toHaveText('Settings saved.');
  await desk.emulateMedia({ colorScheme: 'dark' });
  await desk.goto('/');
  await expect(desk.locator('html')).toHaveCSS('color-scheme', 'light');
});

test('the keyboard skips to the words', async ({ desk }) => {
  await desk.goto('/posts');
  await desk.keyboard.press('Tab');
  const skip = desk.getByRole('link', { name: '본문으로 건너뛰기' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('main')).toBeFocused();
});

/** What is expected of a page. */
interface Look {
  status?: number;
  island?: boolean;
  script?: boolean;
}

/** Goes to a page and looks at all of it. */
function looker(page: Page, language: string, hasScripts: boolean) {
  const complaints = new Complaints(page);
  return (address: string, { status = 200, island = false, script = island }: Look = {}) =>
    test.step(address, async () => {
      const response = await page.goto(address);
      await expect.soft(page.locator('html')).toHaveAttribute('lang', language);
      await expect.soft(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expect.soft(page.locator('script')).toHaveCount(script ? 1 : 0);
      if (island && hasScripts) await expect.soft(page.locator('html')).toHaveAttribute('data-awake');
      // What ends a paragraph early leaves an empty one behind (HTML §13.2.6.4.7). Hidden ones wait for something to say.
      await expect.soft(page.locator('p:empty:not([hidden])')).toHaveCount(0);
      await expectToFit(page);
      // Without a script it is the same page, but for the editor's preview.
      if (hasScripts) await expectAccessible(page);
      complaints.expectNone(response, status);
    });
}
