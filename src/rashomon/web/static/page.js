// Comfort only: every page reads the same without it.
"use strict";

const unfoldTo = (node) => {
  for (let fold = node?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
};

const goToHash = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  unfoldTo(target);
  if (target.matches("article.document")) unfoldTo(target.parentElement);
  target.scrollIntoView();
};

addEventListener("hashchange", goToHash);
if (location.hash) goToHash();

// Paper cannot be unfolded: print everything, then fold again what was folded.
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("body:not(.big) details:not([open])")];
  for (const fold of folded) fold.open = true;
});
addEventListener("afterprint", () => {
  for (const fold of folded) fold.open = false;
});

// j and k turn to the next and the last point.
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const step = { j: 1, k: -1 }[event.key];
  if (!step) return;
  const turn = document.querySelector(step > 0 ? "a[rel=next]" : "a[rel=prev]");
  if (turn) return turn.click();
  const tops = [...document.querySelectorAll("article.point")].filter((point) => point.checkVisibility?.() ?? true);
  const next = step > 0
    ? tops.find((point) => point.getBoundingClientRect().top > 40)
    : tops.findLast((point) => point.getBoundingClientRect().top < -4);
  next?.scrollIntoView();
});
