// Where one can read on about the questions of a form: what the page of the test says of its own questions, and what
// the site says of those of other pages.

/**
 * @typedef {import("./test-bank.js").BankQuestion} BankQuestion
 *
 * @typedef {object} Study
 * @property {HTMLAnchorElement} link
 * @property {Set<string>} items ids of the questions that it is about
 */

/**
 * @param {HTMLElement} test
 * @param {import("./test-bank.js").TestBank} bank
 * @param {readonly BankQuestion[]} questions of a form
 * @returns {Study[]} each section once, though several objectives lead there
 */
export function makeReadingList(test, bank, questions) {
  /** @type {Map<string, Study>} */
  const study = new Map();
  const links = questions.map((question) => ({ item: question.item, link: bank.linkOn(question, questions) }));
  for (const row of test.querySelectorAll(".recall-study > li")) {
    const objective = row.getAttribute("data-recall-objective");
    const items = links.filter(({ item, link }) => link === null && item.objective === objective);
    add(
      study,
      row.querySelector("a"),
      items.map(({ item }) => item.id),
    );
  }
  for (const { item, link } of links) add(study, link, [item.id]);
  return [...study.values()];
}

/**
 * @param {Map<string, Study>} study by page and title
 * @param {HTMLAnchorElement | null} link
 * @param {readonly string[]} items
 */
function add(study, link, items) {
  if (!link) return;
  const section = `${link.href.replace(/#.*/, "")} ${link.textContent}`;
  const known = study.get(section) ?? { link, items: new Set() };
  study.set(section, known);
  for (const id of items) known.items.add(id);
}
