import assert from "node:assert/strict";
import { test } from "node:test";

import { makeGenerator } from "../../../plugins/mkdocs_recall/client/core/random.js";
import { countDue, dayNumber } from "../../../plugins/mkdocs_recall/client/items/due/due-record.js";
import { FORECAST_DAYS, findNextDay, forecastDue } from "../../../plugins/mkdocs_recall/client/progress/forecast.js";

const NOW = new Date(2026, 10, 14, 12).getTime();
const TODAY = dayNumber(NOW);

/** @param {[number, ...number[]][]} items day of the first review, 0 for none; days due, from today */
function record(items, cap = 10) {
  const known = items.map(([reviewed, ...days], index) => {
    return /** @type {const} */ ([`i${index}`, { reviewed, days: days.map((day) => TODAY + day) }]);
  });
  return { cap, items: new Map(known) };
}

/** @param {readonly number[]} days without the zeros at the end */
function trim(days) {
  return days.slice(0, days.length - [...days].reverse().findIndex((cards) => cards > 0));
}

test("what is due and overdue is asked today, the rest on its day, and nothing past the last", () => {
  const { days, waiting } = forecastDue(
    record([
      [5, 0],
      [5, -20],
      [5, 1],
      [5, 13],
      [5, 14],
      [5, 300],
    ]),
    NOW,
  );
  assert.equal(days.length, FORECAST_DAYS);
  assert.deepEqual([days, waiting], [[2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], 0]);
});

test("new items beyond the cap wait for the days after, the longest due first", () => {
  const { days, waiting } = forecastDue(
    record(
      [
        [0, 0],
        [0, -1],
        [0, -2],
        [0, 0],
        [0, 1],
      ],
      2,
    ),
    NOW,
  );
  assert.deepEqual([trim(days), waiting], [[2, 2, 1], 2]);
});

test("what was begun today takes its place, and what is due of an explanation is one card", () => {
  const { days, waiting } = forecastDue(
    record(
      [
        [TODAY, 3],
        [0, 0, 0, 2],
        [0, 0],
      ],
      2,
    ),
    NOW,
  );
  assert.deepEqual([trim(days), waiting], [[1, 1, 1, 1], 1]);
});

test("a cap of none shows no new item at all", () => {
  assert.deepEqual(
    forecastDue(
      record(
        [
          [0, 0],
          [0, 3],
        ],
        0,
      ),
      NOW,
    ),
    { days: Array(FORECAST_DAYS).fill(0), waiting: 1 },
  );
});

test("today is what the number beside Review says, whatever the record", () => {
  const next = makeGenerator("forecast");
  for (let round = 0; round < 300; round += 1) {
    /** @type {[number, ...number[]][]} */
    const items = Array.from({ length: 12 }, () => {
      const reviewed = next() < 0.5 ? 0 : TODAY - Math.floor(next() * 3);
      return [reviewed, ...Array.from({ length: 1 + Math.floor(next() * 3) }, () => Math.floor(next() * 12) - 5)];
    });
    const kept = record(items, Math.floor(next() * 5));
    const { days, waiting } = forecastDue(kept, NOW);
    assert.equal(days[0], countDue(kept, NOW), `round ${round}`);
    const due = countDue({ ...kept, cap: Infinity }, NOW);
    assert.equal(waiting, due - countDue(kept, NOW), `round ${round}`);
  }
});

test("a reader who has done what is due today comes back on the next day with something", () => {
  assert.equal(findNextDay([3, 0, 2, 1]), 2);
  assert.equal(findNextDay([3, 0, 0]), 0);
  assert.equal(findNextDay([0, 0, 1]), 2);
  assert.equal(findNextDay([0, 0]), -1);
});
