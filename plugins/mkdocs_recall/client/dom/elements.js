// Elements made in one line.

/**
 * @param {string} className
 * @param {string} text
 * @param {string} [action]
 */
export function button(className, text, action) {
  const made = /** @type {HTMLButtonElement} */ (element("button", className, text));
  made.type = "button";
  if (action) made.dataset.recallDo = action;
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} tag of SVG
 * @param {Record<string, string>} attributes
 * @returns {SVGElement}
 */
export function svgElement(tag, attributes) {
  const made = /** @type {SVGElement} */ (document.createElementNS(SVG, tag));
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

/**
 * @param {string} tag
 * @param {string} className
 * @param {string} [text]
 */
export function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
