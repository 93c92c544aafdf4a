// On each page of a site with the option `offline` or `install`: starts the service worker, tells it what this page has
// loaded, and names the web manifest. The theme writes the head, so the link to the manifest comes from here.

/** Both relative to this script. @typedef {{worker?: string, manifest?: string}} OfflineOptions */

/** @typedef {{createPolicy(name: string, rules: object): {createScriptURL(address: string): string}}} PolicyMaker */

const { recallOffline = {}, trustedTypes } =
  /** @type {{recallOffline?: OfflineOptions, trustedTypes?: PolicyMaker}} */ (globalThis);
const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);

/** @param {string} manifest */
function linkManifest(manifest) {
  if (document.querySelector('link[rel="manifest"]')) return;
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = new URL(manifest, src).href;
  document.head.append(link);
}

/** @param {string} address of the worker */
async function startWorker(address) {
  const container = navigator.serviceWorker;
  container.addEventListener("controllerchange", tellWorker);
  try {
    const policy = trustedTypes?.createPolicy("recall-offline", { createScriptURL: () => address });
    await container.register(policy?.createScriptURL(address) ?? address, { updateViaCache: "none" });
    await tellWorker();
  } catch {
    // Private windows, frames of other sites and policies of the page allow none.
  }
}

/** What was loaded before the worker began to see requests is not in its copy yet. */
async function tellWorker() {
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  active?.postMessage({ addresses: [location.href, ...loaded] });
}

if (location.protocol.startsWith("http")) {
  const { manifest, worker } = recallOffline;
  if (manifest) linkManifest(manifest);
  if (worker && navigator.serviceWorker) {
    const address = new URL(worker, src).href;
    if (document.readyState === "complete") startWorker(address);
    else addEventListener("load", () => startWorker(address));
  }
}
