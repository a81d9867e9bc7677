// The page's model without a browser: edits, their undoing, storing and sending, and the writers against the program.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readEdits, spliceTo, writeEdits } from "../edits_file.js";
import { tsvColumns } from "../exports.js";
import { History } from "../history.js";
import { unitsOf } from "../page_data.js";
import { Unit } from "../unit.js";
import * as edits from "../unit_edits.js";
import { writeJsonl } from "../write_jsonl.js";
import { writeTmx } from "../write_tmx.js";
import { writeTsv } from "../write_tsv.js";
import { kLetter, makePage, read, richUnits, taraz, write } from "./taraz.mjs";

function random(seed) {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % n;
  };
}

/** One edit at random, of every kind there is. */
function anyEdit(units, columns, pick) {
  const at = pick(units.length);
  const column = pick(columns);
  const caret = pick(40);
  switch (pick(14)) {
    case 0: return edits.merge(units, at);
    case 1: return edits.split(units, at, column, caret);
    case 2: return edits.moveText(units, at, column, -1, pick(2) ? caret : null);
    case 3: return edits.moveText(units, at, column, 1, pick(2) ? caret : null);
    case 4: return edits.swap(units, at, column);
    case 5: return edits.pushDown(units, at, column);
    case 6: return edits.pullUp(units, at, column);
    case 7: return edits.insert(units, at + pick(2));
    case 8: return pick(3) ? null : edits.remove(units, at);
    case 9: return edits.setText(units, at, column, ["", "نو", "new <b> \"x\"", "tab\tin"][pick(4)]);
    case 10: return edits.setReview(units, at, ["accepted", "flagged", ""][pick(3)]);
    default: return edits.setComment(units, at, ["", "why?", "چرا؟ & \\"][pick(3)]);
  }
}

const contents = (units) => units.map((unit) => unit.data());

/** Pages of different kinds with edits at random in them. */
const kMemory = `<?xml version="1.0"?><tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="fa" datatype="plaintext"/><body>
<tu tuid="a" creationid="me"><note>n</note><prop type="x-domain">law</prop><tuv xml:lang="en"><seg>One &amp; two</seg></tuv><tuv xml:lang="fa" changedate="20200101T000000Z"><seg>یک</seg></tuv></tu>
<tu tuid="b"><tuv xml:lang="en"><seg>Two</seg></tuv><tuv xml:lang="fa"><seg>دو</seg></tuv></tu>
<tu tuid="c"><tuv xml:lang="fa"><seg>سه</seg></tuv></tu></body></tmx>`;
const kSources = { "letter.tsv": kLetter, "rich.jsonl": richUnits(), "memory.tmx": kMemory };
for (const [source, text] of Object.entries(kSources)) {
  write(source, text);
  const { data } = makePage(source, `${source}.html`);

  test(`${source}: what the page holds is what the file holds`, () => {
    taraz("review", source, "--apply", write("none.jsonl", writeEdits(data, [])), "-o", "same.jsonl");
    const units = unitsOf(data);
    assert.equal(writeJsonl(units, data.columns), read("same.jsonl"));
    for (const [format, text2] of [["jsonl", writeJsonl(units, data.columns)], ["tsv", writeTsv(units, data.columns, tsvColumns(units))],
      ["tmx", writeTmx(units, data.columns, data).text]]) {
      taraz("convert", source, "-o", `converted.${format}`);
      assert.equal(text2, read(`converted.${format}`), format);
    }
  });

  for (let seed = 1; seed <= 6; ++seed) {
    const pick = random(seed);
    const history = new History(unitsOf(data));
    const states = [contents(history.units)];
    for (let n = 0; n < 60; ++n) {
      const splice = anyEdit(history.units, data.columns.length, pick);
      if (splice === null) continue;
      history.apply(splice);
      states.push(contents(history.units));
    }
    const name = `${source}, seed ${seed}`;

    test(`${name}: undo and redo go through the same states`, () => {
      assert.ok(states.length > 20);
      for (let i = states.length - 2; i >= 0; --i) {
        history.undo();
        assert.deepEqual(contents(history.units), states[i]);
      }
      assert.equal(history.undo(), null);
      assert.deepEqual(history.units, history.originals);
      for (let i = 1; i < states.length; ++i) {
        history.redo();
        assert.deepEqual(contents(history.units), states[i]);
      }
      assert.equal(history.redo(), null);
    });

    test(`${name}: what was stored comes back, and can still be undone`, () => {
      const stored = JSON.parse(JSON.stringify(history.journal.map((_, i) => history.stored(i))));
      const again = new History(unitsOf(data));
      assert.equal(again.restore(stored, history.position - 3), true);
      assert.deepEqual(contents(again.units), states[states.length - 4]);
      while (again.undo() !== null);
      assert.deepEqual(contents(again.units), states[0]);
    });

    test(`${name}: edits sent and read are the same units`, () => {
      const text2 = writeEdits(data, history.changes());
      const units = readEdits(text2, data, history.originals);
      assert.ok(Array.isArray(units), String(units));
      assert.equal(writeJsonl(units, data.columns), writeJsonl(history.units, data.columns));
      const other = new History(unitsOf(data));
      const splice = spliceTo(other.units, readEdits(text2, data, other.originals));
      if (splice !== null) other.apply(splice);
      assert.equal(writeJsonl(other.units, data.columns), writeJsonl(history.units, data.columns));
      assert.equal(readEdits(text2, { ...data, hash: "other" }, history.originals), "other");
    });

    test(`${name}: taraz review --apply and taraz convert write what the page writes`, () => {
      write("edits.jsonl", writeEdits(data, history.changes()));
      taraz("review", source, "--apply", "edits.jsonl", "-o", "applied.jsonl");
      const jsonl = writeJsonl(history.units, data.columns);
      assert.equal(jsonl, read("applied.jsonl"));
      const tsv = writeTsv(history.units, data.columns, tsvColumns(history.units));
      const tmx = writeTmx(history.units, data.columns, data).text;
      taraz("review", source, "--apply", "edits.jsonl", "-o", "applied.tsv");
      assert.equal(tsv, read("applied.tsv"));
      taraz("review", source, "--apply", "edits.jsonl", "-o", "applied.tmx");
      assert.equal(tmx, read("applied.tmx"));
      write("page.jsonl", jsonl);
      taraz("convert", "page.jsonl", "-o", "converted.tsv");
      assert.equal(tsv, read("converted.tsv"));
      taraz("convert", "page.jsonl", "-o", "converted.tmx");
      assert.equal(tmx, read("converted.tmx"));
    });
  }
}

