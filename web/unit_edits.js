// Every edit a reviewer can make, as pure functions: from the list of units to one Splice of it.
import { Unit, kCommentProperty, kReviewProperty } from "./unit.js";

/**
 * `remove` units from `at` on make room for `insert`. `focus` is the unit to stand on afterwards.
 * @typedef {object} Splice
 * @property {string} label message key of what was done
 * @property {number} at
 * @property {number} remove
 * @property {Unit[]} insert
 * @property {number} focus
 */

/** One column of one unit. @typedef {{text: string, source: import("./unit.js").Source | null, count: number}} Cell */

const kCounts = /^\d+(-\d+)+$/;

/** @param {Unit} unit @returns {Cell[]} */
function cells(unit) {
  const counts = kCounts.test(unit.kind) ? unit.kind.split("-").map(Number) : [];
  return unit.texts.map((text, c) => ({
    text: text ?? "",
    source: unit.sources[c],
    count: counts[c] ?? (text ? 1 : 0),
  }));
}

/** @param {string} a @param {string} b */
export function joinTexts(a, b) {
  return a === "" || b === "" ? a + b : `${a} ${b}`;
}

/** @param {Cell} a @param {Cell} b @returns {Cell} */
function join(a, b) {
  const text = joinTexts(a.text, b.text);
  const count = a.count + b.count;
  if (a.text === "") return { text, count, source: b.source };
  if (b.text === "") return { text, count, source: a.source };
  const together = a.source !== null && b.source !== null && a.source[1] === b.source[0];
  return { text, count, source: together ? [/** @type {any} */ (a.source)[0], /** @type {any} */ (b.source)[1]] : null };
}

/** @type {Cell} */
const kNothing = { text: "", source: null, count: 0 };

/** The cell cut at `offset`; nothing is lost but the white space at the cut. @param {Cell} cell @param {number} offset @returns {[Cell, Cell]} */
function cut(cell, offset) {
  const before = cell.text.slice(0, offset).trimEnd();
  const after = cell.text.slice(offset).trimStart();
  if (before === "") return [kNothing, { ...cell, text: after }];
  if (after === "") return [{ ...cell, text: before }, kNothing];
  return [
    { text: before, source: null, count: 1 },
    { text: after, source: null, count: Math.max(1, cell.count - 1) },
  ];
}

/** A unit like `unit` with other cells. @param {Unit} unit @param {Cell[]} made @param {Partial<import("./unit.js").UnitData>} changes */
function rebuilt(unit, made, changes = {}) {
  const texts = made.map((cell, c) => (cell.text === "" && unit.texts[c] === null ? null : cell.text));
  let order = unit.order;
  if (order !== null) order = [...order, ...texts.keys()].filter((c, i, all) => texts[c] !== null && all.indexOf(c) === i);
  const kind = kCounts.test(unit.kind) ? made.map((cell) => cell.count).join("-") : unit.kind;
  return unit.with({ texts, order, sources: made.map((cell) => cell.source), kind, score: null, ...changes });
}

/** An id that no unit has: "12.1" beside "12". @param {Unit[]} units @param {string} base */
function freshId(units, base) {
  const taken = new Set(units.map((unit) => unit.id));
  for (let n = 1; ; ++n) if (!taken.has(`${base}.${n}`)) return `${base}.${n}`;
}

/** @param {Unit} unit @param {string} id */
function blankLike(unit, id) {
  const none = unit.texts.map(() => null);
  return new Unit({
    id, texts: unit.texts.map(() => ""), sources: none, order: null, score: null,
    kind: kCounts.test(unit.kind) ? unit.texts.map(() => "0").join("-") : unit.kind,
    document: unit.document, properties: [],
  });
}

/** Two comments are both worth keeping; of two reviews the doubt wins. @param {Unit} a @param {Unit} b */
function joinedProperties(a, b) {
  let unit = a;
  for (const [name, value] of b.properties) {
    const mine = unit.property(name);
    if (mine === "") unit = unit.withProperty(name, value);
    else if (name === kCommentProperty && mine !== value) unit = unit.withProperty(name, `${mine} ${value}`);
  }
  if (a.review !== b.review) {
    unit = unit.withProperty(kReviewProperty, a.review === "flagged" || b.review === "flagged" ? "flagged" : "");
  }
  return unit.properties;
}

/** Merges `at` with the one after it. @param {Unit[]} units @param {number} at @returns {Splice | null} */
export function merge(units, at) {
  if (at < 0 || at + 1 >= units.length) return null;
  const [a, b] = [units[at], units[at + 1]];
  const other = cells(b);
  const made = cells(a).map((cell, c) => join(cell, other[c]));
  const unit = rebuilt(a, made, { properties: joinedProperties(a, b) });
  return { label: "merged", at, remove: 2, insert: [unit], focus: at };
}

