import assert from "node:assert/strict";
import { test } from "node:test";

import { dueTold, importedTold, typeToConfirm } from "../../../plugins/mkdocs_recall/client/ui/progress.js";

const NOON = new Date(2026, 10, 14, 12).getTime();

test("what comes back and what came in is said in words", () => {
  assert.equal(dueTold(3, NOON), "3 due now, the next on 14 Nov");
  assert.equal(dueTold(0, NOON), "nothing due, the next on 14 Nov");
  assert.equal(dueTold(0, 0), "nothing comes back");
  assert.equal(importedTold(1, 2), "Imported: 1 answer and 2 drafts and tests.");
  assert.equal(importedTold(0, 0), "Nothing in the file was new.");
  assert.equal(typeToConfirm(["reset", "course"]), "Type “reset” or “course” to confirm");
});
