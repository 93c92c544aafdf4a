// The order of a question's options and reasons, and the letters that name them. The stylesheet letters the reasons.

import { findKeys, readRows } from "./options.js";

/** Marks the reason of a key, and the letter of a key in the final answer. */
const KEY = "[data-recall-key]";

/**
 * Put the rows of a question into an order.
 * @param {Element} item
 * @param {readonly string[]} ids of its options
 */
export function orderRows(item, ids) {
  const named = namedKeys(item);
  const rows = readRows(item).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  for (const [index, { element, reason }] of rows.entries()) {
    element.parentElement?.append(element);
    reason?.parentElement?.append(reason);
    element.querySelector("[data-recall-letter]")?.setAttribute("data-recall-letter", letterAt(index));
  }
  if (named.length > 0) renameKeys(item, named);
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
  const keys = findKeys(readRows(item));
  /** @type {NamedKey[]} */
  const named = [];
  for (const block of readKeyBlocks(item)) {
    const key = keys[named.length];
    const name = key && nameIn(block);
    if (name) named.push({ id: key.id, name, blocks: [block] });
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
 * @param {Element} item in its new order
 * @param {readonly NamedKey[]} named
 */
function renameKeys(item, named) {
  const body = finalAnswer(item);
  for (const { id, letter } of findKeys(readRows(item))) {
    const found = named.find((each) => each.id === id);
    if (!found) continue;
    found.name.textContent = letter;
    if (body && !found.blocks.includes(body)) body.append(...found.blocks);
  }
}

/** The first part of the solution. @param {Element} item */
function finalAnswer(item) {
  return item.querySelector(".recall-solution > recall-answer > b + *");
}

/** The blocks of a final answer; one paragraph is the answer itself. @param {Element} item */
function readKeyBlocks(item) {
  const body = finalAnswer(item);
  return body instanceof HTMLParagraphElement ? [body] : [...(body?.children ?? [])];
}

/**
 * A to Z, then AA, AB and so on, as the stylesheet counts them.
 * @param {number} index from 0
 * @returns {string}
 */
function letterAt(index) {
  return (index >= 26 ? letterAt(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));
}
