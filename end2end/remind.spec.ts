import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Server } from './server.ts';
import { type Mail, addresses, header, link } from './smtp.ts';
import { expectAccessible } from './sound.ts';
import { type Member, NEXT_YEAR, remind, write } from './team.ts';

// Every test has a member and a post of its own; whose mail a tick sends besides, nobody here looks at.
const NINE_IN_SEOUL = `${NEXT_YEAR}-03-01T00:00:00Z`;
const post = (title: string) => ({ kind: 'book_note', title, body: '# 쉼\n\n쉬는 데에도 **품**이 든다 & 시간이 든다.' }) as const;

test('a post comes back by mail when its time is here, once', async ({ desk, server, mails, member, office }) => {
  const path = await write(desk, server, post('쉬는 법'));
  await desk.goto(path);
  await desk.getByRole('link', { name: '다시 알려 주기' }).click();
  await expect(desk.getByLabel('처음 받을 때')).toHaveAccessibleDescription('Asia/Seoul 시각이에요.');
  await expect(desk.getByLabel('얼마나 자주')).toHaveValue('half_yearly');
  await desk.getByLabel('처음 받을 때').fill(`${NEXT_YEAR}-03-01T09:00`);
  await desk.getByLabel('얼마나 자주').selectOption('매주');
  await desk.getByRole('button', { name: '알림 만들기' }).click();
  await expect(desk).toHaveURL(path);
  await expect(desk.getByRole('status')).toHaveText('알림을 만들었어요.');
  await expect(desk.getByRole('link', { name: `매주 · ${NEXT_YEAR}년 3월 1일 09:00` })).toBeVisible();

  await server.tick(`${NEXT_YEAR}-02-28T23:59:59Z`);
  expect(mails.all(member.email)).toEqual([]);
  expect((await server.tick(NINE_IN_SEOUL)).sent).toBeGreaterThan(0);
  const mail = await mails.waitFor(member.email);
  expectLetter(mail, member, server.url, path);

  expect(Object.values(await server.tick(NINE_IN_SEOUL)).every((count) => count === 0)).toBe(true);
  expect(mails.all(member.email)).toHaveLength(1);

  await desk.goto(link(mail, '/posts/'));
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('쉬는 법');
  await desk.goto(link(mail, '/reminders/'));
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('알림 바꾸기');
  await expect(desk.getByText('‘쉬는 법’을 때맞춰 메일로 보내 드려요.')).toBeVisible();
  await expect(desk.getByLabel('얼마나 자주')).toHaveValue('weekly');

  await office.goto('/mail');
  const line = office.getByRole('row').filter({ hasText: member.name });
  await expect(line).toContainText('다시: 쉬는 법');
  await expect(line).toContainText('보냄');
  await expect(line, 'nobody reads whole addresses').not.toContainText(member.email);
  await expect(line).toContainText('h…@example.com');
});

test('the mail log is for those who look after the house', async ({ desk }) => {
  const answer = await desk.goto('/mail');
  expect(answer?.status()).toBe(403);
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('여기는 들어갈 수 없어요');
});

test('a time that has passed is not taken, and what was typed stays', async ({ desk, server }) => {
  await desk.goto(`${await write(desk, server, post('지난 일'))}/remind`);
  await desk.getByLabel('처음 받을 때').fill('2026-01-01T09:00');
  await desk.getByLabel('얼마나 자주').selectOption('한 번');
  await desk.getByRole('button', { name: '알림 만들기' }).click();
  await expect(desk.getByLabel('처음 받을 때')).toHaveAccessibleDescription(/이미 지난 때예요\. 앞으로 올 때를 골라 주세요\./);
  await expect(desk.getByLabel('처음 받을 때')).toHaveValue('2026-01-01T09:00');
  await expect(desk.getByLabel('얼마나 자주')).toHaveValue('once');
});

