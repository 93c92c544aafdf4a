import assert from "node:assert/strict";
import { test } from "node:test";

import { makeGenerator, shuffle } from "../../../plugins/mkdocs_recall/client/core/random.js";

test("the same text gives the same numbers, on every machine and in every release", () => {
  const next = makeGenerator("7f3a2c");
  assert.deepEqual([next(), next(), next()], GOLDEN);
});

/** Frozen: a change gives every seed that was ever written down another form. */
const GOLDEN = [0.6391072291880846, 0.45662047737278044, 0.8038685307838023];

test("numbers lie from 0 to 1 and are spread evenly", () => {
  const next = makeGenerator("spread");
  const tenths = new Array(10).fill(0);
  for (let i = 0; i < 10000; i += 1) tenths[Math.floor(next() * 10)] += 1;
  assert.equal(tenths.length, 10);
  for (const count of tenths) assert.ok(Math.abs(count - 1000) < 150, `${tenths}`);
});

test("texts that differ little give numbers that differ", () => {
  const firsts = Array.from({ length: 1000 }, (_, index) => makeGenerator(`seed ${index}`)());
  assert.equal(new Set(firsts).size, 1000);
  assert.ok(Math.abs(firsts.reduce((sum, number) => sum + number, 0) / 1000 - 0.5) < 0.05);
});

test("a shuffle keeps every thing and leaves the list as it was", () => {
  const list = Object.freeze(["a", "b", "c", "d", "e"]);
  assert.deepEqual([...shuffle(list, makeGenerator("x"))].sort(), [...list]);
  assert.deepEqual(shuffle([], makeGenerator("x")), []);
});

test("every order is as likely as any other", () => {
  const next = makeGenerator("orders");
  /** @type {Map<string, number>} */
  const orders = new Map();
  for (let i = 0; i < 6000; i += 1) {
    const order = shuffle(["a", "b", "c"], next).join("");
    orders.set(order, (orders.get(order) ?? 0) + 1);
  }
  assert.equal(orders.size, 6);
  for (const count of orders.values()) assert.ok(Math.abs(count - 1000) < 150);
});
