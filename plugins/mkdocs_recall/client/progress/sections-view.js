// How far a reader has come in each section of a topic: a bar of what was right, what was missed and what is open.

import { element, svgElement } from "../dom/elements.js";
import { icon } from "../dom/icons.js";
import { say, sayList } from "../ui/say.js";

/**
 * @typedef {object} SectionStanding
 * @property {string} title
 * @property {string} href relative to the root of the site; empty for items that no section teaches
 * @property {number} right of its items, right last time
 * @property {number} answered
 * @property {number} all
 * @property {boolean} done whether all of it that the lesson asks was answered
 */

/**
 * What a topic without sections has was said before, and is drawn alone.
 * @param {readonly SectionStanding[]} sections
 * @param {string} root address of the site
 * @returns {Element[]}
 */
export function sectionsView(sections, root) {
  if (!sections.some(({ href }) => href)) return sections.length > 0 ? [...sections.map(drawBar), legend()] : [];
  const list = element("ul", "recall-sections");
  list.append(...sections.map((section) => sectionRow(section, root)));
  return [element("h3", "recall-title", say("sections.title")), list, legend()];
}

/**
 * @param {SectionStanding} section
 * @param {string} root
 */
function sectionRow(section, root) {
  const row = document.createElement("li");
  const name = element("span", "recall-objective");
  if (section.href) {
    const link = element("a", "", section.title);
    link.setAttribute("href", root + section.href);
    name.append(link);
  } else name.append(say("sections.others"));
  if (section.done) {
    const done = element("span", "recall-lesson-done");
    done.append(icon("check"), element("span", "", say("sections.done")));
    name.append(" ", done);
  }
  row.append(name, " ", element("span", "recall-meta", tellCounts(section)), drawBar(section));
  return row;
}

/** @param {Pick<SectionStanding, "right" | "answered" | "all">} counts */
function tellCounts({ right, answered, all }) {
  const [missed, open] = [answered - right, all - answered];
  return sayList([
    say("sections.right", { right, all }),
    ...(missed > 0 ? [say("sections.missed", { missed })] : []),
    ...(open > 0 ? [say("sections.open", { open })] : []),
  ]);
}

/**
 * The same that the words beside it say, drawn.
 * @param {Pick<SectionStanding, "right" | "answered" | "all">} counts
 */
function drawBar({ right, answered, all }) {
  const svg = svgElement("svg", {
    class: "recall-bar",
    "aria-hidden": "true",
    width: "100%",
    height: "0.75em",
    direction: "ltr",
  });
  const percent = (/** @type {number} */ part) => `${(100 * part) / Math.max(all, 1)}%`;
  const shape = { x: "0%", y: "0.0625em", height: "0.875em", rx: "0.1875em" };
  svg.append(
    svgElement("rect", { class: "recall-bar-all", width: "100%", ...shape }),
    ...(answered > 0 ? [svgElement("rect", { class: "recall-bar-answered", width: percent(answered), ...shape })] : []),
    ...(right > 0 ? [svgElement("rect", { class: "recall-bar-right", width: percent(right), ...shape })] : []),
  );
  return svg;
}

function legend() {
  const line = element("p", "recall-meta recall-legend");
  line.append(
    element("span", "recall-key-right", say("sections.key.right")),
    " ",
    element("span", "recall-key-missed", say("sections.key.missed")),
    " ",
    element("span", "recall-key-open", say("sections.key.open")),
  );
  return line;
}
