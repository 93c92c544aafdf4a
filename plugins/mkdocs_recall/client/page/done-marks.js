// Marks at the sections of a page whose items were all answered: at the heading, and at its links in the table of
// contents. They come after the page, so they take no room, and they follow each answer.

import { isAnswered } from "../core/scheduling/answered.js";
import { linkedElement } from "../dom/address.js";
import { afterPaint } from "../items/due/after-paint.js";
import { element } from "../dom/elements.js";
import { icon } from "../dom/icons.js";
import { RecallItemElement } from "../items/item.js";
import { siteStore } from "../store/site-store.js";
import { say } from "../ui/say.js";
import { FOLLOWED } from "./restore.js";

/** A page has one first heading; the sections are below it. */
const HEADINGS = ":is(h2, h3, h4, h5, h6)[id]";

/** What belongs to no section of a lesson: a test draws from its questions, and a review borrows them. */
const ELSEWHERE = "recall-test, recall-review, recall-today";

/** Hear of each answer, here and elsewhere. */
export function registerDone() {
  document.addEventListener("recall-attempted", () => afterPaint(showDone));
  document.addEventListener(FOLLOWED, showDone);
}

/** Mark the sections that are done by now, and no other. */
export function showDone() {
  const done = isOff() ? new Set() : findDone();
  for (const heading of document.querySelectorAll(HEADINGS)) {
    if (!isOurs(heading)) continue;
    toggleMark(heading, done.has(heading));
    for (const link of findLinks(heading)) toggleMark(link, done.has(heading));
  }
}

/** Whether the owner of the site wants no marks. */
function isOff() {
  return document.querySelector('script[data-recall-marks="no"]') !== null;
}

/**
 * Headings with items below them, up to the next heading of their rank or a higher one, all of which were answered.
 * @returns {Set<Element>}
 */
function findDone() {
  const store = siteStore();
  const stored = new Set(store.names("i"));
  /** @type {{heading: Element, rank: number, items: number, open: boolean}[]} */
  const sections = [];
  if (stored.size === 0) return new Set();
  /** The sections around the place that the walk has come to. @type {typeof sections} */
  let around = [];
  for (const found of document.querySelectorAll(`${HEADINGS}, .recall-item`)) {
    if (found instanceof RecallItemElement) {
      if (around.length === 0 || found.closest(ELSEWHERE)) continue;
      for (const section of around) section.items += 1;
      if (around.every(({ open }) => open)) continue;
      const answered = found.ids.some((id) => stored.has(id)) && isAnswered(store.entries(found.ids));
      if (!answered) for (const section of around) section.open = true;
    } else if (isOurs(found)) {
      const rank = Number(found.tagName.slice(1));
      around = [...around.filter((section) => section.rank < rank), { heading: found, rank, items: 0, open: false }];
      sections.push(...around.slice(-1));
    }
  }
  return new Set(sections.filter(({ items, open }) => items > 0 && !open).map(({ heading }) => heading));
}

/**
 * Whether a heading is one of the page: our blocks have others.
 * @param {Element} heading
 */
function isOurs(heading) {
  return !heading.closest(".recall-item, .recall-set, .recall-ways, recall-today, nav");
}

/**
 * Links of the navigation that lead to a heading of this page.
 * @param {Element} heading
 */
function findLinks(heading) {
  const all = document.querySelectorAll(':is(nav, .md-nav, [role="navigation"], [role="complementary"]) a[href*="#"]');
  return [...all].filter((link) => {
    if (!(link instanceof HTMLAnchorElement)) return false;
    return linkedElement(link.hash) === heading && link.pathname === location.pathname && link.host === location.host;
  });
}

/**
 * The mark is said after the words, and before the theme's link to the heading itself.
 * @param {Element} host
 * @param {boolean} done
 */
function toggleMark(host, done) {
  const mark = host.querySelector(":scope > .recall-done");
  if (!done) return mark?.remove();
  if (mark) return;
  const made = element("span", "recall-done");
  made.setAttribute("role", "img");
  made.setAttribute("aria-label", say("done.mark"));
  made.append(icon("check"));
  host.insertBefore(made, host.querySelector(":scope > .headerlink"));
}
