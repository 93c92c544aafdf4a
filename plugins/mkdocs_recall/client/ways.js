// The two ways into a topic on a later visit: what was recalled, and how the last test came out.

import { RecallCardElement } from "./card.js";
import { RecallItemElement } from "./item.js";
import { stateOf } from "./log.js";
import { siteStore } from "./site.js";
import { lastTestAt } from "./visits.js";
import { VERDICTS, WORDS, cardsRecalled, lastTest } from "./words.js";

export function showWays() {
  for (const way of document.querySelectorAll(".recall-ways > .recall-way")) {
    if (!(way instanceof HTMLAnchorElement)) continue;
    if (way.dataset.recallWay === "learn") showLearn(way);
    else showTest(way);
  }
}

/**
 * Where items of this page were answered, learning goes on.
 * @param {HTMLAnchorElement} way
 */
function showLearn(way) {
  const store = siteStore();
  const items = [...store.items()].map((id) => document.getElementById(`recall-${id}`)).filter((found) => found instanceof RecallItemElement);
  const begun = items.filter((item) => store.entries(item.ids).length > 0);
  if (begun.length === 0) return;
  setText(way, ".recall-go", WORDS.continueLearning);
  const cards = begun.filter((item) => item instanceof RecallCardElement);
  const recalled = cards.filter((card) => stateOf(store.entries(card.ids), card.rev).rating === "good");
  const all = document.querySelectorAll("recall-card").length;
  if (all > 0) setText(way, ".recall-meta", cardsRecalled(recalled.length, all));
}

/** @param {HTMLAnchorElement} way */
function showTest(way) {
  const store = siteStore();
  const records = store.names("t").map((name) => store.kept("t", name));
  const last = lastTestAt(records, way.pathname, (item) => store.entries([item]));
  if (last) setText(way, ".recall-meta", lastTest(VERDICTS[last.verdict], last.right, last.all, last.time));
}

/**
 * Set the text of a part, and leave the icon behind it.
 * @param {Element} way
 * @param {string} part its selector
 * @param {string} words
 */
function setText(way, part, words) {
  const text = way.querySelector(part)?.firstChild;
  if (text instanceof Text) text.data = text.nextSibling ? `${words} ` : words;
}
