"use strict";
// Without this script every label and place is a plain link. It adds: words light up with their entry, a click on words
// goes to their entry, and j, k, Esc.
(() => {
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const wordsOf = (key) => all(`[data-of~="${CSS.escape(key)}"], #w-${CSS.escape(key)}`);
  const entryOf = (key) => document.getElementById(`e-${key}`);
  let here = null;

  const light = (key, on) => wordsOf(key).forEach((words) => words.classList.toggle("lit", on));

  const choose = (key) => {
    if (here) {
      light(here, false);
      entryOf(here)?.classList.remove("here");
    }
    here = key;
    if (!key) return;
    light(key, true);
    entryOf(key)?.classList.add("here");
  };

  const keyIn = (hash) => /^#[ew]-(.+)$/.exec(hash)?.[1] ?? null;
  const follow = () => choose(keyIn(decodeURIComponent(location.hash)));
  addEventListener("hashchange", () => {
    follow();
    const key = keyIn(location.hash);
    if (!key) return;
    const target = location.hash.startsWith("#w") ? document.getElementById(`w-${key}`) : entryOf(key)?.querySelector("a.at");
    target?.focus({ preventScroll: true });
  });
  follow();

  for (const entry of all("[data-entry]")) {
    const key = entry.dataset.entry;
    entry.addEventListener("mouseenter", () => light(key, true));
    entry.addEventListener("mouseleave", () => key !== here && light(key, false));
    entry.addEventListener("focusin", () => choose(key));
  }

  for (const words of all("[data-of]")) {
    words.addEventListener("click", () => {
      if (!getSelection().isCollapsed) return;
      location.hash = `e-${words.dataset.of.split(" ")[0]}`;
    });
  }

  const step = (by) => {
    const entries = all("[data-entry]");
    const at = entries.findIndex((entry) => entry.dataset.entry === here);
    const inView = entries.findIndex((entry) => entry.closest(".doc").getBoundingClientRect().bottom > 0);
    const next = entries[at < 0 ? Math.max(inView, 0) : Math.min(Math.max(at + by, 0), entries.length - 1)];
    if (!next) return;
    next.querySelector("a.at").focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    document.getElementById(`w-${next.dataset.entry}`)?.scrollIntoView({ block: "center" });
  };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "Escape") choose(null);
  });
})();
