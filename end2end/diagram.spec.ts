import { expect, test } from './fixtures.ts';
import { write } from './team.ts';

const DIAGRAM = '그림이다.\n\n```mermaid\ngraph TD; 가[봄] --> 나[여름]\n```\n\n끝.\n';
const WRONG = '```mermaid\nthis is no diagram {{{\n```\n';

test('a diagram is drawn in a frame of its own, and nothing breaks the policy @javascript', async ({ desk, server }) => {
  const complaints: string[] = [];
  desk.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
  await desk.goto(server.url + (await write(desk, server, { kind: 'write_up', title: '그림', body: DIAGRAM })));
  const frame = desk.locator('iframe.diagram');
  await expect(frame).toHaveAttribute('data-drawn', '', { timeout: 20_000 });
  await expect(desk.frameLocator('iframe.diagram').locator('svg')).toContainText('여름');
  expect((await frame.boundingBox())?.height).toBeGreaterThan(50);
  await expect(desk.locator('pre.mermaid')).toBeHidden();
  expect(complaints).toEqual([]);
  // Whatever runs in there has no way to the house.
  const inside = desk.frames().find((one) => one.url().endsWith('/diagram'));
  expect(await inside?.evaluate(() => globalThis.origin)).toBe('null');
});

test('what cannot be drawn stays its source @javascript', async ({ desk, server }) => {
  await desk.goto(server.url + (await write(desk, server, { kind: 'write_up', title: '그림', body: WRONG })));
  await expect(desk.locator('iframe.diagram')).toHaveCount(0, { timeout: 20_000 });
  await expect(desk.locator('pre.mermaid')).toContainText('this is no diagram');
});

test('without a script the source is there to read, and a page without diagrams loads none', async ({ desk, server, hasScripts }) => {
  await desk.goto(server.url + (await write(desk, server, { kind: 'write_up', title: '그림', body: '그림 없이.\n' })));
  await expect(desk.locator('script', { hasText: '/diagram' })).toHaveCount(0);
  if (hasScripts) return;
  await desk.goto(server.url + (await write(desk, server, { kind: 'write_up', title: '그림', body: DIAGRAM })));
  await expect(desk.locator('pre.mermaid')).toContainText('가[봄] --> 나[여름]');
});
