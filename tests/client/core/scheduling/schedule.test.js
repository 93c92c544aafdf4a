import assert from "node:assert/strict";
import { test } from "node:test";

import { fsrs } from "../../../../plugins/mkdocs_recall/client/core/scheduling/fsrs.js";
import {
  daysBetween,
  findSchedule,
  gradeEntry,
  intervalsAfter,
  listReviews,
  scheduleAfter,
} from "../../../../plugins/mkdocs_recall/client/core/scheduling/schedule.js";

/**
 * @typedef {import("../../../../plugins/mkdocs_recall/client/core/log.js").Entry} Entry
 * @typedef {import("../../../../plugins/mkdocs_recall/client/core/log.js").HelpKind} HelpKind
 * @typedef {import("../../../../plugins/mkdocs_recall/client/core/log.js").Outcome} Outcome
 * @typedef {import("../../../../plugins/mkdocs_recall/client/core/log.js").Rating} Rating
 */

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
let ids = 0;

/** Days of UTC, so that these tests hold in every zone. @param {number} time */
const utcDay = (time) => Math.floor(time / DAY) * DAY;

/** Noon of a day. @param {number} day @param {number} [hours] before or after */
const noon = (day, hours = 0) => day * DAY + (12 + hours) * HOUR;

/**
 * @param {Outcome} outcome
 * @param {number} time
 * @param {{help?: HelpKind[], session?: string, context?: string, concepts?: string[], rev?: string}} [more]
 * @returns {Entry}
 */
function attempt(outcome, time, { help = [], session = "s", context = "check", rev = "r", ...more } = {}) {
  return { id: `e${(ids += 1)}`, kind: "attempt", outcome, time, options: [], context, session, help, rev, ...more };
}

/**
 * @param {Rating} rating
 * @param {number} time
 * @param {HelpKind[]} [help]
 * @returns {Entry}
 */
function rated(rating, time, help = []) {
  return { id: `e${(ids += 1)}`, kind: "rating", rating, time, context: "check", session: "s", help, rev: "r" };
}

/** @param {readonly Entry[]} entries */
const grades = (...entries) => listReviews(entries, utcDay).map(({ time, grade }) => [Math.floor(time / DAY), grade]);

test("the grade of an entry", () => {
  /** @type {[Entry, number][]} */
  const table = [
    [attempt("right", 1), 3],
    [attempt("right", 1, { help: ["hint"] }), 2],
    [attempt("right", 1, { help: ["hint", "step", "answer"] }), 2],
    [attempt("wrong", 1), 1],
    [attempt("wrong", 1, { help: ["hint"] }), 1],
    [attempt("shown", 1, { help: ["answer"] }), 1],
    [attempt("right", 1, { context: "test" }), 3],
    [attempt("right", 1, { concepts: ["a"] }), 3],
    [attempt("wrong", 1, { concepts: [] }), 1],
    [rated("good", 1), 3],
    [rated("good", 1, ["hint"]), 2],
    [rated("again", 1), 1],
    [rated("again", 1, ["hint"]), 1],
    [{ id: "r", time: 1, kind: "reset" }, 0],
    [{ id: "u", time: 1, kind: "undo", of: "x" }, 0],
  ];
  for (const [entry, grade] of table) assert.equal(gradeEntry(entry), grade, JSON.stringify(entry));
});

test("of a day the first round counts", () => {
  assert.deepEqual(grades(), []);
  assert.deepEqual(grades(attempt("wrong", noon(1)), attempt("right", noon(1, 1))), [[1, 1]]);
  assert.deepEqual(grades(attempt("right", noon(1)), attempt("wrong", noon(1, 2))), [[1, 3]]);
  assert.deepEqual(grades(attempt("right", noon(1), { help: ["hint"] }), attempt("right", noon(1, 9))), [[1, 2]]);
  assert.deepEqual(grades(attempt("shown", noon(1)), attempt("right", noon(2)), attempt("right", noon(4))), [
    [1, 1],
    [2, 3],
    [4, 3],
  ]);
  assert.deepEqual(
    grades(attempt("wrong", noon(1)), attempt("right", noon(2))),
    [
      [1, 1],
      [2, 3],
    ],
    "also in one session",
  );
});

