// The store of the site that the page in view belongs to.

import { inTurn } from "./locks.js";
import { openShelf, randomId } from "./shelf.js";
import { Store } from "./store.js";

/** One store a site: what could not be saved lasts as long as the window. @type {Map<string, Store>} */
const stores = new Map();

/**
 * @typedef {(store: Store, site: string, address: string) => Promise<void>} AskHub gives a store the hub that lies
 *   beside a script
 */

/** @type {(askHub: AskHub | null) => void} */
let provide = () => {};
/** How to ask the hub: known late, on pages from disk. @type {Promise<AskHub | null>} */
const hub = new Promise((resolve) => (provide = resolve));

/** @param {AskHub | null} askHub null where there is no way to the hub */
export function provideHub(askHub) {
  provide(askHub);
}

/** @returns {HTMLScriptElement | null} the script of the page in view, another one after each instant navigation */
export function siteScript() {
  return document.querySelector("script[data-recall-site]");
}

/** The site's name in storage. A page left behind by instant navigation still belongs to the site before. */
export function siteName() {
  return siteScript()?.getAttribute("data-recall-site") ?? [...stores.keys()].at(-1) ?? "";
}

/** Address of the page on which items come back, relative to this page; empty where the site has none. */
export function reviewAddress() {
  return siteScript()?.getAttribute("data-recall-review") ?? "";
}

/** Whether the site has a page on which items come back. */
export function hasReview() {
  return reviewAddress() !== "";
}

export function siteStore() {
  const [site, script] = [siteName(), siteScript()];
  const known = stores.get(site);
  if (known) return known;
  const store = openStore(site);
  stores.set(site, store);
  const address = script?.src;
  if (location.protocol === "file:" && address) store.ready = hub.then((askHub) => askHub?.(store, site, address));
  return store;
}

/** @param {string} site */
function openStore(site) {
  const shelf = openShelf();
  const store = new Store(site, shelf, { now: () => Date.now(), newId: () => randomId(crypto), inTurn });
  window.addEventListener("storage", ({ key, storageArea }) => {
    if (storageArea === shelf) store.heed(key);
  });
  return store;
}
