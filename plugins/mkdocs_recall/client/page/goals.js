// <recall-goals>: what the reader can do by now, as their answers to the questions about each goal show.

import { judgeGoal } from "../items/recalled.js";
import { namesIn } from "../core/test-history.js";
import { element } from "../dom/elements.js";
import { siteStore } from "../store/site-store.js";
import { say, sayParts } from "../ui/say.js";
import { FOLLOWED } from "./restore.js";

/** @typedef {import("../items/recalled.js").GoalStanding} GoalStanding */

/** What changes an answer on this page: the reader, or another tab. */
const NEWS = ["recall-attempted", FOLLOWED];

export class RecallGoalsElement extends HTMLElement {
  /** The link to the section that teaches each goal, which a goal that is reached does not show.
   * @type {WeakMap<Element, HTMLAnchorElement>} */
  #links = new WeakMap();

  connectedCallback() {
    for (const type of NEWS) document.addEventListener(type, this);
  }

  disconnectedCallback() {
    for (const type of NEWS) document.removeEventListener(type, this);
  }

  handleEvent() {
    this.show();
  }

  /** Tick what is reached. At the start of a lesson there is nothing to tick. */
  show() {
    const rows = [...this.querySelectorAll("li")].filter(({ dataset }) => dataset.recallItems !== undefined);
    const title = this.querySelector(":scope > .recall-title");
    if (rows.length === 0 || !title) return;
    const stored = siteStore().items();
    const reached = rows.filter((row) => this.#showGoal(row, stored) === "reached").length;
    const count = this.querySelector(":scope > .recall-count") ?? element("p", "recall-count recall-meta");
    count.textContent = say("goals.count", { reached, all: rows.length });
    title.after(count);
  }

  /**
   * @param {HTMLElement} row
   * @param {ReadonlySet<string>} stored ids of items with a record
   */
  #showGoal(row, stored) {
    const store = siteStore();
    const logs = namesIn(row.dataset.recallItems).map((ids) =>
      ids.some((id) => stored.has(id)) ? store.entries(ids) : [],
    );
    const found = judgeGoal(logs);
    const meta = row.querySelector(":scope > .recall-meta");
    const link = meta?.querySelector("a") ?? this.#links.get(row) ?? null;
    if (link) this.#links.set(row, link);
    row.dataset.recallState = found.state;
    meta?.replaceChildren(...sayGoal(found, link));
    return found.state;
  }
}

/**
 * What is said of a goal. Without a section that teaches it there is no link.
 * @param {GoalStanding} standing
 * @param {HTMLAnchorElement | null} link
 */
function sayGoal({ state, right, answered: all }, link) {
  if (state === "none" && !link) return [say("goals.none")];
  if (state === "reached" || !link) return [say("goals.right", { right, all })];
  const words = say(`goals.link.${state}`);
  link.textContent = words;
  link.setAttribute("aria-label", say("goals.about", { words, section: link.dataset.recallSection ?? "" }));
  return state === "none" ? sayParts("goals.start", { link }) : sayParts(`goals.${state}`, { right, all, link });
}

export function showGoals() {
  for (const goals of document.querySelectorAll("recall-goals")) {
    if (goals instanceof RecallGoalsElement) goals.show();
  }
}
