import assert from "node:assert/strict";
import { test } from "node:test";

import { drawPlacement, suggestTopic } from "../../../../plugins/mkdocs_recall/client/test/forms/placement-form.js";
import { newSeed } from "../../../../plugins/mkdocs_recall/client/test/forms/seed.js";

/** @typedef {import("../../../../plugins/mkdocs_recall/client/test/forms/draw-form.js").BankItem} BankItem */

/** Three topics, each with two questions of each rank over three objectives. @type {BankItem[]} */
const BANK = ["a", "b", "c"].flatMap((topic) =>
  [1, 1, 2, 2, 3, 3].map((rank, index) => ({
    id: `${topic}${index}`,
    rank,
    objective: `${topic}-${index % 3}`,
    options: ["x", "y", "z"],
    fixed: false,
  })),
);
const TOPICS = ["b", "a", "c"].map(
  (topic) =>
    /** @type {import("../../../../plugins/mkdocs_recall/client/core/manifest.js").Topic} */ (
      /** @type {unknown} */ ({ items: BANK.filter(({ id }) => id.startsWith(topic)) })
    ),
);
const SEEDS = Array.from({ length: 50 }, (_, index) => (7919 * (index + 1)).toString(16));

/** @param {string} seed @param {number} [per] @param {readonly BankItem[]} [bank] */
function draw(seed, per = 2, bank = BANK) {
  const form = drawPlacement(bank, TOPICS, per, seed);
  assert.ok(form);
  return form;
}

/** @param {string} id */
function find(id) {
  const found = BANK.find((item) => item.id === id);
  assert.ok(found);
  return found;
}

test("each topic gives as many questions, in the order of the topics, from easy to hard, on other objectives", () => {
  for (const seed of SEEDS) {
    const { items } = draw(seed);
    assert.deepEqual(
      items.map((id) => id[0]),
      ["b", "b", "a", "a", "c", "c"],
    );
    for (const pair of [items.slice(0, 2), items.slice(2, 4), items.slice(4)].map((ids) => ids.map(find))) {
      assert.deepEqual(
        pair.map(({ rank }) => rank),
        [1, 2],
      );
      assert.equal(new Set(pair.map(({ objective }) => objective)).size, 2);
    }
  }
});

test("one question is of the middle level, three are of each", () => {
  const ranks = (/** @type {number} */ per) => draw("7f3a", per).items.map((id) => find(id).rank);
  assert.deepEqual(ranks(1), [2, 2, 2]);
  assert.deepEqual(ranks(3), [1, 2, 3, 1, 2, 3, 1, 2, 3]);
});

test("a seed draws the same form, with the same order of options, and others draw others", () => {
  assert.deepEqual(draw("7f3a"), draw("7f3a", 2, [...BANK].reverse()));
  assert.ok(new Set(SEEDS.map((seed) => draw(seed).items.join())).size > 10);
  assert.deepEqual(Object.keys(draw("7f3a").orders).sort(), [...draw("7f3a").items].sort());
});

test("what was seen lately is drawn last", () => {
  /** @type {import("../../../../plugins/mkdocs_recall/client/core/test-forms.js").Tier[]} */
  const tiers = BANK.map(({ id }) => (id === "a2" || id === "b3" ? 2 : 0));
  const seeds = SEEDS.map((_, index) => newSeed(tiers, () => (index % 16) / 16));
  for (const seed of seeds)
    assert.deepEqual(
      draw(seed).items.filter((id) => id === "a2" || id === "b3"),
      [],
    );
});

test("a topic with too few gives what it has, and no topic gives no form", () => {
  assert.deepEqual(drawPlacement(BANK.slice(0, 1), TOPICS, 2, "7f3a")?.items, ["a0"]);
  assert.equal(drawPlacement([], TOPICS, 2, "7f3a"), null);
  assert.equal(drawPlacement(BANK, [], 2, "7f3a"), null);
});

test("the first topic in which something was missed is suggested", () => {
  assert.equal(
    suggestTopic([
      { right: 2, all: 2 },
      { right: 1, all: 2 },
      { right: 0, all: 2 },
    ]),
    1,
  );
  assert.equal(suggestTopic([{ right: 2, all: 2 }]), -1);
  assert.equal(suggestTopic([]), -1);
});
