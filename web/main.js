// Puts the page together.
import { kActions, run } from "./actions.js";
import { CellEditor } from "./cell_editor.js";
import { editComment } from "./comment_editor.js";
import { showExport, showHelp } from "./dialogs.js";
import { DocumentMap } from "./document_map.js";
import { byId, make } from "./dom.js";
import { listenToKeys } from "./keyboard.js";
import { light, offsetAt } from "./marked_text.js";
import { rightToLeft, say, sayDone, uiLanguage } from "./messages.js";
import { showNotice, tellRestored, watchOtherTabs } from "./notices.js";
import { readPage } from "./page_data.js";
import { estimateHeight, isRightToLeft, makeHead, makeRow, updateRow } from "./row_view.js";
import { Session } from "./session.js";
import { openStore } from "./storage.js";
import { makeActionBar, makeFilters, makeFind, makeTopBar } from "./toolbars.js";
import { VirtualList } from "./virtual_list.js";

document.documentElement.lang = uiLanguage;
document.documentElement.dir = rightToLeft ? "rtl" : "ltr";

const session = new Session(readPage());
const { columns } = session.page;
const grid = byId("grid");
grid.style.setProperty("--columns", String(columns.length));
grid.setAttribute("aria-label", say("grid"));
grid.setAttribute("aria-colcount", String(columns.length + 2));
byId("head").append(makeHead(session));

/** @param {string} message a key, or what was done */
function announce(message) {
  byId("announcer").textContent = "";
  setTimeout(() => { byId("announcer").textContent = message; }, 30);
  const toast = make("div.toast", { "aria-hidden": "true" }, message);
  document.querySelector(".toast")?.remove();
  document.body.append(toast);
  setTimeout(() => toast.remove(), 2200);
}

const columnsRightToLeft = columns.map(isRightToLeft);
let cellWidth = 0;
let stacked = false;
const list = new VirtualList(grid, byId("space"), byId("frame"), {
  count: () => session.rows,
  key: (row) => session.units[session.indexOf(row)],
  height: (row) => {
    const unit = session.units[session.indexOf(row)];
    return unit.height || (unit.guess ||= estimateHeight(unit, columnsRightToLeft, cellWidth, stacked));
  },
  measured: (row, height) => { session.units[session.indexOf(row)].height = height; },
  create: (row) => makeRow(session, row),
  update: (element, row) => updateRow(session, element, row),
});
const map = new DocumentMap(byId("map"), session, (index) => {
  editor.end();
  session.goTo(session.view === null ? index : session.indexOf(Math.min(session.rowOf(index), session.rows - 1)));
});

/** @param {number} index */
const rowElement = (index) => list.element(session.units[index]);
const editor = new CellEditor(session, (index, column) => {
  list.reveal(session.rowOf(index));
  return rowElement(index)?.querySelector(`[data-column="${column}"]`) ?? null;
});

/** @type {import("./actions.js").Context} */
const context = {
  session, editor,
  announce: (key) => announce(say(key)),
  editComment: () => {
    list.reveal(session.rowOf(session.active));
    editComment(session, rowElement(session.active), () => grid.focus({ preventScroll: true }));
  },
  find: () => {},
  showHelp,
  showExport: () => showExport(session, (key) => announce(say(key))),
};

function showSight() {
  const [first, last] = session.rows === 0 ? [0, 0] : list.visible();
  if (session.rows > 0) map.show(session.indexOf(first), session.indexOf(last));
}
/** Draws what there is to see, with the active unit in sight. */
function show() {
  if (session.rows > 0) list.reveal(Math.min(session.rowOf(session.active), session.rows - 1));
  list.draw();
  const cell = `cell-${session.active}-${session.column}`;
  if (document.getElementById(cell) === null) grid.removeAttribute("aria-activedescendant");
  else grid.setAttribute("aria-activedescendant", cell);
  showSight();
}

