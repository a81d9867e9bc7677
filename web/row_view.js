// One unit as a row: number, state and confidence, a cell per column, quick buttons, and the comment below.
import { confidenceLevel } from "./filters.js";
import { icon, isolated, make } from "./dom.js";
import { markedText } from "./marked_text.js";
import { formatInteger, formatPercent, languageName, say } from "./messages.js";

const kRightToLeft = new Set(["ar", "fa", "ur", "ckb", "ps", "he", "yi", "sd", "ug", "dv", "azb", "prs"]);

/** @param {string} tag */
export function isRightToLeft(tag) {
  return kRightToLeft.has(tag.split("-")[0]) || /-(arab|hebr)\b/i.test(tag);
}

/** @param {string} tag */
export function directionOf(tag) {
  return isRightToLeft(tag) ? "rtl" : "ltr";
}

/** @param {import("./unit.js").Unit} unit @param {number} index */
function rowName(unit, index) {
  const words = [say("unit", { n: index + 1 })];
  if (unit.kind !== "") words.push(unit.kind);
  words.push(unit.confidence === null ? say("confidenceNone") : say("confidence", { n: formatPercent(unit.confidence) }));
  if (unit.review !== "") words.push(say(`${unit.review}State`));
  return words.join(", ");
}

/** @param {string} action @param {string} iconName @param {boolean} pressed */
function quickButton(action, iconName, pressed) {
  return make("button.quick", {
    type: "button", tabindex: -1, "data-action": action, "aria-label": say(action), title: say(action), "aria-pressed": String(pressed),
  }, icon(iconName));
}

/** @param {import("./session.js").Session} session @param {import("./unit.js").Unit} unit @param {number} column */
export function cellContent(session, unit, column) {
  const text = unit.texts[column] ?? "";
  if (text === "") return make("span.missing", {}, say("empty"));
  const tag = session.page.columns[column];
  // With nothing on the other sides, a number without a partner is no news.
  const alone = unit.texts.every((other, c) => c === column || !other);
  const marks = alone ? [] : session.anchors.marks(unit)[column];
  return make("bdi", { dir: directionOf(tag), lang: tag }, ...markedText(text, marks, session.needle));
}

/** @param {import("./session.js").Session} session @param {number} row @returns {HTMLElement} */
export function makeRow(session, row) {
  const index = session.indexOf(row);
  const unit = session.units[index];
  const meta = make("div.meta", { role: "rowheader", title: unit.id },
    make("span.number"),
    make("bdi.kind", { dir: "ltr" }, unit.kind),
    make("span.confidence", {}, unit.confidence === null ? "" : formatPercent(unit.confidence)));
  const cells = session.page.columns.map((_, column) => make("div.cell", {
    role: "gridcell", "data-column": column, "aria-colindex": column + 2,
  }, cellContent(session, unit, column)));
  const quick = make("div.quick-buttons", { role: "gridcell", "aria-colindex": session.page.columns.length + 2 },
    quickButton("accept", "accept", unit.review === "accepted"),
    quickButton("flag", "flag", unit.review === "flagged"),
    quickButton("comment", "comment", unit.comment !== ""));
  return make("div.row", {
    role: "row", "data-level": confidenceLevel(unit), "data-review": unit.review || null,
  }, meta, ...cells, quick, unit.comment !== "" && make("div.comment-line", { role: "gridcell", "aria-label": say("comment") }, icon("comment"), isolated(unit.comment)));
}

/** What may change while the unit stays the same: its number, and whether one stands on it. @param {import("./session.js").Session} session @param {HTMLElement} element @param {number} row */
export function updateRow(session, element, row) {
  const index = session.indexOf(row);
  const active = index === session.active;
  const state = `${index} ${active ? session.column : ""}`;
  if (element.dataset.state === state) return;
  element.dataset.state = state;
  if (element.dataset.index !== String(index)) {
    element.dataset.index = String(index);
    element.id = `row-${index}`;
    element.setAttribute("aria-rowindex", String(index + 2));
    const meta = /** @type {HTMLElement} */ (element.firstElementChild);
    meta.setAttribute("aria-label", rowName(session.units[index], index));
    /** @type {HTMLElement} */ (meta.firstElementChild).textContent = formatInteger(index + 1);
    for (const cell of element.querySelectorAll(".cell")) cell.id = `cell-${index}-${/** @type {HTMLElement} */ (cell).dataset.column}`;
  }
  element.classList.toggle("active", active);
  element.setAttribute("aria-selected", String(active));
  for (const cell of element.querySelectorAll(".cell")) {
    cell.classList.toggle("current", active && Number(/** @type {HTMLElement} */ (cell).dataset.column) === session.column);
  }
}

/** The head of the columns. @param {import("./session.js").Session} session */
export function makeHead(session) {
  return make("div.head", { role: "row", "aria-rowindex": 1 },
    make("div.meta", { role: "columnheader" }, say("number")),
    ...session.page.columns.map((tag) => make("div.cell", { role: "columnheader" }, isolated(languageName(tag)), " ", make("bdi.tag", { dir: "ltr" }, tag))),
    make("div.quick-buttons", { role: "columnheader", "aria-label": say("state") }));
}

/** Height of a row that has not been drawn, from the lengths of its texts. @param {import("./unit.js").Unit} unit @param {boolean[]} rightToLeft by column @param {number} cellWidth @param {boolean} stacked */
export function estimateHeight(unit, rightToLeft, cellWidth, stacked) {
  let height = 0;
  for (let c = 0; c < rightToLeft.length; ++c) {
    const rtl = rightToLeft[c];
    const lines = Math.max(1, Math.ceil(((unit.texts[c] ?? "").length * (rtl ? 7.4 : 7.8)) / Math.max(80, cellWidth)));
    const own = lines * (rtl ? 32 : 26) + 20;
    height = stacked ? height + own : Math.max(height, own);
  }
  return Math.max(height + (stacked ? 34 : 0), 58) + (unit.comment === "" ? 0 : 34);
}
