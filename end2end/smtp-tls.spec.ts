import { readFileSync } from 'node:fs';
import { join as path } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { Server } from './server.ts';
import { Mailbox, type MailboxOptions } from './smtp.ts';
import { expectAccessible } from './sound.ts';
import { type Member, NEXT_YEAR, join, remind, signIn, write } from './team.ts';

const FIXTURES = path(import.meta.dirname, 'fixtures');
const read = (name: string) => readFileSync(path(FIXTURES, name), 'utf8');
const OURS = { key: read('mail.key'), cert: read('mail.pem') };
/** rustls takes its authorities from here instead of from the system. */
const TRUSTED = { SSL_CERT_FILE: path(FIXTURES, 'ca.pem') };
const AUTH = { user: 'dasi@example.com', pass: 'p@ss/word: 다시' };
const NOW = `${NEXT_YEAR}-03-01T00:00:00Z`;
const SOON = `${NEXT_YEAR}-03-01T00:05:00Z`;
const LATER = `${NEXT_YEAR}-03-01T00:10:01Z`;

// A mail server of one's own means a Dasi of one's own: all of its mail goes there.
interface House {
  server: Server;
  owner: Member;
}

const house = test.extend<{ open: (options: MailboxOptions, environment?: NodeJS.ProcessEnv) => Promise<House> }>({
  open: async ({ page }, use) => {
    const servers: Server[] = [];
    await use(async (options, environment = {}) => {
      const mails = await Mailbox.open(options);
      const server = await Server.start({ mails, environment: { SSL_CERT_FILE: undefined, ...environment } });
      servers.push(server);
      const owner = await join(server, { role: 'owner' });
      await signIn(page, server, owner);
      const post = await write(page, server, { kind: 'write_up', title: '잠긴 글', body: '봉투 속의 글.' });
      await remind(page, server, post, `${NEXT_YEAR}-03-01T09:00`, 'once');
      return { server, owner };
    });
    await Promise.all(servers.map((server) => server.stop()));
  },
});

house('mail goes out over STARTTLS, with a sign-in', async ({ open }) => {
  const { server, owner } = await open({ starttls: OURS, auth: AUTH }, TRUSTED);
  expect((await server.tick(NOW)).sent).toBe(1);
  const mail = await server.mails.waitFor(owner.email);
  expect(mail).toMatchObject({ encrypted: true, user: AUTH.user });
  expect(mail.parsed.subject).toBe('다시: 잠긴 글');
});

house('mail goes out over TLS from the first byte', async ({ open }) => {
  const { server, owner } = await open({ secure: OURS, auth: AUTH }, TRUSTED);
  expect((await server.tick(NOW)).sent).toBe(1);
  expect(await server.mails.waitFor(owner.email)).toMatchObject({ encrypted: true, user: AUTH.user });
});

house('a wrong password pauses the mail, and the owner reads why', async ({ open, page, hasScripts }) => {
  const auth = { ...AUTH };
  const { server, owner } = await open({ starttls: OURS, auth }, TRUSTED);
  auth.pass = 'somebody changed it';
  expect(await server.tick(NOW)).toMatchObject({ due: 1, made: 1, sent: 0, retry: 1 });
  expect(await server.tick(SOON), 'it rests').toMatchObject({ sent: 0, retry: 0 });

  await page.goto(`${server.url}/mail`);
  const banner = page.getByRole('alert');
  await expect(banner).toContainText(`메일 서버 쪽 문제로 ${NEXT_YEAR}년 3월 1일 09:10까지 쉬고 있어요. 잃은 메일은 없어요.`);
  await expect(banner).toContainText('Wrong user name or password');
  await expect(page.locator('body'), 'nobody reads passwords').not.toContainText(AUTH.pass);
  expect(server.log).not.toContain(AUTH.pass);
  const line = page.getByRole('row').filter({ hasText: owner.name });
  await expect(line).toContainText('다시 보낼 예정');
  await expect(line).toContainText('535');
  if (hasScripts) await expectAccessible(page);

  auth.pass = AUTH.pass;
  await banner.getByRole('button', { name: '지금 다시 해 보기' }).click();
  await expect(page.getByRole('status')).toHaveText('다시 보내고 있어요.');
  await expect(banner).toHaveCount(0);
  await server.tick(LATER);
  await server.mails.waitFor(owner.email);
  await page.reload();
  await expect(line).toContainText('보냄');
});

for (const [how, options] of [['STARTTLS', { starttls: OURS }], ['TLS', { secure: OURS }]] as const) {
  house(`a mail server that nobody vouches for gets nothing (${how})`, async ({ open, page }) => {
    const { server, owner } = await open({ ...options, auth: AUTH });
    expect(await server.tick(NOW)).toMatchObject({ due: 1, sent: 0, retry: 1 });
    await expectNothingSent(page, server, owner, /certificate|UnknownIssuer/i);
  });
}

house('a mail server that offers no TLS where it is asked for gets nothing', async ({ open, page }) => {
  const asked = await Mailbox.open();
  const { server, owner } = await open({}, { ...TRUSTED, DASI_SMTP_URL: `${asked.url}?tls=required` });
  expect(await server.tick(NOW)).toMatchObject({ due: 1, sent: 0, retry: 1 });
  await expectNothingSent(page, server, owner, /STARTTLS/i);
  expect(asked.mails).toEqual([]);
  await asked.close();
});

async function expectNothingSent(page: Page, server: Server, owner: Member, why: RegExp): Promise<void> {
  expect(server.mails.mails).toEqual([]);
  await page.goto(`${server.url}/mail`);
  await expect(page.getByRole('alert')).toContainText('쉬고 있어요. 잃은 메일은 없어요.');
  const line = page.getByRole('row').filter({ hasText: owner.name });
  await expect(line).toContainText('다시 보낼 예정');
  await expect(line).toContainText(why);
}
