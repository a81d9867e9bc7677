// Page of matched passages: two documents side by side, each in its own direction, curves between the passages
// that tell the same, lists of links and of events.

import { byId, make } from "./dom.js";
import { markedPieces, nameOf, placeOf, readMatchData, strengthOf } from "./match_data.js";

/** @typedef {import("./match_data.js").Link} Link */

const kMost = 400; // entries of a list before one asks for more
const kPieces = 8; // of evidence in an entry
const data = readMatchData(byId("page-data").textContent ?? "");
/** @type {HTMLSelectElement[]} */
const names = [0, 1].map((k) => /** @type {HTMLSelectElement} */ (byId(`name-${k}`)));
const texts = [0, 1].map((k) => byId(`text-${k}`));
const curves = byId("curves");
const list = byId("list");
const least = /** @type {HTMLInputElement} */ (byId("least"));

/** @type {{ shown: number[], chosen: Link | null, tab: "links" | "pair" | "events", entries: number }} */
const state = { shown: [0, Math.min(1, data.documents.length - 1)], chosen: null, tab: "links", entries: kMost };

const likely = () => data.links.filter((l) => l.confidence * 100 >= Number(least.value));

/** Which end of a link is on which side, or nothing when its documents are not the two shown. @param {Link} link */
function endsShown(link) {
  const [a, b] = link.ends;
  if (a.document === state.shown[0] && b.document === state.shown[1]) return [a, b];
  if (b.document === state.shown[0] && a.document === state.shown[1]) return [b, a];
  return null;
}

const linksShown = () => likely().filter((l) => endsShown(l) !== null);

/** @param {number} side */
function drawText(side) {
  const doc = data.documents[state.shown[side]];
  const element = texts[side];
  element.dir = doc.rtl ? "rtl" : "ltr";
  element.lang = doc.lang;
  /** @type {Link[][]} */
  const at = doc.segments.map(() => []);
  for (const link of linksShown()) {
    const end = /** @type {any} */ (endsShown(link))[side];
    for (let i = end.begin; i < end.end; i += 1) at[i].push(link);
  }
  /** @type {HTMLElement[]} */
  const paragraphs = [];
  doc.segments.forEach((text, i) => {
    if (i === 0 || doc.paragraphs[i] !== doc.paragraphs[i - 1]) paragraphs.push(make("p"));
    const links = at[i];
    const chosen = state.chosen !== null && links.includes(state.chosen);
    const from = chosen ? [/** @type {Link} */ (state.chosen)] : links;
    const words = from.flatMap((l) => l.shared.map((s) => s[l.ends[0].document === state.shown[side] && l.ends[1].document !== state.shown[side] ? 0 : 1]));
    const body = markedPieces(text, words).map((p) => (p.marked ? make("mark", {}, p.text) : p.text));
    const badges = links.filter((l) => /** @type {any} */ (endsShown(l))[side].begin === i)
      .map((l) => make("button.number", { type: "button", click: (/** @type {MouseEvent} */ e) => { e.stopPropagation(); choose(l); }, "aria-label": `Link ${l.number}, confidence ${l.confidence}`, title: `Link ${l.number}: ${l.confidence}` }, String(l.number)));
    const kind = links.length > 0 ? `.linked.${strengthOf(links[0].confidence)}` : "";
    const span = make(`span.passage${kind}${chosen ? ".chosen" : ""}`, { "data-segment": i, click: links.length > 0 ? () => chooseNext(links) : null }, ...badges, ...body);
    paragraphs[paragraphs.length - 1].append(span, " ");
  });
  element.replaceChildren(...paragraphs);
}

/** Another click on a passage goes to its next link. @param {Link[]} links */
function chooseNext(links) {
  const now = state.chosen === null ? -1 : links.indexOf(state.chosen);
  choose(links[(now + 1) % links.length]);
}

/** @param {number} side @param {{ begin: number, end: number }} end */
function middleOf(side, end) {
  const first = texts[side].querySelector(`[data-segment="${end.begin}"]`);
  const last = texts[side].querySelector(`[data-segment="${end.end - 1}"]`);
  if (first === null || last === null) return 0;
  return (first.getBoundingClientRect().top + last.getBoundingClientRect().bottom) / 2 - curves.getBoundingClientRect().top;
}

function drawCurves() {
  const width = curves.clientWidth, height = curves.clientHeight, top = texts[0].getBoundingClientRect().top - curves.getBoundingClientRect().top;
  const inside = (/** @type {number} */ y) => Math.max(top + 2, Math.min(height - 2, y));
  const paths = linksShown().map((link) => {
    const ends = /** @type {any} */ (endsShown(link));
    const ys = [0, 1].map((side) => middleOf(side, ends[side]));
    if (ys.every((y) => y < top) || ys.every((y) => y > height)) return null;
    const [a, b] = ys.map(inside);
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", `M0 ${a}C${width / 2} ${a} ${width / 2} ${b} ${width} ${b}`);
    const far = ys.some((y) => y < top || y > height); // an end is scrolled away
    path.setAttribute("class", `${strengthOf(link.confidence)}${link === state.chosen ? " chosen" : ""}${far ? " far" : ""}`);
    path.addEventListener("click", () => choose(link));
    return path;
  });
  const drawn = /** @type {SVGPathElement[]} */ (paths.filter((p) => p !== null));
  drawn.sort((a, b) => Number(a.classList.contains("chosen")) - Number(b.classList.contains("chosen")));
  curves.replaceChildren(...drawn);
}

