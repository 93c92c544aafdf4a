// What earlier visits left for the ways into a topic. Pure.

import { lastResult } from "./past.js";

/**
 * A page by its address: a folder is its index page, and servers leave the ending out.
 * @param {string} path
 */
export function pageOf(path) {
  return path.replace(/\.html$/, "").replace(/\/index$/, "/");
}

/**
 * Items by their ids, as a link names them: one behind the other, and each followed by those it had before.
 * @param {string} [list]
 * @returns {string[][]}
 */
export function namesIn(list = "") {
  return list.split(" ").filter(Boolean).map((names) => names.split(","));
}

/**
 * How the last test that was finished on a page came out.
 * @param {readonly (Record<string, unknown> | null)[]} records of tests
 * @param {string} path of the page
 * @param {(item: string) => readonly import("./log.js").Entry[]} entriesOf
 * @returns {import("./past.js").LastResult | null}
 */
export function lastTestAt(records, path, entriesOf) {
  const mine = records.filter((record) => typeof record?.page === "string" && pageOf(record.page) === pageOf(path));
  const results = mine.map((record) => lastResult(record, entriesOf)).filter((result) => result !== null);
  return results.sort((a, b) => b.time - a.time)[0] ?? null;
}
