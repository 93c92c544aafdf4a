// What the progress page shows, made of text alone: how topics stand, what is kept, and what can be done with it.

import { button, element, svgElement } from "../dom/elements.js";
import { rangeOn } from "../dom/range-chart.js";
import { NOTICES } from "../ui/items.js";
import {
  PROGRESS_WORDS,
  answeredTold,
  badTold,
  dueTold,
  healthTold,
  lastTold,
  newerTold,
  objectiveName,
  rightTold,
  stateTold,
  typeToConfirm,
} from "../ui/progress.js";

/**
 * @typedef {import("../core/manifest.js").Topic} Topic
 * @typedef {import("./standings.js").Standing} Standing
 * @typedef {{topic: Topic, standing: Standing}} Stood
 * @typedef {ReturnType<typeof import("./standings.js").findWideResults>[number]} Wide
 */

/**
 * All topics, those that were begun first, and the tests over several of them; or, where there is none, what to do.
 * @param {readonly Stood[]} stood
 * @param {readonly Wide[]} wide
 * @param {string} root address of the site
 * @returns {HTMLElement[]}
 */
export function overview(stood, wide, root) {
  const begun = stood.filter(isTopicBegun);
  if (begun.length + wide.length === 0)
    return [
      emptyView(
        stood.map(({ topic }) => topic),
        root,
      ),
    ];
  const others = stood.filter((each) => !isTopicBegun(each)).map(({ topic }) => topic);
  const lines = wide.map((each) => wideView(each, root));
  return [
    ...begun.map((each) => topicView(each, root)),
    ...lines,
    ...(others.length > 0 ? [notBegun(others, root)] : []),
  ];
}

/** @param {Stood} stood */
function isTopicBegun({ standing: { answered, last } }) {
  return answered > 0 || last !== null;
}

/**
 * One line about one topic, for the page of the topic itself.
 * @param {Stood} stood
 */
export function lineView({ standing }) {
  const line = element("p", "recall-standing");
  const due = isTopicBegun({ topic: /** @type {Topic} */ ({}), standing })
    ? [`; ${dueTold(standing.due, standing.next)}`]
    : [];
  line.append(...state(standing), ...due, ".");
  return line;
}

/** @param {Standing} standing */
function state(standing) {
  return stateView(stateTold(standing));
}

/** @param {[state: string, evidence: string]} told */
function stateView([told, evidence]) {
  return [element("strong", "recall-state", told), `: ${evidence}`];
}

/**
 * @param {readonly Topic[]} topics
 * @param {string} root
 */
function emptyView(topics, root) {
  const section = element("section", "recall-empty");
  const tested = topics.find(({ test }) => test !== "");
  const [words, path] = tested
    ? [PROGRESS_WORDS.startTest, tested.test]
    : [PROGRESS_WORDS.startLearning, topics[0]?.path];
  section.append(element("p", "recall-told", topics.length > 0 ? PROGRESS_WORDS.empty : PROGRESS_WORDS.noTopics));
  if (path !== undefined) {
    const actions = element("p", "recall-choice");
    actions.append(link("recall-button recall-check", words, root + path));
    section.append(actions);
  }
  return section;
}

/**
 * @param {Stood} stood
 * @param {string} root
 */
function topicView({ topic, standing }, root) {
  const section = element("section", "recall-standing");
  const title = element("h2", "recall-title");
  title.append(link("", topic.title, root + topic.path));
  const told = element("p", "recall-told");
  told.append(...state(standing), ".");
  const range = standing.last?.range ? [rangeOn(standing.last.range)] : [];
  const { answered, right, all, due, next } = standing;
  const counts = element("p", "recall-meta", `${answeredTold(answered, right, all)}; ${dueTold(due, next)}.`);
  section.append(title, told, ...range, bar(standing), counts, ...weakest(standing, root));
  return section;
}

/**
 * @param {Wide} wide
 * @param {string} root
 */
function wideView({ test, last }, root) {
  const section = element("section", "recall-standing");
  const title = element("h2", "recall-title");
  title.append(link("", test.title, root + test.path));
  const told = element("p", "recall-told");
  told.append(...stateView(lastTold(last)), ".");
  section.append(title, told, ...(last.range ? [rangeOn(last.range)] : []));
  return section;
}

/**
 * How much of a topic was answered, and how much of that was right, drawn.
 * @param {Standing} standing
 */
