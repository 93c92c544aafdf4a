// The seed of a form, as it stands in the address: it alone decides which form is drawn, today and on another screen.
//
//   7f3a2c         chance alone
//   7f3a2c-0a42    and, since the reader has answered questions before, which of the bank to draw later than others:
//                  a hexadecimal digit for two items, in order of their ids, four times the tier of the first plus that
//                  of the second

/** @typedef {import("../../core/test-forms.js").Tier} Tier */

const SEED = /^[0-9a-z]{1,16}(-[0-9a-f]+)?$/;
/** Digits of a new seed. */
const LENGTH = 6;

/** @param {string} text */
export function isSeed(text) {
  return SEED.test(text);
}

/**
 * @param {string} hash of an address
 * @returns {string} the seed in it, or an empty text
 */
export function readSeed(hash) {
  const seed = hash.startsWith("#seed=") ? hash.slice(6).toLowerCase() : "";
  return isSeed(seed) ? seed : "";
}

/**
 * @param {string} hash of an address
 * @returns {string} the session of the finished test whose result it names, or an empty text
 */
export function readResultName(hash) {
  const [, session = ""] = /^#result=([\w.-]+)$/.exec(hash) ?? [];
  return session;
}

/**
 * A seed without the digits that go beyond a bank, whatever an address says: it draws the same form.
 * @param {string} seed
 * @param {number} items of the bank
 */
export function fitSeed(seed, items) {
  const [chance = "", tiers = ""] = seed.split("-");
  const most = Math.ceil(items / 2);
  return tiers.length > most ? `${chance}-${tiers.slice(0, most)}`.replace(/-$/, "") : seed;
}

/**
 * @param {readonly Tier[]} tiers of the bank, in order of its items' ids
 * @param {() => number} next random numbers from 0 to 1
 */
export function newSeed(tiers, next) {
  const chance = Array.from({ length: LENGTH }, () => Math.floor(next() * 16).toString(16)).join("");
  const pairs = Array.from({ length: Math.ceil(tiers.length / 2) }, (_, index) =>
    tiers.slice(2 * index, 2 * index + 2),
  );
  const digits = pairs.map(([first = 0, second = 0]) => (4 * first + second).toString(16)).join("");
  return `${chance}-${digits}`.replace(/-?0*$/, "");
}

/**
 * @param {string} seed
 * @param {number} index of an item of the bank, in order of their ids
 * @returns {number} its tier
 */
export function readTier(seed, index) {
  const digit = Number.parseInt(seed.split("-")[1]?.charAt(index >> 1) || "0", 16);
  return index % 2 === 0 ? digit >> 2 : digit & 3;
}
