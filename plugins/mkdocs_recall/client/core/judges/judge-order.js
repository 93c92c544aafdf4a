// Which pieces of an order are in their places.

/**
 * @typedef {"right" | "wrong" | "stray"} PlaceVerdict in its place, in another one's, or belonging nowhere
 *
 * @typedef {object} JudgedOrder
 * @property {boolean} right
 * @property {PlaceVerdict[]} places of the pieces that are used, in their order
 * @property {string[]} missing ids of the pieces that belong and are left out, each as often as it is missing
 * @property {number} found how many are in their places
 */

/**
 * Places are counted among the pieces that belong and are used, so that one too many, or one left out, does not spoil
 * the rest. Equal pieces share an id and may take each other's place.
 * @param {readonly string[]} used ids in the reader's order
 * @param {readonly string[]} keys ids in the right order
 * @returns {JudgedOrder}
 */
export function judgeOrder(used, keys) {
  const left = countIds(keys);
  const belongs = used.map((id) => take(left, id));
  const mine = used.filter((_, at) => belongs[at]);
  const wanted = findPlaces(mine, keys);
  const missing = keys.filter((id) => take(left, id));
  let place = 0;
  const places = used.map((id, at) => {
    if (!belongs[at]) return /** @type {PlaceVerdict} */ ("stray");
    return /** @type {PlaceVerdict} */ (wanted[place++] === id ? "right" : "wrong");
  });
  const found = places.filter((verdict) => verdict === "right").length;
  return { right: found === keys.length && used.length === keys.length, places, missing, found };
}

/**
 * The right order of the pieces that are used. Where one of several equal pieces is left out, nothing says which: it is
 * the one whose absence leaves most of the others in their places.
 * @param {readonly string[]} mine
 * @param {readonly string[]} keys
 */
function findPlaces(mine, keys) {
  const orders = [false, true].map((mayWait) => {
    const [needed, ahead] = [countIds(mine), countIds(keys)];
    let place = 0;
    return keys.filter((id) => {
      const spare = (ahead.get(id) ?? 0) > (needed.get(id) ?? 0);
      take(ahead, id);
      if (mayWait && spare && mine[place] !== id) return false;
      const taken = take(needed, id);
      if (taken) place += 1;
      return taken;
    });
  });
  const [first = [], second = []] = orders;
  return countEqual(second, mine) > countEqual(first, mine) ? second : first;
}

/** @param {readonly string[]} first @param {readonly string[]} second */
function countEqual(first, second) {
  return first.filter((id, at) => id === second[at]).length;
}

/** @param {readonly string[]} ids */
function countIds(ids) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/**
 * @param {Map<string, number>} counts
 * @param {string} id
 */
function take(counts, id) {
  const left = counts.get(id) ?? 0;
  if (left > 0) counts.set(id, left - 1);
  return left > 0;
}
