// What a test over several pages draws from: the questions of the site that its `from` names. Pure. Whatever a manifest
// says is checked field by field.
//
//   topics/           folder, with all folders in it; / for all pages
//   a.md              page
//   topic:a.md        the topic that a page belongs to
//   #padding          objective, on any page
//   a.md#padding      both, likewise with a folder or a topic

import { fields, listOf, text, texts } from "./log.js";
import { chooseTopics, topicsOf } from "./topics.js";

/**
 * @typedef {import("./topics.js").Section} Section
 *
 * @typedef {object} PoolItem a choice question of some page
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
 * @property {import("./topics.js").ManifestTopic} known what it is, without its items
 * @property {PoolTopic} topic
 * @property {Record<string, unknown>[]} items as the manifest has them
 *
 * @typedef {object} Origin an entry of `from`
 * @property {string} path of a page or folder, empty for any
 * @property {boolean} whole whether the page stands for its topic
 * @property {string} objective empty for any
 */

const TOPIC = "topic:";
/** The highest rank of a level. */
const HARDEST = 3;

/**
 * The questions that a test names, each once, in the order of the site.
 * @param {unknown} manifest
 * @param {string} from its entries, parted by spaces
 * @returns {PoolItem[]}
 */
export function poolOf(manifest, from) {
  const pages = listOf(fields(manifest).topics).map(readPage);
  const wanted = from.split(" ").filter(Boolean).flatMap(readOrigin).map((origin) => ({ ...origin, sources: sourcesOf(origin, pages) }));
  /** @type {Map<string, PoolItem>} */
  const found = new Map();
  for (const { known, items, topic } of pages) {
    const objectives = wanted.filter(({ sources }) => sources.has(known.source)).map(({ objective }) => objective);
    if (objectives.length === 0) continue;
    for (const item of items.flatMap((each) => readItem(each, topic))) {
      if (!found.has(item.id) && objectives.some((objective) => objective === "" || objective === item.objective)) found.set(item.id, item);
    }
  }
  return [...found.values()];
}

/**
 * Where one can read on about a question: on its own page or its lesson, else wherever the others lead.
 * @param {PoolItem} item
 * @param {readonly PoolItem[]} others
 * @returns {Section | null}
 */
export function sectionOf({ objective, topic }, others) {
  const topics = [topic, ...others.map((each) => each.topic)];
  return topics.map(({ sections }) => sections[objective]).find((section) => section !== undefined) ?? null;
}

/**
 * @param {string} entry
 * @returns {Origin[]} none where it cannot be read
 */
function readOrigin(entry) {
  const whole = entry.startsWith(TOPIC);
  const [path = "", objective = ""] = entry.slice(whole ? TOPIC.length : 0).split("#");
  try {
    const origin = { path: decodeURIComponent(path), whole, objective: decodeURIComponent(objective) };
    return origin.path || origin.objective ? [origin] : [];
  } catch {
    return [];
  }
}

/**
 * The pages that an entry names, by their sources.
 * @param {Origin} origin
 * @param {readonly PoolPage[]} pages
 */
function sourcesOf({ path, whole }, pages) {
  const known = pages.map((page) => page.known);
  if (whole) return new Set(chooseTopics(topicsOf(known), path, "").flatMap(({ sources }) => sources));
  return new Set(known.map(({ source }) => source).filter((source) => isIn(source, path)));
}

/**
 * @param {string} source of a page
 * @param {string} path
 */
function isIn(source, path) {
  return path === "" || path === "/" || (path.endsWith("/") ? source.startsWith(path) : source === path);
}

/**
 * @param {unknown} value
 * @returns {PoolPage}
 */
function readPage(value) {
  const { path, source, title, learn, data, items, objectives } = fields(value);
  const topic = { path: text(path), data: text(data), sections: readSections(objectives) };
  const known = { path: topic.path, source: text(source), title: text(title), learn: text(learn), items: [], objectives: {} };
  return { known, topic, items: listOf(items).map(fields) };
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
 * @returns {PoolItem[]} none where no test can ask it
 */
function readItem({ id, kind, aka, rank, objective, rev }, topic) {
  const known = text(id);
  if (kind !== "mcq" || known === "" || topic.data === "") return [];
  if (typeof rank !== "number" || !Number.isInteger(rank) || rank < 1 || rank > HARDEST) return [];
  const ids = /** @type {[string, ...string[]]} */ (texts([known, ...texts(aka)]));
  return [{ id: known, ids, rank, objective: text(objective), rev: text(rev), topic }];
}
