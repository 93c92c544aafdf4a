import assert from "node:assert/strict";
import { test } from "node:test";

import { isEmpty, isLater, readDraft } from "../../../plugins/mkdocs_recall/client/core/drafts.js";
import { isBlank, isTold, readWriting } from "../../../plugins/mkdocs_recall/client/core/writing.js";
import { judgeTicks } from "../../../plugins/mkdocs_recall/client/core/score.js";
import { readEntries, stateOf } from "../../../plugins/mkdocs_recall/client/core/log.js";

const NONE = { options: [], hints: 0, steps: 0, answer: false };

test("a draft is read field by field", () => {
  assert.deepEqual(readDraft({ v: 1, time: 5, options: ["a"], hints: 1, steps: 2, answer: true }), {
    options: ["a"],
    hints: 1,
    steps: 2,
    answer: true,
  });
  for (const value of [
    null,
    4,
    "draft",
    [],
    {},
    { options: "a", hints: "1", steps: -1, answer: 1 },
    { hints: 1.5, steps: Infinity },
  ]) {
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

// Of an explanation

const BLANK = { text: "", concepts: [], hints: 0, answer: false };
const ENTRY = {
  id: "a1",
  time: 1,
  kind: "attempt",
  outcome: "wrong",
  help: [],
  context: "check",
  session: "s",
  rev: "r",
};

test("a writing is read field by field", () => {
  const whole = { text: "First <b>\n", concepts: ["a", "b"], hints: 2, answer: true };
  assert.deepEqual(readWriting({ v: 1, time: 5, ...whole }), whole);
  assert.deepEqual(readWriting({ text: "a", concepts: ["a", 7, null, "a"], hints: 1, answer: 1 }), {
    text: "a",
    concepts: ["a"],
    hints: 1,
    answer: false,
  });
  for (const value of [
    undefined,
    null,
    4,
    "text",
    [],
    {},
    { text: 3, concepts: "ab", hints: "1", answer: "true" },
    { hints: -1 },
  ]) {
    assert.deepEqual(readWriting(value), BLANK);
  }
});

test("a writing is blank when nothing is written, ticked or open", () => {
  assert.equal(isBlank(BLANK), true);
  assert.equal(isBlank({ ...BLANK, text: " " }), false);
  assert.equal(isBlank({ ...BLANK, concepts: ["a"] }), false);
  assert.equal(isBlank({ ...BLANK, hints: 1 }), false);
  assert.equal(isBlank({ ...BLANK, answer: true }), false);
});

test("right takes every concept", () => {
  assert.equal(judgeTicks(["b", "a"], ["a", "b"]), "right");
  assert.equal(judgeTicks(["a"], ["a", "b"]), "wrong");
  assert.equal(judgeTicks([], ["a"]), "wrong");
  assert.equal(judgeTicks(["constructor"], ["__proto__"]), "wrong");
});

test("the same ticks are not told twice, none among them", () => {
  /** @param {unknown[]} log */
  const state = (...log) => stateOf(readEntries(log), "r");
  assert.equal(isTold([], state()), false);
  assert.equal(isTold([], state({ ...ENTRY, concepts: [] })), true);
  assert.equal(isTold(["b", "a"], state({ ...ENTRY, concepts: ["a", "b"] })), true);
  assert.equal(isTold(["a"], state({ ...ENTRY, concepts: ["a", "b"] })), false);
  assert.equal(isTold(["a", "c"], state({ ...ENTRY, concepts: ["a", "b"] })), false);
  assert.equal(isTold(["a"], state({ ...ENTRY, concepts: ["a"], rev: "before" })), false);
});

test("ticked concepts stand in an entry and in the state after it", () => {
  const [entry] = readEntries([{ ...ENTRY, concepts: ["a", 5, "a", "b"] }]);
  assert.deepEqual(entry, { ...ENTRY, options: [], concepts: ["a", "b"] });
  assert.deepEqual(stateOf(entry ? [entry] : [], "r").chosen, ["a", "b"]);
  assert.deepEqual(stateOf(entry ? [entry] : [], "other").chosen, ["a", "b"]);
  assert.deepEqual(readEntries([{ ...ENTRY, concepts: "ab" }]), [{ ...ENTRY, options: [] }]);
});

test("what was typed is kept in its order, also where a text occurs twice, and empty texts hold their place", () => {
  const draft = readDraft({ options: [], given: ["a", "", "a", 4, null] });
  assert.deepEqual(draft.given, ["a", "", "a", "", ""]);
  assert.equal(isEmpty(draft), false);
  assert.equal("given" in readDraft({ given: "a" }), false);
  assert.equal(readDraft({ given: new Array(1000).fill("x".repeat(9000)) }).given?.join("").length, 200 * 500);
});

test("a draft with the same texts in another order was begun after the outcome", () => {
  const state = { ...stateOf([], ""), outcome: /** @type {const} */ ("wrong"), chosen: ["a", "b"] };
  assert.equal(isLater({ ...NONE, given: ["a", "b"] }, state), false);
  assert.equal(isLater({ ...NONE, given: ["b", "a"] }, state), true);
});
