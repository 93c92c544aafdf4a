// The words in use: those of the page's language where the build joined them to the script, English else.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { afterEach, test } from "node:test";

import {
  addWords,
  say,
  sayList,
  sayNumber,
  sayParts,
  saySentences,
} from "../../../plugins/mkdocs_recall/client/ui/say.js";
import { sayPercent } from "../../../plugins/mkdocs_recall/client/ui/figures.js";
import { sayDayToCome, sayInDays } from "../../../plugins/mkdocs_recall/client/ui/dates.js";
import { sayDate } from "../../../plugins/mkdocs_recall/client/ui/figures.js";
import { sayDay } from "../../../plugins/mkdocs_recall/client/ui/say.js";

const NOON = new Date(2026, 10, 14, 12).getTime();

/** English texts of a part, in whose order other languages have theirs. */
const PART = {
  lang: "en-GB",
  "mcq.check": "Check answer",
  "set.place": "{at} of {all}",
  sentences: "{first} {second}",
  "explain.toRepeat": { one: "{n} concept to repeat.", other: "{n} concepts to repeat." },
};
addWords("words", PART);

/** A language with three plural forms, and words of its own order. */
const POLISH = {
  words: [
    "pl",
    "Sprawdź",
    "z {all}: {at}",
    "{first}|{second}",
    { one: "{n} pojęcie", few: "{n} pojęcia", many: "{n} pojęć" },
  ],
};

const page = /** @type {{recallWords?: unknown}} */ (globalThis);

afterEach(() => {
  delete page.recallWords;
});

test("a text has its values, and its plural form", () => {
  assert.equal(say("set.place", { at: 2, all: 5 }), "2 of 5");
  assert.equal(say("explain.toRepeat", { n: 1 }), "1 concept to repeat.");
  assert.equal(say("explain.toRepeat", { n: 0 }), "0 concepts to repeat.");
  assert.equal(say("explain.toRepeat", { n: 1234 }), "1,234 concepts to repeat.");
});

test("a value can be a node, and is no text to fill in", () => {
  const node = /** @type {Node} */ (/** @type {unknown} */ ({ node: true }));
  assert.deepEqual(sayParts("result.total", { right: node, all: 10 }).filter(Boolean), [node, " of ", "10"]);
  assert.equal(
    say("import.site", { name: "{name}" }),
    "Nothing was imported: the file belongs to another site, {name}.",
  );
});

test("sentences, lists, numbers and days", () => {
  assert.equal(saySentences(["One.", "Two.", "Three."]), "One. Two. Three.");
  assert.equal(saySentences([]), "");
  assert.equal(sayList(["a", "b", "c"]), "a, b, c");
  assert.equal(sayList(["a", "b", "c"], { type: "conjunction" }), "a, b and c");
  assert.equal(sayNumber(1234), "1,234");
  assert.equal(sayPercent(48), "48%");
  assert.equal(sayDay(NOON), "14 Nov");
  assert.equal(sayDayToCome(NOON, NOON), "14 Nov");
  assert.equal(sayDayToCome(NOON, new Date(2025, 11, 31).getTime()), "14 Nov 2026");
  assert.equal(sayDate(NOON), "14 November 2026");
  assert.deepEqual([-3, 0, 1, 3].map(sayInDays), ["3 days ago", "today", "tomorrow", "in 3 days"]);
});

test("a list has commas alone in every language", () => {
  const lists = {
    ar: "a وb وc",
    de: "a, b, c",
    hi: "a, b, c",
    ja: "a、b、c",
    ko: "a, b, c",
    tr: "a, b, c",
    zh: "a、b、c",
  };
  for (const [lang, list] of Object.entries(lists)) {
    page.recallWords = { words: [lang] };
    assert.equal(sayList(["a", "b", "c"]), list);
    assert.equal(sayList(["a"]) + sayList([]), "a");
  }
});

test("another language is another catalogue: its words, order, plurals and dates", () => {
  page.recallWords = POLISH;
  assert.equal(say("mcq.check"), "Sprawdź");
  assert.equal(say("set.place", { at: 2, all: 5 }), "z 5: 2");
  assert.deepEqual(
    [1, 2, 5, 22].map((n) => say("explain.toRepeat", { n })),
    ["1 pojęcie", "2 pojęcia", "5 pojęć", "22 pojęcia"],
  );
  assert.equal(saySentences(["Raz.", "Dwa."]), "Raz.|Dwa.");
  assert.equal(sayDate(NOON), "14 listopada 2026");
  assert.equal(sayInDays(1), "jutro");
});

test("what has no words of the language is in English", () => {
  page.recallWords = POLISH;
  assert.equal(say("help.showHint"), "Show hint");
  delete page.recallWords;
  assert.equal(say("mcq.check"), "Check answer");
  assert.equal(sayDay(NOON), "14 Nov");
});

test("each part of the script has its words, and none that are only in the HTML", () => {
  /** @param {string} name */
  const read = (name) =>
    readFileSync(new URL(`../../../plugins/mkdocs_recall/assets/${name}`, import.meta.url), "utf8");
  assert.ok(read("core.js").includes('"mcq.check":"Check answer"'));
  assert.ok(read("test.js").includes('"test.finish":"Finish test"'));
  assert.ok(!read("core.js").includes("Finish test"));
  for (const { name } of JSON.parse(read("parts.json"))) assert.ok(!/"page\.[\w.-]+":/.test(read(`${name}.js`)));
});
