// From a key to the paint of the preview, with 20 kB of Korean in the field: `DASI_BENCH=1 npx playwright test keystroke`.
// Figures are printed and never asserted.

import { test } from './fixtures.ts';

test('from a key to the preview', { tag: '@javascript' }, async ({ desk }) => {
  await desk.goto('/posts/new?kind=write_up');
  await desk.locator('html[data-awake]').waitFor();
  const paragraph = '오늘은 **배포**를 세 번 했고 한 번은 되돌렸다. [기록](https://example.com)을 남긴다.\n\n';
  const text = paragraph.repeat(Math.ceil(20_000 / new TextEncoder().encode(paragraph).length));
  await desk.getByLabel('본문').fill(text);
  const times = await desk.evaluate(async () => {
    const area = document.querySelector<HTMLTextAreaElement>('#body');
    const shown = document.querySelector('.preview .words');
    if (!area || !shown) return [];
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
    const times: number[] = [];
    for (let key = 0; key < 60; key += 1) {
      const begun = performance.now();
      document.execCommand('insertText', false, '가');
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      times.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    return times.sort((one, other) => one - other);
  });
  const at = (part: number) => times[Math.floor(times.length * part)]?.toFixed(1);
  console.log(`key to paint, 20 kB of Korean: median ${at(0.5)} ms, p95 ${at(0.95)} ms`);
});
