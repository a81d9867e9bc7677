// Folding for comparison, as text/fold.h does it: what a reader takes for the same letter becomes the same
// letter. tests/fold.test.mjs holds the rules; the table fills as characters are met.

/** @type {Record<string, string>} */
const kSame = {};
for (const [letters, same] of [
  ["آأإٱٲٳ", "ا"], ["ؤ", "و"], ["ىيۍێېے", "ی"], ["كڪګ", "ک"], ["ةھۀہۂۃە", "ه"],
  ["\u2018\u2019\u201B\u02BC\u2032\u02BB\u0060", "'"], ["\u201C\u201D\u201E\u00AB\u00BB\u2033", '"'],
  ["\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"],
]) for (const letter of letters) kSame[letter] = same;

const kDigit = /\p{Nd}/u;
const kDropped = /[\u0640\p{Mn}\p{Cf}]/u;
const kWhite = /[\p{White_Space}\uFEFF]/u;
const kPresentation = /[\uFB50-\uFDFF\uFE70-\uFEFC\uFF01-\uFF5E\uFB00-\uFB06]/u;

/** Value of a decimal digit: blocks of ten begin at ...0 or ...6, the mathematical ones at U+1D7CE. @param {string} letter */
export function digitValue(letter) {
  const c = /** @type {number} */ (letter.codePointAt(0));
  if (c >= 0x1d7ce && c <= 0x1d7ff) return (c - 0x1d7ce) % 10;
  return kDigit.test(String.fromCodePoint(c & ~15)) ? c & 15 : (c & 15) - 6;
}

/** @param {string} letter one code point @returns {string} */
function compute(letter) {
  if (kWhite.test(letter)) return " ";
  if (letter === "ئ") return letter;
  if (Object.hasOwn(kSame, letter)) return kSame[letter];
  if (kDropped.test(letter)) return "";
  if (kDigit.test(letter)) return String(digitValue(letter));
  let out = "";
  for (const part of letter.normalize(kPresentation.test(letter) ? "NFKD" : "NFD")) {
    if (part === " " || part === "\u0640" || /\p{Mn}/u.test(part)) continue;
    const lower = part.toLowerCase();
    out += Object.hasOwn(kSame, lower) ? kSame[lower] : lower;
  }
  return out;
}

/** @type {(string | undefined)[]} */
const table = new Array(0x10000);

/** @param {string} text @param {number} i */
function folded(text, i) {
  const unit = text.charCodeAt(i);
  if (unit < 0xd800 || unit > 0xdfff) return (table[unit] ??= compute(text[i]));
  const letter = String.fromCodePoint(/** @type {number} */ (text.codePointAt(i)));
  return letter.length === 2 ? compute(letter) : "";
}

/** @param {string} text @returns {string} */
export function fold(text) {
  let out = "";
  for (let i = 0; i < text.length; ++i) {
    out += folded(text, i);
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800) ++i;
  }
  return out;
}

/** Every place of `needle` (folded, not empty) in `text`, as [begin, end) of `text`. @param {string} text @param {string} needle @returns {[number, number][]} */
export function findFolded(text, needle) {
  let out = "";
  const begins = [];
  const ends = [];
  for (let i = 0; i < text.length; ++i) {
    const part = folded(text, i);
    const begin = i;
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800) ++i;
    for (let k = 0; k < part.length; ++k) {
      begins.push(begin);
      ends.push(i + 1);
    }
    out += part;
  }
  /** @type {[number, number][]} */
  const found = [];
  for (let at = out.indexOf(needle); at >= 0; at = out.indexOf(needle, at + needle.length)) {
    found.push([begins[at], ends[at + needle.length - 1]]);
  }
  return found;
}
