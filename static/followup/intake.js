/* The pages of a letter: one key for the main button, and a form that is sent once. They work without this file. */
(() => {
  // Ctrl and Enter press the main button of the page.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    const button = document.querySelector("[data-primary]");
    if (!button) return;
    event.preventDefault();
    button.click();
  });

  // A second click while the first is under way is none.
  const sent = new WeakSet();
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    if (sent.has(event.target)) event.preventDefault();
    sent.add(event.target);
  });
  window.addEventListener("pageshow", () => { for (const form of document.forms) sent.delete(form); });
})();
