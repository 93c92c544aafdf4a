// How a reader stands with each topic: its last test, what is due, and how far it is in each section. Pure.

import { isWorkedOn, standing, texts } from "../core/log.js";
import { findRange, judgeTally } from "../core/mastery.js";
import { findCards } from "../core/scheduling/review-cards.js";
import { isAnswered } from "../core/scheduling/answered.js";
import { isRight } from "../items/recalled.js";
import { formOfSession, strongForms } from "../core/test-forms.js";
import { answersOf, outcomeOf, readFinished, readRunning, rightOf } from "../core/test-history.js";
import { planReview } from "./review-queue.js";

/**
 * @typedef {import("../core/log.js").Entry} Entry
 * @typedef {import("../core/manifest.js").Manifest} Manifest
 * @typedef {import("../core/manifest.js").ManifestItem} ManifestItem
 * @typedef {import("../core/manifest.js").ManifestTest} ManifestTest
 * @typedef {import("../core/manifest.js").Section} Section
 * @typedef {import("../core/manifest.js").Topic} Topic
 *
 * @typedef {object} Reader what is kept of a reader's work
 * @property {ReadonlySet<string>} stored ids of the items with a record
 * @property {(ids: readonly string[]) => readonly Entry[]} entries
 * @property {(test: string) => Record<string, unknown> | null} test record of it
 *
 * @typedef {object} Last how the last test came out
 * @property {import("../core/mastery.js").Verdict | "secure"} verdict
 * @property {number} right
 * @property {number} all
 * @property {number} left out of the verdict
 * @property {number} time
 * @property {{low: number, high: number} | null} range
 *
 * @typedef {{result: Last, missed: ManifestItem[]}} JudgedForm how it came out, and the questions that were missed
 *
 * @typedef {import("../progress/sections-view.js").SectionStanding} SectionStanding
 *
 * @typedef {object} Standing
 * @property {number} answered
 * @property {number} right
 * @property {number} all
 * @property {Last | null} last
 * @property {number} due how many cards a review would ask now, were there no cap on new ones
 * @property {number} next the first moment of the day on which a review asks the next that is not due yet, 0 for none
 * @property {SectionStanding[]} sections in the order of the topic, then what none of them teaches; each item is in one
 * @property {{answered: number, all: number}} lesson of the items that no test has
 * @property {{answered: number, all: number} | null} running a test in progress
 * @property {Section[]} missed sections about what the last test missed, the most missed first
 * @property {boolean} studied whether the lesson was worked on since the last test
 */

/**
 * @param {Topic} topic
 * @param {Reader} reader
 * @param {number} now
 * @returns {Standing}
 */
export function findStanding(topic, reader, now) {
  const logs = new Map(topic.items.map((item) => [item, readItemLog(item, reader)]));
  const answered = topic.items.filter((item) => isAnswered(logs.get(item) ?? []));
  const right = new Set(answered.filter((item) => isRight(logs.get(item) ?? [])));
  const cards = topic.items.flatMap((item) => findCards(item, logs.get(item) ?? [], now));
  const { today, later } = planReview(cards, now, Infinity);
  const lesson = topic.items.filter(({ test }) => !test);
  const last = findLast(topic, reader, logs);
  return {
    answered: answered.length,
    right: right.size,
    all: topic.items.length,
    last: last && last.result,
    due: today.length,
    next: later[0]?.day ?? 0,
    sections: countSections(topic, new Set(answered), right),
    lesson: { answered: answered.filter(({ test }) => !test).length, all: lesson.length },
    running: findRunning(topic.decks.map((test) => reader.test(test))),
    missed: last ? rankMissed(topic, last.missed) : [],
    studied: last !== null && lesson.some((item) => isWorkedOn(standing(logs.get(item) ?? []), last.result.time)),
  };
}

/**
 * The test that was gone on with last, if one is in progress.
 * @param {readonly (Record<string, unknown> | null)[]} records
 */
function findRunning(records) {
  const running = records.map(readRunning).filter((form) => form !== null);
  const [latest] = running.sort((a, b) => b.time - a.time);
  return latest ? { answered: latest.answered, all: latest.all } : null;
}

/**
 * @param {Topic} topic
 * @param {readonly ManifestItem[]} missed
 * @returns {Section[]}
 */
