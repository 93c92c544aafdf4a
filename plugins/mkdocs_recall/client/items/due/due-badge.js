// The number of cards that are due, beside each link of the navigation that leads to the review. It comes from one
// small record (due-record.js), which follows each answer. A record that is missing is made again from the logs.

import { standing } from "../../core/log.js";
import { findCards } from "../../core/scheduling/review-cards.js";
import { afterPaint } from "./after-paint.js";
import { element } from "../../dom/elements.js";
import { openShelf } from "../../store/shelf.js";
import { reviewAddress, siteName, siteStore } from "../../store/site-store.js";
import { say, sayNumber } from "../../ui/say.js";
import { CAP, countDue, describeDue, readDue, writeDue } from "./due-record.js";
import { RecallItemElement } from "../item.js";

/**
 * @typedef {Pick<import("../../core/manifest.js").ManifestItem, "id" | "ids" | "concepts">} KnownItem
 * @typedef {import("./due-record.js").DueRecord} DueRecord
 */

/** Links of the theme's navigation. */
const LINKS = ':is(nav, .md-nav, [role="navigation"]) a[href]';

/** Items that show what was answered. A review keeps the record of its own. */
const ANSWERED = ".recall-item:is([data-recall-state], [data-recall-rating]):not(recall-review *)";

/** Records of stores whose records this page keeps itself. @type {WeakMap<object, DueRecord>} */
const held = new WeakMap();

/** Hear of each answer. */
export function registerDue() {
  document.addEventListener("recall-attempted", ({ target }) => {
    if (target instanceof RecallItemElement && !target.closest("recall-review"))
      afterPaint(() => noteDue([knowElement(target)]));
  });
}

/** Note what was answered on this page before anything heard of it. */
export function noteSession() {
  const { session } = siteStore();
  const shown = [...document.querySelectorAll(ANSWERED)].filter((item) => item instanceof RecallItemElement);
  const answered = shown.filter(({ entries }) =>
    entries.some((entry) => "session" in entry && entry.session === session),
  );
  noteDue(answered.map(knowElement));
}

/** New items a day, as the review said when it was last open. */
export function dueCap() {
  return load()?.cap ?? CAP;
}

/**
 * Derive the record from all that was answered.
 * @param {readonly KnownItem[]} answered
 * @param {number} [cap] new items a day, where it is known
 */
export function keepDue(answered, cap = dueCap()) {
  const record = derive({ cap, items: new Map() }, answered);
  save(record);
  showDue();
  return record;
}

/**
 * How many cards of some items are due, whether or not they are among the new ones of today.
 * @param {readonly string[]} ids
 */
export function countDueAmong(ids) {
  const { items } = load() ?? rebuild();
  const mine = new Map([...items].filter(([id]) => ids.includes(id)));
  return countDue({ cap: Infinity, items: mine }, siteStore().now());
}

/** Show how many cards are due, as the record says. */
export function showDue() {
  const address = reviewAddress();
  if (!address) return;
  const due = countDue(load() ?? rebuild(), siteStore().now());
  for (const link of document.querySelectorAll(LINKS))
    if (link instanceof HTMLAnchorElement && leadsTo(link, address)) setBadge(link, due);
}

/**
 * Update the record where items have changed.
 * @param {readonly KnownItem[]} known
 */
export function noteDue(known) {
  if (known.length > 0) save(derive(load() ?? rebuild(), known));
  showDue();
}

/**
 * Update the record where records of items have changed, here or in another tab.
 * @param {readonly string[]} names
 */
export function noteNames(names) {
  noteDue(knowNames(names));
}

/**
 * @param {RecallItemElement} item
 * @returns {KnownItem}
 */
function knowElement(item) {
  const ticks = [...item.querySelectorAll("[data-recall-concept]")];
  const concepts = ticks.map((tick) => tick.getAttribute("data-recall-concept") ?? "");
  return { id: item.itemId, ids: item.ids, concepts };
}

/**
 * What can be known of items by their names. The log of an explanation does not say which concepts there are, so one on
 * another page is left out: a page with it, or one that knows the whole site, has it in the record again.
 * @param {readonly string[]} names
 * @returns {KnownItem[]}
 */
function knowNames(names) {
  const [store, items] = [siteStore(), siteStore().items()];
  return names.flatMap((name) => {
    const found = document.getElementById(`recall-${name}`);
    // A review may show a concept of an explanation as a card.
    if (found instanceof RecallItemElement && !found.closest("recall-review")) return knowElement(found);
    const ticked = standing(store.entries([name])).some((entry) => "concepts" in entry);
    return items.has(name) && !ticked ? { id: name, ids: [name], concepts: [] } : [];
  });
}

/**
 * The record with what the logs say of some items by now.
 * @param {DueRecord} record
 * @param {readonly KnownItem[]} known
 * @returns {DueRecord}
 */
function derive({ cap, items }, known) {
  const [store, now] = [siteStore(), siteStore().now()];
  const next = new Map(items);
  for (const item of known) {
    const entries = store.entries(item.ids);
    const described = describeDue(findCards(item, entries, now), entries);
    for (const id of item.ids) next.delete(id);
    if (described) next.set(item.id, described);
  }
  return { cap, items: next };
}

/** A record made of the logs alone. */
function rebuild() {
  const record = derive({ cap: CAP, items: new Map() }, knowNames([...siteStore().items()]));
  save(record);
  return record;
}

function key() {
  return `recall:${siteName()}:due`;
}

/** Pages from disk have records from the hub too: what one of them saved may be too old. */
function openDueShelf() {
  return siteStore().place === "browser" ? openShelf() : null;
}

/** @returns {DueRecord | null} */
function load() {
  try {
    const shelf = openDueShelf();
    return shelf ? readDue(JSON.parse(shelf.getItem(key()) ?? "null")) : (held.get(siteStore()) ?? null);
  } catch {
    return null;
  }
}

/** @param {DueRecord} record */
function save(record) {
  try {
    held.set(siteStore(), record);
    openDueShelf()?.setItem(key(), JSON.stringify(writeDue(record)));
  } catch {
    // Without room for it, the record is made again each time.
  }
}

/**
 * @param {HTMLAnchorElement} link
 * @param {string} address
 */
function leadsTo({ origin, pathname, hash }, address) {
  const { origin: host, pathname: path } = new URL(address, document.baseURI);
  return hash === "" && origin === host && pathname.replace(/index\.html$/, "") === path.replace(/index\.html$/, "");
}

/**
 * @param {HTMLAnchorElement} link
 * @param {number} due
 */
function setBadge(link, due) {
  const badge = link.querySelector(":scope .recall-due") ?? makeBadge(link);
  badge.textContent = due > 0 ? sayNumber(due) : "";
  badge.setAttribute("aria-label", say("due.count", { n: due }));
  badge.toggleAttribute("hidden", due === 0);
}

/** @param {HTMLAnchorElement} link */
function makeBadge(link) {
  const badge = element("span", "recall-due");
  badge.setAttribute("role", "img");
  const place = element("span", "recall-due-place");
  place.append(badge);
  (link.querySelector(".md-ellipsis") ?? link).append(place);
  return badge;
}