session.addEventListener("view", () => {
  if (session.view !== null && session.rows > 0 && session.view[session.rowOf(session.active)] !== session.active) {
    session.active = session.indexOf(Math.min(session.rowOf(session.active), session.rows - 1));
  }
  grid.setAttribute("aria-rowcount", String(session.units.length + 1));
  byId("space").classList.toggle("nothing", session.rows === 0);
  byId("space").dataset.nothing = say("noRows");
  list.drawn.forEach((element) => element.remove());  // matches and numbers may differ in every row
  list.drawn.clear();
  list.refresh();
  map.draw();
  show();
});
session.addEventListener("active", show);
session.addEventListener("typed", (event) => {
  const { old, made } = /** @type {CustomEvent} */ (event).detail;
  list.rekey(old, made);
});
session.addEventListener("edit", (event) => {
  const { label, of } = /** @type {CustomEvent} */ (event).detail;
  list.refresh();
  show();
  if (label !== "") announce(of === undefined ? sayDone(label) : say(label, { what: sayDone(of) }));
});
grid.addEventListener("scroll", showSight, { passive: true });

/** @param {Event} event @param {string} selector @returns {HTMLElement | null} */
const within = (event, selector) => (event.target instanceof Element ? event.target.closest(selector) : null);

grid.addEventListener("click", (event) => {
  const row = within(event, ".row");
  if (row === null || within(event, "textarea, input") !== null) return;
  const index = Number(row.dataset.index);
  const cell = within(event, ".cell");
  const button = within(event, "button");
  const column = cell === null ? session.column : Number(cell.dataset.column);
  const again = cell !== null && index === session.active && column === session.column;
  const offset = cell === null ? null : offsetAt(cell, event.clientX, event.clientY);
  if (editor.open) editor.end();
  session.goTo(index, column);
  if (button !== null) {
    const action = kActions.find((a) => a.name === button.dataset.action);
    if (action !== undefined) run(action, context);
  } else if (again && window.getSelection()?.isCollapsed !== false) {
    editor.begin(index, column, offset);
  }
});
// A button of a row does not take the focus from the grid, so that keys go on working there.
grid.addEventListener("mousedown", (event) => {
  if (within(event, "button") === null) return;
  event.preventDefault();
  grid.focus({ preventScroll: true });
});
grid.addEventListener("pointerover", (event) => {
  const anchor = within(event, ".anchor");
  const row = within(event, ".row");
  if (row !== null) light(row, anchor?.dataset.group);
});
grid.addEventListener("pointerout", (event) => {
  const row = within(event, ".row");
  if (row !== null && within(event, ".anchor") !== null) light(row, undefined);
});

new ResizeObserver(() => {
  const cell = /** @type {HTMLElement | null} */ (byId("head").querySelector(".cell"));
  stacked = getComputedStyle(grid).getPropertyValue("--stacked").trim() === "1";
  const width = stacked ? grid.clientWidth - 40 : (cell?.clientWidth ?? 0) - 24;
  if (width === cellWidth) return list.draw();
  const [first] = list.visible();
  cellWidth = width;
  for (const unit of session.units) unit.height = unit.guess = 0;
  list.refresh();
  if (session.rows > 0) grid.scrollTop = list.tops[Math.min(first, session.rows - 1)];
  list.draw();
  showSight();
}).observe(grid);

makeTopBar(context);
makeFilters(context);
makeFind(context);
makeActionBar(context);
listenToKeys(grid, context, list, rightToLeft);
list.refresh();
show();

// Until the page knows what it had stored, nothing can be edited that this would collide with.
const work = [byId("main"), byId("actions")];
for (const part of work) part.inert = true;
openStore(session.page.hash).then(async (store) => {
  tellRestored(session, await session.restoreFrom(store));
  watchOtherTabs(session);
}).catch(() => showNotice("failed", say("failed"))).finally(() => {
  for (const part of work) part.inert = false;
  grid.focus({ preventScroll: true });
  document.documentElement.dataset.ready = "true";
});
session.addEventListener("save", () => { if (session.saveState === "failed") showNotice("failed", say("failed")); });
window.addEventListener("beforeunload", (event) => {
  editor.end();
  if (session.saveState !== "saved" && session.history.canUndo) event.preventDefault();
});
