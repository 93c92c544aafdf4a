import assert from "node:assert/strict";
import { test } from "node:test";

import { writeReminder } from "../../../plugins/mkdocs_recall/client/progress/calendar.js";

const REMINDER = {
  uid: "review-course@recall",
  day: new Date(2026, 11, 31, 12).getTime(),
  now: Date.UTC(2026, 10, 14, 9, 5, 3),
  summary: "Review: Course",
  description: "3 cards and questions are due.",
  url: "https://example.org/review/",
};

/**
 * A strict reader of RFC 5545: lines end in CRLF, none is longer than 75 octets, each is NAME;PARAMS:VALUE, and what
 * begins also ends.
 * @param {string} text
 */
function readCalendar(text) {
  assert.ok(text.endsWith("\r\n"));
  const folded = text.slice(0, -2).split("\r\n");
  for (const line of folded) {
    assert.ok(!/[\r\n]/.test(line), "a bare line end");
    assert.ok(new TextEncoder().encode(line).length <= 75, line);
  }
  const lines = folded.join("\r\n").replaceAll("\r\n ", "").split("\r\n");
  /** @type {string[]} */
  const open = [];
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const line of lines) {
    const [, name = "", parameters = "", value = ""] = /^([A-Z-]+)((?:;[A-Z]+=[^:;]+)*):(.*)$/u.exec(line) ?? [];
    assert.ok(name, line);
    assert.ok(!/[^\P{Cc}\t]/u.test(value), "a control character");
    if (name === "BEGIN") open.push(value);
    else if (name === "END") assert.equal(open.pop(), value);
    else {
      const key = `${open.join(".")}.${name}${parameters}`;
      assert.ok(!found.has(key), `${key} twice`);
      found.set(key, value);
    }
  }
  assert.deepEqual(open, []);
  return found;
}

/** @param {string} value of a text property */
function readText(value = "") {
  assert.ok(!/(?<!\\)(?:\\\\)*[;,]/.test(value), "unescaped");
  return value.replace(/\\([\\;,nN])/g, (_, sign) => (/n/i.test(sign) ? "\n" : sign));
}

test("one event of a whole day, with all that the standard wants of it", () => {
  const found = readCalendar(writeReminder(REMINDER));
  const event = "VCALENDAR.VEVENT";
  assert.equal(found.get("VCALENDAR.VERSION"), "2.0");
  assert.ok(found.get("VCALENDAR.PRODID"));
  assert.equal(found.get(`${event}.UID`), "review-course@recall");
  assert.equal(found.get(`${event}.DTSTAMP`), "20261114T090503Z");
  assert.equal(found.get(`${event}.DTSTART;VALUE=DATE`), "20261231");
  assert.equal(found.get(`${event}.DTEND;VALUE=DATE`), "20270101");
  assert.equal(found.get(`${event}.URL`), "https://example.org/review/");
  assert.equal(found.get(`${event}.VALARM.ACTION`), "DISPLAY");
  assert.equal(found.get(`${event}.VALARM.TRIGGER`), "PT9H");
  assert.equal(found.get(`${event}.VALARM.DESCRIPTION`), "Review: Course");
});

test("a later reminder takes the place of the one before", () => {
  const [first, second] = [REMINDER, { ...REMINDER, now: REMINDER.now + 1000 }].map((each) =>
    readCalendar(writeReminder(each)),
  );
  const sequence = (/** @type {Map<string, string> | undefined} */ found) =>
    Number(found?.get("VCALENDAR.VEVENT.SEQUENCE"));
  assert.equal(first?.get("VCALENDAR.VEVENT.UID"), second?.get("VCALENDAR.VEVENT.UID"));
  assert.ok(sequence(second) > sequence(first) && sequence(second) < 2 ** 31);
});

test("whatever a site is called, its name is read back", () => {
  const names = [
    "Commas, semicolons; and \\ backslashes \\n",
    "Two\nlines",
    "Ein Kurs über Überanpassung ".repeat(9).trim(),
    "\u{1F9E0}".repeat(60),
    "課程".repeat(40),
    "ends in a space ",
    "x".repeat(200),
    'colon: and = and "quotes"',
  ];
  for (const summary of names) {
    const found = readCalendar(writeReminder({ ...REMINDER, summary, uid: `review-${summary}` }));
    assert.equal(readText(found.get("VCALENDAR.VEVENT.SUMMARY")), summary);
    assert.equal(readText(found.get("VCALENDAR.VEVENT.UID")), `review-${summary}`);
  }
});

test("no line can be smuggled in", () => {
  const evil = "x\r\nEND:VEVENT\rBEGIN:VEVENT\u2028ATTACH:file\0\x1b";
  const found = readCalendar(writeReminder({ ...REMINDER, summary: evil, url: `https://example.org/\r\n${evil}` }));
  assert.deepEqual(
    [...found.keys()].filter((key) => key.includes("ATTACH")),
    [],
  );
});

test("every length folds at 75 octets", () => {
  for (let length = 0; length < 170; length += 1)
    for (const letter of ["a", "é", "課", "\u{1F9E0}"])
      readCalendar(writeReminder({ ...REMINDER, summary: letter.repeat(length) }));
});
