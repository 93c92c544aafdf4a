// A learner who takes tests of one bank over several days: which questions come, which count, and when it is secure.

import assert from "node:assert/strict";
import { test } from "node:test";

import { DAY } from "../../plugins/mkdocs_recall/client/core/log.js";
import { isSecure, verdictOf } from "../../plugins/mkdocs_recall/client/core/mastery.js";
import { makeGenerator } from "../../plugins/mkdocs_recall/client/core/random.js";
import { outcomeOf, seenLately } from "../../plugins/mkdocs_recall/client/core/test-history.js";
import { sessionOf, strongForms, tierAt } from "../../plugins/mkdocs_recall/client/core/test-forms.js";
import { byId, drawForm } from "../../plugins/mkdocs_recall/client/test/forms/draw-form.js";
import { newSeed } from "../../plugins/mkdocs_recall/client/test/forms/seed.js";

/** @typedef {import("../../plugins/mkdocs_recall/client/core/log.js").Entry} Entry */

const HOUR = DAY / 24;
const MONDAY = 100 * DAY;
/**
 * 12 easy, 12 medium and 6 hard questions: three forms of 10. Objectives, which come before all else, have tests of
 * their own.
 */
const BANK = Array.from({ length: 30 }, (_, index) => {
  return {
    id: `q${index}`,
    rank: index < 12 ? 1 : index < 24 ? 2 : 3,
    objective: "",
    options: ["a", "b"],
    fixed: false,
  };
});
const MIX = [4, 4, 2];

class Learner {
  /** @type {Map<string, Entry[]>} */
  #logs = new Map();
  #next;
  #ids = 0;

  /** @param {string} chance */
  constructor(chance) {
    this.#next = makeGenerator(chance);
  }

  /** @param {string} id */
  entries(id) {
    return this.#logs.get(id) ?? [];
  }

  /**
   * @param {string} id
   * @param {import("../../plugins/mkdocs_recall/client/core/log.js").Fact} fact
   * @param {number} time
   */
  add(id, fact, time) {
    this.#logs.set(id, [...this.entries(id), { id: `e${(this.#ids += 1)}`, time, ...fact }]);
  }

  /** @param {number} time */
  reset(time) {
    for (const { id } of BANK) this.add(id, { kind: "reset" }, time);
  }

  /**
   * Take a test that ends at some time.
   * @param {number} time
   * @param {{wrong?: number, seed?: string}} [how] how many are missed, the easiest first; a seed from an address
   */
  take(time, { wrong = 0, seed = this.seedAt(time) } = {}) {
    const items = drawForm(BANK, MIX, seed)?.items ?? [];
    const session = sessionOf(seed, time - HOUR / 4);
    items.forEach((id, index) => {
      const outcome = index < wrong ? "wrong" : "right";
      this.add(
        id,
        { kind: "attempt", outcome, options: [], context: "test", session, help: [], rev: "r" },
        time + index,
      );
    });
    const answers = items.map((id, index) => {
      return { rank: rankOf(id), right: index >= wrong, seen: seenLately(this.entries(id), time, session) };
    });
    const strong = strongForms(BANK.map(({ id, rank }) => ({ rank, entries: this.entries(id) })));
    const verdict = verdictOf(outcomeOf(answers));
    return {
      items,
      seed,
      counted: outcomeOf(answers).all,
      verdict,
      secure: verdict === "strong" && isSecure({ seed, time }, strong),
    };
  }

  /** @param {number} time */
  seedAt(time) {
    return newSeed(
      byId(BANK).map(({ id }) => tierAt(this.entries(id), "r", time)),
      this.#next,
    );
  }
}

/** @param {string} id */
function rankOf(id) {
  return BANK.find((item) => item.id === id)?.rank ?? 0;
}

const CHANCES = Array.from({ length: 20 }, (_, index) => `learner ${index}`);

test("a whole bank comes before anything comes twice", () => {
  for (const chance of CHANCES) {
    const learner = new Learner(chance);
    const forms = [0, 1, 2].map((day) => learner.take(MONDAY + 2 * day * DAY));
    assert.equal(new Set(forms.flatMap(({ items }) => items)).size, 30, chance);
    assert.deepEqual(
      forms.map(({ counted }) => counted),
      [10, 10, 10],
    );
  }
});

