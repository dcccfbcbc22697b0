import { readFileSync } from 'node:fs';
import { join as path } from 'node:path';
import { expect, test } from './fixtures.ts';
import { join, remind, signIn, write, NEXT_YEAR } from './team.ts';

const EVERYTHING = readFileSync(path(import.meta.dirname, 'fixtures/everything.md'), 'utf8');

test('a post shows everything Markdown has, and nothing in it runs', async ({ desk, server }) => {
  const dialogs: string[] = [];
  desk.on('dialog', (dialog) => (dialogs.push(dialog.message()), dialog.dismiss()));
  const post = await write(desk, server, { kind: 'write_up', title: '모두 있는 글', summary: '요약도 있다.', body: EVERYTHING });
  await desk.goto(post);
  const words = desk.locator('article .words');

  await expect.soft(words.locator('strong')).toHaveText('배운 것');
  await expect.soft(words.locator('em')).toHaveText('모두');
  await expect.soft(words.locator('del')).toHaveText('지운 말');
  await expect.soft(words.getByRole('table').getByRole('row')).toHaveText([/일\s*시간/, /배포\s*3/, /되돌리기\s*1/]);
  await expect.soft(words.getByRole('cell', { name: '3' })).toHaveCSS('text-align', /right|end/);
  await expect.soft(words.getByRole('checkbox', { name: '한 일' })).toBeChecked();
  await expect.soft(words.getByRole('checkbox', { name: '할 일' })).not.toBeChecked();
  await expect.soft(words.locator('pre')).toContainText('println!("다시 <b>또</b> 다시 & {}", 1);');
  await expect.soft(words.locator('blockquote blockquote')).toHaveText('그래서 쉰다.');
  await expect.soft(words.locator('.callout')).toContainText('금요일에는 배포하지 않는다.');
  await expect.soft(words.getByRole('note', { name: '안에서만 보는 내용. 밖으로 나가지 않아요.' })).toHaveText('고객 이름은 안에서만 쓴다.');
  await expect.soft(words.getByRole('link', { name: '밖' })).toHaveAttribute('href', 'https://example.com/again?a=1&b=2');
  await expect.soft(words.getByRole('img', { name: '물결 그림' })).toHaveJSProperty('complete', true);
  await expect.soft(words.locator('kbd')).toHaveText('Ctrl');
  await words.getByText('펼치기').click();
  await expect.soft(words.getByText('숨은 말')).toBeVisible();
  await expect.soft(words.locator('script')).toHaveCount(0);
  await expect.soft(words.locator('[href^="javascript:"]')).toHaveCount(0);
  await expect.soft(words.getByText('누르지 마세요')).toBeVisible();

  await words.locator('sup a').click();
  await expect.soft(words.getByText('각주는 아래에 모인다.')).toBeInViewport();
  await expect.soft(desk.getByText('요약도 있다.')).toBeVisible();
  expect(dialogs).toEqual([]);
});

test('the contents list leads to the headings', async ({ desk, server }) => {
  const post = await write(desk, server, { kind: 'write_up', title: '긴 글', body: EVERYTHING });
  await desk.goto(post);
  const contents = desk.getByRole('navigation', { name: '차례' });
  await expect(contents.getByRole('link')).toHaveText(['표', '목록', '코드', '링크와 그림']);
  await contents.getByRole('link', { name: '링크와 그림' }).click();
  await expect(desk.getByRole('heading', { name: '링크와 그림' })).toBeInViewport();

  await desk.setViewportSize({ width: 360, height: 740 });
  await expect(contents, 'folded on a phone').toBeHidden();
  await desk.getByText('차례').click();
  await contents.getByRole('link', { name: '코드' }).click();
  await expect(desk.getByRole('heading', { name: '코드' })).toBeInViewport();
});

