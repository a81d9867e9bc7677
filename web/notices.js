// Strips above the text that tell what happened to earlier work, and warn when another tab does the same.
import { byId, icon, make } from "./dom.js";
import { formatTime, say } from "./messages.js";

/** @param {string} name @param {string} text @param {{label: string, run: () => void} | null} [offer] */
export function showNotice(name, text, offer = null) {
  const holder = byId("notices");
  holder.querySelector(`[data-notice="${name}"]`)?.remove();
  const notice = make("div.notice", { role: "status", "data-notice": name }, make("span", {}, text));
  if (offer !== null) {
    notice.append(make("button.quiet.labelled", { type: "button", click: () => { offer.run(); notice.remove(); } }, offer.label));
  }
  notice.append(make("button.quiet", { type: "button", "aria-label": say("dismiss"), title: say("dismiss"), click: () => notice.remove() }, icon("close")));
  holder.append(notice);
}

/** @param {import("./session.js").Session} session @param {{edits: number, time: number, complete: boolean} | null} restored */
export function tellRestored(session, restored) {
  if (restored === null || (restored.edits === 0 && restored.complete)) return;
  const text = restored.complete
    ? say("restored", { n: restored.edits, time: formatTime(restored.time) })
    : say("restoredPartly", { n: restored.edits });
  showNotice("restored", text, { label: say("startOver"), run: () => session.undoAll() });
}

/** Two tabs that save the same alignment would overwrite each other: the older one stops. @param {import("./session.js").Session} session */
export function watchOtherTabs(session) {
  if (!("BroadcastChannel" in window)) return;
  const channel = new BroadcastChannel(`taraz-review:${session.page.hash}`);
  const tell = () => channel.postMessage("edited");
  session.addEventListener("edit", tell);
  session.addEventListener("typed", tell);
  channel.onmessage = () => {
    session.removeEventListener("edit", tell);
    session.removeEventListener("typed", tell);
    session.store = null;
    showNotice("other-tab", say("otherTab"), { label: say("reload"), run: () => location.reload() });
  };
}
