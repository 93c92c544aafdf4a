import assert from "node:assert/strict";
import { test } from "node:test";

import { findAnswered, groupTopics } from "../../../plugins/mkdocs_recall/client/core/manifest.js";
import { mergeLogs } from "../../../plugins/mkdocs_recall/client/core/merge.js";
import { makeGenerator } from "../../../plugins/mkdocs_recall/client/core/random.js";
import { findCards } from "../../../plugins/mkdocs_recall/client/core/scheduling/review-cards.js";
import { planReview } from "../../../plugins/mkdocs_recall/client/learner/review-queue.js";
import { findStanding, findWideResults } from "../../../plugins/mkdocs_recall/client/learner/standings.js";
import { sayEvidence, sayLast, sayState } from "../../../plugins/mkdocs_recall/client/learner/wording.js";
import { BANK, LESSON, MANIFEST, TEST, WIDE, item, page, read } from "../manifests.js";

/**
 * @typedef {import("../../../plugins/mkdocs_recall/client/core/log.js").Entry} Entry
 * @typedef {import("../../../plugins/mkdocs_recall/client/core/manifest.js").ManifestItem} ManifestItem
 */

const DAY = 24 * 60 * 60 * 1000;
const NOON = new Date(2026, 10, 14, 12).getTime();

let ids = 0;

/** @param {number} time @param {Partial<Entry>} [more] @returns {Entry} */
function attempt(time, more = {}) {
  const entry = {
    id: `e${(ids += 1)}`,
    time,
    kind: "attempt",
    outcome: "right",
    options: [],
    context: "check",
    session: "s",
    help: [],
    rev: "r",
    ...more,
  };
  return /** @type {Entry} */ (entry);
}

/**
 * @param {Record<string, Entry[]>} logs
 * @param {Record<string, object>} [tests]
 */
function reader(logs, tests = {}) {
  const test = (/** @type {string} */ id) => /** @type {Record<string, unknown> | null} */ (tests[id] ?? null);
  return {
    stored: new Set(Object.keys(logs)),
    entries: (/** @type {readonly string[]} */ names) => names.flatMap((name) => logs[name] ?? []),
    test,
  };
}

/** @param {ReturnType<typeof reader>} kept @param {number} [now] */
function standing(kept, now = NOON) {
  const [topic] = groupTopics(MANIFEST.pages);
  assert.ok(topic);
  return findStanding(topic, kept, now);
}

/** @param {string} session @param {number} time @param {number} wrong @returns {Record<string, Entry[]>} */
function form(session, time, wrong) {
  return Object.fromEntries(
    BANK.map(({ id }, index) => [
      id,
      [attempt(time, { context: "test", session, outcome: index < wrong ? "wrong" : "right" })],
    ]),
  );
}

/** @param {string} session @param {number} finished */
function finished(session, finished) {
  return { last: { session, finished, items: BANK.map(({ id }) => id), ranks: BANK.map(({ rank }) => rank) } };
}

test("nothing answered is nothing begun", () => {
  const none = standing(reader({}));
  assert.deepEqual(none, {
    ...{ answered: 0, right: 0, all: 13, last: null, due: 0, next: 0 },
    ...{ lesson: { answered: 0, all: 3 }, running: null, missed: [], studied: false },
    sections: [
      { title: "First", href: "topics/lesson.html#recall-card", right: 0, answered: 0, all: 4, done: false },
      { title: "", href: "", right: 0, answered: 0, all: 9, done: false },
    ],
  });
  assert.deepEqual([sayState(none), sayEvidence(none)], ["Not started", "13 questions."]);
});

test("answers count under former ids, and not after a reset", () => {
  const reset = /** @type {Entry} */ ({ id: "x", time: 20, kind: "reset" });
  const { answered, right } = standing(reader({ "old-name": [attempt(10)], card: [attempt(10), reset] }));
  assert.deepEqual([answered, right], [1, 1]);
});

