((address) => {
  const theme = document.documentElement.dataset.theme;
  const dark = theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  const codes = new Map();
  for (const code of document.querySelectorAll("pre.mermaid")) {
    const frame = document.createElement("iframe");
    frame.className = "diagram";
    frame.loading = "lazy";
    frame.setAttribute("sandbox", "allow-scripts");
    frame.title = code.textContent.trim();
    frame.src = address;
    code.after(frame);
    codes.set(frame, code);
  }
  addEventListener("message", ({ data, source }) => {
    for (const [frame, code] of codes) {
      if (frame.contentWindow !== source) continue;
      if (data.ready) {
        source.postMessage({ dark, source: code.textContent }, "*");
      } else if (data.height > 0) {
        frame.height = data.height;
        frame.dataset.drawn = "";
        code.hidden = true;
      } else {
        frame.remove(); // the words stay
      }
    }
  });
})
