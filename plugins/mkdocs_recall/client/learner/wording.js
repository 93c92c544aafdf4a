// What the progress page says: one text of the catalogue for each case.

import { say, sayDay, sayList, saySentences } from "../ui/say.js";
import { sayPercent } from "../ui/figures.js";

/**
 * @typedef {import("./standings.js").Last} Last
 * @typedef {import("./standings.js").Standing} Standing
 */

/** Characters that browsers let all sites of an origin keep, by and large. */
const ROOM = 5_000_000;

/** Characters of a name from a file that are shown. */
const SHORT = 60;

/**
 * The state of a topic.
 * @param {Pick<Standing, "last" | "answered">} standing
 */
export function sayState({ last, answered }) {
  if (last) return say(`progress.state.${last.verdict}`);
  return answered === 0 ? say("progress.notStarted") : say("progress.state.untested");
}

/**
 * What says so.
 * @param {Pick<Standing, "last" | "answered" | "right" | "all">} standing
 */
export function sayEvidence({ last, answered, right, all }) {
  if (last) return sayLast(last);
  return answered === 0 ? say("progress.questions", { n: all }) : say("progress.answered", { answered, right, all });
}

/**
 * How a test came out.
 * @param {Last} last
 */
export function sayLast({ right, all, time, range, left }) {
  const day = sayDay(time);
  const numbers = range
    ? say("progress.last.range", { right, all, day, low: sayPercent(range.low), high: sayPercent(range.high) })
    : say("progress.last", { right, all, day });
  return saySentences([numbers, ...(left > 0 ? [say("progress.left", { n: left })] : [])]);
}

/**
 * What comes back, and when.
 * @param {number} due
 * @param {number} next time, 0 for none
 */
export function sayDue(due, next) {
  const day = sayDay(next);
  if (due > 0) return next > 0 ? say("progress.dueNext", { n: due, day }) : say("progress.due", { n: due });
  return next > 0 ? say("progress.next", { day }) : say("progress.noneDue");
}

/** @param {Pick<import("../store/store-admin.js").Health, "place" | "records" | "bytes">} health */
export function sayHealth({ place, records, bytes }) {
  const share = Math.floor((100 * bytes) / ROOM);
  return saySentences([
    say(`progress.records.${place}`, { n: records }),
    share < 1
      ? say("progress.spaceLess", { share: sayPercent(1) })
      : say("progress.space", { share: sayPercent(share) }),
  ]);
}

/**
 * Why a file was refused.
 * @param {object} refusal
 * @param {import("../store/progress-file.js").Refusal["error"] | "unreadable"} refusal.error
 * @param {string} [refusal.name] of another site or of a record
 */
export function sayRefusal({ error, name = "" }) {
  if (error === "site" || error === "record") return say(`import.${error}`, { name: quote(name) });
  return say(`import.${error}`);
}

/** @param {string} text from anywhere */
function quote(text) {
  const short = text.length > SHORT ? say("progress.cut", { text: text.slice(0, SHORT) }) : text;
  return say("progress.quoted", { text: short });
}

/**
 * @param {number} entries
 * @param {number} others drafts and tests
 */
export function sayImported(entries, others) {
  const told = [
    ...(entries > 0 ? [say("progress.imported", { n: entries })] : []),
    ...(others > 0 ? [say("progress.importedOthers", { n: others })] : []),
  ];
  return told.length > 0 ? saySentences(told) : say("progress.nothingNew");
}

/** @param {readonly string[]} words any of which will do */
export function sayConfirm(words) {
  return say("progress.confirm", { words: sayList(words.map(quote), { type: "disjunction" }) });
}
