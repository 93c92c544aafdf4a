import assert from "node:assert/strict";
import { test } from "node:test";

import { drawForm, formOf } from "../../../plugins/mkdocs_recall/client/test/form.js";
import { poolOf, sectionOf } from "../../../plugins/mkdocs_recall/client/test/pool.js";

const KINDS = new Set(["mcq"]);

/**
 * @param {string} id
 * @param {object} [more]
 */
function question(id, more = {}) {
  return { id, kind: "mcq", rank: 1, objective: "", rev: "1", aka: [], concepts: [], deck: "", test: false, ...more };
}

/**
 * @param {string} source
 * @param {unknown[]} items
 * @param {object} [more]
 */
function page(source, items, more = {}) {
  const path = source.replace(".md", ".html");
  return { path, source, title: source, learn: "", data: `data/${path}.js`, items, objectives: {}, ...more };
}

const MANIFEST = {
  topics: [
    page("index.md", [question("home")]),
    page(
      "topics/a.md",
      [
        question("a1", { objective: "padding", aka: ["old"], rank: 2 }),
        question("a2"),
        question("card", { kind: "card" }),
      ],
      {
        objectives: { padding: { title: "Padding", href: "topics/a.html#recall-a1" } },
      },
    ),
    page("topics/a-test.md", [question("t1", { objective: "padding", rank: 3 })], { learn: "topics/a.html" }),
    page("topics/deep/b c.md", [question("b1", { objective: "two words#1" })]),
    page("topics-more.md", [question("m1"), question("none", { rank: 0 })]),
  ],
  tests: [],
};

/** @param {string} from */
function ids(from) {
  return poolOf(MANIFEST, from, KINDS).map(({ id }) => id);
}

test("a page, a folder with those in it, and the whole site", () => {
  assert.deepEqual(ids("topics/a.md"), ["a1", "a2"]);
  assert.deepEqual(ids("topics/"), ["a1", "a2", "t1", "b1"]);
  assert.deepEqual(ids("topics/deep/"), ["b1"]);
  assert.deepEqual(ids("/"), ["home", "a1", "a2", "t1", "b1", "m1"]);
});

test("a topic is its page and its test, whichever of the two is named", () => {
  assert.deepEqual(ids("topic:topics/a.md"), ["a1", "a2", "t1"]);
  assert.deepEqual(ids("topic:topics/a-test.md"), ["a1", "a2", "t1"]);
  assert.deepEqual(ids("topic:index.md"), ["home"]);
});

test("an objective, alone or of a page, a folder or a topic", () => {
  assert.deepEqual(ids("#padding"), ["a1", "t1"]);
  assert.deepEqual(ids("topics/a.md#padding"), ["a1"]);
  assert.deepEqual(ids("topics/deep/#padding"), []);
  assert.deepEqual(ids("topic:topics/a.md#padding"), ["a1", "t1"]);
});

test("names are decoded, each by itself", () => {
  assert.deepEqual(ids("topics/deep/b%20c.md"), ["b1"]);
  assert.deepEqual(ids("#two%20words%231"), ["b1"]);
});

test("several entries give each question once, in the order of the site", () => {
  assert.deepEqual(ids("topics-more.md  #padding topics/a.md topics/a.md"), ["a1", "a2", "t1", "m1"]);
  assert.deepEqual(ids(""), []);
});

test("a question has all that is drawn, shown and studied by", () => {
  const [found] = poolOf(MANIFEST, "topics/a.md", KINDS);
  const sections = Object.assign(Object.create(null), {
    padding: { title: "Padding", href: "topics/a.html#recall-a1" },
  });
  const topic = { path: "topics/a.html", data: "data/topics/a.html.js", sections };
  assert.deepEqual(found, { id: "a1", ids: ["a1", "old"], rank: 2, objective: "padding", rev: "1", topic });
});

test("one reads on where the own page says, else where another page of the form does", () => {
  const pool = poolOf(MANIFEST, "/", KINDS);
  const [home, a1, , t1] = pool;
  assert.ok(home && a1 && t1);
  assert.equal(sectionOf(a1, [])?.title, "Padding");
  assert.equal(sectionOf(t1, []), null);
  assert.equal(sectionOf(t1, pool)?.href, "topics/a.html#recall-a1");
  assert.equal(sectionOf(home, pool), null);
});

test("whatever a manifest says, nothing breaks", () => {
  const odd = [null, 1, "x", [], {}, { topics: 1 }, { topics: { length: 3 } }];
  for (const manifest of odd) assert.deepEqual(poolOf(manifest, "/ #x topic:a.md a.md", KINDS), []);
  const items = [
    null,
    1,
    "q",
    [],
    {},
    question("", {}),
    question("bad", { rank: "1" }),
    question("half", { rank: 1.5 }),
    question("high", { rank: 9 }),
  ];
  const more = [
    question("q", { aka: 7, objective: {}, rev: null }),
    question("q"),
    { ...question("r"), id: ["r"] },
    question("__proto__"),
  ];
  const topics = [
    null,
    1,
    page("a.md", [...items, ...more], { objectives: { "": null, __proto__: 1, constructor: { title: 1 }, x: [] } }),
    page("b.md", [question("b")], { data: 5 }),
  ];
  const found = poolOf({ topics }, "/", KINDS);
  assert.deepEqual(
    found.map(({ id, ids: names, objective, rev }) => [id, names, objective, rev]),
    [
      ["q", ["q"], "", ""],
      ["__proto__", ["__proto__"], "", "1"],
    ],
  );
  assert.equal(sectionOf({ ...(found[0] ?? assert.fail()), objective: "constructor" }, found), null);
});

test("whatever an entry says, nothing breaks", () => {
  for (const from of [
    "%",
    "#%E0%A4%A",
    "topic:",
    "#",
    "topic:#",
    "a.md#b#c",
    "../../x.md",
    "topic:/",
    "topic:gone.md",
    "%2F%2F",
  ]) {
    assert.deepEqual(ids(from), [], from);
  }
});

test("what is drawn does not depend on which questions are here already, nor on the order of the site", () => {
  const bank = Array.from({ length: 30 }, (_, index) => ({
    id: `q${index}`,
    rank: (index % 3) + 1,
    objective: `o${index % 4}`,
  }));
  for (const seed of ["7f3a2c", "1", "abc-0a42"]) {
    const away = bank.map((item) => ({ ...item, options: [], fixed: false }));
    const here = bank.map((item, index) => ({ ...item, options: index % 2 ? ["a", "b", "c"] : [], fixed: false }));
    const full = bank.map((item) => ({ ...item, options: ["a", "b", "c"], fixed: false }));
    const form = drawForm(full, [4, 3, 2], seed);
    assert.ok(form);
    for (const other of [away, here, [...away].reverse()])
      assert.deepEqual(drawForm(other, [4, 3, 2], seed)?.items, form.items);
    assert.deepEqual(
      formOf(
        full.filter(({ id }) => form.items.includes(id)),
        seed,
      ),
      form,
    );
  }
});
