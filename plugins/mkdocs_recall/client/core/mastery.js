// The verdict of a test and the numbers behind it. Pure.
//
// With x of n right, and every share theta of the whole domain as likely as any other beforehand, theta is afterwards
// distributed as Beta(1 + x, 1 + n - x).

import { DAY } from "./log.js";

/**
 * @typedef {"strong" | "getting" | "weak" | "few"} Verdict
 *
 * @typedef {object} Tally what counts for the verdict: how many questions, how many of them hard, and how many right
 * @property {number} right
 * @property {number} all
 * @property {number} hardRight
 * @property {number} hard
 *
 * @typedef {object} Strong a strong form
 * @property {string} seed
 * @property {number} time of its end
 */

/** The share a strong learner has at least, in percent. */
export const GOAL = 70;
/** Fewer questions give no verdict. */
export const ENOUGH = 8;
/** The highest rank of a level. */
export const HARDEST = 3;

const STRONG = Object.freeze({ share: GOAL / 100, sure: 0.85 });
const WEAK = Object.freeze({ share: 0.6, sure: 0.6 });
/** The range holds the middle 80 % of Beta. */
const TAIL = 0.1;

/**
 * P(theta <= share), the regularised incomplete beta function I_share(1 + x, 1 + n - x). With whole parameters it is
 * the
 * chance of more than x successes in n + 1 trials (DLMF 8.17.5):
 * the sum over j from x + 1 to n + 1 of C(n + 1, j) share^j (1 - share)^(n + 1 - j).
 * @param {number} share from 0 to 1
 * @param {number} right x
 * @param {number} all n
 */
export function below(share, right, all) {
  const trials = all + 1;
  let ways = 1;
  let sum = 0;
  for (let j = 0; j <= trials; j += 1) {
    if (j > right) sum += ways * share ** j * (1 - share) ** (trials - j);
    ways = (ways * (trials - j)) / (j + 1);
  }
  return sum;
}

/**
 * The share that theta falls below with a given chance, by bisection.
 * @param {number} chance from 0 to 1
 * @param {number} right
 * @param {number} all
 */
export function quantile(chance, right, all) {
  let [low, high] = [0, 1];
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (below(middle, right, all) < chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The central 80 % interval of theta, in whole percent, cut down.
 * @param {number} right
 * @param {number} all
 */
export function findRange(right, all) {
  /** @param {number} chance */
  const percent = (chance) => Math.floor(100 * quantile(chance, right, all));
  return { low: percent(TAIL), high: percent(1 - TAIL) };
}

/**
 * @param {number} right
 * @param {number} all
 */
function reachesStrong(right, all) {
  return 1 - below(STRONG.share, right, all) >= STRONG.sure;
}

/**
 * @param {number} right
 * @param {number} all
 */
export function isWeak(right, all) {
  return below(WEAK.share, right, all) >= WEAK.sure;
}

/**
 * How many right answers strong takes.
 * @param {number} all
 */
export function strongFrom(all) {
  let right = 0;
  while (right <= all && !reachesStrong(right, all)) right += 1;
  return right;
}

/**
 * @param {Tally} tally
 * @returns {Verdict}
 */
export function verdictOf({ right, all, hardRight, hard }) {
  if (all < ENOUGH) return "few";
  if (reachesStrong(right, all) && 2 * hardRight >= hard) return "strong";
  return isWeak(right, all) ? "weak" : "getting";
}

/**
 * Whether a strong form makes the verdict secure: another form was strong, a day or more before.
 * @param {Strong} form
 * @param {readonly Strong[]} others strong forms
 */
export function isSecure(form, others) {
  return others.some(({ seed, time }) => seed !== form.seed && form.time - time >= DAY);
}

/**
 * The verdict of a form, with what makes a strong one secure.
 * @param {Tally} tally
 * @param {Strong} form
 * @param {() => readonly Strong[]} findStrong strong forms of the same test, asked for where they matter
 * @returns {Verdict | "secure"}
 */
export function judgeTally(tally, form, findStrong) {
  const verdict = verdictOf(tally);
  return verdict === "strong" && isSecure(form, findStrong()) ? "secure" : verdict;
}
