import assert from "node:assert/strict";
import { test } from "node:test";

import { UNDOABLE, compactRecord } from "../../../plugins/mkdocs_recall/client/core/compact.js";
import { readEntries, stateOf } from "../../../plugins/mkdocs_recall/client/core/log.js";
import { mergeLogs, mergeRecord } from "../../../plugins/mkdocs_recall/client/core/merge.js";
import { makeGenerator } from "../../../plugins/mkdocs_recall/client/core/random.js";
import { answerIn } from "../../../plugins/mkdocs_recall/client/core/test-history.js";
import { strongForms } from "../../../plugins/mkdocs_recall/client/core/test-forms.js";

const DAY = 24 * 60 * 60 * 1000;
const NOW = 1795348800000;

/** @param {string} id @param {number} days ago @param {object} [more] */
function attempt(id, days, more = {}) {
  const said = { kind: "attempt", outcome: "right", options: [], context: "check", session: "s", help: [], rev: "r" };
  return { id, time: NOW - days * DAY, ...said, ...more };
}

/** @param {string} id @param {number} days ago */
const reset = (id, days) => ({ id, time: NOW - days * DAY, kind: "reset" });

/** @param {string} id @param {number} days ago @param {string} of */
const undo = (id, days, of) => ({ id, time: NOW - days * DAY, kind: "undo", of });

/** @param {unknown[]} log @returns {any[]} */
const compact = (...log) => /** @type {any[]} */ (compactRecord({ v: 1, log }, NOW).log);

/** @param {unknown[]} log */
const idsAfter = (...log) => compact(...log).map(({ id }) => id);

test("defaults are left out of entries that are more than a day old, and read back", () => {
  const [old, helped, fresh] = [
    attempt("a", 2),
    attempt("b", 2, { help: ["hint"], options: ["x"], context: "test" }),
    attempt("c", 0.5),
  ];
  const { options: _, help: __, context: ___, ...short } = old;
  assert.deepEqual(compact(old, helped, fresh), [short, helped, fresh]);
  assert.deepEqual(readEntries(compact(old, helped, fresh)), readEntries([old, helped, fresh]));
});

test("what is unknown stays as it is", () => {
  const odd = [
    { id: "x", time: 1, kind: "unheard", help: [] },
    7,
    { kind: "later" },
    attempt("a", 900, { given: [""] }),
  ];
  const { options: _, help: __, context: ___, ...short } = attempt("a", 900, { given: [""] });
  assert.deepEqual(compact(...odd), [...odd.slice(0, 3), short]);
});

test("what an old reset made void goes, and the reset stays", () => {
  assert.deepEqual(idsAfter(attempt("a", 40), reset("r", 35), attempt("b", 34)), ["r", "b"]);
  assert.deepEqual(idsAfter(attempt("a", 40), reset("r", 39), attempt("b", 38), reset("s", 35)), ["s"]);
  assert.deepEqual(idsAfter({ id: "odd", time: 1, kind: "unheard" }, attempt("a", 40), reset("r", 35)), ["odd", "r"]);
});

test("what can still be taken back stays", () => {
  assert.deepEqual(idsAfter(attempt("a", 40), reset("r", 29)), ["a", "r"]);
  assert.deepEqual(idsAfter(attempt("a", 40), reset("r", 39), undo("u", 38, "r")), ["a", "r", "u"]);
});

test("a past test keeps its attempts, and what was seen in the day before", () => {
  const inTest = { context: "test", session: "7f3a2c.mf3k1" };
  const log = [attempt("old", 60), attempt("seen", 50.5), attempt("t", 50, inTest), undo("u", 49, "t"), reset("r", 40)];
  assert.deepEqual(idsAfter(...log), ["seen", "t", "u", "r"]);
  const [before, after] = [readEntries(log), readEntries(compact(...log))];
  const test = { session: inTest.session, finished: NOW - 50 * DAY };
  assert.deepEqual(answerIn(after, test), answerIn(before, test));
});

test("whatever is folded, the state, past tests and any merge come to the same", () => {
  const next = makeGenerator("folding");
  const one = (/** @type {any[]} */ things) => things[Math.floor(next() * things.length)];
  for (let round = 0; round < 300; round += 1) {
    const log = Array.from({ length: 8 }, (_, index) => {
      const days = 1 + Math.floor(next() * 80) + index / 10;
      const session = one(["s", "7f3a2c.1", "aa.2.wide"]);
      return one([
        attempt(`e${index}`, days, {
          session,
          context: session === "s" ? "check" : "test",
          outcome: one(["right", "wrong"]),
        }),
        reset(`e${index}`, days),
        undo(`e${index}`, days, `e${Math.floor(next() * 8)}`),
      ]);
    });
    const whole = { v: 1, log: mergeLogs([log]) };
    const folded = compactRecord(whole, NOW);
    const [before, after] = [whole, folded].map(({ log }) => readEntries(log));
    assert.deepEqual(stateOf(after ?? [], "r"), stateOf(before ?? [], "r"), `round ${round}`);
    for (const session of ["7f3a2c.1", "aa.2.wide"])
      for (const entry of (before ?? []).filter((each) => "session" in each && each.session === session)) {
        const test = { session, finished: entry.time };
        assert.deepEqual(answerIn(after ?? [], test), answerIn(before ?? [], test), `round ${round}`);
      }
    const strong = (/** @type {any} */ entries) => strongForms([{ rank: 1, entries }], ["", "wide"]);
    assert.deepEqual(strong(after), strong(before));
    const again = readEntries(mergeRecord("i", folded, whole)?.log);
    assert.deepEqual(stateOf(again, "r"), stateOf(before ?? [], "r"));
    assert.deepEqual(compactRecord(folded, NOW), folded);
  }
});

test("a reset that nothing takes back folds at once", () => {
  const log = [attempt("a", 40), attempt("seen", 0.5), reset("r", 0)];
  const folded = /** @type {any[]} */ (compactRecord({ v: 1, log }, NOW, -Infinity).log);
  assert.deepEqual(
    folded.map(({ id }) => id),
    ["seen", "r"],
  );
  assert.ok(UNDOABLE >= 30 * DAY);
});
