import assert from "node:assert/strict";
import { test } from "node:test";

import { DAY } from "../../../plugins/mkdocs_recall/client/core/log.js";
import {
  answerIn,
  lastTestAt,
  namesIn,
  outcomeOf,
  pageOf,
  readFinished,
  rightOf,
  seenLately,
} from "../../../plugins/mkdocs_recall/client/core/test-history.js";
import {
  formOfSeed,
  formOfSession,
  readLastForm,
  sessionOf,
  strongForms,
  tierAt,
} from "../../../plugins/mkdocs_recall/client/core/test-forms.js";

/**
 * @typedef {import("../../../plugins/mkdocs_recall/client/core/log.js").Entry} Entry
 * @typedef {import("../../../plugins/mkdocs_recall/client/core/log.js").Outcome} Outcome
 */

const NOW = 100 * DAY;
let ids = 0;

/**
 * @param {Outcome} outcome
 * @param {number} time
 * @param {{context?: string, session?: string, rev?: string}} [more]
 * @returns {Entry}
 */
function attempt(outcome, time, { context = "check", session = "s", rev = "r" } = {}) {
  return { id: `e${(ids += 1)}`, kind: "attempt", outcome, time, options: [], context, session, help: [], rev };
}

/** @type {Entry} */
const RATING = {
  id: "rating",
  kind: "rating",
  rating: "good",
  time: NOW - 1,
  context: "check",
  session: "s",
  help: [],
  rev: "r",
};
/** @type {Entry} */
const RESET = { id: "reset", kind: "reset", time: NOW - 2 };

test("seen lately: answered or shown in the 24 hours before", () => {
  for (const outcome of /** @type {Outcome[]} */ (["right", "wrong", "shown"]))
    assert.equal(seenLately([attempt(outcome, NOW - 1)], NOW), true);
  assert.equal(seenLately([attempt("right", NOW - DAY)], NOW), true);
  assert.equal(seenLately([attempt("right", NOW - DAY - 1)], NOW), false);
  assert.equal(seenLately([attempt("right", NOW)], NOW), false);
  assert.equal(seenLately([attempt("right", NOW + 1)], NOW), false);
  assert.equal(seenLately([], NOW), false);
  assert.equal(seenLately([RATING], NOW), false);
});

test("the test's own attempts do not make its questions seen", () => {
  const own = attempt("right", NOW - 1, { context: "test", session: "mine" });
  assert.equal(seenLately([own], NOW, "mine"), false);
  assert.equal(seenLately([own], NOW, "other"), true);
  assert.equal(seenLately([own, attempt("wrong", NOW - 5)], NOW, "mine"), true);
});

test("unseen and missed first, then right, last what was seen lately", () => {
  assert.equal(tierAt([], "r", NOW), 0);
  assert.equal(tierAt([attempt("wrong", NOW - 2 * DAY)], "r", NOW), 0);
  assert.equal(tierAt([attempt("shown", NOW - 2 * DAY)], "r", NOW), 0);
  assert.equal(tierAt([attempt("right", NOW - 2 * DAY)], "r", NOW), 1);
  assert.equal(tierAt([attempt("wrong", NOW - 3 * DAY), attempt("right", NOW - 2 * DAY)], "r", NOW), 1);
  assert.equal(tierAt([attempt("right", NOW - 2 * DAY, { rev: "old" })], "r", NOW), 0);
  assert.equal(tierAt([attempt("wrong", NOW - 5)], "r", NOW), 2);
  assert.equal(tierAt([attempt("right", NOW - 2 * DAY), RESET], "r", NOW), 0);
});

test("what was seen lately does not count for the verdict", () => {
  const answers = [
    { rank: 1, right: true, seen: false },
    { rank: 3, right: true, seen: false },
    { rank: 3, right: false, seen: false },
    { rank: 3, right: true, seen: true },
    { rank: 2, right: false, seen: true },
    { rank: 3, right: true, seen: false, changed: true },
  ];
  assert.deepEqual(outcomeOf(answers), { right: 2, all: 3, hardRight: 1, hard: 2 });
  assert.equal(rightOf(answers), 4);
});

