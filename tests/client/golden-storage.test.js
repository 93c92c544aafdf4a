// A reader does everything that is stored, and the storage holds exactly the records that tests/spec/golden/storage.md
// has.

import assert from "node:assert/strict";
import { test } from "node:test";

import { FakeStorage } from "./fakes.js";
import { BEGIN, MINUTE, heldBy, pretendBrowser, sectionsOf, textOf } from "./golden.js";

const SECTIONS = sectionsOf("storage.md");
const NEWER = SECTIONS.find(({ key }) => key.endsWith(":i:newer-card"))?.record;
const UNREADABLE = '{"v": 1, "log": "none"}';

const storage = new FakeStorage({
  "recall:golden:i:unreadable": UNREADABLE,
  "recall:golden:i:newer-card": JSON.stringify(NEWER),
});
const chance = pretendBrowser(storage);

const { readDraft } = await import("../../plugins/mkdocs_recall/client/core/drafts.js");
const { drawForm, arrangeForm } = await import("../../plugins/mkdocs_recall/client/test/forms/draw-form.js");
const { RecallItemElement } = await import("../../plugins/mkdocs_recall/client/items/item.js");
const { stateOf } = await import("../../plugins/mkdocs_recall/client/core/log.js");
const { readLastForm, sessionOf } = await import("../../plugins/mkdocs_recall/client/core/test-forms.js");
const { makeAttempt } = await import("../../plugins/mkdocs_recall/client/review/review-log.js");
const { readTest, findUnanswered, writeTest } = await import("../../plugins/mkdocs_recall/client/test/test-record.js");
const { readRound, judgeRound } = await import("../../plugins/mkdocs_recall/client/core/round.js");
const { listReviews } = await import("../../plugins/mkdocs_recall/client/core/scheduling/schedule.js");
const { siteStore } = await import("../../plugins/mkdocs_recall/client/store/site-store.js");
const { Store } = await import("../../plugins/mkdocs_recall/client/store/store.js");
const { StoreAdmin } = await import("../../plugins/mkdocs_recall/client/store/store-admin.js");
const { resetLog } = await import("../../plugins/mkdocs_recall/client/store/reset-log.js");
const { exportOf, readImport } = await import("../../plugins/mkdocs_recall/client/store/progress-file.js");
const { readWriting } = await import("../../plugins/mkdocs_recall/client/core/writing.js");

/** @typedef {import("../../plugins/mkdocs_recall/client/test/forms/draw-form.js").BankItem} BankItem */
/** @typedef {import("../../plugins/mkdocs_recall/client/items/item.js").AttemptResponse} Answered */
/** @typedef {import("../../plugins/mkdocs_recall/client/items/item.js").RatingResponse} Rated */

const CARD = { id: "what-is-fine-tuning", rev: "e3b0c442", kind: "card" };
const MCQ = { id: "padding-length", rev: "f7e99a31", kind: "mcq" };
const EXPLAIN = { id: "why-not-float", rev: "432d826c", kind: "explain" };
const TESTED = { id: "tested-first", rev: "1fe32039", kind: "mcq" };
const REVISIONS = new Map([CARD, MCQ, EXPLAIN].map(({ id, rev }) => [id, rev]));

const CONCEPTS = ["binary", "5f330ad3"];
/** @type {BankItem[]} */
const BANK = [
  { id: "tested-first", rank: 1, objective: "first", options: ["this", "that", "neither"], fixed: false },
  { id: "tested-second", rank: 2, objective: "second", options: ["these", "those", "none"], fixed: true },
  { id: "tested-third", rank: 3, objective: "", options: ["one", "two", "three"], fixed: false },
  { id: "tested-fourth", rank: 3, objective: "", options: ["four", "five"], fixed: false },
];

/** @type {BankItem} */
const TYPED = { id: "typed-question", rank: 1, objective: "", options: [], fixed: false, typed: true };

/**
 * Answer an item, in its lesson or in what it stands in.
 * @param {number} minute
 * @param {{id: string, rev: string, kind: string}} what
 * @param {Answered | Rated} response
 * @param {object} [where]
 * @param {import("../../plugins/mkdocs_recall/client/core/log.js").HelpKind[]} [where.help] opened before
 * @param {string} [where.within] name of the element around it
 * @param {{context: string, session: string, help: [], flagged?: true}} [where.given] by a test
 */
