// A practice: its questions one at a time, round after round, with the place kept.

import { judgeRound, readRound, sumUp } from "../core/round.js";
import { linkedElement } from "../dom/address.js";
import { button, element } from "../dom/elements.js";
import { RecallItemElement, readAction } from "../items/item.js";
import { findReturns } from "../items/later.js";
import { hasReview, siteStore } from "../store/site-store.js";
import { say } from "../ui/say.js";
import { RecallSetElement } from "./base-set.js";
import { sayRound } from "./wording.js";

/** @typedef {import("../core/round.js").Round} Round */

export class RecallPracticeElement extends RecallSetElement {
  /** @type {Round | null} */
  #round = null;
  /** Whether the reader went anywhere. */
  #moved = false;
  /** Whether where the reader is could not be kept. */
  #unsaved = false;

  /** Runs at the start tag: there are no children yet. */
  connectedCallback() {
    for (const type of ["click", "change", "submit", "recall-attempted"]) this.addEventListener(type, this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "click") this.#press(event);
    if (event.type === "recall-attempted") this.#hear();
    else this.#showReady();
  }

  restore() {
    const { at, since } = this.#stored;
    this.setAttribute("data-recall-since", `${since}`);
    const question = super.questions.find((each) => findQuestionIds(each).includes(at));
    if (question) this.showQuestion(question);
  }

  /**
   * A later round is gone on with here as well; within a round, the reader stays where they are. A reset begins anew.
   */
  follow() {
    const before = this.#stored;
    if (before.at && !this.#unsaved && !this.#kept) return this.clear();
    this.#round = null;
    const { since, at } = this.#stored;
    if (before.since > since) this.#round = before;
    else if (before.since === since && this.#moved) this.#round = { ...this.#stored, at: before.at };
    else this.restore();
    if (since <= before.since) return;
    this.showView("");
    const [first] = this.questions;
    if (!at && first) this.showQuestion(first);
    for (const question of super.questions) if (question instanceof RecallItemElement) question.follow(true);
  }

  clear() {
    this.#round = readRound(null);
    this.#moved = false;
    this.setAttribute("data-recall-since", "0");
    this.showView("");
    const [first] = this.questions;
    if (first) this.showQuestion(first);
  }

  refresh() {
    const { current, view } = this;
    if (current && !view) this.showQuestion(current);
    this.showCircles(this.#marks, view === "end" ? -1 : this.index);
    this.#showReady();
  }

  /** @param {HTMLElement} question also one that the round leaves out: then the round takes in all */
  showLinked(question) {
    if (!this.view && question === this.current) return false;
    if (!this.questions.includes(question)) {
      this.#round = { ...this.#stored, only: null };
      if (question instanceof RecallItemElement) question.startOver();
    }
    this.showView("");
    this.showQuestion(question);
    this.refresh();
    return true;
  }

  /** What is answered is where the reader is, however they came there. */
  #hear() {
    const { current } = this;
    this.refresh();
    if (current && findQuestionIds(current)[0] !== this.#stored.at) this.#keep(current);
  }

  /** The questions of the round. */
  get questions() {
    const { only } = this.#stored;
    const questions = super.questions.filter(
      (question) => !only || findQuestionIds(question).some((id) => only.includes(id)),
    );
    return questions.length > 0 ? questions : super.questions;
  }

  /** What is kept, read once: where it cannot be saved, it lasts as long as the page. */
  get #stored() {
    return (this.#round ??= readRound(this.#kept));
  }

  get #kept() {
    const store = siteStore();
    return this.ids.map((id) => store.kept("d", id)).find((found) => found !== null);
  }

  get #results() {
    const { since } = this.#stored;
    return this.questions.map((question) => {
      return question instanceof RecallItemElement
        ? judgeRound(siteStore().entries(question.ids), since, question.rev)
        : null;
    });
  }

  get #marks() {
    return this.#results.map((state) => ({ state }));
  }

