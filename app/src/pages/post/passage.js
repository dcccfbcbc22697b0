// Marks the passages that are commented on, and offers to comment on the words a reader selects.
const words = document.querySelector(".prose > .words");
const form = document.getElementById("comment-form");
const button = document.querySelector(".comment-on");
const LONGEST = 1000;
const AROUND = 80;

/** Every character of the words that is no white space, and where it stands. */
const characters = () => {
  const found = { text: "", at: [] };
  const skipped = (node) => node.parentElement.closest(".on-heading");
  const nodes = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const node = nodes.currentNode;
    if (skipped(node)) continue;
    for (let at = 0; at < node.data.length; at += 1) {
      if (/\s/.test(node.data[at])) continue;
      found.text += node.data[at];
      found.at.push([node, at]);
    }
  }
  return found;
};

const mark = (quotes) => {
  const { text, at } = characters();
  const ranges = [];
  for (const quote of quotes) {
    const sought = quote.textContent.replace(/\s+/g, "");
    const from = text.indexOf(sought);
    if (from < 0 || !sought) continue;
    const [last, end] = at[from + sought.length - 1];
    const range = new Range();
    range.setStart(...at[from]);
    range.setEnd(last, end + 1);
    ranges.push(range);
  }
  CSS.highlights.set("commented", new Highlight(...ranges));
};

/** What a range says, without what stands behind headings. */
const said = (range) => {
  const part = range.cloneContents();
  for (const way of part.querySelectorAll(".on-heading")) way.remove();
  return part.textContent;
};

let selected = null;

/** As much of a range as is in the words: a third click reaches behind the last paragraph. */
const within = (range) => {
  const [part, whole] = [range.cloneRange(), new Range()];
  whole.selectNodeContents(words);
  if (part.compareBoundaryPoints(Range.START_TO_START, whole) < 0) part.setStart(words, 0);
  if (part.compareBoundaryPoints(Range.END_TO_END, whole) > 0) part.setEnd(words, words.childNodes.length);
  return part;
};

/** The selection, if it is some words of the post and not too many. */
const select = () => {
  const selection = getSelection();
  const whole = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const range = whole?.intersectsNode(words) ? within(whole) : null;
  const inside = range && words.contains(whole.commonAncestorContainer);
  const exact = (inside ? selection.toString() : range ? said(range) : "").trim();
  if (document.activeElement === button && !exact) return;
  selected = exact && exact.length <= LONGEST ? { exact, range } : null;
  button.hidden = !selected;
};

/** Says in the form what it is about; nothing: the whole post. */
const about = (exact, before, after) => {
  Object.entries({ on: "", exact, before, after }).forEach(([name, value]) => { form.elements[name].value = value; });
  const place = form.querySelector(".about");
  const quote = place.querySelector(".quote");
  place.hidden = quote.hidden = !exact;
  place.querySelector("p").textContent = place.dataset.about;
  quote.textContent = exact;
  form.elements.body.focus();
};

const comment = () => {
  if (!selected) return;
  const { exact, range } = selected;
  const before = new Range();
  before.setStart(words, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const after = new Range();
  after.setStart(range.endContainer, range.endOffset);
  after.setEnd(words, words.childNodes.length);
  about(exact, said(before).slice(-AROUND), said(after).slice(0, AROUND));
  button.hidden = true;
};

if (words && button) {
  document.addEventListener("selectionchange", select);
  button.addEventListener("click", comment);
  form.querySelector("[data-drop]").addEventListener("click", (event) => {
    event.preventDefault();
    about("", "", "");
  });
}
const quotes = document.querySelectorAll("[data-passage]");
if (words && quotes.length && globalThis.Highlight) mark(quotes);
