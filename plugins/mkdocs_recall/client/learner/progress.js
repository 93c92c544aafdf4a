// <recall-progress>: how the reader stands with the topics of the site, and what is kept of it. On the page of a topic
// it is one line. Whatever other tabs do shows here too.

import { chooseTests, chooseTopics, findAnswered, groupTopics } from "../core/manifest.js";
import { mergeRecords, newIn } from "../core/records.js";
import { Announcer } from "../dom/announcer.js";
import { element } from "../dom/elements.js";
import { loadPart } from "../dom/parts.js";
import { keepDue } from "../items/due/due-badge.js";
import { readAction } from "../items/item.js";
import { downloadReminder } from "../progress/download-reminder.js";
import { dueView } from "../progress/due-view.js";
import { makeExportReminder } from "../progress/export-reminder.js";
import { forecastDue } from "../progress/forecast.js";
import { findPastTests } from "../progress/past-tests.js";
import { askToPersist } from "../progress/persistence.js";
import { findStudyDays } from "../progress/study-days.js";
import { reviewAddress, siteName, siteStore } from "../store/site-store.js";
import { StoreAdmin } from "../store/store-admin.js";
import { LIMITS, readImport } from "../store/progress-file.js";
import { say } from "../ui/say.js";
import { healthLines, keepingView, lineView, overview } from "./progress-view.js";
import { loadSite } from "./site-manifest.js";
import { findStanding, findWideResults } from "./standings.js";
import { sayImported, sayRefusal } from "./wording.js";

/**
 * @typedef {import("../core/manifest.js").Topic} Topic
 * @typedef {import("./standings.js").Reader} Reader
 */

/** What confirms a reset besides the site's name. */
const RESET = "reset";

export class RecallProgressElement extends HTMLElement {
  #announcer = new Announcer();
  #store = siteStore();
  #site = siteName();
  #unsubscribe = () => {};
  /** Address of the site. */
  #root = "";
  /** Names of the site that confirm a reset. @type {string[]} */
  #names = [];
  /** None where the manifest could not be loaded. @type {import("../core/manifest.js").Manifest | null} */
  #manifest = null;
  /** None likewise. @type {Topic[] | null} */
  #topics = null;
  /** Cards that are due on each of the next days, as they are shown. @type {readonly number[]} */
  #due = [];

  connectedCallback() {
    for (const type of ["click", "change", "submit"]) this.addEventListener(type, this);
    [this.#store, this.#site] = [siteStore(), siteName()];
    this.#unsubscribe = this.#store.subscribe(() => this.#refresh());
    void this.#open();
  }

  disconnectedCallback() {
    this.#unsubscribe();
    this.#announcer.flush();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "change") void this.#import(event.target);
    else if (event.type === "submit") this.#reset(event);
    else if (readAction(event) === "import") this.#file?.click();
    else if (readAction(event) === "remind") this.#remind();
  }

  get #admin() {
    return new StoreAdmin(this.#store);
  }

  get #topic() {
    return this.dataset.recallTopic ?? "";
  }

