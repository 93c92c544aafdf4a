// The days on which something was answered. Pure.

import { isAnswer, standing } from "../core/log.js";
import { localDay } from "../core/scheduling/schedule.js";

/** @typedef {import("../core/log.js").Entry} Entry */

/**
 * @param {Iterable<readonly Entry[]>} logs
 * @param {number} now what lies later is the work of a wrong clock
 * @param {(time: number) => number} [dayOf] the first moment of a time's day
 * @returns {number[]} the first moment of each day, the earliest first
 */
export function findStudyDays(logs, now, dayOf = localDay) {
  const days = new Set();
  for (const log of logs)
    for (const entry of standing(log)) if (isAnswer(entry) && entry.time <= now) days.add(dayOf(entry.time));
  return [...days].sort((a, b) => a - b);
}
