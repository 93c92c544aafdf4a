// The bank of a test: its own questions, read as the author wrote them, and those of other pages. They are laid out as
// a form, and put back.

import { tellShown } from "../dom/borrowed-item.js";
import { element } from "../dom/elements.js";
import { orderRows } from "../items/option-order.js";
import { readRows } from "../items/options.js";
import { QuestionElement } from "../items/question.js";
import { say } from "../ui/say.js";
import { Elsewhere } from "./other-pages.js";

/**
 * @typedef {object} BankQuestion
 * @property {QuestionElement} node its element
 * @property {import("./forms/draw-form.js").BankItem} item
 * @property {string} number in the bank
 *
 * @typedef {object} Drawable what a test draws by, also of a question that is not in the page yet
 * @property {string} id
 * @property {readonly string[]} ids its id, then those it had before
 * @property {number} rank
 * @property {string} rev
 */

export class TestBank {
  #test;
  #box;
  /** The children of the box in the author's order, with boxes of faulty items among them. @type {Element[]} */
  #children;
  /** Those that are here by now: its own, and those that were brought. @type {Map<string, BankQuestion>} */
  #questions;
  /** @type {Elsewhere | null} */
  #elsewhere;
  /** Questions of other pages that were in view once. @type {WeakSet<Element>} */
  #met = new WeakSet();

  /** @param {HTMLElement} test before any form was laid out */
  constructor(test) {
    this.#test = test;
    this.#box = test.querySelector(".recall-items");
    this.#children = [...(this.#box?.children ?? [])];
    const questions = this.#children.filter((child) => child instanceof QuestionElement).map(readQuestion);
    this.#questions = new Map(questions.map((question) => [question.item.id, question]));
    this.#elsewhere = test.dataset.recallFrom === undefined ? null : new Elsewhere(test);
  }

  /** Whether it draws from other pages. */
  get isWide() {
    return this.#elsewhere !== null;
  }

  /** The site around it, as far as it is known. */
  get site() {
    return this.#elsewhere?.site ?? { pages: [], root: "" };
  }

  /** Whether it is known what can be drawn. */
  get isOpen() {
    return this.#elsewhere?.isOpen ?? true;
  }

  /**
   * All that can be drawn. Of a question that is not here yet the options are not known.
   * @returns {import("./forms/draw-form.js").BankItem[]}
   */
  get items() {
    const others = this.#others.map(({ id, rank, objective }) => ({ id, rank, objective, options: [], fixed: false }));
    return [...this.#here.map(({ item }) => item), ...others];
  }

  /** What is known of all that can be drawn. @returns {Drawable[]} */
  get known() {
    const here = this.#here.map(({ node, item: { id, rank } }) => ({ id, rank, ids: node.ids, rev: node.rev }));
    return [...here, ...this.#others];
  }

  get #here() {
    return [...this.#questions.values()];
  }

  /** Those that are not here yet. */
  get #others() {
    return this.#elsewhere?.pool.filter(({ id }) => !this.#questions.has(id)) ?? [];
  }

  /**
   * Whether it takes loading to know what there is of some questions.
   * @param {readonly string[]} ids
   */
  lacks(ids) {
    const away = ids.filter((id) => !this.#questions.has(id));
    if (!this.#elsewhere || away.length === 0) return false;
    return !this.#elsewhere.isOpen || away.some((id) => this.#elsewhere?.has(id));
  }

  /** Have it known what there is. It is rejected where that cannot be loaded. */
  async open() {
    await this.#elsewhere?.open();
  }

  /**
   * Have questions here. It is rejected where one cannot be loaded.
   * @param {readonly string[]} ids
   */
  async bring(ids) {
    if (!this.#elsewhere || !this.lacks(ids)) return;
    await this.#elsewhere.open();
    const brought = await this.#elsewhere.bring(ids.filter((id) => !this.#questions.has(id)));
    for (const node of brought)
      if (!this.#questions.has(node.itemId)) this.#questions.set(node.itemId, readQuestion(node));
  }

  /**
   * Where one can read on about what a question is about, which its own page knows.
   * @param {BankQuestion} question
   * @param {readonly BankQuestion[]} others of the same form
   */
  linkOn({ node, item }, others) {
    if (!node.isGuest) return null;
    return (
      this.#elsewhere?.linkOn(
        item.id,
        others.map((each) => each.item.id),
      ) ?? null
    );
  }

  /**
   * @param {readonly string[]} ids
   * @returns {BankQuestion[]}
   */
  pick(ids) {
    return ids.flatMap((id) => this.#questions.get(id) ?? []);
  }

  /**
   * Put the questions of a form in front, in its order, fresh, and hide the others.
   * @param {import("./forms/draw-form.js").Form} form
   * @param {{seed: string, retry: boolean}} named
   */
  layOut({ items, orders }, { seed, retry }) {
    this.putBack();
    const drawn = this.pick(items);
    drawn.forEach(({ node, item }, index) => {
      node.startOver();
      orderRows(node, orders[item.id] ?? item.options);
      number(node, `${index + 1}.`);
    });
    /** @type {Set<Element>} */
    const pages = new Set(drawn.map(({ node }) => node));
    for (const child of this.#children) child.toggleAttribute("hidden", !pages.has(child));
    this.#box?.prepend(...pages);
    this.#box?.before(element("p", "recall-seed", say("test.form", { seed })));
    this.#test.dataset.recallForm = retry ? "retry" : "test";
    for (const { node } of drawn) if (node.isGuest) this.#announce(node);
  }

  /** @param {QuestionElement} node */
  #announce(node) {
    if (this.#met.has(node)) return;
    this.#met.add(node);
    tellShown(node, node.itemId);
  }

  /** The bank as the author wrote it. */
  putBack() {
    if (!this.#test.hasAttribute("data-recall-form")) return;
    delete this.#test.dataset.recallForm;
    this.#test.querySelector(".recall-seed")?.remove();
    for (const { node, item, number: own } of this.#here) {
      if (node.hidden || !node.isConnected) continue;
      node.startOver();
      orderRows(node, item.options);
      number(node, own);
      delete node.dataset.recallCurrent;
      if (node.isGuest) node.remove();
    }
    for (const child of this.#children) child.removeAttribute("hidden");
    this.#box?.append(...this.#children);
  }
}

/**
 * @param {QuestionElement} node
 * @returns {BankQuestion}
 */
function readQuestion(node) {
  const { recallRank, recallObjective = "" } = node.dataset;
  return {
    node,
    item: {
      id: node.itemId,
      rank: Number(recallRank) || 0,
      objective: recallObjective,
      options: readRows(node).map((row) => row.id),
      typed: node.pack([""]).given !== undefined,
      fixed: node.querySelector('fieldset > ol[data-recall-order="fixed"]') !== null,
    },
    number: node.querySelector("[data-recall-number]")?.getAttribute("data-recall-number") ?? "",
  };
}

/**
 * @param {Element} node
 * @param {string} text
 */
function number(node, text) {
  node.querySelector(".recall-stem")?.setAttribute("data-recall-number", text);
}
