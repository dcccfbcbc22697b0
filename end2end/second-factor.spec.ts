import { TOTP } from 'otpauth';
import { expect, test } from './fixtures.ts';
import { expectAccessible } from './sound.ts';
import { elsewhere } from './team.ts';

test('a second factor is set up, asked for at the door, and a recovery code stands in for it', async ({ desk, mails, member, hasScripts }) => {
  await desk.goto('/settings/second-factor');
  await desk.getByRole('button', { name: '켜기' }).click();
  await expect(desk.getByRole('img', { name: 'QR 코드' })).toBeVisible();
  if (hasScripts) await expectAccessible(desk);
  const key = (await desk.locator('code.key').innerText()).replaceAll(/\s/g, '');
  const phone = new TOTP({ secret: key });
  // A code counts once: the door is shown the next one, which it takes half a minute early.
  const next = () => phone.generate({ timestamp: Date.now() + 30_000 });
  await desk.getByLabel('앱에 보이는 코드').fill(phone.generate());
  await desk.getByLabel('지금 비밀번호').fill(member.password);
  await desk.getByRole('button', { name: '2단계 인증 켜기' }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('복구 코드');
  if (hasScripts) await expectAccessible(desk);
  const codes = (await desk.locator('main pre').innerText()).trim().split('\n');
  expect(codes).toHaveLength(10);
  expect((await mails.waitFor(member.email)).parsed.subject).toBe('2단계 인증을 켰어요');

  await desk.getByLabel(/의 메뉴/).click();
  await desk.getByRole('button', { name: '나가기' }).click();
  const knock = async (code: string) => {
    await desk.goto('/sign-in');
    await desk.getByLabel('메일 주소').fill(member.email);
    await desk.getByLabel('비밀번호').fill(member.password);
    await desk.getByRole('button', { name: '들어가기' }).click();
    await expect(desk).toHaveURL('/sign-in/code');
    await desk.getByLabel('코드').fill(code);
    await desk.getByRole('button', { name: '들어가기' }).click();
  };
  await knock('000000');
  await expect(desk.getByLabel('코드')).toHaveAccessibleDescription(/코드가 맞지 않아요/);
  if (hasScripts) await expectAccessible(desk);
  await desk.goto('/');
  await expect(desk, 'half way in is not in').toHaveURL('/sign-in');
  await knock(next());
  await expect(desk).toHaveURL('/');

  await desk.context().clearCookies();
  await desk.setExtraHTTPHeaders(elsewhere()); // one address may try three times a minute
  await knock(codes[0] ?? '');
  await expect(desk).toHaveURL('/');
  await desk.goto('/settings/second-factor');
  await expect(desk.getByText('복구 코드가 9개 남았어요.')).toBeVisible();
});
