// The copy of a site that a reader's browser keeps, so that pages can be read without a connection.
//
// A copy holds files of one version of the site and of no other: what is fetched is put into it only if the server has
// that version even afterwards. A new version makes a copy of its own, with all that the old one held, before that one
// goes. So no page meets the scripts of another version. Online, pages always come from the server.

import { addressOf, findFile, findLoaded, isHashed, isPage } from "./site-files.js";

/** @typedef {import("./site-files.js").SiteFiles} SiteFiles */
/** @typedef {"same" | "other" | "gone" | "away"} VersionAnswer what the server says of the version of the copy */
/** @typedef {Pick<Cache, "match" | "put" | "keys">} SiteCache */
/**
 * @typedef {object} Caches
 * @property {(name: string) => Promise<SiteCache>} open
 * @property {(name: string) => Promise<boolean>} has
 * @property {() => Promise<string[]>} keys
 * @property {(name: string) => Promise<boolean>} delete
 */
/** @typedef {typeof globalThis.fetch} Fetch */

/** How many files are fetched at a time. */
const AT_ONCE = 8;
/** What pages with questions load once they need it: the copy always has all of it. */
const OWN_SCRIPTS = /^assets\/recall\/(?:pages\/.+|[\w.-]+\.(?:js|css))$/;
/** What each version of the worker begins with; see offline/published.py. */
const MARK = "recallOffline";

export class SiteCopy {
  #caches;
  #fetch;
  /** Address of the site. */
  #root;
  /** Address of the worker. */
  #script;
  /** Path of the list of files. */
  #list;
  #version;
  /** @type {Promise<SiteFiles | null> | undefined} */
  #files;
  /** @type {SiteCache | null} */
  #cache = null;
  #removed = false;
  /** Work on the copy, one after the other. @type {Promise<unknown>} */
  #work = Promise.resolve();

  /** @param {{root: string, script: string, list: string, version: string, caches: Caches, fetch: Fetch}} site */
  constructor({ root, script, list, version, caches, fetch }) {
    this.#root = root;
    this.#script = script;
    this.#list = list;
    this.#version = version;
    this.#caches = caches;
    this.#fetch = fetch;
  }

