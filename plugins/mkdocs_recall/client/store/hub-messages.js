// What a page and the hub say to each other. Pure. No message is trusted: anybody may send one, so each is read field
// by field, and what does not read is no message.

import { fields, text } from "../core/log.js";
import { isNewer, isReadable, parse } from "../core/merge.js";
import { KINDS } from "./slots.js";

/**
 * @typedef {import("../core/merge.js").Kind} Kind
 * @typedef {import("./slots.js").Trouble} Trouble
 *
 * @typedef {{do: "open", site: string}} Open
 * @typedef {{do: "proved", proof: string}} Proved the page has looked for the proof in its own storage
 * @typedef {{do: "merge", number: number, kind: Kind, name: string, raw: string}} Merge
 * @typedef {{do: "refuse", number: number, trouble: Trouble}} Refuse a record that the hub does not take, and why
 * @typedef {Open | Proved | Merge | Refuse} Asked
 *
 * @typedef {object} All everything that the hub has of a site
 * @property {"all"} do
 * @property {[key: string, raw: string][]} stored
 * @property {string} proof key that the hub has set in its storage, empty where it could not
 * @typedef {{do: "done", number: number, trouble: Trouble | null}} Done
 * @typedef {{do: "changed", key: string, raw: string | null}} Changed
 * @typedef {All | Done | Changed} Told
 */

/** Keys by which a page sees whether its storage is the hub's begin so. */
export const PROOF = "recall:hub:";
/** As the ids of items, tests and sites are. */
const NAME = /^[a-z0-9][a-z0-9._-]*$/;
/** The most characters of an id, as in model/identity.py, which refuses longer ones. */
export const LONGEST_ID = 200;
/** In characters: more than a browser stores. */
const LONGEST = 6_000_000;
/** @type {readonly Trouble[]} */
const TROUBLES = ["memory", "full", "newer", "refused"];

/**
 * @param {unknown} data of a message to the hub
 * @returns {Asked | null}
 */
export function readAsked(data) {
  const { recall, do: does, site, proof, number, kind, name, raw } = fields(data);
  if (recall !== "hub") return null;
  if (does === "open" && isName(site)) return { do: "open", site };
  if (does === "proved") return { do: "proved", proof: proofIn(proof) };
  if (does !== "merge" || typeof number !== "number") return null;
  const known = KINDS.find((each) => each === kind);
  if (!known || !isName(name) || typeof raw !== "string") return { do: "refuse", number, trouble: "refused" };
  if (raw.length > LONGEST) return { do: "refuse", number, trouble: "full" };
  const record = parse(raw);
  if (isNewer(record)) return { do: "refuse", number, trouble: "newer" };
  if (!isReadable(known, record)) return { do: "refuse", number, trouble: "refused" };
  return { do: "merge", number, kind: known, name, raw };
}

/**
 * @param {unknown} data of a message from the hub
 * @returns {Told | null}
 */
export function readTold(data) {
  const { recall, do: does, stored, proof, number, trouble, key, raw } = fields(data);
  if (recall !== "page") return null;
  if (does === "all" && Array.isArray(stored))
    return { do: "all", stored: stored.flatMap(readPair), proof: proofIn(proof) };
  if (does === "done" && typeof number === "number") {
    return { do: "done", number, trouble: troubleIn(trouble) };
  }
  if (does !== "changed" || typeof key !== "string") return null;
  return { do: "changed", key, raw: typeof raw === "string" ? raw : null };
}

/**
 * @param {unknown} value
 * @returns {Trouble | null} also where the hub is of a later release and has a word for it that is not known here
 */
function troubleIn(value) {
  if (value === null || value === undefined) return null;
  return TROUBLES.find((known) => known === value) ?? "refused";
}

/** @param {unknown} value */
function proofIn(value) {
  return text(value).startsWith(PROOF) ? text(value) : "";
}

/**
 * @param {unknown} pair
 * @returns {[string, string][]}
 */
function readPair(pair) {
  const [key, raw] = Array.isArray(pair) ? pair : [];
  return typeof key === "string" && typeof raw === "string" ? [[key, raw]] : [];
}

/**
 * @param {unknown} value
 * @returns {value is string}
 */
function isName(value) {
  return typeof value === "string" && value.length <= LONGEST_ID && NAME.test(value);
}
