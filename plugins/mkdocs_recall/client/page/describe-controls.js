// Controls of one name are told apart by what they are about: a screen reader that lists a page's controls says of each
// "Check answer" and "Show answer" which question it belongs to.

/** A rating says when it would bring the card back; its group says of which card. */
const DESCRIBED = ":is(summary, button, .recall-run, .recall-rate):not([aria-describedby], .recall-rate *)";

/** Describe every control of an item by what the item asks. */
export function describeControls() {
  for (const item of document.querySelectorAll(".recall-item")) describe(item);
}

/** A control that comes later comes with a press of another, or with the focus. */
export function registerDescriptions() {
  for (const type of ["click", "focusin"]) {
    document.addEventListener(type, ({ target }) => {
      const item = target instanceof Element && target.closest(".recall-item");
      if (item) requestAnimationFrame(() => describe(item));
    });
  }
}

/** @param {Element} item */
function describe(item) {
  const asked = item.querySelector(".recall-prompt, .recall-stem")?.id;
  if (asked) for (const each of item.querySelectorAll(DESCRIBED)) each.setAttribute("aria-describedby", asked);
}
