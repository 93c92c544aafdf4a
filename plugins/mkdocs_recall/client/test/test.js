// A test: a form drawn from its bank, one question at a time and no feedback before its end; then the result.

import { nameInAddress } from "../dom/address.js";
import { Announcer } from "../dom/announcer.js";
import { button, element } from "../dom/elements.js";
import { readAction } from "../items/item.js";
import { showNotice } from "../items/later.js";
import { verdictPanel } from "../items/verdict-panel.js";
import { RecallSetElement } from "../sets/base-set.js";
import { siteStore } from "../store/site-store.js";
import { say } from "../ui/say.js";
import { makeReadingList } from "./reading-list.js";
import { resultView } from "./result.js";
import { readSeed } from "./seed.js";
import { Sitting } from "./session.js";
import { showWhetherEnough, tellWhy } from "./start-panel.js";

/** @typedef {import("./test-record.js").TestRecord} TestRecord */

export class RecallTestElement extends RecallSetElement {
  #announcer = new Announcer();
  /** @type {Sitting | null} */
  #taken = null;

  /** Runs at the start tag: there are no children yet. */
  connectedCallback() {
    for (const type of ["click", "recall-attempt"]) this.addEventListener(type, this);
    for (const type of ["change", "submit"]) this.addEventListener(type, this, { capture: true });
    window.addEventListener("hashchange", this);
  }

  disconnectedCallback() {
    window.removeEventListener("hashchange", this);
    this.#announcer.flush();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "hashchange") this.#followAddress();
    else if (event.type === "click") this.#press(event);
    else if (this.#isUnderWay) this.#hear(event);
  }

  /** The form that is kept comes back, unless the address names another. */
  restore() {
    this.#whenHere(() => this.#restore());
  }

  #restore() {
    const { kept } = this.#sitting;
    const seed = readSeed(location.hash);
    const wanted = kept && (seed === "" || seed === kept.seed) ? kept : null;
    if (wanted?.session === this.#record?.session) return;
    if (wanted) this.#open(wanted);
    else this.clear();
  }

  /** The form that is kept is the one in view; its reader stays where they are in it. */
  follow() {
    this.#whenHere(() => this.#follow());
  }

  #follow() {
    const { kept, record, isUnsaved } = this.#sitting;
    if (!record) return this.#restore();
    if (isUnsaved) return;
    if (!kept) return this.clear();
    if (kept.session !== record.session || kept.finished !== record.finished) return this.#open(kept);
    if (kept.finished > 0) return;
    this.#sitting.adopt(kept);
    this.#showResponses();
  }

