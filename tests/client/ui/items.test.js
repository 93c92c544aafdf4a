import assert from "node:assert/strict";
import { test } from "node:test";

import {
  VERDICTS,
  answerIs,
  capital,
  cardsRecalled,
  comesBack,
  conceptsComeBack,
  correct,
  counts,
  gotConcepts,
  inDays,
  lastTest,
  onDay,
  place,
  questionName,
  ratedBack,
  retryMissed,
  roundTold,
  showStep,
  tally,
} from "../../../plugins/mkdocs_recall/client/ui/items.js";

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

// Of sets, and of the ways into a topic

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
  assert.equal(
    roundTold({ ...NONE, right: 2 }, 2, true),
    "2 right on the first try. 2 questions come back in your review.",
    "missed before",
  );
  assert.equal(roundTold({ ...NONE, right: 4, unanswered: 1 }, 0, true), "4 right on the first try, 1 unanswered.");
  assert.equal(roundTold({ ...NONE, helped: 1 }, 1, true), "1 with help. 1 question comes back in your review.");
  assert.equal(roundTold({ ...NONE, unanswered: 3 }, 0, true), "3 unanswered.");
  assert.equal(roundTold(NONE, 0, true), "");
  assert.equal(
    roundTold({ ...NONE, missed: 3 }, 3, false),
    "3 missed. 3 questions to repeat.",
    "on a site without a review",
  );
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
  assert.equal(
    lastTest(VERDICTS.getting, 7, 10, new Date(2026, 10, 14, 12).getTime()),
    "Last test: getting there, 7 of 10 on 14 Nov",
  );
});
