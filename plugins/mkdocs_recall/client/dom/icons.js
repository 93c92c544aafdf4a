// Icons: 24 box, 2 px round stroke in the colour of the text. The words beside an icon carry its meaning.

const SVG = "http://www.w3.org/2000/svg";

const PATHS = Object.freeze({
  bulb: "M9 17.5h6M10.5 21h3M9 17.5c0-2.4-3-3.8-3-7.5a6 6 0 0 1 12 0c0 3.7-3 5.1-3 7.5",
  check: "M5 12.5l4.5 4.5L19 7.5",
  cross: "M6 6l12 12M18 6L6 18",
});

/** @param {keyof typeof PATHS} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const attributes = {
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
  };
  for (const [attribute, value] of Object.entries(attributes)) svg.setAttribute(attribute, value);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
