import assert from "node:assert/strict";
import { test } from "node:test";

import { answerIs, comesBack, correct, counts, inDays, onDay, ratedBack, showStep, tally } from "../../plugins/mkdocs_recall/client/words.js";

test("a right answer tells the try and the help", () => {
  assert.equal(correct(1, false), "Correct");
  assert.equal(correct(2, false), "Correct, on try 2");
  assert.equal(correct(1, true), "Correct, with help");
  assert.equal(correct(2, true), "Correct, on try 2, with help");
});

test("counts use digits and the plural that belongs to them", () => {
  assert.equal(counts(1, 2, 1), "1 of 2 found. 1 choice does not belong.");
  assert.equal(counts(0, 2, 2), "0 of 2 found. 2 choices do not belong.");
  assert.equal(counts(1, 3, 0), "1 of 3 found.");
});

test("the key is named by its letters", () => {
  assert.equal(answerIs(["B"]), "Answer: B");
  assert.equal(answerIs(["A", "B"]), "Answer: A and B");
  assert.equal(answerIs(["A", "B", "D"]), "Answer: A, B and D");
});

test("controls and counts", () => {
  assert.equal(showStep(1, 3), "Show step 1 of 3");
  assert.equal(tally(1, 8), "1 of 8 recalled");
});

test("a day to come is told by the calendar", () => {
  const now = new Date(2026, 10, 22, 23, 30).getTime();
  /** @type {[number, string, string][]} */
  const table = [
    [-3, "", "3 days ago"],
    [0, "", "today"],
    [1, "tomorrow", "tomorrow"],
    [2, "on 24 Nov", "in 2 days"],
    [3, "on 25 Nov", "in 3 days"],
    [39, "on 31 Dec", "in 39 days"],
    [40, "on 1 Jan 2027", "in 40 days"],
    [365, "on 22 Nov 2027", "in 365 days"],
  ];
  for (const [days, on, within] of table) {
    assert.equal(onDay(days, new Date(2026, 10, 22 + days).getTime(), now), on);
    assert.equal(inDays(days), within);
  }
});

test("a rated card tells when it comes back", () => {
  assert.equal(ratedBack("good", "on 25 Nov"), "Good, back on 25 Nov");
  assert.equal(ratedBack("again", "tomorrow"), "Again, back tomorrow");
  assert.equal(ratedBack("good", ""), "Good, due now");
});

test("a question tells when it comes back, and why", () => {
  assert.equal(comesBack("tomorrow", true, true), "Comes back tomorrow, because you used help.");
  assert.equal(comesBack("on 24 Nov", true, true), "Comes back on 24 Nov, because you used help.");
  assert.equal(comesBack("tomorrow", false, true), "Comes back tomorrow.");
  assert.equal(comesBack("on 24 Nov", true, false), "Repeat it on 24 Nov, because you used help.");
});
