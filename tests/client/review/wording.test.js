import assert from "node:assert/strict";
import { test } from "node:test";

import { sayBack } from "../../../plugins/mkdocs_recall/client/review/wording.js";

const TODAY = new Date(2026, 10, 22).getTime();
/** @param {number} days */
const day = (days) => new Date(2026, 10, 22 + days).getTime();
const NONE = { waiting: 0, later: [] };

test("the end of a review says what comes when", () => {
  const later = [
    { day: day(1), cards: 6 },
    { day: day(6), cards: 4 },
  ];
  assert.equal(sayBack({ ...NONE, later }, TODAY, true), "6 come back tomorrow, 4 on 28 Nov.");
  const [far, once] = [[{ day: day(40), cards: 2 }], [{ day: day(1), cards: 1 }]];
  assert.equal(sayBack({ ...NONE, later: once }, TODAY, true), "1 comes back tomorrow.");
  assert.equal(sayBack({ ...NONE, later: far }, TODAY, true), "2 come back on 1 Jan 2027.");
  assert.equal(sayBack(NONE, TODAY, true), "");
});

test("far days are summed up", () => {
  const later = [1, 2, 3, 4, 5].map((days) => ({ day: day(days), cards: days }));
  assert.equal(sayBack({ ...NONE, later }, TODAY, true), "1 comes back tomorrow, 2 on 24 Nov, 3 on 25 Nov, 9 later.");
});

test("with nothing due the next ones are still named", () => {
  const later = [{ day: day(3), cards: 2 }];
  assert.equal(sayBack({ ...NONE, later }, TODAY, false), "Nothing is due. 2 come back on 25 Nov.");
});

test("what is due past the cap is counted", () => {
  assert.equal(sayBack({ ...NONE, waiting: 12 }, TODAY, true), "12 more are due today.");
  assert.equal(sayBack({ ...NONE, waiting: 1 }, TODAY, true), "1 more is due today.");
});
