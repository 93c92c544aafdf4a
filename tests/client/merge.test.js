import assert from "node:assert/strict";
import { test } from "node:test";

import { isGone, mergeOver, mergeRecord } from "../../plugins/mkdocs_recall/client/merge.js";

const LOG = (/** @type {unknown[]} */ ...log) => ({ v: 1, log });
const [A, B, C] = ["a", "b", "c"].map((id, index) => ({ id, time: index, kind: "reset" }));
/** @param {Record<string, unknown> | null} record */
const idsIn = (record) => /** @type {{id: string}[]} */ (record?.log).map(({ id }) => id).sort();

test("logs are united: merging twice, or the other way round, comes to the same", () => {
  const [mine, theirs] = [LOG(A, B), LOG(B, C)];
  const merged = mergeRecord("i", mine, theirs);
  assert.deepEqual(idsIn(merged), ["a", "b", "c"]);
  assert.deepEqual(idsIn(mergeRecord("i", theirs, mine)), ["a", "b", "c"]);
  assert.deepEqual(mergeRecord("i", merged, theirs), merged);
});

test("entries that only a later version can name are kept, each once", () => {
  const odd = { kind: "later" };
  assert.deepEqual(mergeRecord("i", LOG(odd, A), LOG(odd, 7))?.log, [odd, 7, A]);
});

test("of drafts and tests the latest stays, whichever comes first", () => {
  const [early, late] = [{ v: 1, time: 5, at: "a" }, { v: 1, time: 6, at: "b" }];
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
