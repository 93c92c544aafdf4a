// What the manifest of a site says, checked field by field. Pure.

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
 */

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
  return { path: text(path), title: text(title), data: text(data), teaches: listOf(items).some((item) => fields(item).test !== true) };
}

/**
 * @param {Record<string, unknown>} item
 * @param {KnownTopic} topic
 * @returns {KnownItem}
 */
function readItem({ id, kind, aka, concepts }, topic) {
  return { id: text(id), ids: [text(id), ...texts(aka)], kind: text(kind), concepts: texts(concepts), topic };
}
