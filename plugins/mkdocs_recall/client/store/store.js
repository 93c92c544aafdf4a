// What is kept of a reader's work: the records of one site, on a shelf or in memory.
//
//   recall:SITE:i:ITEM         {"v": 1, "log": [entry, ...]}, append-only
//   recall:SITE:d:ITEM         {"v": 1, "time": ..., ...draft}, the latest wins; of a set: its place and round
//   recall:SITE:t:TEST         {"v": 1, "time": ..., ...form and responses}, the latest wins
//   recall:SITE:bad:ITEM:TIME  a record that could not be read, as it was

import { isEmpty, readDraft } from "../core/drafts.js";
import { readEntries, settleTimes } from "../core/log.js";
import { VERSION, mergeLogs, mergeRecord, writtenAt } from "../core/merge.js";
import { Slots } from "./slots.js";
import { Saver } from "./saver.js";
import { memoryShelf } from "./shelf.js";

/** A time that is ahead of the clock by more milliseconds than this says what the clock said. */
const AHEAD = 60_000;

/**
 * @typedef {"d" | "t"} LatestKind kinds of records of which the latest wins
 * @typedef {import("../core/merge.js").Kept} NamedRecord
 * @typedef {import("../core/merge.js").Kind} Kind
 * @typedef {import("../core/log.js").Entry} Entry
 * @typedef {import("../core/log.js").Fact} Fact
 * @typedef {import("../core/drafts.js").Draft} Draft
 * @typedef {import("./shelf.js").Shelf} Shelf
 * @typedef {import("./slots.js").Slot} Slot
 * @typedef {import("./slots.js").Trouble} Trouble
 *
 * @typedef {object} Sources where time and randomness come from, and turns where several tabs write
 * @property {() => number} now milliseconds since 1970
 * @property {() => string} newId
 * @property {(name: string, work: () => void) => void} [inTurn] work that no other tab does meanwhile
 *
 * @typedef {(kind: Kind, name: string, raw: string | null, before: number) => void} Written told what was written, null
 *   where it was taken away, and the time of what was there
 */

export class Store {
  #slots;
  #lasts;
  #sources;
  /** Told what was written, once a hub keeps the records. @type {Written | null} */
  #toHub = null;
  /**
   * Entries of this page, by item: another tab that wrote at the same time may have taken them away.
   * @type {Map<string, Entry[]>}
   */
  #mine = new Map();
  /** @type {Set<(ids: string[]) => void>} */
  #listeners = new Set();
  #lastTime = 0;
  /** Of the last save. @type {Trouble | null} */
  #trouble = null;

  /** Resolves when the hub has answered; at once where there is none. @type {Promise<void>} */
  ready = Promise.resolve();

  /**
   * Told when a save fails after the page was told that it was made.
   * @type {(trouble: Trouble, name: string) => void}
   */
  onTrouble = () => {};

