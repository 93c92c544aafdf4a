import assert from "node:assert/strict";
import { test } from "node:test";

import { Store } from "../../plugins/mkdocs_recall/client/store.js";
import { FakeSources, FakeStorage } from "./fakes.js";

const PLACE = "recall:course:d:set";

/** @param {FakeStorage | null} shelf */
function storeOn(shelf) {
  return new Store("course", shelf, new FakeSources());
}

test("what is kept comes back with its time, and the latest wins", () => {
  const storage = new FakeStorage();
  const store = storeOn(storage);
  assert.equal(store.kept("d", "set"), null);
  assert.equal(store.keep("d", "set", { at: "a" }), null);
  assert.equal(store.keep("d", "set", { at: "b", since: 5 }), null);
  assert.deepEqual(JSON.parse(storage.getItem(PLACE) ?? ""), { v: 1, time: 1001, at: "b", since: 5 });
  assert.deepEqual({ ...store.kept("d", "set") }, { v: 1, time: 1001, at: "b", since: 5 });
  store.keep("d", "set", null);
  assert.equal(storage.getItem(PLACE), null);
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
  const storage = new FakeStorage({ [PLACE]: "{", "recall:course:t:test": newer });
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
