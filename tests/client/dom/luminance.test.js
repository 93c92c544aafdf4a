import assert from "node:assert/strict";
import { test } from "node:test";

import { readLuminance } from "../../../plugins/mkdocs_recall/client/dom/luminance.js";

const GREY = 0.2158605;

/** What browsers compute for the grounds of pages, with luminance and opacity. @type {[string, number, number][]} */
const COLOURS = [
  ["rgb(255, 255, 255)", 1, 1],
  ["rgb(0, 0, 0)", 0, 1],
  ["rgba(0, 0, 0, 0)", 0, 0],
  ["rgb(128, 128, 128)", GREY, 1],
  ["rgba(128, 128, 128, 0.25)", GREY, 0.25],
  ["color(srgb 0.5019608 0.5019608 0.5019608)", GREY, 1],
  ["color(srgb 1 0 0 / 0.5)", 0.2126, 0.5],
  ["color(display-p3 1 1 1)", 1, 1],
  ["oklch(0.145 0 0)", 0.145 ** 3, 1],
  ["oklab(1 0 0 / 0.1)", 1, 0.1],
  ["lab(100 0 0)", 1, 1],
  ["lch(0 0 0)", (16 / 116) ** 3, 1],
  ["transparent", 0, 0],
  ["paint(unheard-of)", 0, 0],
];

for (const [colour, light, opacity] of COLOURS)
  test(`the luminance of ${colour}`, () => {
    const found = readLuminance(colour);
    assert.ok(Math.abs(found.light - light) < 1e-4, `${found.light}`);
    assert.equal(found.opacity, opacity);
  });
