import assert from "node:assert/strict";
import { test } from "node:test";

import { DAY, readEntries } from "../../../plugins/mkdocs_recall/client/core/log.js";
import { MUCH, needsExport, readExportRecord } from "../../../plugins/mkdocs_recall/client/progress/export-record.js";
import { askToPersist } from "../../../plugins/mkdocs_recall/client/progress/persistence.js";

const NOW = new Date(2026, 10, 14, 12).getTime();
const NEVER = { exported: 0, hidden: 0 };

/** @param {number} count @param {number} days ago */
function answers(count, days) {
  const time = NOW - days * DAY;
  return Array.from({ length: count }, (_, at) =>
    readEntries([{ id: `e${at}`, time, kind: "rating", rating: "good" }]),
  );
}

test("a reminder comes where much was answered, a month ago at the latest, and nothing exported since", () => {
  const needed = (/** @type {Parameters<typeof needsExport>} */ ...args) => needsExport(...args).needed;
  assert.equal(needed(NEVER, answers(MUCH, 31), NOW), true);
  assert.equal(needed(NEVER, answers(MUCH - 1, 31), NOW), false);
  assert.equal(needed(NEVER, answers(MUCH, 29), NOW), false);
  assert.equal(needed({ ...NEVER, exported: NOW - 29 * DAY }, answers(MUCH, 300), NOW), false);
  assert.equal(needed({ ...NEVER, exported: NOW - 31 * DAY }, answers(MUCH, 300), NOW), true);
  assert.equal(needed({ exported: NOW - 90 * DAY, hidden: NOW - DAY }, answers(MUCH, 300), NOW), false);
  assert.equal(needed({ exported: 0, hidden: NOW - 31 * DAY }, answers(MUCH, 300), NOW), true);
  assert.equal(needed({ exported: NOW + 400 * DAY, hidden: 0 }, answers(MUCH, 300), NOW), true, "a wrong clock");
});

test("what was reset is nothing to lose", () => {
  const reset = { id: "r", time: NOW, kind: "reset" };
  const logs = answers(MUCH, 40).map((log) => readEntries([...log, reset]));
  assert.deepEqual(needsExport(NEVER, logs, NOW), { needed: false, answered: 0 });
});

test("a record that anybody may have written is read field by field", () => {
  assert.deepEqual(readExportRecord({ v: 1, exported: 5, hidden: 7, more: 1 }), { exported: 5, hidden: 7 });
  for (const value of [null, 7, "x", [], {}, { v: 2, exported: 5 }, { v: 1, exported: "5", hidden: -1 }])
    assert.deepEqual(readExportRecord(value), NEVER);
});

test("the browser is asked once, and an answer that never comes, or an error, holds up nothing", () => {
  let asked = 0;
  const storage = { persist: () => ((asked += 1), /** @type {Promise<boolean>} */ (new Promise(() => {}))) };
  askToPersist(storage);
  askToPersist(storage);
  assert.equal(asked, 1);
});
