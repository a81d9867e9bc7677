// The comment of a unit, written in a line under it.
import { make } from "./dom.js";
import { say } from "./messages.js";
import { setComment } from "./unit_edits.js";

/** @param {import("./session.js").Session} session @param {HTMLElement | null} row @param {() => void} done */
export function editComment(session, row, done) {
  if (row === null) return;
  const at = session.active;
  let open = true;
  const field = /** @type {HTMLInputElement} */ (make("input", {
    type: "text", dir: "auto", maxlength: 2000, placeholder: say("commentHint"), "aria-label": say("commentOf", { n: at + 1 }),
  }));
  field.value = session.units[at].comment;
  /** @param {boolean} keep */
  const close = (keep) => {
    if (!open) return;
    open = false;
    const changed = keep && session.do(setComment(session.units, at, field.value.trim()));
    line.remove();
    if (old !== null) old.hidden = false;
    if (!changed) session.dispatchEvent(new CustomEvent("edit", { detail: { label: "" } }));
    done();
  };
  field.addEventListener("blur", () => close(true));
  field.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    close(event.key === "Enter");
  });
  const line = make("div.comment-line", {}, field);
  const old = /** @type {HTMLElement | null} */ (row.querySelector(".comment-line"));
  if (old !== null) old.hidden = true;
  row.append(line);
  field.focus({ preventScroll: true });
}
