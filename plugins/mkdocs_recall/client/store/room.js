// Whether a storage has room.

/** @typedef {import("./shelf.js").Shelf} Shelf */

/** A key that is set and taken away again to see whether there is room. */
const PROBE = "recall:room";

/**
 * Whether there is room for some more characters, by trying: other sites of the same host use the same storage.
 * @param {Shelf} shelf
 * @param {number} characters
 */
export function hasRoom(shelf, characters) {
  try {
    shelf.setItem(PROBE, "-".repeat(characters));
    return true;
  } catch {
    return false;
  } finally {
    discard(shelf, PROBE);
  }
}

/**
 * @param {Shelf} shelf
 * @param {string} key
 */
function discard(shelf, key) {
  try {
    shelf.removeItem(key);
  } catch {
    // A storage that cannot be written has nothing to take away.
  }
}
