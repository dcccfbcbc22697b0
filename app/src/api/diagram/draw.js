addEventListener("message", async ({ data, source }) => {
  if (source !== parent) return;
  document.documentElement.style.colorScheme = data.dark ? "dark" : "light";
  try {
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: "strict",
      suppressErrorRendering: true,
      theme: data.dark ? "dark" : "neutral",
    });
    const { svg } = await mermaid.render("drawing", data.source);
    document.body.innerHTML = svg;
    const { height } = document.body.firstElementChild.getBoundingClientRect();
    parent.postMessage({ height: Math.ceil(height) }, "*");
  } catch {
    parent.postMessage({ height: 0 }, "*");
  }
});
parent.postMessage({ ready: true }, "*");
