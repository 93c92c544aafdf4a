// How light a colour is, as browsers write the colours that they compute.

/** Names of what begins with a lightness, and what that is at its most. */
const LIGHTNESS = { lab: 100, lch: 100, oklab: 1, oklch: 1 };

/**
 * The relative luminance of a computed colour, from 0 to 1, and its opacity. A colour in a form that is not known is
 * taken for none.
 * @param {string} colour
 */
export function readLuminance(colour) {
  const [, name = "", values = ""] = /^(\w+)\((.*)\)$/.exec(colour) ?? [];
  const numbers = values.match(/-?[\d.]+(?:e-?\d+)?%?/g)?.map(readComponent) ?? [];
  const [first = 0, second = 0, third = 0, opacity = 1] = numbers;
  if (name === "rgb" || name === "rgba") return { light: sum([first / 255, second / 255, third / 255]), opacity };
  if (name === "color" && /^(?:srgb|display-p3) /.test(values)) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = numbers.slice(values.startsWith("display-p3") ? 1 : 0);
    return { light: sum([red, green, blue]), opacity: alpha };
  }
  const most = /** @type {Record<string, number>} */ (LIGHTNESS)[name];
  if (most === undefined) return { light: 0, opacity: 0 };
  const lightness = first / most;
  return { light: name.startsWith("ok") ? lightness ** 3 : ((lightness * 100 + 16) / 116) ** 3, opacity };
}

/** @param {string} text */
function readComponent(text) {
  return text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
}

/** @param {readonly number[]} channels red, green and blue, from 0 to 1 */
function sum(channels) {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
