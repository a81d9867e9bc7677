// Everything that can be done to a unit: one table for the buttons, the keyboard and the help page.
import * as edits from "./unit_edits.js";

/**
 * @typedef {object} Context
 * @property {import("./session.js").Session} session
 * @property {import("./cell_editor.js").CellEditor} editor
 * @property {() => void} editComment
 * @property {(message: string) => void} announce a message key
 * @property {() => void} find
 * @property {() => void} showHelp
 * @property {() => void} showExport
 *
 * @typedef {object} Action
 * @property {string} name message key of the label
 * @property {string} icon
 * @property {string[]} keys as keyName() gives them
 * @property {string[]} [editingKeys] while a text is edited
 * @property {number} group buttons of a group stand together; 0: no button in the bar
 * @property {(context: Context) => boolean | void} run false: there was nothing to do
 */

/** Commits what is being typed, then edits. @param {Context} context @param {(units: import("./unit.js").Unit[], at: number, column: number) => edits.Splice | null} edit */
function change(context, edit) {
  context.editor.end();
  const { session } = context;
  return session.do(edit(session.units, session.active, session.column));
}

/** The same with the caret, where there is one. @param {Context} context @param {(units: import("./unit.js").Unit[], at: number, column: number, caret: number | null) => edits.Splice | null} edit */
function changeAtCaret(context, edit) {
  const caret = context.editor.caret;
  // The area shows untrimmed text; the model's text begins at its first letter.
  const lead = caret === null ? 0 : (/^\s*/.exec(context.editor.area?.value ?? "")?.[0].length ?? 0);
  return change(context, (units, at, column) => edit(units, at, column, caret === null ? null : Math.max(0, caret - lead)));
}

/** @param {Context} context @param {import("./unit.js").Review} review */
function toggleReview(context, review) {
  return change(context, (units, at) => edits.setReview(units, at, units[at].review === review ? "" : review));
}

/** @param {Context} context @param {1 | -1} step */
function goDoubtful({ session, editor, announce }, step) {
  editor.end();
  const index = session.nextDoubtful(step);
  if (index < 0) return announce("noDoubtful");
  session.goTo(index);
}

/** @type {Action[]} */
export const kActions = [
  { name: "mergePrevious", icon: "mergeUp", keys: ["Shift+M"], group: 1, run: (c) => change(c, (units, at) => edits.merge(units, at - 1)) },
  { name: "mergeNext", icon: "mergeDown", keys: ["M"], group: 1, run: (c) => change(c, (units, at) => edits.merge(units, at)) },
  {
    name: "split", icon: "split", keys: ["S"], editingKeys: ["Ctrl+Enter"], group: 1,
    run: (c) => {
      if (c.editor.open) return changeAtCaret(c, (units, at, column, caret) => edits.split(units, at, column, caret ?? 0));
      c.announce("splitHint");
      c.editor.begin(c.session.active, c.session.column, 0);
    },
  },
  { name: "moveUp", icon: "moveUp", keys: ["U"], editingKeys: ["Alt+ArrowUp"], group: 2, run: (c) => changeAtCaret(c, (units, at, column, caret) => edits.moveText(units, at, column, -1, caret)) },
  { name: "moveDown", icon: "moveDown", keys: ["D"], editingKeys: ["Alt+ArrowDown"], group: 2, run: (c) => changeAtCaret(c, (units, at, column, caret) => edits.moveText(units, at, column, 1, caret)) },
  { name: "swap", icon: "swap", keys: ["W"], group: 2, run: (c) => change(c, edits.swap) },
  { name: "pushDown", icon: "pushDown", keys: ["Shift+D"], group: 2, run: (c) => change(c, edits.pushDown) },
  { name: "pullUp", icon: "pullUp", keys: ["Shift+U"], group: 2, run: (c) => change(c, edits.pullUp) },
  { name: "insertBefore", icon: "insert", keys: ["Shift+I"], group: 0, run: (c) => change(c, (units, at) => edits.insert(units, at)) },
  { name: "insertAfter", icon: "insert", keys: ["I"], group: 3, run: (c) => change(c, (units, at) => edits.insert(units, at + 1)) },
  { name: "remove", icon: "remove", keys: ["Delete"], group: 3, run: (c) => change(c, edits.remove) },
  { name: "edit", icon: "", keys: ["Enter", "F2"], group: 0, run: (c) => c.editor.begin(c.session.active, c.session.column, null) },
  { name: "accept", icon: "accept", keys: ["A"], group: 4, run: (c) => toggleReview(c, "accepted") },
  {
    name: "acceptNext", icon: "accept", keys: ["Shift+A"], group: 0,
    run: (c) => {
      change(c, (units, at) => edits.setReview(units, at, "accepted"));
      goDoubtful(c, 1);
    },
  },
  { name: "flag", icon: "flag", keys: ["R"], group: 4, run: (c) => toggleReview(c, "flagged") },
  { name: "comment", icon: "comment", keys: ["C"], group: 4, run: (c) => { c.editor.end(); c.editComment(); } },
  { name: "nextDoubtful", icon: "doubt", keys: ["N"], group: 0, run: (c) => goDoubtful(c, 1) },
  { name: "previousDoubtful", icon: "doubt", keys: ["Shift+N"], group: 0, run: (c) => goDoubtful(c, -1) },
];

/** Keys that work everywhere, also while a text is edited. @type {Action[]} */
export const kEverywhere = [
  { name: "undo", icon: "undo", keys: ["Ctrl+Z"], group: 0, run: (c) => { c.editor.end(); c.session.undo(); } },
  { name: "redo", icon: "redo", keys: ["Ctrl+Y", "Ctrl+Shift+Z"], group: 0, run: (c) => { c.editor.end(); c.session.redo(); } },
  { name: "find", icon: "search", keys: ["Ctrl+F"], group: 0, run: (c) => c.find() },
  { name: "export", icon: "download", keys: ["Ctrl+S"], group: 0, run: (c) => { c.editor.end(); c.showExport(); } },
  { name: "help", icon: "help", keys: ["F1"], group: 0, run: (c) => c.showHelp() },
];

/** @param {Action} action @param {Context} context */
export function run(action, context) {
  if (action.run(context) === false) context.announce("nothing");
}
