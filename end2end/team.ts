// Members, and what they have before a test begins.

import { type Browser, type Page, expect } from '@playwright/test';
import { TOTP } from 'otpauth';
import type { Server } from './server.ts';

export interface Member {
  name: string;
  email: string;
  password: string;
}

export interface Post {
  kind: 'retrospective' | 'book_note' | 'write_up';
  title: string;
  body: string;
  [field: string]: string;
}

let addresses = 0;

/** The headers of somebody at an address that nobody had before (RFC 5737 keeps these for documents). */
export function elsewhere(): { 'X-Forwarded-For': string } {
  addresses += 1;
  return { 'X-Forwarded-For': `198.51.${100 + Math.floor(addresses / 250)}.${addresses % 250}` };
}

const PASSWORD = '다시, 또 다시';
let members = 0;

/** Founds the team on a fresh server, as people do it: with the form of the first page. */
export async function found(page: Page): Promise<Member> {
  const owner = { name: '김지은', email: 'jieun@example.com', password: PASSWORD };
  await page.goto('/');
  await page.getByLabel('팀 이름').fill('밤샘 데이터');
  await page.getByLabel('이름', { exact: true }).fill(owner.name);
  await page.getByLabel('메일 주소').fill(owner.email);
  await page.getByLabel('비밀번호').fill(owner.password);
  await page.getByRole('button', { name: '시작하기' }).click();
  await expect(page).toHaveURL('/');
  return owner;
}

const SOMEBODY = { role: 'member', language: 'ko', zone: 'Asia/Seoul' };

/** Somebody new, with an address nobody else has. The first on a server founds its team. */
export async function join(server: Server, wishes: Partial<typeof SOMEBODY> = {}): Promise<Member> {
  members += 1;
  const number = String(members).padStart(3, '0'); // so that nobody's name begins with another's
  const member = { name: `이하늘${number}`, email: `haneul-${number}@example.com`, password: PASSWORD };
  const { name, email, password } = member;
  const flags = Object.entries({ name, email, ...SOMEBODY, ...wishes }).flatMap(([flag, value]) => [`--${flag}`, value]);
  await server.run(['member', 'add', '--password-stdin', ...flags], `${password}\n`);
  return member;
}

/** Gives `page` the cookie of a sign-in. */
export async function signIn(page: Page, server: Server, { email, password }: Member): Promise<void> {
  await send(page, server, '/sign-in', { email, password });
}

/** A page in a browser of their own, signed in. Close it. */
export async function anotherDesk(browser: Browser, server: Server, member: Member, wishes: Desk = {}): Promise<Page> {
  const page = await browser.newPage({ baseURL: server.url, locale: 'ko-KR', extraHTTPHeaders: elsewhere(), ...wishes });
  await signIn(page, server, member);
  return page;
}

type Desk = Pick<NonNullable<Parameters<Browser['newPage']>[0]>, 'javaScriptEnabled' | 'locale' | 'userAgent'>;

/** Turns the member's second factor on, as they do it: from the page that offers it. */
export async function setUpSecondFactor(page: Page, { password }: Member): Promise<void> {
  await page.getByRole('button', { name: '켜기' }).click();
  const secret = (await page.locator('code.key').innerText()).replaceAll(/\s/g, '');
  await page.getByLabel('앱에 보이는 코드').fill(new TOTP({ secret }).generate());
  await page.getByLabel('지금 비밀번호').fill(password);
  await page.getByRole('button', { name: '2단계 인증 켜기' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('복구 코드');
}

const DETAILS: Record<Post['kind'], Record<string, string>> = {
  retrospective: { start: '2026-01-01', end: '2026-06-30' },
  book_note: { book: '이토록 멋진 휴식' },
  write_up: { summary: '' },
};

/** A post by the member whose page it is; its path comes back. */
export function write(page: Page, server: Server, post: Post): Promise<string> {
  const common = { tags: '', language: 'ko', audience: 'team' };
  return send(page, server, `/posts/new?kind=${post.kind}`, { ...common, ...DETAILS[post.kind], ...post });
}

/** An invitation by link, by whose page it is: its own page, and the link. */
export async function invite(page: Page, server: Server): Promise<{ path: string; link: string }> {
  const path = await send(page, server, '/invitations', { email: '', role: 'member', language: 'ko' });
  await page.goto(server.url + path);
  return { path, link: await page.locator('#link').inputValue() };
}

/** "Remind me of this", at a wall clock in the member's zone. */
export async function remind(page: Page, server: Server, post: string, first: string, often = 'weekly'): Promise<void> {
  await send(page, server, `${post}/remind`, { first, recurrence: often });
}

/** Next year: wall clocks in it are in the future, whenever the tests run. */
export const NEXT_YEAR = new Date().getUTCFullYear() + 1;

/** Sends a form as its page would; where it leads comes back. */
async function send(page: Page, server: Server, path: string, form: Record<string, string>): Promise<string> {
  const headers = { Origin: server.url };
  const answer = await page.request.post(server.url + path, { form, headers, maxRedirects: 0 });
  expect(answer.status(), `POST ${path}: ${await answer.text()}`).toBe(303);
  return answer.headers().location ?? '';
}
