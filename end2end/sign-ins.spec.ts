import { expect, test } from './fixtures.ts';
import { expectAccessible } from './sound.ts';
import { anotherDesk } from './team.ts';

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';

test('a sign-in is ended from another browser, and so are all others', async ({ desk, browser, server, member, hasScripts }) => {
  const phone = await anotherDesk(browser, server, member, { userAgent: PHONE });
  const library = await anotherDesk(browser, server, member);
  const cafe = await anotherDesk(browser, server, member);
  await phone.goto('/');

  await desk.goto('/settings/sign-ins');
  const places = desk.getByRole('main').getByRole('listitem');
  await expect(places).toHaveCount(4);
  await expect(places.filter({ hasText: '지금 이 브라우저' })).toHaveCount(1);
  if (hasScripts) await expectAccessible(desk);
  const lost = places.filter({ hasText: 'iPhone' });
  await expect(lost).toContainText('198.51.');
  await lost.getByRole('button', { name: /끝내기$/ }).click();
  await expect(desk.getByRole('status')).toHaveText('그곳에서는 나왔어요.');
  await expect(places).toHaveCount(3);
  await phone.reload();
  await expect(phone).toHaveURL('/sign-in');
  await library.goto('/posts');
  await expect(library, 'the others stay').toHaveURL('/posts');

  await desk.getByRole('button', { name: '다른 곳 모두 끝내기' }).click();
  await expect(desk.getByRole('status')).toHaveText('다른 곳에서는 모두 나왔어요.');
  await expect(places).toHaveCount(1);
  await expect(desk.getByRole('button', { name: '다른 곳 모두 끝내기' })).toHaveCount(0);
  for (const page of [library, cafe]) {
    await page.goto('/posts');
    await expect(page).toHaveURL('/sign-in?next=/posts');
  }
  await desk.reload();
  await expect(desk).toHaveURL('/settings/sign-ins');
  for (const page of [phone, library, cafe]) await page.close();
});
