import assert from "node:assert/strict";
import { test } from "node:test";

import { DAY } from "../../../plugins/mkdocs_recall/client/core/log.js";
import {
  below,
  findRange,
  isSecure,
  isWeak,
  quantile,
  strongFrom,
  verdictOf,
} from "../../../plugins/mkdocs_recall/client/core/mastery.js";

/**
 * The whole table: for n from 5 to 30, the least x that is strong and the most that is weak. The rows for 5, 6, 8, 10,
 * 12, 15, 20 and 30 stand in the notes; the others were computed with SciPy's beta.cdf.
 * @type {readonly (readonly [number, number, number])[]}
 */
const CUTS = [
  [5, 5, 2],
  [6, 6, 3],
  [7, 7, 3],
  [8, 8, 4],
  [9, 8, 5],
  [10, 9, 5],
  [11, 10, 6],
  [12, 11, 6],
  [13, 12, 7],
  [14, 12, 8],
  [15, 13, 8],
  [16, 14, 9],
  [17, 15, 9],
  [18, 15, 10],
  [19, 16, 10],
  [20, 17, 11],
  [21, 18, 12],
  [22, 18, 12],
  [23, 19, 13],
  [24, 20, 13],
  [25, 21, 14],
  [26, 21, 15],
  [27, 22, 15],
  [28, 23, 16],
  [29, 24, 16],
  [30, 24, 17],
];

/**
 * P(theta <= share) by Simpson's rule over the density of Beta: another way to the same number.
 * @param {number} share
 * @param {number} right
 * @param {number} all
 */
function integral(share, right, all) {
  /** @param {number} theta */
  const density = (theta) => theta ** right * (1 - theta) ** (all - right);
  /** @param {number} end */
  const area = (end) => {
    const steps = 2000;
    let sum = density(0) + density(end);
    for (let i = 1; i < steps; i += 1) sum += (i % 2 === 1 ? 4 : 2) * density((i * end) / steps);
    return (sum * end) / (3 * steps);
  };
  return area(share) / area(1);
}

test("the incomplete beta function by the binomial sum agrees with the integral", () => {
  for (let all = 5; all <= 30; all += 1) {
    for (let right = 0; right <= all; right += 1) {
      for (const share of [0.6, 0.7]) {
        assert.ok(
          Math.abs(below(share, right, all) - integral(share, right, all)) < 1e-9,
          `${right} of ${all}, ${share}`,
        );
      }
    }
  }
});

test("it goes from 0 to 1", () => {
  for (const [right, all] of [
    [0, 5],
    [3, 10],
    [30, 30],
  ]) {
    assert.equal(below(0, right ?? 0, all ?? 0), 0);
    assert.equal(below(1, right ?? 0, all ?? 0), 1);
  }
});

test("of n questions, so many make strong and so few weak", () => {
  assert.deepEqual(
    CUTS.map(([all]) => all),
    Array.from({ length: 26 }, (_, index) => index + 5),
  );
  for (const [all, strong, weak] of CUTS) {
    assert.equal(strongFrom(all), strong, `strong of ${all}`);
    for (let right = 0; right <= all; right += 1)
      assert.equal(isWeak(right, all), right <= weak, `weak: ${right} of ${all}`);
  }
});

test("every verdict from 5 to 30 questions", () => {
  for (const [all, strong, weak] of CUTS) {
    for (let right = 0; right <= all; right += 1) {
      const decided = right >= strong ? "strong" : right <= weak ? "weak" : "getting";
      assert.equal(verdictOf({ right, all, hardRight: 0, hard: 0 }), all < 8 ? "few" : decided, `${right} of ${all}`);
    }
  }
});

test("strong takes at least half of the hard ones", () => {
  const nine = { right: 9, all: 10 };
  assert.equal(verdictOf({ ...nine, hardRight: 2, hard: 2 }), "strong");
  assert.equal(verdictOf({ ...nine, hardRight: 1, hard: 2 }), "strong");
  assert.equal(verdictOf({ ...nine, hardRight: 0, hard: 1 }), "getting");
  assert.equal(verdictOf({ right: 18, all: 20, hardRight: 1, hard: 3 }), "getting");
});

test("nothing counted is too few to say", () => {
  assert.equal(verdictOf({ right: 0, all: 0, hardRight: 0, hard: 0 }), "few");
});

test("the range of 10 questions", () => {
  const ranges = Array.from({ length: 6 }, (_, index) => Object.values(findRange(10 - index, 10)));
  assert.deepEqual(ranges, [
    [81, 99],
    [68, 95],
    [58, 89],
    [48, 83],
    [40, 75],
    [31, 68],
  ]);
});

test("a range holds 80 % and lies within the scale", () => {
  for (let all = 1; all <= 30; all += 1) {
    for (let right = 0; right <= all; right += 1) {
      const held = below(quantile(0.9, right, all), right, all) - below(quantile(0.1, right, all), right, all);
      assert.ok(Math.abs(held - 0.8) < 1e-9);
      const { low, high } = findRange(right, all);
      assert.ok(0 <= low && low < high && high <= 100);
    }
  }
});

test("secure takes another strong form, a day before", () => {
  const form = { seed: "b", time: 10 * DAY };
  assert.equal(isSecure(form, []), false);
  assert.equal(isSecure(form, [form]), false);
  assert.equal(isSecure(form, [{ seed: "a", time: 9 * DAY }]), true);
  assert.equal(isSecure(form, [{ seed: "a", time: 9 * DAY + 1 }]), false);
  assert.equal(isSecure(form, [{ seed: "b", time: DAY }]), false);
  assert.equal(isSecure(form, [{ seed: "a", time: 11 * DAY }]), false);
});
