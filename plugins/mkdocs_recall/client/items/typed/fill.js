// A fill-in question: blanks in its text, or one field below it.

import { judgeBlank } from "../../core/judges/judge-fill.js";
import { fold } from "../../core/judges/typed-text.js";
import { say } from "../../ui/say.js";
import { FieldsElement } from "./fields.js";

/**
 * @typedef {import("../../core/judges/judge-fill.js").Accepted & {reason: Element | null}} Known an answer that the
 *   author knows of, and why it is right or wrong
 */

export class RecallFillElement extends FieldsElement {
  prepare() {
    return this.response.length > 0 ? "" : say("fill.first");
  }

  /** @param {readonly string[]} values */
  judge(values) {
    const known = this.#known;
    return values.map((value, at) => {
      const answers = known.get(`${at + 1}`) ?? [];
      const { verdict, answer } = judgeBlank(value, answers);
      const key = answers.find(({ right }) => right)?.typed ?? "";
      const note = verdict === "close" ? sayClose(value, answers) : "";
      return { right: verdict === "right", key, note, reason: answers[answer]?.reason };
    });
  }

  /** The answers of each blank, by its number; the first that is right is the one to show. */
  get #known() {
    /** @type {Map<string, Known[]>} */
    const known = new Map();
    for (const row of this.querySelectorAll(".recall-solution [data-recall-typed]")) {
      const blank = row.getAttribute("data-recall-blank") ?? "";
      const typed = row.getAttribute("data-recall-typed") ?? "";
      const right = row.hasAttribute("data-recall-key");
      const exact = row.hasAttribute("data-recall-exact");
      known.set(blank, [
        ...(known.get(blank) ?? []),
        { typed, right, exact, reason: row.querySelector(":scope > .recall-body") },
      ]);
    }
    return known;
  }
}

/**
 * @param {string} value that is nearly right
 * @param {readonly Known[]} answers
 */
function sayClose(value, answers) {
  /** @param {string} text */
  const bare = (text) => fold(text, false).replaceAll(" ", "");
  const isSame = answers.some(({ right, exact, typed }) => right && exact && bare(value) === bare(typed));
  return say(isSame ? "fill.case" : "fill.letter");
}
