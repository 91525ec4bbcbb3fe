/* Review of a draft: joins a field and its place in the letter. The page works without this file. */
(() => {
  const form = document.getElementById("review-form");
  if (!form) return;
  const letter = form.querySelector(".linetext");
  const rows = [...form.querySelectorAll("#pane-values [data-value]")];
  for (const node of document.querySelectorAll("[data-needs-script]")) node.hidden = false;

  const bring = (node, pane) => {
    if (getComputedStyle(pane).overflowY !== "auto") return; // one above the other: the page is not moved
    const [box, frame] = [node.getBoundingClientRect(), pane.getBoundingClientRect()];
    const seen = Math.min(frame.bottom, innerHeight) - frame.top; // the pane may reach below the window
    const top = box.top - frame.top;
    if (top < 20 || top + Math.min(box.height, seen / 2) > seen - 30) pane.scrollTop += top - seen / 3;
  };

  // A field with the focus outlines the words it was read from, and the header says which value it is.
  const position = document.getElementById("position");
  const outline = (row) => {
    for (const node of letter.querySelectorAll(".at, .on")) node.classList.remove("at", "on");
    const ids = row.dataset.marks?.split(" ").filter(Boolean) ?? [];
    let found = ids.flatMap((id) => [...letter.querySelectorAll(`[data-mark="${id}"], li[data-passages~="${id}"]`)]);
    const line = document.getElementById("l" + row.dataset.line);
    if (!found.length && line) found = [line];
    for (const node of found) node.classList.add(node.matches("li") ? "on" : "at");
    if (found.length) bring(found[0], letter.closest(".pane"));
  };
  let lastField = null;
  form.addEventListener("focusin", (event) => {
    const row = event.target.closest("[data-value]");
    if (!row) return;
    if (isField(event.target)) lastField = event.target;
    const number = rows.indexOf(row) + 1;
    position.textContent = `Value ${number} of ${rows.length}: ${row.dataset.what}`;
    outline(row);
    tell();
  });
  const isField = (node) => node.matches("textarea, select, input:not([type=radio], [type=checkbox], [type=hidden])");

  // A card or a group that holds the field is opened first.
  const focus = (field) => {
    for (let box = field.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    field.focus({ preventScroll: true });
    field.scrollIntoView({ block: "center" });
  };
  const fieldOf = (row) =>
    row.querySelector("input[type=radio]:checked") ?? row.querySelector("input:not([type=hidden]), textarea, select");

  // A mark in the letter gives its field the focus.
  form.addEventListener("click", (event) => {
    const mark = event.target.closest(".linetext a[href^='#id_'], .linetext a[href^='#row-']");
    const target = mark && document.getElementById(mark.hash.slice(1));
    if (!target || !getSelection().isCollapsed) return;
    event.preventDefault();
    focus(target.matches("input[type=radio], .card") ? fieldOf(target.closest("[data-value], .card")) : target);
  });

  // Text selected in the letter: its words, and about where they stand.
  let selected = null;
  const bar = form.querySelector("[data-selectbar]");
  const tell = () => {
    if (!bar) return;
    bar.hidden = !selected;
    const what = lastField?.closest("[data-value]")?.dataset.what;
    const use = bar.querySelector("[data-use]");
    use.disabled = !what;
    use.textContent = what ? `Use selection: ${what}` : "Choose a field, then use the selection";
  };
  const place = (node, offset) => {
    const holder = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
    if (!holder) return null;
    const before = document.createRange();
    before.setStart(holder, 0);
    before.setEnd(node, offset);
    return Number(holder.dataset.at) + before.toString().length;
  };
  const wordsOf = (range) => {
    const lines = [];
    let last = 0;
    for (const line of letter.querySelectorAll("li")) {
      if (!range.intersectsNode(line)) continue;
      const own = document.createRange();
      own.selectNodeContents(line.lastElementChild);
      if (range.compareBoundaryPoints(Range.START_TO_START, own) > 0) own.setStart(range.startContainer, range.startOffset);
      if (range.compareBoundaryPoints(Range.END_TO_END, own) < 0) own.setEnd(range.endContainer, range.endOffset);
      const number = Number(line.id.slice(1));
      if (lines.length) lines.push(number > last + 1 ? "\n\n" : "\n");
      lines.push(own.toString());
      last = number;
    }
    return lines.join("").trim();
  };
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount || !letter.contains(selection.anchorNode)) return;
    const range = selection.getRangeAt(0);
    const words = wordsOf(range);
    selected = words ? { words, at: place(range.startContainer, range.startOffset) } : null;
    tell();
  });
  bar?.addEventListener("mousedown", (event) => event.preventDefault()); // the selection stays
  bar?.querySelector("[data-use]").addEventListener("click", () => use());

  // The field takes the words, and the form the place; typing in the field forgets the place.
  const places = form.elements.selected;
  const keep = (name, entry) => {
    const all = places.value ? JSON.parse(places.value) : {};
    if (entry) all[name] = entry; else delete all[name];
    places.value = JSON.stringify(all);
  };
  const use = () => {
    if (!selected || !lastField) return;
    const { words, at } = selected;
    const wanted = words.toLowerCase();
    const option = lastField.matches("select")
      && [...lastField.options].find((one) => one.value && (wanted.includes(one.text.split(" (")[0].toLowerCase())));
    if (lastField.matches("select") && !option) return;
    lastField.value = option ? option.value : words;
    lastField.dispatchEvent(new Event("input", { bubbles: true }));
    keep(lastField.name, at === null ? null : { words, at });
    focus(lastField);
  };
  form.addEventListener("input", (event) => {
    const row = event.target.closest("[data-value]");
    if (!row || !event.target.name) return;
    if (isField(event.target)) keep(event.target.name, null);
    const status = row.querySelector(".flagword:not([role])");
    if (!status || status.classList.contains("edited")) return;
    status.className = "flagword edited";
    status.querySelector("use").setAttribute("href", "#p-edited");
    status.lastChild.textContent = "Edited";
  });

  // A new recommendation takes the selection, a split takes the cursor.
  form.addEventListener("submit", (event) => {
    const [what, number] = (event.submitter?.value ?? "").split("-");
    if (what === "add") form.elements.selection.value = selected?.words ?? "";
    if (what === "split") form.elements[`cursor-${number}`].value = form.elements[`rows-${number}-text`].selectionStart;
  }, true);

  // Keys. With Alt they work everywhere, n and p also alone where nobody types.
  const move = (stops, step) => {
    const here = document.activeElement;
    const inside = stops.findIndex((node) => node.contains(here));
    // between two stops: on to the one that follows, or back to the one before it
    const after = stops.findIndex((node) => here.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING);
    const next = inside < 0 ? (after < 0 ? stops.length : after) - (step > 0 ? 0 : 1) : inside + step;
    const node = stops[(next + stops.length) % stops.length];
    const field = node && fieldOf(node);
    if (field) focus(field);
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.isComposing) return;
    const look = () => [...form.querySelectorAll("[data-look]")];
    const act = {
      ArrowDown: () => move(rows, 1),
      ArrowUp: () => move(rows, -1),
      KeyN: () => move(look(), 1),
      KeyP: () => move(look(), -1),
      KeyU: use,
      KeyS: () => form.querySelector("[name=action][value=save]")?.click(),
    };
    const alone = { n: "KeyN", p: "KeyP" };
    const typing = isField(event.target) || event.target.isContentEditable;
    const key = event.altKey ? event.code : !typing && !event.shiftKey ? alone[event.key] : null;
    if (!key || !act[key]) return;
    event.preventDefault();
    act[key]();
  });

  // The page opens at the first value to check, in both panes.
  const first = form.querySelector("#pane-values [data-look]");
  if (first && !location.hash) outline(first);
})();
