// What the logs and records say about tests: what was seen lately, how a form came out, which forms were strong, and
// how the last test of a page went. Pure.

import { DAY, LAST_TIME, fields, standing, stateOf, text, texts } from "./log.js";
import { HARDEST, verdictOf } from "./mastery.js";
import { makeGenerator } from "./random.js";

/**
 * @typedef {import("./log.js").Entry} Entry
 * @typedef {import("./mastery.js").Verdict} Verdict
 * @typedef {0 | 1 | 2} Tier 0 is drawn first: unseen or missed; then 1: right; 2 last: seen in the last 24 hours
 *
 * @typedef {object} Answer to one question of a form
 * @property {number} rank of its level
 * @property {boolean} right
 * @property {boolean} seen lately, so that it does not count for the verdict
 * @property {boolean} [changed] since it was answered, so that it does not either
 *
 * @typedef {object} LastResult
 * @property {Verdict} verdict
 * @property {number} right
 * @property {number} all
 * @property {number} time
 *
 * @typedef {object} Finished the last finished form, without retries
 * @property {string} session
 * @property {number} finished
 * @property {string[]} items
 * @property {number[]} ranks of the items
 */

/** Digits of the tiers of a seed that its session repeats; of more, a hash of as many. */
const LONGEST_TIERS = 16;

/**
 * Whether an item was answered, or its answer shown, in the 24 hours before some time.
 * @param {readonly Entry[]} entries of the item
 * @param {number} time
 * @param {string} [session] of a test that does not count
 */
export function seenLately(entries, time, session) {
  const attempts = entries.filter((entry) => entry.kind === "attempt").filter((entry) => entry.session !== session);
  return attempts.some((entry) => entry.time < time && entry.time >= time - DAY);
}

/**
 * How an item was answered in a test.
 * @param {readonly Entry[]} entries of the item
 * @param {{session: string, finished: number, rev?: string}} test and the revision of the item, where it is known
 */
export function answerIn(entries, { session, finished, rev }) {
  const mine = entries.filter((entry) => entry.kind === "attempt").find((entry) => entry.session === session);
  const changed = mine !== undefined && rev !== undefined && mine.rev !== rev;
  return { right: mine?.outcome === "right", seen: seenLately(entries, finished, session), changed };
}

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
 * What counts for the verdict.
 * @param {readonly Answer[]} answers
 * @returns {import("./mastery.js").Tally}
 */
export function outcomeOf(answers) {
  const counted = answers.filter(({ seen, changed }) => !seen && !changed);
  const hard = counted.filter(({ rank }) => rank === HARDEST);
  return { right: rightOf(counted), all: counted.length, hardRight: rightOf(hard), hard: hard.length };
}

/** @param {readonly Answer[]} answers */
export function rightOf(answers) {
  return answers.filter(({ right }) => right).length;
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

/** @param {string} session */
function testOf(session) {
  return session.split(".").slice(2).join(".");
}

/**
 * The strong forms of a bank, as the logs of its items tell.
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
 * @param {unknown} value
 * @returns {Finished | null}
 */
export function readFinished(value) {
  const stored = fields(value);
  const finished = timeOf(stored.finished);
  const items = texts(stored.items);
  if (finished === 0 || items.length === 0) return null;
  const { ranks } = stored;
  const known = Array.isArray(ranks) ? ranks : [];
  return { session: text(stored.session), finished, items, ranks: items.map((_, index) => Number(known[index]) || 0) };
}

/**
 * @param {unknown} value
 * @returns {number} 0 where it is no time
 */
export function timeOf(value) {
  return typeof value === "number" && value > 0 && value <= LAST_TIME ? value : 0;
}

/**
 * How the last finished test came out, told where its questions do not stand.
 * @param {Record<string, unknown> | null} record of the test
 * @param {(item: string) => readonly Entry[]} entriesOf
 * @returns {LastResult | null}
 */
export function lastResult(record, entriesOf) {
  const last = readFinished(record?.last);
  if (!last) return null;
  const answers = answersOf(last, entriesOf);
  return { verdict: verdictOf(outcomeOf(answers)), right: rightOf(answers), all: answers.length, time: last.finished };
}

/**
 * What the logs say of each question of a form.
 * @param {Finished} form
 * @param {(item: string) => readonly Entry[]} entriesOf
 * @param {(item: string) => string | undefined} [revOf] the revision of an item, where it is known
 * @returns {Answer[]}
 */
export function answersOf({ session, finished, items, ranks }, entriesOf, revOf = () => undefined) {
  return items.map((item, index) => {
    return { rank: ranks[index] ?? 0, ...answerIn(entriesOf(item), { session, finished, rev: revOf(item) }) };
  });
}

/**
 * A page by its address: a folder is its index page, and servers leave the ending out.
 * @param {string} path
 */
export function pageOf(path) {
  return path.replace(/\.html$/, "").replace(/\/index$/, "/");
}

/**
 * Items by their ids, as a link names them: one behind the other, and each followed by those it had before.
 * @param {string} [list]
 * @returns {string[][]}
 */
export function namesIn(list = "") {
  return list
    .split(" ")
    .filter(Boolean)
    .map((names) => names.split(","));
}

/**
 * How the last test that was finished on a page came out.
 * @param {readonly (Record<string, unknown> | null)[]} records of tests
 * @param {string} path of the page
 * @param {(item: string) => readonly Entry[]} entriesOf
 * @returns {LastResult | null}
 */
export function lastTestAt(records, path, entriesOf) {
  const mine = records.filter((record) => typeof record?.page === "string" && pageOf(record.page) === pageOf(path));
  const results = mine.map((record) => lastResult(record, entriesOf)).filter((result) => result !== null);
  return results.sort((a, b) => b.time - a.time)[0] ?? null;
}
