import { expect, test } from './fixtures.ts';
import { write } from './team.ts';

test('a tag is renamed, becomes one with another, and both are undone', async ({ desk, server }) => {
  const one = await write(desk, server, { kind: 'write_up', title: '하나', body: '', tags: '쉬는시간 창고정리' });
  await write(desk, server, { kind: 'write_up', title: '둘', body: '', tags: '숨돌리기' });
  await desk.goto(one);
  await desk.getByRole('link', { name: '#쉬는시간' }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('#쉬는시간');

  await desk.getByText('이름 바꾸기').click();
  await desk.getByLabel('새 이름').fill('쉬는 시간');
  await desk.getByRole('button', { name: '바꾸기', exact: true }).click();
  await expect(desk.getByText('태그는 한 낱말이에요.')).toBeVisible();
  await expect(desk.getByLabel('새 이름')).toHaveValue('쉬는 시간');
  await desk.getByLabel('새 이름').fill('숨돌리기');
  await desk.getByRole('button', { name: '바꾸기', exact: true }).click();
  await expect(desk.getByText('#쉬는시간 글 1개와 #숨돌리기 글 1개가 모두 #숨돌리기로 보여요.')).toBeVisible();
  await desk.getByRole('button', { name: '하나로 합치기' }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('#숨돌리기');
  await expect(desk.locator('.lines > li > a')).toHaveText(['둘', '하나']);

  await desk.goto('/tags/쉬는시간');
  await expect(desk, 'what leads to the old name leads on').toHaveURL(encodeURI('/tags/숨돌리기'));
  await desk.getByRole('button', { name: '#쉬는시간 되돌리기' }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('#쉬는시간');
  await expect(desk.locator('.lines > li > a')).toHaveText(['하나']);
  await desk.getByRole('link', { name: '모든 태그' }).click();
  await expect(desk.getByRole('link', { name: '#숨돌리기' })).toBeVisible();
});

test('a link survives a new title there, and what nobody has written is offered', async ({ desk, server }) => {
  const there = await write(desk, server, { kind: 'write_up', title: '옛 제목의 글', body: '글' });
  const here = await write(desk, server, { kind: 'write_up', title: '가리키는 글', body: '[[옛 제목의 글]]과 [[쓰지 않은 글]]' });
  await desk.goto(`${there}/edit`);
  await desk.getByLabel('제목', { exact: true }).fill('새 제목의 글');
  await desk.getByRole('button', { name: '저장' }).click();
  await expect(desk.getByRole('region', { name: '이 글을 가리키는 글' }).getByRole('link')).toHaveText(['가리키는 글']);

  await desk.goto(here);
  await desk.locator('.words').getByRole('link', { name: '새 제목의 글' }).click();
  await expect(desk).toHaveURL(there);
  await desk.goto(here);
  await desk.getByRole('link', { name: '쓰기: 쓰지 않은 글' }).click();
  await expect(desk.getByLabel('제목', { exact: true })).toHaveValue('쓰지 않은 글');
});

test('a story in parts is begun, ordered and read from part to part', async ({ desk, server }) => {
  const first = await write(desk, server, { kind: 'write_up', title: '첫 편', body: '' });
  const second = await write(desk, server, { kind: 'write_up', title: '둘째 편', body: '' });
  await desk.goto(first);
  await desk.getByRole('link', { name: '연재에 넣기' }).click();
  await desk.getByLabel('새 연재 제목').fill('창고를 옮긴 이야기');
  await desk.getByRole('button', { name: '넣기' }).click();
  await desk.goto(second);
  await desk.getByRole('link', { name: '연재에 넣기' }).click();
  await desk.getByLabel('이어 가는 연재').selectOption({ label: '창고를 옮긴 이야기 · 1편' });
  await desk.getByRole('button', { name: '넣기' }).click();
  const box = desk.getByRole('region', { name: '연재' });
  await expect(box).toContainText('2편 중 2편: 창고를 옮긴 이야기');
  await box.getByText('모든 편 보기').click();
  await expect(box.getByRole('listitem')).toHaveText(['첫 편', '둘째 편']);
  await box.getByRole('link', { name: '이전 편 첫 편' }).click();
  await expect(desk).toHaveURL(first);

  await box.getByRole('link', { name: '창고를 옮긴 이야기' }).click();
  await desk.getByRole('button', { name: '“둘째 편” 앞으로 옮기기' }).click();
  await expect(desk.locator('.parts > li > a')).toHaveText(['둘째 편', '첫 편']);
  await desk.getByRole('button', { name: '“첫 편” 연재에서 빼기' }).click();
  await expect(desk).toHaveURL(first);
  await expect(box).toBeHidden();
});
