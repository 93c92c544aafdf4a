import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { SiteCopy } from "../../../plugins/mkdocs_recall/client/offline/site-copy.js";

const ROOT = "https://example.org/course/";
const SCRIPT = `${ROOT}recall-worker.js`;

/** The caches of a browser, by name and address. @type {Map<string, Map<string, string>>} */
let stored = new Map();
/** What the server has, by path; nothing while it cannot be reached. @type {Record<string, string> | null} */
let served = {};
/** Paths that were asked for. @type {string[]} */
let asked = [];

beforeEach(() => {
  stored = new Map();
  served = {};
  asked = [];
});

/** @param {string} name */
function openFake(name) {
  const held = stored.get(name) ?? new Map();
  stored.set(name, held);
  return {
    match: async (/** @type {string} */ address) => {
      const text = held.get(address);
      return text === undefined ? undefined : new Response(text);
    },
    put: async (/** @type {string} */ address, /** @type {Response} */ response) =>
      void held.set(address, await response.text()),
    keys: async () => [...held.keys()].map((url) => ({ url })),
  };
}

const caches = /** @type {any} */ ({
  open: async (/** @type {string} */ name) => openFake(name),
  has: async (/** @type {string} */ name) => stored.has(name),
  keys: async () => [...stored.keys()],
  delete: async (/** @type {string} */ name) => stored.delete(name),
});

/** @param {string | {url: string}} address */
async function fakeFetch(address) {
  const url = typeof address === "string" ? address : address.url;
  const path = url.replace(ROOT, "").replace(/[?#].*/, "");
  asked.push(path);
  if (!served) throw new TypeError("no connection");
  const text = served[path];
  const response = new Response(text ?? "", { status: text === undefined ? 404 : 200 });
  return Object.defineProperty(response, "type", { value: "basic" });
}

/** Serve a version of the site, and return its copy. @param {string} version @param {Record<string, string>} files */
function publish(version, files) {
  const list = `assets/recall/files.${version}.json`;

  const pages = Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file.replace(/index\.html$/, ""), text]),
  );
  served = { ...pages, [list]: JSON.stringify(files), "recall-worker.js": `recallOffline ${version}` };
  return new SiteCopy({ root: ROOT, script: SCRIPT, list, version, caches, fetch: /** @type {any} */ (fakeFetch) });
}

/** What the only copy holds, without the list of files. */
function heldNow() {
  assert.equal(stored.size, 1);
  const [held = new Map()] = stored.values();
  const paths = [...held].map(([address, text]) => [address.replace(ROOT, ""), text]);
  return Object.fromEntries(paths.filter(([path]) => !path.endsWith(".json")));
}

/** @param {SiteCopy} copy @param {string} path @param {string} [mode] */
async function read(copy, path, mode = "navigate") {
  /** @type {Promise<unknown>[]} */
  const after = [];
  const request = /** @type {any} */ ({ url: ROOT + path, mode, headers: new Headers() });
  const response = await copy.answer(
    request,
    (page) => after.push(copy.see(request.url, Object.defineProperty(page, "type", { value: "basic" }))),
    (addresses) => after.push(copy.hold(addresses)),
  );
  const text = await response.text();
  await Promise.all(after);
  return text;
}

const FIRST = {
  "index.html": "home 1",
  "lesson.html": 'lesson 1 <img src="pic.svg">',
  "pic.svg": "picture 1",
  "other.html": "other 1",
  "assets/recall/core.11111111.js": "core 1",
  "assets/recall/same.22222222.js": "same",
  "assets/recall/downloads/all.apkg": "deck",
};
const SECOND = {
  "index.html": "home 2",
  "lesson.html": 'lesson 2 <img src="pic.svg"> <img src="new.svg">',
  "pic.svg": "picture 2",
  "new.svg": "new picture",
  "other.html": "other 1",
  "assets/recall/core.33333333.js": "core 2",
  "assets/recall/same.22222222.js": "same",
};

test("a copy has the open pages, what they load, and the scripts for questions", async () => {
  await publish("a1", FIRST).make([`${ROOT}lesson.html#top`, "https://example.com/"]);
  assert.deepEqual(Object.keys(heldNow()).sort(), [
    "assets/recall/core.11111111.js",
    "assets/recall/same.22222222.js",
    "lesson.html",
    "pic.svg",
  ]);
});