test("on one day as well: what was seen comes last", () => {
  for (const chance of CHANCES) {
    const learner = new Learner(chance);
    const forms = [0, 1, 2].map((hour) => learner.take(MONDAY + hour * HOUR, { wrong: 5 }));
    assert.equal(new Set(forms.flatMap(({ items }) => items)).size, 30, chance);
    const again = learner.take(MONDAY + 3 * HOUR);
    assert.equal(again.counted, 0);
    assert.equal(again.verdict, "few");
  }
});

test("missed questions come with the unseen ones, before those that were right", () => {
  for (const chance of CHANCES) {
    const learner = new Learner(chance);
    const days = Array.from({ length: 6 }, (_, day) => MONDAY + 2 * day * DAY);
    for (const time of days) {
      const waiting = BANK.filter(({ id }) => tierAt(learner.entries(id), "r", time) === 0);
      const { items, counted } = learner.take(time, { wrong: 4 });
      const early = [1, 2, 3].map((rank) =>
        Math.min(MIX[rank - 1] ?? 0, waiting.filter((item) => item.rank === rank).length),
      );
      const drawn = [1, 2, 3].map(
        (rank) => items.filter((id) => rankOf(id) === rank && waiting.some((item) => item.id === id)).length,
      );
      assert.deepEqual(drawn, early, chance);
      assert.equal(counted, 10);
    }
  }
});

test("what was answered within a day is left out, wherever it was answered", () => {
  /** @type {[string, number, number][]} */
  const table = [
    ["test", HOUR, 9],
    ["practice", HOUR, 9],
    ["review", 23 * HOUR, 9],
    ["check", DAY, 9],
    ["check", DAY + 1, 10],
    ["test", 3 * DAY, 10],
  ];
  for (const [context, before, counted] of table) {
    const learner = new Learner(context);
    const [first = ""] = drawForm(BANK, MIX, "abc")?.items ?? [];
    learner.add(
      first,
      { kind: "attempt", outcome: "right", options: [], context, session: "other", help: [], rev: "r" },
      MONDAY - before,
    );
    assert.equal(learner.take(MONDAY, { seed: "abc" }).counted, counted, `${context}, ${before / HOUR} hours before`);
  }
});

test("secure after two strong forms, a day apart", () => {
  /** @type {[string, [number, {wrong?: number, seed?: string}][], boolean][]} */
  const table = [
    ["one form", [[0, {}]], false],
    [
      "two on two days",
      [
        [0, {}],
        [DAY + HOUR, {}],
      ],
      true,
    ],
    [
      "just a day",
      [
        [0, { wrong: 1 }],
        [DAY + 9, { wrong: 1 }],
      ],
      true,
    ],
    [
      "on one day",
      [
        [0, {}],
        [HOUR, {}],
      ],
      false,
    ],
    [
      "in less than a day",
      [
        [0, {}],
        [DAY - HOUR, {}],
      ],
      false,
    ],
    [
      "one in between that was not",
      [
        [0, {}],
        [2 * DAY, { wrong: 4 }],
        [4 * DAY, {}],
      ],
      true,
    ],
    [
      "the first was not strong",
      [
        [0, { wrong: 2 }],
        [2 * DAY, {}],
      ],
      false,
    ],
    [
      "the second was not strong",
      [
        [0, {}],
        [2 * DAY, { wrong: 2 }],
      ],
      false,
    ],
    [
      "the same form",
      [
        [0, { seed: "abc" }],
        [2 * DAY, { seed: "abc" }],
      ],
      false,
    ],
    [
      "two given forms",
      [
        [0, { seed: "abc" }],
        [2 * DAY, { seed: "abd" }],
      ],
      true,
    ],
    [
      "four on one day, one the next",
      [
        [0, {}],
        [HOUR, {}],
        [2 * HOUR, {}],
        [3 * HOUR, {}],
        [2 * DAY, {}],
      ],
      true,
    ],
  ];
  for (const [name, forms, secure] of table) {
    const learner = new Learner(name);
    const taken = forms.map(([after, how]) => learner.take(MONDAY + after, how));
    assert.equal(taken.at(-1)?.secure, secure, name);
  }
});

test("a reset takes back what was strong", () => {
  const learner = new Learner("reset");
  learner.take(MONDAY);
  learner.reset(MONDAY + HOUR);
  assert.equal(learner.take(MONDAY + 2 * DAY).secure, false);
  assert.equal(learner.take(MONDAY + 4 * DAY).secure, true);
});
