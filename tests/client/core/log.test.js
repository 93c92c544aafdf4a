import assert from "node:assert/strict";
import { test } from "node:test";

import {
  advance,
  helpSoFar,
  readEntries,
  settleTimes,
  stateOf,
} from "../../../plugins/mkdocs_recall/client/core/log.js";
import { mergeLogs } from "../../../plugins/mkdocs_recall/client/core/merge.js";

/**
 * @typedef {import("../../../plugins/mkdocs_recall/client/core/log.js").Entry} Entry
 * @typedef {import("../../../plugins/mkdocs_recall/client/core/log.js").Attempt} Attempt
 * @typedef {import("../../../plugins/mkdocs_recall/client/core/log.js").RatingGiven} RatingGiven
 */

const REV = "0a1b2c3d";
const SHARED = { context: "check", session: "s", rev: REV };

/**
 * @param {number} time
 * @param {Attempt["outcome"]} outcome
 * @param {string[]} options
 * @param {Partial<Attempt>} [others]
 * @returns {Entry}
 */
function attempt(time, outcome, options, others = {}) {
  return { id: `a${time}`, time, kind: "attempt", outcome, options, help: [], ...SHARED, ...others };
}

/**
 * @param {number} time
 * @param {RatingGiven["rating"]} rating
 * @returns {Entry}
 */
function rated(time, rating) {
  return { id: `r${time}`, time, kind: "rating", rating, help: [], ...SHARED };
}

/**
 * @param {number} time
 * @param {string} of
 * @returns {Entry}
 */
function undo(time, of) {
  return { id: `u${time}`, time, kind: "undo", of };
}

/**
 * @param {number} time
 * @returns {Entry}
 */
function reset(time) {
  return { id: `x${time}`, time, kind: "reset" };
}

/** @param {Entry[]} entries */
function state(...entries) {
  return stateOf(mergeLogs([entries]), REV);
}

const FRESH = { outcome: null, chosen: [], tries: 0, tried: [], help: [], changed: false, rating: null };

test("no entries", () => {
  assert.deepEqual(state(), FRESH);
});

test("a round: misses and their help add up until it is right", () => {
  const log = [
    attempt(1, "wrong", ["a"], { help: ["step"] }),
    attempt(2, "wrong", ["b"]),
    attempt(3, "right", ["c"], { help: ["hint", "step"] }),
  ];
  assert.deepEqual(state(...log), {
    ...FRESH,
    outcome: "right",
    chosen: ["c"],
    tries: 3,
    tried: ["a", "b"],
    help: ["hint", "step"],
  });
});

test("a new round begins after a right or a shown answer", () => {
  const right = state(
    attempt(1, "wrong", ["a"], { help: ["hint"] }),
    attempt(2, "right", ["c"]),
    attempt(3, "wrong", ["b"]),
  );
  assert.deepEqual(right, { ...FRESH, outcome: "wrong", chosen: ["b"], tries: 1, tried: ["b"] });
  const shown = state(attempt(1, "shown", [], { help: ["answer"] }), attempt(2, "right", ["c"]));
  assert.deepEqual(shown, { ...FRESH, outcome: "right", chosen: ["c"], tries: 1 });
});

test("the help of a miss counts on, the help of a finished round does not", () => {
  assert.deepEqual(helpSoFar(state(attempt(1, "wrong", ["a"], { help: ["step"] })), ["hint", "step"]), [
    "hint",
    "step",
  ]);
  assert.deepEqual(helpSoFar(state(attempt(1, "right", ["c"], { help: ["step"] })), new Set(["hint"])), ["hint"]);
});

test("an attempt at another revision leaves no verdict, no try and no help", () => {
  const old = attempt(1, "wrong", ["a"], { rev: "ffffffff", help: ["hint"] });
  assert.deepEqual(state(old), { ...FRESH, chosen: ["a"], changed: true });
  assert.deepEqual(state(old, attempt(2, "right", ["c"])), { ...FRESH, outcome: "right", chosen: ["c"], tries: 1 });
});

test("a rating is the last one, whatever the revision", () => {
  assert.equal(state(rated(1, "good"), rated(2, "again")).rating, "again");
  assert.equal(stateOf([rated(1, "good")], "another").rating, "good");
});

test("a reset ends what came before it and nothing else", () => {
  assert.deepEqual(state(attempt(1, "wrong", ["a"]), rated(2, "good"), reset(3)), FRESH);
  assert.equal(state(reset(1), rated(2, "good")).rating, "good");
  assert.equal(state(attempt(1, "wrong", ["a"]), reset(2), attempt(3, "right", ["c"])).tries, 1);
});

test("an undo takes back one entry, a reset too, and is not taken back itself", () => {
  const log = [attempt(1, "wrong", ["a"]), attempt(2, "right", ["c"])];
  assert.equal(state(...log, undo(3, "a2")).outcome, "wrong");
  assert.equal(state(...log, reset(3), undo(4, "x3")).outcome, "right");
  assert.equal(state(...log, undo(3, "a2"), undo(4, "u3")).outcome, "wrong");
  assert.equal(state(...log, undo(3, "u4"), undo(4, "u3"), undo(5, "u5"), undo(6, "nothing")).outcome, "right");
});

test("an undo that was merged in with an earlier time works as well", () => {
  assert.deepEqual(state(undo(1, "a2"), attempt(2, "right", ["c"])), FRESH);
});

