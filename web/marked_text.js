// A text with its anchors and the matches of a search marked. The pieces stand in plain inline elements: they do
// not isolate, so that the line is laid out as the unmarked text would be.
import { findFolded } from "./fold.js";
import { make } from "./dom.js";

/** @typedef {import("./anchors.js").Mark} Mark */
const kKindNames = ["number", "date", "name", "other"];

/** @param {string} text @param {Mark[]} marks @param {string} needle folded; "" for none @returns {(HTMLElement | string)[]} */
export function markedText(text, marks, needle) {
  const found = needle === "" ? [] : findFolded(text, needle);
  if (marks.length === 0 && found.length === 0) return [text];
  const borders = new Set([0, text.length]);
  for (const mark of marks) borders.add(mark.begin).add(mark.end);
  for (const [begin, end] of found) borders.add(begin).add(end);
  const sorted = [...borders].sort((a, b) => a - b);
  /** @type {(HTMLElement | string)[]} */
  const pieces = [];
  for (let i = 0; i + 1 < sorted.length; ++i) {
    const [begin, end] = [sorted[i], sorted[i + 1]];
    const mark = marks.find((m) => m.begin <= begin && m.end >= end);
    const piece = text.slice(begin, end);
    /** @type {HTMLElement | string} */
    let element = piece;
    if (mark !== undefined) {
      const tag = mark.group === 0 ? "span.anchor.alone" : "span.anchor";
      element = make(tag, { "data-group": mark.group || null, "data-kind": kKindNames[mark.kind] }, element);
    }
    if (found.some(([b, e]) => b <= begin && e >= end)) element = make("mark", {}, element);
    pieces.push(element);
  }
  return pieces;
}

/** Lights the anchors of one group in a row, or none. @param {HTMLElement} row @param {string | undefined} group */
export function light(row, group) {
  for (const anchor of row.querySelectorAll(".anchor")) {
    anchor.classList.toggle("lit", group !== undefined && /** @type {HTMLElement} */ (anchor).dataset.group === group);
  }
}

/** Offset in the cell's text of a point on the screen, or null. @param {HTMLElement} cell @param {number} x @param {number} y */
export function offsetAt(cell, x, y) {
  /** @type {{offsetNode: Node, offset: number} | null} */
  let place = null;
  if ("caretPositionFromPoint" in document) {
    place = /** @type {any} */ (document).caretPositionFromPoint(x, y);
  } else if ("caretRangeFromPoint" in document) {
    const range = /** @type {any} */ (document).caretRangeFromPoint(x, y);
    place = range && { offsetNode: range.startContainer, offset: range.startOffset };
  }
  const text = cell.querySelector("bdi");
  if (place === null || text === null || !text.contains(place.offsetNode)) return null;
  const before = document.createRange();
  before.selectNodeContents(text);
  before.setEnd(place.offsetNode, place.offset);
  return before.toString().length;
}
