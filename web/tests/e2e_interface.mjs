// Languages, search, filters, anchors, the map, help, long documents, and texts that would like to be code.
import assert from "node:assert/strict";
import { test } from "node:test";
import { active, announced, exported, goTo, open, pageTest, ready, rows } from "./browser.mjs";
import { kLetter, kNasty, makePage, richUnits, write } from "./taraz.mjs";

for (const [locale, language, direction, merged] of [["en-GB", "en", "ltr", "Merged"], ["fa-IR", "fa", "rtl", "ادغام شد"], ["ar-EG", "ar", "rtl", "دُمجت"], ["de-DE", "en", "ltr", "Merged"]]) {
  pageTest(`the interface in the browser's language, ${locale}`, async (page) => {
    assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), [language, direction]);
    // The first column stands where reading begins, each text in its own direction.
    const [first, second] = await Promise.all([0, 1].map((c) => page.locator(`.row[data-index="0"] [data-column="${c}"]`).boundingBox()));
    assert.equal(first.x < second.x, direction === "ltr");
    assert.deepEqual(await page.evaluate(() => Array.from(document.querySelectorAll('.row[data-index="0"] .cell bdi'), (e) => getComputedStyle(e).direction)), ["ltr", "rtl"]);
    await page.keyboard.press(direction === "ltr" ? "ArrowRight" : "ArrowLeft");
    assert.deepEqual(await active(page), [1, 1]);
    await page.keyboard.press("m");
    assert.equal(await announced(page), merged);
    const untranslated = await page.evaluate(() => Array.from(document.querySelectorAll("button, [aria-label]"), (e) => e.getAttribute("aria-label") ?? e.textContent)
      .filter((label) => /^[a-z]+[A-Z]?\w*$/.test(label)));
    assert.deepEqual(untranslated, []);
  }, { locale });
}

pageTest("another language can be chosen, and is remembered", async (page) => {
  await page.selectOption("#tools select", "fa");
  await page.waitForFunction(() => document.documentElement.lang === "fa");
  await ready(page);
  assert.equal(await page.evaluate(() => document.documentElement.dir), "rtl");
});

pageTest("keys work on a Persian keyboard", async (page) => {
  await page.focus("#grid");
  await page.evaluate(() => document.getElementById("grid").dispatchEvent(
    new KeyboardEvent("keydown", { key: "پ", code: "KeyM", bubbles: true, cancelable: true })));
  assert.equal((await rows(page)).length, 5);
  await page.evaluate(() => document.getElementById("grid").dispatchEvent(
    new KeyboardEvent("keydown", { key: "؟", code: "Slash", shiftKey: true, bubbles: true, cancelable: true })));
  assert.equal(await page.evaluate(() => document.getElementById("dialog").open), true);
});

pageTest("search folds script, digits and ZWNJ, marks what it found and goes there", async (page) => {
  await page.keyboard.press("/");
  await page.keyboard.type("ميروم");
  await page.waitForFunction(() => document.querySelector("mark") !== null);
  assert.equal(await page.textContent("mark"), "می‌روم");
  assert.deepEqual(await active(page), [5, 0]);
  assert.equal(await page.textContent("#find-count"), "1 matches");
  await page.fill("#find", "30000");
  await page.waitForFunction(() => document.getElementById("find-count").textContent === "No match");
  await page.fill("#find", "۱۶۰");
  await page.waitForFunction(() => document.querySelectorAll("mark").length === 2);
  await page.check('[value="found"]', { force: true });
  assert.equal((await rows(page)).length, 1);
  await page.focus("#find");
  await page.keyboard.press("Escape");
  assert.equal((await rows(page)).length, 6);
});

