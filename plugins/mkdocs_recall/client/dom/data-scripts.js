// Data from classic scripts: a page that is read from disk can load nothing else. Each calls a function of the page.

import { trustScript } from "./trusted.js";

/**
 * @typedef {"recallItems" | "recallTopic"} Receiver
 */

/**
 * The root of a site.
 * @param {string} manifest address of what says what it holds, which lies beside the other files of ours
 */
export function findRoot(manifest) {
  return new URL("../../", manifest).href;
}

/** What scripts gave, by the address of each. @type {Map<string, Promise<unknown>>} */
const loading = new Map();

/**
 * What a script gives to a function of the page; each script is loaded once, and again only where that failed.
 * @param {string} address
 * @param {Receiver} receiver
 * @returns {Promise<unknown>}
 */
export function loadData(address, receiver) {
  const known = loading.get(address) ?? addScript(address, receiver);
  loading.set(address, known);
  known.catch(() => loading.delete(address));
  return known;
}

/** What becomes of the value of a script that is being loaded. @type {Map<unknown, (value: unknown) => void>} */
const waiting = new Map();

/**
 * @param {string} address
 * @param {Receiver} receiver
 * @returns {Promise<unknown>}
 */
function addScript(address, receiver) {
  const script = document.createElement("script");
  Object.assign(globalThis, {
    [receiver]: (/** @type {unknown} */ value) => waiting.get(document.currentScript)?.(value),
  });
  return new Promise((resolve, reject) => {
    waiting.set(script, resolve);
    const end = () => {
      waiting.delete(script);
      script.remove();
      reject(new Error(`no data in ${address}`));
    };
    script.addEventListener("load", end);
    script.addEventListener("error", end);
    // A page that does not name its encoding would have ours read in another.
    script.charset = "utf-8";
    script.src = trustScript(address);
    document.head.append(script);
  });
}
