// The folders of the client: which may import which, and how large they may become.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const TESTS = dirname(fileURLToPath(import.meta.url));
const CLIENT = join(TESTS, "../../plugins/mkdocs_recall/client");

/** A folder imports from floors below its own and from itself, never from a neighbour. */
const FLOORS = [
  ["core"],
  ["core/judges", "core/scheduling"],
  ["ui"],
  ["dom", "store"],
  ["items"],
  ["items/due", "items/typed"],
  ["confidence"],
  ["sets"],
  ["test/forms"],
  ["progress"],
  ["learner"],
  ["test", "review", "page", "embed", "offline"],
  ["parts", "parts/later"],
];
const FOLDERS = FLOORS.flat();

const MOST_FILES = 15;
const MOST_LINES = 400;

/**
 * @param {string} root
 * @param {string} ending
 * @returns {string[]} paths with forward slashes, relative to the root
 */
function filesIn(root, ending) {
  const found = readdirSync(root, { recursive: true }).map((path) => String(path).replaceAll("\\", "/"));
  return found.filter((path) => path.endsWith(ending)).sort();
}

/** @param {string} path in the client */
function textOf(path) {
  return readFileSync(join(CLIENT, path), "utf8");
}

/**
 * What a file imports of the client, types in comments included.
 * @param {string} path
 */
function importsOf(path) {
  const named = [...textOf(path).matchAll(/(?:from |import |import\()"(\.[^"]+)"/g)].map(([, address = ""]) => address);
  return named.map((address) => posix.join(posix.dirname(path), address));
}

/** @param {string} path */
function floorOf(path) {
  return FLOORS.findIndex((folders) => folders.includes(posix.dirname(path)));
}

/** The only file from outside, for the folder `ui` alone. */
const CATALOGUE = "../ui/en.json";

const SOURCES = filesIn(CLIENT, ".js");
const STYLES = filesIn(CLIENT, ".css");

test("every file lies in a folder that is known", () => {
  assert.deepEqual(
    SOURCES.filter((path) => floorOf(path) < 0),
    [],
  );
  assert.deepEqual([...new Set(SOURCES.map((path) => posix.dirname(path)))].sort(), [...FOLDERS].sort());
});

test("imports point down, or to a file of the same folder", () => {
  const found = SOURCES.flatMap((path) => importsOf(path).map((imported) => ({ path, imported })));
  assert.ok(found.length > SOURCES.length);
  assert.deepEqual(
    found.filter(({ imported }) => !SOURCES.includes(imported)),
    [
      { path: "parts/later/count.js", imported: "css/later/due.css" },
      { path: "parts/later/embed.js", imported: "css/later/embed.css" },
      { path: "parts/later/marks.js", imported: "css/later/done.css" },
      { path: "parts/later/menus.js", imported: "css/later/links.css" },
      { path: "ui/say.js", imported: CATALOGUE },
    ],
    "what is imported is there",
  );
  const wrong = found.filter(({ path, imported }) => {
    const inParts = path.startsWith("parts/") && imported.startsWith("parts/");
    return !inParts && posix.dirname(path) !== posix.dirname(imported) && floorOf(imported) >= floorOf(path);
  });
  assert.deepEqual(wrong, []);
});

test("no folder has too many files, and no file too many lines", () => {
  const all = [...SOURCES, ...STYLES];
  const folders = [...new Set(all.map((path) => posix.dirname(path)))];
  assert.deepEqual(
    folders.filter((folder) => all.filter((path) => posix.dirname(path) === folder).length > MOST_FILES),
    [],
  );
  assert.deepEqual(
    all.filter((path) => textOf(path).trimEnd().split("\n").length > MOST_LINES),
    [],
  );
});

/** What the build says of each part. @type {{name: string, needs: string[], kinds: string[], words: string[]}[]} */
const PARTS = JSON.parse(readFileSync(join(CLIENT, "../assets/parts.json"), "utf8"));

test("the stylesheets are made of every file in css", () => {
  const lists = STYLES.filter((path) => path.startsWith("css/parts/"));
  const listed = lists.flatMap((path) => {
    return [...textOf(path).matchAll(/^@import "\.\.\/([^"]+)";$/gm)].map(([, name = ""]) => `css/${name}`);
  });
  const ofKinds = STYLES.filter((path) => PARTS.some(({ kinds }) => kinds.includes(posix.basename(path, ".css"))));
  const later = STYLES.filter((path) => path.startsWith("css/later/"));
  const scripts = SOURCES.filter((path) => path.startsWith("parts/")).map(textOf);
  assert.ok(later.every((path) => scripts.some((script) => script.includes(`../${path}"`))));
  const found = [...lists, ...listed, ...later, ...ofKinds.filter((path) => !lists.includes(path))];
  const again = found.filter((path, index) => found.indexOf(path) < index);
  assert.deepEqual([...new Set(found)].sort(), STYLES);
  assert.deepEqual(
    again,
    ["css/test/past.css", "css/page/ways.css"],
    "two parts show past tests, and two ways; a list names nothing else that comes by itself",
  );
});

test("each word belongs to a part", () => {
  const words = Object.keys(JSON.parse(readFileSync(join(CLIENT, "../ui/en.json"), "utf8")));
  const said = new Set(PARTS.flatMap((part) => part.words));
  assert.deepEqual(
    words.filter((key) => !key.startsWith("page.") && !said.has(key)),
    [],
  );
});

test("each part comes after those that it needs", () => {
  for (const [index, { needs }] of PARTS.entries())
    assert.ok(needs.every((need) => PARTS.findIndex(({ name }) => name === need) < index));
});

test("a test lies where the module lies that it is named after", () => {
  const tests = filesIn(TESTS, ".test.js").filter((path) => path.includes("/"));
  assert.ok(tests.length > 20);
  assert.deepEqual(
    tests.filter((path) => !SOURCES.includes(path.replace(/\.test\.js$/, ".js"))),
    [],
  );
});

test("only items know their kinds, and the card that a review makes of concepts", () => {
  const tables = SOURCES.filter((path) => path.startsWith("parts/"))
    .map(textOf)
    .join("\n");
  const kinds = [...tables.matchAll(/\b(\w+): (Recall\w+Element)\b/g)].filter(([, kind = ""]) => {
    return SOURCES.includes(`items/${kind}.js`);
  });
  assert.ok(kinds.length >= 3);
  const tags = kinds.map(([, kind]) => `recall-${kind}\\b(?!-)`);
  const elements = kinds.map(([, , element]) => element);
  const named = new RegExp([...tags, ...elements, ...kinds.map(([, kind]) => `kind [!=]== "${kind}"`)].join("|"));
  const others = SOURCES.filter((path) => !/^(items|parts)\//.test(path) && named.test(textOf(path)));
  assert.deepEqual(others, ["review/concept-card.js"]);
});
