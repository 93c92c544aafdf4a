// What a site says of itself in its manifest: its pages with their items, and its tests over several pages. Pure.
//
// `readManifest` alone looks into the data, field by field. Whatever a manifest holds, all that comes after finds each
// field there, with a value of its type.

import { fields, listOf, text, texts } from "./log.js";
import { HARDEST } from "./mastery.js";

/**
 * @typedef {object} ManifestItem
 * @property {string} id
 * @property {[string, ...string[]]} ids its id, then those it had before
 * @property {string} kind card, mcq or explain
 * @property {number} rank of its level, from 1; 0 where it has none
 * @property {string} objective empty for none
 * @property {string} rev
 * @property {readonly string[]} concepts ids of an explanation; any other item has none
 * @property {string} deck id of the set it is in, empty for none
 * @property {boolean} test whether that is a test
 * @property {Section | null} lesson the section that its header names
 * @property {ManifestPage} page that it is on
 *
 * @typedef {{title: string, href: string}} Section where something is taught
 *
 * @typedef {object} ManifestPage a page that has items
 * @property {string} path relative to the root of the site
 * @property {string} source relative to the folder of all pages
 * @property {string} title
 * @property {string} learn path of the page whose topic this one belongs to, empty where it is its own
 * @property {string} data where the script with its items is, relative to the root of the site; empty for none
 * @property {readonly ManifestItem[]} items
 * @property {Readonly<Record<string, Section>>} sections by objective
 *
 * @typedef {object} ManifestTest one that draws from several pages
 * @property {string} id
 * @property {[string, ...string[]]} ids its id, then those it had before
 * @property {string} title
 * @property {string} path of its page, relative to the root of the site
 * @property {string} source of its page, relative to the folder of all pages
 * @property {readonly string[]} draws ids of the questions of the site that it can draw
 * @property {boolean} places whether it suggests a topic to start with, and gives no verdict
 *
 * @typedef {object} Manifest
 * @property {string} site its name in storage
 * @property {string} name
 * @property {readonly ManifestPage[]} pages in the order of the site
 * @property {readonly ManifestTest[]} tests
 *
 * @typedef {object} Topic a page with those that test what it teaches
 * @property {string} path
 * @property {string[]} sources
 * @property {string} title
 * @property {string} test path of the page with its test, empty for none
 * @property {string[]} decks ids of its tests
 * @property {ManifestItem[]} items
 * @property {Readonly<Record<string, Section>>} sections by objective
 */

/**
 * @param {unknown} value what the site's script gave
 * @returns {Manifest | null} null for anything but a manifest
 */
export function readManifest(value) {
  const { site, name, topics, tests } = fields(value);
  if (!Array.isArray(topics)) return null;
  return {
    site: text(site),
    name: text(name),
    pages: topics.map(readPage).filter(({ items }) => items.length > 0),
    tests: listOf(tests)
      .map(readWideTest)
      .filter((test) => test !== null),
  };
}

/**
 * @param {unknown} value
 * @returns {ManifestPage}
 */
function readPage(value) {
  const { path, source, title, learn, data, each, items, objectives, lessons } = fields(value);
  const page = {
    path: text(path),
    source: text(source),
    title: text(title),
    learn: text(learn),
    data: text(data),
    /** @type {ManifestItem[]} */
    items: [],
    sections: readSections(objectives),
  };
  const known = listOf(lessons).map(readSection);
  page.items = listOf(items)
    .map((item) => readItem({ ...fields(each), ...fields(item) }, page, known))
    .filter((item) => item !== null);
  return page;
}

/**
 * @param {unknown} value
 * @param {ManifestPage} page
 * @param {readonly (Section | null)[]} lessons that items of the page name by their number
 * @returns {ManifestItem | null} null where it has no id: nothing can be kept of it
 */
function readItem(value, page, lessons) {
  const { id, aka, kind, rank, objective, rev, concepts, deck, test, lesson } = fields(value);
  const ids = readIds(id, aka);
  return (
    ids && {
      id: ids[0],
      ids,
      kind: text(kind),
      rank: readRank(rank),
      objective: text(objective),
      rev: text(rev),
      concepts: texts(concepts),
      deck: text(deck),
      test: test === true,
      lesson: (typeof lesson === "number" && lessons[lesson]) || null,
      page,
    }
  );
}

/**
 * @param {unknown} value
 * @returns {ManifestTest | null} null where it has no id
 */
