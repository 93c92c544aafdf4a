// What can be taken back on an item's own page: a rating that was just given, and, from the item's menu, that a review
// asks it.

import { isAnswer, isSuspended, standing } from "../core/log.js";
import { button } from "../dom/elements.js";
import { RecallItemElement, readAction } from "../items/item.js";
import { showNotice } from "../items/later.js";
import { verdictPanel } from "../items/verdict-panel.js";
import { hasReview, siteStore } from "../store/site-store.js";
import { say } from "../ui/say.js";
import { FOLLOWED, showChanged } from "./restore.js";

const UNDO = '[data-recall-do="undo-rating"]';
const PAUSE = ':is([data-recall-do="suspend"], [data-recall-do="resume"])';

class TakeBacks {
  /** @param {Event} event */
  handleEvent(event) {
    const { target } = event;
    const item = target instanceof Element ? target.closest(".recall-item") : null;
    if (!(item instanceof RecallItemElement) || item.closest("recall-test")) return;
    if (event.type === "toggle") return offerPause(item, /** @type {Element} */ (target));
    if (item.isGuest) return;
    const action = readAction(event);
    if (event.type === "recall-attempted") offerUndo(item);
    else if (action === "undo-rating") undoRating(item);
    else if (action === "suspend" || action === "resume") pause(item, action);
  }
}

/**
 * The rating of this visit that stands. @param {RecallItemElement} item
 */
function findRating({ entries }) {
  const { session } = siteStore();
  return standing(entries)
    .filter((entry) => entry.kind === "rating" && entry.context !== "review" && entry.session === session)
    .at(-1);
}

/** @param {RecallItemElement} item */
function offerUndo(item) {
  const row = item.querySelector(".recall-rate");
  const offered = row?.querySelector(UNDO);
  if (!findRating(item)) offered?.remove();
  else if (!offered) row?.append(" ", button("recall-help", say("undo"), "undo-rating"));
}

/** @param {RecallItemElement} item */
function undoRating(item) {
  const rating = findRating(item);
  if (!rating) return;
  const trouble = siteStore().append(item.itemId, { kind: "undo", of: rating.id }, item.ids);
  showChanged(item.ids, true);
  offerUndo(item);
  /** @type {HTMLElement | null} */
  const next = item.querySelector(UNDO) ?? item.querySelector('[data-recall-do="again"]');
  next?.focus();
  if (trouble) showNotice(item, trouble);
}

/**
 * A menu that opens has a way to leave the item out of reviews, once it was answered.
 * @param {RecallItemElement} item
 * @param {Element} menu
 */
function offerPause(item, menu) {
  if (!menu.matches("details.recall-menu[open]") || !hasReview()) return;
  menu.querySelector(PAUSE)?.parentElement?.remove();
  const { entries } = item;
  if (!standing(entries).some(isAnswer)) return;
  const row = document.createElement("li");
  const offered = isSuspended(entries)
    ? button("recall-reset", say("review.resume"), "resume")
    : button("recall-reset", say("review.suspend"), "suspend");
  row.append(offered);
  menu.querySelector(".recall-links")?.append(row);
}

/**
 * @param {RecallItemElement} item
 * @param {"suspend" | "resume"} kind
 */
function pause(item, kind) {
  const trouble = siteStore().append(item.itemId, { kind }, item.ids);
  const menu = item.querySelector("details.recall-menu");
  menu?.removeAttribute("open");
  menu?.querySelector("summary")?.focus();
  document.dispatchEvent(new CustomEvent(FOLLOWED, { detail: item.ids }));
  item.tell(verdictPanel("notice", say(kind === "suspend" ? "review.leftOut" : "review.resumed")));
  if (trouble) showNotice(item, trouble);
}

export function registerTakeBacks() {
  const takeBacks = new TakeBacks();
  for (const type of ["click", "recall-attempted"]) document.addEventListener(type, takeBacks);
  document.addEventListener("toggle", takeBacks, { capture: true });
  for (const item of document.querySelectorAll("[data-recall-rating]"))
    if (item instanceof RecallItemElement && !item.isGuest) offerUndo(item);
}
