import assert from "node:assert/strict";
import { test } from "node:test";

import { findCards } from "../../../plugins/mkdocs_recall/client/core/scheduling/review-cards.js";
import {
  makeAttempt,
  nameCard,
  planReview,
  reviewedSince,
} from "../../../plugins/mkdocs_recall/client/learner/review-queue.js";

/** @typedef {import("../../../plugins/mkdocs_recall/client/core/log.js").Entry} Entry */

const DAY = 24 * 60 * 60 * 1000;
const NOON = new Date(2026, 10, 22, 12).getTime();
const CONCEPTS = ["c1", "c2", "c3", "c4", "c5"];
const EXPLAIN = { id: "e", concepts: CONCEPTS };

/** @param {number} day */
const noon = (day) => NOON + day * DAY;

/**
 * @param {number} day from today
 * @param {"again" | "good"} rating
 * @param {string} [context]
 * @returns {Entry}
 */
function rated(day, rating, context = "check") {
  return {
    id: `r${day}${context}`,
    time: noon(day),
    kind: "rating",
    rating,
    context,
    session: `s${day}`,
    help: [],
    rev: "",
  };
}

/**
 * @param {number} day from today
 * @param {string[]} concepts
 * @param {string[]} [asked] the concept that a review asked for
 * @param {string} [session]
 * @returns {Entry}
 */
function ticked(day, concepts, asked, session = `s${day}`) {
  const outcome = concepts.length === CONCEPTS.length ? "right" : "wrong";
  const context = asked ? "review" : "check";
  const id = `t${day}${concepts.join("")}${asked ?? ""}`;
  return {
    id,
    time: noon(day) + concepts.length,
    kind: "attempt",
    outcome,
    options: asked ?? [],
    concepts,
    context,
    session,
    help: [],
    rev: "",
  };
}

/**
 * @param {string} id
 * @param {Entry[]} log
 */
const card = (id, log) => findCards({ id, concepts: [] }, log, NOON);

/** @param {import("../../../plugins/mkdocs_recall/client/core/scheduling/review-cards.js").ReviewCard[]} asked */
const keys = (asked) => asked.map(nameCard);

test("what was never answered is not asked", () => {
  assert.deepEqual(card("a", []), []);
  const reset = /** @type {Entry} */ ({ id: "x", time: NOON, kind: "reset" });
  assert.deepEqual(card("a", [rated(-3, "again"), reset]), []);
});

test("what is due is for today, the rest is counted by day", () => {
  const asked = [
    ...card("a", [rated(-1, "again")]),
    ...card("b", [rated(0, "again")]),
    ...card("c", [rated(0, "good")]),
    ...card("d", [rated(-90, "good")]),
  ];
  const plan = planReview(asked, NOON, 10);
  assert.deepEqual(keys(plan.today).sort(), ["a", "d"]);
  assert.equal(plan.later[0]?.cards, 1);
  assert.equal(plan.later[0]?.day, new Date(2026, 10, 23).getTime());
  assert.equal(plan.later.length, 2);
  assert.equal(plan.begun, false);
});

test("an item is due from the first moment of its day", () => {
  const asked = card("a", [rated(-1, "again")]);
  const midnight = new Date(2026, 10, 22).getTime();
  assert.equal(planReview(asked, midnight, 10).today.length, 1);
  assert.equal(planReview(asked, midnight - 1, 10).today.length, 0);
});

test("new ones are capped a day, and what was reviewed before is not new", () => {
  const fresh = Array.from({ length: 5 }, (_, index) => card(`n${index}`, [rated(-9 + index, "again")])).flat();
  const old = card("old", [rated(-20, "again"), rated(-10, "again", "review")]);
  const plan = planReview([...fresh, ...old], NOON, 2);
  assert.deepEqual(keys(plan.today).sort(), ["n0", "n1", "old"], "those due for longest");
  assert.equal(plan.waiting, 3);
  assert.deepEqual(keys(planReview([...fresh, ...old], NOON, 0).today), ["old"]);
});

test("those introduced today are taken off the cap", () => {
  const done = card("done", [rated(-3, "again"), rated(0, "good", "review")]);
  const fresh = ["n0", "n1"].flatMap((id) => card(id, [rated(-2, "again")]));
  const plan = planReview([...done, ...fresh], NOON, 2);
  assert.equal(plan.today.length, 1);
  assert.equal(plan.waiting, 1);
  assert.equal(plan.begun, true);
});

