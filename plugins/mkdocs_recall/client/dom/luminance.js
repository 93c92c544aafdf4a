/**
 * The relative luminance of a colour, from 0 to 1.
 * @param {readonly number[]} channels red, green and blue, from 0 to 1
 */
export function measureLuminance(channels) {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
