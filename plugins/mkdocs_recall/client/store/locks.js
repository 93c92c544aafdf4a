// Work that no other tab does at the same time, where the browser can see to that.

/**
 * @param {string} name of what is worked on
 * @param {() => void} work
 */
export function inTurn(name, work) {
  const locks = window.isSecureContext ? navigator.locks : undefined;
  if (!locks) return work();
  locks.request(name, work).catch(work);
}
