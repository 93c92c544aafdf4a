// What is kept of a reader's work: the records of one site, on a shelf or in memory.
//
//   recall:SITE:i:ITEM         {"v": 1, "log": [entry, ...]}, append-only
//   recall:SITE:d:ITEM         {"v": 1, "time": ..., ...draft}, the latest wins; of a set: its place and round
//   recall:SITE:t:TEST         {"v": 1, "time": ..., ...form and responses}, the latest wins
//   recall:SITE:bad:ITEM:TIME  a record that could not be read, as it was

import { isEmpty, readDraft } from "../core/drafts.js";
import { readEntries, settleTimes, standing } from "../core/log.js";
import {
  VERSION,
  isGone,
  isNewer,
  isReadable,
  mergeLogs,
  mergeOver,
  mergeRecord,
  parse,
  writtenAt,
} from "../core/merge.js";
import { KINDS, Slots } from "./slots.js";
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
 * @typedef {object} Hub the page that keeps the records of all files
 * @property {(kind: Kind, name: string, raw: string) => Promise<Trouble | null>} merge
 */

export class Store {
  #slots;
  #lasts;
  #sources;
  /** @type {import("./hub-outbox.js").Outbox | null} */
  #outbox = null;
  /** @type {Saver} */
  #saver;
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
    this.#saver = new Saver(this.#slots, sources.now, (...written) => this.#written(...written));
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
    return this.#saver.names(kind);
  }

  /** What could not be saved. */
  get unsaved() {
    return this.#saver.unsaved.all();
  }

  /** What is stored, key by key. */
  get slots() {
    return this.#slots;
  }

  /** Where records are kept. @returns {"browser" | "hub" | "memory"} */
  get place() {
    if (this.#outbox) return "hub";
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
    return this.#saver.read(kind, name);
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
    return this.outcome(this.#saver.save({ kind, name, record: made ?? { v: VERSION, time } }, () => made));
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
    return this.#append(item, fact, ids).trouble;
  }

  /**
   * Have nothing count any more that was done so far in an item.
   * @param {readonly [string, ...string[]]} ids its id, and those it had before
   * @returns {{trouble: Trouble | null, undo: () => void}}
   */
  reset(ids) {
    const [item] = ids;
    const drafts = ids.map((id) => ({ id, record: this.kept("d", id) }));
    const stands = standing(this.entries(ids)).length > 0;
    const { entry, trouble } = stands ? this.#append(item, { kind: "reset" }, ids) : { entry: null, trouble: null };
    for (const { id, record } of drafts) if (record) this.keep("d", id, null);
    const undo = () => {
      if (entry) this.append(item, { kind: "undo", of: entry.id }, ids);
      for (const { id, record } of drafts) if (record) this.keep("d", id, record);
    };
    return { trouble, undo };
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
   * From here on the hub keeps the records. What this page kept so far goes there.
   * @param {import("./hub-outbox.js").OpenOutbox} openOutbox to the hub
   * @param {readonly [key: string, raw: string][]} stored there
   * @param {boolean} [room] whether there is any left
   */
  connect(openOutbox, stored, room = true) {
    const slots = this.#slots;
    const [waiting, own, unsaved] = [this.#waiting(), slots.shelf, this.#saver.unsaved.all()];
    this.#outbox = openOutbox(this.#lasts ? own : null, (trouble, name) => this.#told(trouble, name));
    slots.shelf = memoryShelf();
    for (const [key, raw] of stored) if (slots.owns(key)) slots.shelf.setItem(key, raw);
    this.#lasts = true;
    if (!room) this.#trouble = "full";
    this.#saver.unsaved.clear();
    for (const { kind, name, raw } of waiting) {
      slots.write(kind, name, (record) => mergeOver(kind, record, parse(raw)));
      void this.#outbox.send(kind, name, slots.key(kind, name), raw);
    }
    for (const kept of unsaved) this.#saver.save(kept);
    this.#notify(stored.flatMap(([key]) => slots.named(key)?.name ?? []));
  }

  /** What this page has kept itself and can be read, also that something was taken away. */
  #waiting() {
    const slots = this.#slots;
    return KINDS.flatMap((kind) => slots.names(kind).map((name) => ({ kind, name })))
      .filter(({ kind, name }) => slots.read(kind, name).trouble === null)
      .map(({ kind, name }) => ({ kind, name, raw: slots.raw(slots.key(kind, name)) }))
      .filter(({ raw }) => raw !== "" && parse(raw).sent !== true);
  }

  /**
   * Another tab has changed the storage.
   * @param {string | null} key null for all of it: the browser has cleared it, and nothing is added again
   * @param {string | null} raw what stands there now; null for nothing
   * @param {boolean} [hub] whether that is the hub's: once there is one, the page's own no longer matters
   */
  heed(key, raw, hub = false) {
    if (hub !== (this.#outbox !== null)) return;
    if (key === null) this.#mine.clear();
    if (key === null) return this.#notify([...this.items(), ...this.names("t")]);
    const named = this.#slots.named(key);
    if (!named) return;
    if (hub && !this.#view(named.kind, named.name, raw)) return;
    if (named.kind === "i") this.#secure(named.name);
    this.#notify([named.name]);
  }

  /**
   * Show what the hub has by now, with what it does not have yet.
   * @param {import("../core/merge.js").Kind} kind
   * @param {string} name
   * @param {string | null} raw
   * @returns {boolean} whether that is anything new
   */
  #view(kind, name, raw) {
    const slots = this.#slots;
    const key = slots.key(kind, name);
    const waiting = parse(this.#outbox?.own(key) ?? "");
    const mine = isReadable(kind, waiting) && waiting.sent !== true ? waiting : null;
    const theirs = raw === null ? null : parse(raw);
    if (theirs && !isNewer(theirs) && !isReadable(kind, theirs)) return false;
    const merged = mergeRecord(kind, mine, theirs);
    const before = JSON.stringify(slots.read(kind, name).record);
    if (theirs && isNewer(theirs)) slots.shelf.setItem(key, `${raw}`);
    else if (merged && !isGone(merged)) slots.shelf.setItem(key, JSON.stringify(merged));
    else slots.shelf.removeItem(key);
    return JSON.stringify(slots.read(kind, name).record) !== before;
  }

  /**
   * @param {string} item
   * @param {Fact} fact
   * @param {readonly string[]} ids that it follows
   */
  #append(item, fact, ids) {
    const clock = this.now();
    const time = Math.max(clock, writtenAt(this.#stamped(ids).at(-1)) + 1);
    /** @type {Entry} */
    const entry = { id: this.#sources.newId(), time, ...(time - clock > AHEAD ? { clock } : {}), ...fact };
    const trouble = this.#saver.save({ kind: "i", name: item, record: { v: VERSION, log: [entry] } });
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
      const unsaved = readEntries(this.#saver.unsaved.get("i", item)?.log);
      const log = mine.filter(({ id }) => !unsaved.some((entry) => entry.id === id));
      this.#saver.write("i", item, (record) => mergeRecord("i", record, { v: VERSION, log }));
    });
  }

  /**
   * Save a record from elsewhere, merged with what is stored.
   * @param {NamedRecord} kept
   */
  take(kept) {
    return this.#saver.save(kept);
  }

  /**
   * Save the reset of a log that found no room, without what it makes void: nothing takes it back.
   * @param {string} item
   */
  fold(item) {
    const record = this.#saver.unsaved.get("i", item);
    return record && this.outcome(this.#saver.save({ kind: "i", name: item, record }, undefined, -Infinity));
  }

  /**
   * Tell the hub what was written.
   * @param {Kind} kind
   * @param {string} name
   * @param {string | null} raw null where it was taken away
   * @param {number} before time of what was there
   */
  #written(kind, name, raw, before) {
    const told = raw ?? JSON.stringify({ v: VERSION, time: Math.max(this.now(), before + 1) });
    void this.#outbox?.send(kind, name, this.#slots.key(kind, name), told);
  }

  /**
   * What the hub says of a record that it was given.
   * @param {Trouble | null} trouble
   * @param {string} name
   */
  #told(trouble, name) {
    this.#trouble = trouble;
    if (trouble) this.onTrouble(trouble, name);
  }

  /**
   * What a save comes to. It is remembered.
   * @param {Trouble | null} trouble of the save
   * @returns {Trouble | null} why it does not outlive the page
   */
  outcome(trouble) {
    if (!this.#outbox || trouble) this.#trouble = trouble;
    return trouble ?? (this.#lasts ? null : "memory");
  }

  /** @param {string[]} ids */
  #notify(ids) {
    const distinct = [...new Set(ids)];
    if (distinct.length > 0) for (const listener of [...this.#listeners]) listener(distinct);
  }
}
