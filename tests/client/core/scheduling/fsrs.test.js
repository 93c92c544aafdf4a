import assert from "node:assert/strict";
import { test } from "node:test";

import { createEmptyCard, fsrs as tsFsrs } from "ts-fsrs";

import { MOST_DAYS, fsrs } from "../../../../plugins/mkdocs_recall/client/core/scheduling/fsrs.js";
import { makeGenerator } from "../../../../plugins/mkdocs_recall/client/core/random.js";

/** @typedef {import("../../../../plugins/mkdocs_recall/client/core/scheduling/fsrs.js").Grade} Grade */
/** @typedef {import("../../../../plugins/mkdocs_recall/client/core/scheduling/fsrs.js").Review} Review */

const DAY = 24 * 60 * 60 * 1000;
const START = Date.UTC(2026, 10, 22, 12);
const ORACLE = tsFsrs({ request_retention: 0.9, enable_short_term: false, enable_fuzz: false, maximum_interval: 365 });

/**
 * What ts-fsrs makes of the same reviews, after each of them.
 * @param {readonly Review[]} reviews
 */
function theirs(reviews) {
  let time = START;
  let card = createEmptyCard(new Date(START));
  return reviews.map(({ gap, grade }, index) => {
    time += index === 0 ? 0 : gap * DAY;
    ({ card } = ORACLE.next(card, new Date(time), grade));
    return card;
  });
}

/**
 * A log by chance: sometimes reviewed when due, sometimes sooner or later, or on the same day.
 * @param {() => number} next
 * @returns {Review[]}
 */
function anyLog(next) {
  const length = 1 + Math.floor(next() * 12);
  /** @type {Review[]} */
  const reviews = [];
  for (let index = 0; index < length; index += 1) {
    const due = fsrs(reviews)?.interval ?? 0;
    const gap =
      [due, Math.round(due * next() * 3), Math.floor(next() * 4), Math.floor(next() * 400)][Math.floor(next() * 4)] ??
      0;
    reviews.push({ gap, grade: /** @type {Grade} */ (1 + Math.floor(next() * 4)) });
  }
  return reviews;
}

test("10,000 logs by chance: the same interval as ts-fsrs to the day, the same stability and difficulty", () => {
  const next = makeGenerator("fsrs");
  let reviewed = 0;
  let capped = 0;
  for (let log = 0; log < 10000; log += 1) {
    const reviews = anyLog(next);
    theirs(reviews).forEach((card, index) => {
      const told = JSON.stringify(reviews.slice(0, index + 1));
      const memory = fsrs(reviews.slice(0, index + 1));
      // Where Hard is at the most already, ts-fsrs puts Good a day beyond it.
      assert.equal(memory?.interval, Math.min(card.scheduled_days, MOST_DAYS), told);
      assert.equal(memory?.stability, card.stability, told);
      assert.equal(memory?.difficulty, card.difficulty, told);
      reviewed += 1;
      capped += Number(card.scheduled_days > MOST_DAYS);
    });
  }
  assert.ok(reviewed > 50000);
  assert.ok(capped < reviewed / 20, `${capped} of ${reviewed}`);
});

test("no review gives no memory", () => {
  assert.equal(fsrs([]), null);
});

test("the first interval depends on the grade alone", () => {
  /** @param {Grade} grade */
  const first = (grade) => fsrs([{ gap: 0, grade }])?.interval;
  assert.deepEqual([first(1), first(2), first(3), first(4)], [1, 2, 3, 8]);
});

test("good each time it is due, up to a year", () => {
  /** @type {Review[]} */
  const reviews = [];
  const intervals = Array.from({ length: 7 }, () => {
    const gap = fsrs(reviews)?.interval ?? 0;
    reviews.push({ gap, grade: 3 });
    return fsrs(reviews)?.interval;
  });
  assert.deepEqual(intervals, [3, 14, 57, 196, 365, 365, 365]);
});
