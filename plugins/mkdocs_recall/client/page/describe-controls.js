// Controls of one name are told apart by what they are about: a screen reader that lists a page's controls says of each
// "Check answer" and "Show answer" which question it belongs to.

/** A rating says when it would bring the card back; its group says of which card. "Sure" has a group as well. */
const DESCRIBED =
  ":is(summary, button, .recall-run, .recall-rate):not([aria-describedby], :is(.recall-rate, .recall-sure) *)";

/** Milliseconds of work at a time: a press in between is answered at once. */
const SLICE = 5;

/** Describe every control of an item by what the item asks. */
export function describeControls() {
  const items = document.querySelectorAll(".recall-item").values();
  whenIdle(() => describeSome(items));
}

/** @param {Iterator<Element>} items those that are left */
function describeSome(items) {
  const start = performance.now();
  while (performance.now() - start < SLICE) {
    const { done, value } = items.next();
    if (done) return;
    describe(value);
  }
  whenIdle(() => describeSome(items));
}

/** A control that comes later comes with a press of another, or with the focus. */
export function registerDescriptions() {
  for (const type of ["click", "focusin"]) {
    document.addEventListener(type, ({ target }) => {
      const item = target instanceof Element && target.closest(".recall-item");
      if (item) whenIdle(() => describe(item));
    });
  }
}

/**
 * Do something when there is nothing else to do. Safari does not know when that is.
 * @param {() => void} work
 */
function whenIdle(work) {
  const { requestIdleCallback = setTimeout } = window;
  requestIdleCallback(work);
}

/** @param {Element} item */
function describe(item) {
  const asked = item.querySelector(".recall-prompt, .recall-stem")?.id;
  if (asked) for (const each of item.querySelectorAll(DESCRIBED)) each.setAttribute("aria-describedby", asked);
}
