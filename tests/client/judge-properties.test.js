// What holds for any answer: for texts and numbers made at random, the same each time.

import assert from "node:assert/strict";
import { test } from "node:test";

import { judgeBlank } from "../../plugins/mkdocs_recall/client/core/judges/judge-fill.js";
import { judgeMatch } from "../../plugins/mkdocs_recall/client/core/judges/judge-match.js";
import { judgeNumber, readNumbers } from "../../plugins/mkdocs_recall/client/core/judges/judge-number.js";
import { judgeOrder } from "../../plugins/mkdocs_recall/client/core/judges/judge-order.js";
import { fold, isOneOff } from "../../plugins/mkdocs_recall/client/core/judges/typed-text.js";
import { makeGenerator, shuffle } from "../../plugins/mkdocs_recall/client/core/random.js";

const chance = makeGenerator("judges");
const TIMES = 500;

/** @param {number} limit */
const below = (limit) => Math.floor(chance() * limit);
/** @template Each @param {readonly Each[]} list @returns {Each} */
const pick = (list) => /** @type {Each} */ (list[below(list.length)]);

const LETTERS = [..."abcdefghijklmnopqrstuvwxyzäéñßсдж中文한"];
const word = () => Array.from({ length: 4 + below(12) }, () => pick(LETTERS)).join("");

/** @param {string} typed @param {boolean} [exact] */
const accepted = (typed, exact = false) => [{ typed, right: true, exact }];

test("a text is folded once: folding it again changes nothing", () => {
  const signs = [
    ...LETTERS,
    ..." \t\u00a0\u3000\u200b\u200e-–—'’\"”İıſµﬁᾳΣςẞＡ３",
    "\u0301",
    "\u030a",
    "\u0307",
    "\ufe0f",
  ];
  for (let times = 0; times < TIMES; times += 1) {
    const text = Array.from({ length: below(12) }, () => pick(signs)).join("");
    for (const exact of [true, false]) assert.equal(fold(fold(text, exact), exact), fold(text, exact), escape(text));
  }
});

test("an answer is right in any case, composed or not, with spaces around and signs that nobody sees", () => {
  const ways = [
    (/** @type {string} */ text) => text.toUpperCase(),
    (/** @type {string} */ text) => text.toLowerCase(),
    (/** @type {string} */ text) => text.normalize("NFD"),
    (/** @type {string} */ text) => `\u00a0${text}\t`,
    (/** @type {string} */ text) => [...text].join("\u200b"),
    (/** @type {string} */ text) => `\u2067${text}\u2069`,
  ];
  for (let times = 0; times < TIMES; times += 1) {
    const typed = `${word()} ${word()}`;
    const given = pick(ways)(pick(ways)(typed)).replace(" ", pick([" ", "  ", "\u00a0", "\u3000"]));
    assert.equal(judgeBlank(given, accepted(typed)).verdict, "right", `${typed}: ${escape(given)}`);
  }
});

test("one letter added, left out, replaced or swapped is close, from either side, and never right", () => {
  for (let times = 0; times < TIMES; times += 1) {
    const typed = word();
    const letters = [...typed];
    const at = below(letters.length);
    const other = pick(["q", "x", "я", "\u{1f600}"]);
    const edit = pick([
      () => letters.splice(at, 0, other),
      () => letters.splice(at, 1),
      () => letters.splice(at, 1, other),
      () => letters.splice(at, 2, ...letters.slice(at, at + 2).reverse()),
    ]);
    edit();
    const given = letters.join("");
    if (given === typed) continue;
    const [mine, wanted] = [fold(given, false), fold(typed, false)];
    assert.ok(isOneOff(given, typed) && isOneOff(typed, given), `${typed}: ${given}`);
    if (typed.includes("ß")) continue;
    assert.equal(judgeBlank(given, accepted(typed)).verdict, mine === wanted ? "right" : "close", `${typed}: ${given}`);
  }
});

test("any other answer is wrong, and the same for every order of the answers", () => {
  for (let times = 0; times < TIMES; times += 1) {
    const answers = [word(), word(), word()].map((typed, at) => ({ typed, right: at < 2, exact: chance() < 0.5 }));
    const given = pick([answers[0]?.typed ?? "", answers[2]?.typed ?? "", word(), "zzzz zzzz zzzz"]);
    const judged = judgeBlank(given, answers);
    const again = judgeBlank(given, [...answers].reverse());
    assert.equal(again.verdict, judged.verdict);
    assert.equal(again.answer, judged.answer < 0 ? -1 : 2 - judged.answer);
  }
});

