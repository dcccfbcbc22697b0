// From a key to the frame that shows it in the preview, with 20 kB of Korean in the field:
// `DASI_BENCH=1 npx playwright test keystroke`. Figures are printed and never asserted.
// `DASI_TRACE=/tmp/keys` keeps what Chromium traced, to be opened in its DevTools.

import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { test } from './fixtures.ts';

const KEYS = 120;
const PARAGRAPH = '오늘은 **배포**를 세 번 했고 한 번은 되돌렸다. [기록](https://example.com)을 남긴다.\n\n';

interface Traced {
  name: string;
  ph: string;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: { name?: string };
}

for (const [place, part] of [['the end', 1], ['the middle', 0.5]] as const) {
  test(`from a key to the preview, at ${place}`, { tag: '@javascript' }, async ({ desk, browser }) => {
    await desk.goto('/posts/new?kind=write_up');
    await desk.locator('html[data-awake]').waitFor();
    const count = Math.ceil(20_000 / new TextEncoder().encode(PARAGRAPH).length);
    await desk.getByLabel('본문').fill(PARAGRAPH.repeat(count));
    await listen(desk, PARAGRAPH.length * Math.floor(count * part));
    await desk.waitForTimeout(3000); // kept, counted, at rest
    await press(desk, 20); // warm
    await browser.startTracing(desk, { categories: ['toplevel', 'devtools.timeline', '__metadata'] });
    await press(desk, KEYS);
    const traced = (JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Traced[] }).traceEvents;
    await press(desk, KEYS); // tracing costs something itself
    const times = await desk.evaluate(() => (window as unknown as { times: number[] }).times);
    if (process.env.DASI_TRACE) writeFileSync(`${process.env.DASI_TRACE}-${part}.json`, JSON.stringify(traced));
    console.log(`key to frame, 20 kB of Korean, at ${place}: ${quantiles(times.slice(-KEYS))}`);
    console.log(`  busy a key: ${busy(traced)}`);
  });
}

/** A frame is over when a message sent from it arrives: what it shows is painted by then. */
async function listen(desk: Page, at: number): Promise<void> {
  await desk.evaluate((at) => {
    const area = document.querySelector<HTMLTextAreaElement>('#body');
    const shown = document.querySelector('.preview .words');
    if (!area || !shown) throw new Error('no desk');
    const times: number[] = [];
    let pressed = 0;
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => {
      if (pressed) times.push(performance.now() - pressed);
      pressed = 0;
    };
    area.addEventListener('keydown', (event) => (pressed = event.timeStamp), { capture: true });
    const frame = new MutationObserver(() => port1.postMessage(''));
    frame.observe(shown, { childList: true, subtree: true, characterData: true });
    Object.assign(window, { times });
    area.focus();
    area.setSelectionRange(at, at);
  }, at);
}

async function press(desk: Page, count: number): Promise<void> {
  for (let key = 0; key < count; key += 1) {
    await desk.keyboard.press('a');
    await desk.waitForTimeout(60 + (key % 17)); // not in step with the frames
  }
}

function quantiles(times: number[]): string {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (part: number) => sorted[Math.floor(sorted.length * part)]?.toFixed(1);
  return `min ${at(0)}, median ${at(0.5)}, p95 ${at(0.95)} ms of ${times.length}`;
}

/** What the page's main thread did, in ms of its processor's time for one key, and how often. Events nest: theirs is too much. */
function busy(traced: Traced[]): string {
  const main = traced.filter((one) => one.name === 'thread_name' && one.args.name === 'CrRendererMain').map((one) => one.tid);
  const sum = (name: string) => {
    const found = traced.filter((one) => one.ph === 'X' && one.name === name && main.includes(one.tid));
    const of = (one: Traced) => one.tdur ?? one.dur ?? 0;
    return `${(found.reduce((all, one) => all + of(one), 0) / 1000 / KEYS).toFixed(2)} (${(found.length / KEYS).toFixed(1)}×)`;
  };
  const names = {
    'ThreadControllerImpl::RunTask': 'all',
    EventDispatch: 'events',
    FireAnimationFrame: 'scripts of the frame',
    UpdateLayoutTree: 'style',
    Layout: 'layout',
    PrePaint: 'before paint',
    Paint: 'paint',
    Layerize: 'layers',
  };
  const said = Object.entries(names).map(([name, words]) => `${words} ${sum(name)}`);
  return said.join(', ');
}
