// The whole document as a narrow strip: the colour of confidence from top to bottom, flags and what is in sight.
// A click goes there. For the keyboard and for screen readers it is a slider over the units.
import { confidenceLevel } from "./filters.js";
import { make } from "./dom.js";
import { say } from "./messages.js";

const kSeverity = { high: 0, none: 1, middle: 2, low: 3 };

export class DocumentMap {
  /** @param {HTMLElement} holder @param {import("./session.js").Session} session @param {(index: number) => void} goTo */
  constructor(holder, session, goTo) {
    this.session = session;
    this.goTo = goTo;
    this.canvas = /** @type {HTMLCanvasElement} */ (make("canvas", { "aria-hidden": "true" }));
    this.sight = make("div.sight", { "aria-hidden": "true" });
    this.holder = holder;
    holder.append(this.canvas, this.sight);
    holder.setAttribute("role", "slider");
    holder.setAttribute("aria-orientation", "vertical");
    holder.setAttribute("aria-label", say("map"));
    holder.setAttribute("aria-valuemin", "1");
    holder.tabIndex = 0;
    holder.addEventListener("pointerdown", (event) => {
      holder.setPointerCapture(event.pointerId);
      this.#go(event);
    });
    holder.addEventListener("pointermove", (event) => { if (holder.hasPointerCapture(event.pointerId)) this.#go(event); });
    holder.addEventListener("keydown", (event) => this.#key(event));
    new ResizeObserver(() => this.draw()).observe(holder);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
  }

  /** @param {PointerEvent} event */
  #go(event) {
    const box = this.holder.getBoundingClientRect();
    const share = (event.clientY - box.top) / box.height;
    this.goTo(Math.max(0, Math.min(this.session.units.length - 1, Math.floor(share * this.session.units.length))));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const n = this.session.units.length;
    const page = Math.max(1, Math.round(n / 20));
    const to = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -1, ArrowRight: 1, PageUp: -page, PageDown: page, Home: -n, End: n }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.goTo(Math.max(0, Math.min(n - 1, this.session.active + to)));
  }

  draw() {
    const { canvas, session } = this;
    const width = this.holder.clientWidth;
    const height = this.holder.clientHeight;
    if (width === 0 || height === 0) return;
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const context = canvas.getContext("2d");
    if (context === null) return;
    const style = getComputedStyle(this.holder);
    /** @param {string} name */
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    const colours = { high: colour("high"), middle: colour("middle"), low: colour("low"), none: colour("none") };
    const flag = colour("flag");
    const n = session.units.length;
    const lines = Math.min(canvas.height, n);
    for (let line = 0; line < lines; ++line) {
      // A line of the strip stands for several units: the most doubtful of them gives the colour.
      /** @type {keyof typeof colours} */
      let worst = "high";
      let flagged = false;
      const end = Math.max(Math.floor(((line + 1) * n) / lines), Math.floor((line * n) / lines) + 1);
      for (let i = Math.floor((line * n) / lines); i < end; ++i) {
        const unit = session.units[i];
        const level = unit.review === "accepted" ? "high" : confidenceLevel(unit);
        if (kSeverity[level] > kSeverity[worst]) worst = level;
        flagged ||= unit.review === "flagged";
      }
      const top = Math.round((line * canvas.height) / lines);
      const tall = Math.max(1, Math.round(((line + 1) * canvas.height) / lines) - top);
      context.fillStyle = colours[worst];
      context.fillRect(0, top, canvas.width, tall > 3 ? tall - 1 : tall);
      if (!flagged) continue;
      context.fillStyle = flag;
      context.fillRect(0, top, canvas.width / 3, Math.max(tall, 2));
    }
  }

  /** @param {number} first index of the first unit in sight @param {number} last */
  show(first, last) {
    const n = Math.max(1, this.session.units.length);
    this.sight.style.top = `${(first / n) * 100}%`;
    this.sight.style.height = `${((last + 1 - first) / n) * 100}%`;
    this.holder.setAttribute("aria-valuemax", String(n));
    this.holder.setAttribute("aria-valuenow", String(this.session.active + 1));
    this.holder.setAttribute("aria-valuetext", say("mapValue", { n: this.session.active + 1, of: n }));
  }
}
