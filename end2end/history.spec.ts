import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectAccessible, expectToFit } from './sound.ts';
import { write } from './team.ts';

/** Saves other words, as the member does it. */
async function change(page: Page, post: string, body: string): Promise<void> {
  await page.goto(`${post}/edit`);
  await page.getByRole('textbox', { name: '본문' }).fill(body);
  await page.getByRole('button', { name: '저장' }).first().click();
  await expect(page).toHaveURL(post);
}

test('an old text is found, compared and brought back', async ({ desk, server, hasScripts }) => {
  const post = await write(desk, server, { kind: 'book_note', title: '쉼에 대하여', body: '지난 회고를 다시 읽었다.\n' });
  await change(desk, post, '지난 회고는 다시 읽었다.\n');
  await desk.getByRole('link', { name: '2판' }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('지난 판');
  const sitting = desk.locator('.revisions > li');
  await expect(sitting, 'two saves of one sitting').toHaveCount(1);
  if (hasScripts) await expectAccessible(desk);

  await sitting.getByText('이어서 저장한 2번').click();
  await sitting.getByRole('link', { name: '1판' }).click();
  await expect(desk.getByRole('heading', { name: '지난 글이에요' })).toBeVisible();
  await expect(desk.locator('article .words')).toHaveText('지난 회고를 다시 읽었다.');
  if (hasScripts) await expectAccessible(desk);

  await desk.getByRole('link', { name: '1판과 2판' }).click();
  await expect(desk.locator('del')).toHaveText(/를$/);
  await expect(desk.locator('ins')).toHaveText(/는$/);
  await desk.getByRole('link', { name: '나란히' }).click();
  await expect(desk).toHaveURL(`${post}/compare?from=1&to=2&view=beside`);
  await expect(desk.locator('.pair-of-texts')).toBeVisible();
  if (hasScripts) await expectAccessible(desk);
  await expectToFit(desk);

  await desk.goto(`${post}/revisions/1`);
  await desk.getByRole('button', { name: '이 판으로 되돌리기' }).first().click();
  const question = desk.getByRole('dialog', { name: '1판으로 되돌릴까요?' });
  await question.getByRole('button', { name: '이 판으로 되돌리기' }).click();
  await expect(desk).toHaveURL(post);
  await expect(desk.getByRole('status')).toHaveText('지난 판으로 되돌렸어요.');
  await expect(desk.locator('article .words')).toHaveText('지난 회고를 다시 읽었다.');
});

test('any two revisions are picked from the list, and each line has its author', async ({ desk, server, member, hasScripts }) => {
  const post = await write(desk, server, { kind: 'write_up', title: '줄', body: '첫 줄\n\n둘째 줄\n' });
  await change(desk, post, '첫 줄\n\n고친 줄\n');
  await desk.goto(`${post}/revisions/1`);
  await desk.getByRole('button', { name: '이 판으로 되돌리기' }).first().click();
  await desk.getByRole('dialog').getByRole('button', { name: '이 판으로 되돌리기' }).click();
  await desk.goto(`${post}/revisions`);
  await expect(desk.locator('.revisions > li')).toHaveCount(2);
  await expect(desk.locator('.revisions > li').first()).toContainText('1판을 되돌린 판');
  await desk.getByRole('button', { name: '고른 두 판 견주기' }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('2판과 3판');

  await desk.goto(`${post}/lines`);
  await expect(desk.getByRole('rowheader').first()).toContainText(member.name);
  if (hasScripts) await expectAccessible(desk);
  await expectToFit(desk);
});
