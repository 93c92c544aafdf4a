// Drawing a form from the bank of a test: the same seed and bank give the same questions, in the same order, with the
// same order of options. Pure.

import { makeGenerator, shuffle } from "../../core/random.js";
import { readTier } from "./seed.js";

/**
 * @typedef {object} BankItem
 * @property {string} id
 * @property {number} rank of its level, from 1
 * @property {string} objective empty for none
 * @property {readonly string[]} options ids in the author's order
 * @property {boolean} fixed whether they keep it
 * @property {boolean} [typed] whether its answer is typed, put in order or matched, so that it has no options
 *
 * @typedef {object} Form
 * @property {string[]} items ids, from easy to hard
 * @property {Record<string, string[]>} orders option ids by item
 */

/** At most this part of a form is about one objective. */
const SHARE = 0.4;

/**
 * @param {readonly BankItem[]} bank
 * @param {readonly number[]} mix how many items of each rank, from rank 1
 * @param {string} seed
 * @returns {Form | null} null where the bank holds too few items of a rank, or none are asked for
 */
export function drawForm(bank, mix, seed) {
  if (!isEnough(mix, (wanted) => bank.filter(({ rank }) => rank === wanted).length)) return null;
  const ranks = mix.flatMap((wanted, index) => new Array(wanted).fill(index + 1));
  const queue = orderQueue(bank, seed);
  const draw = new Draw(queue, ranks);
  for (const objective of new Set(queue.map((item) => item.objective))) draw.cover(objective);
  draw.fill();
  return arrangeForm(draw.drawn, seed);
}

/**
 * Whether a form can be drawn, and has anything in it.
 * @param {readonly number[]} mix how many items of each rank, from rank 1
 * @param {(rank: number) => number} held how many the bank holds of a rank
 */
export function isEnough(mix, held) {
  return mix.some((wanted) => wanted > 0) && mix.every((wanted, index) => held(index + 1) >= wanted);
}

/**
 * Some items as a form: from easy to hard, in an order by chance within a level, with options in an order by chance.
 * @param {readonly BankItem[]} items
 * @param {string} seed
 * @returns {Form}
 */
export function arrangeForm(items, seed) {
  const chance = readChance(seed);
  const ordered = shuffle(byId(items), makeGenerator(`${chance} order`)).sort((a, b) => a.rank - b.rank);
  /** @param {BankItem} item */
  const orderOf = ({ id, options, fixed }) =>
    fixed ? [...options] : shuffle(options, makeGenerator(`${chance} ${id}`));
  return {
    items: ordered.map(({ id }) => id),
    orders: Object.fromEntries(ordered.map((item) => [item.id, orderOf(item)])),
  };
}

/**
 * The items in the order in which they are drawn where nothing else decides: by tier, then by chance.
 * @param {readonly BankItem[]} bank
 * @param {string} seed
 */
export function orderQueue(bank, seed) {
  const tiers = new Map(byId(bank).map(({ id }, index) => [id, readTier(seed, index)]));
  /** @param {BankItem} item */
  const tier = ({ id }) => tiers.get(id) ?? 0;
  return shuffle(byId(bank), makeGenerator(readChance(seed))).sort((a, b) => tier(a) - tier(b));
}

/**
 * An order that does not depend on the page.
 * @template {{id: string}} Item
 * @param {readonly Item[]} items
 */
export function byId(items) {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** @param {string} seed */
function readChance(seed) {
  return seed.split("-")[0] ?? "";
}

/** Places of a form by rank, filled one by one; an item already drawn may give its place to another of its rank. */
class Draw {
  #queue;
  #ranks;
  /** The item at each place. @type {(BankItem | null)[]} */
  #places;
  /** At most so many of one objective. */
  #most;

  /**
   * @param {readonly BankItem[]} queue
   * @param {readonly number[]} ranks of the places
   */
  constructor(queue, ranks) {
    this.#queue = queue;
    this.#ranks = ranks;
    this.#places = ranks.map(() => null);
    this.#most = Math.max(1, Math.floor(SHARE * ranks.length));
  }

  get drawn() {
    return this.#places.filter((item) => item !== null);
  }

  /**
   * Give an objective a place; one that has a place may move to another. Augmenting paths (Kuhn) find a place wherever
   * there is one.
   * @param {string} objective
   * @param {Set<number>} [tried] places
   * @returns {boolean}
   */
  cover(objective, tried = new Set()) {
    if (objective === "") return true;
    return this.#queue.some((item) => {
      if (item.objective !== objective) return false;
      return this.#placesOf(item.rank).some((place) => {
        if (tried.has(place)) return false;
        tried.add(place);
        const other = this.#places[place];
        if (other && !this.cover(other.objective, tried)) return false;
        this.#places[place] = item;
        return true;
      });
    });
  }

  /** Fill the places left; where too few objectives have items, one may take more than its share. */
  fill() {
    for (const place of this.#ranks.keys()) {
      while (!this.#places[place] && !this.#take(place, new Set())) this.#most += 1;
    }
  }

  /**
   * Put an item at a place: one whose objective has room, or one of a full objective that another place gives up.
   * @param {number} place
   * @param {Set<string>} tried objectives
   * @returns {boolean}
   */
  #take(place, tried) {
    const free = this.#queue.filter((item) => item.rank === this.#ranks[place] && !this.#places.includes(item));
    const fit = free.find((item) => this.#hasRoom(item.objective)) ?? free.find((item) => this.#makeRoom(item, tried));
    if (fit) this.#places[place] = fit;
    return fit !== undefined;
  }

  /**
   * @param {BankItem} item
   * @param {Set<string>} tried objectives
   */
  #makeRoom({ objective }, tried) {
    if (tried.has(objective)) return false;
    tried.add(objective);
    return this.#places.some((other, place) => other?.objective === objective && this.#take(place, tried));
  }

  /** @param {string} objective */
  #hasRoom(objective) {
    return objective === "" || this.#places.filter((item) => item?.objective === objective).length < this.#most;
  }

  /** @param {number} rank */
  #placesOf(rank) {
    return [...this.#ranks.keys()].filter((place) => this.#ranks[place] === rank);
  }
}