test("a state has its evidence", () => {
  const session = "7f3a2c.abc";
  const strong = standing(reader(form(session, NOON, 1), { test: finished(session, NOON) }));
  assert.deepEqual(
    [sayState(strong), sayEvidence(strong)],
    ["Strong", "Last test: 9 of 10 on 14 Nov, likely 68% to 95%."],
  );
  const weak = standing(reader(form(session, NOON, 7), { test: finished(session, NOON) }));
  assert.deepEqual(
    [sayState(weak), sayEvidence(weak)],
    ["Weak for now", "Last test: 3 of 10 on 14 Nov, likely 16% to 51%."],
  );
  const begun = standing(reader({ card: [attempt(NOON)] }));
  assert.deepEqual([sayState(begun), sayEvidence(begun)], ["No test yet", "1 of 13 answered, 1 right last time."]);
});

test("a test in progress is told, and one that is finished is not", () => {
  const items = BANK.map(({ id }) => id);
  const underWay = { items, responses: { q0: ["a"], q1: [], q2: ["b", "c"], other: ["d"] }, finished: 0, time: 5 };
  const running = (/** @type {object} */ record) => standing(reader({}, { test: record })).running;
  assert.deepEqual(running(underWay), { answered: 2, all: 10 });
  assert.equal(running({ ...underWay, finished: NOON }), null);
  for (const record of [{}, { items: 7 }, { items: [] }, { ...underWay, items: null }])
    assert.equal(running(record), null);
});

test("a test names the sections about what it missed, and whether they were worked on since", () => {
  const session = "7f3a2c.abc";
  const logs = form(session, NOON, 5);
  const tests = { test: finished(session, NOON) };
  const before = standing(reader({ ...logs, card: [attempt(NOON - 1000)] }, tests), NOON + DAY);
  assert.deepEqual([before.missed.map(({ title }) => title), before.studied], [["First"], false]);
  assert.equal(standing(reader({ ...logs, card: [attempt(NOON + 1000)] }, tests), NOON + DAY).studied, true);
  const again = attempt(NOON + 1000, { context: "practice", session: "7f3a2c.def" });
  assert.equal(standing(reader({ ...logs, q0: [...(logs.q0 ?? []), again] }, tests), NOON + DAY).studied, false);
});

test("what was seen shortly before is left out, and said", () => {
  const session = "7f3a2c.abc";
  const logs = form(session, NOON, 0);
  logs.q0 = [attempt(NOON - 1000), ...(logs.q0 ?? [])];
  const { last } = standing(reader(logs, { test: finished(session, NOON) }));
  assert.equal(last?.left, 1);
  assert.match(
    sayEvidence(standing(reader(logs, { test: finished(session, NOON) }))),
    /^Last test: 10 of 10 on 14 Nov, likely .*\. 1 is left out of the verdict\.$/,
  );
});

test("strong on two forms a day apart is secure", () => {
  const [before, after] = [form("aaa.1", NOON - 2 * DAY, 0), form("bbb.2", NOON, 0)];
  const logs = Object.fromEntries(BANK.map(({ id }) => [id, [...(before[id] ?? []), ...(after[id] ?? [])]]));
  const secure = standing(reader(logs, { test: finished("bbb.2", NOON) }));
  assert.equal(secure.last?.verdict, "secure");
  assert.equal(sayState(secure), "Secure (strong on 2 days)");
  assert.equal(standing(reader(after, { test: finished("bbb.2", NOON) })).last?.verdict, "strong");
});