  /**
   * @param {string} site
   * @param {Shelf | null} shelf null where nothing can be saved
   * @param {Sources} sources
   */
  constructor(site, shelf, sources) {
    this.#slots = new Slots(site, shelf ?? memoryShelf(), sources.now);
    /** For the files beside this one. */
    this.saver = new Saver(this.#slots, sources.now, (...written) => this.#toHub?.(...written));
    this.#lasts = shelf !== null;
    this.#sources = sources;
    this.session = sources.newId();
  }

  /** Ids of the items with a log or a draft. */
  items() {
    return new Set([...this.names("i"), ...this.names("d")]);
  }

  /**
   * @param {Kind} kind
   * @returns {string[]} the names of the records of that kind, also of those that could not be saved
   */
  names(kind) {
    return this.saver.names(kind);
  }

  /** What could not be saved. */
  get unsaved() {
    return this.saver.unsaved.all();
  }

  /** What is stored, key by key. */
  get slots() {
    return this.#slots;
  }

  /** Where records are kept. @returns {"browser" | "hub" | "memory"} */
  get place() {
    if (this.#toHub) return "hub";
    return this.#lasts ? "browser" : "memory";
  }

  /** Why the last save does not outlive the page. */
  get trouble() {
    return this.#lasts ? this.#trouble : "memory";
  }

  /**
   * @param {LatestKind} kind
   * @param {string} name
   * @returns {Slot["record"]} its fields, to be checked one by one
   */
  kept(kind, name) {
    return this.read(kind, name);
  }

  /**
   * A record with what could not be saved of it.
   * @param {Kind} kind
   * @param {string} name
   * @returns {Slot["record"]}
   */
  read(kind, name) {
    return this.saver.read(kind, name);
  }

  /**
   * Keep a record in place of the one before.
   * @param {LatestKind} kind
   * @param {string} name
   * @param {object | null} value null for none
   * @returns {Trouble | null}
   */
  keep(kind, name, value) {
    const time = this.#after(kind, name);
    const made = value && { v: VERSION, ...value, time };
    return this.outcome(this.saver.save({ kind, name, record: made ?? { v: VERSION, time } }, () => made));
  }

  /**
   * A moment later than a record, whose clock may have been ahead: of two, the later one wins.
   * @param {LatestKind} kind
   * @param {string} name
   */
  #after(kind, name) {
    return Math.max(this.now(), writtenAt(this.read(kind, name)) + 1);
  }

  /** Strictly later than the time before, so that entries of one page never tie. */
  now() {
    this.#lastTime = Math.max(this.#sources.now(), this.#lastTime + 1);
    return this.#lastTime;
  }

  /**
   * The log of an item.
   * @param {readonly string[]} ids its id, and those it had before
   * @returns {Entry[]}
   */
  entries(ids) {
    return settleTimes(this.#stamped(ids), this.#sources.now());
  }

  /**
   * The same, with the times that decide the order. What another tab took away of this page's counts meanwhile.
   * @param {readonly string[]} ids
   */
  #stamped(ids) {
    return mergeLogs(ids.flatMap((id) => [readEntries(this.read("i", id)?.log), this.#mine.get(id) ?? []]));
  }

  /**
   * Add one entry to an item's log.
   * @param {string} item
   * @param {Fact} fact
   * @param {readonly string[]} [ids] those it follows: the item's, and those it had before
   * @returns {Trouble | null}
   */
  append(item, fact, ids = [item]) {
    return this.add(item, fact, ids).trouble;
  }

  /** @param {string} item */
  draft(item) {
    const record = this.kept("d", item);
    return record && readDraft(record);
  }

  /**
   * Keep a draft; an empty one is removed. One that cannot be kept is let go: no outcome depends on it.
   * @param {string} item
   * @param {Draft} draft
   */
  saveDraft(item, draft) {
    this.keep("d", item, isEmpty(draft) ? null : draft);
  }

  /**
   * Hear of changes that this page has not made: another tab did, or the hub knew of more.
   * @param {(ids: string[]) => void} listener told the names of the records
   * @returns {() => void} what ends it
   */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /**
   * Another tab has changed the storage. Once a hub keeps the records, the page's own no longer matter.
   * @param {string | null} key null for all of it: the browser has cleared it, and nothing is added again
   */
  heed(key) {
    if (!this.#toHub) this.hear(key);
  }

  /**
   * A record was changed elsewhere.
   * @param {string | null} key null for all of them
   */
  hear(key) {
    if (key === null) this.#mine.clear();
    if (key === null) return this.notify([...this.items(), ...this.names("t")]);
    const named = this.#slots.named(key);
    if (named?.kind === "i") this.#secure(named.name);
    if (named) this.notify([named.name]);
  }

  /**
   * From here on a hub keeps the records.
   * @param {Written} written tells it
   * @param {boolean} room whether there is any left
   */
  leaveTo(written, room) {
    this.#toHub = written;
    this.#lasts = true;
    if (!room) this.#trouble = "full";
  }

  /**
   * What the hub says of a record that it was given.
   * @param {Trouble | null} trouble
   * @param {string} name
   */
  answered(trouble, name) {
    this.#trouble = trouble;
    if (trouble) this.onTrouble(trouble, name);
  }

  /** Whether what is saved outlives the page. */
  get lasts() {
    return this.#lasts;
  }

  /**
   * Add one entry to an item's log.
   * @param {string} item
   * @param {Fact} fact
   * @param {readonly string[]} ids that it follows
   */
  add(item, fact, ids) {
    const clock = this.now();
    const time = Math.max(clock, writtenAt(this.#stamped(ids).at(-1)) + 1);
    /** @type {Entry} */
    const entry = { id: this.#sources.newId(), time, ...(time - clock > AHEAD ? { clock } : {}), ...fact };
    const trouble = this.saver.save({ kind: "i", name: item, record: { v: VERSION, log: [entry] } });
    this.#mine.set(item, [...(this.#mine.get(item) ?? []), entry]);
    if (!trouble) this.#secure(item);
    return { entry, trouble: this.outcome(trouble) };
  }

  /**
   * Two tabs may read the same log, and the later to write takes away what the other added. Each adds its own again,
   * one after the other. The first write does not wait for its turn: the page may be gone by then.
   * @param {string} item
   */
  #secure(item) {
    const mine = this.#mine.get(item);
    if (!mine) return;
    const inTurn = this.#sources.inTurn ?? ((_, work) => work());
    inTurn(this.#slots.key("i", item), () => {
      const unsaved = readEntries(this.saver.unsaved.get("i", item)?.log);
      const log = mine.filter(({ id }) => !unsaved.some((entry) => entry.id === id));
      this.saver.write("i", item, (record) => mergeRecord("i", record, { v: VERSION, log }));
    });
  }

  /** Try again to save what could not be saved. */
  retry() {
    this.saver.retry();
    if (this.unsaved.length === 0) this.outcome(null);
  }

  /**
   * What a save comes to. It is remembered.
   * @param {Trouble | null} trouble of the save
   * @returns {Trouble | null} why it does not outlive the page
   */
  outcome(trouble) {
    if (!this.#toHub || trouble) this.#trouble = trouble;
    return trouble ?? (this.#lasts ? null : "memory");
  }

  /** @param {string[]} ids */
  notify(ids) {
    const distinct = [...new Set(ids)];
    if (distinct.length > 0) for (const listener of [...this.#listeners]) listener(distinct);
  }
}
