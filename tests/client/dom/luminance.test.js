import assert from "node:assert/strict";
import { test } from "node:test";

import { measureLuminance } from "../../../plugins/mkdocs_recall/client/dom/luminance.js";

/** Red, green and blue, and the luminance. @type {[number[], number][]} */
const COLOURS = [
  [[1, 1, 1], 1],
  [[0, 0, 0], 0],
  [[128 / 255, 128 / 255, 128 / 255], 0.2158605],
  [[1, 0, 0, 0.5], 0.2126],
  [[0.04, 0.04, 0.04], 0.04 / 12.92],
];

for (const [channels, light] of COLOURS)
  test(`the luminance of ${channels.join(" ")}`, () => {
    assert.ok(Math.abs(measureLuminance(channels) - light) < 1e-6);
  });
