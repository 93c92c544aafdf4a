// What a test over several pages draws from: the questions that the site's manifest lists for it. Pure. Whatever a
// manifest says is checked field by field.

import { fields, listOf, text, texts } from "../core/log.js";
import { readPoolItem, readPoolPage } from "../core/manifest.js";

/** @typedef {import("../core/manifest.js").PoolItem} PoolItem */
/** @typedef {import("../core/manifest.js").Section} Section */

/**
 * The questions that a test can draw from other pages, each once, in the order of the site.
 * @param {unknown} manifest
 * @param {string} test its id
 * @returns {PoolItem[]}
 */
export function poolOf(manifest, test) {
  const { topics, tests } = fields(manifest);
  const draws = new Set(
    listOf(tests)
      .map(fields)
      .filter(({ id }) => id === test)
      .flatMap((each) => texts(each.draws)),
  );
  /** @type {Map<string, PoolItem>} */
  const found = new Map();
  for (const { items, topic } of listOf(topics).map(readPoolPage)) {
    for (const item of items.filter(({ id }) => draws.has(text(id))).flatMap((each) => readPoolItem(each, topic))) {
      if (!found.has(item.id)) found.set(item.id, item);
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
