import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectAccessible } from './sound.ts';
import { signIn, write } from './team.ts';

const title = (page: Page) => page.getByLabel('제목', { exact: true });
const body = (page: Page) => page.getByLabel('본문');
const save = (page: Page) => page.getByRole('button', { name: '저장' });
const words = (page: Page) => page.locator('article .words');

test('a retrospective is chosen, written and shown', async ({ desk }) => {
  await desk.goto('/');
  await desk.getByRole('banner').getByRole('link', { name: '쓰기' }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('무엇을 쓸까요');
  await desk.getByRole('link', { name: '회고' }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('새 회고');
  await expect(desk.getByLabel('시작한 날')).toHaveValue(/^\d{4}-\d\d-\d\d$/);

  await title(desk).fill('하반기를 **돌아보며**');
  await desk.getByLabel('시작한 날').fill('2026-07-01');
  await desk.getByLabel('끝난 날').fill('2026-12-31');
  await body(desk).fill('# 잘한 것\n\n쉬는 법을 **조금** 배웠다.\n\n# 바꿀 것\n\n- 금요일 배포\n');
  await desk.getByLabel('태그').fill('회고, #쉼 Airflow,회고');
  await desk.getByLabel('볼 수 있는 사람').selectOption('나만');
  await save(desk).click();

  await expect(desk).toHaveURL(/\/posts\/\d+$/);
  await expect(desk.getByRole('status')).toHaveText('저장했어요.');
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('하반기를 **돌아보며**');
  await expect(desk.getByRole('article')).toContainText('회고 · 2026년 7월 1일 ~ 2026년 12월 31일 · 나만 보는 글');
  await expect(words(desk).getByRole('heading', { level: 2 })).toHaveText(['잘한 것', '바꿀 것']);
  await expect(words(desk).locator('strong')).toHaveText('조금');
  await expect(words(desk).getByRole('listitem')).toHaveText('금요일 배포');
  await expect(desk.getByRole('list', { name: '태그' }).getByRole('listitem')).toHaveText(['#회고', '#쉼', '#airflow']);

  await desk.reload();
  await expect(desk.getByRole('status'), 'said once').toBeEmpty();
});

test('a post that is not right yet comes back with all that was typed', async ({ desk, hasScripts }) => {
  await desk.goto('/posts/new?kind=retrospective');
  const typed = '\n\n  </textarea><script>x</script> &amp; 첫 줄은 비어 있다\n';
  await body(desk).fill(typed);
  await desk.getByLabel('시작한 날').fill('2026-12-31');
  await desk.getByLabel('끝난 날').fill('2026-07-01');
  await desk.getByLabel('태그').fill('하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열 열하나');
  await save(desk).click();

  await expect(desk.getByRole('alert')).toHaveText('고칠 곳이 3군데 있어요. 쓰신 내용은 그대로 있어요.');
  await expect(title(desk)).toHaveAccessibleDescription('비어 있어요. 채워 주세요.');
  await expect(desk.getByLabel('끝난 날')).toHaveAccessibleDescription('끝난 날이 시작한 날보다 앞서요.');
  await expect(desk.getByLabel('태그')).toHaveAccessibleDescription(/^10개까지만 쓸 수 있어요\./);
  await expect(body(desk)).toHaveValue(typed);
  await expect(desk.getByLabel('끝난 날')).toHaveValue('2026-07-01');
  if (hasScripts) await expectAccessible(desk);

  await title(desk).fill('이제 됐다');
  await desk.getByLabel('시작한 날').fill('2026-06-01');
  await desk.getByLabel('태그').fill('');
  await save(desk).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('이제 됐다');
});

test('an edit makes a revision, and saving the same makes none', async ({ desk, server }) => {
  const post = await write(desk, server, { kind: 'book_note', title: '쉼에 대하여', body: '첫 판.' });
  await desk.goto(post);
  await desk.getByRole('link', { name: '고치기' }).click();
  await expect(title(desk)).toHaveValue('쉼에 대하여');
  await expect(desk.getByLabel('책 제목')).toHaveValue('이토록 멋진 휴식');
  await body(desk).fill('둘째 판.');
  await save(desk).click();
  await expect(desk).toHaveURL(post);
  await expect(words(desk)).toHaveText('둘째 판.');
  await expect(desk.getByRole('article')).toContainText('2판');

  await desk.getByRole('link', { name: '고치기' }).click();
  await save(desk).click();
  await expect(desk.getByRole('status')).toHaveText('바뀐 것이 없어 새 판을 만들지 않았어요.');
  await expect(desk.getByRole('article')).toContainText('2판');
});

test('a task is ticked on the page, by hand and by key', async ({ desk, server }) => {
  const post = await write(desk, server, { kind: 'write_up', title: '할 일', body: '- [ ] 첫째\n- [x] 둘째\n' });
  await desk.goto(post);
  const task = (name: string) => desk.getByRole('checkbox', { name });
  await expect(task('첫째')).not.toBeChecked();
  await expect(task('둘째')).toBeChecked();
  await task('첫째').click();
  await expect(task('첫째')).toBeChecked();
  await expect(desk).toHaveURL(`${post}#task-1`);
  await expect(desk.getByRole('status').first()).toHaveText('저장했어요.');
  await task('둘째').focus();
  await desk.keyboard.press('Space');
  await expect(task('둘째')).not.toBeChecked();
  await desk.goto(`${post}.md`);
  await expect(desk.locator('body')).toContainText('- [x] 첫째 - [ ] 둘째');
});

test('words outlive the sign-in they were written under', async ({ desk, server, context, member }) => {
  await desk.goto('/posts/new?kind=write_up');
  await title(desk).fill('긴 글');
  await body(desk).fill('쓰는 동안 문이 닫혔다.');
  await context.clearCookies();
  await save(desk).click();
  await expect(desk.getByRole('alert')).toContainText('쓰신 글은 아래 그대로 있어요.');
  await expect(body(desk)).toHaveValue('쓰는 동안 문이 닫혔다.');

  const door = context.waitForEvent('page');
  await desk.getByRole('link', { name: '들어가기' }).click();
  await (await door).close();
  await signIn(desk, server, member);
  await save(desk).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('긴 글');
  await expect(words(desk)).toHaveText('쓰는 동안 문이 닫혔다.');
});

test.describe('with the island awake', { tag: '@javascript' }, () => {
  const preview = (page: Page) => page.getByRole('region', { name: '미리 보기' });

  /** Leaving asks; we stay. */
  const expectToBeAsked = async (page: Page) => {
    await body(page).click(); // browsers ask only on a page that was touched
    const asked: string[] = [];
    page.once('dialog', async (dialog) => {
      asked.push(dialog.type());
      await dialog.dismiss();
    });
    await page.getByRole('link', { name: '그만두기' }).click();
    await expect.poll(() => asked).toEqual(['beforeunload']);
  };

  const style = (element: Locator) =>
    element.evaluate((one) => {
      const { color, fontSize, fontWeight } = getComputedStyle(one);
      return { color, fontSize, fontWeight };
    });

  const begin = async (page: Page, path = '/posts/new?kind=write_up') => {
    await page.goto(path);
    await expect(page.locator('html')).toHaveAttribute('data-awake');
  };

  test('the preview follows the words, and the page shows the very same', async ({ desk }) => {
    await begin(desk);
    await expect(preview(desk)).toContainText('쓰는 대로 여기에 보여요.');
    await title(desk).fill('같은 글');
    await body(desk).click();
    await desk.keyboard.type('# 제목\n\n**굵은** 말과 <kbd>Ctrl</kbd> 그리고 [밖](https://example.com)[^하나]\n\n');
    await expect(preview(desk).getByRole('heading', { level: 2, name: '제목' })).toBeVisible();
    await desk.keyboard.insertText('| 일 | 때 |\n|---|--:|\n| 쉼 | 3 |\n\n:::internal\n안에서만.\n:::\n\n[^하나]: 각주.\n');
    await expect(preview(desk).getByRole('table')).toBeVisible();
    await expect(preview(desk)).toContainText('각주.');
    const shown = preview(desk).locator('.words');
    const html = await shown.innerHTML();
    const heading = await style(shown.locator('h2'));

    await save(desk).click();
    await expect(desk).toHaveURL(/\/posts\/\d+$/);
    // Below a heading, the page offers to comment on it.
    await words(desk).locator('.on-heading').evaluateAll((ways) => ways.forEach((way) => way.remove()));
    expect(await words(desk).innerHTML()).toBe(html);
    expect(await style(words(desk).locator('h2'))).toEqual(heading);
  });

  test('code, formulas, front matter and names in the preview are those of the page', async ({ desk, server }) => {
    await write(desk, server, { kind: 'write_up', title: '이미 있는 글', body: '글' });
    await begin(desk);
    await title(desk).fill('꾸민 글');
    await body(desk).click();
    await desk.keyboard.insertText(
      '---\ntitle: 회고\ntags: [하나, 둘]\n---\n\n```rust\nfn main() { let 말 = "<b>"; }\n```\n\n' +
        '```없는말\n그대로\n```\n\n거리는 $\\sqrt{x}$이다.\n\n$$\\frac{a}{b}$$\n\n[[어디에도 없는 글]], [[이미 있는',
    );
    await desk.getByRole('option', { name: '이미 있는 글' }).click();
    const shown = preview(desk).locator('.words');
    await expect(shown.locator('code.language-rust .code-keyword').first()).toBeVisible();
    await expect(shown.locator('math')).toHaveCount(2);
    await expect(shown.locator('dl.front-matter')).toBeVisible();
    await expect(shown.locator('a.post-link')).toHaveText('이미 있는 글');
    await expect(shown.locator('.missing')).toHaveText('어디에도 없는 글');
    const html = await shown.innerHTML();
    await save(desk).click();
    await expect(desk).toHaveURL(/\/posts\/\d+$/);
    expect(await words(desk).innerHTML()).toBe(html);
    await desk.getByRole('link', { name: '고치기' }).click();
    await expect(preview(desk).locator('.words math')).toHaveCount(2);
    expect(await preview(desk).locator('.words').innerHTML()).toBe(html);
  });

  test('an edit begins with a preview of what is stored', async ({ desk, server }) => {
    const post = await write(desk, server, { kind: 'write_up', title: '고칠 글', body: '이미 있는 말.' });
    await begin(desk, `${post}/edit`);
    await expect(preview(desk)).toContainText('이미 있는 말.');
    await expect(preview(desk).getByText('쓰는 대로 여기에 보여요.')).toBeHidden();
  });

  test('what was typed before the bundle came is kept and shown', async ({ desk }) => {
    let arrive = () => {};
    const arrival = new Promise<void>((resolve) => (arrive = resolve));
    await desk.route('**/*.wasm', async (route) => {
      await arrival;
      await route.continue();
    });
    await desk.goto('/posts/new?kind=write_up', { waitUntil: 'commit' });
    await body(desk).fill('먼저 쓴 말.');
    arrive();
    await expect(desk.locator('html')).toHaveAttribute('data-awake');
    await expect.soft(preview(desk)).toContainText('먼저 쓴 말.');
    await expectToBeAsked(desk);
    await expect(body(desk)).toHaveValue('먼저 쓴 말.');
  });

  test('Ctrl+Enter saves, from any field', async ({ desk }) => {
    await begin(desk);
    await body(desk).fill('단축키로 저장한다.');
    await title(desk).fill('빠른 글');
    await desk.keyboard.press('Control+Enter');
    await expect(desk).toHaveURL(/\/posts\/\d+$/);
    await expect(words(desk)).toHaveText('단축키로 저장한다.');
  });

  test('leaving with unsaved words asks first', async ({ desk }) => {
    const asked: string[] = [];
    await begin(desk);
    desk.on('dialog', async (dialog) => {
      asked.push(dialog.type());
      // The first time we stay, the second time we go.
      await (asked.length === 1 ? dialog.dismiss() : dialog.accept());
    });
    await body(desk).pressSequentially('아직 저장하지 않았다.');
    await desk.getByRole('link', { name: '그만두기' }).click();
    await expect.poll(() => asked).toEqual(['beforeunload']);
    await expect(desk).toHaveURL('/posts/new?kind=write_up');
    await expect(body(desk)).toHaveValue('아직 저장하지 않았다.');

    await desk.getByRole('link', { name: '그만두기' }).click();
    await expect(desk).toHaveURL('/posts');
    expect(asked).toEqual(['beforeunload', 'beforeunload']);
  });

  test('saving does not ask, and leaving an untouched form does not', async ({ desk }) => {
    const asked: string[] = [];
    desk.on('dialog', async (dialog) => {
      asked.push(dialog.type());
      await dialog.accept();
    });
    await begin(desk);
    await body(desk).press('ArrowDown');
    await desk.getByRole('link', { name: '그만두기' }).click();
    await expect(desk).toHaveURL('/posts');

    await begin(desk);
    await title(desk).pressSequentially('묻지 않는다');
    await body(desk).pressSequentially('저장하면 그만이다.');
    await save(desk).click();
    await expect(desk).toHaveURL(/\/posts\/\d+$/);
    expect(asked).toEqual([]);
  });

  // A form that came back is unsaved, too: its words are nowhere but on the page.
  test('leaving a form that came back asks first', async ({ desk }) => {
    await begin(desk);
    await body(desk).pressSequentially('제목을 잊었다.');
    await save(desk).click();
    await expect(desk.getByRole('alert')).toBeVisible();
    await expect(desk.locator('html')).toHaveAttribute('data-awake');
    await expectToBeAsked(desk);
    await expect(body(desk)).toHaveValue('제목을 잊었다.');
  });

  test('pasted prose gets blank lines between paragraphs, and Ctrl+Z takes it back', async ({ desk, context }) => {
    const paragraph = (word: string) => `${word}에는 ${'배포를 세 번 했고 한 번은 되돌렸다. '.repeat(5).trim()}`;
    const prose = `${paragraph('봄')}\n${paragraph('여름')}\n${paragraph('가을')}`;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await begin(desk);
    await desk.evaluate((text) => navigator.clipboard.writeText(text), prose);
    await body(desk).pressSequentially('before ');
    await desk.keyboard.press('Control+V');
    await expect(body(desk)).toHaveValue(`before ${prose.replaceAll('\n', '\n\n')}`);
    await expect(preview(desk).getByRole('status')).toContainText('문단 사이에 빈 줄을 넣었어요.');
    await expect(preview(desk).getByRole('paragraph').filter({ hasText: '되돌렸다' })).toHaveCount(3);

    await desk.keyboard.press('Control+Z');
    await expect(body(desk)).toHaveValue('before ');
    await expect(preview(desk).getByRole('status')).toBeHidden();
    await desk.keyboard.press('Control+Y');
    await expect(body(desk)).toHaveValue(`before ${prose.replaceAll('\n', '\n\n')}`);
  });

  test('a pasted list stays as it is', async ({ desk, context }) => {
    const list = '- 하나\n- 둘\n- 셋';
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await begin(desk);
    await desk.evaluate((text) => navigator.clipboard.writeText(text), list);
    await body(desk).click();
    await desk.keyboard.press('Control+V');
    await expect(body(desk)).toHaveValue(list);
    await expect(preview(desk).getByRole('listitem')).toHaveText(['하나', '둘', '셋']);
  });

  test('Hangul being composed is neither lost nor doubled, and Ctrl+Enter waits', async ({ desk, context }) => {
    const saves: string[] = [];
    desk.on('request', (request) => request.method() === 'POST' && saves.push(request.url()));
    await begin(desk);
    await title(desk).fill('한글을 쓴다');
    await body(desk).click();
    const keys = await context.newCDPSession(desk);
    const compose = (text: string) =>
      keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

    for (const [syllable, ...before] of [['다', 'ㄷ'], ['시', 'ㅅ'], ['또', 'ㄸ']] as const) {
      for (const part of [...before, syllable]) await compose(part);
      await keys.send('Input.insertText', { text: syllable });
    }
    await expect(body(desk)).toHaveValue('다시또');
    await expect(preview(desk).locator('.words')).toHaveText('다시또');

    await compose('ㄷ');
    await compose('다');
    await expect(preview(desk).locator('.words')).toHaveText('다시또다');
    await desk.keyboard.press('Control+Enter');
    await compose('닷');
    await keys.send('Input.insertText', { text: '다시' });
    await expect(body(desk)).toHaveValue('다시또다시');
    expect(saves).toEqual([]);

    await desk.keyboard.press('Control+Enter');
    await expect(desk).toHaveURL(/\/posts\/\d+$/);
    await expect(words(desk)).toHaveText('다시또다시');
    expect(saves).toHaveLength(1);
  });
});
