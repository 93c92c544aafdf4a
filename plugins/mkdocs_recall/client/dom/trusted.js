// Values that a page with Trusted Types (`require-trusted-types-for 'script'`) accepts from this script only.

/**
 * @typedef {object} Policy
 * @property {(html: string) => string} createHTML
 * @property {(address: string) => string} createScriptURL
 */

/** Where a site holds our files; see assets/__init__.py. */
const FOLDER = "/assets/recall/";

/** What the browser asks about each value. */
const RULES = {
  /** @param {string} html of an item, which the site's own scripts hold */
  createHTML: (html) => html,
  /** @param {string} address */
  createScriptURL: (address) => {
    if (new URL(address, document.baseURI).pathname.includes(FOLDER)) return address;
    throw new TypeError(address);
  },
};

/** Null without Trusted Types, or where the page allows no policy named `recall`. @type {Policy | null | undefined} */
let policy;

/** @returns {Policy | null} */
function ownPolicy() {
  const { trustedTypes } = /** @type {{trustedTypes?: {createPolicy(name: string, rules: Policy): Policy}}} */ (
    globalThis
  );
  try {
    policy ??= trustedTypes?.createPolicy("recall", RULES) ?? null;
  } catch {
    policy = null;
  }
  return policy;
}

/** @param {string} html */
export function trustHtml(html) {
  return ownPolicy()?.createHTML(html) ?? html;
}

/** @param {string} address of one of our scripts */
export function trustScript(address) {
  return ownPolicy()?.createScriptURL(address) ?? address;
}
