import assert from "node:assert/strict";
import { test } from "node:test";

import {
  VERDICTS,
  capital,
  cardsRecalled,
  conceptsComeBack,
  gotConcepts,
  lastTest,
  place,
  questionName,
  retryMissed,
  roundTold,
} from "../../plugins/mkdocs_recall/client/words.js";

const NONE = { right: 0, helped: 0, missed: 0, unanswered: 0 };

test("concepts are counted, and those not ticked come back", () => {
  assert.equal(gotConcepts(3, 5), "You got 3/5 concepts");
  assert.equal(conceptsComeBack(2, true), "2 concepts come back in your review.");
  assert.equal(conceptsComeBack(1, true), "1 concept comes back in your review.");
  assert.equal(conceptsComeBack(2, false), "2 concepts to repeat.", "on a site without a review");
  assert.equal(conceptsComeBack(1, false), "1 concept to repeat.");
});

test("a finished set tells what is not nothing", () => {
  const all = "2 right on the first try, 1 with help, 2 missed. 3 questions come back in your review.";
  assert.equal(roundTold({ right: 2, helped: 1, missed: 2, unanswered: 0 }, 3, true), all);
  assert.equal(roundTold({ ...NONE, right: 5 }, 0, true), "5 right on the first try. Nothing left to review here.");
  assert.equal(roundTold({ ...NONE, right: 2 }, 2, true), "2 right on the first try. 2 questions come back in your review.", "missed before");
  assert.equal(roundTold({ ...NONE, right: 4, unanswered: 1 }, 0, true), "4 right on the first try, 1 unanswered.");
  assert.equal(roundTold({ ...NONE, helped: 1 }, 1, true), "1 with help. 1 question comes back in your review.");
  assert.equal(roundTold({ ...NONE, unanswered: 3 }, 0, true), "3 unanswered.");
  assert.equal(roundTold(NONE, 0, true), "");
  assert.equal(roundTold({ ...NONE, missed: 3 }, 3, false), "3 missed. 3 questions to repeat.", "on a site without a review");
});

test("names of circles and buttons", () => {
  assert.equal(place(2, 5), "2 of 5");
  assert.equal(questionName(2, []), "Question 2");
  assert.equal(questionName(2, ["answered", "flagged"]), "Question 2, answered, flagged");
  assert.equal(capital("correct, with help"), "Correct, with help");
  assert.equal(retryMissed(2), "Retry the 2 you missed");
});

test("a later visit is told how things stand", () => {
  assert.equal(cardsRecalled(1, 8), "1 of 8 cards recalled");
  assert.equal(cardsRecalled(0, 1), "0 of 1 card recalled");
  assert.equal(lastTest(VERDICTS.getting, 7, 10, new Date(2026, 10, 14, 12).getTime()), "Last test: getting there, 7 of 10 on 14 Nov");
});
