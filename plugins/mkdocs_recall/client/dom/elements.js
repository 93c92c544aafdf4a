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
