// Keys by what is printed on them in Latin letters, also when the layout is Persian or Arabic.
import { kActions, kEverywhere, run } from "./actions.js";

/** "M", "Shift+M", "Ctrl+Enter", "ArrowUp", "?". Command counts as Ctrl. @param {KeyboardEvent} event */
export function keyName(event) {
  let key = event.key;
  let shift = event.shiftKey;
  if (/^[a-z]$/i.test(key)) key = key.toUpperCase();
  else if (event.code.startsWith("Key") && key.length <= 2) key = event.code.slice(3);
  else if (key.length === 1) shift = false;  // "?" is what it is, however it is typed
  if (key === "؟") key = "?";
  return [event.ctrlKey || event.metaKey ? "Ctrl+" : "", event.altKey ? "Alt+" : "", shift ? "Shift+" : "", key].join("");
}

/** @param {import("./session.js").Session} session @param {string} key @param {import("./virtual_list.js").VirtualList} list @param {boolean} rightToLeft @returns {boolean} whether it was a movement */
function move(session, key, list, rightToLeft) {
  const row = session.rowOf(session.active);
  /** @param {number} to */
  const toRow = (to) => { if (session.rows > 0) session.goTo(session.indexOf(Math.max(0, Math.min(to, session.rows - 1)))); };
  const [first, last] = list.visible();
  const screen = Math.max(1, last - first - 1);
  const forward = rightToLeft ? "ArrowLeft" : "ArrowRight";
  const backward = rightToLeft ? "ArrowRight" : "ArrowLeft";
  switch (key) {
    case "ArrowUp": toRow(row - 1); return true;
    case "ArrowDown": toRow(row + (session.indexOf(row) === session.active ? 1 : 0)); return true;
    case "PageUp": toRow(row - screen); return true;
    case "PageDown": toRow(row + screen); return true;
    case "Home": case "Ctrl+Home": toRow(0); return true;
    case "End": case "Ctrl+End": toRow(session.rows - 1); return true;
    case forward: session.goTo(session.active, session.column + 1); return true;
    case backward: session.goTo(session.active, session.column - 1); return true;
    default: return false;
  }
}

/** @param {import("./actions.js").Context} context @param {string} key @returns {boolean} */
function whileEditing(context, key) {
  const { session, editor } = context;
  switch (key) {
    case "Enter": case "Shift+Enter": editor.end(); return true;
    case "Escape": editor.end(false); return true;
    case "Tab": case "Shift+Tab": {
      editor.end();
      session.goTo(session.active, session.column + (key === "Tab" ? 1 : -1));
      return true;
    }
    default: return false;
  }
}

/** Listens to the keys of the grid. @param {HTMLElement} grid @param {import("./actions.js").Context} context @param {import("./virtual_list.js").VirtualList} list @param {boolean} rightToLeft */
export function listenToKeys(grid, context, list, rightToLeft) {
  grid.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const key = keyName(event);
    const editing = context.editor.open;
    const inGrid = event.target === grid;
    const handle = () => {
      if (editing) {
        const action = kActions.find((a) => a.editingKeys?.includes(key));
        if (action !== undefined) run(action, context);
        return action !== undefined || whileEditing(context, key);
      }
      if (!inGrid) return false;
      if (key === "?") { context.showHelp(); return true; }
      if (key === "/") { context.find(); return true; }
      const action = kActions.find((a) => a.keys.includes(key));
      if (action !== undefined) run(action, context);
      return action !== undefined || move(context.session, key, list, rightToLeft);
    };
    if (!handle()) return;
    event.preventDefault();
    if (!context.editor.open && document.activeElement === document.body) grid.focus({ preventScroll: true });
  });
  document.addEventListener("keydown", (event) => {
    const action = event.isComposing ? undefined : kEverywhere.find((a) => a.keys.includes(keyName(event)));
    if (action === undefined || document.querySelector("dialog[open]") !== null) return;
    if (action.name === "undo" || action.name === "redo") {
      // A field has its own undo while something is typed in it.
      if (event.target instanceof HTMLInputElement || context.editor.typed) return;
    }
    event.preventDefault();
    run(action, context);
  });
}
