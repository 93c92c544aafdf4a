// The result of a test: the verdict and the numbers behind it, what to study next, and every question explained.

import { findRange, verdictOf } from "../core/mastery.js";
import { outcomeOf, rightOf } from "../core/test-history.js";
import { button, element } from "../dom/elements.js";
import { icon } from "../dom/icons.js";
import { rangeOn } from "../dom/range-chart.js";
import { findConfidence } from "../items/later.js";
import { makeStemLine } from "../sets/stem-line.js";
import { say, sayNumber, sayParts, saySentences } from "../ui/say.js";
import { sayDate } from "../ui/figures.js";
import { makeContinueLine } from "./start-panel.js";
import { sayLeftOut, sayNumbers, sayOpen, sayWhatNext } from "./wording.js";

/**
 * @typedef {object} Shown
 * @property {HTMLElement} node
 * @property {{id: string}} item
 * @property {boolean} open whether it was not answered
 * @property {boolean} flagged
 *
 * @typedef {import("../core/test-history.js").Answer & Shown} ShownAnswer
 * @typedef {import("./reading-list.js").Study} Study
 *
 * @typedef {object} TestResult
 * @property {boolean} retry
 * @property {number} finished
 * @property {readonly ShownAnswer[]} answers in order of the form; the element of each shows its response
 * @property {readonly Study[]} study
 * @property {boolean} secure whether a form of another day was strong, too
 * @property {readonly boolean[]} gone whether each question was right that left the bank since
 * @property {import("./test-record.js").TestRecord | null} running a test that is in progress
 * @property {string} last session of the last test with a verdict, of a retry
 */

const ICONS = Object.freeze({ right: "check", missed: "cross", open: "dash" });

/**
 * Moves the questions' elements into the result.
 * @param {TestResult} result
 */
export function resultView(result) {
  const content = new DocumentFragment();
  content.append(verdictSection(result), ...calibrationIn(result), nextSection(result), reviewSection(result));
  return content;
}

