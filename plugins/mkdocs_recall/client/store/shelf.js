// Where records stand: the browser's storage, or memory. What is put on a shelf or taken from it may throw.

/**
 * @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} Shelf each method may throw; its keys are own
 *   properties
 */

/**
 * Storage for as long as the page lasts. Values are its own properties, as they are in the browser's.
 * @returns {Shelf}
 */
export function memoryShelf() {
  /** @type {Shelf} */
  const methods = {
    getItem: (key) => values[key] ?? null,
    setItem: (key, value) => void (values[key] = value),
    removeItem: (key) => void delete values[key],
  };
  const values = Object.create(methods);
  return values;
}

/**
 * The browser's storage, or null where a page may not have it: the very access may throw, or give nothing.
 * @param {() => Storage | null} access
 * @returns {Shelf | null}
 */
export function openShelf(access = () => window.localStorage) {
  try {
    const storage = access();
    storage?.getItem("recall:");
    return storage ?? null;
  } catch {
    return null;
  }
}

/**
 * @param {Shelf} shelf
 * @param {string} start of the keys
 * @returns {string[]} none where it cannot be read
 */
export function keysFrom(shelf, start) {
  try {
    return Object.keys(shelf).filter((key) => key.startsWith(start));
  } catch {
    return [];
  }
}

/**
 * Ten characters of base 36; works without a secure context.
 * @param {Pick<Crypto, "getRandomValues">} crypto
 */
export function randomId(crypto) {
  return Array.from(crypto.getRandomValues(new Uint32Array(10)), (number) => (number % 36).toString(36)).join("");
}
