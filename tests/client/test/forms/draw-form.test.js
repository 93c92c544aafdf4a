import assert from "node:assert/strict";
import { test } from "node:test";

import {
  arrangeForm,
  byId,
  drawForm,
  isEnough,
} from "../../../../plugins/mkdocs_recall/client/test/forms/draw-form.js";
import { newSeed } from "../../../../plugins/mkdocs_recall/client/test/forms/seed.js";

/**
 * @typedef {import("../../../../plugins/mkdocs_recall/client/test/forms/draw-form.js").BankItem} BankItem
 * @typedef {import("../../../../plugins/mkdocs_recall/client/core/test-forms.js").Tier} Tier
 */

const MIX = [4, 4, 2];
const SEEDS = Array.from({ length: 200 }, (_, index) => (7919 * (index + 1)).toString(16));

/**
 * @param {string} id
 * @param {number} rank
 * @param {string} [objective]
 * @param {boolean} [fixed]
 * @returns {BankItem}
 */
function item(id, rank, objective = "", fixed = false) {
  return { id, rank, objective, options: ["a", "b", "c", "d", "e"], fixed };
}

/** 16 easy, 16 medium and 8 hard items over 7 objectives; every ninth keeps the order of its options. */
const BANK = Array.from({ length: 40 }, (_, index) =>
  item(`q${index}`, index < 16 ? 1 : index < 32 ? 2 : 3, `o${index % 7}`, index % 9 === 0),
);
const BY_ID = new Map(BANK.map((each) => [each.id, each]));

/**
 * @param {string} seed
 * @param {readonly BankItem[]} [bank]
 * @param {readonly number[]} [mix]
 */
function draw(seed, bank = BANK, mix = MIX) {
  const form = drawForm(bank, mix, seed);
  assert.ok(form);
  return form;
}

/**
 * @param {readonly string[]} ids
 * @param {readonly BankItem[]} [bank]
 */
function pick(ids, bank = BANK) {
  return ids.map((id) => {
    const found = bank.find((each) => each.id === id);
    assert.ok(found);
    return found;
  });
}

/** @param {readonly BankItem[]} items */
function shares(items) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { objective } of items) counts.set(objective, (counts.get(objective) ?? 0) + 1);
  return counts;
}

test("the same seed and bank give the same form", () => {
  for (const seed of SEEDS) assert.deepEqual(draw(seed), draw(seed));
});

test("it does not matter in which order the page has the items", () => {
  for (const seed of SEEDS.slice(0, 20)) assert.deepEqual(draw(seed, [...BANK].reverse()), draw(seed));
});

test("other seeds give other forms", () => {
  assert.equal(new Set(SEEDS.map((seed) => draw(seed).items.join())).size, SEEDS.length);
});

test("a form that was written down stays the same", () => {
  const { items, orders } = draw("7f3a");
  assert.deepEqual(items, GOLDEN.items);
  assert.deepEqual(
    items.map((id) => orders[id]?.join("")),
    GOLDEN.orders,
  );
});

/** Frozen: a printed sheet names its seed. */
const GOLDEN = {
  items: ["q7", "q9", "q12", "q3", "q27", "q23", "q26", "q22", "q32", "q38"],
  orders: ["deacb", "abcde", "bacde", "dcbae", "abcde", "abcde", "cdaeb", "bcade", "beacd", "eacbd"],
};

test("the mix is kept, from easy to hard, and no item comes twice", () => {
  for (const seed of SEEDS) {
    const { items } = draw(seed);
    assert.equal(new Set(items).size, 10);
    assert.deepEqual(
      pick(items).map(({ rank }) => rank),
      [1, 1, 1, 1, 2, 2, 2, 2, 3, 3],
    );
  }
});

test("every objective is there, and none has more than 40 %", () => {
  for (const seed of SEEDS) {
    const counts = shares(pick(draw(seed).items));
    assert.equal(counts.size, 7);
    assert.ok(Math.max(...counts.values()) <= 4);
  }
});

test("every item is drawn some time", () => {
  const drawn = new Set(SEEDS.flatMap((seed) => draw(seed).items));
  assert.equal(drawn.size, BANK.length);
});

test("an objective of one item alone is always there", () => {
  const bank = [...BANK, item("rare", 2, "rare")];
  for (const seed of SEEDS) assert.ok(draw(seed, bank).items.includes("rare"));
});

test("objectives share out the places even where the first choice is in the way", () => {
  const bank = [item("x1", 1, "x"), item("x3", 3, "x"), item("y1", 1, "y"), item("z1", 1, "z"), item("z2", 2, "z")];
  for (const seed of SEEDS.slice(0, 50)) assert.deepEqual(draw(seed, bank, [1, 1, 1]).items, ["y1", "z2", "x3"]);
});

test("an objective gives up a place where another level has nothing else", () => {
  const hard = Array.from({ length: 4 }, (_, index) => item(`h${index}`, 3, "x"));
  const easy = Array.from({ length: 12 }, (_, index) => item(`e${index}`, 1, ["x", "y", "z"][index % 3]));
  for (const seed of SEEDS) {
    const counts = shares(pick(draw(seed, [...hard, ...easy], [6, 0, 4]).items, [...hard, ...easy]));
    assert.deepEqual([...counts].sort(), [
      ["x", 4],
      ["y", counts.get("y")],
      ["z", counts.get("z")],
    ]);
  }
});

