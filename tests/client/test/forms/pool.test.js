import assert from "node:assert/strict";
import { test } from "node:test";

import { arrangeForm, drawForm } from "../../../../plugins/mkdocs_recall/client/test/forms/draw-form.js";
import { findPool, findSection } from "../../../../plugins/mkdocs_recall/client/test/forms/pool.js";
import { read } from "../../manifests.js";

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

const MANIFEST = read(
  [
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
  [
    { id: "all", draws: ["none", "m1", "b1", "t1", "a2", "a1", "home", "gone"] },
    { id: "some", draws: ["a2", "t1", "a2"] },
    { id: "nothing" },
  ],
);

/** @param {string} test */
function ids(test) {
  return findPool(MANIFEST, test).map(({ id }) => id);
}

test("a test draws what the manifest lists for it, each question once, in the order of the site", () => {
  assert.deepEqual(ids("all"), ["home", "a1", "a2", "t1", "b1", "m1"]);
  assert.deepEqual(ids("some"), ["a2", "t1"]);
});

test("a test that the manifest does not know draws nothing", () => {
  for (const name of ["nothing", "gone", "", "__proto__"]) assert.deepEqual(ids(name), [], name);
});

test("a question has all that is drawn, shown and studied by", () => {
  const [found] = findPool(MANIFEST, "all").slice(1);
  const sections = Object.assign(Object.create(null), {
    padding: { title: "Padding", href: "topics/a.html#recall-a1" },
  });
  const { id, ids: names, rank, objective, rev, page: own } = found ?? assert.fail();
  assert.deepEqual([id, names, rank, objective, rev], ["a1", ["a1", "old"], 2, "padding", "1"]);
  assert.deepEqual([own.path, own.data, own.sections], ["topics/a.html", "data/topics/a.html.js", sections]);
});

test("one reads on where the own page says, else where another page of the form does", () => {
  const pool = findPool(MANIFEST, "all");
  const [home, a1, , t1] = pool;
  assert.ok(home && a1 && t1);
  assert.equal(findSection(a1, [])?.title, "Padding");
  assert.equal(findSection(t1, []), null);
  assert.equal(findSection(t1, pool)?.href, "topics/a.html#recall-a1");
  assert.equal(findSection(home, pool), null);
});

test("whatever a manifest says, nothing breaks", () => {
  const none = read([page("a.md", [question("q")])], [null, 1, { id: "all", draws: { length: 1 } }]);
  assert.deepEqual(findPool(none, "all"), []);
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
  const draws = ["", "q", "bad", "half", "high", "r", "__proto__", "b", 7, null];
  const found = findPool(read(topics, [{ id: "all", draws }]), "all");
  assert.deepEqual(
    found.map(({ id, ids: names, objective, rev }) => [id, names, objective, rev]),
    [
      ["q", ["q"], "", ""],
      ["__proto__", ["__proto__"], "", "1"],
    ],
  );
  assert.equal(findSection({ ...(found[0] ?? assert.fail()), objective: "constructor" }, found), null);
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
      arrangeForm(
        full.filter(({ id }) => form.items.includes(id)),
        seed,
      ),
      form,
    );
  }
});
