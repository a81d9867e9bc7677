// JSONL as io/jsonl_writer.cc writes it, byte for byte. docs/formats/jsonl.md.

/** @type {Record<string, string>} */
const kEscapes = { '"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r" };

/** @param {string} text */
export function jsonString(text) {
  // eslint-disable-next-line no-control-regex -- these are the characters to escape
  const escaped = text.replace(/["\\\u0000-\u001F]/g, (c) =>
    kEscapes[c] ?? `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`);
  return `"${escaped}"`;
}

/** One unit, without a line feed. @param {import("./unit.js").Unit} unit @param {string[]} columns */
export function jsonUnit(unit, columns) {
  const variants = unit.variantColumns.map((c) => {
    const source = unit.sources[c];
    const range = source === null ? "" : `,"source":[${source[0]},${source[1]}]`;
    return `{"lang":${jsonString(columns[c])},"text":${jsonString(unit.texts[c] ?? "")}${range}}`;
  });
  let line = `{"id":${jsonString(unit.id)},"variants":[${variants.join(",")}]`;
  if (unit.score !== null) line += `,"score":${unit.score}`;
  if (unit.kind !== "") line += `,"kind":${jsonString(unit.kind)}`;
  if (unit.document !== "") line += `,"document":${jsonString(unit.document)}`;
  if (unit.properties.length > 0) {
    line += `,"properties":{${unit.properties.map(([k, v]) => `${jsonString(k)}:${jsonString(v)}`).join(",")}}`;
  }
  return `${line}}`;
}

/** @param {import("./unit.js").Unit[]} units @param {string[]} columns */
export function writeJsonl(units, columns) {
  return units.map((unit) => `${jsonUnit(unit, columns)}\n`).join("");
}
