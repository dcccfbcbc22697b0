// `import { test, expect } from './fixtures.ts'` and every test has a running Dasi with a team in it.

import { type Page, test as playwright } from '@playwright/test';
import { Server } from './server.ts';
import type { Mailbox } from './smtp.ts';
import { type Member, elsewhere, found, join, signIn } from './team.ts';

interface PerTest {
  /** What the server of this worker sends. Other tests use it too: look for `member.email`. */
  mails: Mailbox;
  /** Somebody new: Korean, in Seoul. */
  member: Member;
  /** A page of theirs, signed in. `page` is nobody's. */
  desk: Page;
  /** A page of the owner's, signed in. */
  office: Page;
  /** A server of this test's own, where nobody lives yet. */
  fresh: Server;
  /** Whether pages may run scripts. */
  hasScripts: boolean;
  logged: void;
}

interface PerWorker {
  server: Server;
  /** Who founded the team of `server`. */
  owner: Member;
}

export const test = playwright.extend<PerTest, PerWorker>({
  server: [
    async ({}, use) => {
      const server = await Server.start();
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  owner: [
    async ({ browser, server }, use, { project }) => {
      const { javaScriptEnabled } = project.use;
      const extraHTTPHeaders = elsewhere();
      const page = await browser.newPage({ baseURL: server.url, locale: 'ko-KR', javaScriptEnabled, extraHTTPHeaders });
      const owner = await found(page);
      await page.close();
      await use(owner);
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: ({ server }, use) => use(server.url),
  // Every test comes from an address of its own: the limits at the door count by address.
  extraHTTPHeaders: ({}, use) => use(elsewhere()),
  mails: ({ server }, use) => use(server.mails),
  // The owner comes first: a member added to an empty house would found the team.
  member: async ({ server, owner: _ }, use) => use(await join(server)),
  desk: async ({ page, server, member }, use) => {
    await signIn(page, server, member);
    await use(page);
  },
  office: async ({ browser, server, owner }, use) => {
    const page = await browser.newPage({ extraHTTPHeaders: elsewhere() });
    await signIn(page, server, owner);
    await use(page);
    await page.close();
  },
  hasScripts: ({ javaScriptEnabled }, use) => use(javaScriptEnabled !== false),
  fresh: async ({}, use) => {
    const server = await Server.start();
    await use(server);
    await server.stop();
  },
  logged: [
    async ({}, use, info) => {
      const before = new Map(Server.all.map((server) => [server, server.log.length]));
      await use();
      if (info.status === info.expectedStatus) return;
      for (const server of Server.all) {
        const said = server.log.slice(before.get(server) ?? 0);
        if (said) console.error(`the server at ${server.url} said:\n${said}`);
      }
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
