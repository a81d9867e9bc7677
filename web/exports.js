// The files a reviewer takes away.
import { writeEdits } from "./edits_file.js";
import { writeJsonl } from "./write_jsonl.js";
import { writeTmx } from "./write_tmx.js";
import { writeTsv } from "./write_tsv.js";

/** @typedef {"tmx" | "tsv" | "jsonl" | "edits"} ExportFormat */
/** @type {ExportFormat[]} */
export const kExports = ["tmx", "tsv", "jsonl", "edits"];

/** Columns of a TSV beside texts, score, kind and source, as `taraz convert` chooses them. @param {import("./unit.js").Unit[]} units */
export function tsvColumns(units) {
  const properties = new Set();
  for (const unit of units) for (const [name] of unit.properties) properties.add(name);
  return {
    documents: units.some((unit) => unit.document !== ""),
    ids: units.some((unit, i) => unit.id !== String(i + 1)),
    properties: [...properties],
  };
}

/** @param {import("./session.js").Session} session @param {ExportFormat} format @returns {string} */
export function exportText(session, format) {
  const { units, page } = session;
  switch (format) {
    case "tmx": return writeTmx(units, page.columns, page).text;
    case "tsv": return writeTsv(units, page.columns, tsvColumns(units));
    case "jsonl": return writeJsonl(units, page.columns);
    case "edits": return writeEdits(page, session.history.changes());
  }
}

/** "letter.reviewed.tmx" for a page of "letter.tsv". @param {string} title @param {ExportFormat} format */
export function exportName(title, format) {
  const base = title.replace(/^.*[/\\]/, "").replace(/\.(tsv|tab|tmx|jsonl|html)(\.gz)?$/i, "") || "alignment";
  return format === "edits" ? `${base}.edits.jsonl` : `${base}.reviewed.${format}`;
}

/** @param {import("./session.js").Session} session @param {ExportFormat} format */
export function download(session, format) {
  const blob = new Blob([exportText(session, format)], { type: format === "tmx" ? "text/xml" : "text/plain" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = exportName(session.page.title, format);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
