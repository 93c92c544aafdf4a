import assert from "node:assert/strict";
import { test } from "node:test";

import { endTold, whatIsMissing } from "../../../plugins/mkdocs_recall/client/ui/review.js";

const TODAY = new Date(2026, 10, 22).getTime();
/** @param {number} days */
const day = (days) => new Date(2026, 10, 22 + days).getTime();
const NONE = { today: [], waiting: 0, later: [], begun: true };

test("the end says what comes when", () => {
  const later = [
    { day: day(1), cards: 6 },
    { day: day(6), cards: 4 },
  ];
  assert.equal(endTold({ ...NONE, later }, TODAY, 10), "Done for today. 6 come back tomorrow, 4 on 28 Nov.");
  assert.equal(
    endTold({ ...NONE, later: [{ day: day(1), cards: 1 }] }, TODAY, 10),
    "Done for today. 1 comes back tomorrow.",
  );
  assert.equal(
    endTold({ ...NONE, later: [{ day: day(40), cards: 2 }] }, TODAY, 10),
    "Done for today. 2 come back on 1 Jan 2027.",
  );
  assert.equal(endTold(NONE, TODAY, 10), "Done for today.");
});

test("far days are summed up", () => {
  const later = [1, 2, 3, 4, 5].map((days) => ({ day: day(days), cards: days }));
  assert.equal(
    endTold({ ...NONE, later }, TODAY, 10),
    "Done for today. 1 comes back tomorrow, 2 on 24 Nov, 3 on 25 Nov, 9 later.",
  );
});

test("with nothing due the next ones are told all the same", () => {
  const later = [{ day: day(3), cards: 2 }];
  assert.equal(endTold({ ...NONE, begun: false, later }, TODAY, 10), "Nothing is due. 2 come back on 25 Nov.");
});

test("what waits is told, and why", () => {
  assert.equal(
    endTold({ ...NONE, waiting: 12 }, TODAY, 10),
    "Done for today. 12 more wait: at most 10 new ones come a day.",
  );
  assert.equal(
    endTold({ ...NONE, waiting: 1 }, TODAY, 1),
    "Done for today. 1 more waits: at most 1 new one comes a day.",
  );
});

test("a concept asks what is missing", () => {
  assert.equal(whatIsMissing(3, 5), "You had 3 of 5. What is missing?");
});
