// What there is to do now, made of text alone: a line, a sentence, a button, and the next best things as links.

import { element } from "../dom/elements.js";
import { minutesFor } from "../items/due/due-record.js";
import { sayDayToCome } from "../ui/dates.js";
import { say, sayDay, sayList } from "../ui/say.js";

/**
 * @typedef {import("../core/agenda.js").Step} Step
 * @typedef {import("../core/manifest.js").Topic} Topic
 * @typedef {import("./standings.js").Standing} Standing
 * @typedef {import("./progress-view.js").Stood} Stood
 * @typedef {{step: Step, of: Stood | null}} Found
 *
 * @typedef {object} Where
 * @property {string} root address of the site
 * @property {string} review address of its review, empty for none
 * @property {number} next the first moment of the day on which something comes back, 0 for none
 * @property {number} today
 *
 * @typedef {object} StepWords what is said of a step
 * @property {string} line
 * @property {string} more a sentence, or none
 * @property {string} go words of the button
 * @property {string} short words of a link
 * @property {string} href
 */

/** Things besides the best that are named. */
const OTHERS = 2;

/**
 * @param {readonly Found[]} found the best first
 * @param {Where} where
 */
export function todayView(found, where) {
  const [best, ...others] = found.map((each) => describeStep(each, where));
  const view = element("section", "recall-now");
  view.append(element("h2", "recall-title", best ? best.line : say("today.done")));
  const more = best
    ? best.more
    : where.next > 0
      ? say("today.next", { day: sayDayToCome(where.next, where.today) })
      : "";
  if (more) view.append(element("p", "recall-told", more));
  if (best) view.append(stepLink("recall-button", best.go, best.href));
  if (others.length > 0) view.append(otherLinks(others.slice(0, OTHERS)));
  return view;
}

/** @param {readonly StepWords[]} others */
function otherLinks(others) {
  const line = element("p", "recall-others");
  line.append(element("span", "recall-or", say("today.or")));
  for (const { short, href } of others) line.append(" ", stepLink("", short, href));
  return line;
}

/**
 * @param {Found} found
 * @param {Where} where
 * @returns {StepWords}
 */
function describeStep({ step, of }, { root, review }) {
  if (step.do === "review" || !of) return tellReview(step.do === "review" ? step.due : 0, review);
  const { topic, standing } = of;
  const [lesson, test] = [root + topic.path, root + topic.test + nameTest(topic)];
  const { title } = topic;
  switch (step.do) {
    case "continue": {
      const line = say("today.continue", { answered: step.answered, all: step.all });
      const short = say("today.continue.short", { topic: title });
      return { line, more: say("today.continue.told", { topic: title }), go: say("test.continue"), short, href: test };
    }
    case "study": {
      const sections = sayList(step.sections.map(({ title }) => title));
      const line = say("today.study", { topic: title });
      const href = root + (step.sections[0]?.href ?? topic.path);
      return { line, more: say("today.study.told", { sections }), go: say("today.study.go"), short: line, href };
    }
    case "test": {
      const line = say("today.test", { topic: title });
      const again = standing.last !== null;
      const more = step.studied ? say(again ? "today.test.again" : "today.test.told") : "";
      return { line, more, go: again ? say("today.test.go") : say("startTest"), short: line, href: test };
    }
    case "second": {
      const line = say("today.second", { topic: title });
      const more = say("today.second.told", { day: sayDay(standing.last?.time ?? 0) });
      return { line, more, go: say("today.test.go"), short: line, href: test };
    }
    case "goOn": {
      const line = say("today.goOn", { topic: title });
      const more = say("today.goOn.told", { answered: standing.lesson.answered, all: standing.lesson.all });
      return { line, more, go: say("ways.continue"), short: line, href: lesson };
    }
    default: {
      const line = say("today.begin", { topic: title });
      return { line, more: "", go: say("startLearning"), short: line, href: lesson };
    }
  }
}

/**
 * @param {number} due
 * @param {string} review address
 * @returns {StepWords}
 */
function tellReview(due, review) {
  const minutes = minutesFor(due);
  const line = say("today.review", { n: minutes, due });
  const short = say("today.review.short", { n: minutes, due });
  return { line, more: say("today.review.told"), go: say("today.review.go"), short, href: review };
}

/**
 * A link to a test leads into the form in progress, or to its result.
 * @param {Topic} topic
 */
function nameTest({ decks: [test] }) {
  return test ? `#recall-${test}` : "";
}

/**
 * @param {string} className
 * @param {string} words
 * @param {string} href
 */
function stepLink(className, words, href) {
  const made = /** @type {HTMLAnchorElement} */ (element("a", className, words));
  made.href = href;
  return made;
}
