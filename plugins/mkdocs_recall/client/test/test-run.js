// A form in progress: one question at a time and no feedback, flags, and how sure its reader is.

import { findConfidence } from "../items/later.js";
import { makeOpenNotice } from "./ask.js";
import { Sitting } from "./session.js";
import { TestFrameElement } from "./test-frame.js";

/** @typedef {import("./test-record.js").TestRecord} TestRecord */

export class TestRunElement extends TestFrameElement {
  /** @type {Sitting | null} */
  #taken = null;

  refresh() {
    if (!this.record || this.record.finished > 0) return;
    this.showCircles(this.sitting.marks, this.index);
    this.showButtons(this.record);
  }

  /** The questions of the form, in its order. */
  get questions() {
    return this.record ? this.sitting.drawn.map(({ node }) => node) : super.questions;
  }

  /** Made once it is needed: by then its questions are in the page. @returns {Sitting} */
  get sitting() {
    return (this.#taken ??= new Sitting(this));
  }

  /** The form in view, in progress or finished. @returns {TestRecord | null} */
  get record() {
    return this.#taken?.record ?? null;
  }

  get isUnderWay() {
    return this.record?.finished === 0;
  }

  /** @param {string} action */
  pressUnderWay(action) {
    if (action === "back") this.moveTo(this.questions[this.index - 1]);
    else if (action === "next") this.moveTo(this.questions[this.index + 1]);
    else if (action === "flag") this.#flag();
    else if (action === "list") this.#toggleList();
    else if (action === "finish") this.#finish();
    else if (action === "finish-now") this.end();
    else if (action === "sure" || action === "unsure") this.#saySure(action === "sure");
  }

  /**
   * A question in progress hears nothing of what is done in it: there is no draft, no verdict and no attempt before the
   * end.
   * @param {Event} event
   */
  hear(event) {
    event.stopPropagation();
    if (event.type !== "change") return event.preventDefault();
    const node = event.target instanceof Element ? event.target.closest(".recall-item") : null;
    const question = this.sitting.drawn.find((each) => each.node === node);
    if (!question) return;
    this.hush();
    this.tellOf(this.sitting.respond(question));
    this.refresh();
  }

  /** @param {HTMLElement | undefined} node */
  moveTo(node) {
    const question = this.sitting.drawn.find((each) => each.node === node);
    if (!node || !question) return;
    this.hush();
    this.showView("run");
    this.tellOf(this.sitting.moveTo(question.item.id));
    this.goTo(node);
    this.refresh();
  }

  #toggleList() {
    this.hush();
    this.showView(this.view === "list" ? "run" : "list");
    if (this.view === "list") this.showList(this.sitting.marks);
    this.refresh();
  }

  #flag() {
    this.tellOf(this.sitting.flag());
    this.refresh();
  }

  /** Go on as Next does, once it is noted whether the reader is sure of the answer in view. @param {boolean} sure */
  #saySure(sure) {
    const { index, questions } = this;
    if (!this.sitting.marks[index]?.state)
      return this.ask(findConfidence()?.makeAnswerFirst() ?? new DocumentFragment());
    this.tellOf(this.sitting.saySure(sure));
    if (index < questions.length - 1) return this.moveTo(questions[index + 1]);
    this.hush();
    this.refresh();
    this.toggle("finish", true)?.focus();
  }

  /** Name what is unanswered before it counts as missed. */
  #finish() {
    const open = this.sitting.unanswered;
    const [first] = open;
    if (first === undefined) return this.end();
    const { notice, go } = makeOpenNotice(open.length, (this.record?.items.indexOf(first) ?? 0) + 1);
    this.ask(notice);
    this.toggle("finish", false);
    go.focus();
  }

  /** The end of the form. */
  end() {}
}
