// A reminder as a file for calendars (RFC 5545): one event of a whole day. Pure.

/**
 * @typedef {object} Reminder
 * @property {string} uid the same for each reminder of a site, so that a new one takes the place of the one before
 * @property {number} day a time on the day, in the reader's calendar
 * @property {number} now
 * @property {string} summary
 * @property {string} description
 * @property {string} url absolute address, empty for none
 */

/** Octets of a line, without its end. */
const LONGEST_LINE = 75;

/** Seconds are counted from here: a calendar takes the event with the larger number, and knows 31 bits. */
const FIRST_SECOND = Date.UTC(2020, 0, 1);

/** The hour of the day at which calendars say so. */
const ALARM_HOUR = 9;

/**
 * @param {Reminder} reminder
 * @returns {string}
 */
export function writeReminder({ uid, day, now, summary, description, url }) {
  const address = url === "" ? [] : [`URL:${stripControls(url)}`];
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//mkdocs-recall//EN",
    "CALSCALE:GREGORIAN",
    "BEGIN:VEVENT",
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${formatStamp(now)}`,
    `SEQUENCE:${Math.max(0, Math.floor((now - FIRST_SECOND) / 1000))}`,
    `DTSTART;VALUE=DATE:${formatDay(day, 0)}`,
    `DTEND;VALUE=DATE:${formatDay(day, 1)}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    ...address,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escapeText(summary)}`,
    `TRIGGER:PT${ALARM_HOUR}H`,
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

/** @param {number} time */
function formatStamp(time) {
  return new Date(time).toISOString().replace(/\.\d+/, "").replace(/[-:]/g, "");
}

/**
 * A date without a time zone: wherever the calendar is, the event is on this day.
 * @param {number} time
 * @param {number} later days
 */
function formatDay(time, later) {
  const date = new Date(time);
  const day = new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate() + later));
  return day.toISOString().slice(0, 10).replaceAll("-", "");
}

/** @param {string} text */
function escapeText(text) {
  const lines = text.replace(/\r\n?|[\u2028\u2029]/g, "\n");
  return stripControls(lines.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n"));
}

/** @param {string} text */
function stripControls(text) {
  return text.replace(/[\p{Zl}\p{Zp}]|[^\P{Cc}\t]/gu, "");
}

/**
 * A long line goes on in the next after a space. No character is torn.
 * @param {string} line
 */
function foldLine(line) {
  const encoder = new TextEncoder();
  let [folded, length] = ["", 0];
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (length + size > LONGEST_LINE) [folded, length] = [`${folded}\r\n `, 1];
    [folded, length] = [folded + character, length + size];
  }
  return folded;
}
