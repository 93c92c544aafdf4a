// Where the lesson teaches what a review asks. Pure.

/**
 * @typedef {import("../core/manifest.js").ManifestItem} ManifestItem
 * @typedef {import("../core/manifest.js").ManifestPage} ManifestPage
 * @typedef {import("../core/manifest.js").Section} Section
 */

/**
 * The section that teaches what an item asks: the one that the item names, else the one about its objective. A page
 * with a test teaches nothing.
 * @param {ManifestItem} item
 * @param {readonly ManifestPage[]} pages
 * @returns {Section | null} null where no lesson is known
 */
export function findLesson({ id, lesson, objective, test, page }, pages) {
  const section = lesson ?? page.sections[objective];
  if (section && !(test && pathOf(section) === page.path)) return section;
  if (!test) return { title: page.title, href: `${page.path}#recall-${id}` };
  const other = pages.find(({ path }) => path === page.learn);
  return other ? { title: other.title, href: other.path } : null;
}

/**
 * The address of a page, of which a link names a place.
 * @param {{href: string}} link
 */
export function pathOf({ href }) {
  return href.replace(/#.*/, "");
}
