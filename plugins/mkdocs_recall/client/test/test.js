// A test: a form drawn from its bank, one question at a time and no feedback before its end; then the result.

import { nameInAddress } from "../dom/address.js";
import { readAction } from "../items/item.js";
import { siteStore } from "../store/site-store.js";
import { askToDiscard } from "./ask.js";
import { mayHavePastTests, readResultLink, showPastTests } from "./past-tests.js";
import { placementView } from "./placement.js";
import { makeReadingList } from "./reading-list.js";
import { takeToPaper, openQuestion, resultView } from "./result.js";
import { readResultName, readSeed } from "./forms/seed.js";
import { readPer } from "./session.js";
import { offerRunning, showBusy, showWhetherEnough, tellWhy } from "./start-panel.js";
import { TestRunElement } from "./test-run.js";

/**
 * @typedef {import("./test-record.js").TestRecord} TestRecord
 * @typedef {import("../sets/past-forms.js").PastForm} PastForm
 */

export class RecallTestElement extends TestRunElement {
  /** Runs at the start tag: there are no children yet. */
  connectedCallback() {
    for (const type of ["click", "recall-attempt"]) this.addEventListener(type, this);
    for (const type of ["change", "submit"]) this.addEventListener(type, this, { capture: true });
    window.addEventListener("hashchange", this);
  }

