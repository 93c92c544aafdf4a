// Controls of one name are told apart by what they are about.

/** A screen reader that lists a page's controls says of each "Show answer" which prompt it belongs to. */
export function describeControls() {
  for (const summary of document.querySelectorAll(".recall-item > .recall-reveal > summary")) {
    const prompt = summary.closest(".recall-item")?.querySelector(".recall-prompt");
    if (prompt?.id) summary.setAttribute("aria-describedby", prompt.id);
  }
}
