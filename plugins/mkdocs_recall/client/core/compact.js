// Keeping logs short: older entries leave out what a reader of them fills in, and what a reset made void goes once
// nothing needs it. Pure.
//
// Undo needs what a reset made void for as long as a page stays open. A past test needs the attempts of its session,
// and those of the day before, which its verdict leaves out. A merge needs the reset itself: an entry that comes back
// with another copy of the log is void as before.

import { DAY, fields, isInTest, listOf, readEntries } from "./log.js";
import { canonical, mergeLogs, writtenAt } from "./merge.js";

/** @typedef {import("./merge.js").Fields} Fields */

/** How long a reset can be undone: no page stays open longer, in milliseconds. */
export const UNDOABLE = 30 * DAY;

/**
 * A page of an earlier release that is open beside this one compares `context` within a round, so the entries of the
 * last day stay complete.
 */
const COMPLETE = DAY;

/** The day before a test, and the while that it took to record all of its attempts. */
const SEEN = DAY + DAY / 24;

/** What an entry says where it says nothing. */
const DEFAULTS = Object.freeze({ options: [], help: [], context: "check" });

/**
 * The record of a log, as short as it may be.
 * @param {Fields} record
 * @param {number} now
 * @param {number} [undoable] how long a reset can be undone, in milliseconds
 * @returns {Fields}
 */
export function compactRecord(record, now, undoable = UNDOABLE) {
  const log = foldLog(listOf(record.log), now, undoable);
  return { ...record, log: log.map((entry) => (writtenAt(entry) < now - COMPLETE ? withoutDefaults(entry) : entry)) };
}

/**
 * Whether the record of a log can be shorter.
 * @param {Fields} record
 * @param {number} now
 */
export function canShrink(record, now) {
  return canonical(compactRecord(record, now)) !== canonical(record);
}

/** @param {unknown} entry */
function withoutDefaults(entry) {
  const [known] = readEntries([entry]);
  if (known?.kind !== "attempt" && known?.kind !== "rating") return entry;
  const said = Object.entries(fields(entry));
  return Object.fromEntries(said.filter(([name, value]) => !isDefault(name, value)));
}

/**
 * @param {string} name
 * @param {unknown} value
 */
function isDefault(name, value) {
  if (!Object.hasOwn(DEFAULTS, name)) return false;
  return canonical(DEFAULTS[/** @type {keyof typeof DEFAULTS} */ (name)]) === canonical(value);
}

/**
 * @param {readonly unknown[]} log
 * @param {number} now
 * @param {number} undoable
 */
function foldLog(log, now, undoable) {
  const entries = mergeLogs([readEntries(log)]);
  const reset = lastReset(entries, now - undoable);
  if (!reset) return log;
  const dropped = droppedOf(entries.slice(0, entries.indexOf(reset)), now);
  return log.filter((entry) => !dropped.has(`${fields(entry).id}`) || readEntries([entry]).length === 0);
}

/**
 * The last reset that counts and can no longer be undone.
 * @param {readonly import("./log.js").Entry[]} entries in order of time
 * @param {number} latest
 */
function lastReset(entries, latest) {
  const undone = new Set(entries.map((entry) => (entry.kind === "undo" ? entry.of : null)));
  return entries.filter(({ id, kind, time }) => kind === "reset" && time <= latest && !undone.has(id)).at(-1);
}

/**
 * Ids of what nothing needs any more of the entries that a reset made void. Needed are attempts in tests, what was seen
 * in the last day or in the day before one, and the undo of whatever is not dropped.
 * @param {readonly import("./log.js").Entry[]} entries
 * @param {number} now
 */
function droppedOf(entries, now) {
  const ends = [now, ...entries.filter(isInTest).map(({ time }) => time)];
  const isSeen = (/** @type {number} */ time) => ends.some((end) => time <= end && time >= end - SEEN);
  const isNeeded = (/** @type {import("./log.js").Entry} */ entry) =>
    entry.kind === "attempt" && (isInTest(entry) || isSeen(entry.time));
  const done = entries.filter((entry) => entry.kind !== "undo");
  const dropped = new Set(done.filter((entry) => !isNeeded(entry)).map(({ id }) => id));
  for (const entry of entries) if (entry.kind === "undo" && dropped.has(entry.of)) dropped.add(entry.id);
  return dropped;
}
