import assert from "node:assert/strict";
import { test } from "node:test";

import { sayAnswer, sayCounts, sayRight } from "../../../plugins/mkdocs_recall/client/items/wording.js";
import { sayRated, sayReturn } from "../../../plugins/mkdocs_recall/client/items/due/due.js";

const NOW = new Date(2026, 10, 22, 23, 30).getTime();
/** @param {number} days */
const day = (days) => new Date(2026, 10, 22 + days).getTime();

test("a right answer tells the try and the help", () => {
  assert.equal(sayRight(1, false), "Correct");
  assert.equal(sayRight(2, false), "Correct, on try 2");
  assert.equal(sayRight(1, true), "Correct, with help");
  assert.equal(sayRight(2, true), "Correct, on try 2, with help");
});

test("counts use digits and the plural that belongs to them", () => {
  assert.equal(sayCounts(1, 2, 1), "1 of 2 found. 1 of your choices is wrong.");
  assert.equal(sayCounts(0, 2, 2), "0 of 2 found. 2 of your choices are wrong.");
  assert.equal(sayCounts(1, 3, 0), "1 of 3 found.");
});

test("the key is named by its letters", () => {
  assert.equal(sayAnswer(["B"]), "Answer: B");
  assert.equal(sayAnswer(["A", "B"]), "Answer: A and B");
  assert.equal(sayAnswer(["A", "B", "D"]), "Answer: A, B and D");
});

test("a rated card tells when it comes back", () => {
  assert.equal(sayRated("good", { due: day(3), grade: 3 }, NOW), "Good, back on 25 Nov");
  assert.equal(sayRated("good", { due: day(1), grade: 3 }, NOW), "Good, back tomorrow");
  assert.equal(sayRated("again", { due: day(1), grade: 1 }, NOW), "Again, back tomorrow");
  assert.equal(sayRated("again", { due: day(2), grade: 1 }, NOW), "Again, back on 24 Nov");
  assert.equal(sayRated("good", { due: day(2), grade: 2 }, NOW), "Good, back on 24 Nov", "after a hint");
  const first = "The first rating of a day counts.";
  assert.equal(sayRated("good", { due: day(1), grade: 1 }, NOW), `Due tomorrow. ${first}`, "after Again");
  assert.equal(sayRated("good", { due: day(3), grade: 1 }, NOW), `Due on 25 Nov. ${first}`);
  assert.equal(sayRated("good", { due: day(0), grade: 3 }, NOW), "Due for review");
  assert.equal(sayRated("again", { due: day(-3), grade: 1 }, NOW), "Due for review");
});

test("a future day is given by the calendar, with its year if that is another", () => {
  /** @type {[number, string][]} */
  const table = [
    [-3, ""],
    [0, ""],
    [1, "Comes back tomorrow."],
    [2, "Comes back on 24 Nov."],
    [39, "Comes back on 31 Dec."],
    [40, "Comes back on 1 Jan 2027."],
    [365, "Comes back on 22 Nov 2027."],
  ];
  for (const [days, told] of table) assert.equal(sayReturn(day(days), NOW, false, true), told);
});

test("a question tells when it comes back, and why", () => {
  assert.equal(sayReturn(day(1), NOW, true, true), "Comes back tomorrow, because you used help.");
  assert.equal(sayReturn(day(2), NOW, true, true), "Comes back on 24 Nov, because you used help.");
  assert.equal(sayReturn(day(2), NOW, true, false), "Repeat it on 24 Nov, because you used help.");
  assert.equal(sayReturn(day(1), NOW, true, false), "Repeat it tomorrow, because you used help.");
  assert.equal(sayReturn(day(2), NOW, false, false), "Repeat it on 24 Nov.");
  assert.equal(sayReturn(day(1), NOW, false, false), "Repeat it tomorrow.");
});
