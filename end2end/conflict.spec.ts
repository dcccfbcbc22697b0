import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectAccessible, expectToFit } from './sound.ts';
import { anotherDesk, write } from './team.ts';

const BASE = '아침에 비가 왔다. 우산을 쓰고 걸었다.\n\n저녁에는 갰다.\n';

const field = (page: Page) => page.getByRole('textbox', { name: '본문' });
const words = (page: Page) => page.locator('article .words');

/** In each browser the same text is changed; the first saves, then the second. */
async function bothSave(first: Page, second: Page, post: string, one: string, other: string): Promise<void> {
  await first.goto(`${post}/edit`);
  await second.goto(`${post}/edit`);
  await field(first).fill(one);
  await first.getByRole('button', { name: '저장' }).first().click();
  await expect(first).toHaveURL(post);
  await field(second).fill(other);
  await second.getByRole('button', { name: '저장' }).first().click();
}

test('what two browsers change in different places is joined', async ({ desk, browser, server, member, javaScriptEnabled }) => {
  const post = await write(desk, server, { kind: 'write_up', title: '비 오는 날', body: BASE });
  const other = await anotherDesk(browser, server, member, { javaScriptEnabled });
  await bothSave(other, desk, post, BASE.replace('아침에', '새벽에'), BASE.replace('갰다', '눈이 왔다'));
  await expect(desk).toHaveURL(`${post}/compare?from=1&to=3`);
  await expect(desk.getByRole('status')).toContainText('합쳤어요');
  await expect(desk.locator('ins')).toHaveText([/새벽에$/, /눈이 왔다$/]);
  await other.reload();
  await expect(words(other)).toHaveText(/새벽에 비가 왔다\. 우산을 쓰고 걸었다\.\s+저녁에는 눈이 왔다\./);
  await other.close();
});

test('the same place is shown with base, mine and theirs, and a choice is saved', async ({ desk, browser, server, member, javaScriptEnabled, hasScripts }) => {
  const post = await write(desk, server, { kind: 'write_up', title: '비 오는 날', body: BASE });
  const other = await anotherDesk(browser, server, member, { javaScriptEnabled });
  await bothSave(other, desk, post, BASE.replace('아침에', '새벽에'), BASE.replace('아침에', '한낮에').replace('갰다', '맑았다'));
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('같은 곳을 함께 고쳤어요');
  await expect(desk.getByRole('alert')).toContainText(`${member.name}님이 먼저 저장했어요.`);
  const place = desk.getByRole('group', { name: '본문의 1번째 곳' });
  await expect(place).toContainText('아침에 비가 왔다.');
  await expect(place.getByRole('radio')).toHaveCount(3);
  if (hasScripts) await expectAccessible(desk);
  await expectToFit(desk);

  await desk.getByRole('button', { name: '고른 대로 저장' }).click();
  await expect(desk.getByRole('alert').filter({ hasText: '고르지 않은 곳' })).toBeVisible();
  await other.reload();
  await expect(words(other), 'nothing is saved before somebody decides').toContainText('갰다');

  await place.getByRole('radio', { name: '둘 다' }).check();
  await desk.getByRole('button', { name: '고른 대로 저장' }).click();
  await expect(desk.getByRole('status')).toContainText('합쳤어요');
  await desk.goto(post);
  await expect(words(desk)).toHaveText(/한낮에 비가 왔다\. 새벽에 비가 왔다\. 우산을 쓰고 걸었다\.\s+저녁에는 맑았다\./);
  await other.close();
});

test('by hand: a mark that was left is not saved, and without it the text is', async ({ desk, browser, server, member, javaScriptEnabled }) => {
  const post = await write(desk, server, { kind: 'write_up', title: '비 오는 날', body: BASE });
  const other = await anotherDesk(browser, server, member, { javaScriptEnabled });
  await bothSave(other, desk, post, BASE.replace('아침에', '새벽에'), BASE.replace('아침에', '한낮에'));
  await desk.getByText('직접 고쳐서 저장하기').click();
  await expect(field(desk)).toHaveValue(/⟪⟪⟪ 여기부터 내 글\n한낮에 비가 왔다\. \n⟪·⟫ 여기부터 .*님의 글\n새벽에 비가 왔다\. \n⟫⟫⟫ 여기까지\n/);
  await desk.getByRole('button', { name: '고친 글 저장' }).click();
  await expect(field(desk)).toHaveAccessibleDescription(/아직 고르지 않은 곳이 있어요/);
  await expect(field(desk)).toHaveValue(/한낮에 비가 왔다/);
  await field(desk).fill('하루 종일 비가 왔다.');
  await desk.getByRole('button', { name: '저장' }).first().click();
  await expect(desk).toHaveURL(post);
  await expect(words(desk)).toHaveText('하루 종일 비가 왔다.');
  await other.close();
});