pageTest("filters show what they say, keep what is edited in sight, and next doubtful goes round", async (page) => {
  const shown = async () => (await page.evaluate(() => Array.from(document.querySelectorAll(".row"), (r) => Number(r.dataset.index) + 1)));
  for (const [name, units] of [["doubtful", [2, 3, 4]], ["unaligned", [3]], ["numbers", [4]], ["flagged", []], ["all", [1, 2, 3, 4, 5, 6]]]) {
    await page.check(`[value="${name}"]`, { force: true });
    assert.deepEqual(await shown(), units, name);
  }
  assert.equal(await page.textContent('[data-filter="doubtful"] .count'), "3");
  await page.check('[value="doubtful"]', { force: true });
  await goTo(page, 2);
  await page.keyboard.press("a");
  assert.deepEqual(await shown(), [2, 3, 4]);
  await page.check('[value="all"]', { force: true });
  await goTo(page, 1);
  const visited = [];
  for (let i = 0; i < 3; ++i) {
    await page.keyboard.press("n");
    visited.push((await active(page))[0]);
  }
  assert.deepEqual(visited, [3, 4, 3]);
  await page.keyboard.press("Shift+N");
  assert.deepEqual(await active(page), [4, 0]);
  await page.keyboard.press("Shift+A");
  assert.deepEqual(await active(page), [3, 0]);
  assert.equal(await page.getAttribute('.row[data-index="3"]', "data-review"), "accepted");
});

pageTest("pointing at an anchor lights its partners", async (page) => {
  const anchor = page.locator('.row[data-index="0"] [data-column="0"] .anchor').first();
  assert.equal(await anchor.textContent(), "160");
  await anchor.hover();
  assert.deepEqual(await page.evaluate(() => Array.from(document.querySelectorAll(".lit"), (e) => e.textContent)), ["160", "۱۶۰"]);
  await page.hover("#title");
  assert.equal(await page.locator(".lit").count(), 0);
});

pageTest("help shows every key, and nothing else happens while it is open", async (page) => {
  await page.keyboard.press("?");
  const text = await page.textContent("#dialog");
  for (const words of ["Merge with next", "Split at the caret", "Undo", "Flag for review", "Next doubtful"]) assert.ok(text.includes(words), words);
  await page.keyboard.press("m");
  await page.keyboard.press("Control+y");
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.getElementById("dialog").open), false);
  assert.equal((await rows(page)).length, 6);
  assert.equal(await page.evaluate(() => document.activeElement.id), "grid");
});

test("texts that would like to be code stay texts, in every field", { timeout: 120000 }, async () => {
  const unit = (id) => ({
    id, variants: [{ lang: "en", text: kNasty }, { lang: "fa", text: kNasty }], kind: kNasty, document: kNasty,
    properties: { review: "flagged", comment: kNasty, [kNasty]: kNasty },
  });
  write("nasty.jsonl", `${JSON.stringify(unit(kNasty))}\n${JSON.stringify(unit("2"))}\n`);
  const { address } = makePage("nasty.jsonl", "nasty.html");
  const page = await open(address);
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  assert.equal((await rows(page))[0][0], kNasty);
  await goTo(page, 2);
  await page.keyboard.press("Enter");
  await page.keyboard.insertText(kNasty);
  await page.keyboard.press("Enter");
  await page.keyboard.press("c");
  await page.keyboard.insertText(kNasty);
  await page.keyboard.press("Enter");
  await page.fill("#find", kNasty);
  await page.waitForFunction(() => document.querySelector("mark") !== null);
  await exported(page, "tmx");
  await page.click('[data-action="export"]');
  await page.setInputFiles("#edits-file", { name: `${kNasty.replaceAll("/", "")}.jsonl`, mimeType: "text/plain", buffer: Buffer.from(kNasty) });
  await page.keyboard.press("Escape");
  await page.reload();
  await ready(page);
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  assert.equal(await page.evaluate(() => document.querySelectorAll("script").length), 2);
  assert.equal(await page.evaluate(() => document.querySelectorAll("img").length), 0);
  assert.deepEqual(page.errors, []);
  assert.deepEqual(requests.filter((url) => !url.startsWith("file:") && !url.startsWith("blob:")), []);
  await page.context().close();
});