function bar({ answered, right, all }) {
  const svg = svgElement("svg", {
    class: "recall-bar",
    role: "img",
    "aria-label": answeredTold(answered, right, all),
    width: "100%",
    height: "0.75em",
    direction: "ltr",
  });
  const percent = (/** @type {number} */ part) => `${(100 * part) / Math.max(all, 1)}%`;
  const shape = { x: "0%", y: "0.0625em", height: "0.625em", rx: "0.3125em" };
  svg.append(
    svgElement("rect", { class: "recall-bar-all", width: "100%", ...shape }),
    svgElement("rect", { class: "recall-bar-answered", width: percent(answered), ...shape }),
    svgElement("rect", { class: "recall-bar-right", width: percent(right), ...shape }),
  );
  return svg;
}

/**
 * @param {Standing} standing
 * @param {string} root
 * @returns {Node[]}
 */
function weakest({ objectives }, root) {
  if (objectives.length === 0) return [];
  const list = element("ul", "recall-sections");
  for (const { name, section, right, answered } of objectives) {
    const item = document.createElement("li");
    const label = element("span", "recall-objective", `${objectiveName(name)}${section ? ": " : ""}`);
    if (section) label.append(link("", section.title, root + section.href));
    item.append(label, " ", element("span", "recall-meta", rightTold(right, answered)));
    list.append(item);
  }
  return [element("h3", "recall-title", PROGRESS_WORDS.weakest), list];
}

/**
 * @param {readonly Topic[]} topics
 * @param {string} root
 */
function notBegun(topics, root) {
  const section = element("section", "recall-standing");
  const list = element("ul", "recall-sections");
  for (const { title, path } of topics) {
    const item = document.createElement("li");
    item.append(link("", title, root + path));
    list.append(item);
  }
  section.append(element("h2", "recall-title", PROGRESS_WORDS.notBegun), list);
  return section;
}

/**
 * What can be done with all that is kept. The lines above the buttons are for `healthLines`.
 * @param {readonly string[]} words that confirm a reset, any of them
 */
export function keepingView(words) {
  const section = element("section", "recall-keeping");
  const file = document.createElement("input");
  Object.assign(file, { type: "file", accept: ".json,application/json", hidden: true });
  const actions = element("p", "recall-choice");
  actions.append(
    button("recall-button", PROGRESS_WORDS.export, "export"),
    " ",
    button("recall-button", PROGRESS_WORDS.import, "import"),
  );
  const status = element("div", "recall-status");
  status.setAttribute("role", "status");
  section.append(
    element("h2", "recall-title", PROGRESS_WORDS.kept),
    element("div", "recall-health"),
    actions,
    file,
    resetForm(words),
    status,
  );
  return section;
}

/** @param {readonly string[]} words */
function resetForm(words) {
  const details = element("details", "recall-reset");
  const summary = element("summary", "", PROGRESS_WORDS.reset);
  const form = document.createElement("form");
  const label = element("label", "", `${typeToConfirm(words)} `);
  const input = element("input", "recall-field");
  Object.assign(input, { type: "text", name: "confirm", autocomplete: "off", spellcheck: false });
  input.setAttribute("autocapitalize", "none");
  label.append(input);
  const submit = element("button", "recall-button", PROGRESS_WORDS.reset);
  submit.setAttribute("type", "submit");
  form.append(element("p", "", PROGRESS_WORDS.resetFor), label, submit);
  details.append(summary, form);
  return details;
}

/**
 * @param {import("../store/store-admin.js").Health} health
 * @returns {HTMLElement[]}
 */
export function healthLines(health) {
  const { bad, newer, trouble } = health;
  const lines = [
    healthTold(health),
    ...(trouble ? [NOTICES[trouble]] : []),
    ...(newer.length > 0 ? [newerTold(newer.length)] : []),
  ];
  const shown = lines.map((line) => element("p", "", line));
  return bad.length > 0 ? [...shown, element("p", "", badTold(bad.length)), badView(bad)] : shown;
}

/** @param {import("../store/store-admin.js").Health["bad"]} bad */
function badView(bad) {
  const details = element("details", "recall-bad");
  const list = document.createElement("dl");
  for (const { key, text } of bad) list.append(element("dt", "", key), element("dd", "", text));
  details.append(element("summary", "", PROGRESS_WORDS.setAside), list);
  return details;
}

/**
 * @param {string} className
 * @param {string} words
 * @param {string} href
 */
function link(className, words, href) {
  const made = /** @type {HTMLAnchorElement} */ (element("a", className, words));
  made.href = href;
  return made;
}
