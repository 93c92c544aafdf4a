// A store on a stand-in for the browser's storage, and what is kept in it.

import { canShrink, compactRecord } from "../../plugins/mkdocs_recall/client/core/compact.js";
import { provideShortening } from "../../plugins/mkdocs_recall/client/store/saver.js";
import { Store } from "../../plugins/mkdocs_recall/client/store/store.js";
import { FakeSources } from "./fakes.js";

/**
 * @typedef {import("../../plugins/mkdocs_recall/client/core/log.js").Fact} Fact
 * @typedef {import("../../plugins/mkdocs_recall/client/store/shelf.js").Shelf} Shelf
 */

provideShortening({ canShrink, compactRecord });

/** @type {Fact} */
export const RATING = { kind: "rating", rating: "good", context: "check", session: "s", help: [], rev: "r" };
export const LOG = "recall:course:i:a";

/** @param {Shelf | null} shelf */
export function storeOn(shelf, sources = new FakeSources()) {
  return new Store("course", shelf, sources);
}

/** @param {string} id @param {number} time */
export function entry(id, time) {
  return { id, time, ...RATING };
}

/** @param {Store} store @param {string} [item] */
export function idsOf(store, item = "a") {
  return store.entries([item]).map(({ id }) => id);
}
