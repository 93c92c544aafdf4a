// An ordering question: pieces that the reader moves, with buttons or by dragging. What belongs nowhere goes below the
// last place, into the tray.

import { judgeOrder } from "../../core/judges/judge-order.js";
import { button, element } from "../../dom/elements.js";
import { icon } from "../../dom/icons.js";
import { loadPart } from "../../dom/parts.js";
import { say, saySentences } from "../../ui/say.js";
import { readAction } from "../item.js";
import { copyReason } from "../verdict-panel.js";
import { TypedElement } from "./typed.js";

/**
 * @typedef {import("./typed.js").OutcomeState} OutcomeState
 * @typedef {"right" | "wrong" | "stray" | "out" | "missing"} RowMark
 */

const ARROWS = Object.freeze({ up: "M12 19V5M6 11l6-6 6 6", down: "M12 5v14M6 13l6 6 6-6" });

export class RecallOrderElement extends TypedElement {
  /** In the order in which the page was served. @type {HTMLElement[]} */
  #rows = [];
  /** What was marked last, as a list of ids. */
  #marked = "";
  /** Whether the order in view is the reader's. */
  #touched = false;

  connectedCallback() {
    super.connectedCallback();
    this.dress();
  }

  /** @param {Event} event */
  handleEvent(event) {
    super.handleEvent(event);
    const action = readAction(event);
    if (event.type !== "click" || (action !== "up" && action !== "down")) return;
    const row = this.#rows.find((each) => event.target instanceof Node && each.contains(event.target));
    if (row) this.#press(row, action);
  }

