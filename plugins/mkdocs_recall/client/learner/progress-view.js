// What the progress page shows, made of text alone: how topics stand, what is kept, and what can be done with it.

import { button, element } from "../dom/elements.js";
import { parts } from "../dom/parts.js";
import { rangeOn } from "../dom/range-chart.js";
import { sectionsView } from "../progress/sections-view.js";
import { say, sayDay, sayParts, saySentences } from "../ui/say.js";
import { sayConfirm, sayDue, sayEvidence, sayHealth, sayLast, sayState } from "./wording.js";

/**
 * @typedef {import("../core/manifest.js").Topic} Topic
 * @typedef {import("../sets/past-forms.js").PastTest} PastTest
 * @typedef {import("./standings.js").Last} Last
 * @typedef {import("./standings.js").Standing} Standing
 * @typedef {{topic: Topic, standing: Standing}} Stood
 * @typedef {ReturnType<typeof import("./standings.js").findWideResults>[number]} Wide
 *
 * @typedef {object} More what the overview needs besides
 * @property {string} root address of the site
 * @property {number} now
 * @property {HTMLElement[]} before the topics, where something was answered
 * @property {(stood: Stood | Wide) => PastTest[]} pastTests finished tests, the earliest first
 * @property {readonly number[]} days on which something was answered
 */

/**
 * All topics, those that were begun first, and the tests over several of them; or, where there is none, what to do.
 * @param {readonly Stood[]} stood
 * @param {readonly Wide[]} wide
 * @param {More} more
 * @returns {HTMLElement[]}
 */
export function overview(stood, wide, more) {
  const begun = stood.filter(isTopicBegun);
  if (begun.length + wide.length === 0)
    return [
      emptyView(
        stood.map(({ topic }) => topic),
        more.root,
      ),
    ];
  const others = stood.filter((each) => !isTopicBegun(each)).map(({ topic }) => topic);
  return [
    ...more.before,
    ...begun.map((each) => topicView(each, more)),
    ...wide.map((each) => wideView(each, more)),
    ...(others.length > 0 ? [notBegun(others, more.root)] : []),
    ...(more.days.length > 0 ? [daysView(more.days)] : []),
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
export function lineView({ topic, standing }) {
  const line = element("p", "recall-standing");
  const begun = isTopicBegun({ topic, standing });
  const evidence = [sayEvidence(standing), ...(begun ? [sayDue(standing.due, standing.next)] : [])];
  line.append(...stateView(sayState(standing), saySentences(evidence)));
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
 * @param {More} more
 */
function topicView(stood, more) {
  const { topic, standing } = stood;
  const section = element("section", "recall-standing");
  const told = element("p", "recall-told");
  if (standing.last) told.append(...stateView(sayState(standing), sayLast(standing.last)));
  else told.append(element("strong", "recall-state", say("progress.noTest")));
  const { answered, right, all, due, next } = standing;
  const counted = say("progress.answered", { answered, right, all });
  const counts = element("p", "recall-meta", saySentences([counted, sayDue(due, next)]));
  section.append(
    titleOf(topic, more.root),
    told,
    counts,
    ...testsView(more.pastTests(stood), { ...more, last: standing.last, name: topic.path, path: topic.test }),
    ...sectionsView(standing.sections, more.root),
  );
  return section;
}

/**
 * @param {Wide} wide
 * @param {More} more
 */
function wideView(wide, more) {
  const { test, last } = wide;
  const section = element("section", "recall-standing");
  const told = element("p", "recall-told");
  told.append(...stateView(say(`progress.state.${last.verdict}`), sayLast(last)));
  const tests = testsView(more.pastTests(wide), { ...more, last, name: test.id, path: test.path });
  section.append(titleOf(test, more.root), told, ...tests);
  return section;
}

/**
 * @param {{title: string, path: string}} page
 * @param {string} root
 */
function titleOf({ title, path }, root) {
  const made = element("h2", "recall-title");
  made.append(link("", title, root + path));
  return made;
}

/**
 * The likely range of the last test, or, of several tests, that of each. What lists them may not have come.
 * @param {readonly PastTest[]} tests
 * @param {{last: Last | null, name: string, path: string, root: string, now: number}} more path of the page of the test
 * @returns {Element[]}
 */
function testsView(tests, { last, name, path, root, now }) {
  const list = /** @type {typeof import("../sets/past-list.js") | undefined} */ (parts().here["past"]);
  const range = last?.range && (tests.length < 2 || !list) ? [rangeOn(last.range)] : [];
  if (tests.length === 0 || !list) return range;
  const past = element("div", "recall-past");
  list.fillPastTests(past, tests, { name, current: "", now, level: 3, address: root + path });
  return [...range, past];
}

/** @param {readonly number[]} days */
function daysView(days) {
  const section = element("section", "recall-days");
  const [first, last] = [sayDay(days[0] ?? 0), sayDay(days.at(-1) ?? 0)];
  section.append(
    element("h2", "recall-title", say("progress.daysTitle")),
    element("p", "recall-told", say("progress.days", { n: days.length, first, last })),
  );
  return section;
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