test("a union is idempotent and commutative, and in order of time", () => {
  const one = [attempt(3, "right", ["c"]), attempt(1, "wrong", ["a"])];
  const two = [attempt(2, "wrong", ["b"]), attempt(3, "right", ["c"]), { ...reset(3), id: "a0" }];
  const merged = mergeLogs([one, two]);
  assert.deepEqual(
    merged.map((entry) => entry.id),
    ["a1", "a2", "a0", "a3"],
  );
  assert.deepEqual(mergeLogs([two, one]), merged);
  assert.deepEqual(mergeLogs([merged, one, merged]), merged);
});

test("what is merged in does not come back to life", () => {
  const here = [attempt(1, "wrong", ["a"]), reset(2)];
  const there = [attempt(1, "wrong", ["a"])];
  assert.deepEqual(stateOf(mergeLogs([here, there]), REV), FRESH);
});

test("advance follows the present attempt, even where the log holds one with a later time", () => {
  const before = state(attempt(9e15 / 2, "right", ["c"]));
  const fact = { ...attempt(1, "wrong", ["a"]) };
  assert.equal(advance(before, fact, REV).outcome, "wrong");
});

test("entries are read field by field", () => {
  const sound = {
    id: "a1",
    time: 1,
    kind: "attempt",
    outcome: "right",
    options: ["a"],
    help: ["hint"],
    context: "check",
    session: "s",
    rev: REV,
  };
  assert.deepEqual(readEntries([sound]), [sound]);
  assert.deepEqual(
    readEntries([{ ...sound, extra: 1, options: ["a", 2, null, "a"], help: ["spell", "step", "hint"], rev: 7 }]),
    [{ ...sound, options: ["a"], help: ["hint", "step"], rev: "" }],
  );
  assert.deepEqual(readEntries([{ id: "x", time: 2, kind: "reset", of: "y" }]), [{ id: "x", time: 2, kind: "reset" }]);
});

test("what cannot be an entry is passed over", () => {
  const stamp = { id: "a", time: 1 };
  const hostile = [
    null,
    7,
    "text",
    [],
    {},
    stamp,
    { ...stamp, kind: "constructor" },
    { ...stamp, kind: "attempt", outcome: "__proto__", options: [] },
    { ...stamp, kind: "attempt", outcome: ["right"], options: [] },
    { ...stamp, kind: "rating", rating: "toString" },
    { ...stamp, kind: "undo", of: {} },
    { id: "", time: 1, kind: "reset" },
    { id: 5, time: 1, kind: "reset" },
    { id: "a", time: "1", kind: "reset" },
    { id: "a", time: NaN, kind: "reset" },
    { id: "a", time: -1, kind: "reset" },
    { id: "a", time: 1e300, kind: "reset" },
    JSON.parse('{"__proto__": {"id": "a", "time": 1, "kind": "reset"}}'),
  ];
  assert.deepEqual(readEntries(hostile), []);
  for (const value of [undefined, null, "log", 3, { length: 1, 0: { ...stamp, kind: "reset" } }])
    assert.deepEqual(readEntries(value), []);
});

test("options that are no list, or no strings, give no options", () => {
  const [entry] = readEntries([{ id: "a", time: 1, kind: "attempt", outcome: "wrong", options: "abc" }]);
  assert.deepEqual(entry, {
    id: "a",
    time: 1,
    kind: "attempt",
    outcome: "wrong",
    options: [],
    help: [],
    context: "check",
    session: "",
    rev: "",
  });
});

// A clock that was ahead

/** @param {string} id @param {number} time @param {number} [clock] */
const timed = (id, time, clock) => ({ id, time, ...(clock === undefined ? {} : { clock }) });

test("entries after one from the future happened when the clock said so", () => {
  const log = [timed("a", 10), timed("ahead", 900), timed("b", 901, 20), timed("c", 902, 30)];
  const times = (/** @type {number} */ now) => settleTimes(log, now).map(({ time }) => time);
  assert.deepEqual(times(50), [10, 19, 20, 30]);
  assert.deepEqual(times(1000), [10, 900, 901, 902]);
  assert.deepEqual(settleTimes(log.slice(0, 2), 50), log.slice(0, 2));
});

test("a clock that was behind changes nothing once it is right", () => {
  const log = [timed("a", 100), timed("b", 101, 3)];
  assert.deepEqual(settleTimes(log, 200), log);
  assert.deepEqual(
    settleTimes(log, 5).map(({ id }) => id),
    ["a", "b"],
  );
});

test("what was given is the response of an attempt that has no options", () => {
  const stored = { id: "x", time: 1, kind: "attempt", outcome: "wrong", options: [], given: ["a", "a", ""], rev: "r" };
  const [entry] = readEntries([stored]);
  assert.ok(entry?.kind === "attempt");
  assert.deepEqual(entry.given, ["a", "a", ""]);
  const state = stateOf([entry], "r");
  assert.deepEqual(state.chosen, ["a", "a", ""]);
  assert.deepEqual(state.tried, []);
  assert.deepEqual(stateOf([entry], "other").chosen, ["a", "a", ""]);
});

test("what was given is untrusted: texts only, not too many and not too long", () => {
  const stored = { id: "x", time: 1, kind: "attempt", outcome: "right", rev: "r" };
  /** @param {unknown} given */
  const read = (given) => {
    const [entry] = readEntries([{ ...stored, given }]);
    return entry?.kind === "attempt" ? entry.given : null;
  };
  for (const given of [undefined, null, 4, "text", {}, { length: 2 }, []]) assert.equal(read(given), undefined);
  assert.deepEqual(read(["a", 4, null, {}, ["b"]]), ["a", "", "", "", ""]);
  assert.deepEqual(read(new Array(900).fill("x".repeat(501))), new Array(200).fill("x".repeat(500)));
});
