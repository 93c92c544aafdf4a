// The panel in a status region: a verdict in words, and copies of the author's reasons.

import { score } from "../core/score.js";
import { element } from "../dom/elements.js";
import { icon } from "../dom/icons.js";
import { say } from "../ui/say.js";
import { findChosen, findKeys, listIds } from "./options.js";
import { sayAnswer, sayCounts, sayRight } from "./wording.js";

/**
 * @typedef {import("./options.js").Row} Row
 * @typedef {import("../core/score.js").Outcome} Outcome
 * @typedef {import("../core/log.js").State & {outcome: Outcome}} OutcomeState a state with an outcome to show
 */

/** @type {Readonly<Record<Outcome, "check" | "cross">>} */
const OUTCOME_ICONS = { right: "check", wrong: "cross", shown: "check" };

/** Attributes by which a copy could get in the way of what it was copied from. */
const TIES = ["id", "name", "for", "data-recall-key"];

/**
 * @param {readonly Row[]} rows with the choice that the state tells of
 * @param {OutcomeState} state
 * @param {string} back when the question comes back, as a sentence, or none
 */
export function makeOutcomePanel(rows, { outcome, tries, help }, back) {
  const chosen = findChosen(rows);
  const keys = findKeys(rows);
  const { found, stray } = score(listIds(chosen), listIds(keys));
  const several = keys.length > 1;
  const sums =
    several && chosen.length > 0 ? [element("p", "recall-counts", sayCounts(found, keys.length, stray))] : [];
  const returns = back ? [element("p", "recall-back", back)] : [];
  if (outcome === "shown")
    return verdictPanel(outcome, sayAnswer(keys.map((row) => row.letter)), [...sums, ...returns]);
  const reasons = copyReasons(chosen, several);
  if (outcome === "wrong") return verdictPanel(outcome, say("mcq.wrong"), [...sums, ...reasons]);
  return verdictPanel(outcome, sayRight(tries, help.length > 0), [...reasons, ...returns]);
}

/**
 * @param {Outcome | "notice"} verdict
 * @param {string} title
 * @param {readonly Node[]} [details]
 */
export function verdictPanel(verdict, title, details = []) {
  const panel = element("div", "recall-panel");
  panel.dataset.recallVerdict = verdict;
  if (verdict !== "notice") panel.append(icon(OUTCOME_ICONS[verdict]));
  const body = element("div", "recall-body");
  body.append(element("p", "recall-title", title), ...details);
  panel.append(body);
  const content = new DocumentFragment();
  content.append(panel);
  return content;
}

/**
 * The reasons of some options. Where several could be told, their letters tell them apart.
 * @param {readonly Row[]} rows
 * @param {boolean} several
 * @returns {Node[]}
 */
function copyReasons(rows, several) {
  const told = rows.filter((row) => row.reason?.hasChildNodes());
  if (!several) return told.flatMap(({ reason }) => (reason ? readProse(copyReason(reason)) : []));
  const list = element("ol", "recall-reasons");
  for (const { reason, letter } of told) {
    if (!reason) continue;
    const copy = copyReason(reason);
    copy.setAttribute("data-recall-letter", letter);
    list.append(copy);
  }
  return told.length > 0 ? [list] : [];
}

/**
 * The content of a reason, its text in a paragraph where it has no blocks. Each piece runs in its own direction.
 * @param {Element} reason
 * @returns {Node[]}
 */
function readProse(reason) {
  const nodes = [...reason.childNodes];
  const isLine = nodes.some((node) => node instanceof Text && node.data.trim() !== "");
  const line = document.createElement("p");
  if (isLine) line.append(...nodes);
  const pieces = isLine ? [line] : nodes;
  for (const piece of pieces)
    if (piece instanceof Element && !piece.hasAttribute("dir")) piece.setAttribute("dir", "auto");
  return pieces;
}

/** @param {Element} source */
export function copyReason(source) {
  const copy = /** @type {Element} */ (source.cloneNode(true));
  for (const control of copy.querySelectorAll("nav, button, .md-code__nav")) control.remove();
  for (const each of [copy, ...copy.querySelectorAll("*")]) for (const tie of TIES) each.removeAttribute(tie);
  return copy;
}
