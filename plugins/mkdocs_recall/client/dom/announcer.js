// Text in a status region, so that screen readers say it: also when it is the same as before.

/** Long enough for a region to be noticed as empty, in milliseconds. */
const SILENCE = 50;

export class Announcer {
  #timer = 0;
  /** @type {(() => void) | null} */
  #pending = null;

  /**
   * Put content into a region and have it said. Where it ends below the window, scroll just enough to show it.
   * @param {HTMLElement} region
   * @param {DocumentFragment} content
   * @param {boolean} [still] without scrolling
   */
  say(region, content, still = false) {
    this.flush();
    const fill = () => {
      region.replaceChildren(content);
      if (!still && region.textContent && endsBelow(region))
        region.scrollIntoView({ block: "nearest", behavior: "instant" });
    };
    const same = region.textContent !== "" && region.textContent === content.textContent;
    if (!same && !region.hasAttribute("aria-live")) return fill();
    empty(region);
    this.#pending = fill;
    this.#timer = window.setTimeout(() => this.flush(), SILENCE);
  }

  /**
   * Put content into a region without a word: what a page shows at load is no news.
   * @param {HTMLElement} region
   * @param {DocumentFragment} content
   */
  show(region, content) {
    this.flush();
    region.setAttribute("aria-live", "off");
    region.replaceChildren(content);
  }

  /** Finish at once what is pending. */
  flush() {
    window.clearTimeout(this.#timer);
    const pending = this.#pending;
    this.#pending = null;
    pending?.();
  }
}

/**
 * Take the text out of a region and leave its height, so that nothing below moves.
 * @param {HTMLElement} region
 */
function empty(region) {
  const blank = document.createElement("span");
  blank.style.display = "block";
  blank.style.blockSize = `${region.offsetHeight}px`;
  region.replaceChildren(blank);
  region.removeAttribute("aria-live");
}

/**
 * Whether an element ends below what a reader sees: its scroll margin keeps it clear of what sticks to the lower edge.
 * @param {Element} element
 */
export function endsBelow(element) {
  const margin = Number.parseFloat(getComputedStyle(element).scrollMarginBlockEnd) || 0;
  return element.getBoundingClientRect().bottom + margin > window.innerHeight;
}
