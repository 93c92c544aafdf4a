// The result of a test: the verdict and the numbers behind it, what to study next, and every question explained.

import { findRange, verdictOf } from "../core/mastery.js";
import { outcomeOf, rightOf } from "../core/test-history.js";
import { button, element } from "../dom/elements.js";
import { icon } from "../dom/icons.js";
import { rangeOn } from "../dom/range-chart.js";
import { makeStemLine } from "../sets/base-set.js";
import { say, sayNumber, sayParts, saySentences } from "../ui/say.js";
import { sayDate } from "../ui/figures.js";
import { sayLeftOut, sayNumbers, sayWhatNext } from "./wording.js";

/**
 * @typedef {import("../core/test-history.js").Answer & {node: HTMLElement, item: {id: string}}} ShownAnswer
 * @typedef {import("./reading-list.js").Study} Study
 *
 * @typedef {object} TestResult
 * @property {boolean} retry
 * @property {number} finished
 * @property {readonly ShownAnswer[]} answers in order of the form; the element of each shows its response
 * @property {readonly Study[]} study
 * @property {boolean} secure whether a form of another day was strong, too
 */

/**
 * Moves the questions' elements into the result.
 * @param {TestResult} result
 */
export function resultView(result) {
  const content = document.createDocumentFragment();
  content.append(verdictSection(result), nextSection(result), reviewSection(result.answers));
  return content;
}

/** @param {TestResult} result */
function verdictSection(result) {
  const { retry, finished, answers } = result;
  const { right, all } = outcomeOf(answers);
  const section = element("section", "recall-verdict");
  section.dataset.recallVerdict = retry ? "retry" : verdictOf(outcomeOf(answers));
  const summary = element("p", "recall-summary", saySentences(retry ? describeRetry(result) : describeVerdict(result)));
  const range = retry || all === 0 ? [] : [rangeOn(findRange(right, all))];
  section.append(
    element("p", "recall-meta", say(retry ? "result.retryOn" : "result.on", { date: sayDate(finished) })),
    headline(result),
    summary,
    ...range,
    levels(answers),
  );
  return section;
}

/**
 * The verdict, and what was right of all questions: those that do not count for the verdict are among them.
 * @param {TestResult} result
 */
function headline({ retry, answers }) {
  const title = element("h2", "recall-title", say(retry ? "set.finished" : `result.${verdictOf(outcomeOf(answers))}`));
  title.tabIndex = -1;
  const right = document.createElement("strong");
  right.textContent = sayNumber(rightOf(answers));
  const total = element("p", "recall-total");
  total.append(...sayParts("result.total", { right, all: answers.length }));
  const line = element("div", "recall-line");
  line.append(title, total);
  return line;
}

/** @param {TestResult} result */
function describeRetry({ answers }) {
  return [say("result.right", { n: rightOf(answers) }), say("result.retry")];
}

/**
 * @param {TestResult} result
 * @returns {string[]} sentences
 */
function describeVerdict({ answers, study, secure }) {
  const counted = outcomeOf(answers);
  const changed = answers.filter((answer) => answer.changed).length;
  const missed = missedIn(answers);
  const covered = missed.filter(({ item }) => study.some(({ items }) => items.has(item.id))).length;
  return [
    ...sayLeftOut(answers.length - counted.all - changed, changed),
    ...sayNumbers(counted),
    ...sayWhatNext(counted, { missed: missed.length, covered, secure }),
  ];
}

/**
 * Circles grouped by level; each opens its question below.
 * @param {readonly ShownAnswer[]} answers
 */
function levels(answers) {
  const groups = element("div", "recall-levels");
  for (const rank of new Set(answers.map((answer) => answer.rank))) {
    const mine = answers.filter((answer) => answer.rank === rank);
    const level = mine[0]?.node.querySelector(".recall-level")?.cloneNode(true) ?? element("p", "recall-level");
    level
      .appendChild(element("span", "recall-count", say("result.level", { right: rightOf(mine), all: mine.length })))
      .before(" ");
    const circles = element("ol", "recall-circles");
    circles.append(...mine.map((answer) => circle(answer, answers.indexOf(answer) + 1)));
    const group = document.createElement("div");
    group.append(level, circles);
    groups.append(group);
  }
  return groups;
}

/**
 * @param {ShownAnswer} answer
 * @param {number} number
 */
function circle({ right, seen, changed }, number) {
  const out = seen || changed === true;
  const made = document.createElement("button");
  made.type = "button";
  const state = right ? "right" : "missed";
  made.dataset.recallGo = `${number}`;
  made.dataset.recallState = state;
  made.toggleAttribute("data-recall-seen", out);
  made.setAttribute("aria-label", say(`circle.${state}${out ? "Out" : ""}`, { number }));
  made.append(icon(right ? "check" : "cross"));
  const item = document.createElement("li");
  item.append(made);
  return item;
}

/** @param {TestResult} result */
function nextSection({ answers, study }) {
  const section = element("section", "recall-next");
  const links = studyLinks(answers, study);
  const missed = missedIn(answers).length;
  const actions = element("p", "recall-choice");
  if (missed > 0) actions.append(button("recall-button recall-check", say("set.retry", { n: missed }), "retry"), " ");
  actions.append(button(`recall-button${missed > 0 ? "" : " recall-check"}`, say("test.new"), "new"));
  actions.append(" ", button("recall-help", say("reset.test"), "reset-set"));
  if (links) section.append(element("h3", "recall-title", say("result.studyNext")), links);
  section.append(actions);
  return section;
}

/**
 * The sections about what was missed, the most missed first.
 * @param {readonly ShownAnswer[]} answers
 * @param {readonly Study[]} study
 */
function studyLinks(answers, study) {
  const sections = study.map(({ link, items }) => {
    const about = answers.filter(({ item }) => items.has(item.id));
    return { link, missed: missedIn(about).length, all: about.length };
  });
  const missed = sections.filter((section) => section.missed > 0).sort((a, b) => b.missed - a.missed);
  const list = element("ul", "recall-sections");
  for (const section of missed) {
    const item = document.createElement("li");
    item.append(
      section.link.cloneNode(true),
      " ",
      element("span", "recall-meta", say("result.missed", { missed: section.missed, all: section.all })),
    );
    list.append(item);
  }
  return missed.length > 0 ? list : null;
}

/** @param {readonly ShownAnswer[]} answers */
function reviewSection(answers) {
  const section = element("section", "recall-review");
  const list = element("ol", "recall-questions");
  list.append(...answers.map((answer, index) => question(answer, index + 1)));
  section.append(element("h3", "recall-title", say("result.all", { n: answers.length })), list);
  return section;
}

/**
 * @param {ShownAnswer} answer
 * @param {number} number
 */
function question({ node, right }, number) {
  const details = element("details", "recall-question");
  details.dataset.recallState = right ? "right" : "missed";
  const summary = document.createElement("summary");
  summary.append(
    element("span", "recall-row-number", `${number}`),
    " ",
    icon(right ? "check" : "cross"),
    makeStemLine(node),
    " ",
    element("span", "recall-row-state", say(right ? "row.right" : "row.missed")),
  );
  details.append(summary, node);
  const item = document.createElement("li");
  item.append(details);
  return item;
}

/** @param {readonly ShownAnswer[]} answers */
function missedIn(answers) {
  return answers.filter(({ right }) => !right);
}
