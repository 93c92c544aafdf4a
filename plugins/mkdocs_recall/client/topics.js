// How a reader stands with each topic: its last test, what is due, and which objectives are weakest. Pure.

import { standing, texts } from "./log.js";
import { isSecure, rangeOf, verdictOf } from "./mastery.js";
import { answersOf, outcomeOf, readFinished, rightOf, strongForms } from "./past.js";
import { askedOf, planOf } from "./queue.js";
import { reviewsOf } from "./schedule.js";

/**
 * @typedef {import("./log.js").Entry} Entry
 *
 * @typedef {object} ManifestItem
 * @property {string} id
 * @property {string} kind card, mcq or explain
 * @property {number} rank
 * @property {string} objective
 * @property {string} rev
 * @property {string[]} aka
 * @property {string[]} concepts ids of an explanation
 * @property {string} deck id of the set it is in, empty for none
 * @property {boolean} test whether that is a test
 *
 * @typedef {{title: string, href: string}} Section where an objective is taught
 *
 * @typedef {object} ManifestTopic a page
 * @property {string} path relative to the site
 * @property {string} source relative to the folder of all pages
 * @property {string} title
 * @property {string} learn path of the page that teaches what this one tests, empty for none
 * @property {ManifestItem[]} items
 * @property {Record<string, Section>} objectives
 *
 * @typedef {object} ManifestTest one that draws from several pages
 * @property {string} id
 * @property {string[]} aka
 * @property {string} title
 * @property {string} path of its page, relative to the site
 *
 * @typedef {object} Manifest
 * @property {string} site its name in storage
 * @property {string} name
 * @property {ManifestTopic[]} topics
 * @property {ManifestTest[]} [tests]
 *
 * @typedef {object} Topic a page with those that test what it teaches
 * @property {string} path
 * @property {string[]} sources
 * @property {string} title
 * @property {string} test path of the page with its test, empty for none
 * @property {string[]} decks ids of its tests
 * @property {ManifestItem[]} items
 * @property {Record<string, Section>} objectives
 *
 * @typedef {object} Reader what is kept of a reader's work
 * @property {ReadonlySet<string>} stored ids of the items with a record
 * @property {(ids: string[]) => readonly Entry[]} entries
 * @property {(test: string) => Record<string, unknown> | null} test record of it
 *
 * @typedef {object} Last how the last test came out
 * @property {import("./mastery.js").Verdict | "secure"} verdict
 * @property {number} right
 * @property {number} all
 * @property {number} left out of the verdict
 * @property {number} time
 * @property {{low: number, high: number} | null} range
 *
 * @typedef {object} Objective
 * @property {string} name
 * @property {Section | null} section
 * @property {number} right of the items answered, right at the last review on the first try without help
 * @property {number} answered
 *
 * @typedef {object} Standing
 * @property {number} answered
 * @property {number} right
 * @property {number} all
 * @property {Last | null} last
 * @property {number} due how many cards a review would ask now, were there no cap on new ones
 * @property {number} next the first moment of the day on which a review asks the next that is not due yet, 0 for none
 * @property {Objective[]} objectives those that were answered, the weakest first
 */

/** The grade of what was right on the first try, without help. */
const GOOD = 3;

/**
 * @param {unknown} value what the site says of itself
 * @returns {Manifest | null}
 */
export function readManifest(value) {
  const manifest = /** @type {Manifest | null} */ (typeof value === "object" ? value : null);
  return manifest && Array.isArray(manifest.topics) ? manifest : null;
}

/**
 * Pages as topics. A page that tests what another teaches belongs to that topic.
 * @param {readonly ManifestTopic[]} pages
 * @param {readonly ManifestTest[]} [wide] tests that draw from several pages: those of no topic
 * @returns {Topic[]}
 */
export function topicsOf(pages, wide = []) {
  const others = new Set(wide.map(({ id }) => id));
  const taught = new Set(pages.map(({ path }) => path));
  const topics = pages.filter(({ learn }) => !taught.has(learn));
  return topics.map((topic) => {
    const tests = pages.filter(({ learn, path }) => learn === topic.path && path !== topic.path);
    const all = [topic, ...tests];
    const items = all.flatMap((page) => page.items);
    return {
      path: topic.path,
      sources: all.map(({ source }) => source),
      title: topic.title,
      test: all.find((page) => page.items.some((item) => item.test))?.path ?? "",
      decks: texts(items.filter((item) => item.test).map(({ deck }) => deck)).filter((deck) => !others.has(deck)),
      items,
      objectives: Object.assign(Object.create(null), ...all.map(({ objectives }) => objectives)),
    };
  });
}

/**
 * @param {readonly Topic[]} topics
 * @param {string} source of a page, empty for any
 * @param {string} under a folder of sources, empty for any
 */
export function chooseTopics(topics, source, under) {
  const inside = topics.filter(({ sources }) => under === "" || sources.some((each) => each.startsWith(`${under}/`)));
  return source === "" ? inside : topics.filter(({ sources }) => sources.includes(source));
}

