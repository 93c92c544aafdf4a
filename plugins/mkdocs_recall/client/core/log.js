// From the log of an item to its state. Pure: no clock, no storage. Whatever is read is checked field by field.

/**
 * @typedef {import("./score.js").Outcome} Outcome
 * @typedef {"hint" | "step" | "answer"} HelpKind
 * @typedef {"again" | "good"} Rating
 *
 * @typedef {object} Stamp
 * @property {string} id a random one
 * @property {number} time in milliseconds since 1970, later than that of all entries before
 * @property {number} [clock] what the clock said, where an entry before has a time in the future
 *
 * @typedef {object} Attempt
 * @property {"attempt"} kind
 * @property {string} context check, practice, test or review
 * @property {string} session
 * @property {Outcome} outcome
 * @property {string[]} options chosen option ids
 * @property {string[]} [concepts] ticked concept ids of an explanation, which has no options
 * @property {string[]} [given] what was typed, put in order or matched, where there are no options
 * @property {HelpKind[]} help used in this round before the outcome
 * @property {string} rev revision of the item
 * @property {true} [flagged] whether it was flagged when its test ended
 * @property {boolean} [sure] whether its reader was sure, where they said so
 *
 * @typedef {object} RatingGiven
 * @property {"rating"} kind
 * @property {string} context
 * @property {string} session
 * @property {Rating} rating
 * @property {HelpKind[]} help
 * @property {string} rev
 *
 * @typedef {{kind: "reset"}} Reset what lies before no longer counts
 * @typedef {{kind: "undo", of: string}} Undo takes back any one entry that is not an undo itself
 *
 * @typedef {{kind: "suspend" | "resume"}} Pause from here on a review leaves the item out, or asks it again
 *
 * @typedef {Attempt | RatingGiven | Reset | Undo | Pause} Fact what an entry says, without its stamp
 * @typedef {Stamp & Fact} Entry
 *
 * @typedef {object} State
 * @property {Outcome | null} outcome of the last attempt at this revision
 * @property {string[]} chosen, ticked or given in the last attempt, at whatever revision
 * @property {number} tries in the round of the last attempt
 * @property {string[]} tried options of the wrong attempts of that round
 * @property {HelpKind[]} help used in that round
 * @property {boolean} changed whether the last attempt was at another revision
 * @property {Rating | null} rating the last one
 */

/** @type {readonly HelpKind[]} */
const HELP = ["hint", "step", "answer"];
/** @type {readonly Outcome[]} */
const OUTCOMES = ["right", "wrong", "shown"];
/** @type {readonly Rating[]} */
const RATINGS = ["again", "good"];
/** The last moment a Date can hold. */
export const LAST_TIME = 8.64e15;
/** In milliseconds. */
export const DAY = 24 * 60 * 60 * 1000;

/**
 * @param {unknown} value
 * @returns {Entry[]} the entries that can be read, in a form of their own
 */
export function readEntries(value) {
  if (!Array.isArray(value)) return [];
  return value.map(readEntry).filter((entry) => entry !== null);
}

/**
 * @param {unknown} value
 * @returns {Entry | null}
 */
