// TMX 1.4 as io/tmx_writer.cc writes it, byte for byte. docs/formats/tmx.md.

const kAttributes = new Set(["creationdate", "creationid", "changedate", "changeid", "usagecount", "lastusagedate"]);

/** @type {Record<string, string>} */
const kEscapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;" };

/** Without what XML 1.0 cannot hold; the page breaks of a word processor become spaces. @param {string} text */
function cleaned(text) {
  // eslint-disable-next-line no-control-regex -- these are the characters that XML forbids
  return text.replace(/[\u000B\u000C]/g, " ").replace(/[\u0000-\u0008\u000E-\u001F\uFFFE\uFFFF]/g, "");
}
/** @param {string} text */
const content = (text) => text.replace(/[&<>\r]/g, (c) => kEscapes[c]);
/** @param {string} text */
const inAttribute = (text) => text.replace(/[&<>"\r\n\t]/g, (c) => kEscapes[c]);
/** @param {string} text */
const trimmed = (text) => text.replace(/^[\p{White_Space}\uFEFF]+|[\p{White_Space}\uFEFF]+$/gu, "");

/** @param {string} name @param {string} value */
const attribute = (name, value) => ` ${name}="${inAttribute(cleaned(value))}"`;
/** @param {string} text */
const note = (text) => `<note>${content(cleaned(text))}</note>`;
/** @param {string} name @param {string} value */
function property(name, value) {
  if (value === "") return "";
  const prefix = name.startsWith("x-") ? "" : "x-";
  return `<prop type="${prefix}${inAttribute(cleaned(name))}">${content(cleaned(value))}</prop>`;
}

/** @param {import("./unit.js").Source} source */
function range([begin, end]) {
  return end === begin ? "-" : end - begin === 1 ? `${begin}` : `${begin}-${end - 1}`;
}

/** A variant to write. @typedef {{tag: string, text: string, source: import("./unit.js").Source | null}} Written */

/** The name without "@fa", or "" when it does not belong to that language. @param {string} name @param {string} tag */
function ownName(name, tag) {
  const at = name.lastIndexOf("@");
  return at >= 0 && name.slice(at + 1) === tag ? name.slice(0, at) : "";
}

/** @param {import("./unit.js").Unit} unit @param {Written} written */
function variant(unit, written) {
  let attributes = "";
  let children = "";
  for (const [name, value] of unit.properties) {
    const key = ownName(name, written.tag);
    if (kAttributes.has(key)) attributes += attribute(key, value);
    else if (key === "note") children += note(value);
    else if (key !== "") children += property(key, value);
  }
  return `<tuv xml:lang="${written.tag}"${attributes}>${children}<seg>${content(written.text)}</seg></tuv>\n`;
}

/** The variants to write, those of the source language first; null when the unit lacks a text. @param {import("./unit.js").Unit} unit @param {string[]} columns */
function collect(unit, columns) {
  /** @type {Written[]} */
  const written = [];
  let complete = unit.variantColumns.length > 1;
  for (const first of [true, false]) {
    for (const c of unit.variantColumns) {
      if ((columns[c] === columns[0]) !== first) continue;
      const text = trimmed(cleaned(unit.texts[c] ?? ""));
      if (text === "") complete = false;
      else written.push({ tag: columns[c] || "und", text, source: unit.sources[c] });
    }
  }
  complete &&= columns.every((tag) => written.some((w) => w.tag === (tag || "und")));
  return complete ? written : null;
}

/**
 * @param {import("./unit.js").Unit[]} units @param {string[]} columns the first is the source language
 * @param {{tool: string, created: string}} header
 * @returns {{text: string, incomplete: number}} and how many units were left out, because they lack a text
 */
export function writeTmx(units, columns, header) {
  const source = columns[0] || "und";
  const parts = [
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n<header creationtool="Taraz"',
    attribute("creationtoolversion", header.tool), ' segtype="sentence" o-tmf="Taraz" adminlang="en"',
    attribute("srclang", columns[0] || "*all*"), ' datatype="plaintext"',
    header.created === "" ? "" : attribute("creationdate", header.created), "/>\n<body>\n",
  ];
  let incomplete = 0;
  for (const unit of units) {
    const written = collect(unit, columns);
    if (written === null) {
      ++incomplete;
      continue;
    }
    parts.push(`<tu tuid="${inAttribute(cleaned(unit.id).replace(/[\p{White_Space}\uFEFF]/gu, "_"))}"`);
    if (written[0].tag !== source) parts.push(attribute("srclang", written[0].tag));
    for (const [name, value] of unit.properties) if (kAttributes.has(name)) parts.push(attribute(name, value));
    parts.push(">");
    for (const [name, value] of unit.properties) if (name === "note") parts.push(note(value));
    const sources = written.filter((w) => w.source !== null);
    parts.push(property("score", unit.score ?? ""), property("kind", unit.kind), property("document", unit.document),
      property("source", sources.map((w) => `${w.tag}:${range(/** @type {any} */ (w.source))}`).join(" ")));
    for (const [name, value] of unit.properties) {
      const ofVariant = name.lastIndexOf("@") > 0 && written.some((w) => ownName(name, w.tag) !== "");
      if (name !== "note" && !kAttributes.has(name) && !ofVariant) parts.push(property(name, value));
    }
    parts.push("\n", ...written.map((w) => variant(unit, w)), "</tu>\n");
  }
  parts.push("</body>\n</tmx>\n");
  return { text: parts.join(""), incomplete };
}
