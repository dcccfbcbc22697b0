import { expect, test } from './fixtures.ts';
import { expectAccessible } from './sound.ts';
import { found, write } from './team.ts';

test.use({ baseURL: ({ fresh }, use) => use(fresh.url) });

test('while nobody lives here, every page leads to Welcome', async ({ page }) => {
  for (const path of ['/', '/posts', '/posts/1', '/settings', '/mail', '/sign-in', '/nowhere']) {
    await page.goto(path);
    await expect(page).toHaveURL('/welcome');
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('다시에 오신 것을 환영해요');
  await expect(page.getByLabel('언어')).toHaveValue('ko');
  await expect(page.getByLabel('시간대')).toHaveValue('Asia/Seoul');
});

test('a founding that is not right yet comes back with all that was typed', async ({ page, hasScripts }) => {
  await page.goto('/welcome');
  await page.getByLabel('팀 이름').fill('밤샘 <데이터>');
  await page.getByLabel('언어').selectOption('English');
  await page.getByLabel('시간대').selectOption('Europe/London');
  await page.getByLabel('메일 주소').fill('jieun..kim@example.com'); // a browser takes it, RFC 5321 does not
  await page.getByLabel('비밀번호').fill('짧다');
  await page.getByRole('button', { name: '시작하기' }).click();

  await expect(page.getByRole('alert')).toHaveText('고칠 곳이 3군데 있어요. 쓰신 내용은 그대로 있어요.');
  await expect(page.getByLabel('이름', { exact: true })).toHaveAccessibleDescription('비어 있어요. 채워 주세요.');
  await expect(page.getByLabel('메일 주소')).toHaveAccessibleDescription('메일 주소로 보이지 않아요.');
  await expect(page.getByLabel('비밀번호')).toHaveAccessibleDescription(/^8자보다 짧아요\./);
  await expect(page.getByLabel('비밀번호')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('팀 이름')).not.toHaveAttribute('aria-invalid');

  await expect(page.getByLabel('팀 이름')).toHaveValue('밤샘 <데이터>');
  await expect(page.getByLabel('언어')).toHaveValue('en');
  await expect(page.getByLabel('시간대')).toHaveValue('Europe/London');
  await expect(page.getByLabel('메일 주소')).toHaveValue('jieun..kim@example.com');
  await expect(page.getByLabel('비밀번호')).toHaveValue('');
  if (hasScripts) await expectAccessible(page);

  await page.getByLabel('이름', { exact: true }).fill('김지은');
  await page.getByLabel('메일 주소').fill('jieun@example.com');
  await page.getByLabel('비밀번호').fill('다시, 또 다시');
  await page.getByRole('button', { name: '시작하기' }).click();
  await expect(page).toHaveURL('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('banner')).toContainText('밤샘 <데이터>');
});

test('the founder begins on an empty home, and nobody founds a second team', async ({ page }) => {
  await found(page);
  await expect(page.getByText('아직 글이 없어요')).toBeVisible();
  await expect(page.getByRole('link', { name: '쓰기' }).last()).toHaveAttribute('href', '/posts/new?kind=retrospective');
  await page.goto('/welcome');
  await expect(page).toHaveURL('/');
});

test('who signs out is let in again by the right password, to where they wanted to go', async ({ page, fresh }) => {
  const owner = await found(page);
  const post = await write(page, fresh, { kind: 'write_up', title: '문 뒤의 글', body: '안녕하세요.' });

  await page.getByLabel('김지은님의 메뉴').click();
  await page.getByRole('button', { name: '나가기' }).click();
  await expect(page).toHaveURL('/sign-in');

  await page.goto(`${post}?from=mail`);
  await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(`${post}?from=mail`).replaceAll('%2F', '/')}`);
  await expect(page.getByText('그 페이지를 보려면 먼저 들어와 주세요.')).toBeVisible();

  await page.getByLabel('메일 주소').fill(owner.email);
  await page.getByLabel('비밀번호').fill('다시, 또 다시는');
  await page.getByRole('button', { name: '들어가기' }).click();
  await expect(page.getByLabel('비밀번호')).toHaveAccessibleDescription('메일 주소와 비밀번호가 맞지 않아요.');
  await expect(page.getByLabel('비밀번호')).toHaveValue('');
  await expect(page.getByLabel('메일 주소')).toHaveValue(owner.email);

  await page.getByLabel('비밀번호').fill(owner.password);
  await page.getByRole('button', { name: '들어가기' }).click();
  await expect(page).toHaveURL(`${post}?from=mail`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('문 뒤의 글');
});

test('a sign-in leads nowhere outside the house', async ({ page }) => {
  const owner = await found(page);
  await page.context().clearCookies();
  await page.goto('/sign-in?next=//example.com/');
  await page.getByLabel('메일 주소').fill(owner.email);
  await page.getByLabel('비밀번호').fill(owner.password);
  await page.getByRole('button', { name: '들어가기' }).click();
  await expect(page).toHaveURL('/');
});
