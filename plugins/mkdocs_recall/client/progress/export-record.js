// When progress was exported last, and whether a reminder of it was put away. Pure, but for the two at the end.
//
//   recall:SITE:export  {"v": 1, "exported": time, "hidden": time}

import { fields, isAnswer, standing } from "../core/log.js";
import { openShelf } from "../store/shelf.js";
import { siteName, siteStore } from "../store/site-store.js";

/** @typedef {{exported: number, hidden: number}} ExportRecord times, 0 for never */

const EXPORT_VERSION = 1;

/** Items with an answer from which on there is much to lose. */
export const MUCH = 50;

/** In milliseconds: 30 days. */
const MONTH = 30 * 24 * 60 * 60 * 1000;

/**
 * @param {unknown} value
 * @returns {ExportRecord}
 */
export function readExportRecord(value) {
  const { v, exported, hidden } = fields(value);
  return v === EXPORT_VERSION
    ? { exported: readMoment(exported), hidden: readMoment(hidden) }
    : { exported: 0, hidden: 0 };
}

/** @param {unknown} value */
function readMoment(value) {
  return typeof value === "number" && value > 0 ? value : 0;
}

/**
 * Whether readers should be reminded: much was answered, the first of it a month ago, and for a month nothing was
 * exported and no reminder put away. A time to come is the work of a wrong clock, and says nothing.
 * @param {ExportRecord} record
 * @param {Iterable<readonly import("../core/log.js").Entry[]>} logs of all items
 * @param {number} now
 */
export function needsExport({ exported, hidden }, logs, now) {
  const recent = [exported, hidden].some((time) => time <= now && now - time < MONTH);
  if (recent) return { needed: false, answered: 0 };
  const times = [...logs].flatMap((log) => standing(log).find(isAnswer)?.time ?? []);
  return { needed: times.length >= MUCH && now - Math.min(...times) >= MONTH, answered: times.length };
}

/** The record of the site of this page. */
export function loadExportRecord() {
  try {
    return readExportRecord(JSON.parse(openShelf()?.getItem(exportKey()) ?? "null"));
  } catch {
    return readExportRecord(null);
  }
}

/** @param {"exported" | "hidden"} what has happened just now */
export function noteExport(what) {
  try {
    const record = { v: EXPORT_VERSION, ...loadExportRecord(), [what]: siteStore().now() };
    openShelf()?.setItem(exportKey(), JSON.stringify(record));
  } catch {
    // Without room for it, the reminder comes again.
  }
}

function exportKey() {
  return `recall:${siteName()}:export`;
}
