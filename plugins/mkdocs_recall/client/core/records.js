// All records of a reader as one set: one set out of two, what that adds, and their order. Pure.

import { listOf } from "./log.js";
import { canonical, mergeLogs, mergeRecord } from "./merge.js";

/** @typedef {import("./merge.js").Kept} Kept */

/**
 * One record of the two, record by record. The order of the two does not matter, nor does doing it twice.
 * @param {readonly Kept[]} first
 * @param {readonly Kept[]} second
 * @returns {Kept[]}
 */
export function mergeRecords(first, second) {
  /** @type {Map<string, Kept>} */
  const byKey = new Map();
  for (const kept of [...first, ...second]) {
    const other = byKey.get(keyOf(kept))?.record ?? kept.record;
    byKey.set(keyOf(kept), { ...kept, record: mergeRecord(kept.kind, other, kept.record) ?? kept.record });
  }
  return [...byKey.values()].sort(inOrder);
}

/**
 * How much the records after a merge say that those before it did not.
 * @param {readonly Kept[]} before
 * @param {readonly Kept[]} after
 */
export function newIn(before, after) {
  const known = new Map(before.map((kept) => [keyOf(kept), kept.record]));
  let [entries, others] = [0, 0];
  for (const kept of after) {
    const old = known.get(keyOf(kept));
    if (kept.kind === "i") entries += entriesIn(kept.record) - (old ? entriesIn(old) : 0);
    else if (!old || canonical(old) !== canonical(kept.record)) others += 1;
  }
  return { entries, others };
}

/** @param {Kept["record"]} record of a log */
function entriesIn({ log }) {
  return mergeLogs([listOf(log)]).length;
}

/**
 * @param {Kept} a
 * @param {Kept} b
 */
export function inOrder(a, b) {
  const [first, second] = [keyOf(a), keyOf(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** @param {Kept} kept */
function keyOf({ kind, name }) {
  return `${kind}:${name}`;
}
