// What a site says of itself, as its manifest holds it: a lesson, its test of ten questions, and a test over several
// pages.

import assert from "node:assert/strict";

import { readManifest } from "../../plugins/mkdocs_recall/client/core/manifest.js";

/** @param {string} id @param {object} [more] */
export function item(id, more = {}) {
  return { id, kind: "mcq", rank: 1, objective: "", rev: "r", aka: [], concepts: [], deck: "", test: false, ...more };
}

/** @param {string} name @param {object} [more] */
export function page(name, more = {}) {
  return {
    path: `${name}.html`,
    source: `${name}.md`,
    title: name,
    learn: "",
    data: `${name}.js`,
    items: [item(`${name}-one`)],
    objectives: {},
    ...more,
  };
}

export const BANK = Array.from({ length: 10 }, (_, index) =>
  item(`q${index}`, {
    rank: index < 4 ? 1 : index < 8 ? 2 : 3,
    deck: "test",
    test: true,
    objective: index < 3 ? "first" : "last",
  }),
);
export const LESSON = page("topics/lesson", {
  items: [
    item("card", { kind: "card", objective: "first" }),
    item("new-name", { aka: ["old-name"], objective: "last" }),
    item("words", { kind: "explain", concepts: ["a", "b"] }),
  ],
  objectives: { first: { title: "First", href: "topics/lesson.html#recall-card" } },
});
export const TEST = page("topics/test", { learn: "topics/lesson.html", items: BANK });

export const WIDE = {
  id: "wide",
  aka: ["broad"],
  title: "Course test",
  path: "topics/course-test.html",
  source: "topics/course-test.md",
  draws: ["card", "q0", "q9"],
};

/** @param {readonly unknown[]} topics @param {readonly unknown[]} [tests] */
export function read(topics, tests = []) {
  return readManifest({ site: "s", name: "S", topics, tests }) ?? assert.fail();
}

export const MANIFEST = read([LESSON, TEST], [WIDE]);
