// "How sure you were", in the result of a test: a sentence and a table.

import { calibrate } from "../core/calibration.js";
import { element } from "../dom/elements.js";
import { hasReview } from "../store/site-store.js";
import { say, sayNumber, saySentences } from "../ui/say.js";

/**
 * @typedef {import("../core/calibration.js").Calibration} Calibration
 * @typedef {import("../core/calibration.js").Share} Share
 */

/**
 * @param {readonly {right: boolean, sure?: boolean}[]} answers
 * @returns {HTMLElement[]} a section; none where the reader said nothing of any answer
 */
export function makeCalibration(answers) {
  const calibration = calibrate(answers);
  const { sure, unsure, unsaid } = calibration;
  if (sure.all + unsure.all === 0) return [];
  const section = element("section", "recall-calibration");
  const title = element("h3", "recall-title", say("sure.title"));
  title.id = "recall:calibration";
  const table = element("table", "recall-sureness");
  table.setAttribute("aria-labelledby", title.id);
  table.append(
    makeCountRow("thead", ["", say("sure.right"), say("sure.wrong")]),
    makeCountRow("tbody", [say("sure.sure"), ...countShare(sure)], sure.all > sure.right),
    makeCountRow("tbody", [say("sure.unsure"), ...countShare(unsure)]),
  );
  section.append(title, element("p", "recall-summary", describeCalibration(calibration)), table);
  if (unsaid > 0) section.append(element("p", "recall-meta", say("sure.unsaid", { n: unsaid })));
  return [section];
}

/** @param {Share} share */
function countShare({ right, all }) {
  return [sayNumber(right), sayNumber(all - right)];
}

/**
 * @param {"thead" | "tbody"} part of the table
 * @param {string[]} cells the first one names the row
 * @param {boolean} [stands] whether the last one stands out
 */
function makeCountRow(part, cells, stands = false) {
  const row = document.createElement("tr");
  for (const [at, text] of cells.entries()) {
    const isHeader = part === "thead" ? at > 0 : at === 0;
    const cell = element(isHeader ? "th" : "td", "", text);
    if (isHeader) cell.setAttribute("scope", part === "thead" ? "col" : "row");
    if (stands && at === cells.length - 1) cell.replaceChildren(element("strong", "", text));
    row.append(cell);
  }
  const body = document.createElement(part);
  body.append(row);
  return body;
}

/** @param {Calibration} calibration that has something to say */
export function describeCalibration({ sure, unsure }) {
  const sentences = [];
  if (unsure.all === 0) sentences.push(say("sure.wasSure", { right: sure.right, n: sure.all }));
  else if (sure.all === 0) sentences.push(say("sure.wasNotSure", { right: unsure.right, n: unsure.all }));
  else sentences.push(say("sure.wasBoth", { right: sure.right, n: sure.all, other: unsure.right, others: unsure.all }));
  if (sure.all > sure.right && hasReview()) sentences.push(say("sure.firstInReview"));
  return saySentences(sentences);
}
