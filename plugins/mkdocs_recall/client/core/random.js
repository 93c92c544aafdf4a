// Chance that can be had again: numbers and orders that follow from a text. Pure.

const RANGE = 2 ** 32;

/**
 * A generator of numbers from 0 to 1, 1 excluded, that follow from a text: SplitMix (Steele, Lea and Flood 2014) on 32
 * bits, mixed as in MurmurHash3, and begun with the FNV-1a hash of the text.
 * @param {string} text
 * @returns {() => number}
 */
export function makeGenerator(text) {
  let state = hash(text);
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    return mix(state) / RANGE;
  };
}

/** @param {string} text */
function hash(text) {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return state >>> 0;
}

/** @param {number} bits */
function mix(bits) {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * The same things in an order by chance: each is put at a place by chance among those before it, so that every order is
 * as likely as any other.
 * @template Thing
 * @param {readonly Thing[]} things
 * @param {() => number} next
 * @returns {Thing[]}
 */
export function shuffle(things, next) {
  /** @type {Thing[]} */
  const shuffled = [];
  for (const thing of things) shuffled.splice(Math.floor(next() * (shuffled.length + 1)), 0, thing);
  return shuffled;
}
