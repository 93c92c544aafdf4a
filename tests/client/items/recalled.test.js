import assert from "node:assert/strict";
import { test } from "node:test";

import { judgeGoal } from "../../../plugins/mkdocs_recall/client/items/recalled.js";

/** @typedef {import("../../../plugins/mkdocs_recall/client/core/log.js").Entry} Entry */

const DAY = 24 * 60 * 60 * 1000;

let ids = 0;

/** @param {"right" | "wrong"} outcome @param {object} [more] @returns {Entry[]} */
function log(outcome, more = {}) {
  const entry = {
    id: `e${(ids += 1)}`,
    time: 50 * DAY,
    kind: "attempt",
    outcome,
    options: ["a"],
    context: "check",
    session: "s",
    help: [],
    rev: "r",
    ...more,
  };
  return [/** @type {Entry} */ (entry)];
}

/** @param {number} right @param {number} wrong @param {number} [open] */
function logs(right, wrong, open = 0) {
  return [
    ...Array.from({ length: right }, () => log("right")),
    ...Array.from({ length: wrong }, () => log("wrong")),
    ...Array.from({ length: open }, () => /** @type {Entry[]} */ ([])),
  ];
}

test("a goal is reached when three answers, and 4 of 5 of them, were right", () => {
  assert.deepEqual(judgeGoal(logs(0, 0, 4)), { state: "none", right: 0, answered: 0 });
  assert.deepEqual(judgeGoal(logs(2, 0, 4)), { state: "soFar", right: 2, answered: 2 });
  assert.deepEqual(judgeGoal(logs(3, 0, 4)), { state: "reached", right: 3, answered: 3 });
  assert.deepEqual(judgeGoal(logs(4, 1, 4)), { state: "reached", right: 4, answered: 5 });
  assert.deepEqual(judgeGoal(logs(3, 1)), { state: "again", right: 3, answered: 4 });
  assert.deepEqual(judgeGoal(logs(0, 1, 9)), { state: "again", right: 0, answered: 1 });
});

test("where there are fewer than three questions, all of them are enough, and none reach nothing", () => {
  assert.equal(judgeGoal(logs(1, 0)).state, "reached");
  assert.equal(judgeGoal(logs(1, 0, 1)).state, "soFar");
  assert.equal(judgeGoal([]).state, "none");
});

test("what was left unanswered in a test is not answered, and help does not make it right", () => {
  const skipped = log("wrong", { context: "test", session: "seed.1", options: [] });
  assert.deepEqual(judgeGoal([skipped, log("right")]), { state: "soFar", right: 1, answered: 1 });
  assert.deepEqual(judgeGoal([log("right", { help: ["hint"] })]), { state: "again", right: 0, answered: 1 });
});

test("the last day counts", () => {
  const better = [...log("wrong", { time: 50 * DAY }), ...log("right", { time: 52 * DAY })];
  const worse = [...log("right", { time: 50 * DAY }), ...log("wrong", { time: 52 * DAY })];
  assert.equal(judgeGoal([better]).state, "reached");
  assert.equal(judgeGoal([worse]).state, "again");
});
