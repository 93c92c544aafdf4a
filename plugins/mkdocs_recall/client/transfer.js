// Progress as a file: out, in, and two of them made one. Pure. A file comes from anywhere, so one that is not wholly what
// an export writes is refused as a whole, with the reason.

import { fields, readEntries } from "./log.js";
import { IMPORT_ERRORS } from "./progresswords.js";

/**
 * @typedef {import("./log.js").Entry} Entry
 * @typedef {"i" | "d" | "t"} Kind logs, drafts, tests; see store.js
 *
 * @typedef {object} Kept
 * @property {Kind} kind
 * @property {string} name of the item or test
 * @property {Record<string, unknown>} record
 *
 * @typedef {object} Exported
 * @property {typeof FORMAT} format
 * @property {number} v
 * @property {string} site
 * @property {number} exported when, in milliseconds since 1970
 * @property {Record<Kind, Record<string, Record<string, unknown>>>} records by kind and name
 */

export const FORMAT = "recall-progress";
const VERSION = 1;
/** @type {readonly Kind[]} */
const KINDS = ["i", "d", "t"];

/** Of a file: its characters, and how deep its values lie in each other. An export goes 6 deep. */
export const LIMITS = Object.freeze({ size: 5 * 1024 * 1024, depth: 12 });
/** The last moment a Date can hold. */
const LAST_TIME = 8.64e15;

const ID = /^[a-z0-9][a-z0-9._-]*$/;
/** Ids, sessions, seeds, names of fields: whatever the script writes by itself. */
const NAME = /^[^\s<>&"'`\\]{0,200}$/;
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
 * @returns {{records: Kept[]} | {error: string}}
 */
export function readImport(text, site) {
  if (text.length > LIMITS.size) return { error: IMPORT_ERRORS.size };
  if (depthOf(text) > LIMITS.depth) return { error: IMPORT_ERRORS.depth };
  const file = parse(text);
  if (file?.format !== FORMAT) return { error: IMPORT_ERRORS.format };
  if (isNewer(file)) return { error: IMPORT_ERRORS.newer };
  if (file.v !== VERSION || typeof file.site !== "string") return { error: IMPORT_ERRORS.format };
  if (file.site !== site) return { error: IMPORT_ERRORS.site(file.site) };
  return readRecords(file.records);
}

/**
 * @param {unknown} value
 * @returns {{records: Kept[]} | {error: string}}
 */
function readRecords(value) {
  if (!isObject(value)) return { error: IMPORT_ERRORS.format };
  /** @type {Kept[]} */
  const records = [];
  for (const [kind, byName] of Object.entries(value)) {
    const known = KINDS.find((each) => each === kind);
    if (!known || !isObject(byName)) return { error: IMPORT_ERRORS.format };
    for (const [name, raw] of Object.entries(byName)) {
      const record = readRecord(known, name, raw);
      if (!record) return { error: isObject(raw) && isNewer(raw) ? IMPORT_ERRORS.newer : IMPORT_ERRORS.record(name) };
      records.push({ kind: known, name, record });
    }
  }
  return { records: records.sort(inOrder) };
}

/**
 * One record of the two: in logs every entry once, of drafts and tests the later one. The order of the two does not
 * matter, nor does doing it twice.
 * @param {readonly Kept[]} first
 * @param {readonly Kept[]} second
 * @returns {Kept[]}
 */
export function mergeRecords(first, second) {
  /** @type {Map<string, Kept>} */
  const byKey = new Map();
  for (const kept of [...first, ...second]) {
    const key = keyOf(kept);
    const other = byKey.get(key);
    byKey.set(key, { ...kept, record: mergeTwo(kept.kind, other?.record ?? kept.record, kept.record) });
  }
  return [...byKey.values()].sort(inOrder);
}

/**
 * How much the records after a merge say that those before it did not.
 * @param {readonly Kept[]} before
 * @param {readonly Kept[]} after
 */
export function newIn(before, after) {
  const known = new Map(before.map((kept) => [keyOf(kept), kept.record]));
  let [entries, others] = [0, 0];
  for (const kept of after) {
    const old = known.get(keyOf(kept));
    if (kept.kind === "i") entries += entriesIn(kept.record).length - (old ? entriesIn(old).length : 0);
    else if (!old || canonical(old) !== canonical(kept.record)) others += 1;
  }
  return { entries, others };
}

/** @param {Kept["record"]} record of a log */
function entriesIn({ log }) {
  return mergeLogs(readEntries(log), []);
}

/** @param {Kept} kept */
function keyOf({ kind, name }) {
  return `${kind}:${name}`;
}

/**
 * @param {Kind} kind
 * @param {Kept["record"]} one
 * @param {Kept["record"]} other
 * @returns {Kept["record"]}
 */
function mergeTwo(kind, one, other) {
  if (isNewer(one) || isNewer(other) || kind !== "i") return later(one, other);
  return { v: VERSION, log: mergeLogs(readEntries(one.log), readEntries(other.log)) };
}

/**
 * The union of two logs in order of time. Should one id stand for two entries, one of them is kept, whichever log it is in.
 * @param {readonly Entry[]} one
 * @param {readonly Entry[]} other
 */
export function mergeLogs(one, other) {
  /** @type {Map<string, Entry>} */
  const byId = new Map();
  for (const entry of [...one, ...other]) byId.set(entry.id, later(byId.get(entry.id) ?? entry, entry));
  return [...byId.values()].sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1));
}

/**
 * Of a newer version before the rest, then by time; of one time, by what they say.
 * @template {object} Timed
 * @param {Timed} one
 * @param {Timed} other
 * @returns {Timed}
 */
function later(one, other) {
  const [a, b] = [fields(one), fields(other)];
  const difference = numberOf(a.v) - numberOf(b.v) || numberOf(a.time) - numberOf(b.time);
  if (difference !== 0) return difference > 0 ? one : other;
  return canonical(one) >= canonical(other) ? one : other;
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
  const same = Object.entries(entry).every(([field, held]) => !(field in stored) || canonical(held) === canonical(stored[field]));
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
  if (typeof value === "string") return field === "text" || (field === "page" ? PATH : NAME).test(value);
  if (Array.isArray(value)) return value.every((each) => isPlain(each));
  return isObject(value) && Object.entries(value).every(([name, held]) => isFieldName(name) && isPlain(held, name));
}

/** @param {string} name */
function isFieldName(name) {
  return name !== "" && NAME.test(name) && !ABUSED.includes(name);
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
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {Record<string, unknown>} record */
function isNewer({ v }) {
  return typeof v === "number" && Number.isInteger(v) && v > VERSION;
}

/** @param {unknown} value */
function numberOf(value) {
  return typeof value === "number" ? value : 0;
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
function parse(text) {
  try {
    const value = JSON.parse(text);
    return isObject(value) ? fields(value) : null;
  } catch {
    return null;
  }
}

/**
 * JSON with the fields of each object in order of their names.
 * @param {unknown} value
 * @returns {string}
 */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? "null";
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join()}}`;
}

/**
 * @param {Kept} a
 * @param {Kept} b
 */
function inOrder(a, b) {
  const [first, second] = [keyOf(a), keyOf(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}
