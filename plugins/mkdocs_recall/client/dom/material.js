// What Material adds to a page when it begins, for an item that comes later: copy buttons, and the line under the name
// of the tab in view. Other themes add nothing, and nothing is added there.

import { fields, texts } from "../core/log.js";
import { element } from "./elements.js";

let codes = 0;

/** @param {HTMLElement} item */
export function dressUp(item) {
  const config = readConfig();
  if (config.features.includes("content.code.copy")) {
    for (const code of item.querySelectorAll("pre:not(.mermaid) > code")) addCopy(code, config.copy);
  }
  for (const tabs of item.querySelectorAll(".tabbed-set")) if (tabs instanceof HTMLElement) underline(tabs);
}

/** What the theme was told, as far as it is of use here. */
function readConfig() {
  try {
    const { features, translations } = fields(JSON.parse(document.getElementById("__config")?.textContent ?? ""));
    return { features: texts(features), copy: String(fields(translations)["clipboard.copy"] ?? "") };
  } catch {
    return { features: [], copy: "" };
  }
}

/**
 * Material listens to all buttons of this form, also to those that come later. Its own stand in a `nav`; several of
 * them would be landmarks of one name.
 * @param {Element} code
 * @param {string} title
 */
function addCopy(code, title) {
  const pre = code.parentElement;
  if (!pre) return;
  codes += 1;
  pre.id = `recall-code-${codes}`;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "md-code__button";
  button.title = title;
  button.dataset.mdType = "copy";
  button.dataset.clipboardTarget = `#${pre.id} > code`;
  const place = element("div", "md-code__nav");
  place.append(button);
  code.before(place);
}

/** @param {HTMLElement} tabs */
function underline(tabs) {
  const draw = () => {
    const checked = [...tabs.querySelectorAll(":scope > input")].find(
      (input) => input instanceof HTMLInputElement && input.checked,
    );
    const label = tabs.querySelector(`:scope > .tabbed-labels > label[for="${CSS.escape(checked?.id ?? "")}"]`);
    if (!(label instanceof HTMLElement)) return;
    tabs.style.setProperty("--md-indicator-x", `${label.offsetLeft}px`);
    tabs.style.setProperty("--md-indicator-width", `${label.offsetWidth}px`);
  };
  tabs.addEventListener("change", draw);
  new ResizeObserver(draw).observe(tabs);
}
