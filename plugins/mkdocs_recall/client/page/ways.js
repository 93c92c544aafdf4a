// The two ways into a topic on a later visit: what was recalled, and how the last test came out.

import { standing, stateOf } from "../core/log.js";
import { lastResult, lastTestAt, namesIn } from "../core/test-history.js";
import { RecallItemElement } from "../items/item.js";
import { siteStore } from "../store/site-store.js";
import { say } from "../ui/say.js";
import { sayDay } from "../ui/say.js";

/** @typedef {{card: boolean, ids: readonly string[]}} LessonItem by its id and those it had before */

export function showWays() {
  for (const way of document.querySelectorAll(".recall-ways > .recall-way")) {
    if (!(way instanceof HTMLAnchorElement)) continue;
    if (way.dataset.recallWay === "learn") showLearn(way);
    else showTest(way);
  }
}

/**
 * Where items of the lesson were answered, learning goes on.
 * @param {HTMLAnchorElement} way
 */
function showLearn(way) {
  const store = siteStore();
  const { items, cards } = readLesson(way, store.items());
  const begun = items
    .map(({ card, ids }) => ({ card, ids, log: standing(store.entries(ids)) }))
    .filter(({ log }) => log.length > 0);
  if (begun.length === 0) return putBack(way);
  setText(way, ".recall-go", say("ways.continue"));
  setText(way, ".recall-line", say("ways.stopped"));
  const [last] = begun
    .flatMap(({ ids, log }) => ({ id: ids[0] ?? "", time: log.at(-1)?.time ?? 0 }))
    .sort((a, b) => b.time - a.time);
  if (!places.has(way)) places.set(way, way.hash);
  if (last) way.hash = `#recall-${last.id}`;
  const recalled = begun.filter(({ card, log }) => card && stateOf(log, "").rating === "good");
  if (cards > 0) setText(way, ".recall-meta", say("ways.cards", { recalled: recalled.length, n: cards }));
}

/**
 * What a lesson holds: named on the link where it is another page.
 * @param {HTMLAnchorElement} way
 * @param {ReadonlySet<string>} stored ids of items with a record
 * @returns {{items: LessonItem[], cards: number}} items with a record, and the number of all cards
 */
function readLesson({ dataset: { recallCards, recallQuestions } }, stored) {
  if (recallCards === undefined)
    return { items: itemsHere(stored), cards: [...document.querySelectorAll(".recall-item")].filter(isCard).length };
  const cards = namesIn(recallCards).map((ids) => ({ card: true, ids }));
  const questions = namesIn(recallQuestions).map((ids) => ({ card: false, ids }));
  return { items: [...cards, ...questions].filter(({ ids }) => ids.some((id) => stored.has(id))), cards: cards.length };
}

/**
 * @param {ReadonlySet<string>} stored
 * @returns {LessonItem[]}
 */
function itemsHere(stored) {
  const current = [...stored].map((id) => document.getElementById(`recall-${id}`));
  const found = new Set([...current, ...document.querySelectorAll("[data-recall-aka]")]);
  const items = [...found].filter((item) => item instanceof RecallItemElement);
  return items.map((item) => ({ card: isCard(item), ids: item.ids }));
}

/** @param {Element} item */
function isCard(item) {
  return item instanceof RecallItemElement && item.takesRating;
}

/**
 * The link names its test, which keeps its name wherever the site moves; where it names a page alone, that page tells.
 * @param {HTMLAnchorElement} way
 */
function showTest(way) {
  const store = siteStore();
  /** @param {string} item */
  const entriesOf = (item) => store.entries([item]);
  const named = way.hash.startsWith("#recall-") ? lastResult(store.kept("t", way.hash.slice(8)), entriesOf) : null;
  const records = store.names("t").map((name) => store.kept("t", name));
  const last = named ?? lastTestAt(records, way.pathname, entriesOf);
  if (!last) return putBack(way);
  const { verdict, right, all, time } = last;
  setText(way, ".recall-meta", say(`ways.${verdict}`, { right, all, day: sayDay(time) }));
}

/** The words of the page itself. @type {WeakMap<Text, string>} */
const before = new WeakMap();

/** Where the page itself leads to. @type {WeakMap<Element, string>} */
const places = new WeakMap();

/** @param {HTMLAnchorElement} way where nothing is to be told any more */
function putBack(way) {
  way.hash = places.get(way) ?? way.hash;
  for (const part of [".recall-go", ".recall-line", ".recall-meta"]) {
    const text = way.querySelector(part)?.firstChild;
    if (text instanceof Text) text.data = before.get(text) ?? text.data;
  }
}

/**
 * Set the text of a part, and leave the icon behind it.
 * @param {Element} way
 * @param {string} part its selector
 * @param {string} words
 */
function setText(way, part, words) {
  const text = way.querySelector(part)?.firstChild;
  if (!(text instanceof Text)) return;
  if (!before.has(text)) before.set(text, text.data);
  text.data = text.nextSibling ? `${words} ` : words;
}
