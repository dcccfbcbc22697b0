import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { png } from './picture.ts';
import { Complaints, expectAccessible, expectToFit } from './sound.ts';
import { anotherDesk, join, write } from './team.ts';

async function upload(desk: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  await desk.goto('/uploads');
  await desk.getByLabel('사진이나 파일').setInputFiles(files);
  await desk.getByRole('button', { name: '올리기' }).click();
}

const PICTURE = { name: '화이트보드.png', mimeType: 'image/png', buffer: png(1200) };
const DRAWING = { name: '그림.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') };

test('a picture is uploaded, its Markdown copied into a text, and seen by the team', async ({ desk, browser, server }) => {
  await upload(desk, PICTURE);
  await expect(desk.getByRole('status')).toContainText('올렸어요.');
  const markdown = await desk.getByLabel('화이트보드.png 마크다운').inputValue();
  expect(markdown).toMatch(/^!\[\]\(\/uploads\/[a-z0-9]{16}-1200x1200\.(png|webp)\)$/);
  await expect(desk.getByText('아직 쓰인 곳이 없어요')).toBeVisible();
  const post = await write(desk, server, { kind: 'write_up', title: '사진이 있는 글', body: markdown });

  const colleague = await anotherDesk(browser, server, await join(server));
  const address = markdown.slice(4, -1);
  expect((await colleague.request.get(address)).status()).toBe(200);
  await colleague.goto(`${post}/uploads`);
  const thumbnail = colleague.locator('.uploads img');
  await expect.poll(() => thumbnail.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  await expect(colleague.getByText('지금 글에 있어요')).toBeVisible();
  await colleague.close();

  await desk.goto('/uploads');
  await expect(desk.getByRole('link', { name: '사진이 있는 글' })).toBeVisible();
  await expect(desk.getByRole('button', { name: '지우기' })).toHaveCount(0);
});

test('a drawing is a download, and goes when it is removed', async ({ desk }) => {
  await upload(desk, DRAWING);
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('link', { name: '그림.svg' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('그림.svg');
  await desk.getByRole('button', { name: '지우기' }).first().click();
  await desk.getByRole('dialog').getByRole('button', { name: '지우기' }).click();
  await expect(desk.getByRole('status')).toHaveText('파일을 지웠어요.');
  await expect(desk.getByText('아직 올린 파일이 없어요')).toBeVisible();
});

test('what is refused is said beside the field, and the others are kept', async ({ desk }) => {
  const broken = { name: '깨진.png', mimeType: 'image/png', buffer: png(64).subarray(0, 40) };
  await upload(desk, broken, PICTURE);
  await expect(desk.getByRole('alert')).toContainText('깨진.png: 읽을 수 없는 사진이에요.');
  await expect(desk.getByLabel('사진이나 파일')).toHaveAttribute('aria-invalid', 'true');
  await expect(desk.getByLabel('화이트보드.png 마크다운')).toBeVisible();
});

for (const { where, ...use } of [
  { where: 'on a desk by day', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { where: 'on a phone at night', colorScheme: 'dark', viewport: { width: 360, height: 740 } },
] as const) {
  test.describe(where, () => {
    test.use(use);

    test('the pages of uploads are sound', async ({ desk, server, hasScripts }) => {
      const complaints = new Complaints(desk);
      const long = { ...DRAWING, name: `${'아주긴이름'.repeat(30)}.svg` };
      await upload(desk, DRAWING, PICTURE, long);
      const markdown = await desk.getByLabel('화이트보드.png 마크다운').inputValue();
      const post = await write(desk, server, { kind: 'write_up', title: '사진이 있는 글', body: markdown });
      for (const page of ['/uploads', `${post}/uploads`, `${post}/blog`]) {
        const response = await desk.goto(page);
        await expectToFit(desk);
        if (hasScripts) await expectAccessible(desk);
        complaints.expectNone(response);
      }
    });
  });
}
