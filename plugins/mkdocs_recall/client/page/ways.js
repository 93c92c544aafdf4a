// The two ways into a topic on a later visit: what was recalled, how the last test came out, and which of the two is
// best now, by the same rule as what a site recommends today (core/agenda.js).

import { isWorkedOn, standing, stateOf } from "../core/log.js";
import { readLastForm } from "../core/test-forms.js";
import { lastTestAt, namesIn, readRunning } from "../core/test-history.js";
import { RecallItemElement } from "../items/item.js";
import { findTopicSteps } from "../core/agenda.js";
import { dueCount } from "../items/due/due-count.js";
import { reviewAddress, siteStore } from "../store/site-store.js";
import { say, sayDay, sayList } from "../ui/say.js";

/**
 * @typedef {import("../core/log.js").Entry} Entry
 * @typedef {import("../core/test-forms.js").LastForm} LastForm
 * @typedef {import("../core/agenda.js").Step} Step
 * @typedef {{card: boolean, ids: readonly string[]}} LessonItem by its id and those it had before
 * @typedef {LessonItem & {log: readonly Entry[]}} BegunItem
 *
 * @typedef {object} Lesson
 * @property {BegunItem[]} begun items that were answered
 * @property {number} cards
 * @property {number} all items
 *
 * @typedef {object} Tested
 * @property {LastForm | null} last
 * @property {{answered: number, all: number} | null} running
 */

export function showWays() {
  for (const ways of document.querySelectorAll(".recall-ways")) showBoth(ways);
}

/** @param {Element} ways */
function showBoth(ways) {
  const [test, learn] = ["test", "learn"].map((name) => ways.querySelector(`[data-recall-way="${name}"]`));
  const lesson = learn instanceof HTMLAnchorElement ? readLesson(learn) : { begun: [], cards: 0, all: 0 };
  const tested = test instanceof HTMLAnchorElement ? readTested(test, ways) : { last: null, running: null };
  const step = chooseStep(ways, lesson, tested);
  if (test instanceof HTMLAnchorElement) showTest(test, tested, step);
  if (learn instanceof HTMLAnchorElement) showLearn(learn, lesson, step, ways);
  if (test && learn) recommend(isForTest(step) ? test : learn, ways);
}

/** @param {Step | null} step */
function isForTest(step) {
  return step !== null && ["continue", "test", "second", "begin"].includes(step.do);
}

/**
 * What is best in this topic now.
 * @param {Element} ways
 * @param {Lesson} lesson
 * @param {Tested} tested
 * @returns {Step | null} null where nothing is left to do today
 */
function chooseStep(ways, { begun, all }, { last, running }) {
  const now = siteStore().now();
  const state = {
    answered: begun.length + (last ? 1 : 0),
    last,
    running,
    lesson: { answered: begun.length, all },
    missed: last ? findMissed(ways, last.missed) : [],
    studied: last !== null && begun.some(({ log }) => isWorkedOn(log, last.time)),
  };
  const asked = [...begun, ...readBank(ways)].map(({ ids }) => ids[0] ?? "");
  const due = reviewAddress() ? dueCount.among([...asked, ...(last?.items ?? [])]) : 0;
  const steps = findTopicSteps(state, now);
  const [first = null] = steps;
  if (due > 0 && first?.do !== "continue") return { do: "review", due };
  return first;
}

/**
 * Sections about what was missed, the most missed first.
 * @param {Element} ways
 * @param {readonly string[]} missed ids
 */
function findMissed(ways, missed) {
  const rows = [...ways.querySelectorAll(".recall-further > [data-recall-items]")].map((row) => {
    const link = row.querySelector("a");
    const ids = namesIn(row.getAttribute("data-recall-items") ?? "").flat();
    const count = missed.filter((id) => ids.includes(id)).length;
    return { title: link?.textContent ?? "", href: link?.href ?? "", count };
  });
  return rows.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}

/**
 * Where items of the lesson were answered, learning goes on; and what is best may be to read again, to review, or to go
 * on to the next topic.
 * @param {HTMLAnchorElement} way
 * @param {Lesson} lesson
 * @param {Step | null} step
 * @param {Element} ways
 */
function showLearn(way, { begun, cards }, step, ways) {
  putBack(way);
  const [last] = begun
    .flatMap(({ ids, log }) => ({ id: ids[0] ?? "", time: log.at(-1)?.time ?? 0 }))
    .sort((a, b) => b.time - a.time);
  if (last) {
    setText(way, ".recall-go", say("ways.continue"));
    setText(way, ".recall-line", say("ways.stopped"));
    lead(way, `#recall-${last.id}`);
    const recalled = begun.filter(({ card, log }) => card && stateOf(log, "").rating === "good");
    if (cards > 0) setText(way, ".recall-meta", say("ways.cards", { recalled: recalled.length, n: cards }));
  }
  const next = ways.querySelector(".recall-further > [data-recall-next] > a");
  if (step?.do === "review") {
    setText(way, ".recall-title", say("review.name"));
    tellLearn(
      way,
      say("today.review.go"),
      say("ways.due", { n: step.due }),
      new URL(reviewAddress(), document.baseURI).href,
    );
  } else if (step?.do === "study") tellStudy(way, step.sections);
  else if (step === null && next instanceof HTMLAnchorElement)
    tellLearn(way, say("ways.next"), say("today.begin", { topic: next.textContent ?? "" }), next.href);
}

