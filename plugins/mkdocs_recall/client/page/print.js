// The printed key: the worksheet first, then the answers on a page of their own. Nothing printed counts as help.

import { button, element } from "../dom/elements.js";
import { RecallItemElement, readAction } from "../items/item.js";
import { findKeys, readRows } from "../items/options.js";
import { say, sayList } from "../ui/say.js";

/** What hides an answer until it is opened. */
const ANSWERS = "details:has(> recall-answer)";
const DETAILS = `:is(${ANSWERS}, details.recall-menu)`;
/** A test that is not begun, on a page that asks something else: the stylesheet leaves it out on paper as well. */
const UNBEGUN = "body:has(.recall-item:not(recall-test *)) recall-test:not([data-recall-form])";
/** What the buttons say, on the root element for as long as it prints. */
const ATTRIBUTE = "data-recall-print";
/** On a stem: the item's number on the page. */
const NUMBER = "data-recall-number";
/** On a table: whether it needs the whole width of the paper. */
const WIDE = "data-recall-wide";
/** Characters of a row that fill about half a line. */
const FULL_ROW = 50;

class PrintedKey {
  /** What brings the page back, in the order it was changed. @type {(() => void)[]} */
  #undo = [];

  /** @param {Event} event */
  handleEvent(event) {
    this.#takeBack();
    if (event.type === "beforeprint") this.#build();
    if (event.type === "afterprint") document.documentElement.removeAttribute(ATTRIBUTE);
    if (event.type === "click") press(readAction(event));
  }

  #build() {
    markTables();
    for (const set of document.querySelectorAll(".recall-set")) if (hasPaperForm(set)) this.#undo.push(set.toPaper());
    const found = document.querySelectorAll(`.recall-item:not([hidden], ${UNBEGUN} *)`);
    const items = [...found].filter((item) => item instanceof RecallItemElement);
    numberItems(items);
    const last = items.at(-1);
    if (!last) return;
    this.#keepDetails();
    if (document.documentElement.getAttribute(ATTRIBUTE) === "worksheet") return;
    const list = document.createElement("ol");
    list.append(...items.map((item) => this.#entry(item)));
    const section = element("section", "recall-key");
    section.append(element("h2", "recall-key-title", say("print.answers")), list);
    (last.closest("article, main, [role=main]") ?? document.body).append(section);
    this.#undo.push(() => section.remove());
  }

  /** @param {RecallItemElement} item */
  #entry(item) {
    const entry = element("li", "recall-key-entry");
    entry.append(
      element("span", "recall-number", readNumber(item)),
      " ",
      element("strong", "recall-key-letters", sayList(findKeys(readRows(item)).map((row) => row.letter))),
    );
    for (const answer of item.querySelectorAll(`${ANSWERS}:not(.recall-hints) > recall-answer`))
      this.#move(answer, entry);
    for (const step of entry.querySelectorAll(".recall-step[hidden]")) {
      step.toggleAttribute("hidden", false);
      this.#undo.push(() => step.toggleAttribute("hidden", true));
    }
    return entry;
  }

  /**
   * @param {Element} answer
   * @param {Element} entry
   */
  #move(answer, entry) {
    const { parentNode, nextSibling } = answer;
    entry.append(answer);
    this.#undo.push(() => parentNode?.insertBefore(answer, nextSibling));
  }

  /** Themes open every `details` to print, and may leave them open; on screen that would give answers away. */
  #keepDetails() {
    for (const details of document.querySelectorAll(DETAILS)) {
      const open = details.hasAttribute("open");
      this.#undo.push(() => details.toggleAttribute("open", open));
    }
  }

  #takeBack() {
    for (const undo of this.#undo.splice(0).reverse()) undo();
  }
}

/**
 * Numbers in the order of the page, of what is printed: a form is a few of many, and another plugin may put several
 * pages on one.
 * @param {readonly Element[]} items
 */
function numberItems(items) {
  const stems = items.flatMap((item) => [...item.querySelectorAll(`[${NUMBER}]`)]);
  for (const [index, stem] of stems.entries()) stem.setAttribute(NUMBER, `${index + 1}.`);
}

/** Of each table, whether it has more text in a row than a narrow one could hold well. It says so to paper.css only. */
function markTables() {
  for (const table of document.querySelectorAll("table")) {
    const rows = [...table.rows].map(({ textContent }) => textContent?.trim().length ?? 0);
    table.toggleAttribute(WIDE, Math.max(...rows) > FULL_ROW);
  }
}

/** The item's number on the page, as its stem shows it on paper. @param {Element} item */
function readNumber(item) {
  return item.querySelector(`[${NUMBER}]`)?.getAttribute(NUMBER) ?? "";
}

/**
 * Whether a set is another on paper than on screen.
 * @param {Element} set
 * @returns {set is Element & {toPaper: () => () => void}}
 */
function hasPaperForm(set) {
  return "toPaper" in set;
}

/** @param {string | null | undefined} action of a pressed button */
function press(action) {
  const [does, what = ""] = `${action}`.split("-");
  if (does !== "print") return;
  document.documentElement.setAttribute(ATTRIBUTE, what);
  window.print();
}

/** The buttons do something from here on. One more comes after them, once, for reset.js. */
export function showPrint() {
  for (const row of document.querySelectorAll("p.recall-print")) {
    row.toggleAttribute("data-recall-ready", true);
    if (row.querySelector('[data-recall-do="reset-page"]')) continue;
    const status = element("span", "recall-meta");
    status.role = "status";
    row.append(" ", button("recall-help", say("reset.page"), "reset-page"), status);
  }
}

/** Before all other listeners, so that the page is seen as its reader left it. */
export function registerPrint() {
  const key = new PrintedKey();
  document.addEventListener("click", key);
  window.addEventListener("beforeprint", key, { capture: true });
  window.addEventListener("afterprint", key);
}
