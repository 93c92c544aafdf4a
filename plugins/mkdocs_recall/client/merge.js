// One record out of two of the same name. Pure. Merging twice, or the other way round, comes to the same.

import { fields, listOf } from "./log.js";

/**
 * @typedef {"i" | "d" | "t"} Kind of a record: a log, a draft, a test
 * @typedef {Record<string, unknown>} Fields of a record
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
