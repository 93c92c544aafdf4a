// "Embed" in the menu of an item: the address at which it is alone, and the HTML that puts it into another page.

import { button, element } from "../dom/elements.js";
import { say } from "../ui/say.js";

/** A frame begins with some room for what comes after an answer; what needs more scrolls. */
const ROOM_BELOW = 1.6;
const LEAST = 320;

/**
 * Put both into the menu, in the place of the button.
 * @param {Event} event of that button
 */
export function fillEmbed({ target }) {
  const row = target instanceof Element ? target.closest("li") : null;
  const item = row?.closest(".recall-item");
  if (!row || !(item instanceof HTMLElement)) return;
  const address = findAddress(item, row.parentElement?.querySelector("a")?.href ?? "");
  const first = makeField(say("embed.address"), "input", address);
  const html = makeField(say("embed.html"), "textarea", writeFrame(item, address));
  row.replaceChildren(first, html);
  if (navigator.clipboard) row.append(makeCopy(html));
  row.querySelector("input")?.select();
}

/**
 * @param {HTMLElement} item
 * @param {string} link to the item on its page
 */
function findAddress(item, link) {
  const alone = new URL(link);
  alone.search = `?embed=${item.dataset.recallId}`;
  alone.hash = "";
  return alone.href;
}

/**
 * @param {string} name of its label
 * @param {"input" | "textarea"} tag
 * @param {string} value
 */
function makeField(name, tag, value) {
  const label = element("label", "recall-embed", name);
  const field = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (document.createElement(tag));
  Object.assign(field, { readOnly: true, value, spellcheck: false });
  field.addEventListener("focus", () => field.select());
  label.append(field);
  return label;
}

/** @param {HTMLElement} html */
function makeCopy(html) {
  const copy = button("", say("embed.copy"));
  const field = html.querySelector("textarea");
  copy.addEventListener("click", () => {
    const text = field?.value ?? "";
    navigator.clipboard.writeText(text).then(
      () => (copy.textContent = say("embed.copied")),
      () => field?.select(),
    );
  });
  copy.setAttribute("aria-live", "polite");
  return copy;
}

/**
 * @param {HTMLElement} item
 * @param {string} address
 */
function writeFrame(item, address) {
  const frame = document.createElement("iframe");
  const stem = item.querySelector(".recall-stem, .recall-prompt")?.textContent ?? "";
  frame.src = address;
  frame.title = stem.trim().replace(/\s+/g, " ").slice(0, 80);
  frame.width = "100%";
  frame.height = String(Math.max(LEAST, Math.ceil((item.offsetHeight * ROOM_BELOW) / 20) * 20));
  frame.loading = "lazy";
  return frame.outerHTML;
}