  /** @param {Event} event */
  #press(event) {
    const wanted = this.wantedBy(event);
    const action = readAction(event);
    if (wanted) this.#moveTo(wanted);
    else if (action === "back") this.#moveTo(this.questions[this.view === "end" ? this.index : this.index - 1]);
    else if (action === "next") this.#next();
    else if (action === "list") this.#toggleList();
    else if (action === "retry") this.#begin(this.#missed);
    else if (action === "restart") this.#begin(null);
  }

  /** @param {HTMLElement | undefined} question */
  #moveTo(question) {
    if (!question) return;
    this.#leave();
    this.showView("");
    this.goTo(question);
    this.refresh();
    this.#keep(question);
    this.#followAddress(question);
  }

  #next() {
    const next = this.questions[this.index + 1];
    if (next) return this.#moveTo(next);
    this.#leave();
    this.#showEnd();
  }

  #leave() {
    const { current } = this;
    if (current instanceof RecallItemElement) current.leave();
  }

  #toggleList() {
    this.#leave();
    this.showView(this.view === "list" ? "" : "list");
    if (this.view) this.showList(this.#marks);
    this.refresh();
  }

  /** Where it is at its end, it says what comes back. */
  showReturn() {
    if (this.view === "end") this.#fillEnd();
  }

  #showEnd() {
    const end = this.#fillEnd();
    this.showView("end");
    this.refresh();
    if (end) this.readOnAt(end);
  }

  /** What is unanswered comes first: a set that was skipped through is not finished. */
  #fillEnd() {
    const results = this.#results;
    const { questions } = this;
    /** @param {number} index */
    const isItem = (index) => questions[index] instanceof RecallItemElement;
    const sums = sumUp(results.filter((_, index) => isItem(index)));
    const open = results.findIndex((result, index) => result === null && isItem(index));
    /** @type {HTMLElement | null} */
    const end = this.querySelector(".recall-end");
    const choice = element("p", "recall-choice");
    if (open >= 0) choice.append(makeGoTo(open + 1), " ");
    if (sums.missed > 0) {
      const look = `recall-button${open >= 0 ? "" : " recall-check"}`;
      choice.append(button(look, say("set.retry", { n: sums.missed }), "retry"), " ");
    }
    choice.append(
      button("recall-button", say("set.startOver"), "restart"),
      " ",
      button("recall-help", say("reset.set"), "reset-set"),
    );
    end?.replaceChildren(
      element("p", "recall-verdict", open >= 0 ? say("set.open", { n: sums.unanswered }) : say("set.finished")),
      element("p", "recall-told", sayRound(sums, this.#back, hasReview())),
      choice,
    );
    return end;
  }

  /** How many of the round come back before they would had all gone well; null where nothing can say so. */
  get #back() {
    const returns = findReturns();
    if (!returns) return null;
    const results = this.#results;
    return this.questions.filter((question, index) => {
      if (!(question instanceof RecallItemElement) || results[index] === null) return false;
      return results[index] === "missed" || returns.describe(question.entries) !== null;
    }).length;
  }

  get #missed() {
    const { questions } = this;
    return this.#results.flatMap((result, index) =>
      result === "missed" ? findQuestionIds(questions[index]).slice(0, 1) : [],
    );
  }

  /**
   * Begin a round. What was answered before stays in the log and out of view.
   * @param {string[] | null} only ids of its questions, null for all
   */
  #begin(only) {
    const since = siteStore().now();
    this.#round = { at: "", since, only };
    this.setAttribute("data-recall-since", `${since}`);
    const { questions } = this;
    for (const question of questions) if (question instanceof RecallItemElement) question.startOver();
    const [first] = questions;
    if (!first) return;
    this.showView("");
    this.goTo(first);
    this.refresh();
    this.#keep(first);
    this.#followAddress(first);
  }

  /** @param {HTMLElement} question where the reader is */
  #keep(question) {
    const { since, only } = this.#stored;
    const [at = ""] = findQuestionIds(question);
    this.#round = { at, since, only };
    this.#moved = true;
    this.#unsaved = siteStore().keep("d", this.setId, { at, since, ...(only ? { only } : {}) }) !== null;
  }

  /** An address that points into this set points to where the reader is. @param {HTMLElement} question */
  #followAddress(question) {
    const target = linkedElement();
    if (target && target !== this && this.contains(target) && question.id)
      history.replaceState(history.state, "", `#${question.id}`);
  }

  /** Whether nothing is left to do but to go on. */
  #showReady() {
    const { current } = this;
    const ready = current instanceof RecallItemElement && current.isDone;
    this.querySelector('[data-recall-do="next"]')?.toggleAttribute("data-recall-ready", ready);
  }
}

/**
 * The ids of a question, the present one first. The box of a faulty item has the one in its address.
 * @param {HTMLElement | undefined} question
 */
function findQuestionIds(question) {
  if (question instanceof RecallItemElement) return question.ids;
  return question?.id ? [question.id.replace(/^recall-/, "")] : [];
}

/** @param {number} number of an unanswered question */
function makeGoTo(number) {
  const made = button("recall-button recall-check", say("test.goTo", { number }));
  made.dataset.recallGo = `${number}`;
  return made;
}
