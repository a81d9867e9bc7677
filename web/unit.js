// A translation unit as the page holds it. Units are never changed: an edit makes new ones, so that undo
// only has to put the old ones back. The fields at the end are caches of what can be computed again.

/** First and one past the last segment of the document a text comes from. @typedef {[number, number]} Source */

/**
 * What can be stored and sent: a unit without its caches.
 * @typedef {object} UnitData
 * @property {string} id
 * @property {(string | null)[]} texts one per column; null where the unit has no variant for that column
 * @property {(Source | null)[]} sources one per column
 * @property {number[] | null} order columns in the order of the variants; null when it is that of the columns
 * @property {string | null} score four decimals, "0.9981"
 * @property {string} kind "1-1", "2-1", "comparable" or ""
 * @property {string} document
 * @property {[string, string][]} properties
 * @property {number} [anchored] the original whose texts, and therefore whose anchors, it still has; or -1
 */

/** @typedef {"accepted" | "flagged" | ""} Review */

export const kReviewProperty = "review";
export const kCommentProperty = "comment";

export class Unit {
  /** @param {UnitData} data @param {number} origin index in the alignment the page was made of, or -1 */
  constructor(data, origin = -1) {
    this.id = data.id;
    this.texts = data.texts;
    this.sources = data.sources;
    this.order = data.order;
    this.score = data.score;
    this.kind = data.kind;
    this.document = data.document;
    this.properties = data.properties;
    this.origin = origin;
    this.anchored = data.anchored ?? origin;
    /** Height of its row in pixels as measured, 0 when not known; and as guessed before. */
    this.height = 0;
    this.guess = 0;
    /** @type {string[] | null} */
    this.folded = null;
    /** @type {import("./anchors.js").Mark[][] | null} */
    this.marks = null;
    /** @type {boolean | null} */
    this.contradicts = null;
  }

  /** @returns {UnitData} */
  data() {
    const { id, texts, sources, order, score, kind, document, properties, anchored } = this;
    return { id, texts, sources, order, score, kind, document, properties, anchored };
  }

  /** A copy with some fields changed. @param {Partial<UnitData>} changes */
  with(changes) {
    return new Unit({ ...this.data(), ...changes, anchored: changes.texts === undefined ? this.anchored : -1 });
  }

  /** @param {string} name */
  property(name) {
    return this.properties.find((pair) => pair[0] === name)?.[1] ?? "";
  }

  /** The unit with a property set, or taken away when `value` is empty. @param {string} name @param {string} value */
  withProperty(name, value) {
    /** @type {[string, string][]} */
    const properties = this.properties.filter((pair) => pair[0] !== name);
    if (value !== "") {
      const at = this.properties.findIndex((pair) => pair[0] === name);
      properties.splice(at < 0 ? properties.length : at, 0, [name, value]);
    }
    return this.with({ properties });
  }

  /** @returns {Review} */
  get review() {
    const value = this.property(kReviewProperty);
    return value === "accepted" || value === "flagged" ? value : "";
  }
  get comment() {
    return this.property(kCommentProperty);
  }
  /** Confidence 0..1, or null when nobody has computed one. */
  get confidence() {
    return this.score === null ? null : Number(this.score);
  }
  /** Some side has no text. */
  get unaligned() {
    return this.texts.some((text) => text === null || text === "");
  }
  get empty() {
    return this.texts.every((text) => text === null || text === "");
  }
  /** Columns that have a variant, in the order in which writers write them. */
  get variantColumns() {
    if (this.order !== null) return this.order;
    const columns = [];
    for (let c = 0; c < this.texts.length; ++c) if (this.texts[c] !== null) columns.push(c);
    return columns;
  }
}
