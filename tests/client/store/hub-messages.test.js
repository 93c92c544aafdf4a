import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { LONGEST_ID } from "../../../plugins/mkdocs_recall/client/store/hub-messages.js";
import { readAsked, readTold } from "../../../plugins/mkdocs_recall/client/store/hub-messages.js";

const MERGE = { recall: "hub", do: "merge", number: 1, kind: "i", name: "what-is-ft", raw: '{"v":1,"log":[]}' };

test("a page opens a site and gives records", () => {
  assert.deepEqual(readAsked({ recall: "hub", do: "open", site: "course" }), { do: "open", site: "course" });
  assert.deepEqual(readAsked(MERGE), {
    do: "merge",
    number: 1,
    kind: "i",
    name: "what-is-ft",
    raw: '{"v":1,"log":[]}',
  });
  assert.equal(readAsked({ ...MERGE, kind: "d", raw: '{"v":1,"time":5}' })?.do, "merge");
});

for (const [what, data] of Object.entries({
  nothing: null,
  "a text": "open",
  "another's message": { do: "open", site: "course" },
  "no site": { recall: "hub", do: "open" },
  "a site that is no name": { recall: "hub", do: "open", site: "a:b" },
  "a site of 201 characters": { recall: "hub", do: "open", site: "a".repeat(201) },
  "a record without a number": { ...MERGE, number: "1" },
})) {
  test(`the hub leaves alone: ${what}`, () => assert.equal(readAsked(data), null));
}

for (const [what, [trouble, data]] of Object.entries({
  "an unknown kind": ["refused", { ...MERGE, kind: "bad" }],
  "a kind of the prototype": ["refused", { ...MERGE, kind: "__proto__" }],
  "no name": ["refused", { ...MERGE, name: "" }],
  "a name with a colon": ["refused", { ...MERGE, name: "a:b" }],
  "a name of the prototype": ["refused", { ...MERGE, name: "__proto__" }],
  "a name of 201 characters": ["refused", { ...MERGE, name: "a".repeat(201) }],
  "a record that is no text": ["refused", { ...MERGE, raw: {} }],
  "a record that cannot be read": ["refused", { ...MERGE, raw: "{" }],
  "a log without entries": ["refused", { ...MERGE, raw: '{"v":1}' }],
  "a newer record": ["newer", { ...MERGE, raw: '{"v":2,"log":[]}' }],
  "a record beyond all measure": ["full", { ...MERGE, raw: `{"v":1,"log":["${"x".repeat(6_000_000)}"]}` }],
})) {
  test(`the hub refuses, and says so: ${what}`, () =>
    assert.deepEqual(readAsked(data), { do: "refuse", number: 1, trouble }));
}

test("ids have one limit, in Python and here", () => {
  const identity = new URL("../../../plugins/mkdocs_recall/model/identity.py", import.meta.url);
  assert.match(readFileSync(identity, "utf8"), new RegExp(`^LONGEST_ID = ${LONGEST_ID}$`, "m"));
  const name = "a".repeat(LONGEST_ID);
  assert.equal(readAsked({ ...MERGE, name })?.do, "merge");
  assert.equal(readAsked({ recall: "hub", do: "open", site: name })?.do, "open");
});

test("a page reads what the hub has, as far as it reads", () => {
  const stored = [["recall:course:i:a", "{}"], ["k"], "pair", ["k", 7], null];
  assert.deepEqual(readTold({ recall: "page", do: "all", stored, proof: "recall:course:i:a" }), {
    do: "all",
    stored: [["recall:course:i:a", "{}"]],
    proof: "",
  });
  assert.deepEqual(readTold({ recall: "page", do: "done", number: 3, trouble: "full" }), {
    do: "done",
    number: 3,
    trouble: "full",
  });
  assert.deepEqual(readTold({ recall: "page", do: "done", number: 3, trouble: {} }), {
    do: "done",
    number: 3,
    trouble: "refused",
  });
  assert.equal(/** @type {any} */ (readTold({ recall: "page", do: "done", number: 3, trouble: null })).trouble, null);
  assert.deepEqual(readTold({ recall: "page", do: "changed", key: "k" }), { do: "changed", key: "k", raw: null });
  for (const data of [
    null,
    7,
    {},
    { recall: "page" },
    { recall: "page", do: "all" },
    { recall: "hub", do: "done", number: 1 },
  ]) {
    assert.equal(readTold(data), null);
  }
});