function answer(minute, { id, rev, kind }, response, { help = [], within = "", given } = {}) {
  chance.at(minute);
  const since = within === "recall-review" ? chance.time : 0;
  const around = within ? { localName: within, getAttribute: () => `${since}` } : null;
  const item = new RecallItemElement();
  Object.assign(item, {
    dataset: { recallId: id, recallRev: rev },
    localName: `recall-${kind}`,
    closest: () => around,
  });
  item.record(response, help, () => {}, given);
}

/** @param {import("../../plugins/mkdocs_recall/client/core/log.js").Rating} rating */
const rated = (rating) => ({ kind: /** @type {const} */ ("rating"), rating });

/**
 * @param {import("../../plugins/mkdocs_recall/client/core/log.js").Outcome} outcome
 * @param {...string} options
 */
const chose = (outcome, ...options) => ({ kind: /** @type {const} */ ("attempt"), outcome, options });

/**
 * @param {import("../../plugins/mkdocs_recall/client/core/log.js").Outcome} outcome
 * @param {...string} concepts
 */
const ticked = (outcome, ...concepts) => ({ ...chose(outcome), concepts });

/** @param {string} session @param {string} [context] */
const inTest = (session, context = "test") => ({ given: { context, session, help: /** @type {[]} */ ([]) } });

/** What a reader answers, item by item. */
function answerItems() {
  answer(1, CARD, rated("good"));
  answer(2, CARD, rated("again"), { within: "recall-practice", help: ["hint"] });
  answer(3, CARD, rated("good"), { within: "recall-review" });

  answer(4, MCQ, chose("wrong", "a68b412c"));
  answer(5, MCQ, chose("right", "2747b7c7"), { help: ["step", "hint"] });
  answer(6, MCQ, chose("shown"), { help: ["answer"] });
  answer(7, MCQ, chose("right", "2747b7c7"), { within: "recall-practice" });
  answer(8, MCQ, chose("wrong", "a68b412c"), { within: "recall-review" });

  answer(9, EXPLAIN, ticked("wrong", "binary"));
  answer(10, EXPLAIN, ticked("right", ...CONCEPTS), { within: "recall-practice", help: ["hint"] });
  answer(11, EXPLAIN, makeAttempt({ concepts: ["binary"], ticked: CONCEPTS }, CONCEPTS, []), {
    within: "recall-review",
  });

  answer(13, TESTED, chose("wrong"), inTest(sessionOf("7f3a2c-2", BEGIN + 12 * MINUTE)));
  answer(15, TESTED, chose("right", "this"), inTest(sessionOf("0b1c2d", BEGIN + 14 * MINUTE), "practice"));
  answer(17, TESTED, chose("right", "this"), inTest(sessionOf("c0ffee", BEGIN + 16 * MINUTE, "wide-test")));

  answer(18, { ...TESTED, id: "changed-question", rev: "00000000" }, chose("right", "this"));
}

/** What a reader takes back. */
function takeBack() {
  const store = siteStore();
  answer(19, { ...CARD, id: "reset-card" }, rated("good"));
  chance.at(20);
  resetLog(store, ["reset-card"]);

  answer(21, { ...CARD, id: "restored-card" }, rated("good"));
  store.saveDraft("restored-card", { options: [], hints: 1, steps: 0, answer: false });
  chance.at(22);
  const { undo } = resetLog(store, ["restored-card"]);
  assert.equal(storage.getItem("recall:golden:d:restored-card"), null);
  chance.at(23);
  undo();

  answer(24, { ...TESTED, id: "undone-question" }, chose("right", "this"), { within: "recall-review" });
  chance.at(25);
  store.append("undone-question", { kind: "undo", of: store.entries(["undone-question"])[0]?.id ?? "" });
}

/** What a reader leaves open. */
function leaveOpen() {
  const store = siteStore();
  chance.at(26);
  store.saveDraft("what-is-fine-tuning", { options: [], hints: 1, steps: 0, answer: false });
  chance.at(27);
  store.saveDraft("padding-length", { options: ["a68b412c"], hints: 1, steps: 2, answer: true });
  chance.at(28);
  store.keep("d", "why-not-float", {
    text: "A float is <b>binary</b>.\nSo it is “rounded”.",
    concepts: ["binary"],
    hints: 1,
    answer: true,
  });
  chance.at(29);
  store.keep("d", "first-steps", { at: "square-of-twelve", since: 0 });
  chance.at(30);
  store.keep("d", "retried-steps", { at: "half-of-third", since: chance.time - 1, only: ["half-of-third"] });
}

