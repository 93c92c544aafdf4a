// What a site says of itself: in a script, or in the page itself where nobody has written one.

import { readManifest } from "../core/manifest.js";
import { findRoot, loadData } from "../dom/data-scripts.js";

/**
 * @param {DOMStringMap} dataset of the element that needs it
 * @returns {Promise<{manifest: import("../core/manifest.js").Manifest | null, root: string}>} null where it could not
 *   be loaded; the address of the site
 */
export async function loadSite({ recallManifest, recallTopics }) {
  const address = new URL(recallManifest || "assets/recall/", document.baseURI).href;
  const data = recallManifest ? await loadData(address, "recallItems").catch(() => null) : null;
  if (data || !recallTopics) return { manifest: readManifest(data), root: findRoot(address) };
  const site = JSON.parse(recallTopics);
  return { manifest: readManifest(site), root: new URL(site.root, document.baseURI).href };
}
