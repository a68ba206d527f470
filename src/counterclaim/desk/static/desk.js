"use strict";
// Beyond what htmx does: words on what was done or refused, keys for judging, focus that stays where the work is, files dropped.
(() => {
  const said = document.getElementById("said");
  const refused = document.getElementById("refused");

  let clearing = 0;
  const say = (where, words) => {
    for (const line of [said, refused]) line.textContent = "";
    where.textContent = words;
    clearTimeout(clearing);
    clearing = setTimeout(() => { where.textContent = ""; }, 12000);
  };

  document.addEventListener("htmx:responseError", (event) => {
    say(refused, event.detail.xhr.responseText.slice(0, 500) || "That did not work.");
  });
  document.addEventListener("htmx:sendError", () => say(refused, "The desk does not answer. Is it still running? What was kept is kept."));
  document.addEventListener("htmx:timeout", () => say(refused, "The desk takes too long to answer."));

  // After a judgement the entry is a new element: focus goes back to it, so that the keyboard goes on from there.
  document.addEventListener("desk:judged", (event) => {
    say(said, event.detail.said);
    const entry = document.getElementById(`e-d-${event.detail.id}`);
    entry?.querySelector("a.at")?.focus({ preventScroll: true });
    entry?.scrollIntoView({ block: "nearest" });
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    const form = event.detail.target.querySelector?.(":scope > .judging");
    (form?.querySelector("[data-first]") ?? form?.querySelector("textarea, input, select"))?.focus();
  });

  const close = (form) => {
    const entry = form.closest("[data-entry]");
    form.remove();
    entry?.querySelector("[hx-get]")?.focus();
    document.dispatchEvent(new Event("desk:closed"));
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-close]");
    if (!button) return;
    event.preventDefault();
    close(button.closest("form"));
  });

  // Keys act only while an entry of the sheet has the focus, and never while somebody types.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const form = event.target.closest(".judging");
    if (form && event.key === "Escape") { event.preventDefault(); event.stopPropagation(); close(form); return; }
    if (event.target.closest('[role="button"]') && event.key === " ") { event.preventDefault(); event.target.click(); return; }
    if (event.target.matches("input, textarea, select")) return;
    const entry = event.target.closest("[data-entry]");
    if (!entry || form) return;
    const press = { y: 'button[value="accept"]', n: 'button[value="reject"]', c: ".judge [hx-get]" }[event.key];
    const button = press && entry.querySelector(press);
    if (button) { event.preventDefault(); button.click(); }
  }, true);

  // Files may be dropped anywhere on the form.
  for (const form of document.querySelectorAll("[data-drop]")) {
    const files = form.querySelector('input[type="file"]');
    const over = (on) => (event) => { event.preventDefault(); form.classList.toggle("over", on); };
    form.addEventListener("dragover", over(true));
    form.addEventListener("dragleave", over(false));
    form.addEventListener("drop", (event) => {
      over(false)(event);
      if (event.dataTransfer.files.length) files.files = event.dataTransfer.files;
    });
  }
})();
