// What the progress page shows, made of text alone: how topics stand, what is kept, and what can be done with it.

import { button, element, svgElement } from "../dom/elements.js";
import { rangeOn } from "../dom/range-chart.js";
import { say, sayParts, saySentences } from "../ui/say.js";
import { objectiveName, sayConfirm, sayDue, sayEvidence, sayHealth, sayLast, sayState } from "./wording.js";

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
  const due = isTopicBegun({ topic: /** @type {Topic} */ ({}), standing }) ? [sayDue(standing.due, standing.next)] : [];
  line.append(...stateView(sayState(standing), saySentences([sayEvidence(standing), ...due])));
  return line;
}

/**
 * @param {string} state
 * @param {string} evidence what says so, in sentences
 */
function stateView(state, evidence) {
  return sayParts("progress.standing", { state: element("strong", "recall-state", state), evidence });
}

/**
 * @param {readonly Topic[]} topics
 * @param {string} root
 */
function emptyView(topics, root) {
  const section = element("section", "recall-empty");
  const tested = topics.find(({ test }) => test !== "");
  const [words, path] = tested ? [say("startTest"), tested.test] : [say("startLearning"), topics[0]?.path];
  section.append(element("p", "recall-told", say(topics.length > 0 ? "progress.empty" : "progress.noTopics")));
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
  told.append(...stateView(sayState(standing), sayEvidence(standing)));
  const range = standing.last?.range ? [rangeOn(standing.last.range)] : [];
  const { answered, right, all, due, next } = standing;
  const counted = say("progress.answered", { answered, right, all });
  const counts = element("p", "recall-meta", saySentences([counted, sayDue(due, next)]));
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
  told.append(...stateView(say(`progress.state.${last.verdict}`), sayLast(last)));
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
    "aria-label": say("progress.answered", { answered, right, all }),
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
    const label = element("span", "recall-objective");
    const objective = objectiveName(name);
    if (!section) label.append(objective);
    else
      label.append(
        ...sayParts("progress.objective", { objective, section: link("", section.title, root + section.href) }),
      );
    item.append(label, " ", element("span", "recall-meta", say("progress.right", { right, all: answered })));
    list.append(item);
  }
  return [element("h3", "recall-title", say("progress.weakest")), list];
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
  section.append(element("h2", "recall-title", say("progress.notStarted")), list);
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
    button("recall-button", say("progress.export"), "export"),
    " ",
    button("recall-button", say("progress.import"), "import"),
  );
  const status = element("div", "recall-status");
  status.setAttribute("role", "status");
  section.append(
    element("h2", "recall-title", say("progress.saved")),
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
  const summary = element("summary", "", say("progress.reset"));
  const form = document.createElement("form");
  const label = element("label", "", `${sayConfirm(words)} `);
  const input = element("input", "recall-field");
  Object.assign(input, { type: "text", name: "confirm", autocomplete: "off", spellcheck: false });
  input.setAttribute("autocapitalize", "none");
  label.append(input);
  const submit = element("button", "recall-button", say("progress.reset"));
  submit.setAttribute("type", "submit");
  form.append(element("p", "", say("progress.resetTold")), label, submit);
  details.append(summary, form);
  return details;
}

/**
 * @param {import("../store/store-admin.js").Health} health
 * @returns {HTMLElement[]}
 */
export function healthLines(health) {
  const { bad, newer, trouble, unsaved } = health;
  const lines = [
    sayHealth(health),
    ...(trouble ? [say(`notice.${trouble}`)] : []),
    ...(unsaved > 0 ? [say("progress.unsaved", { n: unsaved })] : []),
    ...(newer.length > 0 ? [say("progress.newer", { n: newer.length })] : []),
  ];
  const shown = lines.map((line) => element("p", "", line));
  return bad.length > 0
    ? [...shown, element("p", "", say("progress.badTold", { n: bad.length })), badView(bad)]
    : shown;
}

/** @param {import("../store/store-admin.js").Health["bad"]} bad */
function badView(bad) {
  const details = element("details", "recall-bad");
  const list = document.createElement("dl");
  for (const { key, text } of bad) list.append(element("dt", "", key), element("dd", "", text));
  details.append(element("summary", "", say("progress.bad")), list);
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