function readWideTest(value) {
  const { id, aka, title, path, source, draws, result } = fields(value);
  const ids = readIds(id, aka);
  return (
    ids && {
      id: ids[0],
      ids,
      title: text(title),
      path: text(path),
      source: text(source),
      draws: texts(draws),
      places: result === "placement",
    }
  );
}

/**
 * @param {unknown} id
 * @param {unknown} former ids
 * @returns {[string, ...string[]] | null}
 */
function readIds(id, former) {
  const current = text(id);
  return current === "" ? null : [current, ...texts(former).filter((each) => each !== current)];
}

/** @param {unknown} value */
function readRank(value) {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= HARDEST ? value : 0;
}

/**
 * @param {unknown} value
 * @returns {Record<string, Section>}
 */
function readSections(value) {
  /** An objective may have any name, also that of a method. @type {Record<string, Section>} */
  const sections = Object.create(null);
  for (const [name, each] of Object.entries(fields(value))) {
    const section = readSection(each);
    if (section) sections[name] = section;
  }
  return sections;
}

/**
 * @param {unknown} value
 * @returns {Section | null} null for anything but a title with an address
 */
function readSection(value) {
  const { title, href } = fields(value);
  return text(title) && text(href) ? { title: text(title), href: text(href) } : null;
}

/**
 * In the HTML of an item: what stands for its element's id, for its own, and for the first frames and all others. See
 * site/frames.py. They are numbers here, so that a page that names no encoding reads them as well.
 */
const SIGNS = Object.freeze({
  element: 0x80,
  id: 0x81,
  first: 0x82,
  firstEnd: 0xa0,
  others: 0xe000,
  othersEnd: 0xf900,
});

/**
 * The HTML of an item, whose addresses are relative to the root of the site.
 * @param {unknown} data what the script of its page gave
 * @param {string} id
 * @returns {string} empty where the page has no such item any more
 */
export function readItemHtml(data, id) {
  const { items, frames } = fields(data);
  const [html, known] = [text(fields(items)[id]), texts(frames)];
  /** @param {string} packed @returns {string} */
  const fill = (packed) =>
    packed.replace(/\P{ASCII}/gu, (sign) => {
      const code = sign.charCodeAt(0);
      if (code === SIGNS.element) return `review:${id}:recall-${id}`;
      if (code === SIGNS.id) return id;
      const frame = frameAt(code);
      return frame < 0 ? sign : fill(known[frame] ?? "");
    });
  return known.length > 0 ? fill(html) : html;
}

/** @param {number} code of a sign @returns {number} -1 where it stands for none */
function frameAt(code) {
  const { first, firstEnd, others, othersEnd } = SIGNS;
  if (code >= first && code < firstEnd) return code - first;
  return code >= others && code < othersEnd ? code - others + firstEnd - first : -1;
}

/**
 * The card that a review fills with a concept of an explanation.
 * @param {unknown} data what the script of a page gave
 * @returns {string} its HTML, empty where the page has no explanation
 */
export function readBlankCard(data) {
  return text(fields(data).card);
}

/**
 * The items of a site that somebody answered.
 * @param {readonly ManifestPage[]} pages
 * @param {ReadonlySet<string>} stored ids with a record
 */
export function findAnswered(pages, stored) {
  return pages.flatMap(({ items }) => items.filter(({ ids }) => ids.some((id) => stored.has(id))));
}

/**
 * Where learning can begin.
 * @param {readonly ManifestPage[]} pages
 * @returns {string} the path of a page; empty where there is none
 */
export function findFirstLesson(pages) {
  return pages.find(({ items }) => items.some(({ test }) => !test))?.path ?? "";
}

/**
 * Pages as topics: each with those that belong to it.
 * @param {readonly ManifestPage[]} pages
 * @param {readonly ManifestTest[]} [wide] tests that draw from several pages: those of no topic
 * @returns {Topic[]}
 */
export function groupTopics(pages, wide = []) {
  const others = new Set(wide.map(({ id }) => id));
  const byPath = new Map(pages.map((page) => [page.path, page]));
  /** Whatever a manifest says, no page is lost: one that belongs to no topic is its own. @param {ManifestPage} page */
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
      sections: Object.assign(Object.create(null), ...all.map(({ sections }) => sections)),
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
  return tests.filter(({ source }) => under === "" || source.startsWith(`${under}/`));
}
