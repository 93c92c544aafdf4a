import assert from "node:assert/strict";
import { test } from "node:test";

import { standing } from "../../../plugins/mkdocs_recall/client/core/log.js";
import { resetLog } from "../../../plugins/mkdocs_recall/client/store/reset-log.js";
import { Store } from "../../../plugins/mkdocs_recall/client/store/store.js";
import { FakeSources, FakeStorage } from "../fakes.js";
import { LOG as LOG_A, RATING, entry, idsOf, storeOn } from "../stores.js";

const DRAFT = { options: ["a"], hints: 1, steps: 0, answer: false };
const LOG = "recall:course:i:what-is-ft";
const DRAFT_KEY = "recall:course:d:what-is-ft";
const SET_KEY = "recall:course:d:set";

/**
 * @param {FakeStorage} storage
 * @param {string} key
 */
function stored(storage, key) {
  return JSON.parse(storage.getItem(key) ?? "null");
}

/**
 * @param {FakeStorage} storage
 * @returns {string[]}
 */
function findKeys(storage) {
  return Object.keys(storage).sort();
}

test("an entry is appended with an id and a time", () => {
  const storage = new FakeStorage();
  assert.equal(storeOn(storage).append("what-is-ft", RATING), null);
  assert.deepEqual(stored(storage, LOG), { v: 1, log: [{ id: "id2", time: 1000, ...RATING }] });
});

test("entries of one page never tie, and a clock set back does not turn them round", () => {
  const sources = new FakeSources();
  const store = storeOn(new FakeStorage(), sources);
  store.append("a", RATING);
  store.append("a", RATING);
  sources.time = 5;
  store.append("a", RATING);
  assert.deepEqual(
    store.entries(["a"]).map((entry) => entry.time),
    [1000, 1001, 1002],
  );
});

test("an append keeps what another page wrote meanwhile, and adds again what that took away", () => {
  const storage = new FakeStorage();
  const store = storeOn(storage);
  store.append("what-is-ft", RATING);
  const other = { id: "other", time: 7, kind: "rating", rating: "again" };
  const unknown = { id: "z", time: 8, kind: "note", text: "later" };
  storage.setItem(LOG, JSON.stringify({ v: 1, note: "kept", log: [other, unknown] }));
  store.append("what-is-ft", RATING);
  assert.deepEqual(stored(storage, LOG), {
    v: 1,
    note: "kept",
    log: [other, unknown, { id: "id2", time: 1000, ...RATING }, { id: "id3", time: 1001, ...RATING }],
  });
  assert.deepEqual(
    store.entries(["what-is-ft"]).map((entry) => entry.id),
    ["other", "id2", "id3"],
  );
});

test("logs of former ids are read too, each entry once", () => {
  const entry = { id: "x", time: 1, ...RATING };
  const storage = new FakeStorage({
    "recall:course:i:old1": JSON.stringify({ v: 1, log: [entry, { ...entry, id: "y", time: 3 }] }),
    "recall:course:i:old2": JSON.stringify({ v: 1, log: [entry] }),
  });
  const store = storeOn(storage);
  store.append("new", RATING);
  assert.deepEqual(
    store.entries(["new", "old1", "old2"]).map((each) => each.id),
    ["x", "y", "id2"],
  );
  assert.deepEqual(stored(storage, "recall:course:i:new").log.length, 1);
});

test("items with a record: of this site, of both kinds, once", () => {
  const storage = new FakeStorage({
    "recall:course:i:a": "{}",
    "recall:course:d:a": "{}",
    "recall:course:d:b": "{}",
    "recall:course:i:__proto__": "{}",
    "recall:course:t:test": "{}",
    "recall:course:bad:c:5": "{}",
    "recall:course2:i:d": "{}",
    "/.__palette": "{}",
  });
  assert.deepEqual([...storeOn(storage).items()].sort(), ["__proto__", "a", "b"]);
});

