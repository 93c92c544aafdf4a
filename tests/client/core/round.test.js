import assert from "node:assert/strict";
import { test } from "node:test";

import { judgeRound, readRound, sumUp } from "../../../plugins/mkdocs_recall/client/core/round.js";

/**
 * @typedef {import("../../../plugins/mkdocs_recall/client/core/log.js").Entry} Entry
 * @typedef {import("../../../plugins/mkdocs_recall/client/core/log.js").Attempt} Attempt
 * @typedef {import("../../../plugins/mkdocs_recall/client/core/log.js").RatingGiven} RatingGiven
 */

const REV = "0a1b2c3d";
const SHARED = { context: "practice", session: "s", rev: REV };

/**
 * @param {number} time
 * @param {Attempt["outcome"]} outcome
 * @param {Partial<Attempt>} [others]
 * @returns {Entry}
 */
function attempt(time, outcome, others = {}) {
  return { id: `a${time}`, time, kind: "attempt", outcome, options: [], help: [], ...SHARED, ...others };
}

/**
 * @param {number} time
 * @param {RatingGiven["rating"]} rating
 * @param {RatingGiven["help"]} [help]
 * @returns {Entry}
 */
function rated(time, rating, help = []) {
  return { id: `r${time}`, time, kind: "rating", rating, help, ...SHARED };
}

/** @type {[string, Entry[], ReturnType<typeof judgeRound>][]} */
const CASES = [
  ["nothing yet", [], null],
  ["right at once", [attempt(5, "right")], "right"],
  ["right at once, whatever was tried later", [attempt(5, "right"), attempt(6, "wrong")], "right"],
  ["right at once with help", [attempt(5, "right", { help: ["hint"] })], "helped"],
  ["right on the second try", [attempt(5, "wrong"), attempt(6, "right")], "helped"],
  ["right after the answer was shown", [attempt(5, "shown", { help: ["answer"] }), attempt(6, "right")], "helped"],
  ["right with help, and wrong in the end", [attempt(5, "right", { help: ["step"] }), attempt(6, "wrong")], "missed"],
  ["wrong", [attempt(5, "wrong")], "missed"],
  ["shown", [attempt(5, "shown", { help: ["answer"] })], "missed"],
  ["of the round before", [attempt(4, "right")], null],
  ["of the round before and of this one", [attempt(4, "wrong"), attempt(5, "right")], "right"],
  ["at another revision", [attempt(5, "right", { rev: "ffffffff" })], null],
  ["at another revision first", [attempt(5, "wrong", { rev: "ffffffff" }), attempt(6, "right")], "right"],
  ["taken back", [attempt(5, "wrong"), { id: "u", time: 6, kind: "undo", of: "a5" }], null],
  ["reset", [attempt(5, "wrong"), { id: "x", time: 6, kind: "reset" }, attempt(7, "right")], "right"],
  ["elsewhere, in the same time", [attempt(5, "right", { context: "review" })], "right"],
  ["a card", [rated(5, "good")], "right"],
  ["a card after a hint", [rated(5, "good", ["hint"])], "helped"],
  ["a card that was not recalled", [rated(5, "again")], "missed"],
  ["a card in the end", [rated(5, "again"), rated(6, "good")], "helped"],
  ["a card rated anew", [rated(5, "good"), rated(6, "again")], "missed"],
  ["a card of the round before", [rated(4, "good")], null],
  [
    "an explanation, tick by tick",
    [attempt(5, "wrong", { concepts: ["a"] }), attempt(6, "right", { concepts: ["a", "b"] })],
    "right",
  ],
  [
    "an explanation with a concept less",
    [attempt(5, "right", { concepts: ["a", "b"] }), attempt(6, "wrong", { concepts: [] })],
    "missed",
  ],
  ["an explanation after a hint", [attempt(5, "right", { concepts: ["a"], help: ["hint"] })], "helped"],
];

for (const [title, entries, result] of CASES) {
  test(`a question of a round: ${title}`, () => {
    assert.equal(judgeRound(entries, 5, REV), result);
  });
}

test("the sums of a round", () => {
  assert.deepEqual(sumUp([]), { right: 0, helped: 0, missed: 0, unanswered: 0 });
  assert.deepEqual(sumUp(["right", "missed", null, "right", "helped", "missed"]), {
    right: 2,
    helped: 1,
    missed: 2,
    unanswered: 1,
  });
});

test("a round is read field by field", () => {
  assert.deepEqual(readRound({ v: 1, time: 9, at: "a", since: 5, only: ["a", "b"] }), {
    at: "a",
    since: 5,
    only: ["a", "b"],
  });
  assert.deepEqual(readRound({ at: "a", since: 5, only: ["a", 3, "a"] }), { at: "a", since: 5, only: ["a"] });
  const whole = { at: "", since: 0, only: null };
  for (const value of [
    undefined,
    null,
    7,
    "round",
    [],
    {},
    { at: 3, since: "5", only: "a" },
    { since: -1 },
    { since: NaN },
    { since: Infinity },
  ]) {
    assert.deepEqual(readRound(value), whole);
  }
});
