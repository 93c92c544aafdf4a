// The store of the site that the page in view belongs to.

import { Store, openShelf, randomId } from "./store.js";

/** One store a site: what could not be saved lasts as long as the window. @type {Map<string, Store>} */
const stores = new Map();

export function siteStore() {
  const script = document.querySelector("script[data-recall-site]");
  const site = script?.getAttribute("data-recall-site") ?? "";
  const store = stores.get(site) ?? openStore(site);
  stores.set(site, store);
  return store;
}

/** @param {string} site */
function openStore(site) {
  return new Store(site, openShelf(() => window.localStorage), { now: () => Date.now(), newId: () => randomId(crypto) });
}
