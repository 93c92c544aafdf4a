// The result of a placement test: a topic to start with, how each topic went, and every question explained.

import { groupTopics } from "../core/manifest.js";
import { rightOf } from "../core/test-history.js";
import { button, element } from "../dom/elements.js";
import { sayDate } from "../ui/figures.js";
import { say, sayNumber, sayParts } from "../ui/say.js";
import { suggestTopic } from "./forms/placement-form.js";
import { calibrationIn, reviewSection } from "./result.js";

/**
 * @typedef {import("../core/manifest.js").Topic} Topic
 * @typedef {import("./session.js").Site} Site
 * @typedef {import("./result.js").ShownAnswer} ShownAnswer
 * @typedef {{topic: Topic, right: number, all: number}} TopicResult
 */

/**
 * Moves the questions' elements into the result.
 * @param {{finished: number, answers: readonly ShownAnswer[], gone: readonly boolean[]}} result
 * @param {Site} site
 */
export function placementView({ finished, answers, gone }, { pages, root }) {
  const results = groupTopics(pages).flatMap((topic) => judgeTopic(topic, answers));
  const content = document.createDocumentFragment();
  const suggestion = suggestionSection(finished, answers, results, root);
  content.append(suggestion, ...calibrationIn({ answers }), reviewSection({ answers, gone }));
  return content;
}

/**
 * @param {Topic} topic
 * @param {readonly ShownAnswer[]} answers
 * @returns {TopicResult[]} none where the form asked nothing about it
 */
function judgeTopic(topic, answers) {
  const ids = new Set(topic.items.map(({ id }) => id));
  const mine = answers.filter(({ item }) => ids.has(item.id));
  return mine.length > 0 ? [{ topic, right: rightOf(mine), all: mine.length }] : [];
}

/**
 * @param {number} finished
 * @param {readonly ShownAnswer[]} answers
 * @param {readonly TopicResult[]} results
 * @param {string} root address of the site
 */
function suggestionSection(finished, answers, results, root) {
  const suggested = suggestTopic(results);
  const topic = results[suggested]?.topic ?? null;
  const title = element(
    "h2",
    "recall-title",
    topic ? say("placement.begin", { topic: topic.title }) : say("placement.all"),
  );
  title.tabIndex = -1;
  const right = element("strong", "", sayNumber(rightOf(answers)));
  const total = element("p", "recall-total");
  total.append(...sayParts("result.total", { right, all: answers.length }));
  const line = element("div", "recall-line");
  line.append(title, total);
  const section = element("section", "recall-verdict");
  section.dataset.recallVerdict = "placement";
  section.append(
    element("p", "recall-meta", say("placement.on", { date: sayDate(finished) })),
    line,
    element("p", "recall-summary", say(topic ? "placement.first" : "placement.none")),
    element("h3", "recall-title", say("placement.topics")),
    topicList(results, suggested, root),
    actions(topic, results, root),
  );
  return section;
}

/**
 * @param {readonly TopicResult[]} results
 * @param {number} suggested index
 * @param {string} root
 */
function topicList(results, suggested, root) {
  const list = element("ol", "recall-topics");
  for (const [index, { topic, right, all }] of results.entries()) {
    const row = document.createElement("li");
    const words = say(index === suggested ? "placement.suggested" : "placement.right", { right, all });
    row.toggleAttribute("data-recall-next", index === suggested);
    row.append(linkTo("", topic.title, root + topic.path), " ", element("span", "recall-meta", words));
    list.append(row);
  }
  return list;
}

/**
 * @param {Topic | null} topic
 * @param {readonly TopicResult[]} results
 * @param {string} root
 */
function actions(topic, results, root) {
  const line = element("p", "recall-choice");
  const test = results.find((each) => each.topic.test)?.topic.test;
  if (topic) line.append(linkTo("recall-button recall-check", say("startLearning"), root + topic.path), " ");
  else if (test) line.append(linkTo("recall-button recall-check", say("placement.test"), root + test), " ");
  line.append(
    button("recall-button", say("test.new"), "new"),
    " ",
    button("recall-help", say("reset.test"), "reset-set"),
  );
  return line;
}

/**
 * @param {string} className
 * @param {string} words
 * @param {string} href
 */
function linkTo(className, words, href) {
  const link = /** @type {HTMLAnchorElement} */ (element("a", className, words));
  link.href = href;
  return link;
}
