// The digit keys of a focused question.

const TEXT_FIELDS = "textarea, select, input:not([type=radio], [type=checkbox]), [contenteditable]";

/**
 * @param {KeyboardEvent} event
 * @returns {number} 1 to 9, or 0 where the key means something else
 */
export function readDigit(event) {
  if (event.defaultPrevented || event.repeat || event.isComposing) return 0;
  if (event.ctrlKey || event.metaKey || event.altKey) return 0;
  if (!/^[1-9]$/.test(event.key)) return 0;
  return event.target instanceof Element && event.target.closest(TEXT_FIELDS) ? 0 : Number(event.key);
}
