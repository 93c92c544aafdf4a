// What practice and test have in common: one question in view out of several, circles, a list of all, and views.

import { endsBelow } from "../dom/announcer.js";
import { element } from "../dom/elements.js";
import { icon } from "../dom/icons.js";
import { say } from "../ui/say.js";
import { makeStemLine } from "./stem-line.js";
import { sayCircle, sayRow } from "./wording.js";

/**
 * @typedef {object} Mark what is known about a question of a set
 * @property {"right" | "helped" | "missed" | "answered" | null} state null where it is unanswered
 * @property {boolean} [flagged]
 */

/** @type {Readonly<Record<string, Parameters<typeof icon>[0]>>} */
const MARK_ICONS = Object.freeze({ right: "check", helped: "bulb", missed: "cross" });

export class RecallSetElement extends HTMLElement {
  /** Show what the store holds, before the items show theirs. */
  restore() {}

  /** Take over what another tab, or the hub, knows, before the items do. */
  follow() {
    this.restore();
  }

  /** As if nothing had ever been done in it, on the page alone. */
  clear() {}

  /** Show where the set stands, after its items. */
  refresh() {}

  /** What a link to the set itself asks for. */
  begin() {}

  /**
   * Show the question that an address points into, where it was out of view.
   * @param {HTMLElement} _page
   * @returns {boolean} whether that changed anything
   */
  showLinked(_page) {
    return false;
  }

  get setId() {
    return this.dataset.recallId ?? "";
  }

  /** Its id, then those it had before. @returns {[string, ...string[]]} */
  get ids() {
    return [this.setId, ...(this.dataset.recallAka?.split(" ") ?? [])];
  }

  /** Its questions in order. The box of a faulty one is a question like the others. */
  get questions() {
    const questions = this.querySelector(".recall-items")?.children ?? [];
    return [...questions].filter((question) => question instanceof HTMLElement);
  }

  /** The question in view; before the script touched any, the first. */
  get current() {
    const { questions } = this;
    return questions.find((question) => question.hasAttribute("data-recall-current")) ?? questions[0] ?? null;
  }

  /** Position of the question in view, from 0. */
  get index() {
    return this.questions.findIndex((question) => question === this.current);
  }

  /** What is in view, as the stylesheet knows it; empty from the start. */
  get view() {
    return this.dataset.recallView ?? "";
  }

  /** @param {string} view */
  showView(view) {
    if (view) this.dataset.recallView = view;
    else delete this.dataset.recallView;
    const button = this.querySelector('[data-recall-do="list"]');
    if (button) button.textContent = say(view === "list" ? "set.one" : "set.all");
    if (view !== "list") this.querySelector(".recall-list")?.replaceChildren();
  }

  /**
   * Show one question and no other.
   * @param {HTMLElement} question
   */
  showQuestion(question) {
    for (const other of this.querySelectorAll(".recall-items > [data-recall-current]"))
      other.removeAttribute("data-recall-current");
    question.dataset.recallCurrent = "";
    const { index, questions } = this;
    const count = this.querySelector(".recall-head .recall-count");
    if (count) count.textContent = say("set.place", { at: index + 1, all: questions.length });
    this.querySelector('[data-recall-do="back"]')?.toggleAttribute("data-recall-idle", index === 0);
  }

  /**
   * Show a question and go on reading there.
   * @param {HTMLElement} question
   */
  goTo(question) {
    this.showQuestion(question);
    const faulty = question.classList.contains("recall-error");
    /** @type {HTMLElement | null} */
    const stem = faulty ? null : question.querySelector(".recall-stem, .recall-prompt");
    this.readOnAt(stem ?? question);
  }

  /**
   * Move focus, and scroll where that would be out of sight.
   * @param {HTMLElement} start
   */
  readOnAt(start) {
    start.tabIndex = -1;
    start.focus({ preventScroll: true });
    const seen = this.getBoundingClientRect().top >= 0 && !endsBelow(start);
    if (!seen) this.scrollIntoView({ block: "start", behavior: "instant" });
  }

  /**
   * Which question a pressed circle or row leads to.
   * @param {Event} event
   */
  wantedBy({ target }) {
    const button = target instanceof Element ? target.closest("[data-recall-go]") : null;
    return this.questions[Number(button?.getAttribute("data-recall-go")) - 1] ?? null;
  }

  /**
   * Have the circles show, for each question, what is known about it and whether it is in view. There are as many as
   * questions.
   * @param {readonly Mark[]} marks
   * @param {number} current from 0; -1 where none is in view
   */
  showCircles(marks, current) {
    const list = this.querySelector(".recall-circles");
    const missing = marks.slice(list?.children.length);
    list?.append(...missing.map(() => list.children[0]?.cloneNode(true) ?? ""));
    [...(list?.children ?? [])].forEach((place, index) => {
      const mark = marks[index];
      place.toggleAttribute("hidden", !mark);
      const circle = place.querySelector("button");
      if (!circle || !mark) return;
      setMark(circle, mark, index === current);
      circle.dataset.recallGo = `${index + 1}`;
      circle.setAttribute("aria-label", sayCircle(index + 1, mark));
      circle.replaceChildren(makeMarkIcon(mark) ?? `${index + 1}`);
    });
  }

  /**
   * List all questions as rows that lead to them.
   * @param {readonly Mark[]} marks
   */
  showList(marks) {
    const { questions, index: current } = this;
    const rows = element("ol", "recall-rows");
    rows.append(...marks.map((mark, index) => row(questions[index], mark, index, index === current)));
    this.querySelector(".recall-list")?.replaceChildren(rows);
  }
}

/**
 * @param {HTMLElement | undefined} question
 * @param {Mark} mark
 * @param {number} index
 * @param {boolean} current
 */
function row(question, mark, index, current) {
  const button = /** @type {HTMLButtonElement} */ (element("button", "recall-row"));
  button.type = "button";
  button.dataset.recallGo = `${index + 1}`;
  setMark(button, mark, current);
  const picture = element("span", "recall-row-icon");
  picture.append(makeMarkIcon(mark) ?? "");
  const state = question?.classList.contains("recall-error") ? "" : sayRow(mark);
  button.append(
    element("span", "recall-row-number", `${index + 1}`),
    " ",
    picture,
    makeStemLine(question),
    " ",
    element("span", "recall-row-state", state),
  );
  const place = document.createElement("li");
  place.append(button);
  return place;
}

/**
 * @param {HTMLElement} button
 * @param {Mark} mark
 * @param {boolean} current
 */
function setMark(button, { state, flagged = false }, current) {
  if (state) button.dataset.recallState = state;
  else delete button.dataset.recallState;
  button.toggleAttribute("data-recall-flagged", flagged);
  if (current) button.setAttribute("aria-current", "true");
  else button.removeAttribute("aria-current");
}

/** @param {Mark} mark */
function makeMarkIcon({ state }) {
  const name = state && MARK_ICONS[state];
  return name ? icon(name) : null;
}
