// Sets as pages see them whose part of the script may not be here.

/** @typedef {import("../sets/base-set.js").RecallSetElement} ItemSet */

/**
 * Whether something is the element of a set, and works as one.
 * @param {Element | null | undefined} found
 * @returns {found is ItemSet}
 */
export function isSet(found) {
  return found instanceof HTMLElement && "showLinked" in found;
}