test("a new version takes over what was held, and the old scripts for pages that are still open", async () => {
  await publish("a1", FIRST).make([`${ROOT}lesson.html`]);
  const copy = publish("a2", SECOND);
  asked = [];
  await copy.make([ROOT]);
  assert.ok(!asked.includes("assets/recall/same.22222222.js"));
  assert.equal(stored.size, 2);
  await copy.tidy();
  assert.deepEqual(heldNow(), {
    "": "home 2",
    "lesson.html": SECOND["lesson.html"],
    "pic.svg": "picture 2",
    "new.svg": "new picture",
    "assets/recall/core.11111111.js": "core 1",
    "assets/recall/core.33333333.js": "core 2",
    "assets/recall/same.22222222.js": "same",
  });
  served = null;
  assert.equal(await read(copy, "assets/recall/core.11111111.js", "no-cors"), "core 1");
  const third = publish("a3", SECOND);
  await third.make([]);
  await third.tidy();
  assert.ok(!("assets/recall/core.11111111.js" in heldNow()));
});

test("nothing of a newer version gets into a copy", async () => {
  const copy = publish("a1", FIRST);
  await copy.make([ROOT]);
  publish("a2", SECOND);
  assert.equal(await read(copy, ""), "home 2");
  assert.equal(await read(copy, "lesson.html"), SECOND["lesson.html"]);
  assert.equal(await read(copy, "pic.svg", "no-cors"), "picture 2");
  assert.equal(heldNow()[""], "home 1");
  assert.ok(!("lesson.html" in heldNow()));
  assert.ok(!("pic.svg" in heldNow()));
});

test("a version that changes while it is fetched, or breaks off, leaves the former copy as it was", async () => {
  await publish("a1", FIRST).make([ROOT]);
  const before = heldNow();
  const late = publish("a2", SECOND);
  served = { ...served, "recall-worker.js": "recallOffline a3" };
  await assert.rejects(late.make([]));
  assert.deepEqual(heldNow(), before);
  served = null;
  await assert.rejects(late.make([]));
  assert.deepEqual(heldNow(), before);
});

test("pages come from the server while there is one, and from the copy otherwise", async () => {
  const copy = publish("a1", FIRST);
  await copy.make([]);
  assert.equal(await read(copy, "lesson.html?again"), FIRST["lesson.html"]);
  assert.deepEqual([heldNow()["lesson.html"], heldNow()["pic.svg"]], [FIRST["lesson.html"], "picture 1"]);
  served = null;
  assert.equal(await read(copy, "lesson.html#x"), FIRST["lesson.html"]);
  assert.equal(await read(copy, "pic.svg", "no-cors"), "picture 1");
  await assert.rejects(read(copy, "other.html"));
});

test("what has its hash in its name is asked for once", async () => {
  const copy = publish("a1", FIRST);
  await copy.make([]);
  asked = [];
  assert.equal(await read(copy, "assets/recall/core.11111111.js", "no-cors"), "core 1");
  assert.deepEqual(asked, []);
});

test("all of the site can be fetched", async () => {
  const copy = publish("a1", FIRST);
  await copy.make([]);
  await copy.holdAll();
  assert.equal(Object.keys(heldNow()).length, Object.keys(FIRST).length);
});

test("the server says whether it still has the version, another one or none", async () => {
  const copy = publish("a1", FIRST);
  assert.equal(await copy.ask(), "same");
  served = { "recall-worker.js": "recallOffline a2" };
  assert.equal(await copy.ask(), "other");
  served = { "recall-worker.js": "<title>All addresses show this page</title>" };
  assert.equal(await copy.ask(), "gone");
  served = {};
  assert.equal(await copy.ask(), "gone");
  served = null;
  assert.equal(await copy.ask(), "away");
});

test("removing a copy leaves those of other sites of the host, and it does not come back", async () => {
  stored.set("recall-offline:/course/old/:a1", new Map());
  stored.set("another", new Map());
  const copy = publish("a1", FIRST);
  await copy.make([]);
  await copy.remove();
  assert.deepEqual([...stored.keys()], ["recall-offline:/course/old/:a1", "another"]);
  assert.equal(await read(copy, "lesson.html"), FIRST["lesson.html"]);
  assert.equal(await read(copy, "pic.svg", "no-cors"), "picture 1");
  assert.equal(stored.size, 2);
});
