// What is in view of the page.

/**
 * Whether an element ends below what a reader sees: its scroll margin keeps it clear of what sticks to the lower edge.
 * @param {Element} element
 */
export function endsBelow(element) {
  const margin = Number.parseFloat(getComputedStyle(element).scrollMarginBlockEnd) || 0;
  return element.getBoundingClientRect().bottom + margin > window.innerHeight;
}
