// Bars of what is due on each of the next days. Places are attributes and rules of the stylesheet, since a style
// attribute would ask for more than a strict content policy allows.

import { svgElement } from "../dom/elements.js";
import { sayDayToCome, sayWeekday } from "../ui/dates.js";
import { say, sayList, sayNumber } from "../ui/say.js";

/** Downward, in px of a text of 12.8: the highest bar, the axis, the baseline of the days, all of it. */
const DOWN = Object.freeze({ highest: 20, axis: 84, initials: 104, all: 108 });
/** The lowest bar that still looks like one. */
const LOWEST = 4;

/**
 * @param {readonly number[]} days cards of each day, today first
 * @param {number} now
 * @param {(index: number) => number} timeOn a time on each day
 */
export function dueChart(days, now, timeOn) {
  const most = Math.max(...days);
  const told = days.flatMap((n, index) => {
    if (n === 0) return [];
    return index === 0 ? say("due.today", { n }) : say("due.onDay", { n, day: sayDayToCome(timeOn(index), now) });
  });
  const svg = svgElement("svg", {
    class: "recall-forecast",
    role: "img",
    "aria-label": say("due.told", { days: sayList(told) }),
    width: "100%",
    height: toEm(DOWN.all),
    direction: "ltr",
  });
  svg.append(
    svgElement("line", {
      class: "recall-forecast-axis",
      x1: "0%",
      x2: "100%",
      y1: toEm(DOWN.axis),
      y2: toEm(DOWN.axis),
    }),
    ...days.flatMap((cards, index) => {
      const x = `${Math.round((100 * (index + 0.5) * 1000) / days.length) / 1000}%`;
      const height = Math.max(LOWEST, ((DOWN.axis - DOWN.highest) * cards) / most);
      const name = index === 0 ? "today" : "day";
      const initial = drawText(name, x, DOWN.initials, sayWeekday(timeOn(index)));
      if (cards === 0) return [initial];
      const box = { x, y: toEm(DOWN.axis - height), height: toEm(height) };
      return [
        svgElement("rect", { class: `recall-forecast-bar recall-forecast-${name}`, ...box }),
        drawText(name, x, DOWN.axis - height - 6, sayNumber(cards)),
        initial,
      ];
    }),
  );
  return svg;
}

/** @param {number} pixels at a text of 12.8 */
function toEm(pixels) {
  return `${Math.round((pixels * 1000) / 12.8) / 1000}em`;
}

/**
 * @param {string} role
 * @param {string} x
 * @param {number} y
 * @param {string} text
 */
function drawText(role, x, y, text) {
  const made = svgElement("text", { class: `recall-forecast-${role}`, x, y: toEm(y), "text-anchor": "middle" });
  made.textContent = text;
  return made;
}
