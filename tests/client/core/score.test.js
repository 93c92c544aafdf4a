import assert from "node:assert/strict";
import { test } from "node:test";

import { rowState, rowStateAfter, score } from "../../../plugins/mkdocs_recall/client/core/score.js";

test("one key", () => {
  assert.deepEqual(score(["b"], ["b"]), { right: true, found: 1, stray: 0 });
  assert.deepEqual(score(["a"], ["b"]), { right: false, found: 0, stray: 1 });
});

test("several keys: all of them and nothing else", () => {
  assert.equal(score(["c", "a"], ["a", "c"]).right, true);
  assert.deepEqual(score(["a"], ["a", "c"]), { right: false, found: 1, stray: 0 });
  assert.deepEqual(score(["a", "c", "d"], ["a", "c"]), { right: false, found: 2, stray: 1 });
  assert.deepEqual(score(["a", "a"], ["a", "c"]), { right: false, found: 1, stray: 0 });
});

test("nothing is right without a key or without a choice", () => {
  assert.equal(score([], []).right, false);
  assert.equal(score(["a"], []).right, false);
  assert.equal(score([], ["a"]).right, false);
});

test("names of an object's own methods are options like any other", () => {
  assert.equal(score(["constructor"], ["__proto__"]).right, false);
  assert.equal(score(["__proto__"], ["__proto__"]).right, true);
});

const told = { chosen: ["a", "d"], tried: ["b", "c"] };
const rows = [
  { id: "a", key: true },
  { id: "b", key: true },
  { id: "c", key: false },
  { id: "d", key: false },
  { id: "e", key: false },
];

test("a wrong outcome tells of chosen and tried rows, and of no key that was not chosen", () => {
  const states = rows.map((row) => rowState(row, { outcome: "wrong", ...told }));
  assert.deepEqual(states, ["right", null, "tried", "wrong", null]);
});

test("a shown answer tells the keys that were not chosen", () => {
  const states = rows.map((row) => rowState(row, { outcome: "shown", ...told }));
  assert.deepEqual(states, ["right", "missed", "tried", "wrong", null]);
});

test("leaving a verdict: what was wrong is tried, what is no longer chosen is not right", () => {
  assert.equal(rowStateAfter("wrong", true), "tried");
  assert.equal(rowStateAfter("wrong", false), "tried");
  assert.equal(rowStateAfter("tried", false), "tried");
  assert.equal(rowStateAfter("right", true), "right");
  assert.equal(rowStateAfter("right", false), null);
  assert.equal(rowStateAfter(null, true), null);
});
