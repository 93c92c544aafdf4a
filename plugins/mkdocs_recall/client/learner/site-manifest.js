// What a site says of itself: in a script, or in the page itself where nobody has written one, or where the page holds
// what it shows whatever the site is (`fixed`), as pages of examples do.

import { readManifest } from "../core/manifest.js";
import { findRoot, loadData } from "../dom/data-scripts.js";

/**
 * @param {DOMStringMap} dataset of the element that needs it
 * @returns {Promise<{manifest: import("../core/manifest.js").Manifest | null, root: string}>} null where it could not
 *   be loaded; the address of the site
 */
export async function loadSite({ recallManifest, recallTopics }) {
  const address = new URL(recallManifest || "assets/recall/", document.baseURI).href;
  const held = recallTopics ? JSON.parse(recallTopics) : null;
  const data = recallManifest && !held?.fixed ? await loadData(address, "recallItems").catch(() => null) : null;
  if (data || !held) return { manifest: readManifest(data), root: findRoot(address) };
  return { manifest: readManifest(held), root: new URL(held.root, document.baseURI).href };
}
