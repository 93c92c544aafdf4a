// The words of the page's language, with the plural that belongs to a number, and numbers, dates and lists as that
// language writes them. The words themselves are in the catalogues beside this package's Python, ui/en.json first.

import en from "../../ui/en.json" with { type: "json" };

/**
 * @typedef {Exclude<keyof typeof en, "lang" | `page.${string}`>} Key of a text. What begins with `page.` is not shipped
 *
 * @typedef {Record<string, (string | Record<string, string>)[]>} Lists texts of each part, or one text per plural form
 */

/**
 * What the values of a text can be. Where it has plural forms, `n` chooses one.
 * @template {Key} K
 * @template V
 * @typedef {(typeof en)[K] extends string ? Record<string, V> : Record<string, V> & {n: number}} Values
 */

/** Part of each text, and its place among the texts of that part. @type {Record<string, [string, number]>} */
const keyPlaces = {};

/**
 * Take in the English words of a part of the script.
 * @param {string} part
 * @param {Partial<typeof en>} words
 */
export function addWords(part, words) {
  Object.keys(words).forEach((key, index) => (keyPlaces[key] = [part, index]));
  Object.assign(en, words);
}

addWords("core", en);

/**
 * A text in the language of the page. It is in English where the site's build joined no words to this script.
 * @param {Key | "lang"} key
 */
function find(key) {
  const [part, index] = /** @type {[string, number]} */ (keyPlaces[key]);
  return /** @type {{recallWords?: Lists}} */ (globalThis).recallWords?.[part]?.[index] ?? en[key];
}

/** The language that the words in use are in. */
export function language() {
  return /** @type {string} */ (find("lang"));
}

/**
 * A text with its values.
 * @template {Key} K
 * @param {K} key
 * @param {Values<K, string | number>} [values]
 */
export function say(key, values) {
  return sayParts(key, values).join("");
}

/**
 * A text in pieces, so that a value can be a node.
 * @template {Key} K
 * @template {string | number | Node} V
 * @param {K} key
 * @param {Values<K, V>} [values]
 * @returns {(string | Exclude<V, number>)[]}
 */
export function sayParts(key, values) {
  /** @type {Record<string, V>} */
  const given = values ?? {};
  const found = find(key);
  const text = typeof found === "string" ? found : pluralOf(found, Number(given.n));
  return text.split(/\{(\w+)\}/).map((piece, index) => {
    const value = index % 2 ? given[piece] : piece;
    return typeof value === "number" ? sayNumber(value) : /** @type {string | Exclude<V, number>} */ (value);
  });
}

/**
 * @param {Record<string, string>} forms
 * @param {number} number
 */
function pluralOf(forms, number) {
  return forms[new Intl.PluralRules(language()).select(number)] ?? forms.other ?? "";
}

/**
 * Whole sentences as one text.
 * @param {readonly string[]} sentences
 */
export function saySentences(sentences) {
  return sentences.length > 0 ? sentences.reduce((first, second) => say("sentences", { first, second })) : "";
}

/**
 * Several short texts as one enumeration, with commas alone: those between the first two members of a longer list that
 * ends with "and". What Intl calls units has none in many languages.
 * @param {readonly string[]} items
 * @param {Intl.ListFormatOptions} [options] others, such as with "and"
 */
export function sayList(items, options) {
  const format = new Intl.ListFormat(language(), options);
  return options ? format.format(items) : items.join(format.formatToParts("abc")[1]?.value);
}

/** @param {number} number */
export function sayNumber(number) {
  return new Intl.NumberFormat(language()).format(number);
}

/**
 * A day, such as "25 Nov".
 * @param {number} time
 * @param {Intl.DateTimeFormatOptions} [more]
 */
export function sayDay(time, more = {}) {
  return new Intl.DateTimeFormat(language(), { day: "numeric", month: "short", ...more }).format(time);
}
