import assert from "node:assert/strict";
import { test } from "node:test";

import { sayLeftOut, sayNumbers, sayOpen, sayWhatNext } from "../../../plugins/mkdocs_recall/client/test/wording.js";

const NONE = { missed: 0, covered: 0, secure: false };

test("the numbers behind a verdict", () => {
  assert.deepEqual(sayNumbers({ right: 7, all: 10, hardRight: 1, hard: 2 }), [
    "7 of 10 right.",
    "Over many tests like this one, you would probably score between 48% and 83%.",
  ]);
  assert.deepEqual(sayNumbers({ right: 0, all: 0, hardRight: 0, hard: 0 }), []);
});

test("what is left out of a verdict, one and several", () => {
  assert.deepEqual(sayLeftOut(0, 0), []);
  assert.deepEqual(sayLeftOut(3, 1), [
    "Left out of the verdict: 3 questions that you answered in the last 24 hours.",
    "Left out of the verdict: 1 question that has changed since you answered.",
  ]);
  assert.deepEqual(sayLeftOut(1, 2), [
    "Left out of the verdict: 1 question that you answered in the last 24 hours.",
    "Left out of the verdict: 2 questions that have changed since you answered.",
  ]);
});

test("what was removed, and what was not answered", () => {
  assert.deepEqual(sayLeftOut(0, 0, 2), ["Left out of the verdict: 2 questions that were removed since you answered."]);
  assert.deepEqual(sayOpen(0), []);
  assert.deepEqual(sayOpen(1), ["1 question was unanswered. It counts as missed."]);
  assert.deepEqual(sayOpen(3), ["3 questions were unanswered. They count as missed."]);
});

test("what would lead on from each verdict", () => {
  const [few, strong, getting, weak] = [
    { right: 3, all: 5, hardRight: 0, hard: 0 },
    { right: 10, all: 10, hardRight: 2, hard: 2 },
    { right: 7, all: 10, hardRight: 1, hard: 2 },
    { right: 1, all: 10, hardRight: 0, hard: 2 },
  ];
  assert.deepEqual(sayWhatNext(few, NONE), ["A verdict needs 8 questions."]);
  assert.deepEqual(sayWhatNext(strong, NONE), ["A second strong test on another day makes it secure."]);
  assert.deepEqual(sayWhatNext(strong, { ...NONE, secure: true }), ["Secure: you were strong on 2 days."]);
  assert.deepEqual(sayWhatNext(getting, NONE), [
    "A strong result takes 9 of 10, with at least half of the hard ones right.",
  ]);
  assert.deepEqual(sayWhatNext({ ...getting, hardRight: 0, hard: 0 }, NONE), ["A strong result takes 9 of 10."]);
  assert.deepEqual(sayWhatNext(weak, { ...NONE, missed: 9 }), []);
});

test("the sections to study are said to cover all, one, or some of what was missed", () => {
  const weak = { right: 1, all: 10, hardRight: 0, hard: 2 };
  /** @type {[covered: number, missed: number, told: string][]} */
  const table = [
    [9, 9, "Start with the sections below. They cover all 9 you missed."],
    [5, 9, "Start with the sections below. They cover 5 of the 9 you missed."],
    [1, 1, "Start with the section below. It covers the one you missed."],
  ];
  for (const [covered, missed, told] of table)
    assert.deepEqual(sayWhatNext(weak, { covered, missed, secure: false }), [told]);
});
