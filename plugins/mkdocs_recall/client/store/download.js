// Progress as a file that the browser saves, from whatever page.

import { siteName, siteStore } from "./site-store.js";
import { StoreAdmin } from "./store-admin.js";
import { exportOf } from "./progress-file.js";

/** How long the browser has to take the file, in milliseconds. */
const TAKEN = 60_000;

/** Save everything that is stored, and what could not be stored, in a file. */
export function downloadProgress() {
  const now = Date.now();
  const site = siteName();
  const text = JSON.stringify(exportOf(new StoreAdmin(siteStore()).records(), site, now));
  const day = new Intl.DateTimeFormat("sv").format(now);
  saveFile(text, "application/json", `progress-${site}-${day}.json`);
}

/**
 * @param {string} text
 * @param {string} type
 * @param {string} name of the file
 */
export function saveFile(text, type, name) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  Object.assign(link, { href: url, download: name });
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), TAKEN);
}