  refresh() {
    const { index, view } = this;
    if (!this.#record || this.#record.finished > 0) return;
    const [list, last] = [view === "list", index === this.questions.length - 1];
    this.showCircles(this.#sitting.marks, index);
    this.#toggle("back", !list);
    this.#toggle("next", !list && !last);
    this.#toggle("finish", list || last);
    const flag = this.#toggle("flag", !list);
    if (flag) flag.textContent = say(this.#record.flags.includes(this.#record.at) ? "test.unflag" : "test.flag");
  }

  /**
   * @param {HTMLElement} node
   * @returns {boolean}
   */
  showLinked(node) {
    const details = node.closest("details.recall-question");
    details?.setAttribute("open", "");
    return details !== null;
  }

  /**
   * Show the form as a worksheet: also one that is not begun, where the address names it.
   * @returns {() => void} what brings the page back
   */
  toPaper() {
    const seed = readSeed(location.hash);
    const form = this.#record || !seed ? null : this.#sitting.draw(seed);
    if (form) {
      this.#sitting.bank.layOut(form, { seed, retry: false });
      return () => this.#sitting.bank.putBack();
    }
    const places = this.questions.map((node) => node.closest("details.recall-question"));
    if (this.view === "result") this.querySelector(".recall-items")?.prepend(...this.questions);
    return () => this.questions.forEach((node, index) => places[index]?.append(node));
  }

  /**
   * Where no form can be begun, say so in place of the button. What the address names is made ready, also for paper.
   */
  showWhetherEnough() {
    showWhetherEnough(this, (seed) => this.#sitting.drawSoon(seed));
  }

  /** A link to a test leads to its first question, unless a form is kept. */
  begin() {
    if (!this.#record) void this.#start("");
  }

  /**
   * Do something once the questions of the form that is kept are here: at once where they are.
   * @param {() => void} work
   */
  #whenHere(work) {
    const { bank, keptItems } = this.#sitting;
    if (!bank.lacks(keptItems)) return work();
    bank.bring(keptItems).then(
      () => this.isConnected && work(),
      () => tellWhy(this, "notLoaded"),
    );
  }

  /** The questions of the form, in its order. */
  get questions() {
    return this.#record ? this.#sitting.drawn.map(({ node }) => node) : super.questions;
  }

  /** Made once it is needed: by then its questions stand in the page. @returns {Sitting} */
  get #sitting() {
    return (this.#taken ??= new Sitting(this));
  }

  /** The form in view, under way or finished. @returns {TestRecord | null} */
  get #record() {
    return this.#taken?.record ?? null;
  }

  get #isUnderWay() {
    return this.#record?.finished === 0;
  }

  /** An address that names another form than the one in view. */
  #followAddress() {
    const seed = readSeed(location.hash);
    if (seed && seed !== this.#record?.seed) this.restore();
  }

  /** @param {Event} event */
  #press(event) {
    const wanted = this.wantedBy(event);
    const action = readAction(event);
    if (wanted && this.view === "result") openQuestion(wanted);
    else if (wanted) this.#moveTo(wanted);
    else if (action === "start") void this.#start(readSeed(location.hash));
    else if (action === "new") void this.#startAnew("");
    else if (action === "retry") this.#retry();
    else if (this.#isUnderWay) this.#pressUnderWay(action);
  }

  /** @param {string | null | undefined} action */
  #pressUnderWay(action) {
    if (action === "back") this.#moveTo(this.questions[this.index - 1]);
    else if (action === "next") this.#moveTo(this.questions[this.index + 1]);
    else if (action === "flag") this.#flag();
    else if (action === "list") this.#toggleList();
    else if (action === "finish") this.#finish();
    else if (action === "finish-now") this.#end();
  }

  /**
   * A question under way hears nothing of what is done in it: there is no draft, no verdict and no attempt before the
   * end.
   * @param {Event} event
   */
  #hear(event) {
    event.stopPropagation();
    if (event.type !== "change") return event.preventDefault();
    const node = event.target instanceof Element ? event.target.closest(".recall-item") : null;
    const question = this.#sitting.drawn.find((each) => each.node === node);
    if (!question) return;
    this.#hush();
    this.#tellOf(this.#sitting.respond(question));
    this.refresh();
  }

  /**
   * Begin, unless a form is there already: also one of which the store, or the data of the site, tells late.
   * @param {string} seed empty for a new one
   */
  async #start(seed) {
    const rest = this.#showBusy("start");
    await siteStore().ready;
    await this.#sitting.bank.bring(this.#sitting.keptItems).catch(() => null);
    if (!this.#record) this.#restore();
    if (!this.#record) await this.#startAnew(seed);
    rest();
  }

  /** @param {string} wanted seed; empty for a new one */
  async #startAnew(wanted) {
    const before = this.#record;
    const rest = this.#showBusy("new");
    const drawn = await this.#sitting.drawSoon(wanted).catch(() => null);
    rest();
    if (!this.isConnected || this.#record !== before) return;
    if (!drawn?.form) return this.#refuse(drawn ? "tooSmall" : "notLoaded");
    this.#begin(this.#sitting.begin(drawn.form, drawn.seed));
    nameInAddress(`#seed=${drawn.seed}`);
  }

  /**
   * A button shows that it was pressed while there is something to wait for.
   * @param {string} action of the button
   * @returns {() => void} what ends it
   */
  #showBusy(action) {
    const pressed = this.querySelector(`[data-recall-do="${action}"]`);
    pressed?.setAttribute("aria-busy", "true");
    return () => pressed?.removeAttribute("aria-busy");
  }

  #retry() {
    this.#begin(this.#sitting.beginRetry());
    if (readSeed(location.hash)) nameInAddress(location.href.replace(/#.*/, ""));
  }

  /** @param {TestRecord} record of a new form */
  #begin(record) {
    this.#open(record);
    this.#moveTo(this.questions[0]);
  }

