import { expect, test } from './fixtures.ts';
import { png } from './picture.ts';
import { anotherDesk, join, write } from './team.ts';

test('a member says who they are, and everybody sees it', async ({ desk, server }) => {
  const mark = crypto.randomUUID().slice(0, 6);
  await desk.goto('/settings');
  await desk.getByLabel('이름', { exact: true }).fill(`이바다${mark}`);
  await desk.getByLabel('부르는 이름').fill(`바다${mark}`);
  await desk.getByLabel('밖에서 쓰는 이름').fill('Bada');
  await desk.getByLabel('모아 받는 시각').selectOption('오전 7시');
  await desk.getByRole('button', { name: '저장' }).click();
  await expect(desk.getByRole('status')).toHaveText('설정을 저장했어요.');
  await expect(desk.getByLabel('모아 받는 시각').locator('option:checked')).toHaveText('오전 7시');

  const post = await write(desk, server, { kind: 'write_up', title: '바다에서', body: '말.' });
  await desk.goto(post);
  await expect(desk.locator('article .by')).toContainText(`이바다${mark}`);
  await expect(desk.getByLabel(`이바다${mark}님의 메뉴`)).toBeVisible();
  await desk.goto('/members');
  await expect(desk.getByRole('main').getByRole('listitem').filter({ hasText: `@바다${mark}` })).toContainText(`이바다${mark}`);
});

test('a picture is seen in the bar and beside a post, until it is removed', async ({ desk, server }) => {
  const post = await write(desk, server, { kind: 'write_up', title: '얼굴이 있는 글', body: '말.' });
  await desk.goto('/settings');
  await desk.getByLabel('사진', { exact: true }).setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: png(64) });
  await desk.getByRole('button', { name: '사진 올리기' }).click();
  await expect(desk.getByRole('status')).toHaveText('사진을 바꿨어요.');
  await expect(desk.getByRole('img', { name: /님의 사진$/ })).toBeVisible();

  await desk.goto(post);
  for (const place of ['.bar', 'article .by']) {
    const face = desk.locator(place).locator('img.face');
    await expect(face).toBeVisible();
    await expect.poll(() => face.evaluate((img: HTMLImageElement) => img.naturalWidth), place).toBeGreaterThan(0);
  }
  await desk.goto('/settings');
  await desk.getByRole('button', { name: '사진 지우기' }).click();
  await expect(desk.getByRole('status')).toHaveText('사진을 지웠어요.');
  await expect(desk.locator('.bar img')).toHaveCount(0);
});

test('what is no picture is refused, and the one before stays', async ({ desk }) => {
  await desk.goto('/settings');
  const send = async (buffer: Buffer) => {
    await desk.getByLabel('사진', { exact: true }).setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer });
    await desk.getByRole('button', { name: '사진 올리기' }).click();
  };
  await send(png(64));
  await expect(desk.getByRole('status')).toHaveText('사진을 바꿨어요.');
  await send(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'));
  await expect(desk.getByRole('alert')).toBeVisible();
  await expect(desk.getByLabel('사진', { exact: true })).toHaveAccessibleDescription(/읽을 수 없는 사진이에요\./);
  await expect(desk.locator('.bar img.face')).toBeVisible();
  await desk.getByRole('button', { name: '사진 올리기' }).click(); // with nothing chosen
  await expect(desk.getByLabel('사진', { exact: true })).toHaveAttribute('aria-invalid', 'true');
});

test('nobody takes a handle that looks like another', async ({ desk, browser, server, javaScriptEnabled }) => {
  const mark = crypto.randomUUID().replaceAll(/\D/g, '').slice(0, 6);
  const rename = async (page: typeof desk, handle: string) => {
    await page.goto('/settings');
    await page.getByLabel('부르는 이름').fill(handle);
    await page.getByRole('button', { name: '저장' }).click();
  };
  await rename(desk, `scope-${mark}`);
  await expect(desk.getByRole('status')).toHaveText('설정을 저장했어요.');

  const other = await anotherDesk(browser, server, await join(server), { javaScriptEnabled });
  for (const [handle, why] of [
    [`@SCOPE-${mark}`, /똑같아 보이는 부르는 이름이에요/],
    [`ѕсоре-${mark}`, /똑같아 보이는 부르는 이름이에요/], // Cyrillic all through
    [`sсope-${mark}`, /문자가 섞여 있어서/], // its second letter is Cyrillic
    ['모두', /모두를 부르는 이름/],
  ] as const) {
    await rename(other, handle);
    await expect(other.getByLabel('부르는 이름'), handle).toHaveAccessibleDescription(why);
    await expect(other.getByLabel('부르는 이름')).toHaveValue(handle);
  }
  await other.close();
});
