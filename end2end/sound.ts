// What holds on every page, whatever is on it.

import { AxeBuilder } from '@axe-core/playwright';
import { type Page, type Response, expect } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a request fails with when its page was left. */
const LEFT = 'net::ERR_ABORTED';

/** Axe finds nothing. */
export async function expectAccessible(page: Page): Promise<void> {
  // Legacy: without another page for the frames, of which we have none.
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode(true).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
  expect.soft(found, `axe, ${page.url()}`).toEqual([]);
}

/** Nothing has to be scrolled sideways. */
export async function expectToFit(page: Page): Promise<void> {
  const [width, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect.soft(width, `width of ${page.url()}`).toBeLessThanOrEqual(screen ?? 0);
}

/** Keeps what browsers complain of: errors of scripts and of the content security policy, and what did not arrive. */
export class Complaints {
  private found: string[] = [];

  constructor(page: Page) {
    page.on('pageerror', (error) => this.found.push(`a script failed: ${error.stack}`));
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText;
      if (why !== LEFT) this.found.push(`${request.url()}: ${why}`);
    });
    page.on('response', (response) => {
      const asked = response.request().isNavigationRequest();
      if (!asked && response.status() >= 400) this.found.push(`${response.url()}: ${response.status()}`);
    });
    page.on('console', (message) => {
      const ofThePage = message.location().url === page.url() && message.text().startsWith('Failed to load resource');
      if (['error', 'warning'].includes(message.type()) && !ofThePage) this.found.push(message.text());
    });
  }

  /** There were none since the last time. `response` is the page's own, which may be an error page. */
  expectNone(response: Response | null, status = 200): void {
    expect.soft(response?.status(), response?.url()).toBe(status);
    expect.soft(this.found, response?.url()).toEqual([]);
    this.found = [];
  }
}
