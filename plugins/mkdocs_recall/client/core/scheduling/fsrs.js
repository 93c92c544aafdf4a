// FSRS-6: from the reviews of an item to how well it is remembered, and when it is to come back. Pure.
//
// Formulas: "The Algorithm" in the wiki of open-spaced-repetition/fsrs4anki, section FSRS-6. Parameters: its default
// ones, as ts-fsrs 5.4.2 (npm) and fsrs 6.3.2 (PyPI) have them. Without short-term steps, as ts-fsrs does it then:
// every review is at least a day's, and a better grade never comes back sooner than a worse one.

/**
 * @typedef {1 | 2 | 3 | 4} Grade Again, Hard, Good, Easy
 *
 * @typedef {object} Review
 * @property {number} gap whole days since the review before; of the first one it does not matter
 * @property {Grade} grade
 *
 * @typedef {object} Memory
 * @property {number} stability days until the chance to recall has fallen to 90 %
 * @property {number} difficulty from 1 to 10
 * @property {number} interval days from the last review to the next
 */

/** The chance to recall that a review is due at. */
const RETENTION = 0.9;
/** Days that no interval exceeds. */
export const MOST_DAYS = 365;
/** w0 to w20. @type {readonly number[]} */
const W = Object.freeze([
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
  0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
]);
export const [AGAIN, HARD, GOOD, EASY] = /** @type {const} */ ([1, 2, 3, 4]);
/** Stability has these bounds, in days. */
const [LEAST_STABILITY, MOST_STABILITY] = [0.001, 36500];
const DECAY = -w(20);
/** Makes the chance to recall 90 % where the gap is the stability. */
const FACTOR = rounded(0.9 ** (1 / DECAY) - 1);
/** Interval by stability; 1 at a retention of 90 %. */
const STRETCH = rounded((RETENTION ** (1 / DECAY) - 1) / FACTOR);

/**
 * @param {readonly Review[]} reviews in order of time
 * @returns {Memory | null} null where there was none
 */
export function fsrs(reviews) {
  /** @type {Memory | null} */
  let memory = null;
  for (const { gap, grade } of reviews) memory = after(memory, gap, grade);
  return memory;
}

/**
 * @param {Memory | null} before
 * @param {number} gap
 * @param {Grade} grade
 * @returns {Memory}
 */
function after(before, gap, grade) {
  const stability = stabilityAfter(before, gap, grade);
  const difficulty = before ? nextDifficulty(before.difficulty, grade) : bounded(firstDifficulty(grade), 1, 10);
  return { stability, difficulty, interval: intervalAfter(before, gap, grade) };
}

/**
 * Again comes back no later than Hard, Hard at least a day after Again, Good after Hard, Easy after Good.
 * @param {Memory | null} before
 * @param {number} gap
 * @param {Grade} grade
 */
function intervalAfter(before, gap, grade) {
  /** @param {Grade} other */
  const plain = (other) => bounded(Math.round(stabilityAfter(before, gap, other) * STRETCH), 1, MOST_DAYS);
  let interval = Math.min(plain(AGAIN), plain(HARD));
  for (const better of [HARD, GOOD, EASY]) if (better <= grade) interval = Math.max(plain(better), interval + 1);
  return Math.min(interval, MOST_DAYS);
}

/**
 * @param {Memory | null} before
 * @param {number} gap
 * @param {Grade} grade
 */
function stabilityAfter(before, gap, grade) {
  if (!before) return w(grade - 1);
  const { stability, difficulty } = before;
  const chance = recallChance(gap, stability);
  if (grade === AGAIN)
    return Math.max(LEAST_STABILITY, Math.min(stability, forgottenStability(difficulty, stability, chance)));
  return recalledStability(difficulty, stability, chance, grade);
}

/**
 * R(t, S) = (1 + FACTOR t / S) ^ -w20
 * @param {number} gap t
 * @param {number} stability S
 */
function recallChance(gap, stability) {
  return rounded((1 + (FACTOR * gap) / stability) ** DECAY);
}

/**
 * D0(G) = w4 - e ^ (w5 (G - 1)) + 1, without bounds.
 * @param {Grade} grade G
 */
function firstDifficulty(grade) {
  return rounded(w(4) - Math.exp((grade - 1) * w(5)) + 1);
}

/**
 * D' = D - w6 (G - 3) (10 - D) / 9, drawn a little to D0(4): w7 D0(4) + (1 - w7) D'.
 * @param {number} difficulty D
 * @param {Grade} grade G
 */
function nextDifficulty(difficulty, grade) {
  const moved = difficulty + rounded((-w(6) * (grade - 3) * (10 - difficulty)) / 9);
  return bounded(rounded(w(7) * firstDifficulty(EASY) + (1 - w(7)) * moved), 1, 10);
}

/**
 * S' = S (1 + e ^ w8 (11 - D) S ^ -w9 (e ^ (w10 (1 - R)) - 1) b), where b is w15 for Hard, w16 for Easy.
 * @param {number} difficulty D
 * @param {number} stability S
 * @param {number} chance R
 * @param {Grade} grade
 */
function recalledStability(difficulty, stability, chance, grade) {
  const bonus = grade === HARD ? w(15) : grade === EASY ? w(16) : 1;
  const gain = Math.exp(w(8)) * (11 - difficulty) * stability ** -w(9) * (Math.exp((1 - chance) * w(10)) - 1) * bonus;
  return rounded(bounded(stability * (1 + gain), LEAST_STABILITY, MOST_STABILITY));
}

/**
 * S' = w11 D ^ -w12 ((S + 1) ^ w13 - 1) e ^ (w14 (1 - R))
 * @param {number} difficulty D
 * @param {number} stability S
 * @param {number} chance R
 */
function forgottenStability(difficulty, stability, chance) {
  const kept = w(11) * difficulty ** -w(12) * ((stability + 1) ** w(13) - 1) * Math.exp((1 - chance) * w(14));
  return rounded(bounded(kept, LEAST_STABILITY, MOST_STABILITY));
}

/** @param {number} index */
function w(index) {
  return W[index] ?? NaN;
}

/**
 * @param {number} value
 * @param {number} least
 * @param {number} most
 */
function bounded(value, least, most) {
  return Math.min(Math.max(value, least), most);
}

/**
 * To eight places, where ts-fsrs rounds: what is half a day for one must not be less for the other.
 * @param {number} value
 */
function rounded(value) {
  return Math.round(value * 1e8) / 1e8;
}
