import { expect, test } from './fixtures.ts';
import { link } from './smtp.ts';
import { expectAccessible } from './sound.ts';
import { elsewhere } from './team.ts';

let guests = 0;
const guest = () => `nari-${process.pid}-${(guests += 1)}@example.com`;

test('somebody is invited by mail and joins in a browser of their own', async ({ office, browser, server, mails, javaScriptEnabled, hasScripts }) => {
  const email = guest();
  await office.goto(`${server.url}/`);
  await office.getByLabel(/메뉴/).click();
  await office.getByRole('link', { name: '팀 돌보기' }).click();
  await office.getByRole('navigation', { name: '팀 돌보기' }).getByRole('link', { name: '초대' }).click();
  if (hasScripts) await expectAccessible(office);
  await office.getByLabel('메일 주소').fill(email);
  await office.getByLabel('역할').selectOption('멤버');
  await office.getByRole('button', { name: '초대하기' }).click();
  await expect(office.getByText(`${email}에 메일을 보냈어요.`)).toBeVisible();
  if (hasScripts) await expectAccessible(office);

  const mail = await mails.waitFor(email);
  expect(mail.parsed.subject).toMatch(/에서 초대가 왔어요$/);
  const theirs = await browser.newPage({ locale: 'ko-KR', javaScriptEnabled, extraHTTPHeaders: elsewhere() });
  await theirs.goto(link(mail, '/join/'));
  if (hasScripts) await expectAccessible(theirs);
  await expect(theirs.getByLabel('메일 주소')).toHaveValue(email);
  await theirs.getByLabel('이름').fill('나리');
  await theirs.getByLabel('비밀번호').fill('password1');
  await theirs.getByRole('button', { name: '시작하기' }).click();
  await expect(theirs.getByLabel('비밀번호')).toHaveAccessibleDescription(/누구나 가장 먼저 넣어 볼 비밀번호예요/);
  await expect(theirs.getByLabel('이름')).toHaveValue('나리');
  await theirs.getByLabel('비밀번호').fill('다시 또 만난 세계');
  await theirs.getByRole('button', { name: '시작하기' }).click();
  await expect(theirs).toHaveURL(`${server.url}/`);
  await expect(theirs.getByLabel('나리님의 메뉴')).toBeVisible();
  await theirs.goto(link(mail, '/join/'));
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('이 초대는 쓸 수 없어요');
  await theirs.close();
});

test('a link is made, taken back after a question, and opens nothing then', async ({ office, page, server }) => {
  await office.goto(`${server.url}/invitations`);
  await office.getByRole('button', { name: '초대하기' }).click();
  const made = await office.getByLabel('링크').inputValue();
  await page.goto(made);
  await expect(page.getByRole('button', { name: '시작하기' })).toBeVisible();
  await office.getByRole('button', { name: '초대 거두기' }).first().click();
  await office.getByRole('dialog').getByRole('button', { name: '초대 거두기' }).click();
  await expect(office.getByRole('status')).toHaveText('초대를 거두었어요.');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('이 초대는 쓸 수 없어요');
});