  /**
   * Lay a form out and show it where its reader is.
   * @param {TestRecord} record
   */
  #open(record) {
    this.#hush();
    this.#sitting.open(record);
    this.querySelector(".recall-end")?.replaceChildren();
    if (location.hash === "" && !record.retry) nameInAddress(`#seed=${record.seed}`);
    if (record.finished > 0) return this.#showResult();
    this.#showResponses();
    const [at] = this.#sitting.bank.pick([record.at]);
    this.showView("run");
    if (at) this.showQuestion(at.node);
    this.refresh();
  }

  #showResponses() {
    const { drawn, record } = this.#sitting;
    for (const { node, item } of drawn) node.choose(record?.responses[item.id] ?? []);
  }

  /** Back to the start panel. */
  clear() {
    this.#hush();
    this.#sitting.close();
    this.querySelector(".recall-end")?.replaceChildren();
    this.showView("");
  }

  /**
   * There is no form to begin: the start panel says why.
   * @param {import("./start-panel.js").Why} why
   */
  #refuse(why) {
    this.clear();
    tellWhy(this, why);
    const reason = this.querySelector(".recall-start")?.querySelector("p");
    if (reason) this.readOnAt(reason);
  }

  /** @param {HTMLElement | undefined} node */
  #moveTo(node) {
    const question = this.#sitting.drawn.find((each) => each.node === node);
    if (!node || !question) return;
    this.#hush();
    this.showView("run");
    this.#tellOf(this.#sitting.moveTo(question.item.id));
    this.goTo(node);
    this.refresh();
  }

  #toggleList() {
    this.#hush();
    this.showView(this.view === "list" ? "run" : "list");
    if (this.view === "list") this.showList(this.#sitting.marks);
    this.refresh();
  }

  #flag() {
    this.#tellOf(this.#sitting.flag());
    this.refresh();
  }

  /** Name what is unanswered before it counts as missed. */
  #finish() {
    const open = this.#sitting.unanswered;
    const [first] = open;
    if (first === undefined) return this.#end();
    const number = (this.#record?.items.indexOf(first) ?? 0) + 1;
    const go = button("recall-button", say("test.goTo", { number }));
    go.dataset.recallGo = `${number}`;
    const actions = element("p", "recall-choice");
    actions.append(button("recall-button recall-check", say("test.finish"), "finish-now"), " ", go);
    const status = this.#status;
    if (status)
      this.#announcer.say(status, verdictPanel("notice", say("test.unanswered", { n: open.length }), [actions]));
    this.#toggle("finish", false);
    go.focus();
  }

  #end() {
    this.#hush();
    this.#tellOf(this.#sitting.end());
    this.#showResult();
    /** @type {HTMLElement | null} */
    const title = this.querySelector(".recall-end .recall-title");
    if (title) this.readOnAt(title);
  }

  #showResult() {
    const { answers, bank, isSecure: secure, drawn } = this.#sitting;
    const { finished = 0, retry = false, responses = {} } = this.#record ?? {};
    for (const { node, item, changed } of answers) node.showResponse(responses[item.id] ?? [], changed);
    const content = resultView({ retry, finished, answers, study: makeReadingList(this, bank, drawn), secure });
    this.querySelector(".recall-end")?.replaceChildren(content);
    this.showView("result");
  }

  /** @param {import("../store/store.js").Trouble | null} trouble of a save */
  #tellOf(trouble) {
    if (trouble) showNotice(this, trouble);
  }

  /** @returns {HTMLElement | null} */
  get #status() {
    return this.querySelector(":scope > .recall-status");
  }

  /** Take the notice back. */
  #hush() {
    const status = this.#status;
    if (!status?.hasChildNodes()) return;
    this.#announcer.flush();
    status.replaceChildren();
    this.refresh();
  }

  /**
   * @param {string} action of a button
   * @param {boolean} shown
   * @returns {HTMLElement | null} the button
   */
  #toggle(action, shown) {
    /** @type {HTMLElement | null} */
    const found = this.querySelector(`[data-recall-do="${action}"]`);
    if (found) found.hidden = !shown;
    return found;
  }
}

/** Tests that are not begun say whether they can be. */
export function showTests() {
  for (const test of document.querySelectorAll("recall-test:not([data-recall-form])")) {
    if (test instanceof RecallTestElement) test.showWhetherEnough();
  }
}

/** @param {HTMLElement} node in a result */
function openQuestion(node) {
  const details = node.closest("details.recall-question");
  details?.setAttribute("open", "");
  details?.querySelector("summary")?.focus();
}
