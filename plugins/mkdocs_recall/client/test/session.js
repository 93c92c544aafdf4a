// A test as it is taken: the form in progress or the last one finished, what is kept of it, and what its end records.

import { fields, text, texts } from "../core/log.js";
import { groupTopics } from "../core/manifest.js";
import { isSecure } from "../core/mastery.js";
import { answerIn } from "../core/test-history.js";
import { formOfSeed, sessionOf, strongForms, tierAt } from "../core/test-forms.js";
import { nameInAddress } from "../dom/address.js";
import { judgeForm } from "../sets/past-forms.js";
import { siteStore } from "../store/site-store.js";
import { arrangeForm, byId, drawForm } from "./forms/draw-form.js";
import { makePastRecord, readPastForms } from "./past-tests.js";
import { drawPlacement } from "./forms/placement-form.js";
import { fitSeed, newSeed } from "./forms/seed.js";
import { TestBank } from "./test-bank.js";
import { findUnanswered, readTest, writeTest } from "./test-record.js";

/**
 * @typedef {import("./test-record.js").TestRecord} TestRecord
 * @typedef {import("./test-bank.js").BankQuestion} BankQuestion
 * @typedef {import("./forms/draw-form.js").Form} Form
 * @typedef {import("../sets/past-forms.js").PastForm} PastForm
 */

/**
 * @typedef {object} Site
 * @property {readonly import("../core/manifest.js").ManifestPage[]} pages
 * @property {string} root its address
 */

export class Sitting {
  #ids;
  #mix;
  #per;
  /** The form in view, in progress or finished. @type {TestRecord | null} */
  #record = null;
  /** Why the form in view is not the one that is kept. @type {import("../store/store.js").Trouble | null} */
  #trouble = null;
  /** Whether the form in view was finished before the one that is kept. */
  isPast = false;

  /** @param {import("../sets/base-set.js").RecallSetElement} test before any form was laid out */
  constructor(test) {
    this.#ids = test.ids;
    this.#mix = readMix(test);
    this.#per = readPer(test);
    this.bank = new TestBank(test);
  }

  get record() {
    return this.#record;
  }

  get setId() {
    return this.#ids[0];
  }

  /** Whether the form in view could not be kept. */
  get isUnsaved() {
    return this.#trouble !== null;
  }

