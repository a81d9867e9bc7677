// The list of units and everything done to it, without limit, forwards and backwards.
import { Unit } from "./unit.js";

/** @typedef {import("./unit_edits.js").Splice} Splice */
/** A splice as it is stored. @typedef {{label: string, at: number, remove: number, insert: (import("./unit.js").UnitData | number)[], focus: number}} StoredSplice */
// A number in `insert` is an original unit, put back.

export class History {
  /** @param {Unit[]} originals */
  constructor(originals) {
    this.originals = originals;
    /** @type {Unit[]} */
    this.units = originals.slice();
    /** @type {(Splice & {removed: Unit[]})[]} */
    this.journal = [];
    /** Number of edits in force: journal[0 .. position). */
    this.position = 0;
  }

  get canUndo() {
    return this.position > 0;
  }
  get canRedo() {
    return this.position < this.journal.length;
  }

  /** Does an edit; what had been undone is forgotten. @param {Splice} splice */
  apply(splice) {
    this.journal.length = this.position;
    this.journal.push({ ...splice, removed: [] });
    this.#forward();
  }

  /** Puts `splice` in the place of the last edit, which it continues (typing). @param {Splice | null} splice null: as if it had not been */
  amend(splice) {
    this.undo();
    this.journal.length = this.position;
    if (splice !== null) this.apply(splice);
  }

  undo() {
    if (!this.canUndo) return null;
    const edit = this.journal[--this.position];
    this.units.splice(edit.at, edit.insert.length, ...edit.removed);
    return edit;
  }

  redo() {
    return this.canRedo ? this.#forward() : null;
  }

  #forward() {
    const edit = this.journal[this.position++];
    edit.removed = this.units.splice(edit.at, edit.remove, ...edit.insert);
    return edit;
  }

  /** The edit at `index` as it is stored. @param {number} index @returns {StoredSplice} */
  stored(index) {
    const { label, at, remove, insert, focus } = this.journal[index];
    return { label, at, remove, insert: insert.map((unit) => (unit.origin < 0 ? unit.data() : unit.origin)), focus };
  }

  /**
   * Takes up stored edits again, as far as they fit. REQUIRES: nothing was done yet.
   * @param {StoredSplice[]} edits @param {number} position how many of them are in force
   * @returns {boolean} whether all of them did fit
   */
  restore(edits, position) {
    const columns = this.units[0]?.texts.length ?? 0;
    for (const edit of edits) {
      const fits = edit.at >= 0 && edit.remove >= 0 && edit.at + edit.remove <= this.units.length &&
        edit.insert.every((data) => (typeof data === "number" ? data < this.originals.length : data.texts.length === columns));
      if (!fits) return false;
      this.apply({ ...edit, insert: edit.insert.map((data) => (typeof data === "number" ? this.originals[data] : new Unit(data))) });
    }
    while (this.position > position) this.undo();
    return true;
  }

  /**
   * What all edits together come to: runs of original units and what stands in their place, in order.
   * @returns {{at: number, old: Unit[], new: Unit[]}[]} `at` counts original units from 0
   */
  changes() {
    const changes = [];
    let original = 0;
    for (let i = 0; i <= this.units.length;) {
      /** @type {Unit[]} */
      const made = [];
      while (i < this.units.length && this.units[i].origin < 0) made.push(this.units[i++]);
      const next = i < this.units.length ? this.units[i].origin : this.originals.length;
      if (made.length > 0 || next > original) changes.push({ at: original, old: this.originals.slice(original, next), new: made });
      original = next + 1;
      ++i;
    }
    return changes;
  }
}
