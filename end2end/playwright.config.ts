import { defineConfig } from '@playwright/test';

const root = process.getuid?.() === 0;

export default defineConfig({
  testMatch: '**/*.spec.ts',
  // Pictures are for looking at: `DASI_SCREENSHOTS=1 npx playwright test screenshots`.
  testIgnore: [
    ...(process.env.DASI_SCREENSHOTS ? [] : ['**/screenshots.spec.ts']),
    ...(process.env.DASI_BENCH ? [] : ['**/keystroke.spec.ts']), // figures are for reading
  ],
  outputDir: 'test-results/artifacts',
  // `summary.json` is what bin/test counts.
  reporter: [['list'], ['json', { outputFile: 'test-results/summary.json' }]],
  fullyParallel: true,
  workers: 2,
  // A test that passes only the second time has found something.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  use: {
    browserName: 'chromium',
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    screenshot: 'only-on-failure',
    // Traces take longer than the tests: `playwright test --trace retain-on-failure` where one is needed.
    trace: 'off',
    launchOptions: {
      executablePath: process.env.DASI_CHROMIUM ?? '/usr/bin/chromium',
      chromiumSandbox: !root,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'javascript' },
    // What is only worth anything with a script says so.
    { name: 'no-javascript', use: { javaScriptEnabled: false }, grepInvert: /@javascript/ },
  ],
});
