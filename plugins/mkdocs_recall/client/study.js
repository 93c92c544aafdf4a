// Where one can read on about the questions of a form: what the page of the test says of its own questions, and what the
// site says of those of other pages.

/**
 * @typedef {import("./bank.js").Question} Question
 *
 * @typedef {object} Study
 * @property {HTMLAnchorElement} link
 * @property {Set<string>} items ids of the questions that it is about
 */

/**
 * @param {HTMLElement} test
 * @param {import("./bank.js").TestBank} bank
 * @param {readonly Question[]} questions of a form
 * @returns {Study[]} each place once
 */
export function studyOf(test, bank, questions) {
  const links = questions.map((question) => ({ question, link: bank.linkOn(question, questions) }));
  const left = links.filter(({ link }) => link === null).map(({ question: { item } }) => item);
  const study = [...test.querySelectorAll(".recall-study > li")].flatMap((row) => {
    const link = row.querySelector("a");
    const objective = row.getAttribute("data-recall-objective");
    return link ? [{ link, items: new Set(left.filter((item) => item.objective === objective).map(({ id }) => id)) }] : [];
  });
  for (const { question, link } of links) {
    if (!link) continue;
    const known = study.find((each) => each.link.href === link.href);
    if (known) known.items.add(question.item.id);
    else study.push({ link, items: new Set([question.item.id]) });
  }
  return study;
}
