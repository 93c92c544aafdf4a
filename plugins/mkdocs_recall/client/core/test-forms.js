// Forms of tests: how soon each is to hold an item, their names in the log, and which were strong. Pure.

import { standing, stateOf } from "./log.js";
import { judgeTally, verdictOf } from "./mastery.js";
import { makeGenerator } from "./random.js";
import { answersOf, outcomeOf, readFinished, rightOf, seenLately } from "./test-history.js";

/**
 * @typedef {import("./log.js").Entry} Entry
 * @typedef {import("./test-history.js").Answer} Answer
 *
 * @typedef {object} LastForm the last finished form
 * @property {import("./mastery.js").Verdict | "secure"} verdict
 * @property {number} right
 * @property {number} all
 * @property {number} time
 * @property {readonly string[]} items ids of its questions
 * @property {readonly string[]} missed ids of those that were missed
 *
 * @typedef {0 | 1 | 2} Tier 0 is drawn first: unseen or missed; then 1: right; 2 last: seen in the last 24 hours
 */

/** Digits of the tiers of a seed that its session repeats; of more, a hash of as many. */
const LONGEST_TIERS = 16;

/**
 * How soon a new form is to hold an item.
 * @param {readonly Entry[]} entries of the item
 * @param {string} rev the item's revision
 * @param {number} now
 * @returns {Tier}
 */
export function tierAt(entries, rev, now) {
  if (seenLately(entries, now)) return 2;
  return stateOf(entries, rev).outcome === "right" ? 1 : 0;
}

/**
 * The session of a test; which form it was can be told from it.
 * @param {string} seed
 * @param {number} time of its beginning
 * @param {string} [test] id of one that draws from several pages: its questions are those of other tests as well
 */
export function sessionOf(seed, time, test = "") {
  return [formOfSeed(seed), time.toString(36), ...(test ? [test] : [])].join(".");
}

/** @param {string} session */
export function formOfSession(session) {
  return formOfSeed(session.split(".")[0] ?? "");
}

/**
 * A short name of the form that a seed draws. The seed of a large bank has a digit for two questions, and each of their
 * entries would repeat it.
 * @param {string} seed
 */
export function formOfSeed(seed) {
  const [chance = "", tiers = ""] = seed.split("-");
  if (tiers.length <= LONGEST_TIERS) return seed;
  const hash = Math.floor(makeGenerator(tiers)() * 2 ** 32).toString(16);
  return `${chance}-${hash.padStart(LONGEST_TIERS, "0")}`;
}

/**
 * @param {string} session
 * @returns {string} the id of a test that draws from several pages, empty for any other
 */
export function testOf(session) {
  return session.split(".").slice(2).join(".");
}

/**
 * The strong forms of a bank, as the logs of its items say.
 * @param {readonly {rank: number, entries: readonly Entry[], rev?: string}[]} bank with the revisions of its items,
 *   where known
 * @param {readonly string[]} [tests] ids of the test, where it draws from several pages
 * @returns {import("./mastery.js").Strong[]}
 */
export function strongForms(bank, tests = [""]) {
  /** @type {Map<string, (Answer & {time: number})[]>} */
  const forms = new Map();
  for (const { rank, entries, rev } of bank) {
    const attempts = standing(entries)
      .filter((entry) => entry.kind === "attempt")
      .filter((entry) => entry.context === "test" && tests.includes(testOf(entry.session)));
    const bySession = new Map(attempts.map((entry) => [entry.session, entry]));
    for (const [session, { outcome, time, rev: answered }] of bySession) {
      const changed = rev !== undefined && rev !== answered;
      const answer = { rank, right: outcome === "right", seen: seenLately(entries, time, session), changed, time };
      forms.set(session, [...(forms.get(session) ?? []), answer]);
    }
  }
  const strong = [...forms].filter(([, answers]) => verdictOf(outcomeOf(answers)) === "strong");
  return strong.map(([session, answers]) => ({
    seed: formOfSession(session),
    time: Math.max(...answers.map(({ time }) => time)),
  }));
}

/**
 * How the last finished form of a test came out, told where its questions do not stand.
 * @param {Record<string, unknown> | null} record of the test
 * @param {(item: string) => readonly Entry[]} entriesOf
 * @param {readonly {ids: readonly string[], rank: number}[]} bank what is known of the test's questions
 * @returns {LastForm | null}
 */
export function readLastForm(record, entriesOf, bank) {
  const last = readFinished(record?.last);
  if (!last) return null;
  const answers = answersOf(last, entriesOf);
  const known = bank.map(({ ids, rank }) => ({ rank, entries: ids.flatMap((id) => [...entriesOf(id)]) }));
  const form = { seed: formOfSession(last.session), time: last.finished };
  return {
    verdict: judgeTally(outcomeOf(answers), form, () => strongForms(known)),
    right: rightOf(answers),
    all: answers.length,
    time: last.finished,
    items: last.items,
    missed: last.items.filter((_, index) => answers[index]?.right === false),
  };
}
