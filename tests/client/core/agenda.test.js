import assert from "node:assert/strict";
import { test } from "node:test";

import { findSteps, findTopicSteps } from "../../../plugins/mkdocs_recall/client/core/agenda.js";

/** @typedef {import("../../../plugins/mkdocs_recall/client/core/agenda.js").TopicState} TopicState */

const DAY = 24 * 60 * 60 * 1000;
const NOW = new Date(2026, 10, 14, 12).getTime();
const SECTIONS = ["first", "second", "third"].map((title) => ({ title, href: `topic.html#${title}` }));

/** @param {Partial<TopicState>} [more] @returns {TopicState} */
function state(more = {}) {
  return {
    answered: 0,
    last: null,
    running: null,
    missed: [],
    studied: false,
    lesson: { answered: 0, all: 10 },
    ...more,
  };
}

/** @param {string} verdict @param {number} [days] ago @returns {TopicState["last"]} */
function tested(verdict, days = 0) {
  return /** @type {TopicState["last"]} */ ({
    verdict,
    right: 5,
    all: 10,
    left: 0,
    time: NOW - days * DAY,
    range: null,
  });
}

/** @param {Partial<TopicState>} more */
function steps(more) {
  return findTopicSteps(state(more), NOW).map((step) => step.do);
}

test("a topic is begun, gone on with, and tested once half of its lesson was answered", () => {
  assert.deepEqual(steps({}), ["begin"]);
  assert.deepEqual(steps({ answered: 4, lesson: { answered: 4, all: 10 } }), ["goOn"]);
  assert.deepEqual(steps({ answered: 5, lesson: { answered: 5, all: 10 } }), ["test"]);
});

test("a test in progress comes before all else", () => {
  assert.deepEqual(findTopicSteps(state({ running: { answered: 6, all: 10 } }), NOW)[0], {
    do: "continue",
    answered: 6,
    all: 10,
  });
  assert.deepEqual(steps({ running: { answered: 0, all: 10 }, last: tested("weak"), missed: SECTIONS }), [
    "continue",
    "study",
  ]);
});

test("a test in progress is the test to take: no other one of its topic is named beside it", () => {
  const running = { answered: 3, all: 10 };
  assert.deepEqual(steps({ running, answered: 5, lesson: { answered: 5, all: 10 } }), ["continue"]);
  assert.deepEqual(steps({ running, last: tested("weak", 1), studied: true }), ["continue"]);
  assert.deepEqual(steps({ running, last: tested("strong", 1) }), ["continue"]);
});

test("after a weak test two sections are to be studied, and on another day the test is taken again", () => {
  for (const verdict of ["weak", "getting", "few"]) {
    const weak = state({ answered: 10, last: tested(verdict), missed: SECTIONS });
    assert.deepEqual(findTopicSteps(weak, NOW), [{ do: "study", sections: SECTIONS.slice(0, 2) }]);
    assert.deepEqual(steps({ last: tested(verdict), missed: SECTIONS, studied: true }), ["study"]);
    assert.deepEqual(steps({ last: tested(verdict, 1), missed: SECTIONS }), ["study"]);
    assert.deepEqual(steps({ last: tested(verdict, 1), missed: SECTIONS, studied: true }), ["test"]);
  }
});

test("a weak test without sections to read is taken again another day", () => {
  assert.deepEqual(steps({ last: tested("weak") }), []);
  assert.deepEqual(steps({ last: tested("weak", 1) }), ["test"]);
});

test("it is only said of who studied since the last test", () => {
  for (const studied of [true, false]) {
    const weak = state({ last: tested("weak", 1), studied });
    assert.deepEqual(findTopicSteps(weak, NOW), [{ do: "test", studied }]);
  }
});

test("strong asks for a second test from the next day on, and secure for nothing", () => {
  assert.deepEqual(steps({ last: tested("strong", 0.9) }), []);
  assert.deepEqual(steps({ last: tested("strong", 1) }), ["second"]);
  assert.deepEqual(steps({ last: tested("secure", 30) }), []);
});

test("in the whole site the best comes first, and only the first topic is next", () => {
  const topics = [
    state({ answered: 9, last: tested("strong", 2) }),
    state({ answered: 3, last: tested("weak"), missed: SECTIONS }),
    state({ running: { answered: 1, all: 10 } }),
    state(),
    state(),
  ].map((standing, index) => ({ standing, index }));
  const found = findSteps(topics, { due: 7, now: NOW });
  assert.deepEqual(
    found.map(({ step, of }) => [step.do, of?.index ?? null]),
    [
      ["continue", 2],
      ["review", null],
      ["study", 1],
      ["second", 0],
      ["begin", 3],
    ],
  );
  assert.deepEqual(findSteps(topics.slice(0, 1), { due: 0, now: NOW - 2 * DAY }), []);
});