function readEntry(value) {
  const stored = fields(value);
  const { id, time, clock } = stored;
  if (typeof id !== "string" || id === "" || !isTime(time)) return null;
  const fact = readFact(stored);
  return fact && { id, time, ...(isTime(clock) ? { clock } : {}), ...fact };
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
export function isTime(value) {
  return typeof value === "number" && value >= 0 && value <= LAST_TIME;
}

/**
 * @param {Record<string, unknown>} stored
 * @returns {Fact | null}
 */
function readFact(stored) {
  const shared = {
    context: stored.context === undefined ? "check" : text(stored.context),
    session: text(stored.session),
    help: HELP.filter((kind) => texts(stored.help).includes(kind)),
    rev: text(stored.rev),
  };
  const outcome = OUTCOMES.find((known) => known === stored.outcome);
  const rating = RATINGS.find((known) => known === stored.rating);
  switch (stored.kind) {
    case "attempt":
      return outcome
        ? { kind: "attempt", outcome, options: texts(stored.options), ...readExtras(stored), ...shared }
        : null;
    case "rating":
      return rating ? { kind: "rating", rating, ...shared } : null;
    case "reset":
    case "suspend":
    case "resume":
      return { kind: stored.kind };
    case "undo":
      return typeof stored.of === "string" ? { kind: "undo", of: stored.of } : null;
    default:
      return null;
  }
}

/**
 * What only some attempts have.
 * @param {Record<string, unknown>} stored
 * @returns {Pick<Attempt, "concepts" | "flagged" | "given" | "sure">}
 */
function readExtras({ concepts, flagged, given, sure }) {
  return {
    ...(Array.isArray(concepts) && { concepts: texts(concepts) }),
    ...(flagged === true && { flagged }),
    ...(typeof sure === "boolean" && { sure }),
    ...readGiven(given),
  };
}

/**
 * What a reader gave, in its order: at most 200 texts of at most 500 characters. A text may occur several times.
 * @param {unknown} stored
 * @returns {{given?: string[]}}
 */
export function readGiven(stored) {
  const given = listOf(stored).slice(0, 200);
  return given.length > 0 ? { given: given.map((each) => text(each).slice(0, 500)) } : {};
}

/**
 * @param {unknown} value
 * @returns {Record<string, unknown>} its own fields; none for anything but an object
 */
export function fields(value) {
  return Object.assign(Object.create(null), typeof value === "object" ? value : null);
}

/** @param {unknown} value */
export function text(value) {
  return typeof value === "string" ? value : "";
}

/**
 * @param {unknown} value
 * @returns {unknown[]} empty where it is no list
 */
export function listOf(value) {
  return Array.isArray(value) ? value : [];
}

/**
 * @param {unknown} value
 * @returns {string[]} its distinct strings
 */
export function texts(value) {
  if (!Array.isArray(value)) return [];
  return [...new Set(value.filter((each) => typeof each === "string"))];
}

/**
 * Entries with the times at which they were made. Where a clock was ahead, later entries have a later time all the
 * same, and say what the clock said. As long as such a time lies in the future, that is when they were made, and what
 * they follow was made before.
 * @template {{time: number, clock?: number | undefined}} Timed
 * @param {readonly Timed[]} entries in order of time
 * @param {number} now
 * @returns {Timed[]} in the same order
 */
export function settleTimes(entries, now) {
  if (!entries.some(({ time, clock }) => clock !== undefined && time > now)) return [...entries];
  let next = Infinity;
  const settled = [...entries].reverse().map((entry) => {
    if (entry.time <= now) return entry;
    next = Math.min(entry.clock ?? entry.time, next - 1);
    return { ...entry, time: next };
  });
  return settled.reverse();
}

/**
 * @param {readonly Entry[]} entries in order of time
 * @param {string} rev the item's revision
 * @returns {State}
 */
export function stateOf(entries, rev) {
  return standing(entries).reduce((state, entry) => advance(state, entry, rev), FRESH);
}

/** @type {State} */
const FRESH = Object.freeze({
  outcome: null,
  chosen: [],
  tries: 0,
  tried: [],
  help: [],
  changed: false,
  rating: null,
});

/**
 * The entries that count: not taken back, and after the last reset.
 * @param {readonly Entry[]} entries
 */
export function standing(entries) {
  const undone = new Set(entries.map((entry) => (entry.kind === "undo" ? entry.of : null)));
  const kept = entries.filter((entry) => entry.kind !== "undo" && !undone.has(entry.id));
  return kept.slice(kept.map((entry) => entry.kind).lastIndexOf("reset") + 1);
}

/**
 * Whether a review leaves an item out.
 * @param {readonly Entry[]} entries
 */
export function isSuspended(entries) {
  const pauses = standing(entries).filter(({ kind }) => kind === "suspend" || kind === "resume");
  return pauses.at(-1)?.kind === "suspend";
}

/**
 * The state after one more fact.
 * @param {State} state
 * @param {Fact} fact
 * @param {string} rev the item's revision
 * @returns {State}
 */
export function advance(state, fact, rev) {
  if (fact.kind === "rating") return { ...state, rating: fact.rating };
  if (fact.kind !== "attempt") return state;
  const { rating } = state;
  const chosen = fact.given ?? fact.concepts ?? fact.options;
  if (fact.rev !== rev) return { ...FRESH, chosen, changed: true, rating };
  const round = state.outcome === "wrong" ? state : FRESH;
  return {
    outcome: fact.outcome,
    chosen,
    tries: round.tries + 1,
    tried: fact.outcome === "wrong" ? texts([...round.tried, ...fact.options]) : round.tried,
    help: distinctHelp([...round.help, ...fact.help]),
    changed: false,
    rating,
  };
}

/**
 * Help used in the round in progress: a wrong attempt leaves its round open.
 * @param {State} state
 * @param {Iterable<HelpKind>} used since the last attempt
 */
export function helpSoFar(state, used) {
  return distinctHelp([...(state.outcome === "wrong" ? state.help : []), ...used]);
}

/** @param {readonly HelpKind[]} kinds */
function distinctHelp(kinds) {
  return HELP.filter((kind) => kinds.includes(kind));
}

/**
 * Whether an entry says how an item was answered, and takes nothing back.
 * @param {Fact} entry
 * @returns {entry is Attempt | RatingGiven}
 */
export function isAnswer(entry) {
  return entry.kind === "attempt" || entry.kind === "rating";
}

/**
 * Whether an entry is an attempt in a test or in its retry: only their sessions have a dot.
 * @param {Entry} entry
 */
export function isInTest(entry) {
  return entry.kind === "attempt" && entry.session.includes(".");
}

/**
 * Whether something was answered in a lesson after some time.
 * @param {readonly Entry[]} log the entries that count
 * @param {number} since
 */
export function isWorkedOn(log, since) {
  return log.some((entry) => entry.time > since && isAnswer(entry) && !isInTest(entry));
}
