// Resets: of an item from its menu, with a way back; of a set and of a page once asked.

import { standing } from "../core/log.js";
import { button, element } from "../dom/elements.js";
import { RecallItemElement, readAction } from "../items/item.js";
import { showNotice } from "../items/later.js";
import { verdictPanel } from "../items/verdict-panel.js";
import { resetLog } from "../store/reset-log.js";
import { siteStore } from "../store/site-store.js";
import { say } from "../ui/say.js";
import { isSet } from "./is-set.js";
import { showChanged } from "./restore.js";

/** What undoes the reset of an item, as long as its button stands there. @type {WeakMap<Element, () => void>} */
const undos = new WeakMap();

class Resets {
  /** @param {Event} event */
  handleEvent(event) {
    const { target } = event;
    if (!(target instanceof Element)) return;
    if (event.type === "toggle") return offer(target);
    const pressed = target.closest("button");
    const action = readAction(event);
    if (!pressed) return;
    if (action === "reset") resetItem(pressed);
    else if (action === "undo") undos.get(pressed)?.();
    else if (action === "reset-set" || action === "reset-page") ask(pressed);
    else if (action === "reset-yes" || action === "reset-no") answer(pressed, action === "reset-yes");
  }
}

/**
 * A menu that opens has a way to reset its item, where there is anything to reset. In a test that is for all of it.
 * @param {Element} menu
 */
function offer(menu) {
  const item = menu.closest(".recall-item");
  if (!menu.matches("details.recall-menu[open]") || !(item instanceof RecallItemElement) || item.closest("recall-test"))
    return;
  const offered = menu.querySelector('[data-recall-do="reset"]')?.parentElement;
  if (!hasRecords(item)) return offered?.remove();
  if (offered) return;
  const row = document.createElement("li");
  row.append(button("recall-reset", say("reset.item"), "reset"));
  menu.querySelector(".recall-links")?.append(row);
}

/** @param {RecallItemElement} item */
function hasRecords({ ids }) {
  const store = siteStore();
  return standing(store.entries(ids)).length > 0 || ids.some((id) => store.kept("d", id) !== null);
}

/** @param {Element} pressed in the menu of an item */
function resetItem(pressed) {
  const item = pressed.closest(".recall-item");
  const menu = pressed.closest("details");
  if (!(item instanceof RecallItemElement)) return;
  const { trouble, undo } = resetLog(siteStore(), item.ids);
  menu?.removeAttribute("open");
  menu?.querySelector("summary")?.focus();
  showChanged(item.ids, true);
  if (trouble) showNotice(item, trouble);
  const back = button("recall-help", say("undo"), "undo");
  undos.set(back, () => {
    undo();
    menu?.querySelector("summary")?.focus();
    showChanged(item.ids, true);
  });
  const line = element("p", "recall-choice");
  line.append(back);
  item.tell(verdictPanel("notice", say("reset.done"), [line]));
}

/**
 * Ask in place of the button, and keep it for later.
 * @param {HTMLElement} pressed
 */
function ask(pressed) {
  const { items } = findScope(pressed);
  if (items.length === 0 && !pressed.closest("recall-test")) return showStatus(pressed, say("reset.nothing"));
  showStatus(pressed, "");
  const dialog = element("span", "recall-confirm");
  dialog.role = "group";
  const yes = button("recall-button", say("reset.item"), "reset-yes");
  const question = items.length > 0 ? say("reset.ask", { n: items.length }) : say("reset.askTest");
  const words = element("span", "recall-meta", question);
  dialog.ariaLabel = question;
  dialog.append(words, " ", yes, " ", button("recall-help", say("reset.keep"), "reset-no"));
  pressed.hidden = true;
  pressed.after(dialog);
  yes.focus();
}

/**
 * @param {Element} pressed
 * @param {boolean} yes
 */
function answer(pressed, yes) {
  const dialog = pressed.closest(".recall-confirm");
  const first = dialog?.previousElementSibling;
  if (!dialog || !(first instanceof HTMLElement)) return;
  const scope = findScope(dialog);
  dialog.remove();
  first.hidden = false;
  first.focus();
  if (!yes) return;
  resetAll(scope);
  showStatus(first, say("reset.done"));
}

/**
 * @typedef {object} Scope
 * @property {RecallItemElement[]} items of those, the ones that are begun
 * @property {import("./is-set.js").ItemSet[]} sets
 */

/**
 * What a button resets: the set that it stands in, or else the page. What belongs to other pages stays.
 * @param {Element} pressed
 * @returns {Scope}
 */
function findScope(pressed) {
  const set = pressed.closest("recall-practice, recall-test");
  const found = [...(set ?? document).querySelectorAll(".recall-item")].filter(
    (item) => item instanceof RecallItemElement,
  );
  const sets = set ? [set] : [...document.querySelectorAll("recall-practice, recall-test")];
  const stored = siteStore().items();
  const items = found.filter(({ isGuest, ids }) => !isGuest && ids.some((id) => stored.has(id))).filter(hasRecords);
  return { items, sets: sets.filter(isSet) };
}

/** @param {Scope} scope */
function resetAll({ items, sets }) {
  const store = siteStore();
  const troubles = items.map((item) => resetLog(store, item.ids).trouble);
  for (const id of sets.flatMap(({ ids }) => ids)) {
    for (const kind of /** @type {const} */ (["d", "t"]))
      if (store.kept(kind, id)) troubles.push(store.keep(kind, id, null));
  }
  for (const set of sets) set.clear();
  showChanged(
    [...items, ...sets].flatMap(({ ids }) => ids),
    true,
  );
  const trouble = troubles.find((each) => each !== null);
  const [host] = [...items, ...sets];
  if (trouble && host) showNotice(host, trouble);
}

/**
 * @param {Element} pressed
 * @param {string} words
 */
function showStatus(pressed, words) {
  const status = pressed.parentElement?.querySelector(":scope > [role=status]");
  if (status) status.textContent = words;
}

export function registerResets() {
  const resets = new Resets();
  document.addEventListener("click", resets);
  document.addEventListener("toggle", resets, { capture: true });
}