test("a draft: the latest stays, an empty one goes", () => {
  const storage = new FakeStorage();
  const store = storeOn(storage);
  assert.equal(store.draft("what-is-ft"), null);
  store.saveDraft("what-is-ft", DRAFT);
  store.saveDraft("what-is-ft", { ...DRAFT, steps: 2 });
  assert.deepEqual(stored(storage, DRAFT_KEY), { v: 1, time: 1001, ...DRAFT, steps: 2 });
  assert.deepEqual(store.draft("what-is-ft"), { ...DRAFT, steps: 2 });
  store.saveDraft("what-is-ft", { options: [], hints: 0, steps: 0, answer: false });
  assert.deepEqual(findKeys(storage), []);
});

for (const raw of [
  "",
  "{",
  "null",
  "[]",
  "7",
  '"text"',
  "{}",
  '{"v":0,"log":[]}',
  '{"v":"1","log":[]}',
  '{"v":1}',
  '{"v":1,"log":{}}',
  '{"__proto__":{"v":1,"log":[]}}',
]) {
  test(`a record that cannot be read is set aside: ${raw}`, () => {
    const storage = new FakeStorage({ [LOG]: raw });
    const store = storeOn(storage);
    assert.deepEqual(store.entries(["what-is-ft"]), []);
    assert.equal(storage.getItem("recall:course:bad:what-is-ft:1000"), raw);
    assert.equal(storage.getItem(LOG), null);
    assert.equal(store.append("what-is-ft", RATING), null);
    assert.equal(stored(storage, LOG).log.length, 1);
  });
}

test("what was set aside is never written over", () => {
  const storage = new FakeStorage({ [LOG]: "{", [DRAFT_KEY]: "[", "recall:course:bad:what-is-ft:1000": "older" });
  const store = storeOn(storage);
  store.entries(["what-is-ft"]);
  assert.equal(store.draft("what-is-ft"), null);
  assert.equal(storage.getItem("recall:course:bad:what-is-ft:1000"), "older");
  assert.equal(storage.getItem("recall:course:bad:what-is-ft:1001"), "{");
  assert.equal(storage.getItem("recall:course:bad:what-is-ft:1002"), "[");
});

test("without room to set it aside, a record stays, and work goes on in memory", () => {
  const storage = new FakeStorage({ [LOG]: "{" }, 40);
  const store = storeOn(storage);
  assert.equal(store.append("what-is-ft", RATING), "full");
  assert.equal(storage.getItem(LOG), "{");
  assert.equal(store.entries(["what-is-ft"]).length, 1);
});

test("a newer version is read and never written over", () => {
  const raw = JSON.stringify({ v: 2, log: [{ id: "n", time: 5, ...RATING }], more: true });
  const draft = JSON.stringify({ v: 2, ...DRAFT });
  const storage = new FakeStorage({ [LOG]: raw, [DRAFT_KEY]: draft });
  const store = storeOn(storage);
  assert.equal(store.append("what-is-ft", RATING), "newer");
  store.saveDraft("what-is-ft", { ...DRAFT, hints: 0 });
  assert.deepEqual(store.draft("what-is-ft"), DRAFT);
  assert.deepEqual(
    store.entries(["what-is-ft"]).map((entry) => entry.id),
    ["n", "id2"],
  );
  assert.equal(storage.getItem(LOG), raw);
  assert.equal(storage.getItem(DRAFT_KEY), draft);
  assert.deepEqual(findKeys(storage), [DRAFT_KEY, LOG]);
});

test("a newer version of another form is left alone as well", () => {
  const storage = new FakeStorage({ [LOG]: '{"v":3,"entries":"packed"}' });
  const store = storeOn(storage);
  assert.deepEqual(store.entries(["what-is-ft"]), []);
  assert.equal(store.append("what-is-ft", RATING), "newer");
  assert.equal(storage.getItem(LOG), '{"v":3,"entries":"packed"}');
});

