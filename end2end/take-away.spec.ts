import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join as path } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expect, test as team } from './fixtures.ts';
import { write } from './team.ts';

const SECRET = '고객 이름은 밖에서 말하지 않는다';
const OUTING = `재시도가 부하를 **두 배**로 만들었다.

:::internal
${SECRET}.
:::

# 무엇이 있었나

| 시도 | 부하 |
|---|--:|
| 1 | 100 |

[밖의 글](https://example.com/again)과 [안의 글](/posts/1).

\`{{< secret >}}\`
`;

const test = team.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(path(tmpdir(), 'dasi-take-away-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

const outing = (title: string) => {
  const fields = { body: OUTING, tags: '재시도 Airflow', summary: '한 줄 요약.' };
  return { kind: 'write_up', title, ...fields } as const;
};

test('a post is looked at, taken as a zip, and built by Hugo', async ({ desk, server, folder }) => {
  const post = await write(desk, server, outing('Airflow의 "재시도": 두 배'));
  await desk.goto(post);
  await desk.getByRole('link', { name: '블로그용으로 받기' }).click();
  const shown = desk.getByRole('figure', { name: 'content/posts/airflow/index.md' });
  await expect(shown).toContainText('재시도가 부하를 **두 배**로 만들었다.');
  await expect(desk.locator('body')).not.toContainText(SECRET);

  await desk.getByLabel('주소 이름').fill('retries-doubled');
  const zip = await download(desk);
  expect(zip.name).toBe('retries-doubled.zip');
  expect(Object.keys(zip.files)).toEqual(['content/posts/retries-doubled/index.md']);
  const markdown = zip.files['content/posts/retries-doubled/index.md'] ?? '';
  const seen = (await shown.locator('pre').textContent())?.replaceAll('slug: airflow', 'slug: retries-doubled');
  expect(markdown).toBe(seen);

  const page = await built(folder, zip.files, 'retries-doubled');
  expect(page).toContain('<title>Airflow의 &#34;재시도&#34;: 두 배</title>');
  expect(page).toContain('재시도가 부하를 <strong>두 배</strong>로 만들었다.');
  expect(page).toMatch(/<h1 id="[^"]+">무엇이 있었나<\/h1>/);
  expect(page).toContain('<table>');
  expect(page).toContain('<a href="https://example.com/again">밖의 글</a>과 안의 글.');
  expect(page).toContain('<code>{{&lt; secret &gt;}}</code>');
  expect(page).toContain('한 줄 요약.');
  expect(page).toContain('재시도, airflow');
  expect(page).not.toContain(SECRET);
  expect(page).not.toContain('internal');
});

test('the command line writes the same bytes', async ({ desk, server, folder }) => {
  const post = await write(desk, server, outing('Retries that doubled'));
  await desk.goto(`${post}/blog`);
  const { files } = await download(desk);
  const [name = '', bytes] = Object.entries(files)[0] ?? [];
  const { stdout } = await server.run(['export', post.split('/').at(-1) ?? '', '--target', 'hugo', '--out', folder]);
  expect(stdout.trim()).toBe(path(folder, name));
  expect(await readFile(path(folder, name), 'utf8')).toBe(bytes);
});

test('an address name that is none is said, and kept to be mended', async ({ desk, server }) => {
  await desk.goto(`${await write(desk, server, outing('주소'))}/blog`);
  await desk.getByLabel('주소 이름').fill('한글 주소');
  await desk.getByRole('button', { name: 'zip으로 받기' }).click();
  await expect(desk.getByLabel('주소 이름')).toHaveAccessibleDescription(/^영어 소문자, 숫자, 줄표만 쓸 수 있어요\./);
  await expect(desk.getByLabel('주소 이름')).toHaveValue('한글 주소');
  await desk.getByLabel('주소 이름').fill('now-it-is-one');
  expect((await download(desk)).name).toBe('now-it-is-one.zip');
});

test('an internal block that never ends keeps the whole post in the house', async ({ desk, server, folder }) => {
  const body = `첫 줄.\n\n:::internal\n${SECRET}.\n`;
  const post = await write(desk, server, { kind: 'write_up', title: '닫히지 않은 글', body });
  await desk.goto(`${post}/blog`);
  await expect(desk.getByRole('alert')).toContainText('아직 내보낼 수 없어요');
  await expect(desk.getByRole('alert')).toContainText('3번째 줄');
  await expect(desk.locator('body')).not.toContainText(SECRET);
  const zip = await desk.request.get(`${post}/blog.zip`);
  expect(zip.status()).toBe(422);
  expect(await zip.text()).not.toContain(SECRET);
  const refused = server.run(['export', post.split('/').at(-1) ?? '', '--target', 'hugo', '--out', folder]);
  await expect(refused).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('line 3') });
});

test('only who wrote a post takes it out of the house', async ({ desk, office, server }) => {
  const post = await write(office, server, outing('남의 글'));
  await desk.goto(post);
  await expect(desk.getByRole('link', { name: '마크다운으로 보기' })).toBeVisible();
  await expect(desk.getByRole('link', { name: '블로그용으로 받기' })).toHaveCount(0);
  expect((await desk.request.get(`${post}/blog.zip`)).status()).toBe(403);
});

async function download(page: Page): Promise<{ name: string; files: Record<string, string> }> {
  const arrival = page.waitForEvent('download');
  await page.getByRole('button', { name: 'zip으로 받기' }).click();
  const arrived = await arrival;
  const files = unzipSync(await readFile(await arrived.path()));
  const texts = Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]);
  return { name: arrived.suggestedFilename(), files: Object.fromEntries(texts) };
}

/** The page that a small Hugo site makes of a bundle. */
async function built(folder: string, files: Record<string, string>, slug: string): Promise<string> {
  const site: Record<string, string> = {
    ...files,
    'hugo.toml': `
baseURL = "https://blog.example/"
title = "블로그"
disableKinds = ["taxonomy", "term", "sitemap", "RSS"]
`,
    'layouts/_default/single.html': `<!doctype html>
<title>{{ .Title }}</title>
<p>{{ .Description }}</p>
<p>{{ delimit .Params.tags ", " }}</p>
{{ .Content }}`,
    'layouts/_default/list.html': '{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}',
  };
  for (const [name, text] of Object.entries(site)) {
    await mkdir(dirname(path(folder, name)), { recursive: true });
    await writeFile(path(folder, name), text);
  }
  await promisify(execFile)('hugo', ['--source', folder, '--config', 'hugo.toml', '--panicOnWarning']);
  return readFile(path(folder, `public/posts/${slug}/index.html`), 'utf8');
}