  /** The questions of the form, in its order. @returns {BankQuestion[]} */
  get drawn() {
    return this.bank.pick(this.#record?.items ?? []);
  }

  /** The form that is kept, whatever is in view: as far as its questions are here. @returns {TestRecord | null} */
  get kept() {
    return readTest(this.#stored, this.bank.items);
  }

  /** Ids of the questions of the form that is kept. */
  get keptItems() {
    return texts(fields(this.#stored).items);
  }

  get #stored() {
    const store = siteStore();
    return this.#ids.map((id) => store.kept("t", id)).find((found) => found !== null);
  }

  /** What is known of each question while the form is in progress. @returns {import("../sets/base-set.js").Mark[]} */
  get marks() {
    const { responses = {}, flags = [] } = this.#record ?? {};
    return this.drawn.map(({ item: { id } }) => ({
      state: responses[id]?.length ? "answered" : null,
      flagged: flags.includes(id),
    }));
  }

  /** Ids of the questions that have no response. */
  get unanswered() {
    return this.#record ? findUnanswered(this.#record) : [];
  }

  /** The form in view, finished: how it came out. Its questions show how they were answered. */
  get result() {
    const { answers, gone, running, isSecure: secure } = this;
    const { finished = 0, retry = false, responses = {} } = this.#record ?? {};
    for (const { node, item, changed } of answers) node.showResponse(responses[item.id] ?? [], changed);
    return { retry, finished, answers, secure, gone, running };
  }

  /** The address names the form in view, or none where that is a retry. */
  nameInAddress() {
    const { seed = "", retry = false } = this.#record ?? {};
    if (!retry) nameInAddress(`#seed=${seed}`);
    else if (/^#(seed|result)=/.test(location.hash)) nameInAddress(location.href.replace(/#.*/, ""));
  }

  /** How the questions of a finished form were answered. */
  get answers() {
    const { finished = 0, session = "", responses = {}, flags = [] } = this.#record ?? {};
    return this.drawn.map(({ node, item }) => {
      const answer = answerIn(siteStore().entries(node.ids), { session, finished, rev: node.rev });
      const response = responses[item.id] ?? [];
      const right = answer.changed ? answer.right : node.isRight(response);
      const open = response.length === 0 && !answer.changed;
      return { node, item, rank: item.rank, ...answer, right, open, flagged: flags.includes(item.id) };
    });
  }

  /** Whether a form of another day was strong, too. */
  get isSecure() {
    const { seed = "", finished = 0 } = this.#record ?? {};
    return isSecure({ seed: formOfSeed(seed), time: finished }, this.#strong);
  }

  get #strong() {
    const store = siteStore();
    const known = this.bank.known.map(({ ids, rank, rev }) => ({ rank, rev, entries: store.entries(ids) }));
    return strongForms(known, this.bank.isWide ? this.#ids : undefined);
  }

  /** The form in progress, whatever is in view. */
  get running() {
    const { kept } = this;
    return kept?.finished === 0 ? kept : null;
  }

  /** The finished forms, without retries, the earliest first. */
  get pastForms() {
    return readPastForms(
      this.bank,
      this.bank.isWide ? this.#ids : null,
      text(fields(fields(this.#stored).last).session),
    );
  }

  /** How they came out. */
  get pastTests() {
    const known = this.bank.isOpen ? new Map(this.bank.known.map((item) => [item.id, item])) : null;
    const strong = this.#strong;
    return this.pastForms.map((form) => judgeForm(form, known, strong));
  }

  /**
   * A finished form as a record.
   * @param {PastForm} form whose questions are here
   * @returns {TestRecord}
   */
  recordOf(form) {
    const { kept } = this;
    return kept?.session === form.session && kept.finished > 0
      ? kept
      : makePastRecord(form, this.bank, kept?.last ?? null);
  }

  /** What is known of the questions of a finished form that left the bank since. */
  get gone() {
    const { session, finished = 0, retry } = this.#record ?? {};
    if (finished === 0 || retry || !this.bank.isOpen) return [];
    const known = new Set(this.bank.known.map(({ id }) => id));
    const form = this.pastForms.find((each) => each.session === session);
    return form?.questions.filter(({ id }) => !known.has(id)).map(({ entry }) => entry.outcome === "right") ?? [];
  }

  /** A seed for this reader: what was seen lately is drawn last. */
  newSeed() {
    const store = siteStore();
    const now = store.now();
    return newSeed(
      byId(this.bank.known).map(({ ids, rev }) => tierAt(store.entries(ids), rev, now)),
      Math.random,
    );
  }

  /**
   * Draw a form of all that there is.
   * @param {string} seed
   * @returns {Form | null} null where there is not enough, or where some of it is not here yet
   */
  draw(seed) {
    const form = this.bank.isOpen ? this.#choose(this.#fit(seed)) : null;
    return form && !this.bank.lacks(form.items) ? form : null;
  }

  /**
   * The same, once all of it is here. It is rejected where that cannot be loaded.
   * @param {string} wanted seed, empty for a new one
   */
  async drawSoon(wanted) {
    await this.bank.open();
    const seed = this.#fit(wanted) || this.newSeed();
    await this.bank.bring(this.#choose(seed)?.items ?? []);
    return { seed, form: this.draw(seed) };
  }

  /**
   * @param {string} seed
   * @returns {Form | null}
   */
  #choose(seed) {
    const { items, site } = this.bank;
    if (this.#per > 0) return drawPlacement(items, groupTopics(site.pages), this.#per, seed);
    return drawForm(items, this.#mix, seed);
  }

  /**
   * A seed from an address, without what goes beyond the bank: it draws the same form.
   * @param {string} seed
   */
  #fit(seed) {
    return fitSeed(seed, this.bank.items.length);
  }

  /**
   * A record of a form that nothing was done in yet.
   * @param {Form} form
   * @param {string} seed
   * @param {boolean} [retry]
   * @returns {TestRecord}
   */
  begin(form, seed, retry = false) {
    const session = sessionOf(seed, siteStore().now(), this.bank.isWide ? this.#ids[0] : "");
    const last = (this.#record ?? this.kept)?.last ?? null;
    return {
      ...form,
      seed,
      session,
      responses: {},
      flags: [],
      at: form.items[0] ?? "",
      retry,
      finished: 0,
      last,
    };
  }

  /** A form of what was missed. It is for practice: no address names it, and it gives no verdict. */
  beginRetry() {
    const missed = this.answers.filter(({ right }) => !right).map(({ item }) => item);
    const seed = newSeed([], Math.random);
    return this.begin(arrangeForm(missed, seed), seed, true);
  }

  /**
   * @param {TestRecord} record to be in view from here on
   * @param {boolean} [past] whether another one is kept: this one was finished before
   */
  open(record, past = false) {
    this.bank.layOut(record, record);
    this.#record = record;
    this.isPast = past;
  }

  /** Nothing is in view any more. */
  close() {
    this.bank.putBack();
    this.#record = null;
    this.isPast = false;
  }

  /**
   * Take over what another tab did in the form in view; its reader stays where they are in it.
   * @param {TestRecord} kept
   */
  adopt(kept) {
    if (this.#record) this.#record = { ...kept, at: this.#record.at };
  }

  /** @param {string} at id of the question in view */
  moveTo(at) {
    return this.#keep({ at });
  }

  /** @param {BankQuestion} question as it is answered in the page by now: what was said of another answer is void */
  respond({ node, item }) {
    const { [item.id]: _, ...sure } = this.#record?.sure ?? {};
    const responses = { ...this.#record?.responses, [item.id]: node.response };
    return this.#keep({ responses, ...(this.#record?.sure ? { sure } : {}) });
  }

  /** @param {boolean} sure whether the reader is sure of the answer in view */
  saySure(sure) {
    const { at = "" } = this.#record ?? {};
    return this.#keep({ sure: { ...this.#record?.sure, [at]: sure } });
  }

  /** Flag the question in view, or take its flag. */
  flag() {
    const { at = "", flags = [] } = this.#record ?? {};
    return this.#keep({ flags: flags.includes(at) ? flags.filter((id) => id !== at) : [...flags, at] });
  }

  /** The end: only now do the logs of the questions hear of it. */
  end() {
    const { session = "", items = [], retry = false, last = null } = this.#record ?? {};
    const finished = siteStore().now();
    const ranks = this.drawn.map(({ item }) => item.rank);
    const trouble = this.#keep({ finished, last: retry ? last : { session, finished, items, ranks } });
    for (const question of this.drawn) this.#recordAttempt(question);
    return trouble;
  }

  /** @param {BankQuestion} question */
  #recordAttempt({ node, item }) {
    const { session = "", responses = {}, flags = [], sure = {}, retry } = this.#record ?? {};
    const response = responses[item.id] ?? [];
    const outcome = node.isRight(response) ? "right" : "wrong";
    const said = sure[item.id] === undefined ? {} : { sure: sure[item.id] };
    node.record({ kind: "attempt", outcome, ...node.pack(response), ...said }, [], () => {}, {
      context: retry ? "practice" : "test",
      session,
      help: [],
      ...(flags.includes(item.id) ? { flagged: true } : {}),
    });
  }

  /**
   * @param {Partial<TestRecord>} changes
   * @returns {import("../store/store.js").Trouble | null} why they do not last
   */
  #keep(changes) {
    if (!this.#record) return null;
    this.#record = { ...this.#record, ...changes };
    const written = writeTest(this.#record, this.bank.items);
    this.#trouble = siteStore().keep("t", this.#ids[0], { ...written, page: location.pathname });
    return this.#trouble;
  }
}

/**
 * How many questions of each rank a form has.
 * @param {HTMLElement} test
 */
export function readMix({ dataset: { recallMix = "" } }) {
  return recallMix.split(",").map((wanted) => Math.max(0, Math.trunc(Number(wanted)) || 0));
}

/**
 * How many questions a placement test draws from each topic.
 * @param {HTMLElement} test
 * @returns {number} 0 for a test with a verdict
 */
export function readPer({ dataset: { recallPer = "" } }) {
  return Math.max(0, Math.trunc(Number(recallPer)) || 0);
}
