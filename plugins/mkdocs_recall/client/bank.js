// The bank of a test on its page: read as the author wrote it, laid out as a form, and put back.

import { RecallMcqElement } from "./mcq.js";
import { orderRows } from "./order.js";
import { chosenOf, idsOf, keysOf, readRows } from "./rows.js";
import { score } from "./score.js";
import { formName } from "./testwords.js";
import { element } from "./verdict.js";

/**
 * @typedef {object} Question
 * @property {RecallMcqElement} page
 * @property {import("./form.js").BankItem} item
 * @property {string} number in the bank
 */

export class TestBank {
  #test;
  #box;
  /** The children of the box in the author's order, with boxes of faulty items among them. @type {Element[]} */
  #children;
  /** @type {Map<string, Question>} */
  #questions;

  /** @param {HTMLElement} test before any form was laid out */
  constructor(test) {
    this.#test = test;
    this.#box = test.querySelector(".recall-items");
    this.#children = [...(this.#box?.children ?? [])];
    const questions = this.#children.filter((child) => child instanceof RecallMcqElement).map(readQuestion);
    this.#questions = new Map(questions.map((question) => [question.item.id, question]));
  }

  get questions() {
    return [...this.#questions.values()];
  }

  get items() {
    return this.questions.map(({ item }) => item);
  }

  /**
   * @param {readonly string[]} ids
   * @returns {Question[]}
   */
  pick(ids) {
    return ids.flatMap((id) => this.#questions.get(id) ?? []);
  }

  /**
   * Put the questions of a form in front, in its order, fresh, and hide the others.
   * @param {import("./form.js").Form} form
   * @param {{seed: string, retry: boolean}} named
   */
  layOut({ items, orders }, { seed, retry }) {
    this.putBack();
    const drawn = this.pick(items);
    drawn.forEach(({ page, item }, index) => {
      page.startOver();
      orderRows(page, orders[item.id] ?? item.options);
      number(page, `${index + 1}.`);
    });
    /** @type {Set<Element>} */
    const pages = new Set(drawn.map(({ page }) => page));
    for (const child of this.#children) child.toggleAttribute("hidden", !pages.has(child));
    this.#box?.prepend(...pages);
    this.#box?.before(element("p", "recall-seed", formName(seed)));
    this.#test.dataset.recallForm = retry ? "retry" : "test";
  }

  /** The bank as the author wrote it. */
  putBack() {
    if (!this.#test.hasAttribute("data-recall-form")) return;
    delete this.#test.dataset.recallForm;
    this.#test.querySelector(".recall-seed")?.remove();
    for (const { page, item, number: own } of this.questions) {
      if (page.hidden) continue;
      page.startOver();
      orderRows(page, item.options);
      number(page, own);
      delete page.dataset.recallCurrent;
    }
    for (const child of this.#children) child.removeAttribute("hidden");
    this.#box?.append(...this.#children);
  }
}

/**
 * @param {RecallMcqElement} page
 * @returns {Question}
 */
function readQuestion(page) {
  const { recallRank, recallObjective = "" } = page.dataset;
  const fixed = page.querySelector('.recall-options[data-recall-order="fixed"]') !== null;
  return {
    page,
    item: { id: page.itemId, rank: Number(recallRank) || 0, objective: recallObjective, options: idsOf(readRows(page)), fixed },
    number: page.querySelector(".recall-number")?.textContent ?? "",
  };
}

/**
 * @param {Element} page
 * @param {string} text
 */
function number(page, text) {
  const place = page.querySelector(".recall-number");
  if (place) place.textContent = text;
}

/**
 * The option ids chosen in a question.
 * @param {Element} page
 */
export function responseOf(page) {
  return idsOf(chosenOf(readRows(page)));
}

/**
 * @param {Element} page
 * @param {readonly string[]} ids of the options to choose
 */
export function choose(page, ids) {
  for (const row of readRows(page)) row.input.checked = ids.includes(row.id);
}

/**
 * @param {Element} page
 * @param {readonly string[]} ids of the options chosen
 */
export function isRight(page, ids) {
  return score(ids, idsOf(keysOf(readRows(page)))).right;
}
