// Every English word of the progress page.

import { VERDICTS, place } from "./items.js";
import { percent, rangeShort } from "./test.js";

/**
 * @typedef {object} LastTest how the last test came out
 * @property {keyof typeof STANDINGS} verdict
 * @property {number} right
 * @property {number} all
 * @property {number} left out of the verdict
 * @property {number} time
 * @property {{low: number, high: number} | null} range
 */

export const PROGRESS_WORDS = Object.freeze({
  empty: "No answers yet. They appear here, topic by topic, and stay in this browser.",
  noTopics: "No topic of this site has questions yet.",
  notLoaded: "The list of topics could not be loaded. What is kept is safe; load the page anew to see it.",
  startTest: "Start test",
  startLearning: "Start learning",
  weakest: "Weakest first",
  notBegun: "Not begun",
  notAnswered: "not begun",
  kept: "What is kept",
  export: "Export progress",
  import: "Import progress",
  reset: "Reset everything",
  resetFor: "Nothing you did so far will count any more, here or anywhere this is imported. Export first if in doubt.",
  notTyped: "Nothing was reset: the word does not match.",
  cleared: "Everything was reset.",
  nothingNew: "Nothing in the file was new.",
  setAside: "What could not be read",
});

/** Of a topic's last test. */
const STANDINGS = Object.freeze({ ...VERDICTS, secure: "strong on two days, so secure" });

/** Why a file was refused. */
const IMPORT_ERRORS = Object.freeze({
  size: "Nothing was imported: the file is larger than 5 MB.",
  depth: "Nothing was imported: the file is nested too deep to be an export of progress.",
  format: "Nothing was imported: the file is not an export of progress.",
  newer: "Nothing was imported: the file was made by a newer version of this site.",
  unreadable: "Nothing was imported: the file could not be read.",
  /** @param {string} site */
  site: (site) => `Nothing was imported: the file belongs to another site, “${short(site)}”.`,
  /** @param {string} name of an item or a test */
  record: (name) => `Nothing was imported: what the file says of “${short(name)}” cannot be right.`,
});

/** Where records are kept. */
const PLACES = Object.freeze({
  browser: "Kept in this browser",
  hub: "Kept in this browser for all pages of this folder",
  memory: "Kept until you close this page",
});

/** Characters that browsers let all sites of an origin keep, by and large. */
const ROOM = 5_000_000;

/**
 * Why a file was refused.
 * @param {{error: keyof typeof IMPORT_ERRORS, name?: string}} refusal with the name of another site or of a record
 */
export function importRefused({ error, name = "" }) {
  const words = IMPORT_ERRORS[error];
  return typeof words === "string" ? words : words(name);
}

/** @param {string} text from anywhere */
function short(text) {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/**
 * @param {number} count
 * @param {string} one
 * @param {string} other
 */
function counted(count, one, other) {
  const number = new Intl.NumberFormat("en").format(count);
  return `${number} ${new Intl.PluralRules("en").select(count) === "one" ? one : other}`;
}

/** @param {number} time */
function day(time) {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" }).format(time);
}

/**
 * How a topic stands, with what says so.
 * @param {{last: LastTest | null, answered: number, right: number, all: number}} standing
 * @returns {[state: string, evidence: string]}
 */
export function stateTold({ last, answered, right, all }) {
  if (last) return lastTold(last);
  if (answered === 0) return [PROGRESS_WORDS.notAnswered, counted(all, "question", "questions")];
  return ["no test yet", answeredTold(answered, right, all)];
}

/**
 * How a test came out, with what says so.
 * @param {LastTest} last
 * @returns {[state: string, evidence: string]}
 */
export function lastTold({ verdict, right, all, time, range, left }) {
  const likely = range ? [`range ${rangeShort(range)}`] : [];
  const out = left > 0 ? [`${left} left out of the verdict`] : [];
  return [STANDINGS[verdict], [`${place(right, all)} on ${day(time)}`, ...likely, ...out].join(", ")];
}

/**
 * @param {number} answered
 * @param {number} right
 * @param {number} all
 */
export function answeredTold(answered, right, all) {
  return `${place(answered, all)} answered, ${right} right on the first try`;
}

/**
 * What comes back, and when.
 * @param {number} due
 * @param {number} next time, 0 for none
 */
export function dueTold(due, next) {
  if (due === 0 && next === 0) return "nothing comes back";
  const later = next > 0 ? `the next on ${day(next)}` : "";
  return [due > 0 ? `${due} due now` : "nothing due", later].filter(Boolean).join(", ");
}

/** @param {string} name of an objective, as its author wrote it */
export function objectiveName(name) {
  return name.replaceAll(/[-_]+/g, " ");
}

/**
 * @param {number} right
 * @param {number} answered
 */
export function rightTold(right, answered) {
  return `${place(right, answered)} right`;
}

/** @param {{place: keyof typeof PLACES, records: number, bytes: number}} health */
export function healthTold({ place: where, records, bytes }) {
  const share = Math.floor((100 * bytes) / ROOM);
  const room = share < 1 ? `less than ${percent(1)}` : percent(share);
  return `${PLACES[where]}: ${counted(records, "record", "records")}, ${room} of the room that browsers give.`;
}

/** @param {number} count of records */
export function badTold(count) {
  const records = counted(count, "record", "records");
  return `${records} could not be read, and ${count === 1 ? "is" : "are"} set aside as found.`;
}

/** @param {number} count of records */
export function newerTold(count) {
  return `${counted(count, "record", "records")} of a newer version of this site: read, and never overwritten.`;
}

/**
 * @param {number} entries
 * @param {number} others drafts and tests
 */
export function importedTold(entries, others) {
  const parts = [
    ...(entries > 0 ? [counted(entries, "answer", "answers")] : []),
    ...(others > 0 ? [counted(others, "draft or test", "drafts and tests")] : []),
  ];
  return parts.length > 0 ? `Imported: ${parts.join(" and ")}.` : PROGRESS_WORDS.nothingNew;
}

/** @param {readonly string[]} words any of which will do */
export function typeToConfirm(words) {
  const list = new Intl.ListFormat("en-GB", { type: "disjunction" });
  return `Type ${list.format(words.map((word) => `“${word}”`))} to confirm`;
}
