// The address of the page: what it points to, and naming in it what is in view.

/**
 * What the address points to: as in browsers, the name as written comes before the decoded one.
 * @param {string} [hash]
 * @returns {HTMLElement | null}
 */
export function linkedElement(hash = location.hash) {
  const name = hash.slice(1);
  try {
    return document.getElementById(name) ?? document.getElementById(decodeURIComponent(name));
  } catch {
    return null;
  }
}

/**
 * Name what is in view in the address. Where a page may not do that, what is in view lasts all the same.
 * @param {string} address
 */
export function nameInAddress(address) {
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // A page shown from a text of another page has no address of its own.
  }
}
