import assert from "node:assert/strict";
import { test } from "node:test";

import { calibrate, isMissedWhileSure } from "../../../plugins/mkdocs_recall/client/core/calibration.js";
import { readEntries } from "../../../plugins/mkdocs_recall/client/core/log.js";
import { mergeLogs } from "../../../plugins/mkdocs_recall/client/core/merge.js";
import { findSchedule, listReviews } from "../../../plugins/mkdocs_recall/client/core/scheduling/schedule.js";
import { NOON, noon, rated } from "../reviews.js";

/**
 * @param {number} time
 * @param {"right" | "wrong" | "shown"} outcome
 * @param {boolean} [sure]
 * @param {string} [session]
 * @returns {import("../reviews.js").Entry}
 */
function attempt(time, outcome, sure, session = `s${time}`) {
  const said = sure === undefined ? {} : { sure };
  return {
    ...{ id: `a${time}`, time, kind: "attempt", outcome, options: ["x"], context: "check" },
    ...{ session, help: [], rev: "", ...said },
  };
}

test("answers are counted by what was said of them, and those of old records as not asked", () => {
  const answers = [
    { right: true, sure: true },
    { right: false, sure: true },
    { right: true, sure: false },
    { right: false },
  ];
  assert.deepEqual(calibrate(answers), { sure: { right: 1, all: 2 }, unsure: { right: 1, all: 1 }, unsaid: 1 });
  assert.deepEqual(calibrate([]), { sure: { right: 0, all: 0 }, unsure: { right: 0, all: 0 }, unsaid: 0 });
});

test("what a log says of being sure is read only where it is true or false", () => {
  for (const sure of ["true", 1, null, {}, [true]]) {
    const [entry] = readEntries([{ ...attempt(NOON, "wrong"), sure }]);
    assert.ok(entry);
    assert.equal("sure" in entry, false, JSON.stringify(sure));
  }
  for (const sure of [true, false]) {
    const [entry] = readEntries([attempt(NOON, "wrong", sure)]);
    assert.equal(entry?.kind === "attempt" && entry.sure, sure);
  }
  const [rating] = readEntries([{ ...rated(0, "again"), sure: true }]);
  assert.ok(rating && !("sure" in rating));
});

test("two copies of an answer are one, with what was said of it", () => {
  const entry = attempt(NOON, "wrong", true);
  assert.deepEqual(mergeLogs([[entry], [entry]]), [entry]);
});

test("the last attempt was missed while sure: not an earlier one, and not one that was taken back", () => {
  const missed = attempt(NOON, "wrong", true);
  assert.equal(isMissedWhileSure([missed]), true);
  assert.equal(isMissedWhileSure([]), false);
  assert.equal(isMissedWhileSure([attempt(NOON, "wrong", false)]), false);
  assert.equal(isMissedWhileSure([attempt(NOON, "right", true)]), false);
  assert.equal(isMissedWhileSure([missed, attempt(NOON + 1, "wrong")]), false);
  assert.equal(isMissedWhileSure([missed, { id: "u", time: NOON + 2, kind: "undo", of: missed.id }]), false);
  assert.equal(isMissedWhileSure([missed, { id: "r", time: NOON + 2, kind: "reset" }]), false);
});

test("a day on which something was missed while sure is known, whichever try it was", () => {
  const first = [attempt(noon(-1), "wrong", true, "s"), attempt(noon(-1) + 1, "right", undefined, "s")];
  const second = [attempt(noon(-1), "wrong", false, "s"), attempt(noon(-1) + 1, "wrong", true, "s")];
  const later = [attempt(noon(-1), "right", undefined, "s"), attempt(noon(-1) + 9, "wrong", true, "t")];
  for (const log of [first, second, later]) assert.equal(findSchedule(log, NOON)?.sureMiss, true);
  const again = [...first, attempt(NOON, "wrong")];
  assert.deepEqual(
    listReviews(again).map(({ sureMiss }) => sureMiss),
    [true, false],
  );
  assert.equal(findSchedule(again, NOON)?.sureMiss, false);
});

test("being sure changes nothing else in a schedule", () => {
  const log = [attempt(noon(-3), "wrong"), attempt(noon(-1), "right")];
  const { sureMiss: _, ...plain } = findSchedule(log, NOON) ?? {};
  for (const sure of [true, false]) {
    const said = log.map((entry) => ({ ...entry, sure }));
    const { sureMiss: __, ...schedule } = findSchedule(said, NOON) ?? {};
    assert.deepEqual(schedule, plain);
  }
});