/** The forms that a reader takes. */
function takeTests() {
  const store = siteStore();
  const fresh = { responses: {}, flags: [], retry: false, finished: 0, last: null };
  const first = BANK.slice(0, 1);
  const session = sessionOf("7f3a2c-2", BEGIN + 12 * MINUTE);
  const page = "/topics/lesson-test/";

  chance.at(31);
  const drawn = drawForm(BANK, [1, 1, 1], "7f3a2c-2");
  const responses = { "tested-first": ["that"], "tested-second": ["these", "those"] };
  store.keep("t", "running-test", {
    ...drawn,
    seed: "7f3a2c-2",
    session,
    ...fresh,
    responses,
    flags: ["tested-second"],
    at: "tested-third",
    page,
  });

  chance.at(32);
  const finished = BEGIN + 13 * MINUTE;
  const last = { session, finished, items: ["tested-first"], ranks: [1] };
  store.keep("t", "finished-test", {
    ...arrangeForm(first, "7f3a2c-2"),
    seed: "7f3a2c-2",
    session,
    ...fresh,
    at: "tested-first",
    finished,
    last,
    page,
  });

  chance.at(33);
  const again = {
    seed: "0b1c2d",
    session: sessionOf("0b1c2d", BEGIN + 14 * MINUTE),
    responses: { "tested-first": ["this"] },
    at: "tested-first",
    retry: true,
  };
  store.keep("t", "retried-test", { ...arrangeForm(first, "0b1c2d"), ...fresh, ...again, last, page });

  chance.at(34);
  const wide = sessionOf("c0ffee", BEGIN + 16 * MINUTE, "wide-test");
  const form = drawForm(BANK, [1, 1, 1], "c0ffee") ?? { items: [], orders: {} };
  const end = BEGIN + 17 * MINUTE;
  const { items } = form;
  const result = {
    at: "tested-fourth",
    finished: end,
    last: { session: wide, finished: end, items, ranks: [1, 2, 3] },
  };
  store.keep("t", "wide-test", {
    ...form,
    seed: "c0ffee",
    session: wide,
    ...fresh,
    responses: { "tested-first": ["this"] },
    ...result,
    page: "/whole/",
  });
}

/** What a reader does in a review besides answering one thing. */
function reviewMore() {
  const store = siteStore();
  answer(36, { ...CARD, id: "suspended-card" }, rated("again"));
  for (const [minute, kind] of /** @type {const} */ ([
    [37, "suspend"],
    [38, "resume"],
    [39, "suspend"],
  ])) {
    chance.at(minute);
    store.append("suspended-card", { kind });
  }
  const asked = makeAttempt({ concepts: CONCEPTS, ticked: ["binary"] }, CONCEPTS, ["5f330ad3"]);
  answer(40, { ...EXPLAIN, id: "reviewed-prompt", rev: TESTED.rev }, asked, { within: "recall-review" });
}

/** What a reader types, puts in order, and types in a test. */
function produce() {
  const store = siteStore();
  const fill = { id: TYPED.id, rev: TESTED.rev, kind: "fill" };
  /** @param {import("../../plugins/mkdocs_recall/client/core/log.js").Outcome} outcome @param {...string} given */
  const typed = (outcome, ...given) => ({ ...chose(outcome), given });
  answer(41, fill, typed("wrong", "day", "", "day"));
  answer(42, fill, typed("right", "day", "<b>night</b>", "day"));
  chance.at(43);
  const given = ["c0ffee00", "first", "c0ffee00"];
  store.saveDraft("ordered-question", { options: [], given, hints: 1, steps: 0, answer: false });
  chance.at(44);
  const record = {
    items: ["tested-first", TYPED.id],
    orders: { "tested-first": ["this", "that", "neither"], [TYPED.id]: [] },
    seed: "7f3a2c",
    session: sessionOf("7f3a2c", BEGIN + 12 * MINUTE),
    responses: { "tested-first": ["that"], [TYPED.id]: ["day", "", "day"] },
    ...{ flags: [], at: TYPED.id, retry: false, finished: 0, last: null },
  };
  store.keep("t", "typed-test", { ...writeTest(record, [...BANK, TYPED]), page: "/topics/lesson-test/" });
}

