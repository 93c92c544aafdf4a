// What a test over several pages draws from: the questions that the site's manifest lists for it. Pure.

/**
 * @typedef {import("../../core/manifest.js").Manifest} Manifest
 * @typedef {import("../../core/manifest.js").ManifestItem} ManifestItem
 * @typedef {import("../../core/manifest.js").Section} Section
 */

/**
 * The questions that a test can draw from other pages, each once, in the order of the site.
 * @param {Pick<Manifest, "pages" | "tests">} manifest
 * @param {string} test its id
 * @returns {ManifestItem[]}
 */
export function findPool({ pages, tests }, test) {
  const draws = new Set(tests.filter(({ id }) => id === test).flatMap((each) => each.draws));
  /** @type {Map<string, ManifestItem>} */
  const found = new Map();
  for (const item of pages.flatMap(({ items }) => items).filter(({ id }) => draws.has(id)))
    if (canBeDrawn(item) && !found.has(item.id)) found.set(item.id, item);
  return [...found.values()];
}

/**
 * A form asks for ranks, and loads a question from the data of its page.
 * @param {ManifestItem} item
 */
function canBeDrawn({ rank, page }) {
  return rank > 0 && page.data !== "";
}

/**
 * Where one can read on about a question: on its own page or its lesson, else wherever the others lead.
 * @param {ManifestItem} item
 * @param {readonly ManifestItem[]} others
 * @returns {Section | null}
 */
export function findSection({ objective, page }, others) {
  const pages = [page, ...others.map((each) => each.page)];
  return pages.map(({ sections }) => sections[objective]).find((section) => section !== undefined) ?? null;
}
