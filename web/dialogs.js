// Help and export: native dialogs, so that focus, Escape and the rest of the page being inert come from the browser.
import { kActions, kEverywhere } from "./actions.js";
import { byId, icon, make } from "./dom.js";
import { readEdits, spliceTo } from "./edits_file.js";
import { download, kExports } from "./exports.js";
import { say } from "./messages.js";

/** @param {string} keys "Ctrl+Shift+Z" */
function keyCaps(keys) {
  const names = keys.split("+").map((key) => ({ ArrowUp: "↑", ArrowDown: "↓", Delete: "Del" })[key] ?? key);
  return make("bdi.keys", { dir: "ltr" }, ...names.map((name) => make("kbd", {}, name)));
}

/** @param {string} title @param {...HTMLElement} body */
function fill(title, ...body) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("dialog"));
  dialog.replaceChildren(
    make("div.dialog-head", {}, make("h2", { id: "dialog-title" }, title),
      make("button.quiet", { type: "button", "aria-label": say("dismiss"), title: say("dismiss"), click: () => dialog.close() }, icon("close"))),
    ...body);
  dialog.setAttribute("aria-labelledby", "dialog-title");
  dialog.onclick = (event) => { if (event.target === dialog) dialog.close(); };
  dialog.showModal();
  return dialog;
}

/** @param {string} title @param {[string[], string][]} entries keys, meaning */
function keyTable(title, entries) {
  return make("section", {}, make("h3", {}, title),
    make("dl", {}, ...entries.flatMap(([keys, meaning]) => [
      make("dt", {}, ...keys.map(keyCaps)), make("dd", {}, meaning),
    ])));
}

export function showHelp() {
  /** @type {[string[], string][]} */
  const onUnit = [[["ArrowUp", "ArrowDown", "←", "→"], say("arrows")], [["PageUp", "PageDown"], say("pages")], [["Home", "End"], say("ends")],
    .../** @type {[string[], string][]} */ (kActions.map((action) => [action.keys, say(action.name)]))];
  /** @type {[string[], string][]} */
  const editing = [[["Enter"], say("commit")], [["Tab"], say("nextCell")], [["Escape"], say("cancel")],
    [["Ctrl+Enter"], say("splitHere")], [["Alt+ArrowUp"], say("upToHere")], [["Alt+ArrowDown"], say("fromHere")]];
  /** @type {[string[], string][]} */
  const anywhere = kEverywhere.map((action) => [action.name === "help" ? ["?", ...action.keys] : action.name === "find" ? ["/", ...action.keys] : action.keys, say(action.name)]);
  const levels = ["high", "middle", "low", "none"].map((level) =>
    make("li", { "data-level": level }, say(level)));
  fill(say("helpTitle"),
    make("p", {}, say("helpText")),
    make("p", {}, say("colours")), make("ul.legend", {}, ...levels),
    make("p", {}, say("anchorsHelp")),
    make("div.key-tables", {}, keyTable(say("onUnit"), onUnit), make("div", {}, keyTable(say("whileEditing"), editing), keyTable(say("anywhere"), anywhere))));
}

/** @param {import("./session.js").Session} session @param {(message: string) => void} announce */
export function showExport(session, announce) {
  const incomplete = session.units.filter((unit) => unit.unaligned).length;
  const picker = /** @type {HTMLInputElement} */ (make("input", { type: "file", accept: ".jsonl,.txt", hidden: true, id: "edits-file" }));
  const result = make("p", { role: "status", class: "import-result" });
  picker.addEventListener("change", async () => {
    const file = picker.files?.[0];
    if (file === undefined) return;
    const units = readEdits(await file.text(), session.page, session.history.originals);
    if (units === "broken" || units === "other") {
      result.textContent = say(units === "broken" ? "importBroken" : "importWrong");
      return;
    }
    if (session.do(spliceTo(session.units, units))) dialog.close();
    else result.textContent = say("nothing");
    announce("imported");
  });
  const dialog = fill(say("exportTitle"),
    make("p", {}, say("exportHint")),
    make("div.export-list", {}, ...kExports.map((format) => make("button.export", {
      type: "button", "data-format": format, click: () => download(session, format),
    }, icon("download"), make("bdi.format", { dir: "ltr" }, format === "edits" ? "EDITS" : format.toUpperCase()),
    make("span", {}, say(`export${format[0].toUpperCase()}${format.slice(1)}`),
      format === "tmx" && incomplete > 0 && make("small", {}, ` ${say("incomplete", { n: incomplete })}`))))),
    make("hr"),
    make("button.quiet.labelled", { type: "button", click: () => picker.click() }, say("importEdits")), picker, result);
}
