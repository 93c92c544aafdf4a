// Whether the page that our elements are on is dark. Themes say so by attributes and classes of their own, or not at
// all, so it is measured. The stylesheet takes the dark roles where this script or a well-known attribute says so.

import { readLuminance } from "../dom/luminance.js";

const SCHEME = "data-recall-scheme";
export const WIDGETS = ":is(.recall-item, .recall-set, .recall-ways, .recall-error)";
/** What the stylesheet knows. On the body it is nearer to our elements than anything on the root element. */
const NAMED = ":is([data-md-color-scheme], [data-bs-theme], [data-theme], .light, .dark)";
/** The luminance on which black and white text have the same contrast. */
const MIDDLE = 0.179;

/** Note whether what the first of our elements is on is dark. */
export function showScheme() {
  const { body, documentElement } = document;
  const ground = measureGround(document.querySelector(WIDGETS)?.parentElement ?? body);
  const scheme = ground < MIDDLE ? "dark" : "light";
  const place = body.matches(NAMED) ? body : documentElement;
  if (place.getAttribute(SCHEME) !== scheme) place.setAttribute(SCHEME, scheme);
}

/**
 * The luminance of the grounds of an element and of those around it, on that of the window.
 * @param {Element} element
 */
function measureGround(element) {
  /** @type {ReturnType<typeof readLuminance>[]} */
  const layers = [];
  for (let each = /** @type {Element | null} */ (element); each; each = each.parentElement) {
    const layer = readLuminance(getComputedStyle(each).backgroundColor);
    layers.unshift(layer);
    if (layer.opacity === 1) break;
  }
  return layers.reduce((under, { light, opacity }) => light * opacity + under * (1 - opacity), measureWindow());
}

/** White, or black where a page asks the browser for its dark colours. */
function measureWindow() {
  const { colorScheme } = getComputedStyle(document.documentElement);
  const dark = colorScheme.includes("dark");
  return dark && (!colorScheme.includes("light") || matchMedia("(prefers-color-scheme: dark)").matches) ? 0 : 1;
}
