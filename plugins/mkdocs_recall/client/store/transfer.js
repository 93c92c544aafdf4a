// Progress as a file: out and in. Pure. A file comes from anywhere, so one that is not wholly what an export writes is
// refused as a whole, with the reason.

import { LAST_TIME, fields, readEntries } from "../core/log.js";
import { VERSION, canonical, inOrder, isNewer, isObject } from "../core/merge.js";
import { KINDS } from "./records.js";

/**
 * @typedef {import("../core/log.js").Entry} Entry
 * @typedef {import("../core/merge.js").Kept} Kept
 * @typedef {import("../core/merge.js").Kind} Kind
 *
 * @typedef {object} Exported
 * @property {typeof FORMAT} format
 * @property {number} v
 * @property {string} site
 * @property {number} exported when, in milliseconds since 1970
 * @property {Record<Kind, Record<string, Record<string, unknown>>>} records by kind and name
 *
 * @typedef {object} Refusal
 * @property {"size" | "depth" | "format" | "newer" | "site" | "record"} error why a file was refused
 * @property {string} [name] of the other site, or of the record that cannot be right
 */

export const FORMAT = "recall-progress";

/** Of a file: its characters, and how deep its values lie in each other. An export goes 6 deep. */
export const LIMITS = Object.freeze({ size: 5 * 1024 * 1024, depth: 12 });

const ID = /^[a-z0-9][a-z0-9._-]*$/;
/** Ids, sessions, seeds, names of fields: whatever the script writes by itself. */
const SAFE_NAME = /^[^\s<>&"'`\\]{0,200}$/;
const PATH = /^[^\s<>"`\\]{0,2000}$/;
/** Names that mean something to an object, and nothing to us. */
const ABUSED = ["__proto__", "constructor", "prototype"];

/** What fields of drafts and tests hold, where they are there. */
const TYPES = Object.freeze({
  ...{ time: "number", since: "number", finished: "number", hints: "number", steps: "number" },
  ...{ answer: "boolean", retry: "boolean" },
  ...{ text: "string", page: "string", at: "string", seed: "string", session: "string" },
  ...{ options: "list", concepts: "list", items: "list", flags: "list" },
  ...{ orders: "object", responses: "object" },
});

/**
 * @param {readonly Kept[]} records
 * @param {string} site
 * @param {number} now
 * @returns {Exported}
 */
export function exportOf(records, site, now) {
  /** @type {Exported["records"]} */
  const byKind = { i: Object.create(null), d: Object.create(null), t: Object.create(null) };
  for (const { kind, name, record } of [...records].sort(inOrder)) {
    const whole = isNewer(record) ? { ...record } : readRecord(kind, name, record, true);
    if (whole) byKind[kind][name] = whole;
  }
  return { format: FORMAT, v: VERSION, site, exported: now, records: byKind };
}

/**
 * @param {string} text of a file
 * @param {string} site
 * @returns {{records: Kept[]} | Refusal}
 */
export function readImport(text, site) {
  if (text.length > LIMITS.size) return { error: "size" };
  if (depthOf(text) > LIMITS.depth) return { error: "depth" };
  const file = parseFile(text);
  if (file?.format !== FORMAT) return { error: "format" };
  if (isNewer(file)) return { error: "newer" };
  if (file.v !== VERSION || typeof file.site !== "string") return { error: "format" };
  if (file.site !== site) return { error: "site", name: file.site };
  return readRecords(file.records);
}

/**
 * @param {unknown} value
 * @returns {{records: Kept[]} | Refusal}
 */
function readRecords(value) {
  if (!isObject(value)) return { error: "format" };
  /** @type {Kept[]} */
  const records = [];
  for (const [kind, byName] of Object.entries(value)) {
    const known = KINDS.find((each) => each === kind);
    if (!known || !isObject(byName)) return { error: "format" };
    for (const [name, raw] of Object.entries(byName)) {
      const record = readRecord(known, name, raw);
      if (!record) return isObject(raw) && isNewer(raw) ? { error: "newer" } : { error: "record", name };
      records.push({ kind: known, name, record });
    }
  }
  return { records: records.sort(inOrder) };
}

/**
 * @param {Kind} kind
 * @param {string} name
 * @param {unknown} value
 * @param {boolean} [lenient] leave out what cannot be read of a log, as of a reader's own
 * @returns {Kept["record"] | null} the record in a form of its own, null where it is not what the script writes
 */
function readRecord(kind, name, value, lenient = false) {
  if (!ID.test(name) || !isObject(value)) return null;
  const stored = fields(value);
  if (stored.v !== VERSION) return null;
  if (kind === "i") return readLog(stored.log, lenient);
  return isPlain(value) && Object.entries(value).every(([field, held]) => hasType(field, held)) ? { ...value } : null;
}

/**
 * @param {unknown} log
 * @param {boolean} lenient
 */
function readLog(log, lenient) {
  if (!Array.isArray(log)) return null;
  const entries = log.flatMap((raw) => readEntries([raw]).filter((entry) => isWhole(entry, raw)));
  return lenient || entries.length === log.length ? { v: VERSION, log: entries } : null;
}

/**
 * Whether an entry says what was stored, and holds nothing but names.
 * @param {Entry} entry
 * @param {unknown} raw
 */
function isWhole(entry, raw) {
  const stored = fields(raw);
  const same = Object.entries(entry).every(
    ([field, held]) => !(field in stored) || canonical(held) === canonical(stored[field]),
  );
  return same && isPlain(entry);
}

/**
 * Whether a value is made of moments and counts, names, lists and objects. Text that a reader wrote may be anything.
 * @param {unknown} value
 * @param {string} [field] it stands in
 * @returns {boolean}
 */
function isPlain(value, field = "") {
  if (value === null || typeof value === "boolean") return true;
  if (typeof value === "number") return value >= 0 && value <= LAST_TIME;
  if (typeof value === "string") return field === "text" || (field === "page" ? PATH : SAFE_NAME).test(value);
  if (Array.isArray(value)) return value.every((each) => isPlain(each));
  return isObject(value) && Object.entries(value).every(([name, held]) => isFieldName(name) && isPlain(held, name));
}

/** @param {string} name */
function isFieldName(name) {
  return name !== "" && SAFE_NAME.test(name) && !ABUSED.includes(name);
}

/**
 * @param {string} field
 * @param {unknown} value
 */
function hasType(field, value) {
  const type = Object.hasOwn(TYPES, field) ? TYPES[/** @type {keyof typeof TYPES} */ (field)] : null;
  if (type === "list") return Array.isArray(value) && value.every((each) => typeof each === "string");
  if (type === "object") return isObject(value);
  return type === null || typeof value === type;
}

/**
 * How deep brackets lie in each other, counted before anything is built of them. One look at each character.
 * @param {string} text
 */
function depthOf(text) {
  let [depth, deepest, quoted] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (quoted && character === "\\") at += 1;
    else if (!quoted && (character === "[" || character === "{")) deepest = Math.max(deepest, (depth += 1));
    else if (!quoted && (character === "]" || character === "}")) depth -= 1;
  }
  return deepest;
}

/**
 * @param {string} text
 * @returns {Record<string, unknown> | null}
 */
function parseFile(text) {
  try {
    const value = JSON.parse(text);
    return isObject(value) ? fields(value) : null;
  } catch {
    return null;
  }
}
