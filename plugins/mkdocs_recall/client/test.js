// A test: a form drawn from its bank, one question at a time and no feedback before its end; then the result.

import { Announcer } from "./announcer.js";
import { TestBank, choose, isRight, responseOf } from "./bank.js";
import { byId, drawForm, formOf, isEnough } from "./form.js";
import { actionOf, showNotice } from "./item.js";
import { nameInAddress } from "./links.js";
import { isSecure } from "./mastery.js";
import { answerIn, sessionOf, strongForms, tierAt } from "./past.js";
import { readTest, unansweredOf } from "./record.js";
import { resultView } from "./result.js";
import { newSeed, seedOf } from "./seed.js";
import { RecallSetElement } from "./set.js";
import { siteStore } from "./site.js";
import { TEST_WORDS, goToQuestion, unanswered } from "./testwords.js";
import { button, element, verdictPanel } from "./verdict.js";

/**
 * @typedef {import("./record.js").TestRecord} TestRecord
 * @typedef {import("./bank.js").Question} Question
 */

export class RecallTestElement extends RecallSetElement {
  #announcer = new Announcer();
  /** @type {TestBank | null} */
  #read = null;
  /** The form in view, under way or finished. @type {TestRecord | null} */
  #record = null;
  /** Whether the form in view is not the one that is kept, because it could not be. */
  #unsaved = false;

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
    if (event.type === "hashchange") this.#follow();
    else if (event.type === "click") this.#press(event);
    else if (this.#record?.finished === 0) this.#hear(event);
  }

  /** The form that is kept comes back, unless the address names another. */
  restore() {
    const record = this.#kept;
    const seed = seedOf(location.hash);
    const wanted = record && (seed === "" || seed === record.seed) ? record : null;
    if (wanted?.session === this.#record?.session) return;
    if (wanted) this.#open(wanted);
    else this.clear();
  }

  /** The form that is kept is the one in view; its reader stays where they are in it. */
  follow() {
    const [kept, record] = [this.#kept, this.#record];
    if (!record) return this.restore();
    if (this.#unsaved) return;
    if (!kept) return this.clear();
    if (kept.session !== record.session || kept.finished !== record.finished) return this.#open(kept);
    if (kept.finished > 0) return;
    this.#record = { ...kept, at: record.at };
    for (const { page, item } of this.#questions) choose(page, kept.responses[item.id] ?? []);
  }

  refresh() {
    const { index, view } = this;
    if (!this.#record || this.#record.finished > 0) return;
    const [list, last] = [view === "list", index === this.pages.length - 1];
    this.showCircles(this.#marks, index);
    this.#toggle("back", !list);
    this.#toggle("next", !list && !last);
    this.#toggle("finish", list || last);
    const flag = this.#toggle("flag", !list);
    if (flag) flag.textContent = this.#record.flags.includes(this.#record.at) ? TEST_WORDS.unflag : TEST_WORDS.flag;
  }

  /**
   * @param {HTMLElement} page
   * @returns {boolean}
   */
  showLinked(page) {
    const details = page.closest("details.recall-question");
    details?.setAttribute("open", "");
    return details !== null;
  }

  /**
   * Show the form as a worksheet: also one that is not begun, where the address names it.
   * @returns {() => void} what brings the page back
   */
  toPaper() {
    const seed = seedOf(location.hash);
    const form = this.#record || !seed ? null : this.#draw(seed);
    if (form) {
      this.#bank.layOut(form, { seed, retry: false });
      return () => this.#bank.putBack();
    }
    const places = this.pages.map((page) => page.closest("details.recall-question"));
    if (this.view === "result") this.querySelector(".recall-items")?.prepend(...this.pages);
    return () => this.pages.forEach((page, index) => places[index]?.append(page));
  }

  /** Where faulty questions leave the bank too small for a form, say so in place of the button. */
  showWhetherEnough() {
    const told = this.querySelector(".recall-start > p");
    if (!told || isEnough(this.#mix, (rank) => this.querySelectorAll(`recall-mcq[data-recall-rank="${rank}"]`).length)) return;
    told.textContent = TEST_WORDS.tooSmall;
    this.#toggle("start", false);
  }

  /** A link to a test leads to its first question, unless a form is kept. */
  begin() {
    void this.#whenReady(() => {
      if (!this.#record && !this.#kept) this.#start(this.#newSeed());
    });
  }

  /**
   * A form is not begun before it is known what there is already. Meanwhile the button shows that it was pressed.
   * @param {() => void} work
   */
  async #whenReady(work) {
    const start = this.querySelector('[data-recall-do="start"]');
    start?.setAttribute("aria-busy", "true");
    await siteStore().ready;
    start?.removeAttribute("aria-busy");
    work();
  }

  /** The questions of the form, in its order. */
  get pages() {
    return this.#record ? this.#questions.map(({ page }) => page) : super.pages;
  }

  get #questions() {
    return this.#bank.pick(this.#record?.items ?? []);
  }

  get #bank() {
    return (this.#read ??= new TestBank(this));
  }

  /** @returns {TestRecord | null} */
  get #kept() {
    const store = siteStore();
    return readTest(this.ids.map((id) => store.kept("t", id)).find((found) => found !== null), this.#bank.items);
  }

  get #marks() {
    const { responses = {}, flags = [] } = this.#record ?? {};
    return this.#questions.map(({ item: { id } }) => {
      return { state: responses[id]?.length ? /** @type {const} */ ("answered") : null, flagged: flags.includes(id) };
    });
  }

  /** An address that names another form than the one in view. */
  #follow() {
    const seed = seedOf(location.hash);
    if (seed && seed !== this.#record?.seed) this.restore();
  }

  /** @param {Event} event */
  #press(event) {
    const wanted = this.wantedBy(event);
    const action = actionOf(event);
    if (wanted && this.view === "result") openQuestion(wanted);
    else if (wanted) this.#moveTo(wanted);
    else if (action === "start") void this.#whenReady(() => this.#record ?? this.#start(seedOf(location.hash) || this.#newSeed()));
    else if (action === "new") this.#start(this.#newSeed());
    else if (action === "retry") this.#retry();
    else if (this.#record?.finished === 0) this.#pressUnderWay(action);
  }

  /** @param {string | null | undefined} action */
  #pressUnderWay(action) {
    if (action === "back") this.#moveTo(this.pages[this.index - 1]);
    else if (action === "next") this.#moveTo(this.pages[this.index + 1]);
    else if (action === "flag") this.#flag();
    else if (action === "list") this.#toggleList();
    else if (action === "finish") this.#finish();
    else if (action === "finish-now") this.#end();
  }

  /**
   * A question under way hears nothing of what is done in it: there is no draft, no verdict and no attempt before the end.
   * @param {Event} event
   */
  #hear(event) {
    event.stopPropagation();
    if (event.type !== "change") return event.preventDefault();
    const page = event.target instanceof Element ? event.target.closest("recall-mcq") : null;
    const question = this.#questions.find((each) => each.page === page);
    if (!question) return;
    this.#hush();
    this.#keep({ responses: { ...this.#record?.responses, [question.item.id]: responseOf(question.page) } });
    this.refresh();
  }

