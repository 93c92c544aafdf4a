/* For the page "States of a review": what each review finds due, reviewed today, or left out. See states.js. */
"use strict";

(() => {
  const DAY = 24 * 60 * 60 * 1000;
  const PAGE = "reference/states-review.html";

  /** What was done before with the items of each review, by the last part of its id: the items, and how each went. */
  const REVIEWS = {
    fresh: {},
    view: { card: "due", question: "due", back: "due" },
    concept: { why: "due" },
    answered: { checked: "due" },
    undo: { first: "due", second: "due" },
    end: { held: "right", kept: "right", slipped: "missed", century: "missed", waits: "due", stays: "due" },
    right: { known: "right" },
    later: { soon: "learned" },
    suspended: { left: "suspended" },
  };
  /** New items a day where it is not the usual number. */
  const CAPS = { end: 4 };
  const SECTIONS = ["Every fourth year", "Full centuries"];

  /**
   * What the log of an item says.
   * @param {string} how
   * @param {string} rev of the item
   * @returns {object[]}
   */
  function makeLog(how, rev) {
    const days = { due: 2, learned: 1, suspended: 2, right: 2, missed: 2 }[how];
    const shared = { kind: "attempt", options: ["a"], help: [], session: "past", rev, context: "check" };
    const before = { ...shared, time: Date.now() - days * DAY, outcome: how === "learned" ? "right" : "wrong" };
    const now = { ...shared, time: Date.now() - 1000, context: "review", session: "today" };
    if (how === "right" || how === "missed") return [before, { ...now, outcome: how === "right" ? "right" : "wrong" }];
    if (how === "suspended") return [before, { kind: "suspend", time: before.time + 1000 }];
    return [before];
  }

  /**
   * What this site says of itself, from the script that a review loads.
   * @param {string} address
   * @returns {Promise<object>}
   */
  function loadManifest(address) {
    const script = document.createElement("script");
    return new Promise((resolve, reject) => {
      script.addEventListener("error", reject);
      globalThis.recallItems = resolve;
      script.src = address;
      document.head.append(script);
    });
  }

  /**
   * Keep what was done before, and begin each review with items of its own.
   * @param {(name: string, fields: object) => void} keep
   */
  globalThis.rememberTopics = (keep) => {
    const held = [...document.querySelectorAll("recall-review")].map((review) => {
      const box = document.createElement("div");
      const state = Object.keys(REVIEWS).findLast((each) => {
        const heading = document.getElementById(each);
        return heading && heading.compareDocumentPosition(review) & Node.DOCUMENT_POSITION_FOLLOWING;
      });
      box.id = `recall-state-review-${state}`;
      review.replaceWith(box);
      return { review, box, state };
    });
    for (const [name, how] of Object.values(REVIEWS).flatMap(Object.entries)) {
      const id = `state-review-${name}`;
      const item = document.getElementById(`recall-${id}`);
      const log = makeLog(how, item.dataset.recallRev).map((entry, at) => ({ id: `past-${id}-${at}`, ...entry }));
      const ticked = {
        concepts: [item.querySelector("[data-recall-concept]")?.dataset.recallConcept],
      };
      keep(`i:${id}`, { log: name === "why" ? log.map((entry) => ({ ...entry, ...ticked })) : log });
      if (name === "why")
        keep(`d:${id}`, { text: "A year is longer than 365 days.", ...ticked, hints: 0, answer: true });
    }
    const loaded = new Promise((done) => addEventListener("load", done));
    globalThis.recallStates.arranged = loaded.then(() => beginAll(held));
  };

  /** @param {{review: HTMLElement, box: HTMLElement, state: string}[]} held */
  async function beginAll(held) {
    const manifest = await loadManifest(new URL(held[0].review.dataset.recallManifest, document.baseURI).href);
    const page = manifest.topics.find(({ path }) => path === PAGE);
    await customElements.whenDefined("recall-review");
    for (const { review, box, state } of held) {
      const items = Object.keys(REVIEWS[state]).map((name, at) => {
        const item = page.items.find(({ id }) => id === `state-review-${name}`);
        return { ...page.each, ...item, lesson: undefined, objective: SECTIONS[at % 2] };
      });
      const objectives = Object.fromEntries(
        SECTIONS.map((title) => [title, { title, href: "reference/explain.html" }]),
      );
      const topic = { ...page, path: "reference/explain.html", title: "Leap years", each: {}, objectives, items };
      review.dataset.recallTopics = JSON.stringify({ topics: [topic], tests: [], root: "../", fixed: true });
      if (CAPS[state]) review.dataset.recallNew = String(CAPS[state]);
      box.append(review);
      await review.begin();
    }
  }
})();
