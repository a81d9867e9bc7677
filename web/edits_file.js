// EDITS.jsonl: what was changed, with what had been there, for `taraz review --apply`. docs/review.md.
import { Unit } from "./unit.js";
import { jsonUnit } from "./write_jsonl.js";

export const kEditsFormat = "taraz edits";

/** @param {import("./page_data.js").PageData} page @param {{at: number, old: Unit[], new: Unit[]}[]} changes */
export function writeEdits(page, changes) {
  const head = { format: kEditsFormat, version: 1, hash: page.hash, units: page.count, languages: page.columns };
  const lines = [JSON.stringify(head)];
  for (const change of changes) {
    /** @param {Unit[]} units */
    const list = (units) => `[${units.map((unit) => jsonUnit(unit, page.columns)).join(",")}]`;
    lines.push(`{"at":${change.at},"old":${list(change.old)},"new":${list(change.new)}}`);
  }
  return `${lines.join("\n")}\n`;
}

/** A unit as JSONL has it, in the page's columns. Throws when it does not fit them. @param {any} json @param {string[]} columns */
function readUnit(json, columns) {
  /** @type {(string | null)[]} */
  const texts = columns.map(() => null);
  /** @type {(import("./unit.js").Source | null)[]} */
  const sources = columns.map(() => null);
  /** @type {number[]} */
  const order = [];
  for (const variant of json.variants) {
    const c = columns.findIndex((tag, i) => tag === variant.lang && texts[i] === null);
    if (c < 0 || typeof variant.text !== "string") throw new Error("variant");
    texts[c] = variant.text;
    if (Array.isArray(variant.source)) sources[c] = [Number(variant.source[0]), Number(variant.source[1])];
    order.push(c);
  }
  return new Unit({
    id: String(json.id), texts, sources, order: order.every((c, i) => i === 0 || c > order[i - 1]) ? null : order,
    score: typeof json.score === "number" ? json.score.toFixed(4) : null, kind: String(json.kind ?? ""),
    document: String(json.document ?? ""),
    properties: Object.entries(json.properties ?? {}).map(([name, value]) => [name, String(value)]),
  });
}

/**
 * Reads a file of edits against the originals.
 * @param {string} text @param {import("./page_data.js").PageData} page @param {Unit[]} originals
 * @returns {Unit[] | "broken" | "other"} all units afterwards; "other": the edits were made on something else
 */
export function readEdits(text, page, originals) {
  try {
    const [head, ...lines] = text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line));
    if (head?.format !== kEditsFormat) return "broken";
    if (head.hash !== page.hash || head.units !== page.count) return "other";
    const units = [];
    let next = 0;
    for (const { at, old, new: made } of lines) {
      if (at < next || at + old.length > originals.length) return "broken";
      units.push(...originals.slice(next, at), ...made.map((/** @type {any} */ json) => readUnit(json, page.columns)));
      next = at + old.length;
    }
    return [...units, ...originals.slice(next)];
  } catch {
    return "broken";
  }
}

/** One splice that makes `wanted` of `units`: what differs in the middle. @param {Unit[]} units @param {Unit[]} wanted @returns {import("./unit_edits.js").Splice | null} */
export function spliceTo(units, wanted) {
  let begin = 0;
  while (begin < units.length && begin < wanted.length && units[begin] === wanted[begin]) ++begin;
  let end = 0;
  while (end < units.length - begin && end < wanted.length - begin && units.at(-1 - end) === wanted.at(-1 - end)) ++end;
  const remove = units.length - begin - end;
  const insert = wanted.slice(begin, wanted.length - end);
  return remove === 0 && insert.length === 0 ? null : { label: "imported", at: begin, remove, insert, focus: begin };
}
