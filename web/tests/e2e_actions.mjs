// Every action by keyboard and by mouse, each undone and redone.
import assert from "node:assert/strict";
import { active, exported, goTo, pageTest, rows } from "./browser.mjs";
import { read, taraz, write } from "./taraz.mjs";

const kEnd = ["The end.", "پایان."];

/** name, key, where, what the rows must be (a function of those before) */
const kActions = [
  ["mergeNext", "m", [2, 0], (r) => [r[0], [r[1][0], `${r[1][1]} ${r[2][1]}`], ...r.slice(3)]],
  ["mergePrevious", "Shift+M", [3, 0], (r) => [r[0], [r[1][0], `${r[1][1]} ${r[2][1]}`], ...r.slice(3)]],
  ["moveUp", "u", [3, 1], (r) => [r[0], [r[1][0], `${r[1][1]} ${r[2][1]}`], ...r.slice(3)]],
  ["moveDown", "d", [2, 1], (r) => [r[0], [r[1][0], ""], ["", `${r[1][1]} ${r[2][1]}`], ...r.slice(3)]],
  ["swap", "w", [1, 1], (r) => [[r[0][0], r[1][1]], [r[1][0], r[0][1]], ...r.slice(2)]],
  ["pushDown", "Shift+D", [1, 0], (r) => [["", r[0][1]], [r[0][0], r[1][1]], [r[1][0], r[2][1]], ...r.slice(3)]],
  ["pullUp", "Shift+U", [3, 0], (r) => [...r.slice(0, 2), [r[3][0], r[2][1]], [r[4][0], r[3][1]], [r[5][0], r[4][1]], ["", r[5][1]]]],
  ["insertAfter", "i", [2, 0], (r) => [r[0], r[1], ["", ""], ...r.slice(2)]],
  ["remove", "Delete", [2, 0], (r) => [r[0], ...r.slice(2)]],
];

pageTest("each action by keyboard and by mouse, undone and redone", async (page) => {
  for (const [name, key, where, expected] of kActions) {
    const before = await rows(page);
    const after = expected(before);
    await goTo(page, ...where);
    await page.keyboard.press(key);
    assert.deepEqual(await rows(page), after, name);
    await page.keyboard.press("Control+z");
    assert.deepEqual(await rows(page), before, `${name} undone`);
    await page.keyboard.press("Control+y");
    assert.deepEqual(await rows(page), after, `${name} redone`);
    await page.click('#tools [data-action="undo"]');
    assert.deepEqual(await rows(page), before, `${name} undone by the button`);
    await page.click('.row[data-index="5"] [data-column="1"]');  // a second click on the same cell would edit it
    await page.click(`.row[data-index="${where[0] - 1}"] [data-column="${where[1]}"]`);
    await page.click(`#actions [data-action="${name}"]`);
    assert.deepEqual(await rows(page), after, `${name} by the button`);
    await page.keyboard.press("Control+z");
  }
});

pageTest("insert before the first unit, and fill it", async (page) => {
  await goTo(page, 1);
  await page.keyboard.press("Shift+I");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Dear all,");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.type("همگان،");
  await page.keyboard.press("Enter");
  assert.deepEqual((await rows(page))[0], ["Dear all,", "همگان،"]);
  await page.keyboard.press("Control+z");
  assert.deepEqual((await rows(page))[0], ["Dear all,", ""]);
  await page.keyboard.press("Control+Shift+z");
  assert.deepEqual((await rows(page))[0], ["Dear all,", "همگان،"]);
});

pageTest("split at the caret, and move text from the caret on", async (page) => {
  const before = await rows(page);
  await goTo(page, 2, 0);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Home");
  for (let i = 0; i < "It was sent in 1988.".length; ++i) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Control+Enter");
  assert.deepEqual((await rows(page)).slice(1, 4), [["It was sent in 1988.", before[1][1]], ["Nobody answered it.", ""], before[2]]);
  assert.deepEqual(await active(page), [3, 0]);
  await page.keyboard.press("Control+z");
  assert.deepEqual(await rows(page), before);
  for (const [key, expected] of [["Alt+ArrowDown", [["It was sent in 1988.", before[1][1]], ["Nobody answered it.", before[2][1]]]],
    ["Alt+ArrowUp", [["Nobody answered it.", before[1][1]], before[2]]]]) {
    await goTo(page, 2, 0);
    await page.keyboard.press("F2");
    await page.keyboard.press("Home");
    for (let i = 0; i < "It was sent in 1988.".length; ++i) await page.keyboard.press("ArrowRight");
    await page.keyboard.press(key);
    assert.deepEqual((await rows(page)).slice(1, 3), expected, key);
    await page.keyboard.press("Control+z");
    assert.deepEqual(await rows(page), before);
  }
});

