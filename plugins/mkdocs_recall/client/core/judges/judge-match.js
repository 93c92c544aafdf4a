// Which of some texts got their right sides.

/**
 * @typedef {Readonly<Record<string, string>>} Pairs ids of right sides by the ids of what they belong to
 *
 * @typedef {object} JudgedMatch
 * @property {boolean} right
 * @property {Record<string, "right" | "wrong" | "empty">} pairs verdicts by the ids on the left
 * @property {number} found how many are right
 */

/**
 * @param {Pairs} given a side that was not chosen is empty or missing
 * @param {Pairs} keys
 * @returns {JudgedMatch}
 */
export function judgeMatch(given, keys) {
  /** @type {JudgedMatch["pairs"]} */
  const pairs = Object.create(null);
  for (const [left, key] of Object.entries(keys)) {
    const chosen = Object.hasOwn(given, left) ? given[left] : "";
    pairs[left] = !chosen ? "empty" : chosen === key ? "right" : "wrong";
  }
  const found = Object.values(pairs).filter((verdict) => verdict === "right").length;
  return { right: found === Object.keys(keys).length, pairs, found };
}
