// A list of any length of which only the rows near the viewport exist. Heights are estimated until a row has been
// drawn and measured; what the reader looks at stays where it is when they turn out otherwise.

/**
 * @typedef {object} Rows
 * @property {() => number} count
 * @property {(row: number) => object} key what the row shows; the same object keeps its element
 * @property {(row: number) => number} height measured or estimated
 * @property {(row: number, height: number) => void} measured
 * @property {(row: number) => HTMLElement} create
 * @property {(element: HTMLElement, row: number) => void} update position and state of a row that exists
 */

const kOverscan = 300;

export class VirtualList {
  /** @param {HTMLElement} scroller @param {HTMLElement} space as high as all rows @param {HTMLElement} frame holds those drawn @param {Rows} rows */
  constructor(scroller, space, frame, rows) {
    this.scroller = scroller;
    this.space = space;
    this.frame = frame;
    this.rows = rows;
    /** @type {Float64Array} where each row begins; one more than there are rows */
    this.tops = new Float64Array(1);
    /** @type {Map<object, HTMLElement>} */
    this.drawn = new Map();
    /** Rows to be measured. @type {Set<HTMLElement>} */
    this.fresh = new Set();
    this.first = 0;
    this.end = 0;
    scroller.addEventListener("scroll", () => this.draw(), { passive: true });
  }

  /** Height that the sticky head of the columns takes from the viewport. */
  get headHeight() {
    return this.space.offsetTop;
  }

  /** Rows have changed: another list, or other heights. */
  refresh() {
    this.#layOut();
    this.fresh.clear();
    for (const element of this.drawn.values()) this.fresh.add(element);
    this.draw();
  }

  #layOut() {
    const n = this.rows.count();
    if (this.tops.length !== n + 1) this.tops = new Float64Array(n + 1);
    for (let i = 0; i < n; ++i) this.tops[i + 1] = this.tops[i] + this.rows.height(i);
    this.space.style.height = `${this.tops[n]}px`;
  }

  /** The row at height `y`. @param {number} y */
  rowAt(y) {
    let low = 0;
    for (let high = this.rows.count() - 1; low < high;) {
      const middle = (low + high + 1) >> 1;
      if (this.tops[middle] <= y) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** First and last row in sight. @returns {[number, number]} */
  visible() {
    const top = this.scroller.scrollTop;
    return [this.rowAt(top), this.rowAt(top + this.scroller.clientHeight - this.headHeight)];
  }

  draw() {
    for (let round = 0; round < 4; ++round) if (!this.#drawOnce()) return;
  }

  /** @returns {boolean} whether rows turned out to have other heights */
  #drawOnce() {
    const top = this.scroller.scrollTop;
    const count = this.rows.count();
    this.first = this.rowAt(top - kOverscan);
    this.end = count === 0 ? 0 : this.rowAt(top + this.scroller.clientHeight + kOverscan) + 1;
    const wanted = new Set();
    for (let row = this.first; row < this.end; ++row) wanted.add(this.rows.key(row));
    for (const [key, element] of this.drawn) {
      if (wanted.has(key)) continue;
      element.remove();
      this.drawn.delete(key);
    }
    let place = this.frame.firstElementChild;
    for (let row = this.first; row < this.end; ++row) {
      const key = this.rows.key(row);
      let element = this.drawn.get(key);
      if (element === undefined) {
        element = this.rows.create(row);
        this.drawn.set(key, element);
        this.fresh.add(element);
        this.frame.insertBefore(element, place);
      } else if (element === place) {
        place = place.nextElementSibling;
      } else {
        this.frame.insertBefore(element, place);
      }
      this.rows.update(element, row);
    }
    const again = this.fresh.size > 0 && this.#measure(top);
    this.frame.style.transform = `translateY(${this.tops[this.first]}px)`;
    return again;
  }

  /** @param {number} top */
  #measure(top) {
    const anchor = this.rowAt(top);
    const offset = top - this.tops[anchor];
    let grown = 0;
    let changed = false;
    for (let row = this.first; row < this.end; ++row) {
      const before = this.tops[row + 1] + grown - this.tops[row];
      this.tops[row + 1] += grown;
      const element = /** @type {HTMLElement} */ (this.drawn.get(this.rows.key(row)));
      if (!this.fresh.has(element)) continue;
      const height = element.getBoundingClientRect().height;
      if (Math.abs(height - before) < 0.5) continue;
      this.rows.measured(row, height);
      grown += height - before;
      this.tops[row + 1] = this.tops[row] + height;
      changed = true;
    }
    this.fresh.clear();
    if (!changed) return false;
    // What comes after only moves: no need to ask for its heights again.
    for (let row = this.end + 1; row < this.tops.length; ++row) this.tops[row] += grown;
    this.space.style.height = `${this.tops[this.tops.length - 1]}px`;
    const now = Math.max(0, this.tops[anchor] + offset);
    if (Math.abs(now - this.scroller.scrollTop) > 0.5) this.scroller.scrollTop = now;
    return true;
  }

  /** Scrolls as little as brings `row` into full sight; to the middle when it was far. @param {number} row */
  reveal(row) {
    for (let round = 0; round < 3; ++round) {
      const room = this.scroller.clientHeight - this.headHeight;
      const top = this.scroller.scrollTop;
      const begin = this.tops[row];
      const end = this.tops[row + 1];
      if (begin >= top && end <= top + room) return;
      if (begin < top - room || end > top + 2 * room) this.scroller.scrollTop = begin - (room - (end - begin)) / 2;
      else if (begin < top || end - begin > room) this.scroller.scrollTop = begin - 4;
      else this.scroller.scrollTop = end - room + 4;
      this.draw();
    }
  }

  /** The row of `old` shows `made` from now on. @param {object} old @param {object} made */
  rekey(old, made) {
    const element = this.drawn.get(old);
    if (element === undefined) return;
    this.drawn.delete(old);
    this.drawn.set(made, element);
  }

  /** @param {object} key */
  element(key) {
    return this.drawn.get(key) ?? null;
  }
}