  disconnectedCallback() {
    window.removeEventListener("hashchange", this);
    super.disconnectedCallback();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "hashchange") this.#followAddress();
    else if (event.type === "click") this.#press(event);
    else if (this.isUnderWay) this.hear(event);
  }

  /** The result that the address names comes back, or the form that is kept, unless the address names another. */
  restore() {
    const past = this.#findPast(readResultName(location.hash));
    if (past) void this.#seePast(past);
    else this.#whenHere(() => this.#restore());
  }

  #restore() {
    const { kept } = this.sitting;
    const seed = readSeed(location.hash);
    const wanted = kept && (seed === "" || seed === kept.seed) ? kept : null;
    const other = wanted ? wanted.session !== this.record?.session : this.record;
    if (other) return wanted ? this.#open(wanted) : this.clear();
    if (!wanted) this.#showAround();
  }

  /** The form that is kept is the one in view; its reader stays where they are in it. */
  follow() {
    this.#whenHere(() => this.#follow());
  }

  #follow() {
    const { kept, record, isUnsaved, isPast } = this.sitting;
    if (!record) return this.#restore();
    if (isPast && this.#findPast(record.session)) return this.#showAround();
    if (isUnsaved) return;
    if (!kept) return this.clear();
    if (kept.session !== record.session || kept.finished !== record.finished) return this.#open(kept);
    if (kept.finished > 0) return;
    this.sitting.adopt(kept);
    this.#showResponses();
    this.#showAround();
  }

  /**
   * Show the form as a worksheet: also one that is not begun, where the address names it.
   * @returns {() => void} what brings the page back
   */
  toPaper() {
    const seed = readSeed(location.hash);
    const form = this.record || !seed ? null : this.sitting.draw(seed);
    if (form) {
      this.sitting.bank.layOut(form, { seed, retry: false });
      return () => this.sitting.bank.putBack();
    }
    return takeToPaper(this.questions, this.view === "result" ? this.querySelector(".recall-items") : null);
  }

  /**
   * Where no form can be begun, say so in place of the button. What the address names is made ready, also for paper. Of
   * past tests the logs alone may say.
   */
  showWhetherEnough() {
    showWhetherEnough(this, (seed) => this.sitting.drawSoon(seed));
    if (mayHavePastTests(this)) this.restore();
  }

  /** A link to a test leads to its first question, unless a form is kept. */
  begin() {
    if (!this.record) void this.#start("");
    else if (this.sitting.isPast) this.#continue();
  }

  /**
   * Do something once the questions of the form that is kept are here: at once where they are.
   * @param {() => void} work
   */
  #whenHere(work) {
    const { bank, keptItems } = this.sitting;
    if (!bank.lacks(keptItems)) return work();
    bank.bring(keptItems).then(
      () => this.isConnected && work(),
      () => tellWhy(this, "notLoaded"),
    );
  }

  /** An address that names another form, or another result, than the one in view. */
  #followAddress() {
    const [seed, session] = [readSeed(location.hash), readResultName(location.hash)];
    const past = session === this.record?.session ? null : this.#findPast(session);
    if (past) void this.#seePast(past, true);
    else if (seed && seed !== this.record?.seed) this.restore();
  }

  /** @param {Event} event */
  #press(event) {
    const wanted = this.wantedBy(event);
    const action = readAction(event);
    if (wanted && this.view === "result") openQuestion(wanted);
    else if (wanted) this.moveTo(wanted);
    else if (action === "start") void this.#start(readSeed(location.hash));
    else if (action === "new") void this.#startAnew("");
    else if (action === "retry") this.#retry();
    else if (action === "continue") this.#continue();
    else if (this.isUnderWay && action) this.pressUnderWay(action);
    else this.#pressLink(event);
  }

  /** @param {Event} event a click on a link to a result, or on a button that stands for one, or on anything else */
  #pressLink(event) {
    const past = this.#findPast(readResultLink(event));
    if (!past) return;
    // Instant navigation of a theme would fetch this very page again.
    event.stopPropagation();
    event.preventDefault();
    void this.#seePast(past, true);
  }

  /**
   * Begin, unless a form is there already: also one of which the store, or the data of the site, tells late.
   * @param {string} seed empty for a new one
   */
  async #start(seed) {
    const rest = showBusy(this, "start");
    await siteStore().ready;
    await this.sitting.bank.bring(this.sitting.keptItems).catch(() => null);
    if (!this.record) this.#restore();
    if (!this.record) await this.#startAnew(seed, "start");
    rest();
  }

  /**
   * Begin another form: never in place of one in progress, unless its reader says so.
   * @param {string} wanted seed; empty for a new one
   * @param {string} [action] of the button that was pressed
   * @param {boolean} [sure] whether its reader was asked
   */
  async #startAnew(wanted, action = "new", sure = false) {
    const { running } = this.sitting;
    /** @type {HTMLElement | null} */
    const pressed = this.querySelector(`[data-recall-do="${action}"]`);
    if (running && pressed && !sure)
      return askToDiscard(pressed, running, () => void this.#startAnew(wanted, action, true));
    const before = this.record;
    const rest = showBusy(this, action);
    const drawn = await this.sitting.drawSoon(wanted).catch(() => null);
    rest();
    if (!this.isConnected || this.record !== before) return;
    if (!drawn?.form) return this.#refuse(drawn ? "tooSmall" : "notLoaded");
    this.#begin(this.sitting.begin(drawn.form, drawn.seed));
    nameInAddress(`#seed=${drawn.seed}`);
  }

  #retry() {
    this.#begin(this.sitting.beginRetry());
    this.sitting.nameInAddress();
  }

  /** Go on with the form that is kept, where its reader was. */
  #continue() {
    this.#whenHere(() => {
      const { kept } = this.sitting;
      if (!kept) return this.clear();
      this.#open(kept);
      this.sitting.nameInAddress();
      const [at] = this.sitting.bank.pick([kept.at]);
      if (this.isUnderWay) this.moveTo(at?.node);
      else this.readResult();
    });
  }

  /** @param {string} session @returns {PastForm | null} */
  #findPast(session) {
    return session ? (this.sitting.pastForms.find((form) => form.session === session) ?? null) : null;
  }

  /**
   * Show the result of a finished form, whatever is kept.
   * @param {PastForm} form
   * @param {boolean} [pressed] whether its reader asked for it just now
   */
  async #seePast(form, pressed = false) {
    const { bank, keptItems } = this.sitting;
    const ids = form.questions.map(({ id }) => id);
    const isHere = await bank.bring([...ids, ...keptItems]).then(
      () => true,
      () => false,
    );
    if (!this.isConnected) return;
    if (!isHere) return tellWhy(this, "notLoaded");
    const record = this.sitting.recordOf(form);
    this.#open(record, record.session !== this.sitting.kept?.session);
    nameInAddress(`#result=${form.session}`);
    if (pressed) this.readResult();
  }

  /** @param {TestRecord} record of a new form */
  #begin(record) {
    this.#open(record);
    this.moveTo(this.questions[0]);
  }

  /**
   * Lay a form out and show it where its reader is.
   * @param {TestRecord} record
   * @param {boolean} [past] whether another one is kept
   */
  #open(record, past) {
    this.hush();
    this.sitting.open(record, past);
    this.fillEnd();
    if (location.hash === "" && !record.retry) nameInAddress(`#seed=${record.seed}`);
    this.#showAround();
    if (record.finished > 0) return this.#showResult();
    this.#showResponses();
    this.showView("run");
    for (const { node } of this.sitting.bank.pick([record.at])) this.showQuestion(node);
    this.refresh();
  }

  #showResponses() {
    const { drawn, record } = this.sitting;
    for (const { node, item } of drawn) node.choose(record?.responses[item.id] ?? []);
  }

  /** Back to the start panel. */
  clear() {
    this.hush();
    this.sitting.close();
    this.fillEnd();
    this.showView("");
    this.#showAround();
  }

  /** What is beside the form in view: a way back to the one in progress, and the past tests. */
  #showAround() {
    offerRunning(this, this.record ? null : this.sitting.running);
    showPastTests(this, this.sitting);
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

  end() {
    this.hush();
    this.tellOf(this.sitting.end());
    this.#showResult();
    this.#showAround();
    this.readResult();
  }

  #showResult() {
    const { last = null, retry = false } = this.record ?? {};
    const before = retry ? this.#findPast(last?.session ?? "") : null;
    const { result, bank, drawn } = this.sitting;
    const all = { ...result, study: makeReadingList(this, bank, drawn), last: before?.session ?? "" };
    const view = readPer(this) > 0 ? placementView(all, bank.site) : resultView(all);
    this.fillEnd(view);
    this.showView("result");
  }
}

/** Tests that are not begun say whether they can be. */
export function showTests() {
  for (const test of document.querySelectorAll("recall-test:not([data-recall-form])"))
    if (test instanceof RecallTestElement) test.showWhetherEnough();
}
