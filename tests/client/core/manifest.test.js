import assert from "node:assert/strict";
import { test } from "node:test";

import {
  chooseTests,
  chooseTopics,
  findAnswered,
  findFirstLesson,
  groupTopics,
  readItemHtml,
  readManifest,
} from "../../../plugins/mkdocs_recall/client/core/manifest.js";
import { findStanding, findWideResults } from "../../../plugins/mkdocs_recall/client/learner/standings.js";
import { findPool } from "../../../plugins/mkdocs_recall/client/test/forms/pool.js";
import { LESSON, MANIFEST, TEST, WIDE, page, read } from "../manifests.js";

const SITE = read([
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
]).pages;

test("only what was answered is known, by any of its names", () => {
  const found = findAnswered(SITE, new Set(["old", "b", "gone"]));
  assert.deepEqual(
    found.map(({ ids, kind, concepts }) => [ids, kind, concepts]),
    [
      [["a", "old"], "card", []],
      [["b"], "explain", ["c1", "c2"]],
    ],
  );
  assert.deepEqual(
    found.map(({ page: { path, title, data } }) => [path, title, data]),
    [
      ["a.html", "A", "a.js"],
      ["a.html", "A", "a.js"],
    ],
  );
  assert.deepEqual(findAnswered(SITE, new Set()), []);
});

test("learning begins where there is more than a test", () => {
  assert.equal(findFirstLesson(SITE), "a.html");
  assert.equal(findFirstLesson([]), "");
});

test("whatever a manifest says, nothing breaks", () => {
  const odd = [null, 1, "x", [], {}, { length: 1 }, true];
  const items = [
    ...odd,
    { id: 1 },
    { id: "" },
    { id: ["q"] },
    ...odd.map((each) => ({ id: "q", aka: each, kind: each })),
  ];
  const rest = odd.map((each) => ({ id: "q", rank: each, objective: each, rev: each, concepts: each, deck: each }));
  const topics = odd.map((each) => ({
    path: each,
    source: each,
    title: each,
    learn: each,
    data: each,
    objectives: each,
  }));
  const tests = odd.map((each) => ({ id: "t", aka: each, title: each, path: each, source: each, draws: each }));
  const manifest = {
    topics: [...odd, ...topics, ...topics.map((each) => ({ ...each, items: [...items, ...rest] })), { items: odd }],
    tests: [...odd, { id: 7 }, { id: "" }, ...tests],
  };
  const { pages, tests: wide } = readManifest(manifest) ?? assert.fail();
  assert.ok(pages.length > 0 && wide.length > 0);
  for (const { path, source, title, learn, data, items: found } of pages) {
    for (const value of [path, source, title, learn, data]) assert.equal(typeof value, "string");
    for (const { id, ids, kind, rank, objective, rev, concepts, deck } of found) {
      assert.deepEqual([id, ids, rank, concepts], ["q", ["q"], rank === 1 ? 1 : 0, []]);
      for (const value of [kind, objective, rev, deck]) assert.equal(typeof value, "string");
    }
  }
  assert.equal(findAnswered(pages, new Set(["q"])).length, pages.flatMap((each) => each.items).length);
  assert.equal(typeof findFirstLesson(pages), "string");
  const reader = { stored: new Set(["q"]), entries: () => [], test: () => null };
  assert.equal(chooseTests(wide, "").length, wide.length);
  for (const topic of chooseTopics(groupTopics(pages, wide), "", ""))
    assert.equal(findStanding(topic, reader, 0).right, 0);
  assert.deepEqual(findWideResults({ site: "", name: "", pages, tests: wide }, reader), []);
  assert.deepEqual(findPool({ pages, tests: wide }, "t"), []);
});

test("a page that tests another belongs to its topic", () => {
  const topics = groupTopics(read([LESSON, page("other"), TEST, page("orphan", { learn: "gone.html" })]).pages);
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
    const pages = Object.entries(learn).map(([name, other]) => page(name, { learn: other && `${other}.html` }));
    const topics = groupTopics(read(pages).pages);
    return topics.map(({ sources }) => sources.map((source) => source.replace(".md", "")).join(" "));
  };
  assert.deepEqual(paths({ a: "b", b: "a" }), ["a", "b"]);
  assert.deepEqual(paths({ a: "", b: "a", c: "b" }), ["a b", "c"]);
  assert.deepEqual(paths({ a: "a", b: "a" }), ["a", "b"]);
  assert.deepEqual(paths({ c: "a", b: "a", a: "" }), ["a c b"]);
});

test("topics are chosen by page or by folder", () => {
  const topics = groupTopics(read([LESSON, page("other"), page("topics-too"), TEST]).pages);
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
  assert.deepEqual(readManifest({ topics: [], site: 1, name: null }), { site: "", name: "", pages: [], tests: [] });
});

test("tests over several pages are chosen by folder", () => {
  const { tests } = MANIFEST;
  assert.deepEqual(chooseTests(tests, ""), tests);
  assert.deepEqual(chooseTests(tests, "topics"), tests);
  assert.deepEqual(chooseTests(tests, "topic"), []);
  const quoted = { ...WIDE, path: "k%C3%BCche/test/", source: "küche/test.md" };
  const both = read([LESSON], [WIDE, quoted]).tests;
  assert.deepEqual(chooseTests(both, "küche"), both.slice(1));
});

test("an item and a test have each of their names once", () => {
  const item = { id: "a", aka: ["b", "a", "b", "c"] };
  const { pages, tests } = read([page("p", { items: [item] })], [item]);
  assert.deepEqual(pages[0]?.items[0]?.ids, ["a", "b", "c"]);
  assert.deepEqual(tests[0]?.ids, ["a", "b", "c"]);
});

test("an item takes what its page says of each", () => {
  const { pages } = read([
    { ...LESSON, each: { kind: "mcq", rank: 2, test: true, deck: "d" }, items: [{ id: "a" }, { id: "b", rank: 3 }] },
    { ...TEST, each: null, items: [{ id: "c" }] },
  ]);
  const found = pages.flatMap(({ items }) =>
    items.map(({ id, kind, rank, test, deck }) => [id, kind, rank, test, deck]),
  );
  assert.deepEqual(found, [
    ["a", "mcq", 2, true, "d"],
    ["b", "mcq", 3, true, "d"],
    ["c", "", 0, false, ""],
  ]);
});

test("the frames of a page are put around its texts, and the id of the item where it belongs", () => {
  const frames = ['<p id="\x80" data-id="\x81">', "</p>", ...Array.from({ length: 29 }, (_, index) => `<${index}>`)];
  const items = { "a.b": "\x82text $& $1\x83", c: "\x80\x9f\ue000\ue001", d: "\x82\uf8ff" };
  assert.equal(readItemHtml({ frames, items }, "a.b"), '<p id="review:a.b:recall-a.b" data-id="a.b">text $& $1</p>');
  assert.equal(readItemHtml({ frames, items }, "c"), "review:c:recall-c<27><28>", "a sign without a frame is nothing");
  assert.equal(readItemHtml({ frames: [], items }, "d"), "\x82\uf8ff", "without frames there are no signs");
  assert.equal(readItemHtml({ items }, "d"), "\x82\uf8ff");
});

test("the HTML of an item is text, or empty", () => {
  assert.equal(readItemHtml({ items: { a: "<p>" } }, "a"), "<p>");
  for (const data of [null, 1, "a", {}, { items: null }, { items: { a: 1 } }, { items: "a" }])
    assert.equal(readItemHtml(data, "a"), "");
  for (const id of ["b", "constructor", "__proto__"]) assert.equal(readItemHtml({ items: { a: "" } }, id), "");
});
