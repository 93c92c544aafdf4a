// The script of hub.html: under file:// some browsers give each file a storage of its own, so that what was done on one
// page would be unknown to the next. Every page has this one in a frame, and this one has a storage, too.

import { canShrink, compactRecord } from "../core/compact.js";
import { parse } from "../core/merge.js";
import { PROOF, readAsked } from "./hub-messages.js";
import { inTurn } from "./locks.js";
import { keysFrom, openShelf, randomId } from "./shelf.js";
import { hasRoom } from "./store-admin.js";
import { provideShortening } from "./saver.js";
import { SOME_ROOM, StoreAdmin } from "./store-admin.js";
import { Store } from "./store.js";

/** A proof that no page took away is old after so long. */
const HOUR = 60 * 60 * 1000;

class HubFrame {
  #shelf = openShelf();
  /** Of the store of the site that the page belongs to. @type {StoreAdmin | null} */
  #admin = null;
  #prefix = "";

  /** @param {Event} event */
  handleEvent(event) {
    if (event instanceof StorageEvent) return this.#pass(event);
    const asked = event instanceof MessageEvent && event.source === window.parent ? readAsked(event.data) : null;
    if (asked?.do === "open") this.#open(asked.site);
    if (asked?.do === "proved" && asked.proof) this.#shelf?.removeItem(asked.proof);
    if (asked?.do === "merge") this.#merge(asked);
    if (asked?.do === "refuse") tell({ do: "done", number: asked.number, trouble: asked.trouble });
  }

  /** @param {string} site */
  #open(site) {
    if (!this.#shelf) return;
    this.#admin = new StoreAdmin(
      new Store(site, this.#shelf, { now: () => Date.now(), newId: () => randomId(crypto), inTurn }),
    );
    this.#prefix = `recall:${site}:`;
    this.#admin.records();
    const shelf = this.#shelf;
    const stored = keysFrom(shelf, this.#prefix).map((key) => [key, shelf.getItem(key)]);
    tell({ do: "all", stored, proof: this.#prove(shelf) });
  }

  /**
   * @param {import("./shelf.js").Shelf} shelf
   * @returns {string} empty where there is no room for it
   */
  #prove(shelf) {
    const now = Date.now();
    const key = `${PROOF}${randomId(crypto)}`;
    try {
      if (!hasRoom(shelf, SOME_ROOM)) return "";
      for (const old of keysFrom(shelf, PROOF)) if (!(Number(shelf.getItem(old)) > now - HOUR)) shelf.removeItem(old);
      shelf.setItem(key, `${now}`);
      return key;
    } catch {
      return "";
    }
  }

  /**
   * The first time does not wait for its turn: the page may be gone by then. In its turn it finds what others wrote.
   * @param {import("./hub-messages.js").Merge} asked
   */
  #merge({ number, kind, name, raw }) {
    const admin = this.#admin;
    if (!admin) return tell({ do: "done", number, trouble: "memory" });
    const records = [{ kind, name, record: parse(raw) }];
    admin.merge(records);
    inTurn(`${this.#prefix}${kind}:${name}`, () => tell({ do: "done", number, trouble: admin.merge(records) }));
  }

  /** Another page has changed a record here. @param {StorageEvent} event */
  #pass({ key, newValue }) {
    if (this.#admin && key?.startsWith(this.#prefix)) tell({ do: "changed", key, raw: newValue });
  }
}

/**
 * A page from disk has no origin that a message could be addressed to.
 * @param {import("./hub-messages.js").Told | object} told
 */
function tell(told) {
  window.parent.postMessage({ ...told, recall: "page" }, "*");
}

if (location.protocol === "file:" && window.parent !== window) {
  provideShortening({ canShrink, compactRecord });
  const frame = new HubFrame();
  for (const type of ["message", "storage"]) window.addEventListener(type, frame);
}
