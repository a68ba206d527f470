"use strict";
// Which words a finding covers, put right by selecting them in the text, or from the keyboard a word at a time.
// Places are counted in code points, as everywhere in Counterclaim; a stretch of the text says where it begins (data-at).
(() => {
  const text = document.querySelector("article.text");
  if (!text) return;

  // The pieces of the text in order: a text node, where it begins, and how many code points it stands for. A sign stands for one.
  let pieces = null;
  const laid = () => {
    if (pieces) return pieces;
    pieces = [];
    for (const stretch of text.querySelectorAll("[data-at]")) {
      let at = Number(stretch.dataset.at);
      const walk = document.createTreeWalker(stretch, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const sign = node.parentElement.classList.contains("sign");
        const points = sign ? ["\ufffd"] : Array.from(node.data);
        pieces.push({ node, at, points, sign });
        at += points.length;
      }
    }
    return pieces;
  };

  // The code points between two places, each with its place: gaps (a carriage return that no page shows) are passed over.
  const between = (start, end) => {
    const found = [];
    for (const piece of laid()) {
      if (piece.at >= end) break;
      piece.points.forEach((point, index) => {
        const at = piece.at + index;
        if (at >= start && at < end) found.push({ at, point });
      });
    }
    return found;
  };

  const last = () => { const piece = laid().at(-1); return piece ? piece.at + piece.points.length : 0; };

  const placeOf = (node, offset) => {
    for (const piece of laid()) {
      if (piece.node === node) return piece.at + (piece.sign ? Math.min(offset, 1) : Array.from(node.data.slice(0, offset)).length);
    }
    return null;
  };

  // The ends of what is selected in the text, blanks at either end left out; null where nothing of it is.
  const selected = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    let start = null, end = null;
    for (const piece of laid()) {
      if (!range.intersectsNode(piece.node)) continue;
      const from = piece.node === range.startContainer ? placeOf(piece.node, range.startOffset) : piece.at;
      const to = piece.node === range.endContainer ? placeOf(piece.node, range.endOffset) : piece.at + piece.points.length;
      if (to <= from) continue;
      start ??= from;
      end = to;
    }
    if (start === null) return null;
    const words = between(start, end).filter(({ point }) => point.trim());
    return words.length ? [words[0].at, words.at(-1).at + 1] : null;
  };

  const domAt = (place, isEnd) => {
    for (const piece of laid()) {
      const length = piece.points.length;
      if (place < piece.at || place > piece.at + length || (!isEnd && place === piece.at + length)) continue;
      if (piece.sign) return [piece.node, place > piece.at ? piece.node.length : 0];
      return [piece.node, piece.points.slice(0, place - piece.at).join("").length];
    }
    return null;
  };

  const light = (start, end) => {
    if (!("highlights" in CSS)) return;
    CSS.highlights.delete("proposed");
    const from = domAt(start, false), to = domAt(end, true);
    if (!from || !to || end <= start) return;
    const range = new Range();
    range.setStart(...from);
    range.setEnd(...to);
    CSS.highlights.set("proposed", new Highlight(range));
  };

  // The words of the text as pairs of places.
  let words = null;
  const allWords = () => {
    if (words) return words;
    words = [];
    let open = null;
    for (const { at, point } of between(0, last())) {
      const letter = /[\p{L}\p{N}\p{M}'’\-]/u.test(point);
      if (letter && open && open[1] === at) open[1] = at + 1;
      else if (letter) words.push(open = [at, at + 1]);
      else open = null;
    }
    return words;
  };

  const stepped = (which, by, start, end) => {
    const edges = allWords().map((word) => word[which === "start" ? 0 : 1]);
    const now = which === "start" ? start : end;
    return by < 0 ? (edges.findLast((edge) => edge < now) ?? now) : (edges.find((edge) => edge > now) ?? now);
  };

  const ready = (form) => {
    const field = form.querySelector("[data-span]");
    if (!field || field.dataset.ready) return;
    field.dataset.ready = "1";
    const start = field.querySelector("[data-span-start]"), end = field.querySelector("[data-span-end]");
    const shown = field.querySelector("[data-span-words]");
    field.querySelector("[data-span-steps]").hidden = false;
    const show = () => {
      shown.textContent = between(Number(start.value), Number(end.value)).map(({ point }) => point).join("");
      light(Number(start.value), Number(end.value));
    };
    const set = (from, to) => { if (from < to) { start.value = from; end.value = to; show(); } };
    for (const input of [start, end]) input.addEventListener("input", show);
    for (const button of field.querySelectorAll("[data-step]")) {
      button.addEventListener("click", () => {
        const [which, by] = button.dataset.step.split(" ");
        const moved = stepped(which, Number(by), Number(start.value), Number(end.value));
        if (which === "start") set(moved, Number(end.value)); else set(Number(start.value), moved);
      });
    }
    const take = field.querySelector("[data-take]");
    take.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the selection
    take.addEventListener("click", () => { const found = chosen ?? selected(); if (found) set(...found); });
    light(Number(start.value), Number(end.value));
  };

  // A selection is lost when the focus goes to a button by keyboard: the last one is remembered.
  let chosen = null;
  document.addEventListener("selectionchange", () => { const found = selected(); if (found) chosen = found; });
  document.addEventListener("desk:closed", () => { if ("highlights" in CSS) CSS.highlights.delete("proposed"); });
  document.addEventListener("desk:judged", () => { if ("highlights" in CSS) CSS.highlights.delete("proposed"); });
  document.addEventListener("htmx:afterSwap", () => document.querySelectorAll("form.judging").forEach(ready));
  document.querySelectorAll("form.judging").forEach(ready);
})();
