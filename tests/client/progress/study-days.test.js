import assert from "node:assert/strict";
import { test } from "node:test";

import { readEntries } from "../../../plugins/mkdocs_recall/client/core/log.js";
import { findStudyDays } from "../../../plugins/mkdocs_recall/client/progress/study-days.js";

const at = (/** @type {number} */ day, hour = 12) => new Date(2026, 10, day, hour).getTime();
let ids = 0;

/** @param {number} time @param {object} [more] */
function rating(time, more = {}) {
  return { id: `e${(ids += 1)}`, time, kind: "rating", rating: "good", ...more };
}

test("each day with an answer counts once, in the reader's calendar", () => {
  const logs = [readEntries([rating(at(3, 1)), rating(at(9))]), readEntries([rating(at(3, 23)), rating(at(4, 0))])];
  assert.deepEqual(findStudyDays(logs, at(20)), [at(3, 0), at(4, 0), at(9, 0)]);
});

test("what was taken back, reset or made by a wrong clock is no day", () => {
  const mistake = rating(at(5));
  const undone = readEntries([mistake, { id: "u", time: at(6), kind: "undo", of: mistake.id }]);
  const reset = readEntries([rating(at(7)), { id: "r", time: at(8), kind: "reset" }]);
  assert.deepEqual(findStudyDays([undone, reset, readEntries([rating(at(25))])], at(20)), []);
});