/** How sure the reader was, where they were asked. @param {Pick<TestResult, "answers">} result */
export function calibrationIn({ answers }) {
  return findConfidence()?.makeCalibration(answers) ?? [];
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
function headline({ retry, answers, secure, gone }) {
  const verdict = verdictOf(outcomeOf(answers));
  const reached = verdict === "strong" && secure ? "secured" : verdict;
  const title = element("h2", "recall-title", say(retry ? "set.finished" : `result.${reached}`));
  title.tabIndex = -1;
  const right = document.createElement("strong");
  right.textContent = sayNumber(rightOf(answers) + gone.filter(Boolean).length);
  const total = element("p", "recall-total");
  total.append(...sayParts("result.total", { right, all: answers.length + gone.length }));
  const line = element("div", "recall-line");
  line.append(title, total);
  return line;
}

/** @param {TestResult} result */
function describeRetry({ answers }) {
  return [
    say("result.right", { right: rightOf(answers), all: answers.length }),
    ...sayOpen(openIn(answers)),
    say("result.retry"),
  ];
}

/**
 * @param {TestResult} result
 * @returns {string[]} sentences
 */
function describeVerdict({ answers, study, secure, gone }) {
  const counted = outcomeOf(answers);
  const changed = answers.filter((answer) => answer.changed).length;
  const missed = missedIn(answers);
  const covered = missed.filter(({ item }) => study.some(({ items }) => items.has(item.id))).length;
  return [
    ...sayLeftOut(answers.length - counted.all - changed, changed, gone.length),
    ...sayNumbers(counted),
    ...sayOpen(openIn(answers)),
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
function circle(answer, number) {
  const { seen, changed, flagged } = answer;
  const out = seen || changed === true;
  const made = document.createElement("button");
  made.type = "button";
  const state = markOf(answer);
  made.dataset.recallGo = `${number}`;
  made.dataset.recallState = state;
  made.toggleAttribute("data-recall-seen", out);
  made.toggleAttribute("data-recall-flagged", flagged);
  const name = say(`circle.${state}${out ? "Out" : ""}`, { number });
  made.setAttribute("aria-label", flagged ? say("circle.withFlag", { circle: name }) : name);
  made.append(icon(ICONS[state]));
  const item = document.createElement("li");
  item.append(made);
  return item;
}

/**
 * While a test is in progress, nothing here begins another.
 * @param {TestResult} result
 */
function nextSection({ answers, study, running, last }) {
  const section = element("section", "recall-next");
  const links = studyLinks(answers, study);
  const missed = missedIn(answers).length;
  const actions = running ? makeContinueLine(running) : element("p", "recall-choice");
  if (!running) addActions(actions, missed, last);
  if (links) section.append(element("h3", "recall-title", say("result.studyNext")), links);
  section.append(actions);
  return section;
}

/**
 * @param {HTMLElement} actions
 * @param {number} missed questions
 * @param {string} last session
 */
function addActions(actions, missed, last) {
  if (missed > 0) actions.append(button("recall-button recall-check", say("set.retry", { n: missed }), "retry"), " ");
  actions.append(button(`recall-button${missed > 0 ? "" : " recall-check"}`, say("test.new"), "new"));
  if (last) {
    const see = button("recall-button", say("past.see"), "see");
    see.dataset.recallResult = last;
    actions.append(" ", see);
  }
  actions.append(" ", button("recall-help", say("reset.test"), "reset-set"));
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

/** @param {Pick<TestResult, "answers" | "gone">} result */
export function reviewSection({ answers, gone }) {
  const section = element("section", "recall-review");
  const list = element("ol", "recall-questions");
  list.append(...answers.map((answer, index) => question(answer, index + 1)));
  section.append(element("h3", "recall-title", say("result.all", { n: answers.length })), list);
  if (gone.length > 0) section.append(element("p", "recall-meta recall-gone", say("result.gone", { n: gone.length })));
  return section;
}

/**
 * @param {ShownAnswer} answer
 * @param {number} number
 */
function question(answer, number) {
  const { node, flagged } = answer;
  const details = element("details", "recall-question");
  const state = markOf(answer);
  const told = say(state === "open" ? "row.none" : `row.${state}`);
  details.dataset.recallState = state;
  const summary = document.createElement("summary");
  summary.append(
    element("span", "recall-row-number", `${number}`),
    " ",
    icon(ICONS[state]),
    makeStemLine(node),
    " ",
    element("span", "recall-row-state", flagged ? say("row.withFlag", { row: told }) : told),
  );
  details.append(summary, node);
  const item = document.createElement("li");
  item.append(details);
  return item;
}

/**
 * What was not answered counts as missed, and looks like what it is.
 * @param {ShownAnswer} answer
 */
function markOf({ right, open }) {
  if (right) return "right";
  return open ? "open" : "missed";
}

/** @param {readonly ShownAnswer[]} answers */
function openIn(answers) {
  return answers.filter(({ open }) => open).length;
}

/** @param {readonly ShownAnswer[]} answers */
function missedIn(answers) {
  return answers.filter(({ right }) => !right);
}

/**
 * Open the explanation of a question.
 * @param {HTMLElement} node of the question, in a result
 */
export function openQuestion(node) {
  const details = node.closest("details.recall-question");
  details?.setAttribute("open", "");
  details?.querySelector("summary")?.focus();
}

/**
 * Questions of a result stand together on paper.
 * @param {readonly HTMLElement[]} questions
 * @param {Element | null} box to put them into, null where they stand in it
 * @returns {() => void} what brings them back
 */
export function takeToPaper(questions, box) {
  const places = questions.map((node) => node.closest("details.recall-question"));
  box?.prepend(...questions);
  return () => questions.forEach((node, index) => places[index]?.append(node));
}
