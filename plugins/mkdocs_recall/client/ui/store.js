// Every English word about what is stored and taken back.

export const STORE_WORDS = Object.freeze({
  reset: "Reset",
  undo: "Undo",
  keep: "Keep",
  resetPage: "Reset this page",
  resetSet: "Reset this set",
  resetTest: "Reset this test",
  askTest: "Reset this test? Its form goes; what you answered stays with the pages of its questions.",
  isReset: "Reset. What you answered before no longer counts.",
  nothing: "Nothing to reset here.",
});

/** @param {number} items that were answered or begun */
export function askReset(items) {
  const one = new Intl.PluralRules("en").select(items) === "one";
  const what = one ? "question or card" : "questions and cards";
  return `Reset ${items} ${what}? What you answered and wrote there no longer counts.`;
}
