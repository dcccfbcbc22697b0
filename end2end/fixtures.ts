// `import { test, expect } from './fixtures.ts'` and every test has a running Dasi.

import { test as playwright } from '@playwright/test';
import { Server } from './server.ts';
import type { Mailbox } from './smtp.ts';

interface PerTest {
  /** What the server of this worker sends. Other tests use it too: give every test its own addresses. */
  mails: Mailbox;
  logged: void;
}

interface PerWorker {
  server: Server;
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
  baseURL: ({ server }, use) => use(server.url),
  mails: ({ server }, use) => use(server.mails),
  logged: [
    async ({ server }, use, info) => {
      const from = server.log.length;
      await use();
      if (info.status !== info.expectedStatus) console.error(`the server said:\n${server.log.slice(from)}`);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