test("a number is right however a language writes it", () => {
  const languages = ["en", "de", "de-CH", "fr", "es", "pt-BR", "hi", "ru", "sv", "ja", "ar-EG", "fa"];
  for (let times = 0; times < TIMES; times += 1) {
    const whole = below(10) < 5 ? below(1000) : below(1e9);
    const [decimals, sign] = [pick(["", ".5", ".25", ".125"]), pick(["", "-"])];
    const exact = `${sign}${whole}${decimals}`;
    const language = pick(languages);
    const format = new Intl.NumberFormat(language, { useGrouping: chance() < 0.5 });
    const decimalComma = new Intl.NumberFormat(language).format(1.5).includes(",");
    const verdict = judgeNumber(format.format(Number(exact)), [{ low: exact, high: exact, right: true }], {
      decimalComma,
    });
    assert.equal(verdict.verdict, "right", `${exact} in ${language}: ${format.format(Number(exact))}`);
  }
});

test("a number is in a range exactly when its fraction is", () => {
  for (let times = 0; times < TIMES; times += 1) {
    const [above, under, low, high] = [below(200) - 100, 1 + below(30), below(10) - 5, below(10)];
    const { verdict } = judgeNumber(`${above}/${under}`, [{ low: `${low}/3`, high: `${high}/7`, right: true }]);
    const isIn = low * under <= above * 3 && above * 7 <= high * under;
    assert.equal(verdict, isIn ? "right" : "wrong", `${above}/${under} in ${low}/3..${high}/7`);
  }
});

test("any text is read as a number in no time, without an error", () => {
  const signs = [..."0123456789.,' _-+/e%\u00a0\u0663−"];
  for (let times = 0; times < TIMES; times += 1) {
    const text = Array.from({ length: below(times) }, () => pick(signs)).join("");
    const values = readNumbers(text, pick(["", "%", "e"]), chance() < 0.5);
    for (const [, under] of values) assert.ok(under > 0n, text);
  }
  const start = performance.now();
  for (const sign of [..."1, 0.e/-'"]) for (const end of ["", "x"]) readNumbers(sign.repeat(499) + end, "", true);
  assert.ok(performance.now() - start < 1000);
});

test("an order is right exactly when it is the key, and each piece of it is in its place", () => {
  for (let times = 0; times < TIMES; times += 1) {
    const keys = Array.from({ length: 2 + below(6) }, () => pick(["a", "b", "c", "d", "e", "f"]));
    const pool = [...keys, "stray", "__proto__", pick(keys)];
    const used = shuffle(pool, chance).slice(0, below(pool.length + 1));
    const { right, places, missing, found } = judgeOrder(used, keys);
    assert.equal(right, used.join() === keys.join());
    assert.equal(places.length, used.length);
    assert.equal(found, places.filter((place) => place === "right").length);
    assert.equal(missing.length + places.filter((place) => place !== "stray").length, keys.length);
    assert.equal(judgeOrder(keys, keys).found, keys.length);
  }
});

test("leaving pieces out, or putting strays between, spoils no other place", () => {
  for (let times = 0; times < TIMES; times += 1) {
    const keys = Array.from({ length: 2 + below(6) }, (_, at) => `${at}`);
    const used = keys.filter(() => chance() < 0.7).flatMap((id) => (chance() < 0.3 ? ["stray", id] : [id]));
    const { places } = judgeOrder(used, keys);
    assert.ok(places.every((place, at) => place === (used[at] === "stray" ? "stray" : "right")));
  }
});

test("leaving out one of several equal pieces spoils no other place either", () => {
  for (let times = 0; times < TIMES; times += 1) {
    const keys = Array.from({ length: 3 + below(6) }, () => pick(["a", "b", "c"]));
    const out = below(keys.length);
    const used = keys.filter((_, at) => at !== out);
    assert.equal(judgeOrder(used, keys).found, used.length, `${keys} without ${out}`);
  }
});

test("a match is right exactly when each row has its own choice", () => {
  for (let times = 0; times < TIMES; times += 1) {
    const rights = ["x", "y", "z"];
    const keys = Object.fromEntries(Array.from({ length: 1 + below(6) }, (_, at) => [`${at}`, pick(rights)]));
    const given = Object.fromEntries(Object.keys(keys).map((left) => [left, pick([...rights, "", "__proto__"])]));
    const { right, pairs, found } = judgeMatch(given, keys);
    assert.equal(found, Object.keys(keys).filter((left) => given[left] === keys[left]).length);
    assert.equal(right, found === Object.keys(keys).length);
    for (const [left, verdict] of Object.entries(pairs)) assert.equal(verdict === "empty", given[left] === "");
  }
});