/**
 * @param {readonly ManifestTest[]} tests
 * @param {string} under a folder, empty for any
 */
export function chooseTests(tests, under) {
  return tests.filter(({ path }) => under === "" || path.startsWith(`${under}/`));
}

/**
 * @param {Topic} topic
 * @param {Reader} reader
 * @param {number} now
 * @returns {Standing}
 */
export function standingOf(topic, reader, now) {
  const logs = new Map(topic.items.map((item) => [item, logOf(item, reader)]));
  const answered = topic.items.filter((item) => isAnswered(logs.get(item) ?? []));
  const right = new Set(answered.filter((item) => isRight(logs.get(item) ?? [])));
  const asked = answered.flatMap((item) => askedOf(item, logs.get(item) ?? [], now));
  const { today, later } = planOf(asked, now, Infinity);
  return {
    answered: answered.length,
    right: right.size,
    all: topic.items.length,
    last: lastOf(topic, reader, logs),
    due: today.length,
    next: later[0]?.day ?? 0,
    objectives: objectivesOf(topic, answered, right),
  };
}

/**
 * @param {ManifestItem} item
 * @param {Reader} reader
 */
function logOf({ id, aka }, { stored, entries }) {
  const ids = [id, ...aka];
  return ids.some((each) => stored.has(each)) ? entries(ids) : [];
}

/** @param {readonly Entry[]} entries */
function isAnswered(entries) {
  return standing(entries).some(({ kind }) => kind === "attempt" || kind === "rating");
}

/** @param {readonly Entry[]} entries */
function isRight(entries) {
  return reviewsOf(standing(entries)).at(-1)?.grade === GOOD;
}

/**
 * The last test that was finished in a topic.
 * @param {Topic} topic
 * @param {Reader} reader
 * @param {ReadonlyMap<ManifestItem, readonly Entry[]>} logs
 * @returns {Last | null}
 */
function lastOf({ decks, items }, reader, logs) {
  const lasts = decks.map((test) => {
    const bank = items.filter(({ deck }) => deck === test).map((item) => ({ ...item, entries: logs.get(item) ?? [] }));
    return lastOfTest(reader.test(test), bank);
  });
  return lasts.filter((last) => last !== null).sort((a, b) => b.time - a.time)[0] ?? null;
}

/**
 * How the last forms of tests that draw from several pages came out.
 * @param {Manifest} manifest
 * @param {Reader} reader
 * @returns {{test: ManifestTest, last: Last}[]} of those that were finished
 */
export function widesOf({ topics, tests = [] }, reader) {
  const all = topics.flatMap(({ items }) => items);
  return tests.flatMap((test) => {
    const ids = [test.id, ...test.aka];
    const record = ids.map((id) => reader.test(id)).find((found) => found !== null) ?? null;
    const bank = record ? all.map((item) => ({ ...item, entries: logOf(item, reader) })) : [];
    const last = lastOfTest(record, bank, ids);
    return last ? [{ test, last }] : [];
  });
}

/**
 * @param {Record<string, unknown> | null} record
 * @param {readonly (ManifestItem & {entries: readonly Entry[]})[]} bank
 * @param {readonly string[]} [tests] its ids, where it draws from several pages
 * @returns {Last | null}
 */
function lastOfTest(record, bank, tests) {
  const finished = readFinished(record?.last);
  if (!finished) return null;
  const byId = new Map(bank.map((item) => [item.id, item]));
  const answers = answersOf(finished, (id) => byId.get(id)?.entries ?? [], (id) => byId.get(id)?.rev);
  const counted = outcomeOf(answers);
  const verdict = verdictOf(counted);
  const seed = finished.session.split(".")[0] ?? "";
  const secure = verdict === "strong" && isSecure({ seed, time: finished.finished }, strongForms(bank, tests));
  return {
    verdict: secure ? "secure" : verdict,
    right: rightOf(answers),
    all: answers.length,
    left: answers.length - counted.all,
    time: finished.finished,
    range: counted.all > 0 ? rangeOf(counted.right, counted.all) : null,
  };
}

/**
 * @param {Topic} topic
 * @param {readonly ManifestItem[]} answered
 * @param {ReadonlySet<ManifestItem>} right
 * @returns {Objective[]}
 */
function objectivesOf({ objectives }, answered, right) {
  const names = texts(answered.map(({ objective }) => objective)).filter(Boolean);
  const found = names.map((name) => {
    const mine = answered.filter(({ objective }) => objective === name);
    return { name, section: objectives[name] ?? null, right: mine.filter((item) => right.has(item)).length, answered: mine.length };
  });
  return found.sort((a, b) => weakness(b) - weakness(a) || (a.name < b.name ? -1 : 1));
}

/**
 * The share to expect of what was missed, after Laplace: 0 of 3 is weaker than 0 of 1.
 * @param {Objective} objective
 */
function weakness({ right, answered }) {
  return (answered - right + 1) / (answered + 2);
}
