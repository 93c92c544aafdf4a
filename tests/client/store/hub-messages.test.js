import assert from "node:assert/strict";
import { test } from "node:test";

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
  "an unknown kind": { ...MERGE, kind: "bad" },
  "a kind of the prototype": { ...MERGE, kind: "__proto__" },
  "a name with a colon": { ...MERGE, name: "a:b" },
  "a name of the prototype": { ...MERGE, name: "__proto__" },
  "a record that is no text": { ...MERGE, raw: {} },
  "a record that cannot be read": { ...MERGE, raw: "{" },
  "a log without entries": { ...MERGE, raw: '{"v":1}' },
  "a newer record": { ...MERGE, raw: '{"v":2,"log":[]}' },
  "a record beyond all measure": { ...MERGE, raw: `{"v":1,"log":["${"x".repeat(4_000_000)}"]}` },
})) {
  test(`the hub leaves alone: ${what}`, () => assert.equal(readAsked(data), null));
}

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
    trouble: null,
  });
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