test("the policy lets nothing out and runs no other script", { timeout: 120000 }, async () => {
  write("letter.tsv", kLetter);
  const page = await open(makePage("letter.tsv", "policy.html").address);
  const outcome = await page.evaluate(async () => {
    const violations = [];
    document.addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));
    const failed = await fetch("https://example.invalid/").then(() => false, () => true);
    const image = new Image();
    image.src = "https://example.invalid/a.png";
    const script = document.createElement("script");
    script.textContent = "window.hacked = 1";
    document.body.append(script);
    const frame = document.createElement("iframe");
    frame.src = "https://example.invalid/";
    document.body.append(frame);
    try { new WebSocket("wss://example.invalid/"); } catch { /* as it should */ }
    const button = document.createElement("button");
    button.setAttribute("onclick", "window.hacked = 2");
    document.body.append(button);
    button.click();
    // eslint-disable-next-line no-implied-eval -- it must be refused
    setTimeout("window.hacked = 3");
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { failed, hacked: window.hacked, violations: [...new Set(violations)].sort() };
  });
  assert.deepEqual(outcome, { failed: true, hacked: undefined, violations: ["connect-src", "frame-src", "img-src", "script-src", "script-src-attr", "script-src-elem"] });
  await page.context().close();
});

pageTest("units of every sort show and export", async (page) => {
  assert.ok((await rows(page)).length > 5);
  assert.match((await exported(page, "tsv")).text, /^en\tfa\tar\tscore\tkind\tsource\tdocument\ttuid\t/);
}, { text: richUnits(), source: "rich.jsonl" });

test("50,000 units open, scroll, jump and are edited as six are", { timeout: 120000 }, async () => {
  const lines = ["en\tfa\tscore\tkind\tsource"];
  for (let i = 0; i < 50000; ++i) {
    lines.push(`Sentence number ${i} of a long document, with some words${" more".repeat(i % 30)}.\tجملهٔ شمارهٔ ${i} از سندی دراز${" و دراز".repeat(i % 40)}.\t${((i * 7919) % 10000 / 10000).toFixed(4)}\t1-1\t${i}:${i}`);
  }
  write("long.tsv", `${lines.join("\n")}\n`);
  const { address, html } = makePage("long.tsv", "long.html");
  assert.ok(Buffer.byteLength(html) <= 1.3 * Buffer.byteLength(lines.join("\n")) + 300000);
  const page = await open(address);
  assert.ok((await page.locator(".row").count()) < 60);
  await page.focus("#grid");
  await page.keyboard.press("End");
  assert.deepEqual(await active(page), [50000, 0]);
  const box = await page.locator("#map").boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const [middle] = await active(page);
  assert.ok(Math.abs(middle - 25000) < 100, String(middle));
  await page.mouse.wheel(0, 700);
  await page.keyboard.press("m");
  assert.deepEqual(await active(page), [middle, 0]);
  // No row overlaps the next, and they follow each other.
  const places = await page.evaluate(() => Array.from(document.querySelectorAll(".row"), (r) => [Number(r.dataset.index), r.getBoundingClientRect().top, r.getBoundingClientRect().bottom]));
  for (let i = 1; i < places.length; ++i) {
    assert.equal(places[i][0], places[i - 1][0] + 1);
    assert.ok(Math.abs(places[i][1] - places[i - 1][2]) < 1);
  }
  await page.check('[value="doubtful"]', { force: true });
  await page.waitForFunction(() => Number(document.querySelector('[data-filter="doubtful"] .count').textContent.replace(/\D/g, "")) > 30000);
  await page.fill("#find", "شماره ٤٩٩٩٩");
  await page.check('[value="all"]', { force: true });
  await page.waitForFunction(() => document.querySelector(".row.active mark") !== null);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
