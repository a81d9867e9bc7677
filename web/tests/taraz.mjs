// The program under test and what it writes.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

assert.ok(process.env.TARAZ, "TARAZ must name the program to test; run these tests by ctest");

/** A folder for this run, gone afterwards. */
export const folder = mkdtempSync(join(tmpdir(), "taraz-web-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

export const path = (name) => join(folder, name);
export const write = (name, text) => {
  writeFileSync(path(name), text);
  return path(name);
};
export const read = (name) => readFileSync(path(name), "utf8");

/** Runs taraz in the folder; returns standard output. Fails with what it said when it does not succeed. */
export function taraz(...words) {
  try {
    return execFileSync(process.env.TARAZ, words, {
      cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 28,
      env: { ...process.env, SOURCE_DATE_EPOCH: "1767225600" },
    });
  } catch (error) {
    throw new Error(`taraz ${words.join(" ")}: ${error.stderr}`, { cause: error });
  }
}

/** Makes a page of an alignment; returns the page's address and its data. */
export function makePage(source, name) {
  taraz("review", source, "-o", name);
  const html = read(name);
  const begin = html.indexOf("page-data\">") + 11;
  return { address: `file://${path(name)}`, html, data: JSON.parse(html.slice(begin, html.indexOf("</script>", begin))) };
}

/** What every text field is tried with. */
export const kNasty = "</script><script>window.hacked=1</script><img src=x onerror=\"window.hacked=1\">]]><!-- \u2028\u2029 &amp; \\ \" '";

export const kLetter = [
  "en\tfa\tscore\tkind\tsource",
  "The letter of 160 former prisoners.\tنامهٔ ۱۶۰ تن زندانی پیشین.\t0.9981\t1-1\t0:0",
  "It was sent in 1988. Nobody answered it.\tدر سال ۱۳۶۷ فرستاده شد.\t0.4120\t2-1\t1-2:1",
  "\tکسی پاسخ نداد.\t0.2000\t0-1\t-:2",
  "Iran, 30,000 people (see p. 5).\tایران، ۳۰٬۰۰۰ نفر (ص ۶ را ببینید).\t0.6000\t1-1\t3:3",
  "Café “Naderi” is open.\tکافهٔ «نادری» باز است؛ می‌روم.\t0.9500\t1-1\t4:4",
  "The end.\tپایان.\t0.9999\t1-1\t5:5",
  "",
].join("\n");

/** Units with everything the formats can hold. */
export function richUnits() {
  const hard = ["tab\there", "back\\slash", "a < b & c > d \"q\"", kNasty, "می‌روم ۱۲٫۵", "bell \u0007 and \u000b vt", "😀 astral", "", "x\u00a0y"];
  const units = [];
  for (let i = 0; i < 60; ++i) {
    const variants = [
      { lang: "en", text: hard[i % hard.length], source: [i, i + 1] },
      { lang: "fa", text: hard[(i * 5 + 1) % hard.length], ...(i % 7 ? { source: [i, i + (i % 3)] } : {}) },
      { lang: "ar", text: hard[(i * 7 + 2) % hard.length] },
    ];
    if (i % 11 === 3) variants.pop();
    if (i % 13 === 4) variants.reverse();
    const properties = i % 4 ? {} : { "note": "a & b", "some thing": "v\tw", "creationid": "me", "creationid@fa": "you", "domain@en": "law" };
    units.push({
      id: i % 10 === 9 ? `u${i}` : String(i + 1), variants, ...(i % 5 ? { score: ((i * 7919) % 10001) / 10000 } : {}),
      kind: ["1-1-1", "2-1-1", "comparable", ""][i % 4], document: i < 30 ? "" : "doc & set", properties,
    });
  }
  return units.map((unit) => JSON.stringify(unit)).join("\n") + "\n";
}
