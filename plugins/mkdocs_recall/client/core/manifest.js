// What the manifest of a site says: its items, its pages as topics, and what a test over several pages may draw. Pure.

import { fields, listOf, text, texts } from "./log.js";

/**
 * @typedef {object} KnownItem
 * @property {string} id
 * @property {readonly string[]} ids its id, then those it had before
 * @property {string} kind card, mcq or explain
 * @property {readonly string[]} concepts ids of an explanation
 * @property {KnownTopic} topic
 *
 * @typedef {object} KnownTopic
 * @property {string} path of its page, relative to the root of the site
 * @property {string} title
 * @property {string} data where the script with its items is, relative to the root of the site
 * @property {boolean} teaches whether it has items outside of a test
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
 * @property {string} learn path of the page whose topic this one belongs to, empty where it is its own
 * @property {ManifestItem[]} items
 * @property {Record<string, Section>} objectives
 *
 * @typedef {object} ManifestTest one that draws from several pages
 * @property {string} id
 * @property {string[]} aka
 * @property {string} title
 * @property {string} path of its page, relative to the site
 * @property {string} source of its page, relative to the folder of all pages
 * @property {string[]} [draws] ids of the questions of the site that it can draw
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
 * @typedef {object} PoolItem a question of some page that a test may ask
 * @property {string} id
 * @property {[string, ...string[]]} ids its id, then those it had before
 * @property {number} rank of its level, from 1
 * @property {string} objective empty for none
 * @property {string} rev
 * @property {PoolTopic} topic
 *
 * @typedef {object} PoolTopic
 * @property {string} path of its page, relative to the root of the site
 * @property {string} data where the script with its items is, relative to the root of the site
 * @property {Readonly<Record<string, Section>>} sections by objective: where it is taught
 *
 * @typedef {object} PoolPage
 * @property {PoolTopic} topic
 * @property {Record<string, unknown>[]} items as the manifest has them
 */

/** The highest rank of a level. */
const HARDEST = 3;

/**
 * The items of a site that somebody answered.
 * @param {unknown} manifest
 * @param {ReadonlySet<string>} stored ids with a record
 * @returns {KnownItem[]}
 */
export function answeredItems(manifest, stored) {
  return listOf(fields(manifest).topics).flatMap((each) => {
    const found = listOf(fields(each).items).filter((item) => isStored(item, stored));
    if (found.length === 0) return [];
    const topic = readTopic(each);
    return found.map((item) => readItem(fields(item), topic));
  });
}

/**
 * Most items of a large site are none: this looks at names alone.
 * @param {unknown} item
 * @param {ReadonlySet<unknown>} stored
 */
function isStored(item, stored) {
  if (typeof item !== "object" || item === null) return false;
  const { id, aka } = /** @type {{id?: unknown, aka?: unknown}} */ (item);
  return stored.has(id) || (Array.isArray(aka) && aka.some((one) => stored.has(one)));
}

/**
 * Where learning can begin.
 * @param {unknown} manifest
 * @returns {string} the path of a page; empty where there is none
 */
export function firstLesson(manifest) {
  const topics = listOf(fields(manifest).topics).map(readTopic);
  return topics.find(({ teaches }) => teaches)?.path ?? "";
}

/**
 * @param {unknown} value
 * @returns {KnownTopic}
 */
function readTopic(value) {
  const { path, title, data, items } = fields(value);
  return {
    path: text(path),
    title: text(title),
    data: text(data),
    teaches: listOf(items).some((item) => fields(item).test !== true),
  };
}

/**
 * @param {Record<string, unknown>} item
 * @param {KnownTopic} topic
 * @returns {KnownItem}
 */
function readItem({ id, kind, aka, concepts }, topic) {
  return { id: text(id), ids: [text(id), ...texts(aka)], kind: text(kind), concepts: texts(concepts), topic };
}

/**
 * @param {unknown} value what the site says of itself
 * @returns {Manifest | null}
 */
export function readManifest(value) {
  const manifest = /** @type {Manifest | null} */ (typeof value === "object" ? value : null);
  return manifest && Array.isArray(manifest.topics) ? manifest : null;
}

/**
 * Pages as topics: each with those that belong to it.
 * @param {readonly ManifestTopic[]} pages
 * @param {readonly ManifestTest[]} [wide] tests that draw from several pages: those of no topic
 * @returns {Topic[]}
 */
export function topicsOf(pages, wide = []) {
  const others = new Set(wide.map(({ id }) => id));
  const byPath = new Map(pages.map((page) => [page.path, page]));
  /** Whatever a manifest says, no page is lost: one that belongs to no topic is its own. @param {ManifestTopic} page */
  const isTopic = ({ path, learn }) => {
    const head = byPath.get(learn);
    return head === undefined || learn === path || byPath.has(head.learn);
  };
  return pages.filter(isTopic).map((topic) => {
    const tests = pages.filter((page) => page.learn === topic.path && !isTopic(page));
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
  return tests.filter(({ source }) => under === "" || text(source).startsWith(`${under}/`));
}

/**
 * @param {unknown} value
 * @returns {PoolPage}
 */
export function readPoolPage(value) {
  const { path, data, items, objectives } = fields(value);
  const topic = { path: text(path), data: text(data), sections: readSections(objectives) };
  return { topic, items: listOf(items).map(fields) };
}

/**
 * @param {unknown} value
 * @returns {Record<string, Section>}
 */
function readSections(value) {
  /** @type {Record<string, Section>} */
  const sections = Object.create(null);
  for (const [name, section] of Object.entries(fields(value))) {
    const { title, href } = fields(section);
    if (text(title) && text(href)) sections[name] = { title: text(title), href: text(href) };
  }
  return sections;
}

/**
 * @param {Record<string, unknown>} item
 * @param {PoolTopic} topic
 * @returns {PoolItem[]} none where no test can draw it
 */
export function readPoolItem({ id, aka, rank, objective, rev }, topic) {
  const known = text(id);
  if (known === "" || topic.data === "") return [];
  if (typeof rank !== "number" || !Number.isInteger(rank) || rank < 1 || rank > HARDEST) return [];
  const ids = /** @type {[string, ...string[]]} */ (texts([known, ...texts(aka)]));
  return [{ id: known, ids, rank, objective: text(objective), rev: text(rev), topic }];
}