test('a post as Markdown is what was typed, to the byte', async ({ desk }) => {
  const typed = `\n  ${EVERYTHING}끝에는 줄바꿈이 없다`;
  await desk.goto('/posts/new?kind=write_up');
  await desk.getByLabel('제목', { exact: true }).fill('글자 그대로');
  await desk.getByLabel('본문').fill(typed);
  await desk.getByRole('button', { name: '저장' }).click();
  await expect(desk).toHaveURL(/\/posts\/\d+$/);
  const link = desk.getByRole('link', { name: '마크다운으로 보기' });
  const answer = await desk.request.get((await link.getAttribute('href')) ?? '');
  expect(answer.headers()['content-type']).toMatch(/^text\/markdown; *charset=utf-8/i);
  expect((await answer.body()).equals(Buffer.from(typed))).toBe(true);
  await link.click();
  await expect(desk.locator('body')).toContainText('반년 동안 **배운 것**을');
});

test('the list shows posts by kind, the newest first', async ({ desk, server }) => {
  const mark = crypto.randomUUID().slice(0, 8);
  const titles = ['회고 하나', '노트 하나', '기술 글 하나', '회고 둘'].map((title) => `${title} ${mark}`);
  const kinds = ['retrospective', 'book_note', 'write_up', 'retrospective'] as const;
  for (const [i, kind] of kinds.entries()) {
    await write(desk, server, { kind, title: titles[i] ?? '', body: `${titles[i]}의 첫 문장.` });
  }
  const listed = desk.getByRole('main').getByRole('listitem').getByRole('link', { name: mark });

  await desk.goto('/');
  await desk.getByRole('navigation', { name: '둘러보기' }).getByRole('link', { name: '글' }).click();
  await expect(desk).toHaveURL('/posts');
  await expect(listed).toHaveText(titles.toReversed());
  await expect(desk.getByText(`${titles[3]}의 첫 문장.`)).toBeVisible();

  const tabs = desk.getByRole('navigation', { name: '글의 종류' });
  for (const [tab, query, mine] of [
    ['회고', 'retrospective', [3, 0]],
    ['책 노트', 'book_note', [1]],
    ['기술 글', 'write_up', [2]],
  ] as const) {
    await tabs.getByRole('link', { name: tab }).click();
    await expect(desk).toHaveURL(`/posts?kind=${query}`);
    await expect(tabs.locator('[aria-current=page]')).toHaveText(tab);
    await expect(listed).toHaveText(mine.map((i) => titles[i] ?? ''));
  }
});

test('a post for me alone is nowhere for others', async ({ desk, server, browser }) => {
  const title = `나만의 글 ${crypto.randomUUID()}`;
  const post = await write(desk, server, { kind: 'write_up', title, body: '비밀.', audience: 'only_me' });
  await desk.goto('/posts');
  await expect(desk.getByRole('link', { name: title })).toBeVisible();

  const other = await browser.newPage();
  await signIn(other, server, await join(server));
  await other.goto('/posts');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('글');
  await expect(other.getByText(title)).toHaveCount(0);
  for (const path of [post, `${post}.md`, `${post}/edit`, `${post}/remind`, `${post}/blog`, `${post}/blog.zip`]) {
    expect((await other.request.get(path)).status(), path).toBe(404);
  }
  await other.goto(post);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('여기에는 아무것도 없어요');
  await other.close();
});

test('home shows what comes back and what the team wrote', async ({ desk, server }) => {
  const title = `곧 다시 올 글 ${crypto.randomUUID().slice(0, 8)}`;
  const post = await write(desk, server, { kind: 'book_note', title, body: '노트의 첫 문장.' });
  await desk.goto('/');
  await expect(desk.getByText('이번 주에 다시 올 글은 없어요.')).toBeVisible();

  await remind(desk, server, post, `${NEXT_YEAR}-05-06T09:00`, 'half_yearly');
  await desk.reload();
  const coming = desk.locator('section').filter({ has: desk.getByRole('heading', { name: '다시 올 글' }) });
  await expect(coming.getByRole('listitem')).toHaveText(new RegExp(`${title}.*${NEXT_YEAR}년 5월 6일.*반년마다`, 's'));
  const latest = desk.locator('section').filter({ has: desk.getByRole('heading', { name: '팀이 쓴 글' }) });
  await latest.getByRole('link', { name: title }).click();
  await expect(desk).toHaveURL(post);
});
