import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from './fixtures.ts';
import { anotherDesk, join, write } from './team.ts';

const BODY = '---\n\n**다시** 읽는 글\n\n```\n[[코드]]\n```\n\n끝에 줄바꿈이 없다';

test('an archive is taken from one house and brought into another', async ({ browser, desk, server, fresh, hasScripts }) => {
  const title = '두 집을 오가는 글';
  await write(desk, server, { kind: 'write_up', title, body: BODY, tags: '이사', summary: '한 줄' });
  await desk.goto('/posts');
  await desk.getByRole('link', { name: '가져오기와 보관본' }).click();
  const archive = await download(desk);
  const [name, text] = Object.entries(unzipSync(archive)).find(([path]) => path.startsWith('posts/두-집을-오가는-글')) ?? [];
  expect(name).toBeDefined();
  expect(new TextDecoder().decode(text)).toMatch(new RegExp(`\n---\n\n${escaped(BODY)}$`));

  const other = await anotherDesk(browser, fresh, await join(fresh, { role: 'owner' }), { javaScriptEnabled: hasScripts });
  await other.goto('/import');
  await other.getByLabel('파일', { exact: true }).setInputFiles({ name: 'dasi.zip', mimeType: 'application/zip', buffer: Buffer.from(archive) });
  await other.getByRole('button', { name: '살펴보기' }).click();
  await expect(other.getByRole('heading', { level: 1 })).toContainText('찾았어요');
  await expect(other.getByLabel('누가 읽나요')).toHaveValue('archive');
  await expect(other.getByRole('checkbox', { name: `${title} 가져오기` })).toBeChecked();
  await other.getByRole('button', { name: '글로 만들기' }).click();
  await other.getByRole('link', { name: title }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(title);
  const markdown = await other.request.get(`${other.url()}.md`);
  expect(await markdown.text()).toBe(BODY);
  await other.close();
});

test('a vault is looked at, brought in and taken back', async ({ desk }) => {
  const vault = zipSync({
    '.obsidian/app.json': strToU8('{}'),
    '봄 메모.md': strToU8('---\ntags: [봄]\n---\n==표시==\n'),
    'run.exe': strToU8('MZ'),
  });
  await desk.goto('/import');
  const buffer = Buffer.from(vault);
  await desk.getByLabel('파일', { exact: true }).setInputFiles({ name: 'vault.zip', mimeType: 'application/zip', buffer });
  await desk.getByRole('button', { name: '살펴보기' }).click();
  await desk.getByText('두고 가는 파일 2개').click();
  await expect(desk.getByText('실행되는 파일이에요')).toBeVisible();
  await desk.getByLabel('봄 메모의 종류').selectOption('book_note');
  await desk.getByRole('button', { name: '글로 만들기' }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('글 1개를 가져왔어요');
  await desk.getByRole('button', { name: '휴지통으로 옮기기' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: '휴지통으로 옮기기' }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('가져온 글이 남아 있지 않아요.');
});

async function download(page: Page): Promise<Uint8Array> {
  const [taken] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '보관본 받기' }).click()]);
  expect(taken.suggestedFilename()).toBe('dasi.zip');
  return readFile(await taken.path());
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