pageTest("a second click edits where it falls, and the button splits there", async (page) => {
  const cell = '.row[data-index="1"] [data-column="0"]';
  const box = await page.evaluate((selector) => {
    const range = document.createRange();
    const text = document.querySelector(`${selector} bdi`);
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    let at = 0;  // the full stop after 1988, wherever marks have cut the text
    while (walker.nextNode()) {
      const dot = walker.currentNode.data.indexOf(". Nobody");
      if (dot >= 0) { at = dot; break; }
    }
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + 1);
    const { right, top, height } = range.getBoundingClientRect();
    return { x: right, y: top + height / 2 };
  }, cell);
  await page.click(cell);
  await page.mouse.click(box.x, box.y);
  assert.equal(await page.evaluate(() => document.activeElement.selectionStart), "It was sent in 1988.".length);
  await page.click('#actions [data-action="split"]');
  assert.deepEqual((await rows(page)).slice(1, 3).map((row) => row[0]), ["It was sent in 1988.", "Nobody answered it."]);
});

pageTest("typing is one edit; Escape takes it back; a pasted line break is a space", async (page) => {
  const before = await rows(page);
  await goTo(page, 6, 0);
  await page.keyboard.press("Enter");
  await page.keyboard.type(" Really.");
  await page.keyboard.press("Enter");
  assert.equal((await rows(page))[5][0], "The end. Really.");
  await page.keyboard.press("Control+z");
  assert.deepEqual(await rows(page), before);
  assert.equal(await page.isDisabled('#tools [data-action="undo"]'), true);
  await page.keyboard.press("Enter");
  await page.keyboard.type(" Not");
  await page.keyboard.press("Escape");
  assert.deepEqual((await rows(page))[5], kEnd);
  assert.equal(await page.isDisabled('#tools [data-action="undo"]'), true);
  await page.keyboard.press("Enter");
  await page.keyboard.insertText(" of\r\n this\nletter ");
  await page.keyboard.press("Enter");
  assert.equal((await rows(page))[5][0], "The end. of this letter");
});

pageTest("accept, flag and comment, by keys and by the buttons of a row", async (page) => {
  await goTo(page, 2);
  await page.keyboard.press("a");
  assert.equal(await page.getAttribute('.row[data-index="1"]', "data-review"), "accepted");
  assert.equal(await page.getAttribute('.row[data-index="1"] [data-action="accept"]', "aria-pressed"), "true");
  await page.keyboard.press("r");
  assert.equal(await page.getAttribute('.row[data-index="1"]', "data-review"), "flagged");
  await page.keyboard.press("r");
  assert.equal(await page.getAttribute('.row[data-index="1"]', "data-review"), null);
  await page.click('.row[data-index="3"] [data-action="flag"]');
  assert.equal(await page.getAttribute('.row[data-index="3"]', "data-review"), "flagged");
  await page.keyboard.press("c");
  await page.keyboard.type("صفحه ۵ یا ۶؟ (p. 5)");
  await page.keyboard.press("Enter");
  assert.equal(await page.textContent('.row[data-index="3"] .comment-line bdi'), "صفحه ۵ یا ۶؟ (p. 5)");
  await page.click('.row[data-index="3"] [data-action="comment"]');
  await page.fill('.row[data-index="3"] .comment-line input', "something else");
  await page.keyboard.press("Escape");
  assert.equal(await page.textContent('.row[data-index="3"] .comment-line bdi'), "صفحه ۵ یا ۶؟ (p. 5)");
  assert.match((await exported(page, "tsv")).text, /\tflagged\tصفحه ۵ یا ۶؟ \(p\. 5\)\n/);
});

pageTest("exports are what the command line writes; edits go there and back", async (page) => {
  await goTo(page, 2, 1);
  await page.keyboard.press("m");
  await page.keyboard.press("a");
  await goTo(page, 5, 0);
  await page.keyboard.press("Enter");
  await page.keyboard.type(" <now> & \"then\"");
  await page.keyboard.press("Enter");
  const { name, text } = await exported(page, "edits");
  assert.equal(name, "letter.edits.jsonl");
  write("e2e.edits.jsonl", text);
  for (const format of ["tmx", "tsv", "jsonl"]) {
    taraz("review", "letter.tsv", "--apply", "e2e.edits.jsonl", "-o", `applied.${format}`);
    const download = await exported(page, format);
    assert.equal(download.name, `letter.reviewed.${format}`);
    assert.equal(download.text, read(`applied.${format}`), format);
  }
  const after = await rows(page);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await page.click('[data-action="export"]');
  await page.setInputFiles("#edits-file", { name: "x.jsonl", mimeType: "text/plain", buffer: Buffer.from(text) });
  await page.waitForFunction(() => !document.getElementById("dialog").open);
  assert.deepEqual(await rows(page), after);
  await page.click('[data-action="export"]');
  await page.setInputFiles("#edits-file", { name: "x.jsonl", mimeType: "text/plain", buffer: Buffer.from("nonsense") });
  await page.waitForFunction(() => document.querySelector(".import-result").textContent === "This is no file of edits.");
});
