"use strict";
/* Lights up what belongs to a person, filters the layers, shows one of several articles.
   Without it the page still reads: names are links to their cards. */
(() => {
  const pieces = new Map();
  const add = (key, piece) => pieces.set(key, (pieces.get(key) || []).concat(piece));
  const keysOf = (piece) =>
    ["e", "by", "of"].flatMap((name) => (piece.dataset[name] || "").split(" ")).filter(Boolean);
  for (const piece of document.querySelectorAll("[data-e], [data-by], [data-of]")) {
    for (const key of new Set(keysOf(piece))) add(key, piece);
  }
  const card = (key) => document.getElementById(key);
  const bar = document.querySelector(".chosen");
  let lit = null;
  let chosen = null;
  let places = [];
  let at = -1;

  function mark(key, on) {
    for (const piece of pieces.get(key) || []) piece.classList.toggle("lit", on);
    if (key) card(key)?.classList.toggle("lit", on);
  }

  function light(key) {
    if (key === lit) return;
    mark(lit, false);
    mark(key, true);
    lit = key;
  }

  /* Whom an element speaks of: the name itself before the person who says it. */
  function meant(target) {
    const piece = target.closest?.("[data-e], [data-by], [data-of]");
    if (!piece) return null;
    return (piece.dataset.e || piece.dataset.by || piece.dataset.of).split(" ")[0];
  }

  function choose(key) {
    const button = (of) => of && card(of)?.querySelector(".who");
    button(chosen)?.setAttribute("aria-pressed", "false");
    chosen = key;
    light(key);
    bar.hidden = !key;
    if (!key) return;
    button(key)?.setAttribute("aria-pressed", "true");
    places = (pieces.get(key) || []).filter((piece) => isPlace(piece, key));
    at = -1;
    tell(key);
  }

  /* Where somebody is named first-hand, and where a statement of theirs begins. */
  function isPlace(piece, key) {
    if (!piece.closest(".text") || piece.matches(".by")) return false;
    if (piece.dataset.e === key) return !("rest" in piece.dataset);
    return Boolean(piece.dataset.by && piece.previousElementSibling?.matches(".at"));
  }

  function tell(key) {
    const from = card(key);
    const roles = [...from.querySelectorAll(".roles li")].map((item) => item.textContent);
    const name = bar.querySelector(".who a");
    name.textContent = from.querySelector(".name").textContent;
    name.href = `#${key}`;
    bar.querySelector(".what").textContent =
      [...roles.slice(0, 1), from.querySelector(".tally").textContent].filter(Boolean).join(" · ");
    count();
  }

  const count = () => {
    bar.querySelector(".place").textContent = `${at < 0 ? "–" : at + 1} / ${places.length}`;
  };

  function step(by) {
    if (!places.length) return;
    at = at < 0 ? (by > 0 ? 0 : places.length - 1) : (at + by + places.length) % places.length;
    places[at].scrollIntoView({ block: "center" });
    count();
  }

  function reveal(key) {
    const shown = card(key);
    for (let part = shown?.parentElement; part; part = part.parentElement) {
      if (part.tagName === "DETAILS") part.open = true;
    }
    const panel = shown?.closest(".panel");
    if (!panel || getComputedStyle(panel).position !== "sticky") return;
    const [inner, outer] = [shown.getBoundingClientRect(), panel.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom - 120) {
      panel.scrollTop += inner.top - outer.top - 60;
    }
  }

  document.addEventListener("mouseover", (event) => light(meant(event.target) ?? chosen));
  document.addEventListener("focusin", (event) => light(meant(event.target) ?? chosen));
  document.addEventListener("focusout", (event) => { if (!event.relatedTarget) light(chosen); });
  document.addEventListener("click", (event) => {
    const piece = event.target.closest?.("[data-e]");
    if (!piece) return;
    event.preventDefault();
    const key = piece.dataset.e.split(" ")[0];
    choose(key === chosen ? null : key);
    if (chosen && piece.closest(".text")) reveal(key);
    if (chosen) at = places.indexOf(piece);
    if (chosen) count();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") choose(null);
  });
  bar.querySelector(".previous").addEventListener("click", () => step(-1));
  bar.querySelector(".next").addEventListener("click", () => step(1));
  bar.querySelector(".close").addEventListener("click", () => choose(null));

  document.addEventListener("change", (event) => {
    const layer = event.target.dataset?.layer;
    if (!layer) return;
    const reading = event.target.closest(".reading");
    const off = !event.target.checked;
    reading.classList.toggle(`no-${layer}`, off);
    for (const name of reading.querySelectorAll(`.text .m.${layer}`)) {
      if (off) name.setAttribute("tabindex", "-1");
      else if (!("rest" in name.dataset)) name.removeAttribute("tabindex");
    }
  });

  const scheme = document.querySelector(".scheme select");
  scheme.addEventListener("change", () => {
    document.documentElement.dataset.scheme = scheme.value;
  });

  /* Several articles: the index, or the article that the address names. */
  const index = document.getElementById("index");
  function turn() {
    const target = document.getElementById(location.hash.slice(1));
    const shown = target?.closest(".reading");
    index.hidden = Boolean(shown);
    for (const reading of document.querySelectorAll(".reading")) reading.hidden = reading !== shown;
    choose(null);
    if (target) target.scrollIntoView();
    if (shown && target === shown) scrollTo(0, 0);
  }
  if (index) {
    addEventListener("hashchange", turn);
    turn();
  }
})();
