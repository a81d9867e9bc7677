// Folding, numbers, anchors and messages.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { contradictory, decodeMarks } from "../anchors.js";
import { findFolded, fold } from "../fold.js";
import { pickLanguage } from "../messages.js";
import { kArabic } from "../messages_ar.js";
import { kEnglish } from "../messages_en.js";
import { kPersian } from "../messages_fa.js";
import { findNumbers, numberMarks, numberValue, sameNumber } from "../numbers.js";

test("folding makes one letter of what readers take for one (the cases of tests/text/fold_test.cc)", () => {
  for (const [text, folded] of [
    ["علي كتاب", "علی کتاب"], ["می‌روم", "میروم"], ["مِصْر", "مصر"], ["أإآٱ", "اااا"], ["مدرسة", "مدرسه"], ["خانۀ", "خانه"], ["مؤمن", "مومن"],
    ["ئ", "ئ"], ["۱۲۳ ٤٥٦ 789", "123 456 789"], ["Café ÀÉ", "cafe ae"], ["“x” «y» ‘z’", "\"x\" \"y\" 'z'"], ["a–b—c", "a-b-c"],
    ["ﻻ", "لا"], ["ＡＢ", "ab"], ["a\u00a0b\u3000c", "a b c"], ["ـــ", ""], ["१२", "12"], ["𝟗", "9"], ["😀", "😀"], ["İ", "i"], ["\u200e\u2067", ""],
  ]) assert.equal(fold(text), folded, text);
});

test("matches are found however they are written, at their place in the text", () => {
  const text = "كتابِ علي، می‌روم ۱۲";
  for (const query of ["کتاب", "علی", "میروم", "12"]) {
    const [[begin, end]] = findFolded(text, fold(query));
    assert.equal(fold(text.slice(begin, end)), fold(query));
  }
  assert.deepEqual(findFolded("aaa", "a"), [[0, 1], [1, 2], [2, 3]]);
  assert.deepEqual(findFolded("😀 é", "e"), [[3, 4]]);
  assert.deepEqual(findFolded("abc", "x"), []);
});

test("numbers have a value in every script", () => {
  for (const [written, value] of [["۳۰٬۰۰۰", "30000"], ["30,000", "30000"], ["1.250.000", "1250000"], ["٣٫٥", "3.5"], ["3.5", "3.5"], ["007", "7"], ["0", "0"]]) {
    assert.equal(numberValue(written), value, written);
  }
  assert.deepEqual(findNumbers("در ۱۲ و 5.").map((n) => n.value), ["12", "5"]);
  assert.ok(sameNumber("1988", "1367") && sameNumber("1367", "1988") && sameNumber("2000", "1420"));
  assert.ok(!sameNumber("1988", "1300") && !sameNumber("12", "13") && !sameNumber("1367", "1366"));
});

test("equal numbers share a group, the others have none", () => {
  const marks = numberMarks(["5 of 30,000 in 1988", "۳۰٬۰۰۰ و ۶", null]);
  assert.deepEqual(marks.map((column) => column.map((m) => m.group)), [[0, 1, 0], [1, 0], []]);
  assert.ok(contradictory(marks));
  assert.ok(!contradictory(numberMarks(["5", "five"])));
  assert.ok(!contradictory(numberMarks(["5", "۵"])));
});

test("marks in the page decode, and those that do not fit are refused", () => {
  // Column 0: one mark at 4, 2 long, group 1, date; column 1: one mark at 40, 3 long, no partner, number.
  const encoded = "BECFBoBDA";
  assert.deepEqual(decodeMarks(encoded, ["0123456789", "x".repeat(50)]), [
    [{ begin: 4, end: 6, group: 1, kind: 1 }], [{ begin: 40, end: 43, group: 0, kind: 0 }]]);
  assert.equal(decodeMarks(encoded, ["0123", "x".repeat(50)]), null);
  assert.equal(decodeMarks("BE", ["0123456789"]), null);
});

test("every language has every message, with the same places for values", () => {
  for (const messages of [kPersian, kArabic]) {
    assert.deepEqual(Object.keys(messages).sort(), Object.keys(kEnglish).sort());
    for (const key of Object.keys(kEnglish)) {
      assert.deepEqual(messages[key].match(/\{\w+\}/g)?.sort(), kEnglish[key].match(/\{\w+\}/g)?.sort(), key);
      assert.notEqual(messages[key].trim(), "", key);
    }
  }
});

test("the language is the reader's choice, or the browser's first that is ours", () => {
  assert.equal(pickLanguage(["de", "fa-IR", "en"], null), "fa");
  assert.equal(pickLanguage(["AR"], null), "ar");
  assert.equal(pickLanguage(["de"], null), "en");
  assert.equal(pickLanguage(["fa"], "en"), "en");
  assert.equal(pickLanguage([], "nonsense"), "en");
});

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a, b) {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

test("text has a contrast of 4.5 to 1 and more, marks of 3 to 1, in light and in dark", () => {
  const css = readFileSync(new URL("../review.css", import.meta.url), "utf8");
  const dark = css.slice(css.indexOf("@media (prefers-color-scheme: dark)"));
  for (const [scheme, part] of [["light", css.slice(0, css.indexOf("}"))], ["dark", dark.slice(0, dark.indexOf("}"))]]) {
    const colours = Object.fromEntries(Array.from(part.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g), (m) => [m[1], m[2]]));
    for (const [ink, ...papers] of [["ink", "paper", "raised", "active", "accent-soft", "lit", "found"], ["muted", "paper", "raised", "active"],
      ["accent", "raised", "accent-soft"], ["flag", "paper", "raised", "active"], ["good", "paper", "active"]]) {
      for (const paper of papers) assert.ok(contrast(colours[ink], colours[paper]) >= 4.5, `${scheme}: ${ink} on ${paper} ${contrast(colours[ink], colours[paper])}`);
    }
    for (const mark of ["low", "accent"]) assert.ok(contrast(colours[mark], colours.paper) >= 3, `${scheme}: ${mark} ${contrast(colours[mark], colours.paper)}`);
  }
});
