// The range of a verdict, drawn: a scale from 0 to 100 %, a band on it, and the goal. Places are attributes in percent,
// since a style attribute would ask for more than a strict content policy allows.

import { GOAL } from "../core/mastery.js";
import { say } from "../ui/say.js";
import { sayPercent } from "../ui/figures.js";
import { svgElement } from "./elements.js";

/** @typedef {{low: number, high: number}} Range in whole percent */

/**
 * In percent of the scale: half of one number and of two on a phone, and half of one where there is room for the ends
 * of
 * the scale too.
 */
const HALF = Object.freeze({ one: 7, two: 17, wide: 5 });
/** Downward: baselines of the text, tops of the rest. Text must have the size of the drawing, or an em is another. */
const LINES = Object.freeze({ goal: "1em", mark: "1.5em", track: "2.25em", numbers: "4.5em" });
/** 10 px high in a text of 12.8. */
const TRACK = Object.freeze({ y: LINES.track, height: "0.78125em", rx: "0.390625em" });

/**
 * @param {Range} range
 * @returns {SVGElement}
 */
export function rangeOn(range) {
  const { low, high } = range;
  const svg = svgElement("svg", {
    class: "recall-range",
    role: "img",
    "aria-label": say("range.told", {
      low: sayPercent(low),
      high: sayPercent(high),
      none: sayPercent(0),
      full: sayPercent(100),
      goal: sayPercent(GOAL),
    }),
    width: "100%",
    height: "5em",
    direction: "ltr",
  });
  svg.append(
    words("goal", GOAL, LINES.goal, say("range.goal", { goal: sayPercent(GOAL) })),
    svgElement("rect", { class: "recall-range-track", x: "0%", width: "100%", ...TRACK }),
    svgElement("rect", { class: "recall-range-band", x: `${low}%`, width: `${high - low}%`, ...TRACK }),
    svgElement("rect", { class: "recall-range-mark", x: `${GOAL}%`, width: "2", y: LINES.mark, height: "2.25em" }),
    ...numbers(range),
  );
  return svg;
}

/** @param {Range} range */
function numbers(range) {
  const { low, high } = range;
  const ends = [...(low > 2 * HALF.wide ? [0] : []), ...(high < 100 - 2 * HALF.wide ? [100] : [])];
  const bounds =
    high - low < 2 * HALF.one
      ? [
          words(
            "bound",
            (low + high) / 2,
            LINES.numbers,
            say("range.short", { low: sayPercent(low), high: sayPercent(high) }),
            HALF.two,
          ),
        ]
      : [low, high].map((bound) => words("bound", bound, LINES.numbers, sayPercent(bound)));
  return [...ends.map((end) => words("end", end, LINES.numbers, sayPercent(end))), ...bounds];
}

/**
 * Words under a place of the scale, or at its end where they would reach beyond.
 * @param {string} role
 * @param {number} place in percent
 * @param {string} y
 * @param {string} text
 * @param {number} [half] of its width
 */
function words(role, place, y, text, half = HALF.one) {
  const [anchor, x] = place < half ? ["start", 0] : place > 100 - half ? ["end", 100] : ["middle", place];
  const made = svgElement("text", { class: `recall-range-${role}`, x: `${x}%`, y, "text-anchor": anchor });
  made.textContent = text;
  return made;
}
