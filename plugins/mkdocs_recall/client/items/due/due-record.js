// How many cards are due, from one small record: it is derived from the logs, so losing it loses nothing. Pure.
//
//   {"v": 1, "cap": 10, "items": {ITEM: [day of its first review, day on which a card of it is due, ...]}}
//
// Days are numbers of the reader's calendar. A choice question and a card are due on one day, an explanation on each
// day on which missed concepts are due. Whatever is due of an item is one card.

import { fields, listOf, standing } from "../../core/log.js";
import { daysBetween } from "../../core/scheduling/schedule.js";
import { isReviewEntry } from "../../core/scheduling/review-cards.js";

/**
 * @typedef {import("../../core/log.js").Entry} Entry
 * @typedef {import("../../core/scheduling/review-cards.js").ReviewCard} ReviewCard
 *
 * @typedef {object} DueItem
 * @property {number} reviewed day of its first review, 0 where it never was in one
 * @property {readonly number[]} days on which its cards are due
 *
 * @typedef {object} DueRecord
 * @property {number} cap new items a day
 * @property {ReadonlyMap<string, DueItem>} items by id
 */

export const DUE_VERSION = 1;

/** New items a day, until a review says otherwise. */
export const CAP = 10;

/** Seconds that a card takes in a review, by and large. */
const SECONDS = 25;

/** The day that numbers count from: any will do that is before all answers. */
const ORIGIN = new Date(2020, 0, 1).getTime();

/**
 * The number of a day, counted in the reader's calendar.
 * @param {number} time
 */
export function dayNumber(time) {
  return daysBetween(ORIGIN, time);
}

/**
 * @param {unknown} value
 * @returns {DueRecord | null} null for anything but such a record
 */
export function readDue(value) {
  const { v, cap, items } = fields(value);
  if (v !== DUE_VERSION || typeof items !== "object") return null;
  const found = Object.entries(fields(items)).map(
    ([id, days]) => /** @type {const} */ ([id, readDays(listOf(days).map(Number).filter(Number.isInteger))]),
  );
  return { cap: typeof cap === "number" && cap >= 0 ? cap : CAP, items: new Map(found) };
}

/** @param {number[]} numbers */
function readDays([reviewed = 0, ...days]) {
  return { reviewed, days };
}

/** @param {DueRecord} record */
export function writeDue({ cap, items }) {
  const days = [...items].map(([id, { reviewed, days }]) => [id, [reviewed, ...days]]);
  return { v: DUE_VERSION, cap, items: Object.fromEntries(days) };
}

/**
 * What the record says of an item.
 * @param {readonly ReviewCard[]} cards of it
 * @param {readonly Entry[]} entries its log
 * @returns {DueItem | null} null where nothing of it comes back
 */
export function describeDue(cards, entries) {
  if (cards.length === 0) return null;
  const first = standing(entries).find(isReviewEntry);
  return { reviewed: first ? dayNumber(first.time) : 0, days: cards.map(({ due }) => dayNumber(due)) };
}

/**
 * How many cards a review asks today: those of new items only as far as the cap goes.
 * @param {DueRecord} record
 * @param {number} now
 */
export function countDue({ cap, items }, now) {
  const today = dayNumber(now);
  const due = [...items.values()]
    .map(({ reviewed, days }) => ({ reviewed, first: Math.min(...days) }))
    .filter(({ first }) => first <= today);
  const begun = [...items.values()].filter(({ reviewed }) => reviewed === today).length;
  const fresh = due.filter(({ reviewed }) => reviewed === 0).sort((a, b) => a.first - b.first);
  return due.length - fresh.length + Math.min(fresh.length, Math.max(0, cap - begun));
}

/**
 * How long a review takes, by and large.
 * @param {number} cards
 */
export function minutesFor(cards) {
  return Math.max(1, Math.round((cards * SECONDS) / 60));
}