function rankMissed({ sections }, missed) {
  const names = texts(missed.map(({ objective }) => objective)).filter((name) => sections[name]);
  const count = (/** @type {string} */ name) => missed.filter(({ objective }) => objective === name).length;
  return names.sort((a, b) => count(b) - count(a)).flatMap((name) => sections[name] ?? []);
}

/**
 * @param {ManifestItem} item
 * @param {Reader} reader
 */
function readItemLog({ ids }, { stored, entries }) {
  return ids.some((each) => stored.has(each)) ? entries(ids) : [];
}

/**
 * The last test that was finished in a topic.
 * @param {Topic} topic
 * @param {Reader} reader
 * @param {ReadonlyMap<ManifestItem, readonly Entry[]>} logs
 * @returns {JudgedForm | null}
 */
function findLast({ decks, items }, reader, logs) {
  const lasts = decks.map((test) => {
    const bank = items.filter(({ deck }) => deck === test).map((item) => ({ ...item, entries: logs.get(item) ?? [] }));
    return judgeLastForm(reader.test(test), bank);
  });
  return lasts.filter((last) => last !== null).sort((a, b) => b.result.time - a.result.time)[0] ?? null;
}

/**
 * How the last forms of tests that draw from several pages came out.
 * @param {Manifest} manifest
 * @param {Reader} reader
 * @returns {{test: ManifestTest, last: Last}[]} of those that were finished
 */
export function findWideResults({ pages, tests }, reader) {
  const all = pages.flatMap(({ items }) => items);
  return tests
    .filter(({ places }) => !places)
    .flatMap((test) => {
      const record = test.ids.map((id) => reader.test(id)).find((found) => found !== null) ?? null;
      const bank = record ? all.map((item) => ({ ...item, entries: readItemLog(item, reader) })) : [];
      const last = judgeLastForm(record, bank, test.ids);
      return last ? [{ test, last: last.result }] : [];
    });
}

/**
 * @param {Record<string, unknown> | null} record
 * @param {readonly (ManifestItem & {entries: readonly Entry[]})[]} bank
 * @param {readonly string[]} [tests] its ids, where it draws from several pages
 * @returns {JudgedForm | null}
 */
function judgeLastForm(record, bank, tests) {
  const finished = readFinished(record?.last);
  if (!finished) return null;
  const byId = new Map(bank.map((item) => [item.id, item]));
  const answers = answersOf(
    finished,
    (id) => byId.get(id)?.entries ?? [],
    (id) => byId.get(id)?.rev,
  );
  const counted = outcomeOf(answers);
  const form = { seed: formOfSession(finished.session), time: finished.finished };
  /** @type {Last} */
  const result = {
    verdict: judgeTally(counted, form, () => strongForms(bank, tests)),
    right: rightOf(answers),
    all: answers.length,
    left: answers.length - counted.all,
    time: finished.finished,
    range: counted.all > 0 ? findRange(counted.right, counted.all) : null,
  };
  const missed = finished.items.filter((_, index) => answers[index]?.right === false);
  return { result, missed: missed.flatMap((id) => byId.get(id) ?? []) };
}

/**
 * The items of a topic by the section that teaches them. Several objectives may have one section.
 * @param {Topic} topic
 * @param {ReadonlySet<ManifestItem>} answered
 * @param {ReadonlySet<ManifestItem>} right
 * @returns {SectionStanding[]}
 */
function countSections({ items, sections }, answered, right) {
  /** @type {Map<string, {title: string, href: string, mine: ManifestItem[]}>} */
  const found = new Map();
  for (const item of [...items].sort((a, b) => Number(a.test) - Number(b.test))) {
    const { title = "", href = "" } = sections[item.objective] ?? {};
    const key = `${title}\n${href.replace(/#.*/, "")}`;
    const known = found.get(key) ?? { title, href, mine: [] };
    known.mine.push(item);
    found.set(key, known);
  }
  const others = [...found.values()].filter(({ href }) => href === "");
  return [...[...found.values()].filter(({ href }) => href !== ""), ...others].map(({ title, href, mine }) => {
    const lesson = mine.filter(({ test }) => !test);
    return {
      title,
      href,
      right: mine.filter((item) => right.has(item)).length,
      answered: mine.filter((item) => answered.has(item)).length,
      all: mine.length,
      done: lesson.length > 0 && lesson.every((item) => answered.has(item)),
    };
  });
}
