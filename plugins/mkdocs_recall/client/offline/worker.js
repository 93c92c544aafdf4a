// The service worker of a site with the option `offline`. It is at the top of the site, since a worker sees no page
// above itself. It removes itself once the site no longer has it.

import { SiteCopy } from "./site-copy.js";

/**
 * What of a worker's global scope is used here.
 * @typedef {object} WorkerScope
 * @property {{list: string, version: string, all: boolean}} recallOffline written in front of this script
 * @property {{scope: string, update(): Promise<unknown>, unregister(): Promise<boolean>}} registration
 * @property {{matchAll(options: object): Promise<{url: string}[]>, claim(): Promise<void>}} clients
 * @property {() => Promise<void>} skipWaiting
 * @property {CacheStorage} caches
 * @property {Location} location
 */

/** @typedef {Event & {waitUntil(work: Promise<unknown>): void}} Lasting */
/** @typedef {Lasting & {request: Request, respondWith(response: Promise<Response>): void}} FetchAsked */

const scope = /** @type {WorkerScope} */ (/** @type {unknown} */ (globalThis));
const { list, version, all } = scope.recallOffline;

class SiteWorker {
  #copy = new SiteCopy({
    root: scope.registration.scope,
    script: scope.location.href,
    list,
    version,
    caches: scope.caches,
    fetch: (address, settings) => fetch(address, settings),
  });

  /** @param {Event} event */
  handleEvent(event) {
    const lasting = /** @type {Lasting} */ (event);
    if (event.type === "install") lasting.waitUntil(this.#install());
    if (event.type === "activate") lasting.waitUntil(this.#copy.tidy().then(() => scope.clients.claim()));
    if (event.type === "fetch") this.#answer(/** @type {FetchAsked} */ (event));
    if (event.type === "message") lasting.waitUntil(this.#hold(/** @type {MessageEvent} */ (event).data?.addresses));
  }

  async #install() {
    const pages = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
    await this.#copy.make(pages.map(({ url }) => url));
    await scope.skipWaiting();
  }

  /** @param {FetchAsked} event */
  #answer(event) {
    const { request } = event;
    const { origin } = new URL(request.url);
    if (request.method !== "GET" || origin !== scope.location.origin || request.headers.has("range")) return;
    /** @type {Promise<unknown>[]} */
    const after = [];
    const answered = this.#copy.answer(
      request,
      (page) => after.push(this.#see(request.url, page)),
      (addresses) => after.push(this.#copy.hold(addresses)),
    );
    event.respondWith(answered);
    event.waitUntil(
      answered.then(
        () => Promise.allSettled(after),
        () => undefined,
      ),
    );
  }

  /** @param {string} address @param {Response} page */
  async #see(address, page) {
    const answer = await this.#copy.see(address, page);
    if (answer === "other") await scope.registration.update();
    if (answer !== "gone") return;
    await this.#copy.remove();
    await scope.registration.unregister();
  }

  /** @param {unknown} addresses of a page and of what it has loaded */
  async #hold(addresses) {
    if (!Array.isArray(addresses)) return;
    await this.#copy.hold(addresses.filter((address) => typeof address === "string" && URL.canParse(address)));
    const { connection } = /** @type {{connection?: {saveData?: boolean}}} */ (navigator);
    if (all && !connection?.saveData) await this.#copy.holdAll();
  }
}

const worker = new SiteWorker();
for (const type of ["install", "activate", "fetch", "message"]) addEventListener(type, worker);
