// A page whose address asks for one question, `?embed=ID`: the question alone, and nothing of the site around it. What
// readers answer is recorded as on any page.

import { element } from "../dom/elements.js";
import { RecallItemElement } from "../items/item.js";
import { siteScript } from "../store/site-store.js";
import { say } from "../ui/say.js";

/** What the address asks for; null where that is the page. */
function findWanted() {
  return new URLSearchParams(location.search).get("embed");
}

/** What lies outside of the question is hidden from the start, before the page is complete. */
export function registerEmbed() {
  if (findWanted() === null) return;
  document.documentElement.dataset.recallEmbed = "";
  document.addEventListener("click", openElsewhere, { capture: true });
  // Keys by which a theme opens its search or another page.
  document.documentElement.addEventListener("keydown", (event) => {
    if (event.key.length === 1) event.stopPropagation();
  });
}

/** Show the question that the address asks for. */
export function showEmbedded() {
  const wanted = findWanted();
  const script = siteScript();
  if (wanted === null || !script || document.querySelector("[data-recall-alone]")) return;
  const found = findItem(wanted);
  const alone = !found || found.closest("recall-test") ? makeNote(wanted, found) : takeOut(found);
  alone.dataset.recallAlone = "";
  script.after(alone);
  for (let around = alone.parentElement; around; around = around.parentElement) around.dataset.recallAround = "";
  if (found instanceof RecallItemElement && alone.contains(found)) found.follow(true);
}

/**
 * The item of this id, or the one that had it before. The box of a faulty one stands for it.
 * @param {string} id
 * @returns {HTMLElement | null}
 */
function findItem(id) {
  const named = document.getElementById(`recall-${id}`);
  if (named?.matches(".recall-item, .recall-error")) return named;
  const items = [...document.querySelectorAll(".recall-item")].filter((item) => item instanceof RecallItemElement);
  return items.find(({ ids }) => ids.includes(id)) ?? null;
}

/**
 * What surrounds the item on its page may hide it: a practice shows one of several, a tab or a box may be closed. So it
 * stands by itself; a card keeps a sheet, which is its frame.
 * @param {HTMLElement} item
 */
function takeOut(item) {
  const sheet = /** @type {HTMLElement | undefined} */ (item.closest(".recall-sheet")?.cloneNode());
  sheet?.append(item);
  return sheet ?? item;
}

/**
 * @param {string} wanted
 * @param {HTMLElement | null} found what cannot be shown alone
 */
function makeNote(wanted, found) {
  const note = element("p", "recall-note", found ? say("embed.test") : say("embed.unknown", { id: wanted }));
  const link = /** @type {HTMLAnchorElement} */ (element("a", "", say("embed.page")));
  link.href = location.pathname;
  note.append(" ", link);
  return note;
}

/**
 * A link leads out of the frame. One to another place of the page, which is hidden, leads to the page as a whole.
 * @param {Event} event
 */
function openElsewhere({ target }) {
  const link = target instanceof Element ? target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  const within = link.getAttribute("href")?.startsWith("#");
  if (
    within &&
    document.querySelector("[data-recall-alone]")?.querySelector(`[id="${CSS.escape(link.hash.slice(1))}"]`)
  )
    return;
  if (within) link.href = location.pathname + link.hash;
  link.target = "_blank";
}
