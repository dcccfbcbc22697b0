import { crc32, deflateSync } from 'node:zlib';
import { expect, test } from './fixtures.ts';
import { anotherDesk, join, write } from './team.ts';

/** A picture of one colour (PNG, RFC 2083). */
function png(side: number): Buffer {
  const chunk = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]); // eight bits of red, green and blue
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(side * 3, 0xc8)]);
  const rows = Buffer.concat(Array.from({ length: side }, () => row));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

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