test("an answer tells whether its question was seen before and has changed since", () => {
  const mine = attempt("right", NOW + 1, { context: "test", session: "mine" });
  const test = { session: "mine", finished: NOW };
  assert.deepEqual(answerIn([mine], test), { right: true, seen: false, changed: false });
  assert.deepEqual(answerIn([mine], { ...test, rev: "r" }), { right: true, seen: false, changed: false });
  assert.deepEqual(answerIn([mine], { ...test, rev: "later" }), { right: true, seen: false, changed: true });
  assert.deepEqual(answerIn([attempt("wrong", NOW - 5), mine], test), { right: true, seen: true, changed: false });
  assert.deepEqual(answerIn([], { ...test, rev: "r" }), { right: false, seen: false, changed: false });
});

/**
 * A bank of items with one answer each in every form.
 * @param {readonly {seed: string, time: number, wrong: number}[]} forms
 */
function bankOf(forms) {
  return Array.from({ length: 10 }, (_, index) => ({
    rank: index < 8 ? 1 : 3,
    entries: forms.map(({ seed, time, wrong }) =>
      attempt(index < wrong ? "wrong" : "right", time + index, { context: "test", session: sessionOf(seed, time) }),
    ),
  }));
}

test("strong forms are told by the logs alone", () => {
  const forms = strongForms(
    bankOf([
      { seed: "aa", time: NOW - 9 * DAY, wrong: 1 },
      { seed: "bb-1", time: NOW - 6 * DAY, wrong: 2 },
      { seed: "cc-2", time: NOW - 3 * DAY, wrong: 0 },
    ]),
  );
  assert.deepEqual(forms, [
    { seed: "aa", time: NOW - 9 * DAY + 9 },
    { seed: "cc-2", time: NOW - 3 * DAY + 9 },
  ]);
});

test("a form right after another is not strong: its questions were seen", () => {
  const forms = strongForms(
    bankOf([
      { seed: "aa", time: NOW - 1000, wrong: 0 },
      { seed: "bb", time: NOW, wrong: 0 },
    ]),
  );
  assert.deepEqual(
    forms.map(({ seed }) => seed),
    ["aa"],
  );
});

test("what has changed since leaves the verdict of earlier forms, and what lies before a reset does too", () => {
  const bank = bankOf([{ seed: "aa", time: NOW, wrong: 0 }]);
  /** @param {number} changed how many */
  const strongWith = (changed) =>
    strongForms(bank.map((item, index) => ({ ...item, rev: index < changed ? "later" : "r" }))).length;
  assert.deepEqual([strongWith(0), strongWith(2), strongWith(3)], [1, 1, 0], "8 questions are enough, 7 too few");
  const reset = bank.map(({ rank, entries }) => ({ rank, entries: [...entries, { ...RESET, time: NOW + DAY }] }));
  assert.deepEqual(strongForms(reset), []);
});

test("a test over several pages has sessions of its own", () => {
  assert.equal(sessionOf("aa", 36), "aa.10");
  assert.equal(sessionOf("aa", 36, "course.test"), "aa.10.course.test");
  const bank = bankOf([{ seed: "aa", time: NOW, wrong: 0 }]);
  const wide = bank.map((item) => ({
    ...item,
    entries: item.entries.map((entry) => ({ ...entry, session: sessionOf("aa", NOW, "course.test") })),
  }));
  assert.equal(strongForms(wide).length, 0);
  assert.equal(strongForms(wide, ["course.test"]).length, 1);
  assert.equal(strongForms(bank, ["course.test"]).length, 0);
});

test("only tests make forms", () => {
  const bank = bankOf([{ seed: "aa", time: NOW, wrong: 0 }]);
  const practised = bank.map(({ rank, entries }) => ({
    rank,
    entries: entries.map((entry) => ({ ...entry, context: "practice" })),
  }));
  assert.deepEqual(strongForms(practised), []);
  assert.deepEqual(strongForms([]), []);
});

