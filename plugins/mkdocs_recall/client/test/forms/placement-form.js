// A placement test: the questions it draws from each topic, and the topic it suggests. Pure.

import { arrangeForm, orderQueue } from "./draw-form.js";

/**
 * @typedef {import("./draw-form.js").BankItem} BankItem
 * @typedef {import("./draw-form.js").Form} Form
 */

/** Ranks of the questions of a topic, in the order in which they are drawn: the middle tells most. */
const RANKS = [2, 1, 3];

/**
 * Some questions from each topic, in the order of the topics, and from easy to hard within each.
 * @param {readonly BankItem[]} bank
 * @param {readonly Pick<import("../../core/manifest.js").Topic, "items">[]} topics in the order of learning
 * @param {number} per how many of each topic, fewer where it has no more
 * @param {string} seed
 * @returns {Form | null} null where there are none
 */
export function drawPlacement(bank, topics, per, seed) {
  const queue = orderQueue(bank, seed);
  const drawn = topics.flatMap((topic) => drawTopic(pickOf(topic, queue), per));
  if (drawn.length === 0) return null;
  return { items: drawn.map(({ id }) => id), orders: arrangeForm(drawn, seed).orders };
}

/**
 * @template {{id: string}} Item
 * @param {Pick<import("../../core/manifest.js").Topic, "items">} topic
 * @param {readonly Item[]} items
 * @returns {Item[]} those of the topic
 */
export function pickOf(topic, items) {
  const ids = new Set(topic.items.map(({ id }) => id));
  return items.filter(({ id }) => ids.has(id));
}

/**
 * @param {readonly BankItem[]} queue what a topic has, in the order in which it is drawn
 * @param {number} per
 */
function drawTopic(queue, per) {
  /** @type {BankItem[]} */
  const drawn = [];
  for (let place = 0; place < Math.min(per, queue.length); place += 1) {
    const free = queue.filter((item) => !drawn.includes(item));
    const fresh = free.filter(({ objective }) => !drawn.some((other) => other.objective === objective));
    const wanted = RANKS[place % RANKS.length];
    const found = [...fresh, ...free].find(({ rank }) => rank === wanted) ?? fresh[0] ?? free[0];
    if (found) drawn.push(found);
  }
  return drawn.sort((a, b) => a.rank - b.rank);
}

/**
 * The topic to start with: the first in which something was missed.
 * @param {readonly {right: number, all: number}[]} results of the topics, in the order in which they are learned
 * @returns {number} -1 where nothing was missed
 */
export function suggestTopic(results) {
  return results.findIndex(({ right, all }) => right < all);
}