test("without room an entry is kept in memory, and saved with the next that finds room", () => {
  const storage = new FakeStorage({}, 60);
  const store = storeOn(storage);
  assert.equal(store.append("what-is-ft", RATING), "full");
  store.saveDraft("what-is-ft", DRAFT);
  assert.deepEqual(findKeys(storage), []);
  assert.equal(store.entries(["what-is-ft"]).length, 1);
  assert.deepEqual([...store.items()], ["what-is-ft"]);
  storage.resize(Infinity);
  assert.equal(store.append("what-is-ft", RATING), null);
  assert.deepEqual(
    stored(storage, LOG).log.map((/** @type {{id: string}} */ entry) => entry.id),
    ["id2", "id3"],
  );
  assert.equal(store.entries(["what-is-ft"]).length, 2);
});

test("a storage that fails later neither throws nor is written over", () => {
  const storage = new FakeStorage({ [LOG]: JSON.stringify({ v: 1, log: [] }) });
  const store = storeOn(storage);
  storage.getItem = () => {
    throw new DOMException("gone", "SecurityError");
  };
  assert.equal(store.append("what-is-ft", RATING), "memory");
  assert.equal(store.entries(["what-is-ft"]).length, 1);
  assert.equal(store.draft("what-is-ft"), null);
  assert.deepEqual(
    Object.values(storage).filter((value) => typeof value === "string"),
    ['{"v":1,"log":[]}'],
  );
});

test("without storage, work lasts as long as the page and every save says so", () => {
  const store = storeOn(null);
  assert.equal(store.append("what-is-ft", RATING), "memory");
  assert.equal(store.append("what-is-ft", RATING), "memory");
  store.saveDraft("what-is-ft", DRAFT);
  assert.equal(store.entries(["what-is-ft"]).length, 2);
  assert.deepEqual(store.draft("what-is-ft"), DRAFT);
  assert.deepEqual([...store.items()], ["what-is-ft"]);
});

test("hostile records harm nothing", () => {
  const storage = new FakeStorage({
    [LOG]: JSON.stringify({
      v: 1,
      log: [
        { id: "a", time: 1, kind: "__proto__" },
        { id: "constructor", time: 2, ...RATING },
      ],
    }),
    [DRAFT_KEY]: '{"v":1,"options":{"length":1e9},"hints":1e99,"__proto__":{"answer":true}}',
  });
  const store = storeOn(storage);
  assert.deepEqual(
    store.entries(["what-is-ft"]).map((entry) => entry.id),
    ["constructor"],
  );
  assert.deepEqual(store.draft("what-is-ft"), { options: [], hints: 0, steps: 0, answer: false });
  assert.deepEqual(store.entries(["__proto__", "toString"]), []);
  assert.equal(store.append("__proto__", RATING), null);
  assert.equal(store.entries(["__proto__"]).length, 1);
  assert.equal(Object.hasOwn(Object.prototype, "answer"), false);
});

// Records of which the latest wins

test("what is kept comes back with its time, and the latest wins", () => {
  const storage = new FakeStorage();
  const store = storeOn(storage);
  assert.equal(store.kept("d", "set"), null);
  assert.equal(store.keep("d", "set", { at: "a" }), null);
  assert.equal(store.keep("d", "set", { at: "b", since: 5 }), null);
  assert.deepEqual(JSON.parse(storage.getItem(SET_KEY) ?? ""), { v: 1, time: 1001, at: "b", since: 5 });
  assert.deepEqual({ ...store.kept("d", "set") }, { v: 1, time: 1001, at: "b", since: 5 });
  store.keep("d", "set", null);
  assert.equal(storage.getItem(SET_KEY), null);
});

test("a test and a draft of one name are two records, and each kind has its names", () => {
  const store = storeOn(new FakeStorage({ "recall:course2:t:x": "{}", "recall:course:bad:y:5": "{}" }));
  store.keep("t", "one", { seed: "7f3a" });
  store.keep("d", "one", { at: "a" });
  store.keep("t", "two:three", {});
  assert.deepEqual(store.names("t"), ["one", "two:three"]);
  assert.deepEqual(store.names("d"), ["one"]);
  assert.deepEqual(store.names("i"), []);
  assert.deepEqual([...store.items()], ["one"]);
  assert.equal(store.kept("t", "one")?.seed, "7f3a");
});