test("where too few objectives have items, one takes more than its share, and the mix is kept", () => {
  const one = BANK.map((each) => ({ ...each, objective: "only" }));
  for (const seed of SEEDS.slice(0, 20)) assert.equal(draw(seed, one).items.length, 10);
  const two = BANK.map((each, index) => ({ ...each, objective: index % 2 ? "x" : "y" }));
  for (const seed of SEEDS.slice(0, 20)) {
    assert.deepEqual([...shares(pick(draw(seed, two).items, two)).values()], [5, 5]);
  }
});

test("items without an objective have no share", () => {
  const none = BANK.map((each) => ({ ...each, objective: "" }));
  for (const seed of SEEDS.slice(0, 20)) assert.equal(draw(seed, none).items.length, 10);
});

test("the whole bank may be the form", () => {
  assert.deepEqual([...draw("a", BANK, [16, 16, 8]).items].sort(), BANK.map(({ id }) => id).sort());
});

test("too small a bank gives no form", () => {
  assert.equal(drawForm(BANK, [17, 0, 0], "a"), null);
  assert.equal(drawForm(BANK, [4, 4, 9], "a"), null);
  assert.equal(drawForm([], MIX, "a"), null);
  assert.equal(drawForm(BANK, [0, 0, 0], "a"), null);
  assert.equal(drawForm(BANK, [], "a"), null);
});

test("options come in an order by chance, fixed ones in the author's", () => {
  const seen = new Set();
  for (const seed of SEEDS) {
    const { items, orders } = draw(seed);
    for (const id of items) {
      const order = orders[id] ?? [];
      assert.deepEqual([...order].sort(), ["a", "b", "c", "d", "e"]);
      if (BY_ID.get(id)?.fixed) assert.deepEqual(order, ["a", "b", "c", "d", "e"]);
      else seen.add(order.join(""));
    }
  }
  assert.equal(seen.size, 120);
});

test("an item's options keep their order when the bank grows", () => {
  const more = [...BANK, item("r1", 1, "o1"), item("r2", 3, "o2")];
  for (const seed of SEEDS.slice(0, 50)) {
    const [before, after] = [draw(seed).orders, draw(seed, more).orders];
    for (const id of Object.keys(before)) if (after[id]) assert.deepEqual(after[id], before[id]);
  }
});

/**
 * A seed by which some items come earlier than others.
 * @param {(item: BankItem) => Tier} tier
 * @param {string} seed
 */
function seedWith(tier, seed) {
  return newSeed(byId(BANK).map(tier), () => Number.parseInt(seed.slice(-1), 16) / 16);
}

test("unseen and missed items come first", () => {
  const first = new Set([
    "q1",
    "q2",
    "q3",
    "q4",
    "q5",
    "q17",
    "q18",
    "q19",
    "q20",
    "q21",
    "q33",
    "q34",
    "q35",
    "q36",
    "q37",
    "q38",
    "q39",
  ]);
  for (const seed of SEEDS) {
    const { items } = draw(seedWith(({ id }) => (first.has(id) ? 0 : 1), seed));
    assert.ok(items.filter((id) => first.has(id)).length >= 9, `${items}`);
  }
});

test("items seen lately come last", () => {
  const lately = new Set(BANK.filter((_, index) => index % 2 === 0).map(({ id }) => id));
  for (const seed of SEEDS) {
    const { items } = draw(seedWith(({ id }) => (lately.has(id) ? 2 : 0), seed));
    assert.deepEqual(
      items.filter((id) => lately.has(id)),
      [],
    );
  }
});

test("three forms in a row share no item", () => {
  /** @type {Set<string>} */
  const seen = new Set();
  for (let round = 0; round < 3; round += 1) {
    const { items } = draw(seedWith(({ id }) => (seen.has(id) ? 2 : 0), `${round}`));
    for (const id of items) {
      assert.ok(!seen.has(id), id);
      seen.add(id);
    }
  }
});

test("a form of chosen items has them all, from easy to hard", () => {
  const items = pick(["q33", "q2", "q17", "q1", "q9"]);
  const { items: ids, orders } = arrangeForm(items, "abc");
  assert.deepEqual(
    pick(ids).map(({ rank }) => rank),
    [1, 1, 1, 2, 3],
  );
  assert.deepEqual([...ids].sort(), ["q1", "q17", "q2", "q33", "q9"]);
  assert.deepEqual(orders["q9"], ["a", "b", "c", "d", "e"]);
  assert.deepEqual(arrangeForm(items, "abc"), arrangeForm([...items].reverse(), "abc"));
});

test("a bank is enough where it holds what is asked of each rank", () => {
  /** @param {number} rank */
  const held = (rank) => [4, 4, 1][rank - 1] ?? 0;
  assert.equal(isEnough([4, 4, 1], held), true);
  assert.equal(isEnough([4, 4, 2], held), false);
  assert.equal(isEnough([0, 0, 0], held), false);
  assert.equal(isEnough([], held), false);
});
