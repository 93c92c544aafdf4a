import assert from "node:assert/strict";
import { test } from "node:test";

import { compactRecord } from "../../../plugins/mkdocs_recall/client/core/compact.js";
import { DAY, readEntries } from "../../../plugins/mkdocs_recall/client/core/log.js";
import { sessionOf, strongForms } from "../../../plugins/mkdocs_recall/client/core/test-forms.js";
import { findForms, judgeForm } from "../../../plugins/mkdocs_recall/client/sets/past-forms.js";

const NOW = 1795348800000;
let ids = 0;

/** @param {number} time @param {object} [more] */
function attempt(time, more = {}) {
  const said = { kind: "attempt", outcome: "right", options: ["a"], context: "test", help: [], rev: "r" };
  return { id: `e${(ids += 1)}`, time, session: "", ...said, ...more };
}

/**
 * Logs of ten questions, each answered in every form.
 * @param {readonly {seed: string, time: number, wrong?: number, context?: string}[]} forms
 */
function logsOf(forms) {
  return Array.from({ length: 10 }, (_, index) => {
    const log = forms.map(({ seed, time, wrong = 0, context = "test" }) => {
      const outcome = index < wrong ? "wrong" : "right";
      return attempt(time + index, { session: sessionOf(seed, time), outcome, context });
    });
    return { id: `q${index}`, entries: readEntries(log) };
  });
}

const BANK = new Map(Array.from({ length: 10 }, (_, index) => [`q${index}`, { rank: 1, rev: "r" }]));
const ours = () => true;

test("the forms of a test are told by the logs of its questions, the earliest first, without retries", () => {
  const forms = findForms(
    logsOf([
      { seed: "bb", time: NOW - 2 * DAY },
      { seed: "aa", time: NOW - 9 * DAY, wrong: 4 },
      { seed: "cc", time: NOW - 1 * DAY, context: "practice" },
    ]),
    ours,
  );
  assert.deepEqual(
    forms.map(({ session, finished }) => [session, finished]),
    [
      [sessionOf("aa", NOW - 9 * DAY), NOW - 9 * DAY],
      [sessionOf("bb", NOW - 2 * DAY), NOW - 2 * DAY],
    ],
  );
  assert.deepEqual(
    forms[0]?.questions.map(({ id }) => id),
    [...BANK.keys()],
    "in the order in which they were recorded",
  );
});

test("only forms that are the test's", () => {
  const logs = logsOf([{ seed: "aa", time: NOW }]);
  /** @type {[string, number][]} */
  const asked = [];
  const isOurs = (/** @type {string} */ session, /** @type {readonly string[]} */ items) => {
    asked.push([session, items.length]);
    return false;
  };
  assert.deepEqual(findForms(logs, isOurs), []);
  assert.deepEqual(asked, [[sessionOf("aa", NOW), 10]]);
});

test("an attempt that was taken back is none, and one that is recorded twice counts once", () => {
  const [first, second] = [attempt(NOW, { session: "aa.1" }), attempt(NOW + 9, { session: "aa.1", outcome: "wrong" })];
  const undo = { id: "u", time: NOW + 5, kind: "undo", of: first.id };
  const twice = findForms([{ id: "q", entries: readEntries([first, second]) }], ours);
  assert.deepEqual(
    twice[0]?.questions.map(({ entry }) => entry.outcome),
    ["right"],
  );
  const undone = findForms([{ id: "q", entries: readEntries([first, undo, second]) }], ours);
  assert.deepEqual(
    undone[0]?.questions.map(({ entry }) => entry.outcome),
    ["wrong"],
  );
});

test("a test of which one question was reset is whole; one that was reset is none", () => {
  const logs = logsOf([{ seed: "aa", time: NOW }]);
  const reset = { id: "x", time: NOW + DAY, kind: /** @type {const} */ ("reset") };
  const some = logs.map((log, index) => (index === 0 ? { ...log, entries: [...log.entries, reset] } : log));
  const all = logs.map((log) => ({ ...log, entries: [...log.entries, reset] }));
  assert.equal(findForms(some, ours)[0]?.questions.length, 10);
  assert.deepEqual(findForms(all, ours), []);
});

