import type { Page } from '@playwright/test';
import { expect, test as playwright } from './fixtures.ts';
import { Provider, type ProviderOptions } from './provider.ts';
import { Server } from './server.ts';
import { link } from './smtp.ts';
import { expectAccessible, expectToFit } from './sound.ts';
import { found } from './team.ts';

const ENTER = '밤샘 계정으로 들어가기';

/** A founded house of this test's own, and the provider that it asks. */
const test = playwright.extend<{ options: ProviderOptions; house: Server }>({
  options: [{ domains: ['example.com'] }, { option: true }],
  house: async ({ options }, use) => {
    const provider = await Provider.open(options);
    const house = await Server.start({ environment: provider.environment });
    provider.serves(house.url);
    await use(house);
    await house.stop();
    await provider.close();
  },
  // Founds the team: a house where nobody lives has no door yet.
  office: async ({ browser, house, javaScriptEnabled }, use) => {
    const page = await browser.newPage({ baseURL: house.url, locale: 'ko-KR', javaScriptEnabled });
    await found(page);
    await use(page);
    await page.close();
  },
  baseURL: ({ house }, use) => use(house.url),
});

/** What is typed on the provider's own page. */
async function signInThere(page: Page, login: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Provider' })).toBeVisible();
  await page.getByLabel('Login').fill(login);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByLabel(/님의 메뉴$/).click();
  await page.getByRole('button', { name: '나가기' }).click();
  await expect(page).toHaveURL('/sign-in');
}

/** Says no, and leads back to the door. */
async function expectNo(page: Page, hasScripts: boolean, words: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('들어오지 못했어요');
  await expect(page.getByRole('main')).toContainText(words);
  if (hasScripts) await expectAccessible(page);
  await page.getByRole('link', { name: '돌아가기' }).click();
  await expect(page.getByRole('link', { name: ENTER })).toBeVisible();
}

test('who is in a domain of the list joins, and comes in again the same way', async ({ page, office, hasScripts }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/sign-in?next=/settings');
  if (hasScripts) {
    await expectAccessible(page);
    await expectToFit(page);
  }
  await page.getByRole('link', { name: ENTER }).click();
  await signInThere(page, 'nari');
  await expect(page).toHaveURL('/settings');
  await expect(page.getByLabel('이름', { exact: true })).toHaveValue('nari');

  await page.goto('/settings/ways-in');
  await expect(page.getByRole('main')).toContainText('지금은 비밀번호 없이 들어오고 있어요');
  await signOut(page);
  await page.getByRole('link', { name: ENTER }).click(); // the provider still knows them
  await expect(page).toHaveURL('/');
  await expect(page.getByLabel('nari님의 메뉴')).toBeVisible();

  await office.goto('/');
  await expect(office.getByLabel('김지은님의 메뉴')).toBeVisible();
});

test.describe('where userinfo is asked for the address', () => {
  test.use({ options: { terse: true } });

  test('an invitation is taken up with an account, without a password', async ({ page, office, house, hasScripts }) => {
    await office.goto('/invitations');
    await office.getByLabel('메일 주소').fill('dodo@example.com');
    await office.getByRole('button', { name: '초대하기' }).click();
    const letter = link(await house.mails.waitFor('dodo@example.com'), '/join/');

    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(letter);
    await expect(page.getByRole('main')).toContainText('비밀번호를 만들지 않고');
    if (hasScripts) {
      await expectAccessible(page);
      await expectToFit(page);
    }
    await page.getByRole('link', { name: ENTER }).click();
    await signInThere(page, 'dodo');
    await expect(page).toHaveURL('/');
    await expect(page.getByLabel('dodo님의 메뉴')).toBeVisible();

    await page.goto(letter);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('이 초대는 쓸 수 없어요');
    await office.goto('/invitations');
    await expect(office.getByRole('main')).toContainText('dodo님이');
  });

  test('nobody comes in whom nobody knows', async ({ page, office: _, hasScripts }) => {
    await page.goto('/sign-in');
    await page.getByRole('link', { name: ENTER }).click();
    await signInThere(page, 'stranger');
    await expectNo(page, hasScripts, '팀의 관리자에게 초대를 부탁해 주세요');
  });
});

test('an address that is not verified lets nobody in', async ({ page, office: _, hasScripts }) => {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: ENTER }).click();
  await signInThere(page, 'unverified-nari');
  await expectNo(page, hasScripts, '밤샘 계정에서 아직 확인하지 않은 메일 주소예요');
});

test('who turns back at the provider is at the door again', async ({ page, office: _, hasScripts }) => {
  await page.goto('/sign-in?next=/settings');
  await page.getByRole('link', { name: ENTER }).click();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expectNo(page, hasScripts, '밤샘 계정에서 들어오기를 그만뒀어요');
  await expect(page).toHaveURL('/sign-in?next=/settings');
});
