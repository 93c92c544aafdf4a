import assert from "node:assert/strict";
import { test } from "node:test";

import {
  CAP,
  countDue,
  dayNumber,
  describeDue,
  readDue,
  writeDue,
} from "../../../../plugins/mkdocs_recall/client/items/due/due-record.js";
import { findCards } from "../../../../plugins/mkdocs_recall/client/core/scheduling/review-cards.js";
import { planReview } from "../../../../plugins/mkdocs_recall/client/learner/review-queue.js";
import { makeGenerator } from "../../../../plugins/mkdocs_recall/client/core/random.js";

/** @typedef {import("../../../../plugins/mkdocs_recall/client/core/log.js").Entry} Entry */

const DAY = 24 * 60 * 60 * 1000;
const NOW = new Date(2026, 10, 14, 12).getTime();

let ids = 0;

/** @param {number} time @param {object} [more] @returns {Entry} */
function attempt(time, more = {}) {
  const shared = { kind: "attempt", outcome: "right", options: [], context: "check", session: "s", help: [], rev: "r" };
  return /** @type {Entry} */ ({ id: `e${(ids += 1)}`, time, ...shared, ...more });
}

/** @param {() => number} next @returns {Entry[]} */
function someLog(next) {
  const times = Array.from({ length: 1 + Math.floor(next() * 4) }, () => NOW - Math.floor(next() * 20 * DAY));
  return times
    .sort((a, b) => a - b)
    .map((time) =>
      attempt(time, {
        outcome: next() < 0.5 ? "right" : "wrong",
        context: next() < 0.3 ? "review" : "check",
        session: `${time}`,
      }),
    );
}

test("the record counts what a review asks, whatever was answered", () => {
  const next = makeGenerator("due");
  for (let round = 0; round < 200; round += 1) {
    const cap = Math.floor(next() * 6);
    const logs = Array.from({ length: 12 }, (_, index) => ({ id: `i${index}`, log: someLog(next) }));
    const cards = logs.map(({ id, log }) => ({ id, log, cards: findCards({ id, concepts: [] }, log, NOW) }));
    const items = cards.flatMap(({ id, log, cards }) => {
      const told = describeDue(cards, log);
      return told ? [/** @type {const} */ ([id, told])] : [];
    });
    const plan = planReview(
      cards.flatMap((each) => each.cards),
      NOW,
      cap,
    );
    assert.equal(countDue({ cap, items: new Map(items) }, NOW), plan.today.length);
  }
});

test("what is written is read again", () => {
  const items = new Map([
    ["a", { reviewed: 0, days: [dayNumber(NOW)] }],
    ["b", { reviewed: 2400, days: [2500, 2501] }],
  ]);
  const read = readDue(JSON.parse(JSON.stringify(writeDue({ cap: 5, items }))));
  assert.deepEqual(read, { cap: 5, items });
});

test("anything else is no record", () => {
  for (const value of [null, 7, "x", [], {}, { v: 2, items: {} }, { v: 1 }, { v: 1, items: 4 }])
    assert.equal(readDue(value), null);
  const odd = readDue({ v: 1, cap: "x", items: { a: ["1", 2.5, "x"], b: null, ["__proto__"]: [0, 1] } });
  assert.equal(odd?.cap, CAP);
  assert.equal(countDue(odd ?? assert.fail(), NOW), 1);
});

test("days follow the reader's calendar", () => {
  assert.equal(dayNumber(NOW + DAY) - dayNumber(NOW), 1);
  assert.equal(dayNumber(new Date(2026, 10, 14, 0, 0).getTime()), dayNumber(new Date(2026, 10, 14, 23, 59).getTime()));
});
