// One key a judgement, and news of who else is at work. Every key presses a button or follows a link that is there without it.

const typing = (target) => target.closest("input, textarea, select, [contenteditable]");

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
  if (event.key === "Escape" && typing(event.target)) return event.target.blur();
  if (typing(event.target)) return;
  const key = CSS.escape(event.key);
  const field = document.querySelector(`[data-focus="${key}"]`);
  const does = document.querySelector(`[data-key="${key}"]`);
  if (!field && !does) return;
  event.preventDefault();
  if (field) return field.focus();
  does.click();
});

// A form that was sent is not sent again by a second press while its answer is on the way.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
  });
}
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

const state = document.querySelector(".state");

const look = async () => {
  if (document.hidden) return;
  const answer = await fetch("/review/news", { headers: { accept: "application/json" } }).catch(() => null);
  if (!answer?.ok) return;
  const news = await answer.json();
  const others = news.count !== Number(state.dataset.count);
  const done = state.dataset.atWork === "true" && !news.at_work;
  if (!others && !done) return;
  const again = document.createElement("a");
  again.href = location.pathname + location.search;
  again.textContent = "Load the page again.";
  const words = others ? `${news.user || "Somebody"} has judged meanwhile. ` : news.failed || "The points are made anew. ";
  state.replaceChildren(words, again);
  if (others) state.dataset.count = news.count;
  state.dataset.atWork = news.at_work;
};
if (state) setInterval(look, state.dataset.atWork === "true" ? 1500 : 4000);
