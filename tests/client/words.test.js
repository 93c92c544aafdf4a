import assert from "node:assert/strict";
import { test } from "node:test";

import { answerIs, correct, counts, showStep, tally } from "../../plugins/mkdocs_recall/client/words.js";

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
