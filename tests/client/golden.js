// What the tests of stored records share: the hand-written records of tests/spec/golden/, and a browser that is none.

import { readFileSync } from "node:fs";

/** @typedef {import("./fakes.js").FakeStorage} FakeStorage */

/**
 * @typedef {object} Section of a file with records
 * @property {string} title
 * @property {string} key empty where the section has none
 * @property {unknown} record
 * @property {any} readBack undefined where the section has none
 */

const GOLDEN = new URL("../spec/golden/", import.meta.url);
const PIECE = /^## (?<title>.*)$|^`(?<key>recall:[^`]*)`$|^```json\n(?<json>[^]*?)^```$/gm;

/** When the golden reader begins, in milliseconds since 1970. */
export const BEGIN = 1795348800000;
export const MINUTE = 60_000;

/**
 * @param {string} file
 * @returns {Section[]}
 */
export function sectionsOf(file) {
  /** @type {(Section & {blocks: unknown[]})[]} */
  const sections = [];
  for (const { groups = {} } of readFileSync(new URL(file, GOLDEN), "utf8").matchAll(PIECE)) {
    if (groups["title"]) sections.push({ title: groups["title"], key: "", record: null, readBack: null, blocks: [] });
    const section = sections.at(-1);
    if (groups["key"] && section) section.key = groups["key"];
    if (groups["json"]) section?.blocks.push(JSON.parse(groups["json"]));
  }
  return sections.map(({ blocks: [record, readBack], title, key }) => ({ title, key, record, readBack }));
}

/** @param {string} file */
export function textOf(file) {
  return readFileSync(new URL(file, GOLDEN), "utf8");
}

/** A clock that the reader sets, and random names that count up. */
export class Chance {
  time = BEGIN;
  #names = 0;

  /** @param {number} minute since the reader began */
  at(minute) {
    this.time = BEGIN + minute * MINUTE;
  }

  /** Ten digits of a number, one by one, as they come from `crypto`. @param {Uint32Array} numbers */
  getRandomValues = (numbers) => {
    const digits = `${(this.#names += 1)}`.padStart(10, "0");
    for (const [index, digit] of [...digits].entries()) numbers[index] = Number(digit);
    return numbers;
  };
}

/**
 * Put in place what the script expects of a browser, before any of it is loaded.
 * @param {FakeStorage} storage
 * @param {object} more properties of `window`
 * @param {string} [protocol] of the page
 */
export function pretendBrowser(storage, more = {}, protocol = "https:") {
  const chance = new Chance();
  const window = { localStorage: storage, addEventListener: () => {}, isSecureContext: false, ...more };
  const script = { src: "", getAttribute: () => "golden", hasAttribute: () => false };
  const document = { querySelector: () => script, querySelectorAll: () => [] };
  const globals = { window, document, HTMLElement: EventTarget, location: { protocol }, crypto: chance };
  for (const [name, value] of Object.entries(globals))
    Object.defineProperty(globalThis, name, { value, configurable: true });
  Date.now = () => chance.time;
  return chance;
}

/**
 * What stands in a storage, read as JSON.
 * @param {FakeStorage} storage
 * @returns {Record<string, unknown>}
 */
export function heldBy(storage) {
  return Object.fromEntries(Object.keys(storage).map((key) => [key, JSON.parse(storage.getItem(key) ?? "null")]));
}
