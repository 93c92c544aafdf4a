// Whether a number that was typed is right. Values are exact: 0.1 + 0.2 is 0.3, and 1/3 is no decimal.

import { fold } from "./typed-text.js";

/** More characters than this are no answer. */
const LONGEST_NUMBER = 500;

const SIGNED = /^([+-]?) ?(.*)$/s;
const SCIENTIFIC = /^([+-]?) ?([^e]+?)(?:e([+-]?\d{1,3}))?$/;
const SLASH = /[/\u2044\u2215]/;
/** Groups of three digits with one sign between them, of two and then three as in India, or no groups. */
const WITH_POINT = /^(\d+|[1-9]\d?\d?([ ',_])\d{3}(?:\2\d{3})*|[1-9]\d?(?:,\d\d)+,\d{3}|)(?:\.(\d*))?$/;
const WITH_COMMA = /^(\d+|[1-9]\d?\d?([ '._])\d{3}(?:\2\d{3})*|)(?:,(\d*))?$/;

/**
 * @typedef {readonly [above: bigint, below: bigint]} Value a fraction; what is below is positive
 *
 * @typedef {object} NumberRange numbers from `low` to `high`, both included
 * @property {string} low a decimal or a fraction, as in "3.14" and "1/3"
 * @property {string} high
 * @property {boolean} right whether it is accepted, or known to be wrong
 *
 * @typedef {object} JudgedNumber
 * @property {"right" | "wrong" | "none"} verdict `none` where no number was typed
 * @property {number} answer index of the author's range that it is in, -1 for none
 */

/**
 * What is accepted wins: a number that is accepted may lie in a range that is known to be wrong.
 * @param {string} given
 * @param {readonly NumberRange[]} ranges
 * @param {{unit?: string, decimalComma?: boolean}} [how] the unit that may be typed as well, and whether the page's
 *   language writes decimals with a comma
 * @returns {JudgedNumber}
 */
export function judgeNumber(given, ranges, { unit = "", decimalComma = false } = {}) {
  const values = readNumbers(given, unit, decimalComma);
  if (values.length === 0) return { verdict: "none", answer: -1 };
  for (const right of [true, false]) {
    const answer = ranges.findIndex((each) => each.right === right && values.some((value) => isWithin(value, each)));
    if (answer >= 0) return { verdict: right ? "right" : "wrong", answer };
  }
  return { verdict: "wrong", answer: -1 };
}

/**
 * What a text may mean as a number: more than one value where a sign may group digits or begin decimals.
 * @param {string} text
 * @param {string} unit
 * @param {boolean} decimalComma
 * @returns {Value[]}
 */
export function readNumbers(text, unit, decimalComma) {
  const plain = fold(text, false);
  if (plain.length > LONGEST_NUMBER) return [];
  const [above = "", below, ...more] = withPlainDigits(withoutUnit(plain, fold(unit, false))).split(SLASH);
  if (more.length > 0) return [];
  const tops = readDecimals(above.trim(), decimalComma);
  if (below === undefined) return tops;
  const bottoms = readDecimals(below.trim(), decimalComma).filter(([top]) => top !== 0n);
  return tops.flatMap((top) => bottoms.map((bottom) => divide(top, bottom)));
}

/**
 * A text without the unit after it, or before it as in "-$5".
 * @param {string} text
 * @param {string} unit
 */
function withoutUnit(text, unit) {
  if (unit && text.endsWith(unit)) return text.slice(0, -unit.length).trim();
  const [, sign = "", rest = ""] = SIGNED.exec(text) ?? [];
  return unit && rest.startsWith(unit) ? sign + rest.slice(unit.length).trim() : text;
}

/**
 * Digits of any script as those of ASCII, and Arabic separators as theirs. In Unicode, ten digits follow each other.
 * @param {string} text
 */
function withPlainDigits(text) {
  const digits = text.replace(/(?!\d)\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let lower = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(code - lower - 1))) lower += 1;
    return String(lower % 10);
  });
  return digits.replaceAll("\u066b", ".").replaceAll("\u066c", ",");
}

/**
 * @param {string} text
 * @param {boolean} decimalComma
 * @returns {Value[]}
 */
function readDecimals(text, decimalComma) {
  const [, sign, digits = "", exponent = "0"] = SCIENTIFIC.exec(text) ?? [];
  return (decimalComma ? [WITH_POINT, WITH_COMMA] : [WITH_POINT]).flatMap((form) => {
    const [, whole = "", , decimals = ""] = form.exec(digits) ?? [];
    if (!whole && !decimals) return [];
    const [above, below] = toValue(whole.replace(/\D/g, ""), decimals, Number(exponent));
    return [/** @type {Value} */ ([sign === "-" ? -above : above, below])];
  });
}

/**
 * @param {string} whole
 * @param {string} decimals
 * @param {number} exponent of ten
 * @returns {Value}
 */
function toValue(whole, decimals, exponent) {
  const shift = exponent - decimals.length;
  const value = BigInt(whole + decimals);
  return shift >= 0 ? [value * 10n ** BigInt(shift), 1n] : [value, 10n ** BigInt(-shift)];
}

/** @param {Value} top @param {Value} bottom @returns {Value} */
function divide([a, b], [c, d]) {
  const sign = c < 0n ? -1n : 1n;
  return [sign * a * d, sign * b * c];
}

/** @param {Value} value @param {NumberRange} range */
function isWithin(value, { low, high }) {
  return !isLess(value, readEnd(low)) && !isLess(readEnd(high), value);
}

/**
 * An end of a range as the page has it, however long.
 * @param {string} text
 * @returns {Value}
 */
function readEnd(text) {
  const [above = "", below = "1"] = text.split("/");
  const [whole = "", decimals = ""] = above.split(".");
  return [BigInt(whole + decimals), BigInt(below) * 10n ** BigInt(decimals.length)];
}

/** @param {Value} first @param {Value} second */
function isLess([a, b], [c, d]) {
  return a * d < c * b;
}