test("a round that goes on past midnight belongs to the day it began", () => {
  const late = noon(1, 11.9);
  assert.deepEqual(grades(attempt("wrong", late), attempt("right", late + HOUR / 2)), [[1, 1]]);
  assert.deepEqual(grades(attempt("wrong", late), attempt("wrong", late + HOUR / 2), attempt("right", late + HOUR)), [
    [1, 1],
  ]);
  assert.deepEqual(
    grades(attempt("wrong", late), attempt("right", late + HOUR)),
    [
      [1, 1],
      [2, 3],
    ],
    "after a pause",
  );
  assert.deepEqual(
    grades(attempt("wrong", late), attempt("right", late + 1e6, { session: "t" })),
    [
      [1, 1],
      [2, 3],
    ],
    "in another visit",
  );
  assert.deepEqual(
    grades(attempt("wrong", late), attempt("right", late + 1e6, { context: "test" })),
    [
      [1, 1],
      [2, 3],
    ],
    "elsewhere",
  );
  assert.deepEqual(
    grades(attempt("right", late), attempt("wrong", late + 1e6)),
    [
      [1, 3],
      [2, 1],
    ],
    "a new round",
  );
  assert.deepEqual(
    grades(rated("again", late), rated("good", late + 1e6)),
    [
      [1, 1],
      [2, 3],
    ],
    "a card has no rounds",
  );
});

test("of an explanation the last ticks of the first sitting count", () => {
  /** @param {Outcome} outcome @param {number} time @param {string} [session] */
  const ticks = (outcome, time, session) =>
    attempt(outcome, time, { concepts: ["a"], ...(session ? { session } : {}) });
  assert.deepEqual(grades(ticks("wrong", noon(1)), ticks("right", noon(1) + 5000)), [[1, 3]]);
  assert.deepEqual(grades(ticks("right", noon(1)), ticks("wrong", noon(1) + 5000)), [[1, 1]]);
  assert.deepEqual(grades(ticks("wrong", noon(1)), ticks("right", noon(1, 1))), [[1, 1]]);
  assert.deepEqual(grades(ticks("wrong", noon(1)), ticks("right", noon(1) + 5000, "t")), [[1, 1]]);
});

test("Again takes back a Good of the same day, and Good no Again", () => {
  assert.deepEqual(grades(rated("good", noon(1)), rated("again", noon(1, 1))), [[1, 1]]);
  assert.deepEqual(grades(rated("again", noon(1)), rated("good", noon(1, 1))), [[1, 1]]);
  assert.deepEqual(grades(rated("good", noon(1)), rated("good", noon(1, 1), ["hint"])), [[1, 3]]);
  assert.deepEqual(grades(rated("good", noon(1)), rated("again", noon(2))), [
    [1, 3],
    [2, 1],
  ]);
});

test("what was taken back or lies before a reset does not count", () => {
  const miss = attempt("wrong", noon(1));
  /** @type {Entry} */
  const undo = { id: "undo", time: noon(1, 1), kind: "undo", of: miss.id };
  assert.deepEqual(grades(miss, undo), []);
  assert.deepEqual(grades(miss, undo, attempt("right", noon(1, 2))), [[1, 3]]);
  assert.deepEqual(grades(miss, { id: "reset", time: noon(2), kind: "reset" }, attempt("right", noon(3))), [[3, 3]]);
});

test("another revision keeps the schedule", () => {
  assert.deepEqual(grades(attempt("right", noon(1), { rev: "old" }), attempt("right", noon(4))), [
    [1, 3],
    [4, 3],
  ]);
});

test("a schedule is that of FSRS, in calendar days", () => {
  const entries = [attempt("right", noon(1, 11)), attempt("wrong", noon(4, -11)), attempt("right", noon(5))];
  const memory = fsrs([
    { gap: 0, grade: 3 },
    { gap: 3, grade: 1 },
    { gap: 1, grade: 3 },
  ]);
  const last = noon(5);
  const told = findSchedule(entries, noon(6), utcDay);
  assert.deepEqual(told, {
    ...memory,
    due: (5 + (memory?.interval ?? 0)) * DAY,
    last,
    reviews: 3,
    grade: 3,
    helped: false,
    sureMiss: false,
  });
  assert.equal(findSchedule([], noon(6), utcDay), null);
});

test("first intervals", () => {
  /** @param {Entry} entry */
  const days = (entry) => findSchedule([entry], noon(1), utcDay)?.interval;
  assert.deepEqual(
    [
      days(attempt("wrong", noon(1))),
      days(attempt("right", noon(1), { help: ["hint"] })),
      days(attempt("right", noon(1))),
    ],
    [1, 2, 3],
  );
});

test("at most a year, however long the log", () => {
  /** @type {Entry[]} */
  const entries = [];
  for (
    let day = 1, time = noon(1);
    day <= 12;
    day += 1, time = noon((findSchedule(entries, time, utcDay)?.due ?? 0) / DAY)
  )
    entries.push(attempt("right", time));
  const told = findSchedule(entries, noon(10000), utcDay);
  assert.equal(told?.interval, 365);
  assert.equal(told?.reviews, 12);
});

test("what a wrong clock put on a later day does not count", () => {
  const entries = [attempt("right", noon(1)), attempt("right", noon(400))];
  assert.equal(findSchedule(entries, noon(2), utcDay)?.last, noon(1));
  assert.equal(findSchedule(entries.slice(1), noon(2), utcDay), null);
  assert.equal(findSchedule([attempt("right", noon(2, 1))], noon(2), utcDay)?.reviews, 1, "later the same day does");
});

