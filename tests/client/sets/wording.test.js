import assert from "node:assert/strict";
import { test } from "node:test";

import { sayCircle, sayRound, sayRow } from "../../../plugins/mkdocs_recall/client/sets/wording.js";

const NONE = { right: 0, helped: 0, missed: 0, unanswered: 0 };

test("circles and rows say what is known of a question", () => {
  /** @type {[import("../../../plugins/mkdocs_recall/client/sets/base-set.js").Mark, string, string][]} */
  const table = [
    [{ state: null }, "Question 2", "Unanswered"],
    [{ state: "right" }, "Question 2, correct", "Correct"],
    [{ state: "helped" }, "Question 2, correct, with help", "Correct, with help"],
    [{ state: "missed" }, "Question 2, missed", "Missed"],
    [{ state: "answered" }, "Question 2, answered", "Answered"],
    [{ state: "answered", flagged: true }, "Question 2, answered, flagged", "Answered, flagged"],
    [{ state: null, flagged: true }, "Question 2, flagged", "Flagged"],
  ];
  for (const [mark, circle, row] of table) {
    assert.equal(sayCircle(2, mark), circle);
    assert.equal(sayRow(mark), row);
  }
});

test("a finished set tells what is not nothing", () => {
  const all = "2 right on the first try, 1 with help, 2 missed. 3 questions come back in your review.";
  assert.equal(sayRound({ right: 2, helped: 1, missed: 2, unanswered: 0 }, 3, true), all);
  assert.equal(sayRound({ ...NONE, right: 5 }, 0, true), "5 right on the first try. Nothing left to review here.");
  assert.equal(
    sayRound({ ...NONE, right: 2 }, 2, true),
    "2 right on the first try. 2 questions come back in your review.",
    "missed before",
  );
  assert.equal(sayRound({ ...NONE, right: 4, unanswered: 1 }, 0, true), "4 right on the first try, 1 unanswered.");
  assert.equal(sayRound({ ...NONE, helped: 1 }, 1, true), "1 with help. 1 question comes back in your review.");
  assert.equal(sayRound({ ...NONE, unanswered: 3 }, 0, true), "3 unanswered.");
  assert.equal(sayRound(NONE, 0, true), "");
  assert.equal(
    sayRound({ ...NONE, missed: 3 }, 3, false),
    "3 missed. 3 questions to repeat.",
    "on a site without a review",
  );
});
