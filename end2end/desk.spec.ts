// The desk: what helps the hand that writes, and what is kept of words that are not saved.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { write } from './team.ts';

const body = (page: Page) => page.getByLabel('본문');
const title = (page: Page) => page.getByLabel('제목', { exact: true });
const state = (page: Page) => page.locator('.keep-state');

const begin = async (page: Page, path = '/posts/new?kind=write_up') => {
  await page.goto(path);
  await expect(page.locator('html')).toHaveAttribute('data-awake');
};

/** Pastes as a browser does: the event carries the clipboard. */
const paste = (page: Page, kinds: Record<string, string>) =>
  body(page).evaluate((area, kinds) => {
    const data = new DataTransfer();
    for (const [kind, words] of Object.entries(kinds)) data.setData(kind, words);
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, kinds);

test('without scripts a button keeps a draft, and the list leads back to it', async ({ desk, hasScripts }) => {
  test.skip(hasScripts, 'with scripts drafts are kept by themselves');
  await desk.goto('/posts/new?kind=write_up');
  await body(desk).fill('단추로 담는다.');
  await desk.getByRole('button', { name: '초안으로 담아 두기' }).click();
  await expect(desk.getByRole('status').first()).toContainText('초안으로 담아 두었어요.');
  await desk.goto('/posts');
  await desk.getByRole('link', { name: '초안 1개' }).click();
  await desk.getByRole('link', { name: '제목 없음' }).click();
  await expect(body(desk)).toHaveValue('단추로 담는다.');
  await title(desk).fill('담았던 글');
  await desk.getByRole('button', { name: '저장', exact: true }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('담았던 글');
  await desk.goto('/drafts');
  await expect(desk.getByText('담아 둔 초안이 없어요')).toBeVisible();
});

test.describe('with the island awake', { tag: '@javascript' }, () => {
  test('lists go on, Tab indents, and Ctrl+Z takes each back', async ({ desk }) => {
    await begin(desk);
    await body(desk).pressSequentially('- 하나');
    await desk.keyboard.press('Enter');
    await desk.keyboard.type('둘');
    await desk.keyboard.press('Tab');
    await expect(body(desk)).toHaveValue('- 하나\n  - 둘');
    await desk.keyboard.press('Control+Z');
    await expect(body(desk)).toHaveValue('- 하나\n- 둘');
    await desk.keyboard.press('End');
    await desk.keyboard.press('Enter');
    await desk.keyboard.press('Enter');
    await expect(body(desk)).toHaveValue('- 하나\n- 둘\n');
    await desk.keyboard.press('Tab');
    await expect(body(desk), 'Tab leaves where there is nothing to indent').not.toBeFocused();
  });

  test('marks come and go by key and by button', async ({ desk }) => {
    await begin(desk);
    await body(desk).fill('굵은 말');
    await body(desk).press('Control+A');
    await desk.keyboard.press('Control+B');
    await expect(body(desk)).toHaveValue('**굵은 말**');
    await desk.getByRole('button', { name: '굵게' }).click();
    await expect(body(desk)).toHaveValue('굵은 말');
    await desk.getByRole('button', { name: '할 일' }).click();
    await expect(body(desk)).toHaveValue('- [ ] 굵은 말');
    await expect(body(desk)).toBeFocused();
    await desk.getByRole('toolbar').getByRole('button').first().focus();
    await desk.keyboard.press('ArrowRight');
    await expect(desk.getByRole('button', { name: '기울임' })).toBeFocused();
  });

  test('an address over words is a link', async ({ desk }) => {
    await begin(desk);
    await body(desk).fill('문서');
    await body(desk).press('Control+A');
    await paste(desk, { 'text/plain': 'https://example.com/a' });
    await expect(body(desk)).toHaveValue('[문서](https://example.com/a)');
    await desk.keyboard.press('Control+Z');
    await expect(body(desk)).toHaveValue('문서');
  });

  test('Word becomes Markdown, and what is typed meanwhile stays', async ({ desk }) => {
    const html = await readFile(join(import.meta.dirname, 'fixtures/word.html'), 'utf8');
    await desk.route('**/desk/markdown', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await begin(desk);
    await body(desk).pressSequentially('앞 ');
    await paste(desk, { 'text/html': html, 'text/plain': '상반기 회고' });
    await desk.keyboard.type('뒤');
    await expect(body(desk)).toHaveValue(/^앞 # 상반기 회고\n\n팀은 \*\*세 번\*\*[\s\S]*뒤$/);
    await expect(body(desk)).not.toHaveValue(/mso|Mso/);
  });

  test('where rich text cannot be turned, the plain words are pasted', async ({ desk }) => {
    await desk.route('**/desk/markdown', (route) => route.abort());
    await begin(desk);
    await body(desk).click();
    await paste(desk, { 'text/html': '<b>굵은</b> 말', 'text/plain': '굵은 말' });
    await expect(body(desk)).toHaveValue('굵은 말');
  });

  test('names are offered and chosen by key', async ({ desk, server }) => {
    await write(desk, server, { kind: 'write_up', title: '이어 부를 글', body: '글' });
    await begin(desk);
    await body(desk).pressSequentially('보기: [[이어 부');
    await expect(desk.getByRole('option', { name: '이어 부를 글' })).toBeVisible();
    await expect(body(desk)).toHaveAttribute('aria-activedescendant', 'name-0');
    await desk.keyboard.press('Enter');
    await expect(body(desk)).toHaveValue('보기: [[이어 부를 글]]');
    await body(desk).pressSequentially(' [[이어');
    await expect(desk.getByRole('option').first()).toBeVisible();
    await desk.keyboard.press('Escape');
    await expect(desk.locator('#names')).toBeHidden();
  });

  test('a picture is brought, written where the caret was, and described', async ({ desk }) => {
    await desk.route('**/uploads', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      const json = { name: 'abc.jpg', address: '/uploads/abc.jpg', kind: 'picture', width: 1, height: 1, file_name: 'a.png' };
      await route.fulfill({ status: 201, json });
    });
    await begin(desk);
    await body(desk).pressSequentially('앞 ');
    await body(desk).evaluate((area) => {
      const data = new DataTransfer();
      data.items.add(new File(['x'], '사진.png', { type: 'image/png' }));
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await desk.keyboard.type('뒤');
    await expect(body(desk)).toHaveValue('앞 ![](/uploads/abc.jpg)\n뒤');
    await desk.getByLabel('사진을 말로 옮기면').fill('해 질 녘');
    await desk.keyboard.press('Tab');
    await expect(body(desk)).toHaveValue('앞 ![해 질 녘](/uploads/abc.jpg)\n뒤');
  });

  test('an upload that fails is tried again', async ({ desk }) => {
    let tries = 0;
    await desk.route('**/uploads', async (route) => {
      tries += 1;
      if (tries === 1) return route.abort();
      await route.fulfill({ status: 201, json: { address: '/uploads/a.pdf', kind: 'file' } });
    });
    await begin(desk);
    await desk.locator('[data-bring]').setInputFiles({ name: '표.pdf', mimeType: 'application/pdf', buffer: Buffer.from('x') });
    await desk.getByRole('button', { name: '다시 올리기' }).click();
    await expect(body(desk)).toHaveValue('[표.pdf](/uploads/a.pdf)\n');
  });

  test('a draft is called kept only when the server has it, and nobody is asked at the door then', async ({ desk }) => {
    await begin(desk);
    await body(desk).pressSequentially('저절로 담긴다.');
    await expect(state(desk)).toHaveText('적는 중…');
    await expect(state(desk)).toContainText('초안을 서버에 담았어요.', { timeout: 10_000 });
    const asked: string[] = [];
    desk.on('dialog', async (dialog) => {
      asked.push(dialog.type());
      await dialog.accept();
    });
    await desk.getByRole('link', { name: '그만두기' }).click();
    await expect(desk).toHaveURL('/posts');
    expect(asked).toEqual([]);
    await desk.goto('/drafts');
    await expect(desk.getByText('저절로 담긴다.')).toBeVisible();
  });

  test('words outlive a server that is killed in mid-edit', async ({ browser, fresh }) => {
    const page = await browser.newPage({ baseURL: fresh.url, locale: 'ko-KR' });
    const { found } = await import('./team.ts');
    await found(page);
    await begin(page);
    await body(page).pressSequentially('서버가 아는 말.');
    await expect(state(page)).toContainText('초안을 서버에 담았어요.', { timeout: 10_000 });
    await fresh.kill();
    await body(page).press('End');
    await body(page).pressSequentially(' 브라우저만 아는 말.');
    await expect(state(page)).toContainText('이 브라우저에만 담아 두었어요.', { timeout: 10_000 });
    await fresh.restart();
    await page.goto('/drafts', { waitUntil: 'commit' }).catch(() => undefined);
    page.on('dialog', (dialog) => dialog.accept());
    await page.goto('/drafts');
    await expect(page.getByText('서버가 아는 말.')).toBeVisible();
    await begin(page);
    await page.getByRole('button', { name: '그 글로 이어 쓰기' }).click();
    await expect(body(page)).toHaveValue('서버가 아는 말. 브라우저만 아는 말.');
    await page.close();
  });

  test('of two windows on one post the second is told', async ({ desk, server, context }) => {
    const post = await write(desk, server, { kind: 'write_up', title: '두 창', body: '처음.' });
    const other = await context.newPage();
    await begin(desk, `${post}/edit`);
    await begin(other, `${post}/edit`);
    await body(desk).fill('창 하나.');
    await expect(state(desk)).toContainText('초안을 서버에 담았어요.', { timeout: 10_000 });
    await body(other).fill('창 둘.');
    await expect(state(other)).toContainText('다른 창에 이 글의 다른 초안이 있어요.', { timeout: 10_000 });
    await desk.goto('/drafts');
    await expect(desk.getByText('창 하나.')).toBeVisible();
  });

  test('nothing happens to Hangul that is being composed', async ({ desk, context }) => {
    await begin(desk);
    await body(desk).pressSequentially('- ');
    const keys = await context.newCDPSession(desk);
    await keys.send('Input.imeSetComposition', { text: '하', selectionStart: 1, selectionEnd: 1 });
    await desk.keyboard.press('Enter');
    await expect(body(desk)).not.toHaveValue(/\n- /);
    await keys.send('Input.insertText', { text: '하' });
    await expect(body(desk)).toHaveValue(/^- 하/);
  });
});
