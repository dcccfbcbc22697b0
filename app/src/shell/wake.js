((script, wasm) => {
  const idle = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 1));
  idle(async () => {
    const bundle = await import(script);
    await bundle.default({ module_or_path: wasm });
    bundle.hydrate();
    for (const island of document.querySelectorAll("leptos-island")) {
      await bundle[island.dataset.component]?.(island);
    }
    document.documentElement.dataset.awake = "";
  });
})