/** Where a sentence ends in `text` nearest to `wanted`, or the end of the text. @param {string} text @param {number} wanted */
function nearestSentenceEnd(text, wanted) {
  let best = text.length;
  for (const match of text.matchAll(/[.!?؟۔…]+["'”’»)\]]*\s+/gu)) {
    const end = match.index + match[0].length;
    if (end < text.length && (best === text.length || Math.abs(end - wanted) < Math.abs(best - wanted))) best = end;
  }
  return best;
}

/**
 * Splits at `offset` of `column`. The other columns are cut at the sentence end nearest to the same point, or,
 * when they have none, stay whole in the first half.
 * @param {Unit[]} units @param {number} at @param {number} column @param {number} offset @returns {Splice | null}
 */
export function split(units, at, column, offset) {
  const unit = units[at];
  const own = cells(unit);
  const text = own[column].text;
  if (text.slice(0, offset).trim() === "" || text.slice(offset).trim() === "") return null;
  const halves = own.map((cell, c) =>
    cut(cell, c === column ? offset : nearestSentenceEnd(cell.text, (offset / text.length) * cell.text.length)));
  const first = rebuilt(unit, halves.map((half) => half[0]));
  const second = rebuilt(unit, halves.map((half) => half[1]), { id: freshId(units, unit.id), properties: [] });
  return { label: "split", at, remove: 1, insert: [first, second], focus: at + 1 };
}

/**
 * Moves text of one column to the unit before (step -1) or after (1): the text up to `offset`, or from it on;
 * the whole cell when `offset` is null or there is nothing on
 * that side of it. Units left without any text go away.
 * @param {Unit[]} units @param {number} at @param {number} column @param {-1 | 1} step @param {number | null} offset
 * @returns {Splice | null}
 */
export function moveText(units, at, column, step, offset = null) {
  const unit = units[at];
  const own = cells(unit);
  const end = own[column].text.length;
  // At the edge there is nothing on that side of the caret: the whole cell is meant.
  const atEdge = offset !== null && (step < 0 ? offset <= 0 : offset >= end);
  const [before, after] = cut(own[column], offset === null || atEdge ? (step < 0 ? end : 0) : offset);
  const moving = step < 0 ? before : after;
  if (moving.text === "") return null;
  const there = at + step;
  const outside = there < 0 || there >= units.length;
  const goal = outside ? blankLike(unit, freshId(units, unit.id)) : units[there];
  const goalCells = cells(goal);
  goalCells[column] = step < 0 ? join(goalCells[column], moving) : join(moving, goalCells[column]);
  own[column] = step < 0 ? after : before;
  const kept = rebuilt(unit, own);
  const made = rebuilt(goal, goalCells);
  const pair = (step < 0 ? [made, kept] : [kept, made]).filter((u) => !u.empty);
  const begin = outside || step > 0 ? at : there;
  return {
    label: step < 0 ? "movedUp" : "movedDown", at: begin, remove: outside ? 1 : 2, insert: pair,
    focus: begin + pair.indexOf(made),
  };
}

/** Exchanges the texts of one column between `at` and the next. @param {Unit[]} units @param {number} at @param {number} column @returns {Splice | null} */
export function swap(units, at, column) {
  if (at + 1 >= units.length) return null;
  const a = cells(units[at]);
  const b = cells(units[at + 1]);
  [a[column], b[column]] = [b[column], a[column]];
  return { label: "swapped", at, remove: 2, insert: [rebuilt(units[at], a), rebuilt(units[at + 1], b)], focus: at };
}

/** Moves a column down by one from `at` on, as far as the next empty cell. @param {Unit[]} units @param {number} at @param {number} column @returns {Splice | null} */
export function pushDown(units, at, column) {
  if (!units[at].texts[column]) return null;
  let end = at;
  while (end < units.length && units[end].texts[column]) ++end;
  const range = units.slice(at, end);
  const last = end < units.length ? units[end] : blankLike(units[at], freshId(units, units[end - 1].id));
  let carried = kNothing;
  const made = [...range, last].map((unit) => {
    const own = cells(unit);
    [own[column], carried] = [carried, own[column]];
    return rebuilt(unit, own);
  });
  return { label: "pushedDown", at, remove: Math.min(end, units.length - 1) - at + 1, insert: made.filter((u) => !u.empty), focus: at };
}

/** Closes the empty cell at `at`: the column below moves up by one as far as the next empty cell. @param {Unit[]} units @param {number} at @param {number} column @returns {Splice | null} */
export function pullUp(units, at, column) {
  if (units[at].texts[column]) return null;
  let end = at + 1;
  while (end < units.length && units[end].texts[column]) ++end;
  if (end === at + 1) return null;
  const range = units.slice(at, end).map((unit) => cells(unit));
  const made = range.map((own, i) => {
    own[column] = i + 1 < range.length ? range[i + 1][column] : kNothing;
    return rebuilt(units[at + i], own);
  });
  return { label: "pulledUp", at, remove: end - at, insert: made.filter((u) => !u.empty), focus: at };
}

/** @param {Unit[]} units @param {number} at where the new unit will stand @returns {Splice} */
export function insert(units, at) {
  const like = units[Math.max(0, at - 1)];
  return { label: "inserted", at, remove: 0, insert: [blankLike(like, freshId(units, like.id))], focus: at };
}

/** @param {Unit[]} units @param {number} at @returns {Splice | null} */
export function remove(units, at) {
  if (units.length <= 1) return null;
  return { label: "deleted", at, remove: 1, insert: [], focus: Math.min(at, units.length - 2) };
}

/** @param {Unit[]} units @param {number} at @param {number} column @param {string} text @returns {Splice | null} */
export function setText(units, at, column, text) {
  const unit = units[at];
  if ((unit.texts[column] ?? "") === text) return null;
  const texts = unit.texts.map((old, c) => (c === column ? text : old));
  const order = unit.order !== null && !unit.order.includes(column) ? [...unit.order, column] : unit.order;
  return { label: "edited", at, remove: 1, insert: [unit.with({ texts, order })], focus: at };
}

/** @param {Unit[]} units @param {number} at @param {import("./unit.js").Review} review @returns {Splice | null} */
export function setReview(units, at, review) {
  if (units[at].review === review) return null;
  const label = review === "" ? "cleared" : review;
  return { label, at, remove: 1, insert: [units[at].withProperty(kReviewProperty, review)], focus: at };
}

/** @param {Unit[]} units @param {number} at @param {string} comment @returns {Splice | null} */
export function setComment(units, at, comment) {
  if (units[at].comment === comment) return null;
  return { label: "commented", at, remove: 1, insert: [units[at].withProperty(kCommentProperty, comment)], focus: at };
}