test('the stop link only asks, and its buttons stop and resume', async ({ desk, page, server, mails, member }) => {
  const mail = await reminded(desk, server, member, '그만 올 글');
  await page.context().clearCookies(); // who reads mail need not be signed in
  for (let looked = 0; looked < 2; looked += 1) {
    await page.goto(link(mail, '/u/'));
    await expect(page.getByRole('main').getByRole('status')).toHaveText('‘그만 올 글’ 알림을 그만 받을까요?');
  }
  await page.getByRole('button', { name: '그만 받기' }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText('‘그만 올 글’ 알림을 멈췄어요. 더 보내지 않아요.');
  await server.tick(`${NEXT_YEAR}-03-08T00:00:00Z`);
  expect(mails.all(member.email)).toHaveLength(1);

  await page.getByRole('button', { name: '다시 받기' }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText('‘그만 올 글’ 알림을 다시 켰어요.');
  await server.tick(`${NEXT_YEAR}-03-15T00:00:00Z`);
  await mails.waitFor(member.email);
});

test('a mail program stops it with one bare request (RFC 8058)', async ({ desk, server, mails, member }) => {
  const mail = await reminded(desk, server, member, '한 번에 멈출 글');
  const address = header(mail, 'List-Unsubscribe')?.slice(1, -1) ?? '';
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  const one = { method: 'POST', body, redirect: 'manual' } as const;
  expect((await fetch(address, one)).status).toBe(200);
  expect((await fetch(address, one)).status, 'twice is once').toBe(200);

  await desk.goto('/reminders');
  await expect(desk.getByRole('listitem').filter({ hasText: '한 번에 멈출 글' })).toContainText('에 멈췄어요');
  await server.tick(`${NEXT_YEAR}-03-08T00:00:00Z`);
  expect(mails.all(member.email)).toHaveLength(1);
});

test('a stop link that was cut short stops nothing', async ({ desk, page, server, member }) => {
  const mail = await reminded(desk, server, member, '잘린 링크');
  await page.goto(link(mail, '/u/').slice(0, -3));
  await expect(page.getByText('이 링크로 멈출 알림이 없어요.')).toBeVisible();
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
});

test('the Reminders page changes a reminder', async ({ desk, server, mails, member }) => {
  const path = await write(desk, server, post('바꿀 알림'));
  await remind(desk, server, path, `${NEXT_YEAR}-03-01T09:00`);
  await desk.goto('/');
  await desk.getByRole('navigation', { name: '둘러보기' }).getByRole('link', { name: '다시 알림' }).click();
  const line = desk.getByRole('listitem').filter({ hasText: '바꿀 알림' });
  await expect(line).toContainText(`다음은 ${NEXT_YEAR}년 3월 1일 09:00`);
  await line.getByRole('link', { name: '바꾸기' }).click();
  await expect(desk.getByLabel('처음 받을 때')).toHaveValue(`${NEXT_YEAR}-03-01T09:00`);
  await desk.getByLabel('처음 받을 때').fill(`${NEXT_YEAR}-04-30T18:30`);
  await desk.getByLabel('얼마나 자주').selectOption('해마다');
  await desk.getByRole('button', { name: '저장' }).click();
  await expect(desk).toHaveURL('/reminders');
  await expect(desk.getByRole('status')).toHaveText('알림을 바꿨어요.');
  await expect(line).toContainText(`다음은 ${NEXT_YEAR}년 4월 30일 18:30`);
  await expect(line).toContainText('해마다');

  await server.tick(`${NEXT_YEAR}-04-30T09:29:00Z`);
  expect(mails.all(member.email)).toEqual([]);
  await server.tick(`${NEXT_YEAR}-04-30T09:30:00Z`);
  const mail = await mails.waitFor(member.email);
  expect(mail.parsed.text).toContain(`해마다 알려 달라고 하셔서 보냈어요. 다음은 ${NEXT_YEAR + 1}년 4월 30일에 보낼게요.`);
});

test('the Reminders page stops a reminder, after a question', async ({ desk, server, mails, member, hasScripts }) => {
  const path = await write(desk, server, post('멈출 알림'));
  await remind(desk, server, path, `${NEXT_YEAR}-03-01T09:00`);
  await desk.goto('/reminders');
  const line = desk.getByRole('listitem').filter({ hasText: '멈출 알림' });
  const question = desk.getByRole('dialog', { name: '‘멈출 알림’ 알림을 그만 받을까요?' });
  await expect(question).toBeHidden();
  await line.getByRole('button', { name: '그만 받기' }).click();
  await expect(question).toBeVisible();
  if (hasScripts) await expectAccessible(desk);
  await question.getByRole('button', { name: '계속 받기' }).click();
  await expect(question).toBeHidden();

  await line.getByRole('button', { name: '그만 받기' }).click();
  await question.getByRole('button', { name: '그만 받기' }).click();
  await expect(desk.getByRole('status')).toHaveText('알림을 멈췄어요.');
  await expect(line).toContainText('에 멈췄어요');
  await server.tick(NINE_IN_SEOUL);
  expect(mails.all(member.email)).toEqual([]);

  await line.getByRole('link', { name: '다시 켜기' }).click();
  await desk.getByLabel('처음 받을 때').fill(`${NEXT_YEAR}-03-02T09:00`);
  await desk.getByRole('button', { name: '저장' }).click();
  await server.tick(`${NEXT_YEAR}-03-02T00:00:00Z`);
  await mails.waitFor(member.email);
});

test('a full mailbox is tried again, one that is gone is not', async ({ desk, server, mails, member, office }) => {
  const path = await write(desk, server, post('받을 수 없는 글'));
  const line = office.getByRole('row').filter({ hasText: member.name });
  mails.refuse(member.email, 450);
  await remind(desk, server, path, `${NEXT_YEAR}-03-01T09:00`, 'once');
  await server.tick(NINE_IN_SEOUL);
  await office.goto('/mail');
  await expect(line).toContainText('다시 보낼 예정');
  await expect(line).toContainText('450');

  mails.refuse(member.email, 550);
  await server.tick(`${NEXT_YEAR}-03-01T00:10:00Z`);
  await office.reload();
  await expect(line).toContainText('거절됨');
  expect(mails.all(member.email)).toEqual([]);

  mails.refuse(member.email, null);
  await line.getByRole('button', { name: '다시 보내기' }).click();
  await expect(office.getByRole('status')).toHaveText('다시 보낼게요.');
  await server.tick(`${NEXT_YEAR}-03-01T00:20:00Z`);
  const mail = await mails.waitFor(member.email);
  expect(mail.parsed.subject).toBe('다시: 받을 수 없는 글');
});

/** A weekly reminder whose first mail has come. */
async function reminded(desk: Page, server: Server, member: Member, title: string): Promise<Mail> {
  const path = await write(desk, server, post(title));
  await remind(desk, server, path, `${NEXT_YEAR}-03-01T09:00`);
  await server.tick(NINE_IN_SEOUL);
  return server.mails.waitFor(member.email);
}

function expectLetter(mail: Mail, member: Member, url: string, path: string): void {
  const { parsed } = mail;
  expect(mail.to).toEqual([member.email]);
  expect(mail.from).toBe('reminders@localhost');
  expect(parsed.subject).toBe('다시: 쉬는 법');
  expect(parsed.from?.text).toBe('"밤샘 데이터" <reminders@localhost>');
  expect(addresses(parsed.to)).toEqual([member.email]);
  expect(parsed.date?.toISOString()).toBe(`${NEXT_YEAR}-03-01T00:00:00.000Z`);
  const messageId = `^<rem\\.\\d+\\.${NEXT_YEAR}0301T0900\\.\\d+\\.[\\w-]{8}@localhost>$`;
  expect(header(mail, 'Message-ID')).toMatch(new RegExp(messageId));
  expect(header(mail, 'Auto-Submitted')).toBe('auto-generated');
  expect(header(mail, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  const stop = header(mail, 'List-Unsubscribe') ?? '';
  expect(stop).toMatch(new RegExp(`^<${url}/u/[^>]+>$`));
  expect(header(mail, 'Content-Language')).toBe('ko');
  expect(mail.raw.toString('latin1').split('\r\n').every((line) => line.length <= 998), 'RFC 5322 §2.1.1').toBe(true);

  const html = parsed.html || '';
  const why = `매주 알려 달라고 하셔서 보냈어요. 다음은 ${NEXT_YEAR}년 3월 8일에 보낼게요.`;
  expect(parsed.text).toContain('쉬는 데에도 품이 든다 & 시간이 든다.');
  expect(html).toContain('쉬는 데에도 품이 든다 &amp; 시간이 든다.');
  for (const part of [parsed.text ?? '', html]) {
    expect(part).toContain(`${member.name}님, 다시 보기로 한 글이에요.`);
    expect(part).toContain(why);
    expect(part).toContain(url + path);
    expect(part).toContain(`${url}/reminders/`);
    expect(part).toContain(stop.slice(1, -1));
    expect(part).not.toContain('늦었어요');
  }
}
