// Whether the page that our elements are on is dark, and whether our accent can have the colour of its links. Themes
// say whether they are dark by attributes and classes of their own, or not at all, so it is measured. The stylesheet
// takes the dark roles where this script or a well-known attribute says so.

import { measureLuminance } from "../dom/luminance.js";

const SCHEME = "data-recall-scheme";
export const WIDGETS = ":is(.recall-item, .recall-set, .recall-ways, .recall-error)";
/** What the stylesheet knows. On the body it is nearer to our elements than anything on the root element. */
const NAMED = ":is([data-md-color-scheme], [data-bs-theme], [data-theme], .light, .dark)";
/** The luminance on which black and white text have the same contrast. */
const MIDDLE = 0.179;
/** An accent that is darker has 4.5 : 1 on each of our light grounds. */
const DARK_ENOUGH = 0.155;
/** An accent that is lighter has as much on each dark ground. */
const LIGHT_ENOUGH = 0.319;

/** Note both for the ground of the first of our elements. */
export function showScheme() {
  const { body, documentElement } = document;
  const link = document.createElement("a");
  link.href = "#";
  (document.querySelector(WIDGETS)?.parentElement ?? body).append(link);
  const style = getComputedStyle(link);
  const { color } = style;
  /** Red, green and blue, and the opacity if it is not 1. A mixture has one form, whatever that of its parts is. */
  const read = (/** @type {string} */ colour) => {
    // What is not shown has no transition.
    link.style.cssText = `display:none;color:color-mix(in srgb,${colour},${colour})!important`;
    return style.color.match(/ [-\d.e]+/g)?.map(Number) ?? [];
  };
  const isDark = measureGround(link.parentElement, read) < MIDDLE;
  const accent = canBeAccent(read(color), isDark) ? color : "";
  link.remove();

  const place = body.matches(NAMED) ? body : documentElement;
  const scheme = isDark ? "dark" : "light";
  if (place.getAttribute(SCHEME) !== scheme) place.setAttribute(SCHEME, scheme);
  const role = `--recall-link-${scheme}`;
  if (place.style.getPropertyValue(role) !== accent) place.style.setProperty(role, accent);
}

/**
 * The luminance of the grounds of an element and of those around it, on that of the window.
 * @param {Element | null} element
 * @param {(colour: string) => number[]} read
 */
function measureGround(element, read) {
  let light = 0;
  let rest = 1;
  for (let each = element; rest; each &&= each.parentElement) {
    const channels = read(each ? getComputedStyle(each).backgroundColor : "canvas");
    const [, , , opacity = 1] = channels;
    light += rest * opacity * measureLuminance(channels);
    rest *= 1 - opacity;
  }
  return light;
}

/**
 * Whether a colour can be read on each of our grounds and is blue or violet: others have a meaning, or are that of the
 * text. What browsers give to links without a theme has no green.
 * @param {readonly number[]} channels
 * @param {boolean} isDark
 */
function canBeAccent(channels, isDark) {
  const [red = 0, green = 0, blue = 0] = channels;
  const light = measureLuminance(channels);
  return green > 0 && blue > red && blue - green > 0.2 && (isDark ? light > LIGHT_ENOUGH : light < DARK_ENOUGH);
}
