// Anchors: dates, numbers and names that Taraz found, as marks on the text with groups that belong together.
// The page holds them as one string, units separated by ';', each a run of base-64 numbers as in source maps
// (five bits a digit, lowest first, the sixth bit says that more follow): for every column the count, then for
// every mark the distance from the end of the mark before, the length, and 4 * group + kind.
import { numberMarks } from "./numbers.js";

/**
 * `group` 0: no partner. `kind`: 0 number, 1 date, 2 name, 3 anything else. Offsets in UTF-16 units.
 * @typedef {{begin: number, end: number, group: number, kind: number}} Mark
 */

const kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const kValue = new Map(Array.from(kDigits, (digit, i) => [digit, i]));

/** @param {string} text @returns {number[]} */
function decodeNumbers(text) {
  const numbers = [];
  let value = 0;
  let shift = 0;
  for (const digit of text) {
    const bits = kValue.get(digit) ?? 0;
    value += (bits & 31) * 2 ** shift;
    shift += 5;
    if ((bits & 32) !== 0) continue;
    numbers.push(value);
    value = shift = 0;
  }
  return numbers;
}

/** @param {string} encoded @param {(string | null)[]} texts @returns {Mark[][] | null} null when it does not fit the texts */
export function decodeMarks(encoded, texts) {
  const numbers = decodeNumbers(encoded);
  let i = 0;
  const marks = [];
  for (const text of texts) {
    /** @type {Mark[]} */
    const column = [];
    let at = 0;
    for (let left = numbers[i++] ?? 0; left > 0; --left) {
      const begin = at + numbers[i++];
      at = begin + numbers[i++];
      const code = numbers[i++];
      if (!(at <= (text ?? "").length) || code === undefined) return null;
      column.push({ begin, end: at, group: code >> 2, kind: code & 3 });
    }
    marks.push(column);
  }
  return marks;
}

export class Anchors {
  /** @param {string | undefined} encoded the page's anchors */
  constructor(encoded) {
    this.units = encoded === undefined ? [] : encoded.split(";");
  }

  /** The marks of a unit, by column. @param {import("./unit.js").Unit} unit @returns {Mark[][]} */
  marks(unit) {
    if (unit.marks === null) {
      const encoded = unit.anchored >= 0 ? this.units[unit.anchored] : undefined;
      unit.marks = (encoded ? decodeMarks(encoded, unit.texts) : null) ?? numberMarks(unit.texts);
    }
    return unit.marks;
  }

  /** Two columns each have a number or date that the other lacks. @param {import("./unit.js").Unit} unit */
  contradict(unit) {
    unit.contradicts ??= contradictory(this.marks(unit));
    return unit.contradicts;
  }
}

/** @param {Mark[][]} marks */
export function contradictory(marks) {
  /** @param {Mark[]} mine @param {Mark[]} theirs */
  const lacks = (mine, theirs) =>
    mine.some((m) => m.kind < 2 && (m.group === 0 || !theirs.some((t) => t.group === m.group)));
  return marks.some((a, i) => marks.slice(i + 1).some((b) => lacks(a, b) && lacks(b, a)));
}