/**
 * @param {HTMLAnchorElement} way
 * @param {readonly import("../core/manifest.js").Section[]} sections
 */
function tellStudy(way, sections) {
  const names = sayList(sections.map(({ title }) => title));
  tellLearn(way, say("today.study.go"), say("today.study.told", { sections: names }), sections[0]?.href ?? way.href);
}

/**
 * @param {HTMLAnchorElement} way
 * @param {string} go
 * @param {string} line
 * @param {string} address
 */
function tellLearn(way, go, line, address) {
  setText(way, ".recall-go", go);
  setText(way, ".recall-line", line);
  lead(way, address);
}

/**
 * What a lesson holds: named on the link where it is another page.
 * @param {HTMLAnchorElement} way
 * @returns {Lesson}
 */
function readLesson({ dataset: { recallCards, recallQuestions } }) {
  const store = siteStore();
  const stored = store.items();
  const items = recallCards === undefined ? itemsHere() : itemsNamed(recallCards, recallQuestions);
  const begun = items
    .filter(({ ids }) => ids.some((id) => stored.has(id)))
    .map((item) => ({ ...item, log: standing(store.entries(item.ids)) }));
  return {
    begun: begun.filter(({ log }) => log.length > 0),
    cards: items.filter(({ card }) => card).length,
    all: items.length,
  };
}

/**
 * @param {string} cards
 * @param {string} [questions]
 * @returns {LessonItem[]}
 */
function itemsNamed(cards, questions) {
  const read = (/** @type {boolean} */ card, /** @type {string} */ list) => namesIn(list).map((ids) => ({ card, ids }));
  return [...read(true, cards), ...read(false, questions ?? "")];
}

/** @returns {LessonItem[]} what a test draws belongs to no lesson */
function itemsHere() {
  const items = [...document.querySelectorAll(".recall-item")].filter((item) => item instanceof RecallItemElement);
  return items
    .filter((item) => !item.closest("recall-test"))
    .map((item) => ({ card: item.takesRating, ids: item.ids }));
}

/**
 * The link names its test, which keeps its name wherever the site moves; where it names a page alone, that page tells.
 * @param {HTMLAnchorElement} way
 * @param {Element} ways
 * @returns {Tested}
 */
function readTested(way, ways) {
  const store = siteStore();
  const named = way.hash.startsWith("#recall-") ? store.kept("t", way.hash.slice(8)) : null;
  const records = named ? [named] : store.names("t").map((name) => store.kept("t", name));
  const record = named ?? lastTestAt(records, way.pathname);
  return { last: readLastForm(record, (item) => store.entries([item]), readBank(ways)), running: readRunning(record) };
}

/**
 * The questions of the test, as far as a section of the lesson is about them.
 * @param {Element} ways
 */
function readBank(ways) {
  return [...ways.querySelectorAll(".recall-further > [data-recall-items]")].flatMap((row) => {
    const ranks = (row.getAttribute("data-recall-ranks") ?? "").split(" ").map(Number);
    const items = namesIn(row.getAttribute("data-recall-items") ?? "");
    return items.map((ids, index) => ({ ids, rank: ranks[index] ?? 0 }));
  });
}

/**
 * A test that was finished leads to its result, and where it is time for another one, to that.
 * @param {HTMLAnchorElement} way
 * @param {Tested} tested
 * @param {Step | null} step
 */
function showTest(way, { last, running }, step) {
  putBack(way);
  if (running) {
    setText(way, ".recall-go", say("test.continue"));
    setText(way, ".recall-meta", say("today.continue", { answered: running.answered, all: running.all }));
  } else if (last) {
    const { verdict, right, all, time } = last;
    const day = sayDay(time);
    const again = step?.do === "test" || step?.do === "second";
    setText(way, ".recall-go", say(again ? "today.test.go" : "ways.result"));
    if (step?.do === "test" && step.studied) setText(way, ".recall-line", say("today.test.again"));
    if (step?.do === "second") setText(way, ".recall-line", say("today.second.told", { day }));
    setText(way, ".recall-meta", say(`ways.${verdict}`, { right, all, day }));
  }
}

/**
 * @param {Element} way
 * @param {Element} ways
 */
function recommend(way, ways) {
  const pill = ways.querySelector(".recall-pill");
  for (const each of ways.querySelectorAll(".recall-way")) each.classList.toggle("recall-recommended", each === way);
  if (pill && pill.parentElement !== way) way.prepend(pill);
}

/** The words of the page itself. @type {WeakMap<Text, string>} */
const before = new WeakMap();

/** Where the page itself leads to. @type {WeakMap<Element, string>} */
const places = new WeakMap();

/**
 * @param {HTMLAnchorElement} way
 * @param {string} address
 */
function lead(way, address) {
  if (!places.has(way)) places.set(way, way.href);
  way.href = new URL(address, places.get(way)).href;
}

/** @param {HTMLAnchorElement} way where nothing is to be told any more */
function putBack(way) {
  way.href = places.get(way) ?? way.href;
  for (const part of [".recall-title", ".recall-go", ".recall-line", ".recall-meta"]) {
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
