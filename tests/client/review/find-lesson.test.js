import assert from "node:assert/strict";
import { test } from "node:test";

import { readManifest } from "../../../plugins/mkdocs_recall/client/core/manifest.js";
import { findLesson } from "../../../plugins/mkdocs_recall/client/review/find-lesson.js";

const SECTION = { title: "Padding", href: "lesson/#padding" };
const TRUNCATION = { title: "Truncation", href: "lesson/#truncation" };
const OWN = { title: "Heading of the test", href: "test/#recall-t2" };

const { pages } = readManifest({
  topics: [
    {
      path: "lesson/",
      title: "Tokenizers",
      items: [
        { id: "card", kind: "card" },
        { id: "check", objective: "padding" },
        { id: "named", lesson: 0 },
      ],
      objectives: { padding: SECTION },
      lessons: [TRUNCATION],
    },
    {
      path: "test/",
      title: "Test of tokenizers",
      learn: "lesson/",
      each: { test: true },
      items: [
        { id: "t0", objective: "padding", lesson: 1 },
        { id: "t1", objective: "padding" },
        { id: "t2", objective: "own" },
        { id: "t3" },
        { id: "t4", lesson: 7 },
      ],
      objectives: { padding: SECTION, own: OWN },
      lessons: [{ title: "", href: "no title" }, TRUNCATION],
    },
    { path: "alone/", title: "A test without a lesson", items: [{ id: "alone", test: true }] },
  ],
}) ?? { pages: [] };

/** @param {string} id */
function lessonOf(id) {
  const item = pages.flatMap(({ items }) => items).find((each) => each.id === id);
  assert.ok(item);
  return findLesson(item, pages);
}

test("an item leads to the section that it names, else to the one about its objective, else to itself", () => {
  assert.deepEqual(lessonOf("named"), TRUNCATION);
  assert.deepEqual(lessonOf("check"), SECTION);
  assert.deepEqual(lessonOf("card"), { title: "Tokenizers", href: "lesson/#recall-card" });
});

test("a question of a test leads to its lesson, never to the test", () => {
  const lesson = { title: "Tokenizers", href: "lesson/" };
  assert.deepEqual(lessonOf("t0"), TRUNCATION);
  assert.deepEqual(lessonOf("t1"), SECTION);
  assert.deepEqual(lessonOf("t2"), lesson, "a page with a test teaches nothing");
  assert.deepEqual(lessonOf("t3"), lesson);
  assert.deepEqual(lessonOf("t4"), lesson, "a number that names nothing");
  assert.equal(lessonOf("alone"), null);
});
