// The hub as a page from disk sees it: a frame that has a storage for all pages. Asked once; a page does not wait for
// it.

import { readTold } from "./hub-messages.js";
import { HubConnection } from "./hub-outbox.js";
import { openShelf } from "./shelf.js";

/**
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./slots.js").Trouble} Trouble
 */

/** A frame that has loaded and says nothing for so long is no hub, in milliseconds. */
const PATIENCE = 1000;
/** Holds the path of a page from disk, or any other text once a second page has found it. */
const FILES = "recall:files";
/** What the hub has not acknowledged after so long is not saved, in milliseconds. */
const GIVE_UP = 30_000;

/**
 * Give a store the hub that lies beside the script. The browser's storage stays in use where that is the hub's as well,
 * and where no hub answers.
 * @param {Store} store
 * @param {string} site
 * @param {string} address of the script
 * @returns {Promise<void>} resolved once it has answered, or will not
 */
export function askHub(store, site, address) {
  const link = new HubLink(store, site);
  link.open(new URL("hub.html", address).href);
  return link.ready;
}

class HubLink {
  #store;
  #site;
  #frame = document.createElement("iframe");
  /**
   * Those who wait for an answer, by the number of what they asked.
   * @type {Map<number, (trouble: Trouble | null) => void>}
   */
  #waiting = new Map();
  #asked = 0;
  #met = false;
  /** @type {HubConnection | null} */
  #connection = null;
  #settle = () => {};
  /** @type {Promise<void>} */
  ready = new Promise((resolve) => (this.#settle = resolve));

  /**
   * @param {Store} store
   * @param {string} site
   */
  constructor(store, site) {
    this.#store = store;
    this.#site = site;
  }

  /** @param {string} address */
  open(address) {
    window.addEventListener("message", this);
    for (const type of ["load", "error"]) this.#frame.addEventListener(type, this);
    this.#frame.hidden = true;
    this.#frame.tabIndex = -1;
    this.#frame.src = address;
    document.body.append(this.#frame);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "error") this.#settle();
    if (event.type === "load") {
      this.#say({ do: "open", site: this.#site });
      window.setTimeout(this.#settle, PATIENCE);
    }
    const told =
      event instanceof MessageEvent && event.source === this.#frame.contentWindow ? readTold(event.data) : null;
    if (told?.do === "all" && !this.#met) this.#meet(told);
    if (told?.do === "changed") this.#connection?.hear(told.key, told.raw);
    if (told?.do === "done") this.#answer(told.number, told.trouble);
  }

  /**
   * @param {import("../core/merge.js").Kind} kind
   * @param {string} name
   * @param {string} raw
   * @returns {Promise<Trouble | null>}
   */
  merge(kind, name, raw) {
    this.#asked += 1;
    const number = this.#asked;
    this.#say({ do: "merge", number, kind, name, raw });
    window.setTimeout(() => this.#answer(number, "silent"), GIVE_UP);
    return new Promise((resolve) => this.#waiting.set(number, resolve));
  }

  /**
   * @param {number} number of what was asked
   * @param {Trouble | null} trouble
   */
  #answer(number, trouble) {
    this.#waiting.get(number)?.(trouble);
    this.#waiting.delete(number);
  }

  /** @param {import("./hub-messages.js").All} all */
  #meet({ stored, proof }) {
    this.#met = true;
    if ((proof && takeKey(proof)) || isShared()) return this.#close();
    if (proof) this.#say({ do: "proved", proof });
    this.#connection = new HubConnection(this.#store, this, stored, proof !== "");
    this.#settle();
  }

  /** This page's own storage is that of all pages, and needs no messages. */
  #close() {
    window.removeEventListener("message", this);
    this.#frame.remove();
    this.#settle();
  }

  /** A page from disk has no origin that a message could be addressed to. @param {object} asked */
  #say(asked) {
    this.#frame.contentWindow?.postMessage({ ...asked, recall: "hub" }, "*");
  }
}

/**
 * Whether this page's own storage has a key. It is taken away with the answer.
 * @param {string} key
 */
function takeKey(key) {
  try {
    const shelf = openShelf();
    const found = shelf !== null && shelf.getItem(key) !== null;
    shelf?.removeItem(key);
    return found;
  } catch {
    return false;
  }
}

/**
 * Whether pages of other files have this page's storage, while the hub has another one. So it is in Safari's engine,
 * where what a frame of another origin stores is gone when the browser ends.
 */
function isShared() {
  let found = "";
  try {
    const shelf = openShelf();
    found = shelf?.getItem(FILES) || location.pathname;
    shelf?.setItem(FILES, found === location.pathname ? found : "*");
  } catch {
    // A full storage has what the pages before this one have written.
  }
  return found !== "" && found !== location.pathname;
}
