// <recall-map>: how the reader stands with each topic of a map, and which comes next.

import { findNextTopic, findTopicState, isStrong } from "./topic-state.js";
import { groupTopics } from "../core/manifest.js";
import { element, svgElement } from "../dom/elements.js";
import { siteStore } from "../store/site-store.js";
import { say } from "../ui/say.js";
import { loadSite } from "./site-manifest.js";
import { findStanding } from "./standings.js";

/**
 * @typedef {import("./topic-state.js").MapState} MapState
 * @typedef {import("./standings.js").Standing} Standing
 */

/** What changes an answer: the reader on this page, a reset, or another tab. */
const ANSWER_EVENTS = ["recall-attempted", "recall-followed"];

export class RecallMapElement extends HTMLElement {
  /** What the site holds, once it is needed. @type {ReturnType<typeof loadSite> | null} */
  #site = null;

  connectedCallback() {
    for (const type of ANSWER_EVENTS) document.addEventListener(type, this);
  }

  disconnectedCallback() {
    for (const type of ANSWER_EVENTS) document.removeEventListener(type, this);
  }

  handleEvent() {
    void this.show();
  }

  /** Show each topic as it is now. Where nothing was done yet, nothing needs to be known of the site. */
  async show() {
    const store = siteStore();
    await store.ready;
    const begun = store.names("i").length + store.names("t").length > 0;
    this.#site ??= begun ? loadSite(this.dataset) : null;
    const pages = (await this.#site)?.manifest?.pages ?? [];
    if (!this.isConnected) return;
    const topics = groupTopics(pages);
    /** @type {import("./standings.js").Reader} */
    const reader = { stored: store.items(), entries: (ids) => store.entries(ids), test: (id) => store.kept("t", id) };
    const links = [...this.querySelectorAll("a")];
    const stood = links.map(({ dataset }) => {
      const topic = topics.find(({ sources }) => sources.includes(dataset.recallSource ?? ""));
      return topic ? findStanding(topic, reader, store.now()) : null;
    });
    this.#show(links, stood);
  }

  /**
   * @param {readonly HTMLAnchorElement[]} links in the order of the map
   * @param {readonly (Standing | null)[]} stood
   */
  #show(links, stood) {
    const states = stood.map(findTopicState);
    const next = findNextTopic(states);
    links.forEach((link, index) => {
      const state = states[index] ?? "untested";
      link.dataset.recallState = state;
      const due = stood[index]?.due ?? 0;
      link.toggleAttribute("data-recall-next", index === next);
      link.toggleAttribute("data-recall-due", due > 0);
      showState(link, sayTopicState(state, { next: index === next, due }), state);
    });
    for (const lane of this.querySelectorAll(":scope > .recall-lane")) {
      const own = [...lane.querySelectorAll("a")].map((link) => states[links.indexOf(link)] ?? "untested");
      showCount(lane, own);
    }
  }
}

/**
 * @param {MapState} state
 * @param {{next: boolean, due: number}} more
 */
function sayTopicState(state, { next, due }) {
  const words = next && state !== "strong" && state !== "secure" ? say(`map.next.${state}`) : say(`map.${state}`);
  return due > 0 ? say("map.due", { state: words, due }) : words;
}

/**
 * @param {HTMLAnchorElement} link
 * @param {string} words
 * @param {MapState} state
 */
function showState(link, words, state) {
  const meta = link.querySelector(":scope > .recall-meta");
  const shown = element("span", "recall-state");
  shown.append(ring(state), " ", element("span", "", words));
  meta?.querySelector(":scope > .recall-state")?.remove();
  if (meta?.firstChild && meta.firstChild.textContent !== " ") meta.prepend(" ");
  meta?.prepend(shown);
}

/**
 * @param {Element} lane
 * @param {readonly MapState[]} states
 */
function showCount(lane, states) {
  const title = lane.querySelector(":scope > .recall-title");
  if (!title) return;
  const count = title.querySelector(".recall-meta") ?? element("span", "recall-meta");
  count.textContent = say("map.lane", { strong: states.filter(isStrong).length, all: states.length });
  if (!count.isConnected) title.append(" ", count);
}

/** What is drawn in the ring of each state, in a box of 16. @type {Readonly<Record<MapState, string>>} */
const MARKS = Object.freeze({
  untested: "",
  few: "",
  weak: "M8 8V4a4 4 0 0 1 4 4z",
  getting: "M8 4a4 4 0 0 1 0 8z",
  strong: "M4.8 8.2l2.3 2.3L11.2 6",
  secure: "M4.8 8.2l2.3 2.3L11.2 6",
});

/** @param {MapState} state */
function ring(state) {
  const svg = svgElement("svg", { class: "recall-ring", viewBox: "0 0 16 16", "aria-hidden": "true" });
  svg.append(svgElement("circle", { cx: "8", cy: "8", r: "7" }));
  if (MARKS[state]) svg.append(svgElement("path", { d: MARKS[state] }));
  return svg;
}

export function showMaps() {
  for (const map of document.querySelectorAll("recall-map")) if (map instanceof RecallMapElement) void map.show();
}
