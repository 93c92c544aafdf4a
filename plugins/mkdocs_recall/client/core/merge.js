// One record out of two of the same name, and one set of records out of two. Pure. Merging twice, or the other way
// round, comes to the same.

import { fields, listOf, readEntries } from "./log.js";

/**
 * @typedef {"i" | "d" | "t"} Kind of a record: a log, a draft, a test
 * @typedef {Record<string, unknown>} Fields of a record
 * @typedef {import("./log.js").Entry} Entry
 *
 * @typedef {object} Kept
 * @property {Kind} kind
 * @property {string} name of the item or test
 * @property {Fields} record
 */

/** The version of the form in which records are written. */
export const VERSION = 1;

/**
 * @param {string} raw
 * @returns {Fields}
 */
export function parse(raw) {
  try {
    return fields(JSON.parse(raw));
  } catch {
    return fields(null);
  }
}

/** @param {Fields} record */
export function isNewer({ v }) {
  return typeof v === "number" && Number.isInteger(v) && v > VERSION;
}

/**
 * @param {Kind} kind
 * @param {Fields} record
 */
export function isReadable(kind, { v, log }) {
  return v === VERSION && (kind !== "i" || Array.isArray(log));
}

/**
 * Whether a record says no more than when it was taken away.
 * @param {Fields} record
 */
export function isGone(record) {
  return !Object.keys(record).some((name) => name !== "v" && name !== "time" && name !== "sent");
}

/**
 * Logs are united; of drafts and tests the latest stays.
 * @param {Kind} kind
 * @param {Fields | null} mine
 * @param {Fields | null} theirs
 * @returns {Fields | null}
 */
export function mergeRecord(kind, mine, theirs) {
  if (!mine || !theirs) return mine ?? theirs;
  if (kind === "i") return { ...theirs, ...mine, log: unite(listOf(mine.log), listOf(theirs.log)) };
  const [own, other] = [timeIn(mine), timeIn(theirs)];
  if (own !== other) return own > other ? mine : theirs;
  return JSON.stringify(mine) >= JSON.stringify(theirs) ? mine : theirs;
}

/**
 * The same, where a record that was taken away later leaves nothing.
 * @param {Kind} kind
 * @param {Fields | null} mine
 * @param {Fields} theirs
 * @returns {Fields | null}
 */
export function mergeOver(kind, mine, theirs) {
  const merged = mergeRecord(kind, mine, theirs);
  return merged && isGone(merged) ? null : merged;
}

/**
 * Each entry once, also one of a kind that only a later version knows.
 * @param {readonly unknown[]} mine
 * @param {readonly unknown[]} theirs
 */
export function unite(mine, theirs) {
  return [...new Map([...theirs, ...mine].map((entry) => [nameOf(entry), entry])).values()];
}

/** @param {unknown} entry */
function nameOf(entry) {
  const { id } = fields(entry);
  return typeof id === "string" && id !== "" ? `id ${id}` : JSON.stringify(entry);
}

/** @param {Fields} record */
function timeIn({ time }) {
  return typeof time === "number" ? time : 0;
}

/**
 * One record of the two: in logs every entry once, of drafts and tests the later one. The order of the two does not
 * matter, nor does doing it twice.
 * @param {readonly Kept[]} first
 * @param {readonly Kept[]} second
 * @returns {Kept[]}
 */
export function mergeRecords(first, second) {
  /** @type {Map<string, Kept>} */
  const byKey = new Map();
  for (const kept of [...first, ...second]) {
    const key = keyOf(kept);
    const other = byKey.get(key);
    byKey.set(key, { ...kept, record: mergeTwo(kept.kind, other?.record ?? kept.record, kept.record) });
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
    if (kept.kind === "i") entries += entriesIn(kept.record).length - (old ? entriesIn(old).length : 0);
    else if (!old || canonical(old) !== canonical(kept.record)) others += 1;
  }
  return { entries, others };
}

/** @param {Fields} record of a log */
function entriesIn({ log }) {
  return mergeLogs(readEntries(log), []);
}

/** @param {Kept} kept */
function keyOf({ kind, name }) {
  return `${kind}:${name}`;
}

/**
 * @param {Kind} kind
 * @param {Fields} one
 * @param {Fields} other
 * @returns {Fields}
 */
function mergeTwo(kind, one, other) {
  if (isNewer(one) || isNewer(other) || kind !== "i") return later(one, other);
  return { v: VERSION, log: mergeLogs(readEntries(one.log), readEntries(other.log)) };
}

/**
 * The union of two logs in order of time. Should one id stand for two entries, one of them is kept, whichever log it is
 * in.
 * @param {readonly Entry[]} one
 * @param {readonly Entry[]} other
 */
function mergeLogs(one, other) {
  /** @type {Map<string, Entry>} */
  const byId = new Map();
  for (const entry of [...one, ...other]) byId.set(entry.id, later(byId.get(entry.id) ?? entry, entry));
  return [...byId.values()].sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1));
}

/**
 * Of a newer version before the rest, then by time; of one time, by what they say.
 * @template {object} Timed
 * @param {Timed} one
 * @param {Timed} other
 * @returns {Timed}
 */
function later(one, other) {
  const [a, b] = [fields(one), fields(other)];
  const difference = numberOf(a.v) - numberOf(b.v) || numberOf(a.time) - numberOf(b.time);
  if (difference !== 0) return difference > 0 ? one : other;
  return canonical(one) >= canonical(other) ? one : other;
}

/** @param {unknown} value */
function numberOf(value) {
  return typeof value === "number" ? value : 0;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * JSON with the fields of each object in order of their names.
 * @param {unknown} value
 * @returns {string}
 */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? "null";
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join()}}`;
}

/**
 * @param {Kept} a
 * @param {Kept} b
 */
export function inOrder(a, b) {
  const [first, second] = [keyOf(a), keyOf(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}
