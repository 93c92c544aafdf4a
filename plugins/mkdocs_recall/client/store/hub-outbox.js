// What a page gives to the hub. Until the hub has it, it stands unmarked in the page's own storage, and is given again
// at the next visit: a page may be gone before its message arrives. What the hub has is marked and stays, because a
// page cannot tell for certain that the storage of both is not the same.

import { VERSION, isGone, isNewer, isReadable, mergeOver, mergeRecord, parse } from "../core/merge.js";
import { memoryShelf } from "./shelf.js";
import { KINDS } from "./slots.js";

/**
 * @typedef {import("../core/merge.js").Kind} Kind
 * @typedef {import("./shelf.js").Shelf} Shelf
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./slots.js").Trouble} Trouble
 *
 * @typedef {object} Hub the page that keeps the records of all files
 * @property {(kind: Kind, name: string, raw: string) => Promise<Trouble | null>} merge
 */

/** A store whose records a hub keeps from here on. What the page kept so far goes there. */
export class HubConnection {
  #store;
  #outbox;

  /**
   * @param {Store} store
   * @param {Hub} hub
   * @param {readonly [key: string, raw: string][]} stored there
   * @param {boolean} [room] whether there is any left
   */
  constructor(store, hub, stored, room = true) {
    const { saver, slots } = store;
    const [waiting, own, unsaved] = [listWaiting(store, stored), slots.shelf, store.unsaved];
    this.#store = store;
    this.#outbox = new Outbox(store.lasts ? own : null, hub, (trouble, name) => store.answered(trouble, name));
    slots.shelf = memoryShelf();
    for (const [key, raw] of stored) if (slots.owns(key)) slots.shelf.setItem(key, raw);
    store.leaveTo((...written) => this.#tell(...written), room);
    saver.unsaved.clear();
    for (const { kind, name, key, raw } of waiting) {
      slots.write(kind, name, (record) => mergeOver(kind, record, parse(raw)));
      void this.#outbox.send(kind, name, key, raw);
    }
    for (const kept of unsaved) saver.save(kept);
    store.notify(stored.flatMap(([key]) => slots.named(key)?.name ?? []));
  }

  /**
   * Tell the hub what was written.
   * @type {import("./store.js").Written}
   */
  #tell(kind, name, raw, before) {
    const { slots } = this.#store;
    const told = raw ?? JSON.stringify({ v: VERSION, time: Math.max(this.#store.now(), before + 1) });
    void this.#outbox.send(kind, name, slots.key(kind, name), told);
  }

  /**
   * Hear of a record that the hub has by now.
   * @param {string} key
   * @param {string | null} raw null where it has none any more
   */
  hear(key, raw) {
    const named = this.#store.slots.named(key);
    if (named && this.#view(named.kind, named.name, raw)) this.#store.hear(key);
  }

  /**
   * Show what the hub has by now, with what it does not have yet.
   * @param {Kind} kind
   * @param {string} name
   * @param {string | null} raw
   * @returns {boolean} whether that is anything new
   */
  #view(kind, name, raw) {
    const { slots } = this.#store;
    const key = slots.key(kind, name);
    const waiting = parse(this.#outbox.own(key) ?? "");
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
}

/**
 * What a page has kept itself and can be read, also that something was taken away. What the hub once had and has no
 * more belongs to it: a browser may throw away what frames store. A log is never taken away, but a draft is, and a test
 * that was finished, so those only count where all is gone.
 * @param {Store} store
 * @param {readonly [key: string, raw: string][]} stored in the hub
 */
function listWaiting({ slots }, stored) {
  const there = new Set(stored.map(([key]) => key).filter((key) => slots.named(key)));
  return KINDS.flatMap((kind) => slots.names(kind).map((name) => ({ kind, name, key: slots.key(kind, name) })))
    .filter(({ kind, name }) => slots.read(kind, name).trouble === null)
    .map((each) => ({ ...each, raw: slots.raw(each.key) }))
    .filter(({ kind, key, raw }) => {
      const isLost = !there.has(key) && (kind === "i" || there.size === 0);
      return raw !== "" && (isLost || parse(raw).sent !== true);
    });
}

class Outbox {
  #own;
  #hub;
  #told;

  /**
   * @param {Shelf | null} own null where the page may keep nothing itself
   * @param {Hub} hub
   * @param {(trouble: Trouble | null, name: string) => void} told once the hub has answered
   */
  constructor(own, hub, told) {
    this.#own = own;
    this.#hub = hub;
    this.#told = told;
  }

  /**
   * @param {Kind} kind
   * @param {string} name
   * @param {string} key of the record
   * @param {string} raw
   */
  async send(kind, name, key, raw) {
    const kept = this.#try((own) => {
      const before = own.getItem(key);
      const record = before === null ? null : parse(before);
      if (record && isNewer(record)) return null;
      const merged = { ...mergeRecord(kind, parse(raw), record) };
      delete merged.sent;
      own.setItem(key, JSON.stringify(merged));
      return JSON.stringify(merged);
    });
    const trouble = await this.#hub.merge(kind, name, raw);
    if (!trouble && kept !== null) this.#try((own) => own.getItem(key) === kept && this.#mark(own, key, kept));
    this.#told(trouble, name);
  }

  /**
   * What the page's own storage has, whether the hub has it or not.
   * @param {string} key
   */
  own(key) {
    return this.#try((own) => own.getItem(key));
  }

  /**
   * @param {Shelf} own
   * @param {string} key
   * @param {string} raw
   */
  #mark(own, key, raw) {
    const record = parse(raw);
    if (isGone(record)) own.removeItem(key);
    else own.setItem(key, JSON.stringify({ ...record, sent: true }));
  }

  /**
   * Where the page's own storage fails, the hub is enough.
   * @template Done
   * @param {(own: Shelf) => Done} work
   */
  #try(work) {
    try {
      return this.#own ? work(this.#own) : null;
    } catch {
      return null;
    }
  }
}