test("the order is by chance, the same all day, whatever was answered, and another the next day", () => {
  const asked = Array.from({ length: 30 }, (_, index) => card(`i${index}`, [rated(-9, "again")])).flat();
  const order = keys(planReview(asked, NOON, 99).today);
  assert.deepEqual(keys(planReview([...asked].reverse(), NOON + 1000, 99).today), order);
  const fewer = asked.filter(({ id }) => id !== order[0]);
  assert.deepEqual(keys(planReview(fewer, NOON, 99).today), order.slice(1));
  assert.notDeepEqual(keys(planReview(asked, noon(1), 99).today), order);
  assert.notDeepEqual(order, keys(asked));
});

test("an explanation comes back as its missed concepts alone", () => {
  const log = [ticked(-1, ["c1", "c2", "c3"])];
  const asked = findCards(EXPLAIN, log, NOON);
  assert.deepEqual(
    asked.map(({ concept }) => concept),
    ["c4", "c5"],
  );
  assert.deepEqual(asked[0]?.had, ["c1", "c2", "c3"]);
  assert.deepEqual(keys(planReview(asked, NOON, 1).today).sort(), ["e c4", "e c5"], "one new item");
  assert.deepEqual(findCards(EXPLAIN, [ticked(-1, CONCEPTS)], NOON), []);
});

test("ticks that are given one by one are no misses", () => {
  const log = [ticked(-1, ["c1"], undefined, "one"), ticked(-1, ["c1", "c2", "c3", "c4"], undefined, "one")];
  assert.deepEqual(
    findCards(EXPLAIN, log, NOON).map(({ concept }) => concept),
    ["c5"],
  );
});

test("each concept has a schedule of its own", () => {
  const log = [ticked(-1, ["c1", "c2", "c3"]), ticked(0, ["c1", "c2", "c3", "c4"], ["c4"])];
  const asked = findCards(EXPLAIN, log, NOON);
  assert.deepEqual(keys(planReview(asked, NOON, 9).today), ["e c5"]);
  const [four] = asked;
  assert.deepEqual(four?.had, ["c1", "c2", "c3"], "what the text had, not what was recalled since");
  assert.deepEqual(four?.ticked, ["c1", "c2", "c3", "c4"]);
});

test("a concept that is recalled comes back at growing intervals", () => {
  const log = [ticked(-1, ["c1", "c2", "c3", "c4"]), ticked(0, CONCEPTS, ["c5"])];
  const [five] = findCards(EXPLAIN, log, NOON);
  assert.equal(five?.concept, "c5");
  assert.ok((five?.due ?? 0) > noon(0));
});

test("a concept that an author removed is not asked", () => {
  const log = [ticked(-1, ["c1", "gone"])];
  const asked = findCards({ ...EXPLAIN, concepts: ["c1", "c2"] }, log, NOON);
  assert.deepEqual(
    asked.map(({ concept, had }) => [concept, had]),
    [["c2", ["c1"]]],
  );
});

test("rating a concept says what the explanation has by now", () => {
  const asked = { concept: "c5", ticked: ["c1", "c2", "c3", "c4"] };
  assert.deepEqual(makeAttempt(asked, CONCEPTS, "good"), {
    kind: "attempt",
    outcome: "right",
    options: ["c5"],
    concepts: CONCEPTS,
  });
  const again = { kind: "attempt", outcome: "wrong", options: ["c5"], concepts: ["c1", "c2", "c3", "c4"] };
  assert.deepEqual(makeAttempt(asked, CONCEPTS, "again"), again);
  assert.deepEqual(makeAttempt({ ...asked, ticked: CONCEPTS }, CONCEPTS, "again"), again);
});

test("what was just recorded can be found, to be taken back", () => {
  const mine = rated(0, "good", "review");
  const log = [rated(-1, "again", "review"), rated(0, "again"), mine];
  assert.deepEqual(reviewedSince(log, NOON, "s0"), [mine.id]);
  assert.deepEqual(reviewedSince(log, NOON, "other"), []);
  const undone = /** @type {Entry} */ ({ id: "u", time: NOON + 1, kind: "undo", of: mine.id });
  assert.deepEqual(reviewedSince([...log, undone], NOON, "s0"), []);
  assert.equal(
    planReview(card("a", [rated(-1, "again"), mine, undone]), NOON, 10).today.length,
    1,
    "and it is due again",
  );
});
