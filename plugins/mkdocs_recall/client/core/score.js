// The outcome of a response against the key, and what it says about each option. Pure.

/**
 * @typedef {"right" | "wrong" | "shown"} Outcome
 * @typedef {"wrong" | "tried" | "right" | "missed" | null} RowState
 *
 * @typedef {object} Score
 * @property {boolean} right all keys and nothing else: there is no credit for a part
 * @property {number} found keys chosen
 * @property {number} stray distractors chosen
 */

/**
 * @param {readonly string[]} chosen option ids
 * @param {readonly string[]} keys option ids
 * @returns {Score}
 */
export function score(chosen, keys) {
  const response = new Set(chosen);
  const found = keys.filter((key) => response.has(key)).length;
  const stray = response.size - found;
  return { right: found > 0 && found === keys.length && stray === 0, found, stray };
}

/**
 * The state of one row under an outcome. Until the outcome is "shown", only what was chosen is told.
 * @param {{id: string, key: boolean}} option
 * @param {{outcome: Outcome, chosen: readonly string[], tried: readonly string[]}} told
 * @returns {RowState}
 */
export function rowState({ id, key }, { outcome, chosen, tried }) {
  if (chosen.includes(id)) return key ? "right" : "wrong";
  if (key) return outcome === "shown" ? "missed" : null;
  return tried.includes(id) ? "tried" : null;
}

/**
 * The state of a row once its verdict is left for another try. What was found wrong stays told.
 * @param {RowState} state
 * @param {boolean} chosen whether it is still chosen
 * @returns {RowState}
 */
export function rowStateAfter(state, chosen) {
  if (state === "wrong") return "tried";
  return state === "right" && !chosen ? null : state;
}

/**
 * @param {readonly string[]} ticked concept ids
 * @param {readonly string[]} concepts all of them
 * @returns {"right" | "wrong"}
 */
export function judgeTicks(ticked, concepts) {
  return concepts.every((id) => ticked.includes(id)) ? "right" : "wrong";
}
