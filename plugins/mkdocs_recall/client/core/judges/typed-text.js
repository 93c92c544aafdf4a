// What is compared of an answer that was typed. The plugin does the same with what an author has written
// (kinds/items/typed.py), so that no two answers of a field are equal in one and not in the other.

/** Signs that nobody sees: soft hyphens, joiners, marks of direction, variation selectors. */
const HIDDEN =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\u034f|[\u180b-\u180d]|[\ufe00-\ufe0f]/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const DASH = /[\u2010-\u2015\u2212\ufe58\ufe63]/g;
const SINGLE = /[‘’‚‛‹›′ʼ]/g;
const DOUBLE = /[“”„‟«»″]/g;
/** Spaces of any width; line ends and tabs are not among them. */
const WIDTHS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
/** Those of \s in JavaScript, named one by one: in Python it means others. */
const SPACES = /[\t-\r \u0085\u2028\u2029]+/g;
const ENDS = /^[\t-\r \u0085\u2028\u2029]+|[\t-\r \u0085\u2028\u2029]+$/g;

/**
 * Unicode NFC without signs that nobody sees; wide letters and digits, typographic quotes and dashes, and spaces of any
 * width as their plain forms; no spaces at the ends. Unless `exact`, case does not count, and neither does the number
 * of spaces.
 * @param {string} text
 * @param {boolean} exact
 */
export function fold(text, exact) {
  const narrow = text
    .replace(HIDDEN, "")
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  const composed = narrow.normalize("NFC");
  const plain = (exact ? composed : foldCase(composed))
    .replace(DASH, "-")
    .replace(SINGLE, "'")
    .replace(DOUBLE, '"')
    .replace(WIDTHS, " ")
    .replace(ENDS, "");
  return exact ? plain : plain.replace(SPACES, " ");
}

/**
 * By way of capitals, which are the same for `ß` and `ss`, both forms of sigma, and a ligature and its letters.
 * @param {string} text
 */
function foldCase(text) {
  const small = text.toUpperCase().toLowerCase();
  return small
    .replace(/ß/g, "ss")
    .replace(/ς/g, "σ")
    .replace(/i\u0307+/g, "i")
    .normalize("NFC");
}

/**
 * Whether one edit makes a text of another: a letter added, left out or replaced, or two neighbours swapped. Numbers in
 * them have to be the same: another digit makes another number, not a slip of the pen.
 * @param {string} first
 * @param {string} second
 */
export function isOneOff(first, second) {
  if (first.replace(/\P{Nd}/gu, "") !== second.replace(/\P{Nd}/gu, "")) return false;
  const [short, long] = [[...first], [...second]].sort((a, b) => a.length - b.length);
  if (!short || !long || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  /** @param {number} skipShort @param {number} skipLong */
  const restIsEqual = (skipShort, skipLong) =>
    short.slice(at + skipShort).join("") === long.slice(at + skipLong).join("");
  if (short.length < long.length) return restIsEqual(0, 1);
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return at < short.length && (restIsEqual(1, 1) || (swapped && restIsEqual(2, 2)));
}
