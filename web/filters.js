// Which units a reviewer wants to see.
import { fold } from "./fold.js";

/** Below this confidence a unit is doubtful until somebody accepts it. */
export const kDoubtful = 0.7;

/** @typedef {import("./unit.js").Unit} Unit */
/** @typedef {"all" | "doubtful" | "flagged" | "unaligned" | "numbers" | "commented" | "edited" | "found"} FilterName */

/** @param {Unit} unit */
export function isDoubtful(unit) {
  return unit.review === "" && unit.confidence !== null && unit.confidence < kDoubtful;
}

/** "high", "middle", "low" or "none". @param {Unit} unit */
export function confidenceLevel(unit) {
  const confidence = unit.confidence;
  if (confidence === null) return "none";
  return confidence >= 0.9 ? "high" : confidence >= kDoubtful ? "middle" : "low";
}

/** @param {Unit} unit @param {string} needle folded, not empty */
export function isFound(unit, needle) {
  unit.folded ??= [...unit.texts.map((text) => fold(text ?? "")), fold(unit.comment)];
  return unit.folded.some((text) => text.includes(needle));
}

/** @type {FilterName[]} */
export const kFilters = ["all", "doubtful", "flagged", "unaligned", "numbers", "commented", "edited", "found"];

/**
 * @param {FilterName} name @param {string} needle @param {import("./anchors.js").Anchors} anchors
 * @returns {(unit: Unit) => boolean}
 */
export function predicate(name, needle, anchors) {
  switch (name) {
    case "doubtful": return isDoubtful;
    case "flagged": return (unit) => unit.review === "flagged";
    case "unaligned": return (unit) => unit.unaligned;
    case "numbers": return (unit) => anchors.contradict(unit);
    case "commented": return (unit) => unit.comment !== "";
    case "edited": return (unit) => unit.origin < 0;
    case "found": return (unit) => needle !== "" && isFound(unit, needle);
    default: return () => true;
  }
}
