import assert from "node:assert/strict";
import { test } from "node:test";

import { answeredItems, firstLesson } from "../../plugins/mkdocs_recall/client/known.js";

const MANIFEST = {
  topics: [
    { path: "test.html", title: "Test", data: "t.js", items: [{ id: "t", kind: "mcq", aka: [], concepts: [], test: true }] },
    {
      path: "a.html",
      title: "A",
      data: "a.js",
      items: [
        { id: "a", kind: "card", aka: ["old"], concepts: [], test: false },
        { id: "b", kind: "explain", aka: [], concepts: ["c1", "c2"], test: false },
      ],
    },
  ],
};

test("only what was answered is known, by any of its names", () => {
  const found = answeredItems(MANIFEST, new Set(["old", "b", "gone"]));
  assert.deepEqual(found.map(({ ids, kind, concepts }) => [ids, kind, concepts]), [[["a", "old"], "card", []], [["b"], "explain", ["c1", "c2"]]]);
  assert.deepEqual(found.map(({ topic }) => [topic.path, topic.title, topic.data]), [["a.html", "A", "a.js"], ["a.html", "A", "a.js"]]);
  assert.deepEqual(answeredItems(MANIFEST, new Set()), []);
});

test("learning begins where there is more than a test", () => {
  assert.equal(firstLesson(MANIFEST), "a.html");
  assert.equal(firstLesson({ topics: [] }), "");
});

test("whatever a manifest says, nothing breaks", () => {
  for (const manifest of [null, 1, "x", {}, { topics: 1 }, { topics: [null, 1, { items: [null, "a", { aka: 1 }] }] }]) {
    assert.deepEqual(answeredItems(manifest, new Set(["a"])), []);
    assert.equal(typeof firstLesson(manifest), "string");
  }
});
