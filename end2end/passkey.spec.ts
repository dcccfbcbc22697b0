import type { CDPSession, Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { expect, test as playwright } from './fixtures.ts';
import { Server } from './server.ts';
import { expectAccessible, expectToFit } from './sound.ts';
import { type Member, found } from './team.ts';

/** A founded house with a name of its own, and a page of its owner's. */
const test = playwright.extend<{ house: Server; founder: Member }>({
  house: async ({}, use) => {
    const house = await Server.start({ host: 'localhost' });
    await use(house);
    await house.stop();
  },
  baseURL: ({ house }, use) => use(house.url),
  founder: async ({ page }, use) => use(await found(page)),
});

/** A device with a lock, which its owner opens whenever they are asked. */
async function device(page: Page): Promise<{ cdp: CDPSession; authenticatorId: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, authenticatorId };
}

async function setUpSecondFactor(page: Page, member: Member): Promise<TOTP> {
  await page.goto('/settings/second-factor');
  await page.getByRole('button', { name: '켜기' }).click();
  const phone = new TOTP({ secret: (await page.locator('code.key').innerText()).replaceAll(/\s/g, '') });
  await page.getByLabel('앱에 보이는 코드').fill(phone.generate());
  await page.getByLabel('지금 비밀번호').fill(member.password);
  await page.getByRole('button', { name: '2단계 인증 켜기' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('복구 코드');
  return phone;
}

async function knock(page: Page, member: Member): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/sign-in?next=/posts');
  await page.getByLabel('메일 주소').fill(member.email);
  await page.getByLabel('비밀번호').fill(member.password);
  await page.getByRole('button', { name: '들어가기' }).click();
  await expect(page).toHaveURL('/sign-in/code?next=/posts');
}

test('a passkey is made, opens the door instead of a code, and is removed', { tag: '@javascript' }, async ({ page, house, founder }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const { cdp, authenticatorId } = await device(page);
  await setUpSecondFactor(page, founder);
  await page.goto('/settings/second-factor');
  await expectAccessible(page);
  const form = page.locator('form', { has: page.getByRole('button', { name: '다음' }) });
  await form.getByLabel('이름').fill('회사 노트북');
  await form.getByLabel('지금 비밀번호나 코드').fill(founder.password);
  await form.getByRole('button', { name: '다음' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('패스키 만들기');
  const make = page.getByRole('button', { name: '패스키 만들기' });
  await expect(make).toBeVisible();
  await expect(page.getByText('이 브라우저에서는 패스키를 만들 수 없어요.')).toBeHidden();
  await expectAccessible(page);
  await expectToFit(page);
  await make.click();
  await expect(page.getByText('패스키를 더했어요.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '회사 노트북' })).toContainText('아직 쓰지 않았어요');
  await expectAccessible(page);
  await expectToFit(page);
  expect((await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials).toHaveLength(1);
  await house.mails.waitFor(founder.email, { subject: /^패스키를 더했어요$/ });

  await knock(page, founder);
  const show = page.getByRole('button', { name: '패스키 쓰기' });
  await expect(show).toBeVisible();
  await expectAccessible(page);
  await expectToFit(page);
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await show.click();
  await expect(page.getByText('패스키를 쓰지 못했어요.'), 'a finger that the device does not know').toBeVisible();
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
  await show.click();
  await expect(page).toHaveURL('/posts');

  await page.goto('/settings/second-factor');
  const line = page.getByRole('listitem').filter({ hasText: '회사 노트북' });
  await expect(line).toContainText('마지막 사용');
  await line.getByRole('button', { name: '지우기' }).first().click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText('‘회사 노트북’ 패스키를 지울까요?');
  await question.getByRole('button', { name: '지우기' }).click();
  await expect(page.getByText('패스키를 지웠어요.')).toBeVisible();
  await knock(page, founder);
  await expect(page.getByLabel('코드')).toBeVisible();
  await expect(show).toBeHidden();
});

test('a browser without passkeys is told so, and the code works as ever', async ({ page, founder, hasScripts }) => {
  if (hasScripts) await page.addInitScript(() => Reflect.deleteProperty(window, 'PublicKeyCredential'));
  const phone = await setUpSecondFactor(page, founder);
  await page.goto('/settings/second-factor');
  const form = page.locator('form', { has: page.getByRole('button', { name: '다음' }) });
  await form.getByLabel('이름').fill('회사 노트북');
  await form.getByLabel('지금 비밀번호나 코드').fill(founder.password);
  await form.getByRole('button', { name: '다음' }).click();
  await expect(page.getByText('이 브라우저에서는 패스키를 만들 수 없어요.')).toBeVisible();
  await expect(page.getByRole('button', { name: '패스키 만들기' })).toBeHidden();
  await knock(page, founder);
  await page.getByLabel('코드').fill(phone.generate({ timestamp: Date.now() + 30_000 }));
  await page.getByRole('button', { name: '들어가기' }).click();
  await expect(page).toHaveURL('/posts');
});