test("why it comes back", () => {
  /** @param {readonly Entry[]} entries */
  const helped = (...entries) => findSchedule(entries, noon(9), utcDay)?.helped;
  assert.equal(helped(attempt("right", noon(1), { help: ["step"] })), true);
  assert.equal(helped(attempt("shown", noon(1), { help: ["answer"] })), true);
  assert.equal(helped(attempt("right", noon(1))), false);
  assert.equal(helped(attempt("wrong", noon(1), { help: ["hint"] })), false);
  assert.equal(helped(attempt("wrong", noon(1)), attempt("shown", noon(1) + 9, { help: ["answer"] })), false);
  assert.equal(helped(rated("good", noon(1), ["hint"]), rated("again", noon(1, 1))), false);
});

test("days until it would come back", () => {
  assert.deepEqual(intervalsAfter([], [], noon(1), utcDay), { again: 1, good: 3 });
  assert.deepEqual(intervalsAfter([rated("good", noon(1))], [], noon(4), utcDay), { again: 1, good: 14 });
  assert.deepEqual(
    intervalsAfter([rated("good", noon(1))], [], noon(1, 1), utcDay),
    { again: 1, good: 3 },
    "rated today already",
  );
  assert.deepEqual(intervalsAfter([rated("again", noon(1))], [], noon(1, 1), utcDay), { again: 1, good: 1 });
  assert.deepEqual(
    intervalsAfter([rated("good", noon(400))], [], noon(1), utcDay),
    { again: 1, good: 3 },
    "a wrong clock",
  );
  assert.deepEqual(
    intervalsAfter([], ["hint"], noon(1), utcDay),
    { again: 1, good: 2 },
    "after help Good counts as Hard",
  );
});

test("what a button promises is what its press gives", () => {
  for (const first of /** @type {Rating[]} */ (["again", "good"])) {
    for (const hours of [1, 24, 72, 500]) {
      for (const rating of /** @type {Rating[]} */ (["again", "good"])) {
        const [entries, now] = [[rated(first, noon(1))], noon(1, hours)];
        for (const help of /** @type {HelpKind[][]} */ ([[], ["hint"]])) {
          const { due = 0 } = findSchedule([...entries, rated(rating, now, help)], now, utcDay) ?? {};
          assert.equal(
            daysBetween(now, due, utcDay),
            intervalsAfter(entries, help, now, utcDay)[rating],
            `${first}, ${hours} hours, ${rating}, ${help}`,
          );
        }
      }
    }
  }
});

test("the schedule after one more fact", () => {
  const entries = [attempt("wrong", noon(1), { concepts: [] })];
  const { id: _id, time: _time, ...fact } = attempt("right", 0, { concepts: ["a"] });
  assert.equal(scheduleAfter(entries, fact, noon(1) + 5000, utcDay)?.grade, 3);
  assert.equal(scheduleAfter(entries, fact, noon(1, 5), utcDay)?.grade, 1);
  assert.equal(entries.length, 1);
});

test("where the clock changes, a day is still a day", () => {
  const zone = process.env.TZ;
  /** Europe: 25 hours on 25 October 2026, 23 on 28 March 2027. Santiago: no midnight on 6 September 2026. */
  const table = /** @type {const} */ ([
    ["Europe/Berlin", [2026, 9, 24, 23, 30], [2026, 9, 25, 0, 30], 1],
    ["Europe/Berlin", [2026, 9, 25, 0, 30], [2026, 9, 25, 23, 30], 0],
    ["Europe/Berlin", [2026, 9, 24, 12], [2026, 9, 26, 12], 2],
    ["Europe/Berlin", [2027, 2, 27, 23, 59], [2027, 2, 29, 0, 1], 2],
    ["America/Santiago", [2026, 8, 5, 12], [2026, 8, 6, 3], 1],
    ["America/Santiago", [2026, 8, 5, 12], [2026, 8, 8, 12], 3],
    ["Pacific/Auckland", [2026, 8, 26, 1], [2026, 8, 28, 1], 2],
    ["UTC", [2026, 0, 1, 0], [2027, 0, 1, 0], 365],
  ]);
  try {
    for (const [name, from, to, days] of table) {
      process.env.TZ = name;
      /** @param {readonly number[]} parts */
      const at = ([year = 0, month = 0, ...rest]) => new Date(year, month, ...rest).getTime();
      assert.equal(daysBetween(at(from), at(to)), days, `${name} ${from} ${to}`);
      const due = findSchedule([attempt("right", at(from))], at(from))?.due ?? 0;
      assert.equal(daysBetween(at(from), due), 3, name);
      assert.equal(new Date(due).getDate(), new Date(at([...from.slice(0, 2), from[2] + 3])).getDate(), name);
    }
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});
