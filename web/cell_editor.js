// Editing the text of one cell in place. What is typed is in the model (and on its way to the disk) at once, as one
// edit that one undo takes back.
import { make } from "./dom.js";
import { cellContent, directionOf } from "./row_view.js";
import { languageName, say } from "./messages.js";

export class CellEditor {
  /** @param {import("./session.js").Session} session @param {(index: number, column: number) => HTMLElement | null} cellOf */
  constructor(session, cellOf) {
    this.session = session;
    this.cellOf = cellOf;
    /** @type {HTMLTextAreaElement | null} */
    this.area = null;
    this.index = -1;
    this.column = -1;
    /** The unit as it was before. @type {import("./unit.js").Unit | null} */
    this.original = null;
    this.typed = false;
  }

  get open() {
    return this.area !== null;
  }
  /** Offset of the caret in the text, or null when nothing is edited. */
  get caret() {
    return this.area === null ? null : this.area.selectionStart;
  }

  /** @param {number} index @param {number} column @param {number | null} offset of the caret; null: the end */
  begin(index, column, offset) {
    this.end();
    const cell = this.cellOf(index, column);
    if (cell === null) return;
    const unit = this.session.units[index];
    const tag = this.session.page.columns[column];
    const text = unit.texts[column] ?? "";
    const area = /** @type {HTMLTextAreaElement} */ (make("textarea", {
      dir: directionOf(tag), lang: tag, rows: 1, spellcheck: "true",
      "aria-label": say("textOf", { language: languageName(tag), n: index + 1 }),
    }));
    Object.assign(this, { area, index, column, original: unit, typed: false });
    area.value = text;
    area.addEventListener("input", () => this.#input());
    area.addEventListener("blur", () => { if (this.area === area) this.end(); });
    cell.replaceChildren(area);
    cell.classList.add("editing");
    this.#fit();
    area.focus({ preventScroll: true });
    area.setSelectionRange(offset ?? text.length, offset ?? text.length);
  }

  #fit() {
    const area = /** @type {HTMLTextAreaElement} */ (this.area);
    area.style.height = "0";
    area.style.height = `${area.scrollHeight}px`;
  }

  /** What is typed on one line: a line feed that was not there before becomes a space. */
  get #text() {
    const value = /** @type {HTMLTextAreaElement} */ (this.area).value;
    const before = this.original?.texts[this.column] ?? "";
    return (/[\n\r]/.test(before) ? value : value.replace(/\s*[\n\r]+\s*/g, " ")).trim();
  }

  #input() {
    this.#fit();
    const original = /** @type {import("./unit.js").Unit} */ (this.original);
    const text = this.#text;
    const same = text === (original.texts[this.column] ?? "").replace(/\r\n?/g, "\n");
    if (same && !this.typed) return;
    const texts = original.texts.map((old, c) => (c === this.column ? text : old));
    const order = original.order?.includes(this.column) === false ? [...original.order, this.column] : original.order;
    this.session.type(this.index, same ? null : original.with({ texts, order }), this.typed);
    this.typed = !same;
  }

  /** Ends editing, leaves the text as it was when `keep` is false. */
  end(keep = true) {
    if (this.area === null) return;
    if (!keep && this.typed) this.session.type(this.index, null, true);
    const cell = this.area.parentElement;
    const typed = this.typed;
    this.typed = false;
    this.area = null;  // first: taking the area away blurs it
    const unit = this.session.units[this.index];
    unit.height = 0;
    if (cell !== null) {
      cell.classList.remove("editing");
      cell.replaceChildren(cellContent(this.session, unit, this.column));
    }
    this.session.dispatchEvent(new CustomEvent("edit", { detail: typed && keep ? { label: "edited" } : { label: "" } }));
  }
}
