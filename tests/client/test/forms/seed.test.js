import assert from "node:assert/strict";
import { test } from "node:test";

import { makeGenerator } from "../../../../plugins/mkdocs_recall/client/core/random.js";
import {
  fitSeed,
  isSeed,
  newSeed,
  readSeed,
  readTier,
  readResultName,
} from "../../../../plugins/mkdocs_recall/client/test/forms/seed.js";

/** @typedef {import("../../../../plugins/mkdocs_recall/client/core/test-forms.js").Tier} Tier */

test("a seed is read from an address", () => {
  for (const [hash, seed] of [
    ["#seed=7f3a", "7f3a"],
    ["#seed=7F3A", "7f3a"],
    ["#seed=7f3a2c-0a42", "7f3a2c-0a42"],
    ["#seed=week1", "week1"],
  ]) {
    assert.equal(readSeed(hash ?? ""), seed);
  }
});

test("anything else in an address is no seed", () => {
  for (const hash of [
    "",
    "#",
    "#seed=",
    "#seed=-",
    "#seed=7f3a-",
    "#seed=7f3a-xyz",
    "#seed=a b",
    "#seed=<b>",
    "#seed=%37",
    "#x&seed=7f",
    "seed=7f",
    `#seed=${"7".repeat(17)}`,
  ]) {
    assert.equal(readSeed(hash), "", hash);
  }
});

test("a new seed is short where nothing was seen", () => {
  const seed = newSeed(/** @type {Tier[]} */ (new Array(40).fill(0)), makeGenerator("x"));
  assert.match(seed, /^[0-9a-f]{6}$/);
  assert.match(newSeed([], makeGenerator("y")), /^[0-9a-f]{6}$/);
});

test("a new seed keeps zeros at the end of its chance", () => {
  assert.equal(
    newSeed([], () => 0),
    "000000",
  );
  assert.equal(
    newSeed([0, 1], () => 0),
    "000000-1",
  );
});

test("a seed carries the tier of every item", () => {
  for (const tiers of /** @type {Tier[][]} */ ([
    [2],
    [0, 1],
    [1, 2, 0],
    [0, 0, 0, 2],
    [2, 2, 2, 2, 2],
    Array.from({ length: 41 }, (_, index) => index % 3),
  ])) {
    const seed = newSeed(tiers, makeGenerator("x"));
    assert.ok(isSeed(seed), seed);
    assert.equal(readSeed(`#seed=${seed}`), seed);
    assert.deepEqual(
      tiers.map((_, index) => readTier(seed, index)),
      tiers,
    );
  }
});

test("a seed from elsewhere gives some tier to any item", () => {
  for (const seed of ["week1", "a-f", "a-0", "", "-"]) {
    for (const index of [0, 1, 2, 1000]) assert.ok([0, 1, 2, 3].includes(readTier(seed, index)));
  }
});

test("a seed has no more digits than its bank takes, and draws the same form", () => {
  assert.equal(fitSeed("7f3a2c-0a42", 8), "7f3a2c-0a42");
  assert.equal(fitSeed(`7f3a2c-0a${"f".repeat(9000)}`, 3), "7f3a2c-0a");
  assert.equal(fitSeed("7f3a2c-0", 0), "7f3a2c");
  assert.equal(fitSeed("", 4), "");
  assert.equal(fitSeed("week100", 4), "week100");
});

test("a result is named in the address by its session, and by nothing else", () => {
  assert.equal(readResultName("#result=7f3a2c-0a42.mwrsqzk0"), "7f3a2c-0a42.mwrsqzk0");
  assert.equal(readResultName("#result=7f3a2c.mwrsqzk0.wide-test_2"), "7f3a2c.mwrsqzk0.wide-test_2");
  for (const hash of ["", "#", "#result=", "#seed=7f3a2c", "#result=<b>", "#result=%00", "result=7f3a2c"])
    assert.equal(readResultName(hash), "", hash);
});
