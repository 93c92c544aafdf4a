// A storage without room: nothing is lost as long as the page lasts, all of it can be exported, and a reset finds room.

import assert from "node:assert/strict";
import { test } from "node:test";

import { canShrink, compactRecord } from "../../../plugins/mkdocs_recall/client/core/compact.js";
import { standing } from "../../../plugins/mkdocs_recall/client/core/log.js";
import { provideShortening } from "../../../plugins/mkdocs_recall/client/store/saver.js";
import { StoreAdmin } from "../../../plugins/mkdocs_recall/client/store/store-admin.js";
import { exportOf, readImport } from "../../../plugins/mkdocs_recall/client/store/progress-file.js";
import { FakeSources, FakeStorage } from "../fakes.js";
import { RATING, entry, idsOf, storeOn } from "../stores.js";

const DAY = 24 * 60 * 60 * 1000;
const NOW = 1795348800000;

/** How much a storage holds. @param {FakeStorage} storage */
const sizeOf = (storage) =>
  Object.entries(storage)
    .filter(([, value]) => typeof value === "string")
    .flat()
    .join("").length;

/** @param {FakeStorage} storage */
function fill(storage) {
  storage.resize(sizeOf(storage));
}

test("answers, drafts and tests that could not be saved are read back, counted and exported", () => {
  const storage = new FakeStorage();
  const store = storeOn(storage);
  store.append("a", RATING);
  store.keep("d", "a", { text: "first" });
  fill(storage);
  assert.equal(store.append("a", RATING), "full");
  assert.equal(store.append("b", RATING), "full");
  assert.equal(store.keep("d", "a", { text: "a longer text" }), "full");
  assert.equal(store.keep("t", "test", { seed: "7f3a" }), "full");
  assert.deepEqual(idsOf(store), ["id2", "id3"]);
  assert.equal(store.kept("d", "a")?.text, "a longer text");
  assert.equal(store.kept("t", "test")?.seed, "7f3a");
  const health = new StoreAdmin(store).health();
  assert.deepEqual([health.unsaved, health.trouble], [4, "full"]);
  const file = JSON.stringify(exportOf(new StoreAdmin(store).records(), "course", 5));
  const read = readImport(file, "course");
  const target = storeOn(new FakeStorage());
  assert.equal(new StoreAdmin(target).merge("records" in read ? read.records : []), null);
  assert.deepEqual(idsOf(target), ["id2", "id3"]);
  assert.deepEqual(idsOf(target, "b"), ["id4"]);
  assert.equal(target.kept("d", "a")?.text, "a longer text");
  assert.equal(target.kept("t", "test")?.seed, "7f3a");
});

test("once there is room, all of that is saved with the next answer", () => {
  const storage = new FakeStorage({}, 10);
  const store = storeOn(storage);
  store.append("a", RATING);
  store.keep("d", "b", { text: "b" });
  storage.resize(Infinity);
  assert.equal(store.append("c", RATING), null);
  assert.deepEqual(store.unsaved, []);
  const later = storeOn(storage);
  assert.deepEqual(idsOf(later), ["id2"]);
  assert.equal(later.kept("d", "b")?.text, "b");
});

test("health finds out by trying, whoever took the room", () => {
  const storage = new FakeStorage({ "another-site": "x".repeat(1000) }, 1020);
  assert.equal(new StoreAdmin(storeOn(storage)).health().trouble, "full");
  storage.resize(5000);
  assert.equal(new StoreAdmin(storeOn(storage)).health().trouble, null);
  assert.deepEqual(
    Object.keys(storage).filter((key) => key.startsWith("recall:")),
    [],
  );
});

test("a full storage makes room by what it can leave out", () => {
  const log = Array.from({ length: 20 }, (_, index) => entry(`x${index}`, NOW - 2 * DAY + index));
  const storage = new FakeStorage({ "recall:course:i:old": JSON.stringify({ v: 1, log }) });
  fill(storage);
  const store = storeOn(storage, Object.assign(new FakeSources(), { time: NOW }));
  assert.equal(store.append("a", RATING), null);
  assert.equal(idsOf(store, "old").length, 20);
});

test("an answer that found no room before logs could be shortened is saved once they can be", () => {
  const log = Array.from({ length: 20 }, (_, index) => entry(`x${index}`, NOW - 2 * DAY + index));
  const storage = new FakeStorage({ "recall:course:i:old": JSON.stringify({ v: 1, log }) });
  fill(storage);
  provideShortening(null);
  const sources = Object.assign(new FakeSources(), { time: NOW });
  const store = storeOn(storage, sources);
  assert.equal(store.append("a", RATING), "full");
  assert.deepEqual(idsOf(store), ["id2"]);
  store.retry();
  assert.deepEqual([store.unsaved.length, store.trouble], [1, "full"]);
  provideShortening({ canShrink, compactRecord });
  store.retry();
  assert.deepEqual([store.unsaved.length, store.trouble], [0, null]);
  assert.deepEqual(idsOf(storeOn(storage, sources)), ["id2"]);
  assert.equal(idsOf(store, "old").length, 20);
});

test("without what shortens them, logs are saved as they are", () => {
  const storage = new FakeStorage({
    "recall:course:i:a": JSON.stringify({ v: 1, log: [entry("x", NOW - 2 * DAY)] }),
  });
  provideShortening(null);
  const store = storeOn(storage, Object.assign(new FakeSources(), { time: NOW }));
  store.append("a", RATING);
  provideShortening({ canShrink, compactRecord });
  assert.deepEqual(JSON.parse(storage.getItem("recall:course:i:a") ?? "").log[0], entry("x", NOW - 2 * DAY));
  store.append("a", RATING);
  assert.equal("context" in JSON.parse(storage.getItem("recall:course:i:a") ?? "").log[0], false);
});

test("everything is reset in a full storage as well", () => {
  const log = Array.from({ length: 20 }, (_, index) => entry(`x${index}`, NOW - 1000 + index));
  const old = Array.from({ length: 20 }, (_, index) => entry(`y${index}`, NOW - 3 * DAY + index));
  const storage = new FakeStorage({
    "recall:course:i:a": JSON.stringify({ v: 1, log }),
    "recall:course:i:b": JSON.stringify({ v: 1, log: old }),
  });
  const sources = Object.assign(new FakeSources(), { time: NOW });
  storeOn(storage, sources).append("none", RATING);
  fill(storage);
  const store = storeOn(storage, sources);
  assert.equal(new StoreAdmin(store).clear(), null);
  const later = storeOn(storage, sources);
  for (const name of ["a", "b", "none"]) assert.deepEqual(standing(later.entries([name])), []);
});

test("what an import finds no room for stays with the page, and can be exported again", () => {
  const records = ["a", "b", "c"].map((name) => ({
    kind: /** @type {const} */ ("i"),
    name,
    record: { v: 1, log: [entry(name, 5)] },
  }));
  const store = storeOn(new FakeStorage({}, 250));
  assert.equal(new StoreAdmin(store).merge(records), "full");
  const kept = JSON.parse(JSON.stringify(new StoreAdmin(store).records()));
  assert.deepEqual(new Set(kept), new Set(records));
  assert.ok(store.unsaved.length > 0 && store.unsaved.length < 3);
});
