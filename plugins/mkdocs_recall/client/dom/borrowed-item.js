// An item of another page, made ready for this one.

import { setFormulas } from "./math.js";
import { trustHtml } from "./trusted.js";

/** Attributes that hold an address. */
const ADDRESSES = [
  "href",
  "src",
  "poster",
  "data",
  "cite",
  "action",
  "formaction",
  "xlink:href",
  "data-recall-address",
];
/** What is not relative to the root of the site: addresses with a scheme, of a host, of this page. */
const SETTLED = /^([a-z][a-z0-9+.-]*:|\/|#)/i;

/**
 * @param {string} html of one item, its addresses relative to the root of the site
 * @param {string} root address of that
 * @returns {HTMLElement | null} the item, which belongs to no page yet
 */
export function readForeign(html, root) {
  const template = document.createElement("template");
  template.innerHTML = trustHtml(html);
  for (const element of template.content.querySelectorAll("*")) settle(element, root);
  const item = document.importNode(template.content, true).firstElementChild;
  return item instanceof HTMLElement ? item : null;
}

/**
 * Tell scripts of the page that an item has come into it.
 * @param {HTMLElement} element
 * @param {string} item its id
 */
export function tellShown(element, item) {
  element.dispatchEvent(new CustomEvent("recall-shown", { bubbles: true, detail: { item } }));
  setFormulas(element);
}

/**
 * @param {Element} element
 * @param {string} root
 */
function settle(element, root) {
  for (const name of ADDRESSES) {
    const address = element.getAttribute(name);
    if (address && !SETTLED.test(address)) element.setAttribute(name, new URL(address, root).href);
  }
  const candidates = element.getAttribute("srcset");
  if (candidates && !candidates.includes("data:")) element.setAttribute("srcset", settleAll(candidates, root));
}

/**
 * @param {string} candidates of a `srcset`
 * @param {string} root
 */
function settleAll(candidates, root) {
  const settled = candidates.split(",").map((candidate) => {
    const [address = "", ...size] = candidate.trim().split(/\s+/);
    return [SETTLED.test(address) ? address : new URL(address, root).href, ...size].join(" ");
  });
  return settled.join(", ");
}
