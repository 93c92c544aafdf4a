// Asking the browser to keep what this site stores, even where it needs room. Some browsers ask their user, so it is
// asked only when a reader has just taken care of the progress. Nothing ever waits for the answer, which may not come.

let asked = false;

/** @param {Pick<StorageManager, "persist"> | undefined} [storage] none where the page may not have it */
export function askToPersist(storage = globalThis.navigator?.storage) {
  if (asked) return;
  asked = true;
  try {
    storage?.persist?.().catch(() => {});
  } catch {
    // What cannot be asked stays as it is.
  }
}
