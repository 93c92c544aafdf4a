// What the logs and records say about tests: what was seen lately, how a form came out, and how the last test of a page
// went. Pure.

import { DAY, LAST_TIME, fields, text, texts } from "./log.js";
import { HARDEST } from "./mastery.js";

/**
 * @typedef {import("./log.js").Entry} Entry
 * @typedef {import("./mastery.js").Verdict} Verdict
 *
 * @typedef {object} Answer to one question of a form
 * @property {number} rank of its level
 * @property {boolean} right
 * @property {boolean} seen lately, so that it does not count for the verdict
 * @property {boolean} [changed] since it was answered, so that it does not either
 * @property {boolean} [sure] whether its reader was sure, where they said so
 *
 * @typedef {object} Finished the last finished form, without retries
 * @property {string} session
 * @property {number} finished
 * @property {string[]} items
 * @property {number[]} ranks of the items
 */

/**
 * Whether an item was answered, or its answer shown, in the 24 hours before some time.
 * @param {readonly Entry[]} entries of the item
 * @param {number} time
 * @param {string} [session] of a test that does not count
 */
export function seenLately(entries, time, session) {
  const attempts = entries.filter((entry) => entry.kind === "attempt").filter((entry) => entry.session !== session);
  return attempts.some((entry) => entry.time < time && entry.time >= time - DAY);
}

/**
 * How an item was answered in a test.
 * @param {readonly Entry[]} entries of the item
 * @param {{session: string, finished: number, rev?: string}} test and the revision of the item, where it is known
 */
export function answerIn(entries, { session, finished, rev }) {
  const mine = entries.filter((entry) => entry.kind === "attempt").find((entry) => entry.session === session);
  const changed = mine !== undefined && rev !== undefined && mine.rev !== rev;
  const said = mine?.sure === undefined ? {} : { sure: mine.sure };
  return { right: mine?.outcome === "right", seen: seenLately(entries, finished, session), changed, ...said };
}

/**
 * What counts for the verdict.
 * @param {readonly Answer[]} answers
 * @returns {import("./mastery.js").Tally}
 */
export function outcomeOf(answers) {
  const counted = answers.filter(({ seen, changed }) => !seen && !changed);
  const hard = counted.filter(({ rank }) => rank === HARDEST);
  return { right: rightOf(counted), all: counted.length, hardRight: rightOf(hard), hard: hard.length };
}

/** @param {readonly Answer[]} answers */
export function rightOf(answers) {
  return answers.filter(({ right }) => right).length;
}

/**
 * @param {unknown} value
 * @returns {Finished | null}
 */
export function readFinished(value) {
  const stored = fields(value);
  const finished = timeOf(stored.finished);
  const items = texts(stored.items);
  if (finished === 0 || items.length === 0) return null;
  const { ranks } = stored;
  const known = Array.isArray(ranks) ? ranks : [];
  return { session: text(stored.session), finished, items, ranks: items.map((_, index) => Number(known[index]) || 0) };
}

/**
 * A form that is in progress, as the record of its test says.
 * @param {unknown} value
 * @returns {{answered: number, all: number, time: number} | null} how many of its questions have a response, and when
 *   it was gone on with last; null where none is in progress
 */
export function readRunning(value) {
  const { items, responses, given, finished, time } = fields(value);
  const drawn = texts(items);
  if (drawn.length === 0 || timeOf(finished) > 0) return null;
  const all = { ...fields(responses), ...fields(given) };
  const answered = drawn.filter((id) => texts(all[id]).length > 0).length;
  return { answered, all: drawn.length, time: timeOf(time) };
}

/**
 * @param {unknown} value
 * @returns {number} 0 where it is no time
 */
export function timeOf(value) {
  return typeof value === "number" && value > 0 && value <= LAST_TIME ? value : 0;
}

/**
 * What the logs say of each question of a form.
 * @param {Finished} form
 * @param {(item: string) => readonly Entry[]} entriesOf
 * @param {(item: string) => string | undefined} [revOf] the revision of an item, where it is known
 * @returns {Answer[]}
 */
export function answersOf({ session, finished, items, ranks }, entriesOf, revOf = () => undefined) {
  return items.map((item, index) => {
    return { rank: ranks[index] ?? 0, ...answerIn(entriesOf(item), { session, finished, rev: revOf(item) }) };
  });
}

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
  return list
    .split(" ")
    .filter(Boolean)
    .map((names) => names.split(","));
}

/**
 * The record of the test of a page that was finished last.
 * @param {readonly (Record<string, unknown> | null)[]} records of tests
 * @param {string} path of the page
 */
export function lastTestAt(records, path) {
  const mine = records.filter((record) => typeof record?.page === "string" && pageOf(record.page) === pageOf(path));
  const finished = (/** @type {Record<string, unknown> | null} */ record) => readFinished(record?.last)?.finished ?? 0;
  return mine.sort((a, b) => finished(b) - finished(a))[0] ?? null;
}