  /** @returns {HTMLInputElement | null} */
  get #file() {
    return this.querySelector('input[type="file"]');
  }

  async #open() {
    const past = this.#topic ? null : loadPart("past").catch(() => {});
    const [{ manifest, root }] = await Promise.all([loadSite(this.dataset), past]);
    this.#root = root;
    const under = this.dataset.recallUnder ?? "";
    this.#manifest = manifest && { ...manifest, tests: chooseTests(manifest.tests, under) };
    this.#topics = manifest && chooseTopics(groupTopics(manifest.pages, manifest.tests), this.#topic, under);
    /** A site without a name must not be reset by an empty field. */
    this.#names = [RESET, this.#site, manifest?.name ?? ""].filter(Boolean);
    if (!this.isConnected) return;
    this.#build();
    await this.#store.ready;
    this.#refresh();
  }

  #build() {
    const topics = element("div", "recall-topics");
    this.replaceChildren(topics, ...(this.#topic ? [] : [keepingView([RESET, this.#site])]));
    this.#refresh();
  }

  /** Show what is kept by now. What has focus keeps it. */
  #refresh() {
    const topics = this.querySelector(".recall-topics");
    if (!this.isConnected || !topics) return;
    const active = document.activeElement;
    const focused = active instanceof HTMLAnchorElement && topics.contains(active) ? active.href : "";
    topics.replaceChildren(...this.#shown());
    if (focused) [...topics.querySelectorAll("a")].find(({ href }) => href === focused)?.focus();
    this.querySelector(".recall-health")?.replaceChildren(...this.#health());
    this.toggleAttribute("data-recall-none", this.#admin.records().length === 0);
  }

  /** What is kept, and a reminder to export it. @returns {HTMLElement[]} */
  #health() {
    const reminder = makeExportReminder({ exports: false });
    return [...healthLines(this.#admin.health()), ...(reminder ? [reminder] : [])];
  }

  /** @returns {HTMLElement[]} */
  #shown() {
    if (!this.#topics || !this.#manifest)
      return this.#topic ? [] : [element("p", "recall-told", say("progress.notLoaded"))];
    const store = this.#store;
    const record = keepDue(findAnswered(this.#manifest.pages, store.items()));
    const reader = readOnce(store);
    const now = store.now();
    const stood = this.#topics.map((topic) => ({ topic, standing: findStanding(topic, reader, now) }));
    if (this.#topic) return stood.map(lineView);
    return overview(stood, findWideResults(this.#manifest, reader), {
      root: this.#root,
      now,
      before: reviewAddress() ? [this.#showDue(record, now)] : [],
      pastTests: this.#pastTests(reader),
      days: findStudyDays(this.#readLogs(reader), now),
    });
  }

  /** The logs of the items of all topics. @param {Reader} reader */
  #readLogs({ stored, entries }) {
    const items = this.#topics?.flatMap((topic) => topic.items) ?? [];
    return items.filter(({ ids }) => ids.some((id) => stored.has(id))).map(({ ids }) => entries(ids));
  }

  /**
   * @param {import("../items/due/due-record.js").DueRecord} record
   * @param {number} now
   */
  #showDue({ cap, items }, now) {
    const mine = new Set(this.#topics?.flatMap((topic) => topic.items.map(({ id }) => id)));
    const shown = new Map([...items].filter(([id]) => mine.has(id)));
    const forecast = forecastDue({ cap, items: shown }, now);
    this.#due = forecast.days;
    return dueView(forecast, { now, cap });
  }

  /**
   * What finds the past tests of a topic, or of a test over several pages. Logs of items that are gone are read once.
   * @param {Reader} reader
   */
  #pastTests(reader) {
    const all = this.#manifest?.pages.flatMap(({ items }) => items) ?? [];
    const known = new Set(all.flatMap(({ ids }) => ids));
    const gone = [...reader.stored].filter((id) => !known.has(id)).map((id) => ({ id, entries: reader.entries([id]) }));
    /** @param {readonly import("../core/manifest.js").ManifestItem[]} items */
    const logsOf = (items) =>
      items
        .filter(({ ids }) => ids.some((id) => reader.stored.has(id)))
        .map((item) => ({ item, entries: reader.entries(item.ids) }));
    /** @param {import("./progress-view.js").Stood | import("./progress-view.js").Wide} of */
    return (of) => {
      if ("test" in of && "last" in of) return findPastTests({ bank: logsOf(all), gone, tests: of.test.ids });
      const { decks, items } = of.topic;
      const found = decks.flatMap((test) => {
        return findPastTests({ bank: logsOf(items.filter(({ deck }) => deck === test)), gone, tests: null });
      });
      return found.sort((a, b) => a.time - b.time);
    };
  }

  #remind() {
    const review = reviewAddress() && new URL(reviewAddress(), document.baseURI).href;
    downloadReminder(this.#due, { now: this.#store.now(), title: this.#manifest?.name ?? "", url: review });
  }

  /** @param {EventTarget | null} input */
  async #import(input) {
    const file = input === this.#file ? this.#file?.files?.[0] : null;
    if (!file) return;
    const fits = file.size <= LIMITS.size;
    const text = fits ? await file.text().catch(() => null) : null;
    /** The same file can be chosen again. */
    if (this.#file) this.#file.value = "";
    /** @type {"unreadable" | "size"} */
    const error = fits ? "unreadable" : "size";
    askToPersist();
    const read = text === null ? { error } : readImport(text, this.#site, Date.now());
    this.#say("error" in read ? sayRefusal(read) : this.#take(read.records));
    this.#refresh();
  }

  /**
   * @param {readonly import("../core/merge.js").Kept[]} records
   * @returns {string} what came of it
   */
  #take(records) {
    const before = this.#admin.records();
    const merged = mergeRecords(before, records);
    const { entries, others } = newIn(before, merged);
    const trouble = entries + others > 0 ? this.#admin.merge(records) : null;
    return trouble ? say(`notice.${trouble}`) : sayImported(entries, others);
  }

  /** @param {Event} event */
  #reset(event) {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    const input = form.querySelector("input");
    const typed = input?.value.trim().toLowerCase() ?? "";
    if (!this.#names.some((name) => name.toLowerCase() === typed)) return this.#say(say("progress.notTyped"));
    form.reset();
    const trouble = this.#admin.clear();
    this.#say(trouble ? say(`notice.${trouble}`) : say("progress.cleared"));
    this.#refresh();
  }

  /** @param {string} words */
  #say(words) {
    /** @type {HTMLElement | null} */
    const status = this.querySelector(".recall-status");
    const content = new DocumentFragment();
    content.append(element("p", "recall-told", words));
    if (status) this.#announcer.say(status, content);
  }
}

/**
 * What is kept, each log read once.
 * @param {import("../store/store.js").Store} store
 * @returns {Reader}
 */
function readOnce(store) {
  /** @type {Map<string, readonly import("../core/log.js").Entry[]>} */
  const logs = new Map();
  return {
    stored: store.items(),
    test: (id) => store.kept("t", id),
    entries: (ids) => {
      const key = ids.join(" ");
      const log = logs.get(key) ?? store.entries([...ids]);
      logs.set(key, log);
      return log;
    },
  };
}
