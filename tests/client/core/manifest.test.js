import assert from "node:assert/strict";
import { test } from "node:test";

import {
  answeredItems,
  chooseTests,
  chooseTopics,
  firstLesson,
  readManifest,
  topicsOf,
} from "../../../plugins/mkdocs_recall/client/core/manifest.js";
import { LESSON, TEST, WIDE, page } from "../manifests.js";

const SITE = {
  topics: [
    {
      path: "test.html",
      title: "Test",
      data: "t.js",
      items: [{ id: "t", kind: "mcq", aka: [], concepts: [], test: true }],
    },
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
  const found = answeredItems(SITE, new Set(["old", "b", "gone"]));
  assert.deepEqual(
    found.map(({ ids, kind, concepts }) => [ids, kind, concepts]),
    [
      [["a", "old"], "card", []],
      [["b"], "explain", ["c1", "c2"]],
    ],
  );
  assert.deepEqual(
    found.map(({ topic }) => [topic.path, topic.title, topic.data]),
    [
      ["a.html", "A", "a.js"],
      ["a.html", "A", "a.js"],
    ],
  );
  assert.deepEqual(answeredItems(SITE, new Set()), []);
});

test("learning begins where there is more than a test", () => {
  assert.equal(firstLesson(SITE), "a.html");
  assert.equal(firstLesson({ topics: [] }), "");
});

test("whatever a manifest says, nothing breaks", () => {
  for (const manifest of [null, 1, "x", {}, { topics: 1 }, { topics: [null, 1, { items: [null, "a", { aka: 1 }] }] }]) {
    assert.deepEqual(answeredItems(manifest, new Set(["a"])), []);
    assert.equal(typeof firstLesson(manifest), "string");
  }
});

test("a page that tests another belongs to its topic", () => {
  const topics = topicsOf([LESSON, page("other"), TEST, page("orphan", { learn: "gone.html" })]);
  assert.deepEqual(
    topics.map(({ path, test: tested, items }) => [path, tested, items.length]),
    [
      ["topics/lesson.html", "topics/test.html", 13],
      ["other.html", "", 1],
      ["orphan.html", "", 1],
    ],
  );
  assert.deepEqual(topics[0]?.sources, ["topics/lesson.md", "topics/test.md"]);
});

test("no page is lost that belongs to no topic: it is one of its own", () => {
  const paths = (/** @type {Record<string, string>} */ learn) => {
    const topics = topicsOf(
      Object.entries(learn).map(([name, other]) => page(name, { learn: other && `${other}.html` })),
    );
    return topics.map(({ sources }) => sources.map((source) => source.replace(".md", "")).join(" "));
  };
  assert.deepEqual(paths({ a: "b", b: "a" }), ["a", "b"]);
  assert.deepEqual(paths({ a: "", b: "a", c: "b" }), ["a b", "c"]);
  assert.deepEqual(paths({ a: "a", b: "a" }), ["a", "b"]);
  assert.deepEqual(paths({ c: "a", b: "a", a: "" }), ["a c b"]);
});

test("topics are chosen by page or by folder", () => {
  const topics = topicsOf([LESSON, page("other"), page("topics-too"), TEST]);
  const names = (/** @type {string} */ source, /** @type {string} */ under) =>
    chooseTopics(topics, source, under).map(({ title }) => title);
  assert.deepEqual(names("", ""), ["topics/lesson", "other", "topics-too"]);
  assert.deepEqual(names("", "topics"), ["topics/lesson"]);
  assert.deepEqual(names("topics/lesson.md", ""), ["topics/lesson"]);
  assert.deepEqual(names("topics/test.md", ""), ["topics/lesson"]);
  assert.deepEqual(names("gone.md", ""), []);
});

test("what is no manifest is none", () => {
  for (const value of [undefined, null, 7, "text", {}, { topics: {} }]) assert.equal(readManifest(value), null);
  assert.ok(readManifest({ topics: [] }));
});

test("tests over several pages are chosen by folder", () => {
  assert.deepEqual(chooseTests([WIDE], ""), [WIDE]);
  assert.deepEqual(chooseTests([WIDE], "topics"), [WIDE]);
  assert.deepEqual(chooseTests([WIDE], "topic"), []);
  const quoted = { ...WIDE, path: "k%C3%BCche/test/", source: "küche/test.md" };
  assert.deepEqual(chooseTests([WIDE, quoted], "küche"), [quoted]);
});
