// The finished forms of a test, as the logs of its questions say, and how each came out. Pure.

import { standing, texts } from "../core/log.js";
import { findRange, judgeTally } from "../core/mastery.js";
import { formOfSession } from "../core/test-forms.js";
import { outcomeOf, rightOf, seenLately } from "../core/test-history.js";

/**
 * @typedef {import("../core/log.js").Entry} Entry
 * @typedef {import("../core/round.js").AttemptEntry} AttemptEntry
 *
 * @typedef {object} FormQuestion
 * @property {string} id
 * @property {AttemptEntry} entry how it was answered, or that it was not
 * @property {boolean} seen lately, so that it does not count for the verdict
 *
 * @typedef {object} PastForm a finished form of a test, as the logs of its questions say
 * @property {string} session
 * @property {number} finished
 * @property {FormQuestion[]} questions in the order of the form, also those that left the bank
 *
 * @typedef {object} PastTest how a past form came out
 * @property {string} session
 * @property {number} time
 * @property {import("../core/mastery.js").Verdict | "secure"} verdict
 * @property {number} right of all questions
 * @property {number} all
 * @property {import("../core/mastery.js").Tally} counted what counts for the verdict
 * @property {{low: number, high: number} | null} range null where nothing counts
 */

/**
 * The finished forms of a test, without retries. One of which nothing counts any more, since all of it was reset, is
 * none.
 * @param {readonly {id: string, entries: readonly Entry[]}[]} logs of items, also of those that left the bank
 * @param {(session: string, items: readonly string[]) => boolean} isOurs whether a form is one of the test's
 * @returns {PastForm[]} the earliest first
 */
export function findForms(logs, isOurs) {
  /** @type {Map<string, {id: string, entry: AttemptEntry, entries: readonly Entry[], stands: boolean}[]>} */
  const forms = new Map();
  for (const { id, entries } of logs) {
    const undone = new Set(entries.map((entry) => (entry.kind === "undo" ? entry.of : null)));
    const stand = new Set(standing(entries).map((entry) => entry.id));
    /** @type {Set<string>} */
    const known = new Set();
    for (const entry of entries) {
      if (entry.kind !== "attempt" || entry.context !== "test" || undone.has(entry.id)) continue;
      if (!entry.session.includes(".") || known.has(entry.session)) continue;
      known.add(entry.session);
      const answer = { id, entry, entries, stands: stand.has(entry.id) };
      forms.set(entry.session, [...(forms.get(entry.session) ?? []), answer]);
    }
  }
  const ours = [...forms].filter(([session, answers]) => {
    return answers.some(({ stands }) => stands) && isOurs(session, texts(answers.map(({ id }) => id)));
  });
  return ours
    .map(([session, answers]) => {
      answers.sort((a, b) => a.entry.time - b.entry.time || (a.id < b.id ? -1 : 1));
      const finished = answers[0]?.entry.time ?? 0;
      const questions = answers.map(({ id, entry, entries }) => {
        return { id, entry, seen: seenLately(entries, finished, session) };
      });
      return { session, finished, questions };
    })
    .sort((a, b) => a.finished - b.finished || (a.session < b.session ? -1 : 1));
}

/**
 * How a past form came out. What has changed or left the bank since it was answered does not count for the verdict.
 * @param {PastForm} form
 * @param {ReadonlyMap<string, {rank: number, rev: string}> | null} bank by the ids of its items; null where unknown
 * @param {readonly import("../core/mastery.js").Strong[]} strong forms of the same test
 * @returns {PastTest}
 */
export function judgeForm({ session, finished, questions }, bank, strong) {
  const answers = questions.map(({ id, entry, seen }) => {
    const item = bank?.get(id);
    const changed = bank !== null && entry.rev !== item?.rev;
    return { rank: item?.rank ?? 0, right: entry.outcome === "right", seen, changed };
  });
  const counted = outcomeOf(answers);
  return {
    session,
    time: finished,
    verdict: judgeTally(counted, { seed: formOfSession(session), time: finished }, () => strong),
    right: rightOf(answers),
    all: answers.length,
    counted,
    range: counted.all > 0 ? findRange(counted.right, counted.all) : null,
  };
}
