import assert from "node:assert/strict";
import { test } from "node:test";

import { isGone, mergeLogs, mergeOver, mergeRecord } from "../../../plugins/mkdocs_recall/client/core/merge.js";
import { mergeRecords, newIn } from "../../../plugins/mkdocs_recall/client/core/records.js";
import { makeGenerator } from "../../../plugins/mkdocs_recall/client/core/random.js";
import { ATTEMPT, IDS, records, someRecords } from "../records.js";

/**
 * @typedef {import("../../../plugins/mkdocs_recall/client/core/merge.js").Kept} Kept
 * @typedef {Record<string, unknown>} Fields
 */

const LOG = (/** @type {unknown[]} */ ...log) => ({ v: 1, log });
const [A, B, C] = ["a", "b", "c"].map((id, index) => ({ id, time: index, kind: "reset" }));
/** @param {Record<string, unknown> | null} record */
const idsIn = (record) => /** @type {{id: string}[]} */ (record?.log ?? []).map(({ id }) => id).sort();

test("logs are united: merging twice, or the other way round, comes to the same", () => {
  const [mine, theirs] = [LOG(A, B), LOG(B, C)];
  const merged = mergeRecord("i", mine, theirs);
  assert.deepEqual(idsIn(merged), ["a", "b", "c"]);
  assert.deepEqual(idsIn(mergeRecord("i", theirs, mine)), ["a", "b", "c"]);
  assert.deepEqual(mergeRecord("i", merged, theirs), merged);
});

test("entries that only a later version can name are kept, each once", () => {
  const odd = { kind: "later" };
  assert.deepEqual(mergeRecord("i", LOG(odd, A), LOG(odd, 7))?.log, [7, A, odd]);
});

test("of drafts and tests the latest stays, whichever comes first", () => {
  const [early, late] = [
    { v: 1, time: 5, at: "a" },
    { v: 1, time: 6, at: "b" },
  ];
  assert.equal(mergeRecord("d", early, late), late);
  assert.equal(mergeRecord("d", late, early), late);
  assert.equal(mergeRecord("t", null, early), early);
  const tied = { v: 1, time: 6, at: "c" };
  assert.equal(mergeRecord("t", late, tied), mergeRecord("t", tied, late));
});

test("what was taken away later leaves nothing, and does not take away what came after", () => {
  const gone = { v: 1, time: 6 };
  assert.ok(isGone(gone) && isGone({ ...gone, sent: true }) && !isGone(LOG()));
  assert.equal(mergeOver("d", { v: 1, time: 5, at: "a" }, gone), null);
  assert.equal(mergeOver("d", { v: 1, time: 7, at: "a" }, gone)?.at, "a");
});

// All records of a reader

test("merging is idempotent, commutative and associative", () => {
  const next = makeGenerator("merging");
  for (let round = 0; round < 500; round += 1) {
    const [a, b, c] = [someRecords(next), someRecords(next), someRecords(next)];
    const told = `round ${round}`;
    const both = mergeRecords(a, b);
    assert.deepEqual(both, mergeRecords(b, a), told);
    assert.deepEqual(mergeRecords(both, b), both, told);
    assert.deepEqual(mergeRecords(both, both), both, told);
    assert.deepEqual(mergeRecords(both, c), mergeRecords(a, mergeRecords(b, c)), told);
    assert.deepEqual(mergeRecords(a, a), mergeRecords(a, []), told);
  }
});

test("merging loses no entry, and of drafts and tests keeps the later", () => {
  const next = makeGenerator("losing nothing");
  for (let round = 0; round < 200; round += 1) {
    const [a, b] = [someRecords(next), someRecords(next)];
    const both = mergeRecords(a, b);
    const idsOf = (/** @type {readonly Kept[]} */ kept, /** @type {string} */ name) =>
      kept
        .filter((each) => each.kind === "i" && each.name === name)
        .flatMap(({ record }) => /** @type {Fields[]} */ (record.log).map(({ id }) => id));
    for (const name of IDS)
      assert.deepEqual(new Set(idsOf(both, name)), new Set([...idsOf(a, name), ...idsOf(b, name)]));
    for (const { kind, name, record } of both.filter((each) => each.kind !== "i")) {
      const all = [...a, ...b].filter((each) => each.kind === kind && each.name === name).map((each) => each.record);
      const newest = all.filter(({ v }) => v === Math.max(...all.map((each) => Number(each.v))));
      assert.equal(record.time, Math.max(...newest.map((each) => Number(each.time))));
    }
  }
});

test("merging changes none of what it is given", () => {
  const [a, b] = [records(), records().reverse()];
  const before = JSON.stringify([a, b]);
  mergeRecords(a, b);
  assert.equal(JSON.stringify([a, b]), before);
});

test("what a merge brings is counted", () => {
  const [log] = records();
  const some = log ? [{ ...log, record: { v: 1, log: [ATTEMPT, ATTEMPT] } }] : [];
  assert.deepEqual(newIn([], mergeRecords([], records())), { entries: 4, others: 2 });
  assert.deepEqual(newIn(some, mergeRecords(some, records())), { entries: 3, others: 2 });
  assert.deepEqual(newIn(records(), mergeRecords(records(), some)), { entries: 0, others: 0 });
});

test("of two entries of one id the earlier is kept, in whatever log it is", () => {
  const [early, late] = [
    { id: "x", time: 5, kind: "reset" },
    { id: "x", time: 9, kind: "reset" },
  ];
  for (const [mine, theirs] of [
    [early, late],
    [late, early],
  ]) {
    assert.deepEqual(mergeRecord("i", LOG(mine), LOG(theirs))?.log, [early]);
    assert.deepEqual(mergeLogs([[mine], [theirs]]), [early]);
  }
  const [one, other] = [
    { ...early, kind: "a" },
    { ...early, kind: "b" },
  ];
  assert.deepEqual(mergeLogs([[one], [other]]), mergeLogs([[other], [one]]));
});

test("the log of a newer version keeps its version and takes in entries", () => {
  const newer = { v: 2, more: true, log: [B] };
  for (const merged of [mergeRecord("i", LOG(A), newer), mergeRecord("i", newer, LOG(A))])
    assert.deepEqual(merged, { v: 2, more: true, log: [A, B] });
});