test("a reader's work is stored under these keys, as these records, and under no others", () => {
  siteStore();
  answerItems();
  takeBack();
  leaveOpen();
  takeTests();
  const flagged = {
    given: { ...inTest(sessionOf("7f3a2c-2", BEGIN + 12 * MINUTE)).given, flagged: /** @type {true} */ (true) },
  };
  answer(34.5, { ...TESTED, id: "flagged-question" }, chose("right", "this"), flagged);
  chance.at(35);
  assert.deepEqual(siteStore().entries(["unreadable"]), []);
  assert.equal(siteStore().append("newer-card", { kind: "reset" }), "newer");
  reviewMore();
  produce();
  answer(45, { ...TESTED, id: "sure-question" }, { ...chose("wrong", "that"), sure: true });
  answer(46, { ...TESTED, id: "sure-question" }, { ...chose("right", "this"), sure: false });
  assert.deepEqual(heldBy(storage), Object.fromEntries(SECTIONS.map(({ key, record }) => [key, record])));
});

test("records are stored without white space, and what was set aside is as it was", () => {
  const own = Object.keys(storage).filter((key) => !key.includes(":bad:"));
  for (const key of own)
    assert.equal(storage.getItem(key), JSON.stringify(JSON.parse(storage.getItem(key) ?? "")), key);
  assert.equal(storage.getItem("recall:golden:bad:unreadable:1795350900000"), UNREADABLE);
});

/** A store of a later visit, which finds the golden records. */
function laterStore() {
  const records = SECTIONS.map(({ key, record }) => [key, JSON.stringify(record)]);
  return new Store("golden", new FakeStorage(Object.fromEntries(records)), { now: () => BEGIN, newId: () => "unused" });
}

/** @param {number} time */
const dayInUtc = (time) => Math.floor(time / (24 * 60 * MINUTE));

/** @param {string} name */
function stateRead(name) {
  const entries = laterStore().entries([name]);
  const rev = REVISIONS.get(name) ?? (name.endsWith("-card") ? CARD.rev : TESTED.rev);
  const grades = listReviews(entries, dayInUtc).map(({ grade }) => grade);
  return { ...stateOf(entries, rev), result: judgeRound(entries, 0, rev), grades };
}

/** @param {string} name */
function draftRead(name) {
  const store = laterStore();
  const record = store.kept("d", name);
  if (name === EXPLAIN.id) return readWriting(record);
  if (name.endsWith("-steps")) return readRound(record);
  assert.deepEqual(store.draft(name), readDraft(record));
  return readDraft(record);
}

/** @param {string} name */
function testRead(name) {
  const store = laterStore();
  const record = store.kept("t", name);
  const read = readTest(record, [...BANK, TYPED]);
  assert.ok(read);
  const last = readLastForm(record, (id) => store.entries([id]), []);
  const lastResult = last && { verdict: last.verdict, right: last.right, all: last.all, time: last.time };
  return { ...read, unanswered: findUnanswered(read), lastResult };
}

/** @type {Record<string, (name: string) => object>} */
const READERS = { i: stateRead, d: draftRead, t: testRead };

for (const { title, key, readBack } of SECTIONS.filter(({ readBack }) => readBack !== undefined)) {
  test(`read back: ${title}`, () => {
    const [, , kind = "", name = ""] = key.split(":");
    assert.deepEqual(READERS[kind]?.(name), readBack);
  });
}

test("a file of progress is what the records say, and says the same where it is taken in", () => {
  const text = textOf("progress-file.json");
  const file = JSON.parse(text);
  const read = readImport(text, "golden");
  assert.ok("records" in read);
  const empty = new FakeStorage();
  const store = new Store("golden", empty, { now: () => BEGIN, newId: () => "unused" });
  const admin = new StoreAdmin(store);
  assert.equal(admin.merge(read.records), null);
  const held = Object.entries(file.records).flatMap(([kind, byName]) =>
    Object.entries(byName).map(([name, record]) => [`recall:golden:${kind}:${name}`, record]),
  );
  assert.deepEqual(heldBy(empty), Object.fromEntries(held));
  assert.deepEqual(JSON.parse(JSON.stringify(exportOf(admin.records(), "golden", BEGIN + 60 * MINUTE))), file);
});