test("a test over several pages has its own state, under former ids too, and is no topic's", () => {
  const [before, after] = [form("aaa.1.broad", NOON - 2 * DAY, 0), form("bbb.2.wide", NOON, 0)];
  const logs = Object.fromEntries(BANK.map(({ id }) => [id, [...(before[id] ?? []), ...(after[id] ?? [])]]));
  const [found, ...others] = findWideResults(MANIFEST, reader(logs, { broad: finished("bbb.2.wide", NOON) }));
  assert.deepEqual(others, []);
  assert.equal(found?.test.title, "Course test");
  assert.equal(found.last.verdict, "secure");
  assert.equal(sayLast(found.last), "Last test: 10 of 10 on 14 Nov, likely 81% to 99%.");
  assert.deepEqual(findWideResults(MANIFEST, reader(logs)), []);
  assert.deepEqual(findWideResults({ ...MANIFEST, tests: [] }, reader({})), []);
  const own = page("topics/course-test", { items: [item("own", { deck: "wide", test: true })] });
  const { pages, tests } = read([LESSON, own], [WIDE]);
  const [, topic] = groupTopics(pages, tests);
  assert.ok(topic);
  assert.equal(findStanding(topic, reader({}, { wide: finished("bbb.2.wide", NOON) }), NOON).last, null);
});

test("forms of other tests make none secure, though they ask the same questions", () => {
  const logs = (/** @type {string} */ first, /** @type {string} */ second) => {
    const [before, after] = [form(first, NOON - 2 * DAY, 0), form(second, NOON, 0)];
    return Object.fromEntries(BANK.map(({ id }) => [id, [...(before[id] ?? []), ...(after[id] ?? [])]]));
  };
  const [found] = findWideResults(
    MANIFEST,
    reader(logs("aaa.1", "bbb.2.wide"), { wide: finished("bbb.2.wide", NOON) }),
  );
  assert.equal(found?.last.verdict, "strong");
  assert.equal(
    standing(reader(logs("aaa.1.wide", "bbb.2"), { test: finished("bbb.2", NOON) })).last?.verdict,
    "strong",
  );
});

test("what is due is told apart from what comes later", () => {
  const kept = reader({
    card: [attempt(NOON - 40 * DAY)],
    q0: [attempt(NOON, { outcome: "wrong" })],
    words: [attempt(NOON - 90 * DAY, { concepts: ["a", "b"] })],
  });
  const { due, next } = standing(kept);
  assert.equal(due, 1);
  assert.ok(next > NOON && next < NOON + 3 * DAY);
  assert.equal(standing(reader({ words: [attempt(NOON - 90 * DAY, { outcome: "wrong", concepts: ["a"] })] })).due, 1);
  assert.equal(
    standing(reader({ words: [attempt(NOON - 90 * DAY, { outcome: "wrong", concepts: [] })] })).due,
    1,
    "one card for both concepts",
  );
});

/**
 * A log by chance: answers of every kind and context, over weeks, with resets and undos among them.
 * @param {ManifestItem} of
 * @param {() => number} chance
 */
function logByChance({ kind, concepts }, chance) {
  const pick = (/** @type {readonly any[]} */ from) => from[Math.floor(chance() * from.length)];
  /** @type {Entry[]} */
  const log = [];
  while (chance() < 0.75) {
    const time = NOON - Math.floor(chance() * 30 * DAY);
    const shared = {
      session: pick(["s", "t"]),
      context: pick(["check", "practice", "test", "review"]),
      help: chance() < 0.2 ? ["hint"] : [],
    };
    const had = concepts.filter(() => chance() < 0.6);
    const told =
      kind === "explain" ? { concepts: had, options: shared.context === "review" ? [pick(concepts)] : [] } : {};
    const rating = /** @type {object} */ ({ kind: "rating", rating: pick(["again", "good"]) });
    const kinds = [kind === "card" ? rating : { outcome: pick(["right", "wrong", "shown"]), ...told }];
    if (chance() < 0.1) kinds.push({ kind: "reset" }, { kind: "undo", of: pick(log)?.id ?? "none" });
    log.push(attempt(time, { ...shared, ...pick(kinds) }));
  }
  return mergeLogs([log]);
}

