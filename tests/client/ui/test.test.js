import assert from "node:assert/strict";
import { test } from "node:test";

import {
  TEST_WORDS,
  allQuestions,
  leftOut,
  leftOutChanged,
  likelyBetween,
  missedOf,
  rangeTold,
  resultOn,
  rightUnaided,
  startBelow,
  strongTakes,
  unanswered,
} from "../../../plugins/mkdocs_recall/client/ui/test.js";

test("sentences of a result", () => {
  assert.equal(resultOn(false, Date.UTC(2026, 10, 22, 12)), "Test result, 22 November 2026");
  assert.equal(resultOn(true, Date.UTC(2026, 10, 22, 12)), "Retry, 22 November 2026");
  assert.equal(rightUnaided(7), "7 right on the first try, without help.");
  assert.equal(
    likelyBetween({ low: 48, high: 83 }),
    "Over many tests like this one you would likely score between 48% and 83%.",
  );
  assert.equal(
    rangeTold({ low: 48, high: 83 }),
    "Likely score: 48% to 83%, on a scale from 0% to 100%. The goal is 70%.",
  );
  assert.equal(strongTakes(9, 10, 2), "Strong takes 9 of 10, with at least half of the hard ones right.");
  assert.equal(strongTakes(9, 10, 0), "Strong takes 9 of 10.");
  assert.equal(startBelow(5, 6), "Start with the sections below; they cover 5 of the 6 you missed.");
  assert.equal(missedOf(2, 3), "missed 2 of 3");
  assert.equal(TEST_WORDS.enough, "A verdict needs 8 questions.");
  assert.equal(TEST_WORDS.goal, "goal 70%");
});

test("one and several", () => {
  assert.equal(unanswered(3), "3 questions are unanswered. They count as missed.");
  assert.equal(unanswered(1), "1 question is unanswered. It counts as missed.");
  assert.equal(leftOut(3), "Left out of the verdict: 3 questions you answered in the last 24 hours.");
  assert.equal(leftOut(1), "Left out of the verdict: 1 question you answered in the last 24 hours.");
  assert.equal(leftOutChanged(2), "Left out of the verdict: 2 questions that have changed since you answered.");
  assert.equal(leftOutChanged(1), "Left out of the verdict: 1 question that has changed since you answered.");
  assert.equal(allQuestions(10), "All 10 questions");
  assert.equal(allQuestions(1), "1 question");
});
