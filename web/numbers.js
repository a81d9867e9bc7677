// Numbers written in digits, for units whose text was changed in the page: the anchors that Taraz found in the
// original no longer fit there. Same value, same group.
import { digitValue } from "./fold.js";

const kNumber = /\p{Nd}+(?:[.,\u066B\u066C\u060C'\u2019]\p{Nd}+)*/gu;

/** Canonical value: ASCII digits, '.' before decimals, no thousands separators. @param {string} written */
export function numberValue(written) {
  let text = "";
  for (const letter of written) {
    text += /\p{Nd}/u.test(letter) ? digitValue(letter) : letter === "\u066B" ? "." : ",.".includes(letter) ? letter : ",";
  }
  const thousands = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) || /^\d{1,3}(\.\d{3}){2,}$/.test(text);
  if (thousands) text = text.includes(",") ? text.replaceAll(",", "") : text.replaceAll(".", "");
  return text.replaceAll(",", ".").replace(/^0+(?=\d)/, "");
}

/** Whether two numbers may say the same: equal, or one year in two calendars. @param {string} a @param {string} b */
export function sameNumber(a, b) {
  if (a === b) return true;
  if (!/^\d{4}$/.test(a) || !/^\d{4}$/.test(b)) return false;
  const later = Math.max(Number(a), Number(b));
  const earlier = Math.min(Number(a), Number(b));
  const solar = later - earlier === 621 || later - earlier === 622;  // Iranian calendar and Gregorian
  const lunar = Math.abs(earlier * 0.970224 + 621.57 - later) < 1.5;  // Hijri and Gregorian
  return later > 1700 && earlier > 1000 && (solar || lunar);
}

/** @param {string} text @returns {{begin: number, end: number, value: string}[]} */
export function findNumbers(text) {
  return Array.from(text.matchAll(kNumber), (match) => ({
    begin: match.index, end: match.index + match[0].length, value: numberValue(match[0]),
  }));
}

/** Numbers of every column with groups: equal ones share a group from 1, 0 has no partner. @param {(string | null)[]} texts @returns {import("./anchors.js").Mark[][]} */
export function numberMarks(texts) {
  const found = texts.map((text) => findNumbers(text ?? "").map((n) => ({ ...n, group: 0, kind: 0 })));
  let groups = 0;
  for (let a = 0; a < found.length; ++a) {
    for (const mine of found[a]) {
      if (mine.group > 0) continue;
      for (let b = a + 1; b < found.length; ++b) {
        const partner = found[b].find((other) => other.group === 0 && sameNumber(mine.value, other.value));
        if (partner === undefined) continue;
        if (mine.group === 0) mine.group = ++groups;
        partner.group = mine.group;
      }
    }
  }
  return found.map((column) => column.map(({ begin, end, group, kind }) => ({ begin, end, group, kind })));
}
