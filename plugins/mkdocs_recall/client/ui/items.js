// Every English word about items, sets and the ways into a topic.

export const WORDS = Object.freeze({
  check: "Check answer",
  tryAgain: "Try again",
  showHint: "Show hint",
  hideHints: "Hide hints",
  showAnswer: "Show answer",
  hideAnswer: "Hide answer",
  chooseFirst: "Choose an answer first.",
  notYet: "Not yet",
  changed: "Changed since you answered.",
  recalled: "Did you recall it?",
  again: "Again",
  good: "Good",
  dueNow: "due now",
  answers: "Answers",
  writeFirst: "Write first; two lines are enough to compare.",
  backInReview: "Back in review",
  toRepeat: "To repeat",
  nothingLeft: "Nothing left to review here.",
  allQuestions: "All questions",
  oneAtATime: "One at a time",
  setFinished: "Set finished",
  startOver: "Start over",
  continueLearning: "Continue learning",
  whereStopped: "Continue where you stopped.",
});

/** The mark at the end of a row. A key that was not chosen reads otherwise where there are several keys. */
export const MARKS = Object.freeze({
  wrong: "Your choice: not correct",
  tried: "Tried",
  right: "Correct",
  missed: "The answer",
  missedPart: "Part of the answer",
});

/** What a circle and a row of the list say about a question of a set. */
export const STATES = Object.freeze({
  right: "correct",
  helped: "correct, with help",
  missed: "missed",
  answered: "answered",
  unanswered: "unanswered",
  flagged: "flagged",
});

/** Of a test, as a sentence has them. */
export const VERDICTS = Object.freeze({
  strong: "strong",
  getting: "getting there",
  weak: "weak for now",
  few: "too few to say",
});

/** Why a save did not last. */
export const NOTICES = Object.freeze({
  memory: "This browser does not let pages save. Your progress lasts until you close this page.",
  full: "No room left to save. Nothing stored was lost; export your progress to be safe.",
  newer: "Saved by a newer version of this site. Your progress lasts until you close this page.",
});

/**
 * @param {number} step the step the button shows next, from 1
 * @param {number} steps
 */
export function showStep(step, steps) {
  return `Show step ${step} of ${steps}`;
}

/**
 * @param {number} tries tries in this round, this one included
 * @param {boolean} helped
 */
export function correct(tries, helped) {
  const words = ["Correct"];
  if (tries > 1) words.push(`on try ${tries}`);
  if (helped) words.push("with help");
  return words.join(", ");
}

/**
 * @param {number} found keys chosen
 * @param {number} keys
 * @param {number} stray distractors chosen
 */
export function counts(found, keys, stray) {
  const sentence = `${found} of ${keys} found.`;
  if (stray === 0) return sentence;
  const one = new Intl.PluralRules("en").select(stray) === "one";
  return `${sentence} ${stray} ${one ? "choice does" : "choices do"} not belong.`;
}

/** @param {string[]} letters */
export function answerIs(letters) {
  const list = new Intl.ListFormat("en-GB", { type: "conjunction" });
  return `Answer: ${list.format(letters)}`;
}

/**
 * When a rated card comes back.
 * @param {import("../core/log.js").Rating} rating
 * @param {string} day as `onDay` tells it
 */
export function ratedBack(rating, day) {
  return `${WORDS[rating]}, ${day ? `back ${day}` : WORDS.dueNow}`;
}

/**
 * When a question comes back that was not right on the first try without help. Without a review nothing comes by
 * itself.
 * @param {string} day as `onDay` tells it
 * @param {boolean} helped whether help alone is why
 * @param {boolean} reviewed whether the site has a review
 */
export function comesBack(day, helped, reviewed) {
  return `${reviewed ? "Comes back" : "Repeat it"} ${day}${helped ? ", because you used help" : ""}.`;
}

/**
 * A day to come: "tomorrow", "on 25 Nov", and in another year "on 3 Jan 2027".
 * @param {number} days from today
 * @param {number} due the beginning of that day
 * @param {number} now
 * @returns {string} empty where it is here or past
 */
export function onDay(days, due, now) {
  if (days < 1) return "";
  if (days === 1) return inDays(1);
  const another = new Date(due).getFullYear() !== new Date(now).getFullYear();
  const year = another ? { year: /** @type {const} */ ("numeric") } : {};
  return `on ${new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", ...year }).format(due)}`;
}

/** @param {number} days from today: "tomorrow", "in 3 days" */
export function inDays(days) {
  return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(days, "day");
}

/**
 * @param {number} recalled
 * @param {number} cards
 */
export function tally(recalled, cards) {
  return `${recalled} of ${cards} recalled`;
}

/**
 * @param {number} recalled
 * @param {number} cards
 */
export function cardsRecalled(recalled, cards) {
  return `${recalled} of ${cards} ${cards === 1 ? "card" : "cards"} recalled`;
}

/**
 * @param {number} ticked
 * @param {number} concepts
 */
export function gotConcepts(ticked, concepts) {
  return `You got ${ticked}/${concepts} concepts`;
}

/**
 * @param {number} concepts not ticked, 1 or more
 * @param {boolean} reviewed whether the site has a review
 */
export function conceptsComeBack(concepts, reviewed) {
  return comeBack(concepts, "concept", reviewed);
}

/**
 * @param {number} at from 1
 * @param {number} all
 */
export function place(at, all) {
  return `${at} of ${all}`;
}

/**
 * The name of a circle.
 * @param {number} number
 * @param {readonly string[]} states in words
 */
export function questionName(number, states) {
  return [`Question ${number}`, ...states].join(", ");
}

/** @param {string} words */
export function capital(words) {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/**
 * @param {import("../core/round.js").Sums} sums
 * @param {number} back how many come back: missed, with help, or not right at first today
 * @param {boolean} reviewed whether the site has a review
 */
export function roundTold({ right, helped, missed, unanswered }, back, reviewed) {
  const parts = [
    right > 0 ? `${right} right on the first try` : "",
    helped > 0 ? `${helped} with help` : "",
    missed > 0 ? `${missed} missed` : "",
    unanswered > 0 ? `${unanswered} unanswered` : "",
  ].filter(Boolean);
  if (parts.length === 0) return "";
  const told = `${parts.join(", ")}.`;
  if (back > 0) return `${told} ${comeBack(back, "question", reviewed)}`;
  return unanswered > 0 ? told : `${told} ${WORDS.nothingLeft}`;
}

/** @param {number} missed */
export function retryMissed(missed) {
  return `Retry the ${missed} you missed`;
}

/**
 * @param {string} verdict
 * @param {number} right
 * @param {number} all
 * @param {number} time of the end of the test
 */
export function lastTest(verdict, right, all, time) {
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" }).format(time);
  return `Last test: ${verdict}, ${place(right, all)} on ${day}`;
}

/**
 * @param {number} count
 * @param {string} what one of them
 * @param {boolean} reviewed whether the site has a review
 */
function comeBack(count, what, reviewed) {
  const one = new Intl.PluralRules("en").select(count) === "one";
  if (!reviewed) return `${count} ${what}${one ? "" : "s"} to repeat.`;
  return `${count} ${what}${one ? " comes" : "s come"} back in your review.`;
}
