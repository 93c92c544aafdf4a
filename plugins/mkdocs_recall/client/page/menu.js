// Menus of items: a `details` each, which closes like a menu.

const OPEN = "details.recall-menu[open]";

class OpenMenus {
  /** @param {Event} event */
  handleEvent(event) {
    if (event instanceof KeyboardEvent && event.key !== "Escape") return;
    for (const menu of document.querySelectorAll(OPEN)) {
      if (event instanceof KeyboardEvent) close(menu);
      else if (!(event.target instanceof Node && menu.contains(event.target)) || isLink(event.target))
        menu.removeAttribute("open");
    }
  }
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

/** One pair of listeners for all menus. */
export function registerMenus() {
  const menus = new OpenMenus();
  for (const type of ["click", "keydown"]) document.addEventListener(type, menus);
}