test("how a form came out", () => {
  const logs = logsOf([
    { seed: "aa", time: NOW - 9 * DAY, wrong: 3 },
    { seed: "bb", time: NOW - 5 * DAY },
    { seed: "cc", time: NOW - 2 * DAY, wrong: 1 },
  ]);
  const strong = strongForms(logs.map(({ entries }) => ({ rank: 1, entries, rev: "r" })));
  const tests = findForms(logs, ours).map((form) => judgeForm(form, BANK, strong));
  assert.deepEqual(
    tests.map(({ right, all, verdict }) => [right, all, verdict]),
    [
      [7, 10, "getting"],
      [10, 10, "strong"],
      [9, 10, "secure"],
    ],
  );
  assert.deepEqual(tests[0]?.range, { low: 48, high: 83 });
});

test("what was seen lately, has changed or was removed is left out of the verdict, and counts in the score", () => {
  const logs = logsOf([{ seed: "aa", time: NOW }]);
  const [first] = logs;
  first?.entries.unshift(...readEntries([attempt(NOW - 5, { context: "check", session: "s" })]));
  const [form] = findForms(logs, ours);
  assert.ok(form);
  const bank = new Map([...BANK].filter(([id]) => id !== "q1"));
  bank.set("q2", { rank: 1, rev: "later" });
  const judged = judgeForm(form, bank, []);
  assert.deepEqual([judged.right, judged.all, judged.counted.all, judged.verdict], [10, 10, 7, "few"]);
  assert.equal(judgeForm(form, null, []).counted.all, 9, "where the bank is not known, nothing has changed");
  const none = judgeForm(form, new Map(), []);
  assert.deepEqual([none.right, none.all, none.verdict, none.range], [10, 10, "few", null]);
});

test("a log that was folded tells the same forms, with responses and flags", () => {
  const session = sessionOf("aa", NOW - 90 * DAY);
  const log = [
    attempt(NOW - 99 * DAY, { context: "check", session: "s" }),
    attempt(NOW - 90.5 * DAY, { context: "check", session: "s" }),
    attempt(NOW - 90 * DAY, { session, options: [], outcome: "wrong", flagged: true }),
    { id: "reset", time: NOW - 80 * DAY, kind: "reset" },
    { id: "undo", time: NOW - 79 * DAY, kind: "undo", of: "reset" },
    attempt(NOW - 70 * DAY, { session: sessionOf("bb", NOW - 70 * DAY), options: ["b", "a"] }),
    { id: "later", time: NOW - 60 * DAY, kind: "reset" },
    attempt(NOW - 50 * DAY, { session: sessionOf("cc", NOW - 50 * DAY) }),
  ];
  const other = [
    attempt(NOW - 90 * DAY + 1, { session }),
    attempt(NOW - 70 * DAY + 1, { session: sessionOf("bb", NOW - 70 * DAY) }),
  ];
  const folded = compactRecord({ v: 1, log }, NOW);
  assert.ok(JSON.stringify(folded).length < JSON.stringify({ v: 1, log }).length);
  const [before, after] = [log, folded.log].map((entries) =>
    findForms(
      [
        { id: "q", entries: readEntries(entries) },
        { id: "o", entries: readEntries(other) },
      ],
      ours,
    ),
  );
  assert.equal(after?.length, 3);
  assert.deepEqual(after, before);
  assert.equal(after?.[0]?.questions[0]?.entry.flagged, true);
  assert.equal(after?.[0]?.questions[0]?.seen, true);
});

test("hostile entries make no form", () => {
  const entries = readEntries([
    attempt(NOW, { session: 7 }),
    attempt(NOW, { session: "no dot" }),
    attempt(NOW, { session: {} }),
    attempt(NaN, { session: "aa.1" }),
    null,
  ]);
  assert.deepEqual(findForms([{ id: "__proto__", entries }], ours), []);
  const flagged = readEntries([attempt(NOW, { session: "aa.1", flagged: "yes" })]);
  assert.equal(Object.hasOwn(flagged[0] ?? {}, "flagged"), false);
});
