// Forms that work in a frame whose sandbox allows none: there a browser sends no `submit`, not even to the page itself.

const OURS = ".recall-item > form, .recall-reset > form";

/** @param {Event} event */
function submit(event) {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  if (button?.type !== "submit" || !button.form || event.defaultPrevented) return;
  if (!button.form.matches(OURS)) return;
  event.preventDefault();
  button.form.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true, submitter: button }));
}

/** Every way to submit a form clicks its button, also the Enter key in a field. */
export function registerSubmits() {
  document.addEventListener("click", submit);
}