test("the last result is told by its record and the logs", () => {
  const bank = bankOf([{ seed: "aa", time: NOW, wrong: 3 }]);
  const items = bank.map((_, index) => `q${index}`);
  const last = { session: sessionOf("aa", NOW), finished: NOW, items, ranks: bank.map(({ rank }) => rank) };
  /** @param {string} id */
  const entriesOf = (id) => bank[items.indexOf(id)]?.entries ?? [];
  const form = readLastForm({ last }, entriesOf, []);
  assert.deepEqual(form, {
    ...{ verdict: "getting", right: 7, all: 10, time: NOW, items },
    missed: items.filter((id) => entriesOf(id).some((entry) => "outcome" in entry && entry.outcome !== "right")),
  });
  assert.equal(form?.missed.length, 3);
  assert.deepEqual(readLastForm({ last: { ...last, session: "other" } }, entriesOf, [])?.right, 0);
});

test("a hostile record gives no last result, or one that can be shown", () => {
  for (const last of [
    null,
    4,
    "x",
    [],
    {},
    { finished: 5 },
    { finished: NaN, items: ["a"] },
    { finished: 9e99, items: ["a"] },
    { finished: "5", items: ["a"] },
    { finished: -1, items: ["a"] },
  ]) {
    assert.equal(
      readLastForm({ last }, () => [], []),
      null,
      JSON.stringify(last),
    );
  }
  assert.equal(
    readLastForm(null, () => [], []),
    null,
  );
  assert.deepEqual(readFinished({ finished: 5, items: ["a", 3, "a", "b"], ranks: [null, "x"], session: {} }), {
    session: "",
    finished: 5,
    items: ["a", "b"],
    ranks: [0, 0],
  });
  assert.deepEqual(readFinished({ finished: 5, items: ["a"], ranks: "111" })?.ranks, [0]);
});

// Of a page and its links

test("a page is the same with and without what servers leave out of its address", () => {
  assert.equal(pageOf("/course/test/index.html"), "/course/test/");
  assert.equal(pageOf("/course/test/"), "/course/test/");
  assert.equal(pageOf("/course/test.html"), pageOf("/course/test"));
  assert.notEqual(pageOf("/course/index.html"), pageOf("/other/index.html"));
  assert.notEqual(pageOf("/course/myindex.html"), pageOf("/course/my/"));
});

test("the last test of a page is found among the records of all tests", () => {
  const last = { session: "s", finished: 50, items: ["a"], ranks: [1] };
  const here = { page: "/t.html", last };
  const later = { page: "/t.html", last: { ...last, finished: 60 } };
  const elsewhere = { page: "/u.html", last: { ...last, finished: 70 } };
  assert.equal(lastTestAt([null, here, elsewhere, later], "/t"), later);
  assert.equal(lastTestAt([here, { page: "/t.html" }], "/t.html"), here);
  assert.equal(lastTestAt([{ page: 5, last }, { last }, null], "/t.html"), null);
});

test("a link names items by their ids, each with those it had before", () => {
  assert.deepEqual(namesIn("one two,older,oldest three"), [["one"], ["two", "older", "oldest"], ["three"]]);
  assert.deepEqual(namesIn(""), []);
  assert.deepEqual(namesIn(undefined), []);
});

test("the session of a large bank has a short name of its form, and one stored before has the same form", () => {
  const seed = `7f3a2c-${"0a42".repeat(50)}`;
  const session = sessionOf(seed, 1795348800000, "wide");
  assert.match(session, /^7f3a2c-[0-9a-f]{16}\.[0-9a-z]+\.wide$/);
  assert.equal(formOfSession(session), formOfSeed(seed));
  assert.equal(formOfSession(`${seed}.mf3k1`), formOfSeed(seed));
  assert.notEqual(formOfSeed(`${seed}1`), formOfSeed(seed));
  assert.equal(formOfSeed("7f3a2c-0a42"), "7f3a2c-0a42");
});
