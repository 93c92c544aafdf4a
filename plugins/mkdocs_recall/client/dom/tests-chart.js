// Tests over time, drawn: for each its score as a dot, and around it the range that is likely. Places are attributes,
// since a style attribute would ask for more than a strict content policy allows.

import { GOAL } from "../core/mastery.js";
import { sayPercent } from "../ui/figures.js";
import { say, saySentences } from "../ui/say.js";
import { svgElement } from "./elements.js";

/**
 * @typedef {object} Point a test, in percent
 * @property {string} day
 * @property {number} score
 * @property {{low: number, high: number} | null} range
 * @property {string} told it in words
 */

/** Downward, in px of a text of 12.8: 100 %, 0 %, baseline of the days, all of it. */
const TOP = 8;
const BOTTOM = 120;
const DATES = 138;
const HEIGHT = 144;
/** The range is a stroke with round ends: half its width. */
const CAPSULE = 5.5;
/** From the first test to the last, in percent of the width. */
const FIRST = 18;
const LAST = 94;
/** Days that there is room for on a phone. */
const MOST_LABELS = 4;

/**
 * @param {readonly Point[]} points the earliest first
 * @param {string} title
 * @returns {SVGElement}
 */
export function testsChart(points, title) {
  const svg = svgElement("svg", {
    class: "recall-tests",
    role: "img",
    "aria-label": say("past.told", {
      title,
      goal: sayPercent(GOAL),
      tests: saySentences(points.map(({ told }) => told)),
    }),
    width: "100%",
    height: em(HEIGHT),
    direction: "ltr",
  });
  const goal = heightOf(GOAL);
  svg.append(
    label("label", "0%", TOP + 6, sayPercent(100), "start"),
    label("label", "0%", goal - 6, say("range.goal", { goal: sayPercent(GOAL) }), "start"),
    label("label", "0%", BOTTOM - 6, sayPercent(0), "start"),
    line("goal", "0%", "100%", goal, goal),
    line("base", "0%", "100%", BOTTOM, BOTTOM),
    ...points.flatMap((point, index) => drawPoint(point, index, points.length)),
  );
  return svg;
}

/**
 * @param {Point} point
 * @param {number} index
 * @param {number} all
 */
function drawPoint({ day, score, range }, index, all) {
  const last = all - 1;
  const x = `${FIRST + ((LAST - FIRST) * index) / Math.max(1, last)}%`;
  const [top, bottom] = range
    ? [heightOf(range.high) + CAPSULE, heightOf(range.low) - CAPSULE]
    : [TOP, BOTTOM - CAPSULE];
  const y = Math.min(Math.max(heightOf(score), top), Math.max(top, bottom));
  const dated = label("day", x, DATES, day, "middle");
  const step = Math.ceil(last / (MOST_LABELS - 1));
  if ((last - index) % Math.max(1, step) > 0) dated.classList.add("recall-tests-minor");
  return [
    ...(range ? ["edge", "range"].map((name) => line(name, x, x, top, Math.max(top, bottom))) : []),
    svgElement("circle", { class: "recall-tests-score", cx: x, cy: em(y), r: em(4) }),
    dated,
  ];
}

/** @param {number} percent */
function heightOf(percent) {
  return BOTTOM - ((BOTTOM - TOP) * percent) / 100;
}

/** @param {number} pixels at a text of 12.8 */
function em(pixels) {
  return `${Math.round((pixels * 1000) / 12.8) / 1000}em`;
}

/**
 * @param {string} role
 * @param {string} x1
 * @param {string} x2
 * @param {number} y1
 * @param {number} y2
 */
function line(role, x1, x2, y1, y2) {
  return svgElement("line", {
    class: `recall-tests-${role}`,
    x1,
    x2,
    y1: em(y1),
    y2: em(y2),
  });
}

/**
 * @param {string} role
 * @param {string} x
 * @param {number} y
 * @param {string} text
 * @param {string} anchor
 */
function label(role, x, y, text, anchor) {
  const made = svgElement("text", {
    class: `recall-tests-${role}`,
    x,
    y: em(y),
    "text-anchor": anchor,
  });
  made.textContent = text;
  return made;
}