/** @param {Link} link */
function linkEntry(link) {
  const where = link.ends.map((p) => `${nameOf(data.documents[p.document].id)} ${placeOf(p)}`);
  const shared = link.shared.slice(0, kPieces).map((s) => make("bdi", { dir: "ltr" }, make("bdi", {}, s[0]), ...(s[0] === s[1] ? [] : [" = ", make("bdi", {}, s[1])])));
  return make(`button.entry.${strengthOf(link.confidence)}${link === state.chosen ? ".chosen" : ""}`, { type: "button", "data-link": link.number, click: () => choose(link), "aria-current": link === state.chosen },
    make("b", {}, `${link.number} \u00B7 ${link.confidence.toFixed(2)}`), ` ${link.kind}`,
    make("div.where", {}, make("bdi", {}, where[0]), " \u2194 ", make("bdi", {}, where[1])),
    make("div", {}, ...shared.flatMap((s, k) => [k > 0 ? " \u00B7 " : "", s])));
}

function drawList() {
  const tabs = /** @type {const} */ ([["links", "All links"], ["pair", "These two"], ["events", "Events"]]);
  byId("tabs").replaceChildren(...tabs.map(([tab, title]) => make("button", { type: "button", role: "tab", "aria-selected": String(state.tab === tab), click: () => { state.tab = tab; state.entries = kMost; drawList(); } }, title)));
  /** @type {HTMLElement[]} */
  let entries = [];
  if (state.tab === "events") {
    for (const [k, event] of data.events.entries()) {
      entries.push(make("div.event", {}, `${k + 1}. `, make("bdi", { dir: "auto" }, event.label), event.date === "" ? "" : make("span.date", {}, ` (${event.date})`)));
      for (const p of event.passages) {
        const doc = data.documents[p.document];
        const text = doc.segments.slice(p.begin, p.end).join(" ");
        entries.push(make("button.entry", { type: "button", click: () => show(p) }, make("div.where", {}, make("bdi", {}, nameOf(doc.id)), ` ${placeOf(p)}`),
          make("div", { dir: doc.rtl ? "rtl" : "ltr", lang: doc.lang }, text.length > 160 ? `${text.slice(0, 160)}\u2026` : text)));
      }
    }
  } else {
    entries = (state.tab === "pair" ? linksShown() : likely()).map(linkEntry);
  }
  const more = entries.length > state.entries ? [make("button.entry", { type: "button", click: () => { state.entries += kMost; drawList(); } }, `${entries.length - state.entries} more`)] : [];
  const scroll = list.scrollTop;
  list.replaceChildren(...entries.slice(0, state.entries), ...more, entries.length === 0 ? make("div.nothing-here", {}, "Nothing at this confidence.") : "");
  list.scrollTop = scroll;
}

function draw() {
  names.forEach((select, k) => { select.value = String(state.shown[k]); });
  byId("least-value").textContent = `${least.value} %`;
  byId("count").textContent = `${linksShown().length} links here, ${likely().length} in all ${data.documents.length} documents`;
  [0, 1].forEach(drawText);
  drawList();
  drawCurves();
}

/** @param {number} side @param {number} segment */
function scrollTo(side, segment) {
  const element = texts[side].querySelector(`[data-segment="${segment}"]`);
  if (element === null) return;
  const rise = element.getBoundingClientRect().top - texts[side].getBoundingClientRect().top;
  texts[side].scrollTop += rise - texts[side].clientHeight / 3;
}

/** @param {Link} link */
function choose(link) {
  state.chosen = link;
  if (endsShown(link) === null) state.shown = link.ends.map((p) => p.document);
  draw();
  const ends = /** @type {any} */ (endsShown(link));
  [0, 1].forEach((side) => scrollTo(side, ends[side].begin));
  drawCurves();
  const entry = list.querySelector(`[data-link="${link.number}"]`);
  entry?.scrollIntoView({ block: "nearest" });
}

/** A passage of an event: its strongest link, or the passage alone. @param {{ document: number, begin: number, end: number }} p */
function show(p) {
  const link = likely().find((l) => l.ends.some((e) => e.document === p.document && e.begin < p.end && p.begin < e.end));
  if (link !== undefined) { choose(link); return; }
  state.shown[0] = p.document;
  draw();
  scrollTo(0, p.begin);
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.ctrlKey || event.metaKey || event.altKey || target instanceof HTMLSelectElement || target instanceof HTMLInputElement) return;
  if ((event.key === "ArrowDown" || event.key === "ArrowUp") && list.contains(target)) {
    const entries = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("button.entry")]);
    const at = entries.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const next = Math.max(0, Math.min(entries.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)));
    entries[next]?.click();
    const again = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("button.entry")]);
    again[next]?.focus();
  } else if (event.key === "l" || event.key === "e") {
    state.tab = event.key === "l" ? "links" : "events";
    drawList();
    /** @type {HTMLElement | null} */ (list.querySelector("button.entry"))?.focus();
  } else if (event.key === "x") {
    state.shown.reverse();
    draw();
  } else {
    return;
  }
  event.preventDefault();
}

function start() {
  byId("title").textContent = document.title;
  names.forEach((select, k) => {
    select.append(...data.documents.map((d, i) => make("option", { value: i }, `${nameOf(d.id)} (${d.lang})`)));
    select.addEventListener("change", () => { state.shown[k] = Number(select.value); state.chosen = null; draw(); });
  });
  least.value = String(Math.floor(100 * Math.min(1, ...data.links.map((l) => l.confidence))));
  least.addEventListener("input", draw);
  for (const text of texts) text.addEventListener("scroll", drawCurves, { passive: true });
  window.addEventListener("resize", drawCurves);
  document.addEventListener("keydown", onKey);
  if (data.links.length > 0) choose(data.links[0]);
  else draw();
}

start();
