/* Review of a draft: half-done work is saved by itself, guarded by the version like every save. */
(() => {
  const form = document.getElementById("review-form");
  if (!form?.querySelector("[value=save]")) return;
  const status = document.getElementById("saved");
  const WAIT = 3000;
  let changed = "unsaved" in form.dataset;
  let stopped = changed; // what could not be saved is compared by a person first
  let timer = 0;
  let saving = null;

  const say = (words) => { status.textContent = words; };
  const save = async () => {
    changed = false;
    const body = new FormData(form);
    body.set("action", "autosave");
    try {
      const answer = await fetch(location.pathname, { method: "POST", body, credentials: "same-origin", redirect: "error", headers: { Accept: "application/json" } });
      const told = await answer.json();
      if (answer.ok) {
        for (const field of document.querySelectorAll("input[name=version]")) field.value = told.version;
        say(`Saved at ${told.at} UTC`);
        return;
      }
      changed = true;
      stopped = answer.status === 409;
      say(`Not saved: ${told.words}`);
    } catch {
      changed = true;
      say("Not saved yet: no answer from the registry");
    }
  };
  const start = () => {
    clearTimeout(timer);
    if (!changed || stopped || saving) return;
    saving = save().finally(() => {
      saving = null;
      if (changed && !stopped) timer = setTimeout(start, WAIT * 5);
    });
  };
  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(start, WAIT);
  });
  document.addEventListener("visibilitychange", () => { if (document.hidden) start(); });

  // A click waits for the save that is under way: it would meet its own work as somebody else's.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (saving) {
      const button = event.submitter;
      event.preventDefault();
      saving.then(() => form.requestSubmit(button));
      return;
    }
    changed = false;
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted) changed = false; });

  // Leaving with unsaved values asks first.
  window.addEventListener("beforeunload", (event) => { if (changed || saving) event.preventDefault(); });
})();
