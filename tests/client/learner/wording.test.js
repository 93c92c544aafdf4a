import assert from "node:assert/strict";
import { test } from "node:test";

import {
  sayConfirm,
  sayDue,
  sayEvidence,
  sayHealth,
  sayImported,
  sayRefusal,
} from "../../../plugins/mkdocs_recall/client/learner/wording.js";

const NOON = new Date(2026, 10, 14, 12).getTime();

test("what comes back and what came in is said in words", () => {
  assert.equal(sayDue(3, NOON), "3 due for review, the next on 14 Nov.");
  assert.equal(sayDue(3, 0), "3 due for review.");
  assert.equal(sayDue(0, NOON), "Nothing is due. The next review is on 14 Nov.");
  assert.equal(sayDue(0, 0), "Nothing to review.");
  assert.equal(sayImported(1, 2), "Imported 1 answer. Imported 2 drafts and unfinished tests.");
  assert.equal(sayImported(1234, 0), "Imported 1,234 answers.");
  assert.equal(sayImported(0, 0), "Nothing in the file was new.");
  assert.equal(sayConfirm(["reset", "course"]), "Type “reset” or “course” to confirm");
});

test("questions left out of a verdict are counted after its numbers", () => {
  const range = { low: 48, high: 83 };
  const last = /** @type {const} */ ({ verdict: "getting", right: 7, all: 10, time: NOON, range });
  const told = "Last test: 7 of 10 on 14 Nov, likely 48% to 83%.";
  const standing = { answered: 10, right: 7, all: 10 };
  assert.equal(sayEvidence({ ...standing, last: { ...last, left: 0 } }), told);
  assert.equal(sayEvidence({ ...standing, last: { ...last, left: 1 } }), `${told} 1 is left out of the verdict.`);
  assert.equal(sayEvidence({ ...standing, last: { ...last, left: 2 } }), `${told} 2 are left out of the verdict.`);
  assert.equal(sayEvidence({ ...standing, last: { ...last, left: 0, range: null } }), "Last test: 7 of 10 on 14 Nov.");
});

test("where records are, how many, and how much of the space they take", () => {
  assert.equal(
    sayHealth({ place: "browser", records: 1, bytes: 900 }),
    "1 record. This takes less than 1% of the available space.",
  );
  assert.equal(
    sayHealth({ place: "hub", records: 1200, bytes: 250_000 }),
    "1,200 records, shared by all pages in this folder. This takes 5% of the available space.",
  );
  assert.match(sayHealth({ place: "memory", records: 2, bytes: 9 }), /^2 records, lost when you close this page\. /);
});

test("a refused file is reported with the reason, and names from it are cut short", () => {
  /** @type {[Parameters<typeof sayRefusal>[0]["error"], RegExp][]} */
  const table = [
    ["size", /larger than 64 MB/],
    ["depth", /nested too deeply/],
    ["format", /does not contain exported progress/],
    ["newer", /newer version/],
    ["unreadable", /could not be read/],
    ["site", /another site, “<b>other<\/b>”/],
    ["record", /for “<b>other<\/b>”/],
  ];
  for (const [error, words] of table) {
    assert.match(sayRefusal({ error, name: "<b>other</b>" }), words);
    assert.match(sayRefusal({ error, name: "<b>other</b>" }), /^Nothing was imported: /);
    assert.ok(sayRefusal({ error, name: "x".repeat(5000) }).length < 200);
  }
  assert.match(sayRefusal({ error: "site", name: "{name} $& {n}" }), /another site, “\{name\} \$& \{n\}”\.$/);
});
