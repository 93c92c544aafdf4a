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

/** Parts on their way. @type {Map<string, Promise<void>>} */
const pending = new Map();

/**
 * Load a part that is not in the page from the start.
 * @param {string} name
 * @returns {Promise<void>} rejected where it cannot be had
 */
export function loadPart(name) {
  if (name in parts().here) return Promise.resolve();
  const known = pending.get(name) ?? addPartScript(name);
  pending.set(name, known);
  known.catch(() => pending.delete(name));
  return known;
}

/**
 * @param {string} name
 * @returns {Promise<void>}
 */
function addPartScript(name) {
  /** @type {HTMLScriptElement | null} */
  const core = document.querySelector("script[data-recall-more]");
  const file = core?.dataset.recallMore?.split(" ").find((each) => each.startsWith(`${name}.`));
  return new Promise((resolve, reject) => {
    if (!core || !file) return reject(new Error(`no part ${name}`));
    const script = document.createElement("script");
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(`no part ${name}`)));
    // A page that does not name its encoding would have ours read in another.
    script.charset = "utf-8";
    script.src = trustScript(new URL(file, core.src).href);
    document.head.append(script);
  });
}
