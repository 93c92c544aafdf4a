// The record of a test: the form in progress, or the last one finished. Each field that is read is checked. Pure.

import { fields, readGiven, text, texts } from "../core/log.js";
import { readFinished, timeOf } from "../core/test-history.js";
import { isSeed } from "./forms/seed.js";

/**
 * @typedef {import("./forms/draw-form.js").BankItem} BankItem
 *
 * @typedef {object} TestRecord
 * @property {string} seed
 * @property {string} session of the attempts it ends with
 * @property {string[]} items ids of the form, in order
 * @property {Record<string, string[]>} orders option ids by item
 * @property {Record<string, string[]>} responses by item: chosen option ids, or what was given, which is stored apart
 * @property {string[]} flags ids of items
 * @property {Record<string, boolean>} [sure] of which responses the reader was sure, by item, where they said so
 * @property {string} at id of the item in view
 * @property {boolean} retry whether its form is of missed items, which gives no verdict
 * @property {number} finished time of its end, 0 while it is in progress
 * @property {import("../core/test-history.js").Finished | null} last the last finished form that gave a verdict
 */

/**
 * @param {unknown} value
 * @param {readonly BankItem[]} bank
 * @returns {TestRecord | null} null where nothing of it can be used
 */
export function readTest(value, bank) {
  const stored = fields(value);
  const known = new Map(bank.map((item) => [item.id, item]));
  const drawn = texts(stored.items).flatMap((id) => known.get(id) ?? []);
  const [first] = drawn;
  const [seed, session] = [text(stored.seed), text(stored.session)];
  if (!first || !isSeed(seed) || session === "") return null;
  const items = drawn.map(({ id }) => id);
  return {
    seed,
    session,
    items,
    orders: byItem(drawn, stored.orders, orderOf),
    responses: readResponses(drawn, stored),
    flags: texts(stored.flags).filter((id) => items.includes(id)),
    ...readSaid(stored.sure, items),
    at: items.find((id) => id === stored.at) ?? first.id,
    retry: stored.retry === true,
    finished: timeOf(stored.finished),
    last: readFinished(stored.last),
  };
}

/**
 * @param {readonly BankItem[]} items
 * @param {unknown} stored option ids by item
 * @param {(item: BankItem, ids: string[]) => string[]} read
 * @returns {Record<string, string[]>}
 */
function byItem(items, stored, read) {
  const ids = fields(stored);
  return Object.fromEntries(items.map((item) => [item.id, read(item, texts(ids[item.id]))]));
}

/**
 * @param {readonly BankItem[]} items
 * @param {Record<string, unknown>} stored
 */
function readResponses(items, stored) {
  const given = fields(stored.given);
  return byItem(items, stored.responses, ({ id, options, typed }, ids) => {
    return typed ? (readGiven(given[id]).given ?? []) : ids.filter((each) => options.includes(each));
  });
}

/**
 * A record as it is stored: what was given apart from chosen options.
 * @param {TestRecord} record
 * @param {readonly BankItem[]} bank
 */
export function writeTest({ responses, ...record }, bank) {
  const isGiven = new Set(bank.filter(({ typed }) => typed).map(({ id }) => id));
  const all = Object.entries(responses);
  const given = all.filter(([id, response]) => isGiven.has(id) && response.length > 0);
  const options = Object.fromEntries(all.filter(([id]) => !isGiven.has(id)));
  return { ...record, responses: options, ...(given.length > 0 ? { given: Object.fromEntries(given) } : {}) };
}

/**
 * @param {unknown} stored what the reader said by item
 * @param {readonly string[]} items
 * @returns {Pick<TestRecord, "sure">}
 */
function readSaid(stored, items) {
  const known = fields(stored);
  const said = items.flatMap((id) => (typeof known[id] === "boolean" ? [[id, known[id]]] : []));
  return said.length > 0 ? { sure: Object.fromEntries(said) } : {};
}

/**
 * Every option once: an author may have added or removed some since.
 * @param {BankItem} item
 * @param {string[]} ids
 */
function orderOf({ options, fixed }, ids) {
  return fixed ? [...options] : texts([...ids.filter((id) => options.includes(id)), ...options]);
}

/**
 * The items of a form that have no response.
 * @param {TestRecord} record
 */
export function findUnanswered({ items, responses }) {
  return items.filter((id) => (responses[id] ?? []).length === 0);
}

/** @param {TestRecord} record */
export function countAnswered(record) {
  return record.items.length - findUnanswered(record).length;
}
