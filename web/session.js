// What the reviewer is doing: the units, where she stands, what she sees of them, and the saving of it all.
import { Anchors } from "./anchors.js";
import { isDoubtful, isFound, predicate } from "./filters.js";
import { fold } from "./fold.js";
import { History } from "./history.js";
import { unitsOf } from "./page_data.js";

/** @typedef {import("./unit_edits.js").Splice} Splice */
/** @typedef {"saved" | "saving" | "failed"} SaveState */

// Events: "view" (other rows), "active" (another cell), "edit" (detail: what was done),
// "typed" (detail: the unit that took the place of which), "save".
export class Session extends EventTarget {
  /** @param {import("./page_data.js").PageData} page */
  constructor(page) {
    super();
    this.page = page;
    this.history = new History(unitsOf(page));
    this.anchors = new Anchors(page.anchors);
    this.active = 0;
    this.column = 0;
    /** @type {import("./filters.js").FilterName} */
    this.filter = "all";
    this.needle = "";
    /** @type {number[] | null} indices of the units in view; null: all of them */
    this.view = null;
    /** Units that stay in view though the filter does not fit them any more. @type {Set<import("./unit.js").Unit>} */
    this.touched = new Set();
    /** @type {Awaited<ReturnType<typeof import("./storage.js").openStore>> | null} */
    this.store = null;
    /** @type {SaveState} */
    this.saveState = "saved";
    this.unsaved = 0;
  }

  get units() {
    return this.history.units;
  }
  get unit() {
    return this.units[this.active];
  }
  get rows() {
    return this.view === null ? this.units.length : this.view.length;
  }
  /** Index of the unit in row `row`. @param {number} row */
  indexOf(row) {
    return this.view === null ? row : this.view[row];
  }
  /** The row of unit `index`, or of the first after it. @param {number} index */
  rowOf(index) {
    if (this.view === null) return index;
    let low = 0;
    for (let high = this.view.length; low < high;) {
      const middle = (low + high) >> 1;
      if (this.view[middle] < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @param {number} index @param {number} [column] */
  goTo(index, column = this.column) {
    this.active = Math.max(0, Math.min(index, this.units.length - 1));
    this.column = Math.max(0, Math.min(column, this.page.columns.length - 1));
    this.dispatchEvent(new Event("active"));
  }

  /** The next (step 1) or previous unit that `fits`, round the end; -1 when there is none. @param {(unit: import("./unit.js").Unit) => boolean} fits @param {1 | -1} step */
  nearest(fits, step) {
    const n = this.units.length;
    for (let k = 1; k <= n; ++k) {
      const index = (this.active + step * k + n * 2) % n;
      if (fits(this.units[index])) return index;
    }
    return -1;
  }
  /** @param {1 | -1} step */
  nextDoubtful(step) {
    return this.nearest((unit) => isDoubtful(unit) || unit.review === "flagged", step);
  }
  /** @param {1 | -1} step */
  nextFound(step) {
    return this.needle === "" ? -1 : this.nearest((unit) => isFound(unit, this.needle), step);
  }

  /** @param {import("./filters.js").FilterName} filter @param {string} [query] */
  look(filter, query) {
    if (query !== undefined) this.needle = fold(query).trim();
    this.filter = filter;
    this.touched.clear();
    this.#refresh();
  }

  #refresh() {
    if (this.filter === "all") this.view = null;
    else {
      const fits = predicate(this.filter, this.needle, this.anchors);
      this.view = [];
      this.units.forEach((unit, i) => {
        if (fits(unit) || this.touched.has(unit)) this.view?.push(i);
      });
    }
    this.dispatchEvent(new Event("view"));
  }

  /** @param {Splice | null} splice @returns {boolean} whether there was anything to do */
  do(splice) {
    if (splice === null) return false;
    this.history.apply(splice);
    this.#done(splice.label, splice.insert, splice.focus);
    this.#save(this.history.position - 1, this.history.stored(this.history.position - 1));
    return true;
  }

  /**
   * An edit by typing: the unit at `at` becomes `made`. Typing that goes on replaces the edit it began with, so
   * that one undo takes it back; `made` null: as if it had not been. Rows are not drawn again.
   * @param {number} at @param {import("./unit.js").Unit | null} made @param {boolean} goesOn
   */
  type(at, made, goesOn) {
    const old = this.units[at];
    const splice = made === null ? null : { label: "edited", at, remove: 1, insert: [made], focus: at };
    if (goesOn) this.history.amend(splice);
    else if (splice !== null) this.history.apply(splice);
    this.touched.add(this.units[at]);
    const last = this.history.position - (splice === null ? 0 : 1);
    this.#save(last, splice === null ? null : this.history.stored(last));
    this.dispatchEvent(new CustomEvent("typed", { detail: { old, made: this.units[at] } }));
  }

  undo() {
    const edit = this.history.undo();
    if (edit === null) return;
    this.#done("undone", edit.removed, Math.min(edit.at, this.units.length - 1), edit.label);
    this.#savePosition();
  }
  redo() {
    const edit = this.history.redo();
    if (edit === null) return;
    this.#done("redone", edit.insert, edit.focus, edit.label);
    this.#savePosition();
  }
  undoAll() {
    while (this.history.undo() !== null);
    this.#done("undoneAll", [], this.active);
    this.#savePosition();
  }

  /** @param {string} label @param {import("./unit.js").Unit[]} made @param {number} focus @param {string} [of] */
  #done(label, made, focus, of) {
    for (const unit of made) this.touched.add(unit);
    this.active = Math.max(0, Math.min(focus, this.units.length - 1));
    this.#refresh();
    this.dispatchEvent(new CustomEvent("edit", { detail: { label, of } }));
  }

  /** Takes up what the browser has kept. @param {NonNullable<Session["store"]>} store @returns {Promise<{edits: number, time: number, complete: boolean} | null>} */
  async restoreFrom(store) {
    const saved = await store.load();
    this.store = store;
    if (saved === null || saved.edits.length === 0) return null;
    const complete = this.history.restore(saved.edits, saved.position);
    this.#refresh();
    return { edits: this.history.position, time: saved.time, complete };
  }

  /** @param {number} index @param {import("./history.js").StoredSplice | null} edit */
  #save(index, edit) {
    this.#track(this.store?.put(index, edit, this.history.position));
  }
  #savePosition() {
    this.#track(this.store?.setPosition(this.history.position));
  }
  /** @param {Promise<void> | undefined} writing */
  #track(writing) {
    if (writing === undefined) return;
    ++this.unsaved;
    this.#setSaveState("saving");
    writing.then(
      () => { if (--this.unsaved === 0) this.#setSaveState("saved"); },
      () => { --this.unsaved; this.#setSaveState("failed"); });
  }
  /** @param {SaveState} state */
  #setSaveState(state) {
    if (this.saveState === state) return;
    this.saveState = state;
    this.dispatchEvent(new Event("save"));
  }
}
