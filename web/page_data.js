// The alignment as it lies in the page (io/review_page.h says how), taken apart into units.
import { Unit } from "./unit.js";

/**
 * @typedef {object} PageData
 * @property {number} version
 * @property {string} tool version of Taraz
 * @property {string} title
 * @property {string} hash of the units alone: a page of the same alignment made anew has the same
 * @property {string} created "20260101T000000Z" or ""
 * @property {string[]} columns language tags
 * @property {number} count
 * @property {(string | null)[][]} texts by column
 * @property {(number | null)[]} [doubt] 10000 - 10000 * score
 * @property {string[]} kinds
 * @property {number[]} [kind] indices of kinds; left out when there is one
 * @property {Record<string, string>} ids those that do not follow the one before by one
 * @property {Record<string, number[] | 0>} [sources] those that do not go on where the one before ended
 * @property {[number, string][]} documents runs
 * @property {string[]} propertyNames
 * @property {Record<string, (number | string)[]>} properties name index, value, name index, value ...
 * @property {Record<string, number[]>} orders
 * @property {string} [anchors]
 */

/** The number after `id`, or "" when it is none. @param {string} id */
function successor(id) {
  return /^[1-9]\d{0,14}$|^0$/.test(id) ? String(Number(id) + 1) : "";
}

/** Walks along the units and tells where each text comes from. */
class SourceReader {
  /** @param {PageData} page */
  constructor(page) {
    this.exceptions = page.sources;
    this.next = page.columns.map(() => 0);
  }

  /** @param {number} index @param {string} kind @returns {(import("./unit.js").Source | null)[]} */
  read(index, kind) {
    if (this.exceptions === undefined) return this.next.map(() => null);
    const exception = this.exceptions[index];
    if (exception === 0) return this.next.map(() => null);
    const counts = kind.split("-").map(Number);
    return this.next.map((begin, c) => {
      const first = exception === undefined ? begin : exception[2 * c];
      const end = exception === undefined ? begin + counts[c] : exception[2 * c + 1];
      if (first < 0) return null;
      this.next[c] = end;
      return [first, end];
    });
  }
}

/** @param {PageData} page @returns {Unit[]} */
export function unitsOf(page) {
  /** @type {Unit[]} */
  const units = new Array(page.count);
  const sources = new SourceReader(page);
  let id = "0";
  let run = 0;
  let left = page.documents[0]?.[0] ?? 0;
  for (let i = 0; i < page.count; ++i) {
    id = page.ids[i] ?? successor(id);
    while (left === 0 && run + 1 < page.documents.length) left = page.documents[++run][0];
    --left;
    const doubt = page.doubt?.[i] ?? null;
    const kind = page.kinds[page.kind === undefined ? 0 : page.kind[i]];
    const coded = page.properties[i] ?? [];
    /** @type {[string, string][]} */
    const properties = [];
    for (let k = 0; k < coded.length; k += 2) properties.push([page.propertyNames[Number(coded[k])], String(coded[k + 1])]);
    units[i] = new Unit({
      id, kind, properties,
      texts: page.texts.map((column) => column[i]),
      sources: sources.read(i, kind),
      order: page.orders[i] ?? null,
      score: doubt === null ? null : ((10000 - doubt) / 10000).toFixed(4),
      document: page.documents[run]?.[1] ?? "",
    }, i);
  }
  return units;
}

/** @returns {PageData} */
export function readPage() {
  return JSON.parse(/** @type {HTMLElement} */ (document.getElementById("page-data")).textContent ?? "");
}
