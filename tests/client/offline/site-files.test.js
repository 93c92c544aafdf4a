import assert from "node:assert/strict";
import { test } from "node:test";

import { addressOf, findFile, findLoaded, isHashed } from "../../../plugins/mkdocs_recall/client/offline/site-files.js";

const ROOT = "https://example.org/course/";
const FILES = {
  "index.html": "1",
  "lesson.html": "2",
  "topic/index.html": "3",
  "a b/über #1.html": "4",
  "site.css": "5",
};

test("an address shows a file of this site, or none", () => {
  /** @type {[string, string][]} */
  const table = [
    ["", "index.html"],
    ["index.html?embed=q1#recall-q1", "index.html"],
    ["lesson.html", "lesson.html"],
    ["lesson", "lesson.html"],
    ["topic/", "topic/index.html"],
    ["topic", "topic/index.html"],
    ["a%20b/%C3%BCber%20%231.html", "a b/über #1.html"],
    ["toString", ""],
    ["%E0%A4%A", ""],
    ["absent.html", ""],
    ["../course2/lesson.html", ""],
  ];
  for (const [path, file] of table) assert.equal(findFile(new URL(path, ROOT).href, ROOT, FILES), file, path);
  assert.equal(findFile("https://example.com/course/lesson.html", ROOT, FILES), "");
  assert.equal(findFile("http://example.org/course/lesson.html", ROOT, FILES), "");
});

test("the address of a file shows the file again", () => {
  for (const file of Object.keys(FILES)) assert.equal(findFile(addressOf(file, ROOT), ROOT, FILES), file);
  assert.equal(addressOf("topic/index.html", ROOT), `${ROOT}topic/`);
});

test("hashes in names are told from other names", () => {
  for (const file of ["assets/recall/core.0123abcd.js", "assets/bundle.79ae519e.min.js", "pages/a/b.0123abcd.js"])
    assert.ok(isHashed(file), file);
  for (const file of ["site.css", "iframe-worker.js", "a.min.js", "lesson.2024.html", "feed.deadbee.js"])
    assert.ok(!isHashed(file), file);
});

test("what a page or a stylesheet loads is found in its text, with and without quotes", () => {
  const page = `<link rel=stylesheet href=../site.css><link href="x.svg" rel="icon"><script src='a.js'></script>
    <a href="other.html">no</a><video poster="p.png"></video><img alt="x" src=pic.png><img src="http://[">`;
  const found = findLoaded(page, `${ROOT}topic/`);
  const paths = ["site.css", "topic/x.svg", "topic/a.js", "topic/p.png", "topic/pic.png"].map((path) => ROOT + path);
  assert.deepEqual(found.sort(), paths.sort());
  const style = `@import "b.css"; @font-face { src: url( 'f.woff2' ) } p { background: url(g.png) }`;
  assert.deepEqual(findLoaded(style, ROOT).sort(), ["b.css", "f.woff2", "g.png"].map((path) => ROOT + path).sort());
});

test("parts that a script loads itself are among them, beside it", () => {
  const page = `<script src="../assets/recall/core.0123abcd.js" data-recall-site="x"
    data-recall-more="menus.4567abcd.js keep.89abcdef.js"></script><script data-recall-more='' src=b.js></script>`;
  const paths = ["core.0123abcd.js", "menus.4567abcd.js", "keep.89abcdef.js"].map((name) => `assets/recall/${name}`);
  assert.deepEqual(
    findLoaded(page, `${ROOT}topic/`).sort(),
    [...paths, "topic/b.js"].map((path) => ROOT + path).sort(),
  );
});
