// What a test over several pages draws from: the questions of the site that its `from` names. Pure. Whatever a manifest
// says is checked field by field.
//
//   topics/           folder, with all folders in it; / for all pages
//   a.md              page
//   topic:a.md        the topic that a page belongs to
//   #padding          objective, on any page
//   a.md#padding      both, likewise with a folder or a topic

import { fields, listOf, text } from "../core/log.js";
import { chooseTopics, readPoolItem, readPoolPage, topicsOf } from "../core/manifest.js";

/**
 * @typedef {import("../core/manifest.js").PoolItem} PoolItem
 * @typedef {import("../core/manifest.js").PoolPage} PoolPage
 * @typedef {import("../core/manifest.js").Section} Section
 *
 * @typedef {object} Origin an entry of `from`
 * @property {string} path of a page or folder, empty for any
 * @property {boolean} whole whether the page stands for its topic
 * @property {string} objective empty for any
 */

const TOPIC = "topic:";

/**
 * The questions that a test names, each once, in the order of the site.
 * @param {unknown} manifest
 * @param {string} from its entries, parted by spaces
 * @param {ReadonlySet<string>} kinds of items that a test may ask
 * @returns {PoolItem[]}
 */
export function poolOf(manifest, from, kinds) {
  const pages = listOf(fields(manifest).topics).map(readPoolPage);
  const wanted = from
    .split(" ")
    .filter(Boolean)
    .flatMap(readOrigin)
    .map((origin) => ({ ...origin, sources: sourcesOf(origin, pages) }));
  /** @type {Map<string, PoolItem>} */
  const found = new Map();
  for (const { known, items, topic } of pages) {
    const objectives = wanted.filter(({ sources }) => sources.has(known.source)).map(({ objective }) => objective);
    if (objectives.length === 0) continue;
    for (const item of items.filter(({ kind }) => kinds.has(text(kind))).flatMap((each) => readPoolItem(each, topic))) {
      if (!found.has(item.id) && objectives.some((objective) => objective === "" || objective === item.objective))
        found.set(item.id, item);
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
