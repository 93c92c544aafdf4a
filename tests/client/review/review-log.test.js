import assert from "node:assert/strict";
import { test } from "node:test";

import { findCards } from "../../../plugins/mkdocs_recall/client/core/scheduling/review-cards.js";
import { judgeReview, makeAttempt, reviewedSince } from "../../../plugins/mkdocs_recall/client/review/review-log.js";
import { CONCEPTS, EXPLAIN, NOON, rated, ticked } from "../reviews.js";

/** @typedef {import("../reviews.js").Entry} Entry */

test("ticking concepts says what the explanation has by now", () => {
  const asked = { concepts: ["c4", "c5"], ticked: ["c1", "c2", "c3"] };
  const attempt = { kind: "attempt", outcome: "right", options: ["c4", "c5"], concepts: CONCEPTS };
  assert.deepEqual(makeAttempt(asked, CONCEPTS, ["c4", "c5"]), attempt);
  const part = { ...attempt, outcome: "wrong", concepts: ["c1", "c2", "c3", "c5"] };
  assert.deepEqual(makeAttempt(asked, CONCEPTS, ["c5"]), part);
  const none = { ...attempt, outcome: "wrong", concepts: ["c1", "c2", "c3"] };
  assert.deepEqual(makeAttempt(asked, CONCEPTS, []), none);
  assert.deepEqual(makeAttempt({ ...asked, ticked: CONCEPTS }, CONCEPTS, []), none, "what was recalled before");
});

test("a review of today says how an item went", () => {
  const item = { id: "a", concepts: [] };
  assert.equal(judgeReview(item, [rated(-1, "good", "review"), rated(0, "again")], NOON), null);
  assert.deepEqual(judgeReview(item, [rated(0, "good", "review")], NOON), { right: true, missed: [] });
  assert.deepEqual(judgeReview(item, [rated(0, "again", "review")], NOON), { right: false, missed: [] });
  const undone = /** @type {Entry} */ ({ id: "u", time: NOON + 1, kind: "undo", of: "r0review" });
  assert.equal(judgeReview(item, [rated(0, "again", "review"), undone], NOON), null);
});

test("a question that is right in the end was missed, and one that is right with help was not", () => {
  const item = { id: "q", concepts: [] };
  /**
   * @param {"right" | "wrong"} outcome
   * @param {number} at
   * @param {import("../../../plugins/mkdocs_recall/client/core/log.js").HelpKind[]} help
   * @returns {Entry}
   */
  const tried = (outcome, at, help) => ({
    ...{ id: `q${at}`, time: NOON + at, kind: "attempt", outcome, options: [], context: "review" },
    ...{ session: "s", help, rev: "" },
  });
  assert.equal(judgeReview(item, [tried("wrong", 0, []), tried("right", 1, [])], NOON)?.right, false);
  assert.equal(judgeReview(item, [tried("right", 0, ["hint"])], NOON)?.right, true);
});

test("of an explanation the last ticks of a review count, concept by concept", () => {
  const log = [ticked(-1, ["c1", "c2"]), ticked(0, ["c1", "c2"], ["c3", "c4"])];
  assert.deepEqual(judgeReview(EXPLAIN, log, NOON), { right: false, missed: ["c3", "c4"] });
  const more = [...log, ticked(0, ["c1", "c2", "c3"], ["c3", "c4"])];
  assert.deepEqual(judgeReview(EXPLAIN, more, NOON), { right: false, missed: ["c4"] });
  const all = [...more, ticked(0, ["c1", "c2", "c3", "c4"], ["c3", "c4"])];
  assert.deepEqual(judgeReview(EXPLAIN, all, NOON), { right: true, missed: [] });
});

test("what was just recorded can be found, to be taken back", () => {
  const mine = rated(0, "good", "review");
  const log = [rated(-1, "again", "review"), rated(0, "again"), mine];
  assert.deepEqual(reviewedSince(log, NOON, "s0"), [mine.id]);
  assert.deepEqual(reviewedSince(log, NOON, "other"), []);
  const undone = /** @type {Entry} */ ({ id: "u", time: NOON + 1, kind: "undo", of: mine.id });
  assert.deepEqual(reviewedSince([...log, undone], NOON, "s0"), []);
  assert.equal(
    findCards({ id: "a", concepts: [] }, [rated(-1, "again"), mine, undone], NOON).length,
    1,
    "and it is due again",
  );
});
