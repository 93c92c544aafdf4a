// The order of a question's options: rows, reasons, and the letters that name them.

import { readOptionId } from "./options.js";

/** Marks the reason of a key, and the letter of a key in the final answer. */
const KEY = "[data-recall-key]";

/**
 * Put the rows of a question into an order, and letter them anew.
 * @param {Element} item
 * @param {readonly string[]} ids of its options
 */
export function orderRows(item, ids) {
  const named = namedKeys(item);
  for (const list of item.querySelectorAll(".recall-options, .recall-solution .recall-reasons")) orderList(list, ids);
  if (named.length > 0) renameKeys(item, named);
}

/**
 * The letters stay where they are: the first row is A.
 * @param {Element} list of options or reasons
 * @param {readonly string[]} ids
 */
function orderList(list, ids) {
  const rows = [...list.children];
  const letters = rows.map(readLetter);
  const ordered = rows.sort((a, b) => ids.indexOf(readOptionId(a)) - ids.indexOf(readOptionId(b)));
  list.append(...ordered);
  ordered.forEach((row, index) => {
    const letter = row.querySelector(".recall-letter");
    if (letter) letter.textContent = letters[index] ?? "";
  });
}

/**
 * @typedef {object} NamedKey a key as the final answer names it, where its author left that out: "B: 128"
 * @property {string} id
 * @property {Element} name what holds its letter
 * @property {Element[]} blocks its text, the first block begun by its letter
 */

/**
 * @param {Element} item
 * @returns {NamedKey[]} none where the author wrote the final answer
 */
function namedKeys(item) {
  const keys = [...item.querySelectorAll(`.recall-solution .recall-reason${KEY}`)];
  /** @type {NamedKey[]} */
  const named = [];
  for (const block of item.querySelector(".recall-final-answer > .recall-body")?.children ?? []) {
    const key = keys[named.length];
    const name = key && nameIn(block);
    if (name) named.push({ id: readOptionId(key), name, blocks: [block] });
    else named.at(-1)?.blocks.push(block);
  }
  return named.length === keys.length ? named : [];
}

/**
 * What holds the letter of a key: the first block of its text, or an element in it.
 * @param {Element} block
 */
function nameIn(block) {
  return block.matches(KEY) ? block : block.querySelector(`:scope > ${KEY}`);
}

/**
 * @param {Element} item whose reasons are lettered
 * @param {readonly NamedKey[]} named
 */
function renameKeys(item, named) {
  const keys = [...item.querySelectorAll(`.recall-solution .recall-reason${KEY}`)];
  const body = item.querySelector(".recall-final-answer > .recall-body");
  for (const key of keys) {
    const found = named.find(({ id }) => id === readOptionId(key));
    if (!found) continue;
    found.name.textContent = readLetter(key);
    body?.append(...found.blocks);
  }
}

/** @param {Element} row */
function readLetter(row) {
  return row.querySelector(".recall-letter")?.textContent ?? "";
}
