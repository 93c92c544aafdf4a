// The tests that were finished, as a chart over time and as rows that lead to their results.

import { element } from "../dom/elements.js";
import { testsChart } from "../dom/tests-chart.js";
import { sayDate, sayPercent } from "../ui/figures.js";
import { say, sayDay } from "../ui/say.js";

/** @typedef {import("./past-forms.js").PastTest} PastTest */

/** Tests in the chart: more would touch each other on a phone. */
const MOST = 12;

/**
 * @param {HTMLElement} section to fill
 * @param {readonly PastTest[]} tests the earliest first
 * @param {object} more
 * @param {string} more.name of the test
 * @param {string} more.current session of the result in view, empty for none
 * @param {number} more.now
 * @param {2 | 3} [more.level] of the heading
 * @param {string} [more.address] of the page of the test, empty for this page
 */
export function fillPastTests(section, tests, { name, current, now, level = 2, address = "" }) {
  const title = element(`h${level}`, "recall-title", say("past.title"));
  const rows = element("ol", "recall-results");
  for (const [index, test] of [...tests].reverse().entries()) {
    const row = makeRow(test, { id: `recall:past:${name}:${index}`, address, now });
    if (test.session === current) row.querySelector("a")?.setAttribute("aria-current", "true");
    rows.append(row);
  }
  const chart = tests.length > 1 ? makeChart(tests, now) : [];
  section.replaceChildren(title, ...chart, rows);
}

/**
 * @param {readonly PastTest[]} tests
 * @param {number} now
 * @returns {Element[]}
 */
function makeChart(tests, now) {
  const shown = tests.slice(-MOST);
  const points = shown.map((test) => {
    const { counted, range, right, all, time } = test;
    const score = counted.all > 0 ? counted.right / counted.all : right / all;
    return {
      day: sayDayOf(time, now),
      score: 100 * score,
      range,
      told: describePoint(test),
    };
  });
  const legend = element("p", "recall-meta recall-legend");
  legend.append(
    element("span", "recall-key-score", say("past.score")),
    " ",
    element("span", "recall-key-range", say("past.range")),
  );
  const some = say("past.some", { shown: shown.length, n: tests.length });
  return [
    testsChart(points, say("past.title")),
    legend,
    ...(shown.length < tests.length ? [element("p", "recall-meta", some)] : []),
  ];
}

/** @param {PastTest} test */
function describePoint({ time, right, all, verdict, range }) {
  const [date, told] = [sayDate(time), say(`past.${verdict}`)];
  if (!range) return say("past.point", { date, right, all, verdict: told });
  const [low, high] = [sayPercent(range.low), sayPercent(range.high)];
  return say("past.pointRange", { date, right, all, verdict: told, low, high });
}

/**
 * @param {PastTest} test
 * @param {{id: string, address: string, now: number}} more id of what tells the row apart
 */
function makeRow({ session, time, right, all, verdict }, { id, address, now }) {
  const day = element("span", "recall-day", sayDayOf(time, now));
  const score = element("span", "recall-past-score", say("result.total", { right, all }));
  [day.id, score.id] = [`${id}:day`, `${id}:score`];
  const link = document.createElement("a");
  link.href = `${address}#result=${session}`;
  link.textContent = say("past.see");
  link.setAttribute("aria-describedby", `${day.id} ${score.id}`);
  const row = document.createElement("li");
  row.append(day, " ", score, " ", element("span", "recall-word", say(`past.${verdict}`)), " ", link);
  return row;
}

/**
 * A day, with its year where that is not this year.
 * @param {number} time
 * @param {number} now
 */
function sayDayOf(time, now) {
  return sayDay(time, new Date(time).getFullYear() === new Date(now).getFullYear() ? {} : { year: "numeric" });
}