test("a record that cannot be read is set aside, a newer one is left alone", () => {
  const newer = '{"v":2,"at":"z"}';
  const storage = new FakeStorage({ [SET_KEY]: "{", "recall:course:t:test": newer });
  const store = storeOn(storage);
  assert.equal(store.kept("d", "set"), null);
  assert.equal(storage.getItem("recall:course:bad:set:1000"), "{");
  assert.equal(store.keep("t", "test", { at: "a" }), "newer");
  assert.equal(store.kept("t", "test")?.at, "z");
  assert.equal(storage.getItem("recall:course:t:test"), newer);
});

test("without room or without storage it says so", () => {
  assert.equal(storeOn(new FakeStorage({}, 20)).keep("d", "set", { text: "long" }), "full");
  const store = storeOn(null);
  assert.equal(store.keep("d", "set", { text: "long" }), "memory");
  assert.equal(store.kept("d", "set")?.text, "long");
  assert.deepEqual(store.names("d"), ["set"]);
});

test("a moment of the store is later than every entry before it", () => {
  const store = storeOn(new FakeStorage());
  store.keep("d", "a", {});
  const since = store.now();
  store.append("item", { kind: "rating", rating: "good", context: "practice", session: "s", help: [], rev: "r" });
  const [entry] = store.entries(["item"]);
  assert.ok(since > 1000 && entry && entry.time > since);
});

// Resets

test("a reset is an entry, drafts go with it, and it can be taken back", () => {
  const store = storeOn(new FakeStorage({ "recall:course:i:old": JSON.stringify({ v: 1, log: [entry("x", 1)] }) }));
  store.append("a", RATING);
  store.keep("d", "old", { text: "written" });
  const { trouble, undo } = resetLog(store, ["a", "old"]);
  assert.equal(trouble, null);
  assert.deepEqual(standing(store.entries(["a", "old"])), []);
  assert.equal(store.kept("d", "old"), null);
  undo();
  assert.deepEqual(
    standing(store.entries(["a", "old"])).map(({ id }) => id),
    ["x", "id2"],
  );
  assert.equal(store.kept("d", "old")?.text, "written");
});

// Other tabs

test("an entry that another tab took away is added again, in turn", () => {
  const storage = new FakeStorage();
  const sources = new FakeSources();
  /** @type {[string, () => void][]} */
  const turns = [];
  const store = new Store("course", storage, {
    now: sources.now,
    newId: sources.newId,
    inTurn: (name, work) => turns.push([name, work]),
  });
  store.append("a", RATING);
  const other = JSON.stringify({ v: 1, log: [entry("other", 5)] });
  storage.setItem(LOG_A, other);
  store.heed(LOG_A);
  for (const [, work] of turns) work();
  assert.deepEqual(
    turns.map(([name]) => name),
    [LOG_A, LOG_A],
  );
  assert.deepEqual(idsOf(store), ["other", "id2"]);
});

test("an entry that another tab took away counts until it is added again", () => {
  const storage = new FakeStorage();
  const store = storeOn(storage);
  store.append("a", RATING);
  storage.setItem(LOG_A, JSON.stringify({ v: 1, log: [entry("other", 5)] }));
  assert.deepEqual(idsOf(store), ["other", "id2"]);
});

test("nothing is left once the browser has forgotten the whole storage", () => {
  const storage = new FakeStorage();
  const store = storeOn(storage);
  store.append("a", RATING);
  storage.removeItem(LOG_A);
  store.heed(null);
  assert.deepEqual(idsOf(store), []);
  store.append("a", RATING);
  assert.deepEqual(idsOf(store), ["id3"]);
});

test("listeners hear of records of this site that others changed, and of no others", () => {
  const store = storeOn(new FakeStorage({ [LOG_A]: "{}" }));
  /** @type {string[][]} */
  const heard = [];
  const end = store.subscribe((ids) => heard.push(ids));
  store.heed(LOG_A);
  store.heed("recall:course:t:test");
  store.heed("recall:course2:i:b");
  store.heed("recall:course:bad:a:5");
  store.heed(null);
  end();
  store.heed(LOG_A);
  assert.deepEqual(heard, [["a"], ["test"], ["a"]]);
});