  /** Caches belong to all sites of a host, so each names its site. */
  get #prefix() {
    return `recall-offline:${new URL(this.#root).pathname}:`;
  }

  get #name() {
    return this.#prefix + this.#version;
  }

  /**
   * Make the copy of a new version: of what the old one holds, of the pages that are open, and of our own files.
   * @param {readonly string[]} open addresses of pages
   */
  async make(open) {
    try {
      await this.#make(open);
    } catch (error) {
      await this.#caches.delete(this.#name);
      throw error;
    }
  }

  /** @param {readonly string[]} open */
  async #make(open) {
    const list = await this.#load(this.#list);
    if (!list) throw new Error("no list");
    /** @type {SiteFiles} */
    const files = await list.clone().json();
    const cache = await this.#caches.open(this.#name);
    const former = await this.#findFormer();
    const kept = former ? await this.#takeOver(former, cache, files) : [];
    const own = Object.keys(files).filter((file) => OWN_SCRIPTS.test(file));
    await this.#collect(cache, files, [...own, ...kept, ...this.#find(open, files)], async () => true);
    if ((await this.ask()) !== "same") throw new Error("another version");
    await cache.put(addressOf(this.#list, this.#root), list);
  }

  /** The copy of the version before, if there is one. */
  async #findFormer() {
    for (const name of await this.#caches.keys()) {
      if (!name.startsWith(this.#prefix) || name === this.#name) continue;
      const cache = await this.#caches.open(name);
      for (const { url } of await cache.keys()) {
        if (!/\/files\.[\da-f]+\.json$/.test(url)) continue;
        /** @type {SiteFiles} */
        const files = await (await cache.match(url))?.json();
        return { cache, files };
      }
    }
    return null;
  }

  /**
   * Take over what has not changed, and the scripts that pages which are still open may ask for.
   * @param {{cache: SiteCache, files: SiteFiles}} former
   * @param {SiteCache} cache
   * @param {SiteFiles} files
   * @returns {Promise<string[]>} what else the former copy holds and the site still has
   */
  async #takeOver(former, cache, files) {
    /** @type {string[]} */
    const changed = [];
    const takeOver = async (/** @type {[string, string]} */ [file, hash]) => {
      const address = addressOf(file, this.#root);
      const held = await former.cache.match(address);
      const stays = files[file] === hash || (!(file in files) && OWN_SCRIPTS.test(file) && isHashed(file));
      if (held && stays) await cache.put(address, held);
      else if (held && file in files) changed.push(file);
    };
    await Promise.all(Object.entries(former.files).map(takeOver));
    return changed;
  }

  /** Delete the copies of other versions. */
  async tidy() {
    for (const name of await this.#caches.keys())
      if (name.startsWith(this.#prefix) && name !== this.#name) await this.#caches.delete(name);
  }

  /** Delete every copy of this site. */
  async remove() {
    this.#files = Promise.resolve(null);
    this.#cache = null;
    this.#removed = true;
    for (const name of await this.#caches.keys()) if (name.startsWith(this.#prefix)) await this.#caches.delete(name);
  }

  /** Ask the server which version it has. @returns {Promise<VersionAnswer>} */
  async ask() {
    try {
      const response = await this.#fetch(this.#script, { cache: "no-cache" });
      if ([404, 410].includes(response.status)) return "gone";
      if (!response.ok) return "away";
      const text = await response.text();
      if (text.includes(this.#version)) return "same";
      return text.includes(MARK) ? "other" : "gone";
    } catch {
      return "away";
    }
  }

  /**
   * Answer a request. A file whose name has its hash comes from the copy. All else comes from the server, and from the
   * copy if there is no connection.
   * @param {Request} request
   * @param {(response: Response) => void} seen gets each page that the server sent
   * @param {(addresses: string[]) => void} missing gets what the copy lacks
   * @returns {Promise<Response>}
   */
  async answer(request, seen, missing) {
    const [files, cache] = await Promise.all([this.#readFiles(), this.#openCache()]);
    const file = findFile(request.url, this.#root, files);
    const address = file ? addressOf(file, this.#root) : request.url;
    const held = async () => (files === NONE ? undefined : cache?.match(address));
    if (isHashed(new URL(address).pathname)) {
      const copied = await held();
      if (!copied && file) missing([address]);
      return copied ?? this.#fetch(request);
    }
    try {
      const response = await (isPage(file) ? this.#fetch(...freshly(request)) : this.#fetch(request));
      if (isPage(file) || request.mode === "navigate") seen(response.clone());
      else if (file && !(await held())) missing([address]);
      return response;
    } catch (error) {
      if (lacksSlash(request.url, file))
        return Response.redirect(addressOf(file, this.#root) + new URL(request.url).search);
      const copied = await held();
      if (copied) return copied;
      throw error;
    }
  }

  /**
   * Put a page into the copy that the server has just sent, and whatever it needs.
   * @param {string} address
   * @param {Response} response
   * @returns {Promise<VersionAnswer>} what the server says of the version
   */
  async see(address, response) {
    const answer = await this.ask();
    const files = await this.#readFiles();
    const file = findFile(address, this.#root, files);
    if (answer !== "same" || !file || response.redirected || !isWholeFile(response)) return answer;
    await this.tidy();
    const cache = await this.#openCache();
    await cache?.put(addressOf(file, this.#root), response.clone());
    await this.hold(findLoaded(await response.text(), address));
    return answer;
  }

  /** Fetch files that the copy lacks. @param {readonly string[]} addresses */
  async hold(addresses) {
    const files = await this.#readFiles();
    await this.#queue(files, this.#find(addresses, files));
  }

  /** Fetch the whole site. */
  async holdAll() {
    const files = await this.#readFiles();
    await this.#queue(files, Object.keys(files));
  }

  /** @param {SiteFiles} files @param {readonly string[]} wanted */
  async #queue(files, wanted) {
    const task = this.#work.then(async () => {
      const cache = await this.#openCache();
      if (cache) await this.#collect(cache, files, wanted, async () => (await this.ask()) === "same");
    });
    this.#work = task.catch(() => undefined); // The connection broke off. The next page tries again.
    await this.#work;
  }

  /**
   * @param {SiteCache} cache
   * @param {SiteFiles} files
   * @param {readonly string[]} wanted
   * @param {() => Promise<boolean>} isCurrent whether what was fetched just now is of this version
   */
  async #collect(cache, files, wanted, isCurrent) {
    const waiting = new Set(wanted);
    const done = new Set();
    while (waiting.size > 0) {
      const batch = [...waiting].slice(0, AT_ONCE);
      for (const file of batch) (waiting.delete(file), done.add(file));
      const loaded = await Promise.all(batch.map((file) => this.#loadMissing(cache, file)));
      if (!loaded.some(Boolean)) continue;
      if (!(await isCurrent())) return;
      for (const [at, response] of loaded.entries()) {
        const file = batch[at] ?? "";
        if (!response) continue;
        const text = isPage(file) || file.endsWith(".css") ? await response.clone().text() : "";
        await cache.put(addressOf(file, this.#root), response);
        for (const linked of this.#find(findLoaded(text, addressOf(file, this.#root)), files))
          if (!isPage(linked) && !done.has(linked)) waiting.add(linked);
      }
    }
  }

  /** @param {readonly string[]} addresses @param {SiteFiles} files */
  #find(addresses, files) {
    return addresses.map((address) => findFile(address, this.#root, files)).filter(Boolean);
  }

  /** @param {SiteCache} cache @param {string} file */
  async #loadMissing(cache, file) {
    return (await cache.match(addressOf(file, this.#root))) ? null : this.#load(file);
  }

  /** @param {string} file @returns {Promise<Response | null>} nothing if the server does not have it */
  async #load(file) {
    const response = await this.#fetch(addressOf(file, this.#root), { cache: "no-cache" });
    if (!isWholeFile(response)) return null;
    // Read to its end, because a response that waits keeps its connection from others. And a new one, because a browser
    // shows no page that was redirected on its way into the copy.
    return new Response(await response.blob(), { headers: response.headers });
  }

  /** @returns {Promise<SiteFiles>} none without a copy */
  async #readFiles() {
    this.#files ??= this.#openCache()
      .then((cache) => cache?.match(addressOf(this.#list, this.#root)))
      .then((list) => list?.json() ?? null);
    const files = await this.#files.catch(() => null);
    if (!files) this.#files = undefined;
    return files ?? NONE;
  }

  /**
   * The copy, which is not made by looking for it. It is opened once: the worker of the next version deletes it while
   * this one may still be at work, and opening it again would make an empty one.
   */
  async #openCache() {
    if (this.#removed) return null;
    if (!this.#cache && (await this.#caches.has(this.#name))) this.#cache = await this.#caches.open(this.#name);
    return this.#cache;
  }
}

/** @type {SiteFiles} */
const NONE = {};

/** Whether it is all of a file of this host. @param {Response} response */
function isWholeFile({ status, type }) {
  return status === 200 && type === "basic";
}

/** @param {string} address @param {string} file */
function lacksSlash(address, file) {
  const { pathname } = new URL(address);
  return file.endsWith("/index.html") && !pathname.endsWith("/") && !pathname.endsWith("index.html");
}

/**
 * The request, as one that no old answer will do for.
 * @param {Request} request
 * @returns {[Request | string, RequestInit]}
 */
function freshly(request) {
  const { url, mode, headers } = request;
  if (mode !== "navigate") return [request, { cache: "no-cache" }];
  // A navigation cannot be copied with other settings.
  return [url, { cache: "no-cache", headers, redirect: "manual", credentials: "same-origin" }];
}
