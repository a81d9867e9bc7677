// Making elements. Text only ever enters the page as text nodes: nothing here or elsewhere reads markup.

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * @param {string} tag "div", "button.quiet"
 * @param {Record<string, any>} [properties] attributes; functions become listeners ("click"), `null` and `false` are left out
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function make(tag, properties = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name);
  if (classes.length > 0) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value !== null && value !== false && value !== undefined) element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(.../** @type {(Node | string)[]} */ (children.filter((c) => c !== null && c !== undefined && c !== false)));
  return element;
}

/** @param {string} id @returns {HTMLElement} */
export function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** Text of somebody else's, of unknown direction, that must not disturb what is around it. @param {string} text */
export function isolated(text) {
  return make("bdi", { dir: "auto" }, text);
}

// Icons on a 16 x 16 grid, drawn with a line.
/** @type {Record<string, string>} */
const kIcons = {
  mergeUp: "M3 13h10M3 3h10M8 11V5M5.5 7.5 8 5l2.5 2.5",
  mergeDown: "M3 13h10M3 3h10M8 5v6M5.5 8.5 8 11l2.5-2.5",
  split: "M2 8h3M6.5 8h3M11 8h3M8 5V1.5M6 3.5l2-2 2 2M8 11v3.5M6 12.5l2 2 2-2",
  moveUp: "M8 13.5v-11M3.5 7 8 2.5 12.5 7",
  moveDown: "M8 2.5v11M3.5 9 8 13.5 12.5 9",
  swap: "M5 13V3M2.5 5.5 5 3l2.5 2.5M11 3v10M8.5 10.5 11 13l2.5-2.5",
  pushDown: "M3 2.5h10v3H3zM8 8v5.5M5.5 11 8 13.5 10.5 11",
  pullUp: "M3 10.5h10v3H3zM8 8V2.5M5.5 5 8 2.5 10.5 5",
  insert: "M8 3v10M3 8h10",
  remove: "M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.7 9h5.6l.7-9",
  accept: "M3 8.5 6.5 12 13 4.5",
  flag: "M4 14V2.5h8l-2 3 2 3H4",
  comment: "M2.5 3h11v8h-6l-3 2.5V11h-2z",
  undo: "M6 3 3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6",
  redo: "M10 3l3 3-3 3M13 6H6.5a3.5 3.5 0 0 0 0 7H10",
  download: "M8 2.5v8M4.5 7.5 8 11l3.5-3.5M3 13.5h10",
  help: "M5.5 6a2.5 2.5 0 1 1 3.6 2.2C8.3 8.7 8 9.2 8 10M8 12.5v.5",
  doubt: "M8 2 14.5 13.5h-13zM8 6.5v3.5M8 11.7v.3",
  search: "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9M10.3 10.3 14 14",
  close: "M4 4l8 8M12 4l-8 8",
};

/** @param {string} name @returns {SVGElement} */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", name === "undo" || name === "redo" || name === "help" ? "icon turns" : "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", kIcons[name] ?? "");
  svg.append(path);
  return svg;
}
