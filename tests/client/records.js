// Records of a reader's work, as they are exported and merged: some to know by heart, and others by chance.

import { shuffle } from "../../plugins/mkdocs_recall/client/core/random.js";

/** @typedef {import("../../plugins/mkdocs_recall/client/core/merge.js").Kept} Kept */

export const ATTEMPT = {
  id: "k3v9x0q2ma",
  time: 1795348800000,
  kind: "attempt",
  outcome: "right",
  options: ["2747b7c7"],
  context: "test",
  session: "7f3a2c-0a42.mf3k1",
  help: ["hint"],
  rev: "f7e99a31",
};
export const RATING = {
  id: "b71nqz5c0t",
  time: 1795348860000,
  kind: "rating",
  rating: "good",
  context: "check",
  session: "s",
  help: [],
  rev: "e3",
};
export const DRAFT = {
  v: 1,
  time: 5,
  text: 'I wrote <b>this</b> & "that"\n',
  concepts: ["aa"],
  hints: 1,
  answer: true,
};
export const FORM = {
  ...{
    v: 1,
    time: 9,
    seed: "7f3a2c",
    session: "7f3a2c.mf3k1",
    items: ["a"],
    orders: { a: ["x", "y"] },
    responses: { a: ["x"] },
  },
  ...{ flags: [], at: "a", retry: false, finished: 8, page: "/course/topics/a%20b.html" },
  last: { session: "7f3a2c.mf3k1", finished: 8, items: ["a"], ranks: [2] },
};

/** @returns {Kept[]} */
export function records() {
  return [
    { kind: "i", name: "a", record: { v: 1, log: [ATTEMPT, { id: "r1", time: 1795348870000, kind: "reset" }] } },
    {
      kind: "i",
      name: "card",
      record: { v: 1, log: [RATING, { id: "u1", time: 1795348880000, kind: "undo", of: "b71nqz5c0t" }] },
    },
    { kind: "d", name: "explain", record: DRAFT },
    { kind: "t", name: "test", record: FORM },
  ];
}

export const IDS = ["a", "b", "c"];
const ENTRY_IDS = ["e1", "e2", "e3", "e4", "e5", "e6"];

/**
 * Any records at all: few names and times, so that they meet.
 * @param {() => number} next
 * @returns {Kept[]}
 */
export function someRecords(next) {
  /** @template Thing @param {readonly Thing[]} things @returns {Thing} */
  const one = (things) => /** @type {Thing} */ (things[Math.floor(next() * things.length)]);
  const logs = IDS.filter(() => next() < 0.7).map((name) => {
    const log = ENTRY_IDS.filter(() => next() < 0.5).map((id) =>
      someEntry(id, one([1, 2, 3]), one(["right", "wrong", "reset", "undo"]), one(ENTRY_IDS)),
    );
    return { kind: /** @type {const} */ ("i"), name, record: { v: 1, log: shuffle(log, next) } };
  });
  const latest = ["d", "t"].flatMap((kind) =>
    IDS.filter(() => next() < 0.5).map((name) => ({
      kind: /** @type {"d" | "t"} */ (kind),
      name,
      record: { v: one([1, 1, 1, 2]), time: one([1, 2]), options: [one(IDS)] },
    })),
  );
  return shuffle([...logs, ...latest], next);
}

/**
 * @param {string} id
 * @param {number} time
 * @param {string} what
 * @param {string} of
 */
function someEntry(id, time, what, of) {
  if (what === "reset") return { id, time, kind: "reset" };
  if (what === "undo") return { id, time, kind: "undo", of };
  return { id, time, kind: "attempt", outcome: what, options: [], context: "check", session: "s", help: [], rev: "r" };
}
