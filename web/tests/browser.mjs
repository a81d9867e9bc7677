// One Chromium for all tests, a fresh profile for each page.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { kLetter, makePage, path, write } from "./taraz.mjs";

const modules = process.env.TARAZ_NODE_MODULES ?? "";
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
assert.ok(existsSync(executablePath), `${executablePath} is missing: apt-get install chromium, or set CHROMIUM`);
const { chromium } = createRequire(`${modules}/../package.json`)("playwright-core");
const kArguments = ["--no-sandbox", "--disable-gpu"];

const browser = await chromium.launch({ executablePath, args: kArguments });
after(() => browser.close());

async function load(page, address) {
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => { if (message.type() === "error") errors.push(message.text()); });
  page.errors = errors;
  await page.goto(address);
  await ready(page);
}

/** The page has read what it had stored. */
export const ready = (page) => page.waitForFunction(() => document.documentElement.dataset.ready === "true");

/** Opens an address in a profile of its own. */
export async function open(address, options = {}) {
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  await load(page, address);
  return page;
}

/** Opens an address in a browser of its own that can be killed; `profile` lasts from one to the next. */
export async function openLasting(address, profile) {
  const context = await chromium.launchPersistentContext(path(profile), { executablePath, args: kArguments, locale: "en-US" });
  const page = context.pages()[0] ?? await context.newPage();
  await load(page, address);
  return page;
}

/** Kills every process of that browser at once, as a power cut would. */
export function kill(profile) {
  let killed = 0;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(`--user-data-dir=${path(profile)}\0`)) continue;
      process.kill(Number(pid), "SIGKILL");
      ++killed;
    } catch { /* it has ended meanwhile */ }
  }
  assert.ok(killed > 0, "no browser to kill");
}

/** A test with a page of `text` that must end without an error in the console. */
export function pageTest(name, body, { text = kLetter, source = "letter.tsv", ...options } = {}) {
  test(name, { timeout: 120000 }, async () => {
    write(source, text);
    const made = makePage(source, `${source}.html`);
    const page = await open(made.address, options);
    try {
      await body(page, made);
      assert.deepEqual(page.errors, []);
    } finally {
      await page.context().close();
    }
  });
}

/** What stands in the rows that are drawn: texts of the columns, "" where there is none. */
export const rows = (page) => page.evaluate(() => Array.from(document.querySelectorAll(".row"), (row) =>
  Array.from(row.querySelectorAll(".cell"), (cell) => cell.querySelector("textarea")?.value ?? cell.querySelector("bdi")?.textContent ?? "")));

/** Number of the active unit, from 1, and its column. */
export const active = (page) => page.evaluate(() => {
  const cell = document.querySelector(".cell.current");
  return cell === null ? null : [Number(cell.closest(".row").dataset.index) + 1, Number(cell.dataset.column)];
});

export const announced = (page) => page.waitForFunction(() => document.getElementById("announcer").textContent)
  .then((handle) => handle.jsonValue());

/** Goes to a cell by the keyboard, from the first one. */
export async function goTo(page, unit, column = 0) {
  await page.focus("#grid");
  await page.keyboard.press("Home");
  for (let i = (await active(page))[0]; i < unit; ++i) await page.keyboard.press("ArrowDown");
  for (let i = 0; i < 3; ++i) await page.keyboard.press("ArrowLeft");
  for (let i = 0; i < column; ++i) await page.keyboard.press("ArrowRight");
  assert.deepEqual(await active(page), [unit, column]);
}

/** Saves one of the exports and returns its text. */
export async function exported(page, format) {
  await page.click('[data-action="export"]');
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(`[data-format="${format}"]`)]);
  await download.saveAs(path("download"));
  await page.keyboard.press("Escape");
  return { name: download.suggestedFilename(), text: readFileSync(path("download"), "utf8") };
}
