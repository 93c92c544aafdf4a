// Shares and dates as the language of the page writes them.

import { language } from "./say.js";

/** @param {number} whole */
export function sayPercent(whole) {
  return new Intl.NumberFormat(language(), { style: "percent" }).format(whole / 100);
}

/** @param {number} time */
export function sayDate(time) {
  return new Intl.DateTimeFormat(language(), { dateStyle: "long" }).format(time);
}
