// What the progress page and a review say: one text of the catalogue for each case.

import { daysBetween } from "../core/scheduling/schedule.js";
import { say, sayList, saySentences } from "../ui/say.js";
import { sayPercent } from "../ui/figures.js";
import { sayDayToCome } from "../ui/dates.js";
import { sayDay } from "../ui/say.js";

/**
 * @typedef {import("./standings.js").Last} Last
 * @typedef {import("./standings.js").Standing} Standing
 * @typedef {{day: number, cards: number}} Later the first moment of a day, and how many cards come back on it
 */

/** Characters that browsers let all sites of an origin keep, by and large. */
const ROOM = 5_000_000;

/** Characters of a name from a file that are shown. */
const SHORT = 60;

/** Days named one by one before the rest is summed up. */
const DAYS = 3;

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

/** @param {string} name of an objective, as its author wrote it */
export function objectiveName(name) {
  return name.replaceAll(/[-_]+/g, " ");
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
  return say("progress.confirm", { words: sayList(words.map(quote), "disjunction") });
}

/**
 * The end of a review: what comes when.
 * @param {{later: readonly Later[], waiting: number, begun: boolean}} plan with nothing for today
 * @param {number} today the first moment of the day
 * @param {number} cap new items a day
 */
export function sayEnd({ later, waiting, begun }, today, cap) {
  return saySentences([
    say(begun ? "review.done" : "review.nothingDue"),
    ...(later.length > 0 ? [say("review.later", { days: sayLater(later, today) })] : []),
    ...(waiting > 0 ? [say("review.waiting", { n: waiting }), say("review.cap", { n: cap })] : []),
  ]);
}

/**
 * @param {readonly Later[]} later
 * @param {number} today
 */
function sayLater(later, today) {
  const rest = later.slice(DAYS).reduce((sum, { cards }) => sum + cards, 0);
  const days = later
    .slice(0, DAYS)
    .map(({ day, cards }) =>
      daysBetween(today, day) === 1
        ? say("review.later.tomorrow", { n: cards })
        : say("review.later.day", { n: cards, day: sayDayToCome(day, today) }),
    );
  return sayList([...days, ...(rest > 0 ? [say("review.later.rest", { n: rest })] : [])]);
}