/** Words of a column from top to bottom: what edits that only move text must keep. */
const words = (units, column) => units.map((unit) => unit.texts[column] ?? "").join(" ").split(/\s+/).filter((word) => word !== "");

test("merging, splitting, moving and shifting lose no word and keep the order of each column", () => {
  const units = unitsOf(makePage("letter.tsv", "laws.html").data);
  for (let at = 0; at < units.length; ++at) {
    for (const column of [0, 1]) {
      for (let caret = 0; caret <= 45; ++caret) {
        for (const splice of [edits.merge(units, at), edits.split(units, at, column, caret), edits.moveText(units, at, column, 1, caret),
          edits.moveText(units, at, column, -1, caret), edits.moveText(units, at, column, 1), edits.pushDown(units, at, column), edits.pullUp(units, at, column)]) {
          if (splice === null) continue;
          const after = units.slice();
          after.splice(splice.at, splice.remove, ...splice.insert);
          for (const c of [0, 1]) {
            assert.equal(words(after, c).join(""), words(units, c).join(""), `${splice.label} at ${at}, column ${c}`);
            if (splice.label !== "split" && !splice.label.startsWith("moved")) assert.deepEqual(words(after, c), words(units, c));
          }
          assert.ok(splice.focus >= 0 && splice.focus < after.length, `${splice.label} at ${at}: focus ${splice.focus}`);
          assert.ok(!splice.insert.some((unit) => unit.empty), `${splice.label} leaves an empty unit`);
          assert.equal(new Set(after.map((unit) => unit.id)).size, after.length, "ids stay different");
        }
      }
    }
  }
});

test("a split cuts the other column at the sentence end nearest to the same point", () => {
  const unit = new Unit({
    id: "1", texts: ["One. Two. Three.", "یک. دو. سه."], sources: [[0, 3], [0, 3]], order: null, score: "0.9000", kind: "3-3", document: "", properties: [],
  });
  const splice = edits.split([unit], 0, 0, 9);
  assert.deepEqual(splice.insert.map((u) => u.texts), [["One. Two.", "یک. دو."], ["Three.", "سه."]]);
  assert.deepEqual(splice.insert.map((u) => u.id), ["1", "1.1"]);
  assert.equal(splice.insert[0].score, null);
});

test("a merge adds counts and joins ranges that touch", () => {
  const make = (id, begin, review) => new Unit({
    id, texts: ["a", begin === 1 ? "" : "b"], sources: [[begin, begin + 1], begin === 1 ? [1, 1] : [0, 1]], order: null, score: null,
    kind: begin === 1 ? "1-0" : "1-1", document: "", properties: review ? [["review", review], ["comment", id]] : [],
  });
  const [merged] = edits.merge([make("1", 0, "accepted"), make("2", 1, "flagged")], 0).insert;
  assert.equal(merged.kind, "2-1");
  assert.deepEqual(merged.sources, [[0, 2], [0, 1]]);
  assert.equal(merged.review, "flagged");
  assert.equal(merged.comment, "1 2");
});

test("accepting and commenting keep the anchors of the original, other texts do not", () => {
  const units = unitsOf(makePage("letter.tsv", "anchored.html").data);
  const anchored = (splice) => splice.insert.map((unit) => unit.anchored);
  assert.deepEqual(anchored(edits.setReview(units, 3, "accepted")), [3]);
  assert.deepEqual(anchored(edits.setComment(units, 3, "why")), [3]);
  assert.deepEqual(anchored(edits.setText(units, 3, 0, "new")), [-1]);
  assert.deepEqual(anchored(edits.merge(units, 3)), [-1]);
  assert.deepEqual(anchored(edits.insert(units, 3)), [-1]);
});
