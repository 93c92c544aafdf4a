/* For the pages "States" of today and progress: what was done before in the topics of each block. See states.js. */
"use strict";

(() => {
  /** What was done before in the topic of each today block, by the last part of its id. */
  const PASTS = {
    first: {},
    running: { running: 6 },
    due: { lesson: 4, days: 2 },
    weak: { lesson: 4, tests: [3] },
    learned: { lesson: 3 },
    begun: { lesson: 1 },
    strong: { tests: [10], days: 1.1 },
    next: { tests: [10, 10] },
    secure: { tests: [10, 10], only: true },
    later: { tests: [10], only: true },
  };
  /** In how many days the lesson's other questions come back that were answered. */
  const COMES = [0, 0, 0, 1, 1, 4, 5, 5, 5, 8, 9, 9, 12, 12, 12];

  /** The same of each progress block, by the heading above it. */
  const STANDINGS = {
    "before-the-first-answer": {},
    "the-lesson-was-begun-without-a-test": { lesson: 16, held: 20, days: 2 },
    "one-test": { lesson: 4, tests: [7], days: 1 },
    "several-tests-secure": { lesson: 4, tests: [4, 6, 7, 9, 10], every: 9, days: 1, comes: COMES, held: 24 },
    "the-line-of-a-topic": { tests: [7], days: 1, only: true },
  };
  const DAY = 24 * 60 * 60 * 1000;
  /** Days after which a question comes back that was right, and right again after that. */
  const INTERVALS = [3, 14];

  /**
   * Records of earlier visits, and the topics that they are about.
   * @param {(name: string, fields: object) => void} keep
   */
  globalThis.rememberTopics = (keep) => {
    for (const [state, past] of Object.entries(PASTS)) {
      const today = document.getElementById(`recall-state-today-${state}`)?.closest("recall-today");
      if (today) rememberTopic(today, state, past, keep);
    }
    for (const [heading, past] of Object.entries(STANDINGS)) {
      const progress = document.querySelector(`#${heading} ~ recall-progress`);
      if (!progress) continue;
      // The one that the page was served with has asked for its topics already.
      const copy = progress.cloneNode(true);
      rememberTopic(copy, heading, past, keep);
      progress.replaceWith(copy);
    }
  };

  /**
   * What was done in the topic that a block is told of, and that topic.
   * @param {HTMLElement} block
   * @param {string} state
   * @param {object} past
   * @param {number} [past.lesson] items of the lesson that were answered
   * @param {number} [past.days] how many days ago, and so the last test
   * @param {number} [past.held] items of the lesson
   * @param {number[]} [past.comes] in how many days other items of it come back
   * @param {number} [past.running] answers of a test in progress
   * @param {number[]} [past.tests] right answers of each finished test
   * @param {number} [past.every] days between them
   * @param {boolean} [past.only] whether the topic is the only one
   * @param {(name: string, fields: object) => void} keep
   */
  function rememberTopic(block, state, past, keep) {
    const { lesson = 0, days = 0, held: all = 4, comes = [] } = past;
    const { running = 0, tests = [], every = 1.1, only = false } = past;
    const name = (part) => `state-${state}-${part}`;
    const asked = tests.map((_, at) => Array.from({ length: 10 }, (_, index) => name(`${at}-${index}`)));
    /** @param {string} id @param {number} time @param {object} fact @param {number[]} reviews times, all right */
    const answer = (id, time, fact, reviews = []) => {
      const shared = { kind: "attempt", options: ["a"], help: [], rev: "00000000" };
      const right = { ...shared, outcome: "right", context: "review" };
      const later = reviews.map((time, at) => ({ id: `past-${id}-${at}`, time, ...right, session: `${at}` }));
      keep(`i:${id}`, { log: [{ id: `past-${id}`, time, ...shared, ...fact }, ...later] });
    };
    const before = (days) => Date.now() - days * DAY;
    const [soon, then] = INTERVALS;
    for (const [at, day] of comes.entries()) {
      const fact = { outcome: "right", context: "check", session: "past" };
      answer(name(lesson + at), before(soon + then - day), fact, [before(then - day)]);
    }
    for (let at = 0; at < lesson; at += 1)
      answer(name(at), Date.now() - days * DAY, { outcome: "wrong", context: "check", session: "past" });
    const ranks = [1, 1, 1, 2, 2, 2, 2, 3, 3, 3];
    for (const [at, right] of tests.entries()) {
      const ago = days + every * (tests.length - 1 - at);
      const [session, time] = [`${at}.${state}`, Date.now() - ago * DAY];
      const reviews = ago > 2 * soon ? [time + soon * DAY, before(1)] : [];
      for (const [index, id] of asked[at].entries())
        answer(id, time, { outcome: index < right ? "right" : "wrong", context: "test", session }, reviews);
      keep(`t:${name("test")}`, { last: { session, finished: time, items: asked[at], ranks } });
    }
    const drawn = Array.from({ length: 10 }, (_, index) => name(`new-${index}`));
    const responses = Object.fromEntries(drawn.slice(0, running).map((id) => [id, ["a"]]));
    if (running > 0) keep(`t:${name("test")}`, { items: drawn, responses, finished: 0 });
    const item = { kind: "mcq", rev: "00000000", aka: [], concepts: [] };
    const sections = ["Every fourth year", "Full centuries", "The calendar before"];
    const objectives = Object.fromEntries(sections.map((title) => [title, { title, href: "reference/explain.html" }]));
    const page = { source: "", learn: "", data: "", objectives };
    const bank = [...asked.flat(), ...drawn].map((id, at) => {
      return { ...item, id, rank: ranks[at % 10], objective: sections[at % 3], deck: name("test"), test: true };
    });
    const held = Array.from({ length: all }, (_, at) => ({
      ...item,
      id: name(at),
      rank: 1,
      objective: sections[at % 3],
    }));
    const topics = [
      {
        ...page,
        source: block.dataset.recallTopic ?? "",
        path: "reference/explain.html",
        title: "Leap years",
        items: held,
      },
      { ...page, path: "reference/test.html", title: "Test", learn: "reference/explain.html", items: bank },
      { ...page, path: "reference/card.html", title: "Months", items: [{ ...item, id: name("next"), rank: 1 }] },
    ];
    block.dataset.recallTopics = JSON.stringify({
      topics: only ? topics.slice(0, 2) : topics,
      tests: [],
      root: "../",
      fixed: true,
    });
  }
})();
