// The finished tests of a topic, or of a test that draws from several pages, as the logs say. Pure.

import { strongForms, testOf } from "../core/test-forms.js";
import { findForms, judgeForm } from "../sets/past-forms.js";

/**
 * @typedef {import("../core/log.js").Entry} Entry
 * @typedef {import("../core/manifest.js").ManifestItem} ManifestItem
 * @typedef {import("../sets/past-forms.js").PastTest} PastTest
 * @typedef {{item: ManifestItem, entries: readonly Entry[]}} KnownLog
 */

/**
 * @param {object} from
 * @param {readonly KnownLog[]} from.bank of the test
 * @param {readonly {id: string, entries: readonly Entry[]}[]} from.gone logs of items that the site no longer has
 * @param {readonly string[] | null} from.tests ids of a test over several pages, null for one with a bank of its own
 * @returns {PastTest[]} the earliest first
 */
export function findPastTests({ bank, gone, tests }) {
  const own = new Set(bank.map(({ item }) => item.id));
  /** A form may hold questions that have left the bank. @param {string} session @param {readonly string[]} items */
  const isOurs = (session, items) =>
    tests
      ? tests.includes(testOf(session))
      : testOf(session) === "" && 2 * items.filter((id) => own.has(id)).length >= items.length;
  const logs = bank.map(({ item, entries }) => ({ id: item.id, entries }));
  const strong = strongForms(
    bank.map(({ item: { rank, rev }, entries }) => ({ rank, rev, entries })),
    tests ?? [""],
  );
  const known = new Map(bank.map(({ item }) => [item.id, item]));
  return findForms([...logs, ...gone], isOurs).map((form) => judgeForm(form, known, strong));
}
