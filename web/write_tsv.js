// TSV as io/tsv_writer.cc writes it, byte for byte. docs/formats/tsv.md.

/** @type {Record<string, string>} */
const kEscapes = { "\t": "\\t", "\n": "\\n", "\r": "\\r", "\\": "\\\\" };

/** @param {string} text */
function escaped(text) {
  return text.replace(/[\t\n\r\\]/g, (c) => kEscapes[c]);
}

/** @param {import("./unit.js").Source | null} source */
function range(source) {
  if (source === null) return "";
  const [begin, end] = source;
  return end === begin ? "-" : end - begin === 1 ? `${begin}` : `${begin}-${end - 1}`;
}

/**
 * @param {import("./unit.js").Unit[]} units @param {string[]} columns
 * @param {{documents: boolean, ids: boolean, properties: string[]}} further columns
 */
export function writeTsv(units, columns, further) {
  const head = [...columns, "score", "kind", "source"];
  if (further.documents) head.push("document");
  if (further.ids) head.push("tuid");
  head.push(...further.properties.map(escaped));
  const lines = [head.join("\t")];
  for (const unit of units) {
    const cells = columns.map((_, c) => escaped(unit.texts[c] ?? ""));
    const sources = unit.sources.some((s, c) => s !== null && unit.texts[c] !== null);
    cells.push(unit.score ?? "", escaped(unit.kind), sources ? unit.sources.map(range).join(":") : "");
    if (further.documents) cells.push(escaped(unit.document));
    if (further.ids) cells.push(escaped(unit.id));
    for (const name of further.properties) cells.push(escaped(unit.property(name)));
    lines.push(cells.join("\t"));
  }
  return `${lines.join("\n")}\n`;
}