  /** @param {string} seed */
  #start(seed) {
    const form = this.#draw(seed);
    if (!form) return this.#refuse();
    this.#begin(form, seed, false);
    nameInAddress(`#seed=${seed}`);
  }

  /** A form of what was missed. It is for practice: no address names it, and it gives no verdict. */
  #retry() {
    const missed = this.#answers.filter(({ right }) => !right).map(({ item }) => item);
    const seed = newSeed([], Math.random);
    this.#begin(formOf(missed, seed), seed, true);
    if (seedOf(location.hash)) nameInAddress(location.href.replace(/#.*/, ""));
  }

  /**
   * @param {import("./form.js").Form} form
   * @param {string} seed
   * @param {boolean} retry
   */
  #begin(form, seed, retry) {
    const session = sessionOf(seed, siteStore().now());
    const last = (this.#record ?? this.#kept)?.last ?? null;
    this.#open({ ...form, seed, session, responses: {}, flags: [], at: form.items[0] ?? "", retry, finished: 0, last });
    this.#moveTo(this.pages[0]);
  }

  /**
   * Lay a form out and show it where its reader is.
   * @param {TestRecord} record
   */
  #open(record) {
    this.#hush();
    this.#bank.layOut(record, record);
    this.#record = record;
    this.querySelector(".recall-end")?.replaceChildren();
    if (location.hash === "" && !record.retry) nameInAddress(`#seed=${record.seed}`);
    if (record.finished > 0) return this.#showResult();
    for (const { page, item } of this.#questions) choose(page, record.responses[item.id] ?? []);
    const [at] = this.#bank.pick([record.at]);
    this.showView("run");
    if (at) this.showPage(at.page);
    this.refresh();
  }

  /** Back to the start panel. */
  clear() {
    this.#hush();
    this.#bank.putBack();
    this.#record = null;
    this.querySelector(".recall-end")?.replaceChildren();
    this.showView("");
  }

  /** @param {string} seed */
  #draw(seed) {
    return drawForm(this.#bank.items, this.#mix, seed);
  }

  /** How many questions of each rank a form has. */
  get #mix() {
    return (this.dataset.recallMix ?? "").split(",").map((wanted) => Math.max(0, Math.trunc(Number(wanted)) || 0));
  }

  /** A seed for this reader: what was seen lately is drawn last. */
  #newSeed() {
    const store = siteStore();
    const pages = byId(this.#bank.items).flatMap(({ id }) => this.#bank.pick([id])).map(({ page }) => page);
    const now = store.now();
    return newSeed(pages.map(({ ids, rev }) => tierAt(store.entries(ids), rev, now)), Math.random);
  }

  /** There is no form to begin: the start panel says why. */
  #refuse() {
    this.clear();
    this.showWhetherEnough();
    const told = this.querySelector(".recall-start")?.querySelector("p");
    if (told) this.readOnAt(told);
  }

  /** @param {HTMLElement | undefined} page */
  #moveTo(page) {
    const question = this.#questions.find((each) => each.page === page);
    if (!page || !question) return;
    this.#hush();
    this.showView("run");
    this.#keep({ at: question.item.id });
    this.goTo(page);
    this.refresh();
  }

  #toggleList() {
    this.#hush();
    this.showView(this.view === "list" ? "run" : "list");
    if (this.view === "list") this.showList(this.#marks);
    this.refresh();
  }

  #flag() {
    const { at = "", flags = [] } = this.#record ?? {};
    this.#keep({ flags: flags.includes(at) ? flags.filter((id) => id !== at) : [...flags, at] });
    this.refresh();
  }

  /** Name what is unanswered before it counts as missed. */
  #finish() {
    const open = this.#record ? unansweredOf(this.#record) : [];
    const [first] = open;
    if (first === undefined) return this.#end();
    const number = (this.#record?.items.indexOf(first) ?? 0) + 1;
    const go = button("recall-button", goToQuestion(number));
    go.dataset.recallGo = `${number}`;
    const actions = element("p", "recall-choice");
    actions.append(button("recall-button recall-check", TEST_WORDS.finish, "finish-now"), " ", go);
    const status = this.#status;
    if (status) this.#announcer.say(status, verdictPanel("notice", unanswered(open.length), [actions]));
    this.#toggle("finish", false);
    go.focus();
  }

  #end() {
    const { session = "", items = [], retry = false, last = null } = this.#record ?? {};
    const finished = siteStore().now();
    const ranks = this.#questions.map(({ item }) => item.rank);
    this.#hush();
    this.#keep({ finished, last: retry ? last : { session, finished, items, ranks } });
    for (const { page, item } of this.#questions) this.#recordAttempt(page, item.id);
    this.#showResult();
    /** @type {HTMLElement | null} */
    const title = this.querySelector(".recall-end .recall-title");
    if (title) this.readOnAt(title);
  }

  /**
   * @param {Question["page"]} page
   * @param {string} id
   */
  #recordAttempt(page, id) {
    const { session = "", responses = {}, retry } = this.#record ?? {};
    const options = responses[id] ?? [];
    const outcome = isRight(page, options) ? "right" : "wrong";
    page.record({ kind: "attempt", outcome, options }, [], () => {}, { context: retry ? "practice" : "test", session, help: [] });
  }

  #showResult() {
    const { finished = 0, retry = false, seed = "", responses = {} } = this.#record ?? {};
    const store = siteStore();
    const answers = this.#answers;
    const strong = strongForms(this.#bank.questions.map(({ page, item: { rank } }) => ({ rank, rev: page.rev, entries: store.entries(page.ids) })));
    for (const { page, item, changed } of answers) page.showResponse(responses[item.id] ?? [], changed);
    const content = resultView({ retry, finished, answers, study: this.#study, secure: isSecure({ seed, time: finished }, strong) });
    this.querySelector(".recall-end")?.replaceChildren(content);
    this.showView("result");
  }

  get #answers() {
    const { finished = 0, session = "", responses = {} } = this.#record ?? {};
    return this.#questions.map(({ page, item }) => {
      const answer = answerIn(siteStore().entries(page.ids), { session, finished, rev: page.rev });
      const right = answer.changed ? answer.right : isRight(page, responses[item.id] ?? []);
      return { page, item, rank: item.rank, objective: item.objective, ...answer, right };
    });
  }

  get #study() {
    return [...this.querySelectorAll(".recall-study > li")].flatMap((row) => {
      const link = row.querySelector("a");
      return link ? [{ objective: row.getAttribute("data-recall-objective") ?? "", link }] : [];
    });
  }

  /** @param {Partial<TestRecord>} changes */
  #keep(changes) {
    if (!this.#record) return;
    this.#record = { ...this.#record, ...changes };
    const trouble = siteStore().keep("t", this.setId, { ...this.#record, page: location.pathname });
    this.#unsaved = trouble !== null;
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

/** @param {HTMLElement} page in a result */
function openQuestion(page) {
  const details = page.closest("details.recall-question");
  details?.setAttribute("open", "");
  details?.querySelector("summary")?.focus();
}
