import { expect, test } from './fixtures.ts';
import { link } from './smtp.ts';
import { expectAccessible } from './sound.ts';

const NEW = '세계를 다시 만나다';

test('a forgotten password is made anew by mail', async ({ page, server, mails, member, hasScripts }) => {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: '비밀번호를 잊었어요' }).click();
  if (hasScripts) await expectAccessible(page);
  await page.getByLabel('메일 주소').fill(member.email);
  await page.getByRole('button', { name: '링크 받기' }).click();
  await expect(page).toHaveURL('/sign-in');
  await expect(page.getByRole('status')).toContainText('30분 안에 링크를 눌러 주세요.');

  const mail = await mails.waitFor(member.email);
  expect(mail.parsed.subject).toBe('새 비밀번호 정하기');
  await page.goto(link(mail, '/reset/'));
  if (hasScripts) await expectAccessible(page);
  await page.getByLabel('새 비밀번호').fill(NEW);
  await page.getByRole('button', { name: '정하고 들어가기' }).click();
  await expect(page).toHaveURL('/');
  const notice = await mails.waitFor(member.email);
  expect(notice.parsed.subject).toBe('비밀번호를 새로 정했어요');
  await page.goto(link(mail, '/reset/'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('이 링크는 쓸 수 없어요');
  expect(server.log, 'no token stands in the log').not.toContain(new URL(link(mail, '/reset/')).pathname);
});

test('a password is changed by who knows it', async ({ desk, member, hasScripts }) => {
  await desk.goto('/settings/ways-in');
  if (hasScripts) await expectAccessible(desk);
  await desk.getByLabel('지금 비밀번호').fill('이것은 아니에요');
  await desk.getByLabel('새 비밀번호').fill(NEW);
  await desk.getByRole('button', { name: '비밀번호 바꾸기' }).click();
  await expect(desk.getByLabel('지금 비밀번호')).toHaveAccessibleDescription('지금 쓰는 비밀번호가 아니에요.');
  await desk.getByLabel('지금 비밀번호').fill(member.password);
  await desk.getByLabel('새 비밀번호').fill(NEW);
  await desk.getByRole('button', { name: '비밀번호 바꾸기' }).click();
  await expect(desk.getByRole('status')).toContainText('비밀번호를 바꾸었어요.');
});

test('another address is taken once both have said yes', async ({ desk, mails, member }) => {
  const other = `new-${member.email}`;
  await desk.goto('/settings/ways-in');
  await desk.getByLabel('새 메일 주소').fill(other);
  await desk.getByLabel('비밀번호', { exact: true }).fill(member.password);
  await desk.getByRole('button', { name: '주소 바꾸기' }).click();
  await expect(desk.getByText('지금 주소의 확인을 기다려요.')).toBeVisible();
  for (const [address, said] of [[other, '고마워요.'], [member.email, `이제 ${other}`]] as const) {
    const mail = await mails.waitFor(address);
    await desk.goto(link(mail, '/email/'));
    await desk.getByRole('button', { name: '확인하기' }).click();
    await expect(desk.getByRole('main').getByRole('status')).toContainText(said);
  }
  await desk.goto('/settings/ways-in');
  await expect(desk.getByText(`지금 주소: ${other}.`)).toBeVisible();
});

test('guesses are slowed down, and the member is told when to try again', async ({ page, member }) => {
  await page.goto('/sign-in');
  for (let guess = 0; guess < 4; guess += 1) {
    await page.getByLabel('메일 주소').fill(member.email);
    await page.getByLabel('비밀번호').fill(`이것일까 ${guess}`);
    await page.getByRole('button', { name: '들어가기' }).click();
  }
  await expect(page.getByLabel('비밀번호')).toHaveAccessibleDescription('너무 여러 번 시도했어요. 1분 뒤에 다시 해 주세요.');
  await expect(page.getByLabel('메일 주소')).toHaveValue(member.email);
});
