import assert from "node:assert/strict";
import { test } from "node:test";

import { isEmpty, isLater, readDraft } from "../../plugins/mkdocs_recall/client/draft.js";
import { stateOf } from "../../plugins/mkdocs_recall/client/log.js";

const NONE = { options: [], hints: 0, steps: 0, answer: false };

test("a draft is read field by field", () => {
  assert.deepEqual(readDraft({ v: 1, time: 5, options: ["a"], hints: 1, steps: 2, answer: true }), { options: ["a"], hints: 1, steps: 2, answer: true });
  for (const value of [null, 4, "draft", [], {}, { options: "a", hints: "1", steps: -1, answer: 1 }, { hints: 1.5, steps: Infinity }]) {
    assert.deepEqual(readDraft(value), NONE);
  }
});

test("a draft is empty when nothing is chosen and nothing open", () => {
  assert.equal(isEmpty(NONE), true);
  assert.equal(isEmpty({ ...NONE, options: ["a"] }), false);
  assert.equal(isEmpty({ ...NONE, hints: 1 }), false);
  assert.equal(isEmpty({ ...NONE, steps: 1 }), false);
  assert.equal(isEmpty({ ...NONE, answer: true }), false);
});

test("a draft with another choice than the last outcome was begun after it", () => {
  const state = { ...stateOf([], ""), outcome: /** @type {const} */ ("wrong"), chosen: ["a", "b"] };
  assert.equal(isLater({ ...NONE, options: ["b", "a"], hints: 1 }, state), false);
  assert.equal(isLater({ ...NONE, options: ["a"] }, state), true);
  assert.equal(isLater({ ...NONE, hints: 1 }, state), true);
});

test("where nothing was chosen the open answer tells", () => {
  const state = { ...stateOf([], ""), outcome: /** @type {const} */ ("shown") };
  assert.equal(isLater({ ...NONE, answer: true }, state), false);
  assert.equal(isLater({ ...NONE, hints: 1 }, state), true);
});
