// Menus of items: a `details` each, which is filled when it first opens, and closes like a menu.

import { button, element } from "../dom/elements.js";
import { loadPart } from "../dom/parts.js";
import { say } from "../ui/say.js";

const OPEN = "details.recall-menu[open]";

class OpenMenus {
  /** @param {Event} event */
  handleEvent(event) {
    if (event instanceof KeyboardEvent && event.key !== "Escape") return;
    if (event.type === "click" && event.target instanceof Element) {
      fill(event.target.closest("summary")?.parentElement);
      const embed = event.target.closest('[data-recall-do="embed"]');
      if (embed)
        void loadPart("embed")
          .then(() => embed.dispatchEvent(new Event("recall-embed", { bubbles: true })))
          .catch(() => {});
    }
    for (const menu of document.querySelectorAll(OPEN)) {
      if (event instanceof KeyboardEvent) close(menu);
      else if (!(event.target instanceof Node && menu.contains(event.target)) || isLink(event.target))
        menu.removeAttribute("open");
    }
  }
}

/**
 * Put the links into a menu that is about to open.
 * @param {HTMLElement | null | undefined} menu
 */
function fill(menu) {
  if (!menu?.matches("details.recall-menu") || menu.querySelector(".recall-links")) return;
  const { recallEditHref, recallReportHref, recallAddress } = menu.dataset;
  const links = element("ul", "recall-links");
  for (const [title, address] of [
    [say("menu.link"), recallAddress ?? `#${menu.closest(".recall-item")?.id}`],
    [say("menu.edit"), recallEditHref],
    [say("menu.report"), recallReportHref],
  ]) {
    if (!address) continue;
    const link = /** @type {HTMLAnchorElement} */ (element("a", "", title));
    link.href = address;
    const row = document.createElement("li");
    row.append(link);
    links.append(row);
  }
  const row = document.createElement("li");
  row.append(button("", say("menu.embed"), "embed"));
  links.append(row);
  menu.append(links);
}

/**
 * Focus inside goes back to what opened it.
 * @param {Element} menu
 */
function close(menu) {
  const within = menu.contains(document.activeElement);
  menu.removeAttribute("open");
  if (within) menu.querySelector("summary")?.focus();
}

/** @param {Node} node */
function isLink(node) {
  return node instanceof Element && node.closest("a") !== null;
}

/** A menu that was opened before this had come gets its links now, and what others add to them. */
export function fillOpen() {
  for (const menu of document.querySelectorAll(OPEN)) {
    if (!(menu instanceof HTMLElement)) continue;
    fill(menu);
    menu.dispatchEvent(new Event("toggle"));
  }
}

/** One pair of listeners for all menus. */
export function registerMenus() {
  const menus = new OpenMenus();
  for (const type of ["click", "keydown"]) document.addEventListener(type, menus);
}