  /** Give each piece its buttons, once. */
  dress() {
    const list = this.#used;
    if (!list || this.#rows.length > 0) return;
    this.#rows = [...list.children].filter((row) => row instanceof HTMLElement);
    for (const [at, row] of this.#rows.entries()) dressRow(row, `${this.id}::piece-${at}`);
    if (this.querySelector(".recall-solution .recall-reasons > [data-recall-option]"))
      list.after(makeTray(list.hasAttribute("data-recall-code")));
    this.#refresh();
    loadPart("drag").catch(() => {});
  }

  prepare() {
    this.#touched = true;
    return this.#ids.length > 0 ? "" : say("order.first");
  }

  get response() {
    return this.#touched ? this.#ids : [];
  }

  /** @param {readonly string[]} given */
  choose(given) {
    this.dress();
    const left = [...this.#rows];
    const placed = given.flatMap((id) => {
      const at = left.findIndex((row) => idOf(row) === id);
      return at < 0 ? [] : left.splice(at, 1);
    });
    this.#touched = placed.length > 0;
    const used = this.#tray && this.#touched ? placed : [...placed, ...left];
    this.#used?.append(...used);
    this.#tray?.append(...left.filter((row) => !used.includes(row)));
    this.#refresh();
  }

  /** @param {readonly string[]} given */
  isRight(given) {
    return judgeOrder(given, this.#keys).right;
  }

  /** @param {EventTarget | null} control */
  isOwn(control) {
    return this.#rows.some((row) => row === control);
  }

  focusFirst() {
    const wrong = this.#rowsInOrder.find((row) => row.dataset.recallState !== "right") ?? this.#rowsInOrder[0];
    /** @type {HTMLElement | null | undefined} */
    const control = wrong?.querySelector(".recall-move:not([aria-disabled])");
    control?.focus();
  }

  /** @param {boolean} over */
  retry(over) {
    if (over) return this.choose([]);
    for (const row of this.#rows) if (row.dataset.recallState !== "right") markRow(row);
  }

  /** @param {OutcomeState} state */
  mark({ outcome, chosen }) {
    this.#marked = this.#ids.join();
    if (chosen.length === 0) return this.unmark(true);
    const { places, missing } = judgeOrder(this.#ids, this.#keys);
    const spots = [...this.#keys];
    for (const [at, row] of this.#rowsInOrder.entries()) {
      const verdict = places[at] ?? (missing.includes(idOf(row)) ? "missing" : "out");
      const n = spots.indexOf(idOf(row)) + 1;
      if (n > 0) spots[n - 1] = "";
      const isTold = outcome === "shown" && n > 0 && verdict !== "right";
      markRow(row, verdict, isTold ? say("order.place", { n }) : say(`order.mark.${verdict}`));
    }
  }

  /** @param {boolean} over */
  unmark(over) {
    if (over || this.#marked !== this.#ids.join()) for (const row of this.#rows) markRow(row);
  }

  /**
   * @param {OutcomeState} state
   * @param {string} back
   */
  makePanel(state, back) {
    const { outcome, chosen } = state;
    const { places, missing, found } = judgeOrder(this.#ids, this.#keys);
    const strays = this.#children(this.#used).filter((_, at) => places[at] === "stray");
    const counts = [
      say("typed.found", { found, all: this.#keys.length }),
      ...(strays.length > 0 ? [say("order.stray", { n: strays.length })] : []),
      ...(missing.length > 0 ? [say("order.missing", { n: missing.length })] : []),
    ];
    const reasons = [...this.querySelectorAll(".recall-reasons > li > .recall-body")];
    const isTold = outcome !== "right" && chosen.length > 0;
    const details = [
      ...(isTold ? [element("p", "recall-counts", saySentences(counts))] : []),
      ...reasons
        .filter((reason) => outcome === "wrong" && strays.some((row) => idOf(row) === idOf(reason.parentElement)))
        .map(copyReason),
    ];
    return this.makeOutcome(state, say("order.shown"), details, back);
  }

  get #used() {
    return this.querySelector(".recall-pieces");
  }

  get #tray() {
    return this.querySelector(".recall-tray");
  }

  /** @param {Element | null} list */
  #children(list) {
    return [...(list?.children ?? [])].filter((row) => row instanceof HTMLElement);
  }

  get #rowsInOrder() {
    return [...this.#children(this.#used), ...this.#children(this.#tray)];
  }

  /** Ids of the pieces that are used, in the order in view. */
  get #ids() {
    return this.#children(this.#used).map(idOf);
  }

  get #keys() {
    return [...this.querySelectorAll(".recall-ordered > li")].map(idOf);
  }

  /**
   * The piece with the focus stays where it is in the document as long as that can be, so that the focus stays too.
   * @param {HTMLElement} row
   * @param {"up" | "down"} way
   */
  #press(row, way) {
    const [used, tray] = [this.#used, this.#tray];
    const isOut = row.parentElement === tray;
    const next = way === "up" ? row.previousElementSibling : row.nextElementSibling;
    if (next) row[way === "up" ? "after" : "before"](next);
    else if (way === "up" && isOut) used?.append(row);
    else if (way === "down" && !isOut && tray) tray.prepend(row);
    else return;
    /** @type {HTMLElement | null} */
    const pressed = row.querySelector(`[data-recall-do="${way}"]`);
    if (document.activeElement !== pressed) pressed?.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest", behavior: "instant" });
    this.moved(row);
  }

  /** A piece has come to another place. @param {HTMLElement} row */
  moved(row) {
    this.#touched = true;
    this.#refresh();
    row.dispatchEvent(new Event("change", { bubbles: true }));
    const piece = row.querySelector(".recall-text")?.textContent?.trim() ?? "";
    const used = this.#children(this.#used);
    const at = used.indexOf(row) + 1;
    this.#tell(at > 0 ? say("order.now", { piece, at, all: used.length }) : say("order.out", { piece }));
  }

  /**
   * Say where a piece is now, and leave what the status says beside that.
   * @param {string} words
   */
  #tell(words) {
    const status = this.querySelector(".recall-status");
    status?.setAttribute("aria-atomic", "false");
    status?.removeAttribute("aria-live");
    const line = status?.querySelector(":scope > .recall-moved") ?? element("p", "recall-moved");
    line.textContent = words;
    if (!line.parentNode) status?.prepend(line);
  }

  /** Which buttons lead anywhere. */
  #refresh() {
    const rows = this.#rowsInOrder;
    const tray = this.#tray;
    for (const [at, row] of rows.entries()) {
      const isOut = row.parentElement === tray;
      const [up, down] = row.querySelectorAll(".recall-move");
      if (up) up.ariaDisabled = at === 0 && !isOut ? "true" : null;
      if (down) down.ariaDisabled = at === rows.length - 1 && (isOut || !tray) ? "true" : null;
    }
  }
}

/** Ordering questions get their buttons. */
export function dressOrders() {
  for (const order of document.querySelectorAll("recall-order")) if (order instanceof RecallOrderElement) order.dress();
}

/** @param {Element | null} row */
function idOf(row) {
  return row?.getAttribute("data-recall-option") ?? "";
}

/**
 * @param {HTMLElement} row
 * @param {string} id of its text
 */
function dressRow(row, id) {
  const text = element("div", "recall-text");
  text.id = id;
  text.dir = row.dir;
  row.removeAttribute("dir");
  text.append(...row.childNodes);
  const moves = element("span", "recall-moves");
  for (const way of /** @type {const} */ (["up", "down"])) {
    const made = button("recall-move", "", way);
    made.ariaLabel = say(`order.${way}`);
    made.setAttribute("aria-describedby", id);
    const arrow = icon("check");
    arrow.firstElementChild?.setAttribute("d", ARROWS[way]);
    made.append(arrow);
    moves.append(made);
  }
  row.append(element("span", "recall-grip"), text, moves);
}

/** @param {boolean} isCode */
function makeTray(isCode) {
  const made = element("div", "recall-unused");
  const title = element("p", "recall-unused-title", say("order.tray"));
  const list = element("ol", "recall-tray");
  list.ariaLabel = say("order.tray");
  const empty = element("p", "recall-unused-empty", say(isCode ? "order.trayLine" : "order.trayStep"));
  made.append(title, list, empty);
  return made;
}

/**
 * @param {HTMLElement} row
 * @param {RowMark} [state] none for no mark
 * @param {string} [words]
 */
function markRow(row, state, words = "") {
  row.querySelector(":scope > .recall-mark")?.remove();
  delete row.dataset.recallState;
  if (!state) return;
  const isRight = state === "right" || state === "out";
  row.dataset.recallState = state === "out" ? "out" : isRight ? "right" : "wrong";
  const mark = element("span", "recall-mark");
  mark.append(icon(isRight ? "check" : "cross"), words);
  row.querySelector(".recall-text")?.after(mark);
}
