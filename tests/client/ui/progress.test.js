import assert from "node:assert/strict";
import { test } from "node:test";

import {
  dueTold,
  importRefused,
  importedTold,
  typeToConfirm,
} from "../../../plugins/mkdocs_recall/client/ui/progress.js";

const NOON = new Date(2026, 10, 14, 12).getTime();

test("what comes back and what came in is said in words", () => {
  assert.equal(dueTold(3, NOON), "3 due now, the next on 14 Nov");
  assert.equal(dueTold(0, NOON), "nothing due, the next on 14 Nov");
  assert.equal(dueTold(0, 0), "nothing comes back");
  assert.equal(importedTold(1, 2), "Imported: 1 answer and 2 drafts and tests.");
  assert.equal(importedTold(0, 0), "Nothing in the file was new.");
  assert.equal(typeToConfirm(["reset", "course"]), "Type “reset” or “course” to confirm");
});

test("a refused file is told with the reason, and names from it are cut short", () => {
  /** @type {[Parameters<typeof importRefused>[0]["error"], RegExp][]} */
  const table = [
    ["size", /larger than 5 MB/],
    ["depth", /nested too deep/],
    ["format", /not an export/],
    ["newer", /newer version/],
    ["unreadable", /could not be read/],
    ["site", /another site, “<b>other<\/b>”/],
    ["record", /of “<b>other<\/b>” cannot be right/],
  ];
  for (const [error, words] of table) {
    assert.match(importRefused({ error, name: "<b>other</b>" }), words);
    assert.match(importRefused({ error, name: "<b>other</b>" }), /^Nothing was imported: /);
    assert.ok(importRefused({ error, name: "x".repeat(5000) }).length < 200);
  }
});
