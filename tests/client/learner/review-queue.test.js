import assert from "node:assert/strict";
import { test } from "node:test";

import { findCards } from "../../../plugins/mkdocs_recall/client/core/scheduling/review-cards.js";
import { planReview } from "../../../plugins/mkdocs_recall/client/learner/review-queue.js";
import { CONCEPTS, EXPLAIN, NOON, noon, rated, ticked } from "../reviews.js";

/** @typedef {import("../reviews.js").Entry} Entry */

/**
 * @param {string} id
 * @param {Entry[]} log
 */
const card = (id, log) => findCards({ id, concepts: [] }, log, NOON);

/** @param {import("../../../plugins/mkdocs_recall/client/core/scheduling/review-cards.js").ReviewCard[]} asked */
const keys = (asked) => asked.map(({ id, concepts }) => [id, ...concepts].join(" "));

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
  assert.equal(plan.introduced, 0);
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
  assert.equal(plan.introduced, 1);
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

test("an explanation comes back as its missed concepts alone, in one card", () => {
  const log = [ticked(-1, ["c1", "c2", "c3"])];
  const asked = findCards(EXPLAIN, log, NOON);
  assert.deepEqual(keys(asked), ["e c4 c5"]);
  assert.deepEqual(asked[0]?.ticked, ["c1", "c2", "c3"]);
  assert.deepEqual(keys(planReview(asked, NOON, 1).today), ["e c4 c5"]);
  assert.deepEqual(findCards(EXPLAIN, [ticked(-1, CONCEPTS)], NOON), []);
});

test("ticks that are given one by one are no misses", () => {
  const log = [ticked(-1, ["c1"], undefined, "one"), ticked(-1, ["c1", "c2", "c3", "c4"], undefined, "one")];
  assert.deepEqual(keys(findCards(EXPLAIN, log, NOON)), ["e c5"]);
});

test("each concept has a schedule of its own, and those due on one day are one card", () => {
  const log = [ticked(-1, ["c1", "c2"]), ticked(0, ["c1", "c2", "c3"], ["c3", "c4", "c5"])];
  const asked = findCards(EXPLAIN, log, NOON);
  assert.deepEqual(keys(planReview(asked, NOON, 9).today), []);
  assert.deepEqual(keys(asked), ["e c3", "e c4 c5"]);
  assert.ok((asked[0]?.due ?? 0) > (asked[1]?.due ?? 0), "what was recalled comes later");
  assert.deepEqual(planReview(asked, NOON, 9).later.length, 2);
  const late = findCards(EXPLAIN, log, noon(60));
  assert.deepEqual(keys(late), ["e c3 c4 c5"], "what is overdue is asked together");
  assert.equal(late[0]?.due, asked[1]?.due, "as long as the first of them is");
});

test("a concept that is due later is not asked with those that are due", () => {
  const log = [ticked(-9, ["c1", "c2", "c3"]), ticked(-1, ["c1", "c2", "c3", "c4"], ["c4"])];
  assert.deepEqual(keys(planReview(findCards(EXPLAIN, log, NOON), NOON, 9).today), ["e c5"]);
});

test("a concept that is recalled comes back at growing intervals", () => {
  const log = [ticked(-1, ["c1", "c2", "c3", "c4"]), ticked(0, CONCEPTS, ["c5"])];
  const [five] = findCards(EXPLAIN, log, NOON);
  assert.deepEqual(five?.concepts, ["c5"]);
  assert.ok((five?.due ?? 0) > noon(0));
});

test("a concept that an author removed is not asked", () => {
  const log = [ticked(-1, ["c1", "gone"])];
  const asked = findCards({ ...EXPLAIN, concepts: ["c1", "c2"] }, log, NOON);
  assert.deepEqual(
    asked.map(({ concepts, ticked }) => [concepts, ticked]),
    [[["c2"], ["c1"]]],
  );
});

/** @param {"suspend" | "resume" | "reset"} kind @param {number} at @returns {Entry} */
const paused = (kind, at) => ({ id: `${kind}${at}`, time: NOON + at, kind });

test("what is suspended is not asked until it is resumed or reset", () => {
  const log = [rated(-3, "again"), paused("suspend", 1)];
  assert.deepEqual(card("a", log), []);
  assert.deepEqual(findCards(EXPLAIN, [ticked(-1, ["c1"]), paused("suspend", 9)], NOON), []);
  assert.equal(card("a", [...log, paused("resume", 2)]).length, 1);
  assert.equal(card("a", [...log, paused("resume", 2), paused("suspend", 3)]).length, 0);
  assert.equal(card("a", [...log, { id: "u", time: NOON + 2, kind: "undo", of: "suspend1" }]).length, 1);
  assert.equal(card("a", [...log, paused("reset", 2), { ...rated(0, "again"), time: NOON + 3 }]).length, 1);
  assert.deepEqual(card("a", log.slice(1)), [], "also where nothing was answered");
});

/**
 * @param {string} id
 * @param {number} day
 * @param {boolean} sure
 * @param {string} [context]
 */
const missed = (id, day, sure, context = "check") =>
  card(id, [
    {
      ...{ id: `${id}${day}`, time: noon(day), kind: "attempt", outcome: "wrong", options: [], context },
      ...{ session: `s${day}`, help: [], rev: "", sure },
    },
  ]);

test("what was missed while sure comes first, also among the new ones that a cap leaves out", () => {
  const others = ["a", "b", "c", "d", "e"].flatMap((id) => missed(id, -5, false, "review"));
  const sure = ["x", "y"].flatMap((id) => missed(id, -1, true, "review"));
  const plan = planReview([...others, ...sure], NOON, 10);
  assert.deepEqual(keys(plan.today.slice(0, 2)).sort(), ["x", "y"]);
  assert.deepEqual(keys(plan.today.slice(2)).sort(), ["a", "b", "c", "d", "e"]);
  const fresh = [...missed("old", -9, false), ...missed("older", -10, false), ...missed("sure", -1, true)];
  assert.deepEqual(keys(planReview(fresh, NOON, 2).today), ["sure", "older"]);
});
