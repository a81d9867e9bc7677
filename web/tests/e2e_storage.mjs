// Nothing is lost: reload, crash, the same alignment made anew, another tab, and no storage at all.
import assert from "node:assert/strict";
import { test } from "node:test";
import { goTo, kill, open, openLasting, pageTest, ready, rows } from "./browser.mjs";
import { kLetter, makePage, write } from "./taraz.mjs";

const saved = (page) => page.waitForFunction(() => document.getElementById("save-state").dataset.state === "saved");
const notice = (page, name) => page.textContent(`[data-notice="${name}"]`);

pageTest("a reload brings edits back, with their undoing, also of typing not finished", async (page) => {
  const before = await rows(page);
  await goTo(page, 1);
  await page.keyboard.press("m");
  await page.keyboard.press("a");
  const after = await rows(page);
  await page.keyboard.press("Enter");
  await page.keyboard.type(" unfinished");
  await saved(page);
  await page.reload();
  await ready(page);
  assert.match(await notice(page, "restored"), /^Your 3 edits of /);
  assert.equal((await rows(page))[0][0], `${after[0][0]} unfinished`);
  await page.keyboard.press("Control+z");
  assert.deepEqual(await rows(page), after);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  assert.deepEqual(await rows(page), before);
  await saved(page);
  await page.reload();
  await ready(page);
  assert.deepEqual(await rows(page), before);
  await page.keyboard.press("Control+y");
  assert.deepEqual(await rows(page), after);
});

pageTest("the same alignment made anew offers the edits; another one does not; the original can be had again", async (page) => {
  const before = await rows(page);
  await goTo(page, 2);
  await page.keyboard.press("Delete");
  const after = await rows(page);
  await saved(page);
  write("other-name.tsv", kLetter);
  await page.goto(makePage("other-name.tsv", "anew.html").address);
  await ready(page);
  assert.deepEqual(await rows(page), after);
  write("changed.tsv", kLetter.replace("The end.", "The End."));
  await page.goto(makePage("changed.tsv", "changed.html").address);
  await ready(page);
  assert.equal((await rows(page)).length, before.length);
  assert.equal(await page.locator('[data-notice="restored"]').count(), 0);
  await page.goto(makePage("other-name.tsv", "anew.html").address);
  await ready(page);
  await page.click('[data-notice="restored"] .labelled');
  assert.deepEqual(await rows(page), before);
  await page.focus("#grid");
  await page.keyboard.press("Control+y");
  assert.deepEqual(await rows(page), after);
});

test("a killed browser has lost nothing", { timeout: 120000 }, async () => {
  write("crash.tsv", kLetter.replace("The end.", "The crash."));
  const { address } = makePage("crash.tsv", "crash.html");
  const page = await openLasting(address, "profile");
  await goTo(page, 3, 1);
  await page.keyboard.press("u");
  await page.keyboard.press("Enter");
  await page.keyboard.type(" still typing");
  const after = await rows(page);
  await saved(page);
  kill("profile");
  const again = await openLasting(address, "profile");
  try {
    assert.deepEqual(await rows(again), after);
    assert.match(await notice(again, "restored"), /^Your 2 edits of /);
  } finally {
    await again.context().close();
  }
});

pageTest("a second tab stops the first from overwriting its edits", async (page, { address }) => {
  const second = await page.context().newPage();
  await second.goto(address);
  await ready(second);
  await second.keyboard.press("Delete");
  await page.waitForSelector('[data-notice="other-tab"]');
  const after = await rows(second);
  await saved(second);
  await page.keyboard.press("a");
  await page.click('[data-notice="other-tab"] .labelled');
  await ready(page);
  assert.deepEqual(await rows(page), after);
});

test("without a database the edits are kept in localStorage, and without that the page says so", { timeout: 120000 }, async () => {
  write("letter.tsv", kLetter);
  const { address } = makePage("letter.tsv", "letter.html");
  const page = await open(address);
  await page.addInitScript(() => { IDBFactory.prototype.open = () => { throw new Error("closed"); }; });
  await page.reload();
  await ready(page);
  await page.keyboard.press("Delete");
  const after = await rows(page);
  await saved(page);
  await page.reload();
  await ready(page);
  assert.deepEqual(await rows(page), after);
  await page.addInitScript(() => { Storage.prototype.setItem = () => { throw new Error("full"); }; });
  await page.reload();
  await ready(page);
  await page.keyboard.press("a");
  await page.waitForSelector('[data-notice="failed"]');
  assert.equal(await page.getAttribute("#save-state", "data-state"), "failed");
  await page.context().close();
});
