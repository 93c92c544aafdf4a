// One record out of two of the same name, and one set of records out of two: from an import, the hub, another tab, or
// what could not be saved. Pure. Merging twice, or the other way round, comes to the same.

import { fields, listOf } from "./log.js";

/**
 * @typedef {"i" | "d" | "t"} Kind of a record: a log, a draft, a test
 * @typedef {Record<string, unknown>} Fields of a record
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
  const last = later(mine, theirs);
  if (kind !== "i") return last;
  const first = last === mine ? theirs : mine;
  return { ...first, ...last, log: mergeLogs([listOf(first.log), listOf(last.log)]) };
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
 * Logs as one, in order of time: each entry once, also one of a kind that only a later version knows. Should one id
 * stand for two entries, the earlier one is kept: a time that was too late may have been corrected.
 * @template Item
 * @param {readonly (readonly Item[])[]} logs
 * @returns {Item[]}
 */
export function mergeLogs(logs) {
  /** @type {Map<string, Item>} */
  const byName = new Map();
  for (const entry of logs.flat()) {
    const name = nameOf(entry);
    const other = byName.get(name);
    byName.set(name, other === undefined || isEarlier(entry, other) ? entry : other);
  }
  const named = [...byName].map(([name, entry]) => ({ name, entry, time: writtenAt(entry) }));
  named.sort((a, b) => a.time - b.time || (a.name < b.name ? -1 : 1));
  return named.map(({ entry }) => entry);
}

/** @param {unknown} entry */
function nameOf(entry) {
  const { id } = fields(entry);
  return typeof id === "string" && id !== "" ? `id ${id}` : canonical(entry);
}

/**
 * Whether one of two entries of the same id is to be kept rather than the other.
 * @param {unknown} entry
 * @param {unknown} other
 */
function isEarlier(entry, other) {
  const difference = writtenAt(entry) - writtenAt(other);
  if (difference !== 0) return difference < 0;
  return entry !== other && canonical(entry) < canonical(other);
}

/**
 * Of a newer version before the rest, then by time; of one time, by what they say.
 * @param {Fields} one
 * @param {Fields} other
 */
function later(one, other) {
  const difference = numberIn(one.v) - numberIn(other.v) || writtenAt(one) - writtenAt(other);
  if (difference !== 0) return difference > 0 ? one : other;
  return canonical(one) >= canonical(other) ? one : other;
}

/**
 * When a record or an entry was written, 0 where it does not say.
 * @param {unknown} value
 */
export function writtenAt(value) {
  return numberIn(fields(value).time);
}

/** @param {unknown} value */
function numberIn(value) {
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
