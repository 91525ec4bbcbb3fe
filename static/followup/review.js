/* Review of a draft: joins a field and its place in the letter. Every page works without this file. */
(() => {
  const form = document.getElementById("review-form");
  if (!form) return;
  for (const node of document.querySelectorAll("[data-needs-script]")) node.hidden = false;

  const outline = (number) => {
    for (const line of document.querySelectorAll(".linetext .on")) line.classList.remove("on");
    const line = number && document.getElementById("l" + number);
    if (!line) return;
    line.classList.add("on");
    line.scrollIntoView({ block: "nearest" });
  };

  // A focused field outlines the line its value was read from.
  let lastField = null;
  form.addEventListener("focusin", (event) => {
    const row = event.target.closest("[data-line]");
    if (!row || event.target.closest(".linetext")) return;
    if (event.target.matches("input[type=text], input[inputmode], textarea")) lastField = event.target;
    const near = row.dataset.line || row.closest(".card")?.dataset.line;
    outline(near);
  });

  // A mark in the letter gives its field the focus.
  form.addEventListener("click", (event) => {
    const mark = event.target.closest(".linetext a[href^='#id_'], .linetext a[href^='#row-']");
    if (!mark) return;
    const target = document.getElementById(mark.getAttribute("href").slice(1));
    if (!target) return;
    event.preventDefault();
    const field = target.matches(".card")
      ? target.querySelector("input[type=radio]:checked") ?? target.querySelector("input[type=radio]")
      : target;
    field.closest("details")?.setAttribute("open", "");
    field.focus({ preventScroll: true });
    field.scrollIntoView({ block: "center" });
  });

  // Text selected in the letter: into the field last used, or into a new recommendation.
  let selected = "";
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.anchorNode) return;
    const place = selection.anchorNode.parentElement;
    if (place?.closest(".linetext")) selected = selection.toString().replace(/^\s*\d+\s*\n/gm, "").trim();
  });
  const useSelection = () => {
    if (!selected || !lastField) return;
    lastField.value = selected;
    lastField.focus();
  };
  form.addEventListener("submit", (event) => {
    if (event.submitter?.value === "add") form.elements.selection.value = selected;
    changed = false;
  });

  // Keys: next and previous value, next value to check, use the selection.
  const move = (nodes, step) => {
    const here = nodes.findIndex((node) => node.contains(document.activeElement) || node === document.activeElement);
    const node = nodes[(here + step + nodes.length) % nodes.length];
    const field = node?.querySelector("input[type=radio]:checked") ?? node?.querySelector("input:not([type=hidden]), textarea, select");
    field?.closest("details")?.setAttribute("open", "");
    field?.focus({ preventScroll: true });
    field?.scrollIntoView({ block: "center" });
  };
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const values = [...form.querySelectorAll("#pane-values .row")];
    const checks = values.filter((row) => row.querySelector(".flagword.check, .flagword.missing, .notice.stop"));
    const act = {
      ArrowDown: () => move(values, 1),
      ArrowUp: () => move(values, -1),
      KeyC: () => move(checks, 1),
      KeyU: useSelection,
    }[event.code];
    if (!act) return;
    event.preventDefault();
    act();
  });

  // Leaving with unsaved values asks first.
  let changed = false;
  form.addEventListener("input", () => { changed = true; });
  window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });

  // The page opens at the first value to check, in both panes.
  const first = form.querySelector(".card.check");
  if (first && !location.hash) {
    outline(first.dataset.line);
    const pane = first.closest(".pane");
    pane.scrollTop = first.offsetTop - pane.offsetTop;
  }
})();
