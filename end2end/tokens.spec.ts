import { expect, test } from './fixtures.ts';
import { expectAccessible } from './sound.ts';

test('a token is made, shown once, works, and works no longer when it is ended', async ({ desk, server, member, hasScripts }) => {
  await desk.goto('/settings/tokens');
  await desk.getByRole('button', { name: '토큰 만들기' }).click();
  await expect(desk.getByLabel('이름', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await desk.getByLabel('이름', { exact: true }).fill('밤마다 백업');
  await desk.getByLabel('할 수 있는 일').selectOption('읽기');
  await desk.getByLabel('기간').selectOption('90일');
  await desk.getByLabel('지금 비밀번호').fill(member.password);
  await desk.getByRole('button', { name: '토큰 만들기' }).click();
  const token = await desk.getByLabel('새 토큰').inputValue();
  if (hasScripts) await expectAccessible(desk);

  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${server.url}/api/v1${path}`, { ...init, headers: { Authorization: `Bearer ${token}`, ...init.headers } });
  const me = await ask('/me');
  expect(me.status).toBe(200);
  expect(JSON.stringify(await me.json())).toContain(member.name);
  const written = await ask('/posts', { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } });
  expect(written.status, 'it is for reading').toBe(403);
  expect(written.headers.get('content-type')).toContain('application/problem+json');

  await desk.goto('/settings/tokens');
  await expect(desk.getByRole('main')).toContainText('밤마다 백업');
  expect(await desk.content(), 'shown once').not.toContain(token);
  expect(server.log, 'and never written down').not.toContain(token);

  const line = desk.getByRole('listitem').filter({ hasText: '밤마다 백업' });
  await expect(line).toContainText('마지막 사용');
  await line.getByRole('button', { name: '끝내기' }).click();
  const question = desk.getByRole('dialog', { name: '‘밤마다 백업’ 토큰을 끝낼까요?' });
  await question.getByRole('button', { name: '그대로 두기' }).click();
  await expect(question).toBeHidden();
  expect((await ask('/me')).status).toBe(200);
  await line.getByRole('button', { name: '끝내기' }).click();
  await question.getByRole('button', { name: '끝내기' }).click();
  await expect(desk.getByRole('status')).toHaveText('토큰을 끝냈어요.');
  await expect(desk.getByText('아직 토큰이 없어요.')).toBeVisible();
  const refused = await ask('/me');
  expect(refused.status).toBe(401);
  expect(refused.headers.get('www-authenticate')).toContain('Bearer');
});
