// Progress as a file: out and in. Pure. A file comes from anywhere, so one that is not wholly what an export writes is
// refused as a whole, with the reason.

import { DAY, fields, isTime, listOf, readEntries, settleTimes, text } from "../core/log.js";
import { VERSION, canonical, isNewer, isObject, mergeLogs } from "../core/merge.js";
import { inOrder } from "../core/records.js";
import { KINDS } from "./slots.js";

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

/**
 * Of a file: its characters, and how deep its values lie in each other. Browsers store 5 million characters. Each takes
 * up to 3 bytes in a file, and earlier exports were indented. An export goes 6 deep.
 */
export const LIMITS = Object.freeze({ size: 64 * 1024 * 1024, depth: 12 });

/** Of any length: what was stored before ids had a limit is exported and imported as well. */
const ID = /^[a-z0-9][a-z0-9._-]*$/;
/** Ids, sessions, seeds, names of fields: whatever the script writes by itself. */
const SAFE_NAME = /^[^\s<>&"'`\\]*$/;
const PATH = /^[^\s<>"`\\]*$/;
/** Names that mean something to an object, and nothing to us. */
const ABUSED = ["__proto__", "constructor", "prototype"];

/** The kinds of entries that this version writes. */
const KNOWN = ["attempt", "rating", "reset", "undo"];

/** What fields of drafts and tests hold, where they are there. */
const TYPES = Object.freeze({
  ...{ time: "number", since: "number", finished: "number", hints: "number", steps: "number" },
  ...{ answer: "boolean", retry: "boolean" },
  ...{ text: "string", page: "string", at: "string", seed: "string", session: "string" },
  ...{ options: "list", concepts: "list", items: "list", flags: "list" },
  ...{ orders: "byItem", responses: "byItem" },
  given: "given",
});
/** What a reader wrote, which may be anything. */
const FREE_TEXTS = ["text", "given"];

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
    const whole = readRecord(kind, name, record, true);
    if (whole) byKind[kind][name] = whole;
  }
  return { format: FORMAT, v: VERSION, site, exported: now, records: byKind };
}

/**
 * @param {string} text of a file
 * @param {string} site
 * @param {number} [now] times beyond tomorrow become now: a clock was wrong
 * @returns {{records: Kept[]} | Refusal}
 */
export function readImport(text, site, now = Infinity) {
  if (text.length > LIMITS.size) return { error: "size" };
  if (depthOf(text) > LIMITS.depth) return { error: "depth" };
  const file = parseFile(text);
  if (file?.format !== FORMAT) return { error: "format" };
  if (isNewer(file)) return { error: "newer" };
  if (file.v !== VERSION || typeof file.site !== "string") return { error: "format" };
  if (file.site !== site) return { error: "site", name: file.site };
  const read = readRecords(file.records);
  if ("error" in read) return read;
  return { records: read.records.map((kept) => ({ ...kept, record: inTime(kept, now) })) };
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
      if (!record) return { error: "record", name };
      records.push({ kind: known, name, record });
    }
  }
  return { records: records.sort(inOrder) };
}

/**
 * A record without times beyond tomorrow. What follows an entry stays later than that.
 * @param {Kept} kept
 * @param {number} now
 */
function inTime({ kind, record }, now) {
  if (isNewer(record)) return record;
  const late = now + DAY;
  if (kind !== "i") return Number(record.time) > late ? { ...record, time: now } : record;
  const entries = /** @type {Entry[]} */ (mergeLogs([listOf(record.log)]));
  if (!entries.some(({ time }) => time > late)) return record;
  const said = entries.map((entry) => (entry.time > late ? { clock: now, ...entry } : entry));
  const log = settleTimes(said, late).map((entry, index) => (said[index] === entry ? entry : withoutClock(entry)));
  return { ...record, log };
}

/** @param {Entry} entry */
function withoutClock({ clock: _, ...entry }) {
  return entry;
}

/**
 * @param {Kind} kind
 * @param {string} name
 * @param {unknown} value
 * @param {boolean} [lenient] leave out what cannot be read of a log, as of a reader's own
 * @returns {Kept["record"] | null} the record as it is, null where it is not what the script writes
 */
function readRecord(kind, name, value, lenient = false) {
  if (!ID.test(name) || !isObject(value)) return null;
  if (isNewer(value)) return isPlain(value) ? { ...value } : null;
  if (value.v !== VERSION) return null;
  if (kind === "i") return readLog(value, lenient);
  return hasPlainFields(value) ? { ...value } : null;
}

/**
 * @param {Record<string, unknown>} record
 * @param {boolean} lenient
 */
function readLog({ log, ...others }, lenient) {
  if (!Array.isArray(log) || !hasPlainFields(others)) return null;
  const entries = log.filter(isEntry);
  return lenient || entries.length === log.length ? { ...others, log: entries } : null;
}

/**
 * Whether a value is an entry: of a known kind wholly as the script writes it, or of one that only a later version
 * knows.
 * @param {unknown} raw
 */
function isEntry(raw) {
  const { id, time, kind } = fields(raw);
  if (!isObject(raw) || !isPlain(raw) || text(id) === "" || !isTime(time) || text(kind) === "") return false;
  if (!KNOWN.includes(text(kind))) return true;
  const [entry] = readEntries([raw]);
  const same = ([field, held] = ["", /** @type {unknown} */ (null)]) =>
    !(field in raw) || canonical(held) === canonical(raw[field]);
  return entry !== undefined && Object.entries(entry).every(same);
}

/** @param {Record<string, unknown>} record */
function hasPlainFields(record) {
  return Object.entries(record).every(([field, held]) => isFieldName(field) && hasType(field, held));
}

/**
 * Whether a value is made of moments and counts, names, lists and objects. Text that a reader wrote may be anything.
 * @param {unknown} value
 * @param {string} [field] it stands in
 * @returns {boolean}
 */
function isPlain(value, field = "") {
  if (value === null || typeof value === "boolean") return true;
  if (typeof value === "number") return isTime(value);
  if (typeof value === "string") return FREE_TEXTS.includes(field) || (field === "page" ? PATH : SAFE_NAME).test(value);
  if (Array.isArray(value)) return value.every((each) => isPlain(each, field));
  return isObject(value) && Object.entries(value).every(([name, held]) => isFieldName(name) && isPlain(held, name));
}

/** @param {string} name */
function isFieldName(name) {
  return name !== "" && SAFE_NAME.test(name) && !ABUSED.includes(name);
}

/**
 * @param {string} field of a draft or a test
 * @param {unknown} value
 */
function hasType(field, value) {
  const type = Object.hasOwn(TYPES, field) ? TYPES[/** @type {keyof typeof TYPES} */ (field)] : null;
  if (type === "byItem") return isByItem(value, isNames);
  if (type === "given") return isGiven(value) || isByItem(value, isGiven);
  if (!isPlain(value, field)) return false;
  if (type === "list") return isNames(value);
  return type === null || typeof value === type;
}

/**
 * @param {unknown} value
 * @param {(held: unknown) => boolean} isHeld
 */
function isByItem(value, isHeld) {
  return isObject(value) && Object.entries(value).every(([id, held]) => ID.test(id) && isHeld(held));
}

/** What was typed may be anything. @param {unknown} value */
function isGiven(value) {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

/** @param {unknown} value */
function isNames(value) {
  return Array.isArray(value) && value.every((each) => typeof each === "string" && SAFE_NAME.test(each));
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
