// The parts of the script: which are here, and those that a page loads when it needs them. build.mjs has each part
// entered by its name.

import { trustScript } from "./trusted.js";

/**
 * @typedef {object} Parts
 * @property {string} build of the script: parts of different builds do not fit
 * @property {Record<string, unknown>} came what has come, by name: it may wait for what it needs
 * @property {Record<string, object>} here what has run, and what it gives to others
 * @property {(build: string) => void} [visit] told of each part that has come
 */

/** @returns {Parts} */
export function parts() {
  const { recallParts } = /** @type {{recallParts?: Parts}} */ (globalThis);
  return recallParts ?? { build: "", came: {}, here: {} };
}

/** Parts on their way. @type {Map<string, Promise<unknown>>} */
const pending = new Map();

/**
 * Load a part that is not in the page from the start.
 * @param {string} name
 * @returns {Promise<unknown>} rejected where it cannot be had
 */
export function loadPart(name) {
  if (name in parts().here) return Promise.resolve();
  const known = pending.get(name) ?? fetchPart(name);
  pending.set(name, known);
  known.catch(() => pending.delete(name));
  return known;
}

/**
 * A page that lets no script add another may still let it import one. A page from disk, or in a frame that has no
 * origin, can't import.
 * @param {string} name
 * @returns {Promise<unknown>}
 */
async function fetchPart(name) {
  /** @type {HTMLScriptElement | null} */
  const core = document.querySelector("script[data-recall-more]");
  const file = core?.dataset.recallMore?.split(" ").find((each) => each.startsWith(`${name}.`));
  if (!core || !file) throw Error(name);
  const address = new URL(file, core.src).href;
  return location.protocol === "file:" ? addPartScript(address) : import(address).catch(() => addPartScript(address));
}

/**
 * A page that does not name its encoding would have ours read in another.
 * @param {string} address
 * @returns {Promise<unknown>}
 */
function addPartScript(address) {
  return new Promise((onload, onerror) => {
    const script = document.createElement("script");
    Object.assign(script, { charset: "utf-8", src: trustScript(address), onload, onerror });
    document.head.append(script);
  });
}
