// The tables of tests/spec/judging: what is typed, put in order or matched, and how it is judged. What a page says of
// each question is in pages.json, which tests/spec/test_judging.py compares with the pages.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { judgeBlank } from "../../plugins/mkdocs_recall/client/core/judges/judge-fill.js";
import { judgeMatch } from "../../plugins/mkdocs_recall/client/core/judges/judge-match.js";
import { judgeNumber } from "../../plugins/mkdocs_recall/client/core/judges/judge-number.js";
import { judgeOrder } from "../../plugins/mkdocs_recall/client/core/judges/judge-order.js";

/**
 * @typedef {string | {first?: string, repeat: [string, number], then?: string}} Typed a text, or how it is made
 *
 * @typedef {object} Case
 * @property {string} name
 * @property {string} from the sentence of the contract, by its name in the table
 * @property {string} answers as an author writes them
 * @property {string} [settings]
 * @property {string} [stem]
 * @property {string} [language]
 * @property {any} given
 * @property {any} expect
 */

/**
 * @param {string} name
 * @returns {any}
 */
function read(name) {
  return JSON.parse(readFileSync(new URL(`../spec/judging/${name}.json`, import.meta.url), "utf8"));
}

const PAGES = read("pages");

/**
 * Runs a table: each of its cases is judged by what the page says.
 * @param {"fill" | "number" | "order" | "match"} kind
 * @param {(each: Case, page: any) => unknown} judge what is compared with the verdict that is expected
 */
function runTable(kind, judge) {
  const { contract, cases } = read(kind);
  test(`${kind}: the table has 120 cases, each with a name and a sentence of the contract`, () => {
    assert.ok(cases.length >= 120, `${cases.length}`);
    assert.equal(new Set(cases.map((/** @type {Case} */ each) => each.name)).size, cases.length);
    for (const each of cases) assert.ok(contract[each.from], each.name);
  });
  for (const each of cases) {
    const question = ["settings", "stem", "answers"].filter((part) => part in each).map((part) => each[part]);
    test(`${kind}: ${each.name}`, () => assert.deepEqual(judge(each, PAGES[kind][question.join("\n\n")]), each.expect));
  }
}

/** @param {Typed} typed */
function write(typed) {
  if (typeof typed === "string") return typed;
  const [text, times] = typed.repeat;
  return `${typed.first ?? ""}${text.repeat(times)}${typed.then ?? ""}`;
}

/** @param {string | undefined} language */
function hasDecimalComma(language) {
  return new Intl.NumberFormat(language ?? "en").format(1.5).includes(",");
}

runTable("fill", ({ given, expect }, { blanks }) => {
  const typed = Array.isArray(given) ? given : [given];
  const verdicts = blanks.map((/** @type {any[]} */ answers, /** @type {number} */ at) => {
    const { verdict, answer } = judgeBlank(write(typed[at] ?? ""), answers);
    return verdict === "wrong" && answer >= 0 ? `known: ${answers[answer].typed}` : verdict;
  });
  return Array.isArray(expect) ? verdicts : verdicts[0];
});

runTable("number", ({ given, language, answers }, { ranges, unit }) => {
  const how = { unit, decimalComma: hasDecimalComma(language) };
  const { verdict, answer } = judgeNumber(write(given), ranges, how);
  const written = [...answers.matchAll(/^- \[.\] (.*)$/gm)].map(([, text]) => text);
  return verdict === "wrong" && answer >= 0 ? `known: ${written[answer]}` : verdict;
});

const PLACES = { right: "in", wrong: "out", stray: "stray" };

runTable("order", ({ given, expect }, { keys, pieces }) => {
  const used = (Array.isArray(given) ? given : new Array(given.times[1]).fill(given.times[0])).map((text) =>
    Object.hasOwn(pieces, text) ? pieces[text] : text,
  );
  const { right, places, missing, found } = judgeOrder(used, keys);
  assert.equal(missing.length, keys.length - places.filter((place) => place !== "stray").length);
  /** @type {Record<string, unknown>} */
  const all = { right, places: places.map((place) => PLACES[place]), count: `${found} of ${keys.length}` };
  return Object.fromEntries(Object.keys(expect).map((name) => [name, all[name]]));
});

runTable("match", ({ given, expect }, { lefts, keys, choices }) => {
  const texts = Array.isArray(given) ? given : new Array(given.times[1]).fill(given.times[0]);
  const chosen = texts.map((text, at) => [lefts[at] ?? `more-${at}`, choices[text] ?? text]);
  const { right, pairs, found } = judgeMatch(Object.fromEntries(chosen), keys);
  /** @type {Record<string, unknown>} */
  const all = {
    right,
    pairs: lefts.map((/** @type {string} */ left) => pairs[left] === "right"),
    count: `${found} of ${lefts.length}`,
  };
  return Object.fromEntries(Object.keys(expect).map((name) => [name, all[name]]));
});
