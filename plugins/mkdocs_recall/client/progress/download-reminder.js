// A reminder of the next due day, as a file that a calendar opens.

import { siteName } from "../store/site-store.js";
import { saveFile } from "../store/download.js";
import { say } from "../ui/say.js";
import { writeReminder } from "./calendar.js";
import { dayFrom } from "./due-view.js";
import { findNextDay } from "./forecast.js";

/**
 * @param {readonly number[]} days cards of each day, today first
 * @param {{now: number, title: string, url: string}} more name of the site; address to go to, empty for none
 */
export function downloadReminder(days, { now, title, url }) {
  const next = findNextDay(days);
  if (next < 0) return;
  const site = siteName();
  const text = writeReminder({
    uid: `review-${site}@recall`,
    day: dayFrom(now, next),
    now,
    summary: say("due.event", { site: title || site }),
    description: say("due.eventTold", { n: days[next] ?? 0 }),
    url,
  });
  saveFile(text, "text/calendar", `review-${site}.ics`);
}
