// The language of the interface: the browser's if it is one of ours, unless the reader has chosen another.
import { kArabic } from "./messages_ar.js";
import { kEnglish } from "./messages_en.js";
import { kPersian } from "./messages_fa.js";

export const kLanguages = { en: kEnglish, fa: kPersian, ar: kArabic };
/** @typedef {keyof typeof kLanguages} UiLanguage */

const kChosen = "taraz-review-language";

/** @param {readonly string[]} preferred @param {string | null} chosen @returns {UiLanguage} */
export function pickLanguage(preferred, chosen) {
  for (const tag of [chosen ?? "", ...preferred]) {
    const base = tag.toLowerCase().split("-")[0];
    if (Object.hasOwn(kLanguages, base)) return /** @type {UiLanguage} */ (base);
  }
  return "en";
}

function chosenLanguage() {
  try {
    return localStorage.getItem(kChosen);
  } catch {
    return null;  // storage is closed; the browser's language then
  }
}

/** @param {string} language */
export function chooseLanguage(language) {
  try {
    localStorage.setItem(kChosen, language);
  } catch {
    return;
  }
  location.reload();
}

/** @type {UiLanguage} */
export const uiLanguage = pickLanguage(globalThis.navigator?.languages ?? [], chosenLanguage());
export const rightToLeft = uiLanguage !== "en";

const kLocale = { en: "en", fa: "fa-u-nu-arabext", ar: "ar-u-nu-arab" }[uiLanguage];
const integers = new Intl.NumberFormat(kLocale);
const percents = new Intl.NumberFormat(kLocale, { style: "percent", maximumFractionDigits: 0 });
const times = new Intl.DateTimeFormat(kLocale, { dateStyle: "medium", timeStyle: "short" });
const names = new Intl.DisplayNames(kLocale, { type: "language" });

/** @param {number} n */
export const formatInteger = (n) => integers.format(n);
/** 0..1; never 100 % for less than sure. @param {number} n */
export const formatPercent = (n) => percents.format(n < 1 ? Math.min(n, 0.99) : n);
/** @param {number} milliseconds */
export const formatTime = (milliseconds) => times.format(milliseconds);

/** @param {string} tag */
export function languageName(tag) {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** @param {string} key @param {Record<string, string | number>} [values] */
export function say(key, values = {}) {
  const text = kLanguages[uiLanguage][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === "number" ? formatInteger(value) : value;
  });
}

/** The label for a button that stands beside its icon. @param {string} name */
export function shortLabel(name) {
  return say(Object.hasOwn(kEnglish, `${name}Short`) ? `${name}Short` : name);
}

/** What was done, for the announcement: labels of edits that are also names of filters have a "Done" form. @param {string} label */
export function sayDone(label) {
  return say(Object.hasOwn(kEnglish, `${label}Done`) ? `${label}Done` : label);
}