test("what is due here is what a review asks, on logs by chance", () => {
  const [topic] = groupTopics(MANIFEST.pages);
  assert.ok(topic);
  const seen = { due: 0, next: 0, none: 0 };
  for (let round = 0; round < 400; round += 1) {
    const chance = makeGenerator(`round ${round}`);
    const logs = topic.items
      .filter(() => chance() < 0.4)
      .map(
        (each) =>
          /** @type {const} */ ([chance() < 0.5 ? (each.ids.at(-1) ?? each.id) : each.id, logByChance(each, chance)]),
      );
    const kept = reader(Object.fromEntries(logs));
    const { due, next } = standing(kept);
    const review = (/** @type {number} */ now, /** @type {number} */ cap) => {
      const items = findAnswered(MANIFEST.pages, kept.stored);
      return planReview(
        items.flatMap((each) => findCards(each, kept.entries(each.ids), now)),
        now,
        cap,
      );
    };
    const { today, waiting, later } = review(NOON, 3);
    assert.equal(due, today.length + waiting, `round ${round}`);
    assert.equal(next, later[0]?.day ?? 0, `round ${round}`);
    if (next > 0) assert.equal(review(next - 1, Infinity).today.length, due, "nothing more until then");
    const asked = (/** @type {number} */ at) =>
      review(at, Infinity).today.reduce((sum, { concepts }) => sum + Math.max(concepts.length, 1), 0);
    if (next > 0) assert.ok(asked(next) > asked(NOON), "and then more");
    if (due > 1) seen.due += 1;
    if (next > 0) seen.next += 1;
    if (due === 0 && next === 0) seen.none += 1;
  }
  assert.ok(
    Object.values(seen).every((count) => count > 5),
    JSON.stringify(seen),
  );
});

test("each item is counted in the section that teaches it, or among the others", () => {
  const wrong = { outcome: /** @type {const} */ ("wrong") };
  const { sections } = standing(
    reader({
      card: [attempt(1)],
      q0: [attempt(1, wrong)],
      q3: [attempt(1, wrong)],
      q5: [attempt(1, { help: ["hint"] })],
      q6: [attempt(1)],
    }),
  );
  assert.deepEqual(sections, [
    { title: "First", href: "topics/lesson.html#recall-card", right: 1, answered: 2, all: 4, done: true },
    { title: "", href: "", right: 1, answered: 3, all: 9, done: false },
  ]);
});

test("a section of several objectives is one, and without a question of the lesson it is never done", () => {
  const items = ["a", "b"].map((id) => item(id, { objective: id, test: true, deck: "t" }));
  const objectives = { a: { title: "One", href: "x.html#one" }, b: { title: "One", href: "x.html#recall-b" } };
  const [topic] = groupTopics(read([page("x", { items, objectives })]).pages);
  assert.ok(topic);
  const { sections } = findStanding(topic, reader({ a: [attempt(1)], b: [attempt(1)] }), NOON);
  assert.deepEqual(sections, [{ title: "One", href: "x.html#one", right: 2, answered: 2, all: 2, done: false }]);
});

test("a question left unanswered in a test is missed there, comes back, and is not answered", () => {
  const left = { context: "test", session: "7f3a2c.abc", outcome: /** @type {const} */ ("wrong") };
  const logs = { q0: [attempt(NOON, left)], q1: [attempt(NOON, { ...left, options: ["b"] })] };
  const { answered, due, next } = standing(reader(logs));
  assert.equal(answered, 1);
  assert.ok(due + next > 0);
  assert.equal(standing(reader({ q0: [attempt(NOON, { outcome: "shown" })] })).answered, 1);
});

test("a placement test has no state: it gives no verdict", () => {
  const logs = form("aaa.1.wide", NOON, 0);
  const placing = read([LESSON, TEST], [{ ...WIDE, result: "placement" }]);
  assert.equal(findWideResults(placing, reader(logs, { wide: finished("aaa.1.wide", NOON) })).length, 0);
});
