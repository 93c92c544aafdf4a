// A log that is written again is as tests/spec/golden/storage-compact.md has it, and says the same as before.

import assert from "node:assert/strict";
import { test } from "node:test";

import { compactRecord } from "../../plugins/mkdocs_recall/client/core/compact.js";
import { readEntries, settleTimes, standing, stateOf } from "../../plugins/mkdocs_recall/client/core/log.js";
import { exportOf, readImport } from "../../plugins/mkdocs_recall/client/store/progress-file.js";
import { sectionsOf } from "./golden.js";

const NOW = 1797940800000;

for (const { title, key, record, readBack: after } of sectionsOf("storage-compact.md")) {
  const before = /** @type {Record<string, unknown>} */ (record);
  test(`written again: ${title}`, () => assert.deepEqual(compactRecord(before, NOW), after));

  test(`says the same: ${title}`, () => {
    const [was, is] = [before, after].map(({ log }) => standing(settleTimes(readEntries(log), NOW)));
    assert.deepEqual(is, was);
    const [entry] = readEntries(after.log).slice(-1);
    const rev = entry && "rev" in entry ? entry.rev : "";
    assert.deepEqual(stateOf(is ?? [], rev), stateOf(was ?? [], rev));
  });

  test(`through a file: ${title}`, () => {
    const kept = { kind: /** @type {const} */ ("i"), name: key.split(":").at(-1) ?? "", record: after };
    assert.deepEqual(readImport(JSON.stringify(exportOf([kept], "golden", NOW)), "golden"), { records: [kept] });
  });
}

test("an answer after one from the future was given when the clock said so", () => {
  const { record } = sectionsOf("storage-compact.md").at(-1) ?? {};
  const entries = settleTimes(readEntries(/** @type {any} */ (record).log), NOW);
  assert.deepEqual(
    entries.map(({ time }) => time),
    [1797940699999, 1797940700000],
  );
});
