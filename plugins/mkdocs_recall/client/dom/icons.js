// Icons: 24 box, 2 px round stroke in the colour of the text. The words beside an icon carry its meaning.

import { svgElement } from "./elements.js";

const PATHS = {
  bulb: "M9 17.5h6M10.5 21h3M9 17.5c0-2.4-3-3.8-3-7.5a6 6 0 0 1 12 0c0 3.7-3 5.1-3 7.5",
  check: "M5 12.5l4.5 4.5L19 7.5",
  cross: "M6 6l12 12M18 6L6 18",
  dash: "M7 12h10",
};

/** @param {keyof typeof PATHS} name */
export function icon(name) {
  const svg = svgElement("svg", {
    class: "recall-icon",
    viewBox: "0 0 24 24",
    width: "24",
    height: "24",
    fill: "none",
    stroke: "currentColor",
    "stroke-width": "2",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
    "aria-hidden": "true",
  });
  svg.append(svgElement("path", { d: PATHS[name] }));
  return svg;
}
