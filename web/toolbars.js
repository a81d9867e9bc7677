// The bar above (document, saving, search, filters) and the one below (actions on the unit).
import { kActions, kEverywhere, run } from "./actions.js";
import { byId, icon, isolated, make } from "./dom.js";
import { isFound, kFilters, predicate } from "./filters.js";
import { chooseLanguage, formatInteger, kLanguages, say, shortLabel, uiLanguage } from "./messages.js";

/** @param {import("./actions.js").Action} action @param {import("./actions.js").Context} context @param {boolean} labelled */
function actionButton(action, context, labelled) {
  const label = say(action.name);
  const keys = (action.keys[0] ?? "").replace("Delete", "Del");
  return make("button.action", {
    type: "button", "data-action": action.name, title: `${label}  ${keys}`, "aria-label": label, "aria-keyshortcuts": action.keys[0].replace("Ctrl", "Control"),
    mousedown: (/** @type {Event} */ event) => event.preventDefault(),  // the caret stays in the text
    click: () => run(action, context),
  }, icon(action.icon), labelled && make("span.label", {}, shortLabel(action.name)));
}

/** @param {import("./actions.js").Context} context */
export function makeActionBar(context) {
  const bar = byId("actions");
  bar.setAttribute("aria-label", say("actions"));
  for (const group of [1, 2, 3, 4]) {
    bar.append(make("div.group", {}, ...kActions.filter((a) => a.group === group).map((a) => actionButton(a, context, true))));
  }
}

/** @param {import("./actions.js").Context} context */
export function makeTopBar(context) {
  const { session } = context;
  const title = session.page.title || say("review");
  document.title = `${title} – ${say("review")}`;
  byId("title").append(isolated(title));
  const [undo, redo] = ["undo", "redo"].map((name) => /** @type {HTMLButtonElement} */ (
    actionButton(/** @type {any} */ (kEverywhere.find((a) => a.name === name)), context, false)));
  const chooser = make("select", { "aria-label": say("language"), title: say("language"), change: (/** @type {any} */ event) => chooseLanguage(event.target.value) },
    ...Object.keys(kLanguages).map((tag) => make("option", { value: tag, selected: tag === uiLanguage, lang: tag },
      { en: "English", fa: "فارسی", ar: "العربية" }[tag] ?? tag)));
  byId("tools").append(undo, redo,
    ...kEverywhere.filter((a) => a.name === "export" || a.name === "help").map((a) => actionButton(a, context, a.name === "export")), chooser);
  const showState = () => {
    undo.disabled = !session.history.canUndo;
    redo.disabled = !session.history.canRedo;
    const status = byId("save-state");
    const state = session.saveState === "saved" && session.history.journal.length === 0 ? "" : session.saveState;
    status.textContent = state === "" ? "" : say(state);
    status.dataset.state = state;
  };
  for (const event of ["edit", "typed", "save", "view"]) session.addEventListener(event, showState);
  showState();
}

/** Search: matches are marked as one types; Enter goes from one to the next. @param {import("./actions.js").Context} context */
export function makeFind(context) {
  const { session } = context;
  const field = /** @type {HTMLInputElement} */ (byId("find"));
  const count = byId("find-count");
  field.placeholder = say("find");
  field.setAttribute("aria-label", say("findHint"));
  field.title = say("findHint");
  /** @param {1 | -1} direction */
  const step = (direction) => {
    const index = session.nextFound(direction);
    if (index >= 0) session.goTo(index);
  };
  let timer = 0;
  const search = () => {
    session.look(session.filter === "found" && field.value.trim() === "" ? "all" : session.filter, field.value);
    const needle = session.needle;
    const n = needle === "" ? 0 : session.units.filter((unit) => isFound(unit, needle)).length;
    count.textContent = needle === "" ? "" : n === 0 ? say("notFound") : say("foundCount", { n });
    if (n > 0 && !isFound(session.unit, needle)) step(1);
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(search, 120);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      clearTimeout(timer);
      if (session.needle === "") search();
      else step(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      field.value = "";
      search();
      byId("grid").focus();
    } else return;
    event.preventDefault();
  });
  context.find = () => {
    context.editor.end();
    field.focus();
    field.select();
  };
}

/** @param {import("./actions.js").Context} context */
export function makeFilters(context) {
  const { session } = context;
  const bar = byId("filters");
  bar.setAttribute("aria-label", say("filter"));
  const chips = kFilters.map((name) => {
    const input = make("input", { type: "radio", name: "filter", value: name, checked: name === "all", change: () => session.look(name) });
    return make("label.chip", { "data-filter": name }, input, make("span", {}, say(name)), make("span.count"));
  });
  const doubt = /** @type {import("./actions.js").Action} */ (kActions.find((a) => a.name === "nextDoubtful"));
  bar.append(...chips);
  byId("next").append(actionButton(doubt, context, true));
  /** @param {number[]} numbers by filter */
  const show = (numbers) => {
    for (const [i, name] of kFilters.entries()) {
      const chip = chips[i];
      const n = numbers[i];
      /** @type {HTMLElement} */ (chip.lastElementChild).textContent = formatInteger(n);
      chip.classList.toggle("nothing", n === 0 && session.filter !== name);
      chip.hidden = name === "found" ? session.needle === "" : (name === "commented" || name === "edited") && n === 0 && session.filter !== name;
      /** @type {HTMLInputElement} */ (chip.firstElementChild).checked = session.filter === name;
    }
  };
  let timer = 0;
  /** Counts take a moment in a long document: some units at a time, so that nobody waits for them. @param {number} from @param {number[]} numbers */
  const count = (from, numbers) => {
    const units = session.units;
    const end = Math.min(units.length, from + 3000);
    kFilters.forEach((name, i) => {
      const fits = predicate(name, session.needle, session.anchors);
      for (let k = from; k < end; ++k) if (fits(units[k])) ++numbers[i];
    });
    if (end === units.length) show(numbers);
    else timer = window.setTimeout(count, 10, end, numbers);
  };
  const later = () => {
    clearTimeout(timer);
    timer = window.setTimeout(count, session.units.length > 5000 ? 300 : 50, 0, kFilters.map(() => 0));
  };
  session.addEventListener("view", later);
  session.addEventListener("edit", later);
  show(kFilters.map((name) => (name === "all" ? session.units.length : 0)));
  later();
}
