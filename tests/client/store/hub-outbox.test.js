// A store among others: other tabs, a hub, records from elsewhere, resets.

import assert from "node:assert/strict";
import { test } from "node:test";

import { standing } from "../../../plugins/mkdocs_recall/client/core/log.js";
import { Store } from "../../../plugins/mkdocs_recall/client/store/store.js";
import { FakeSources, FakeStorage } from "../fakes.js";

/**
 * @typedef {import("../../../plugins/mkdocs_recall/client/core/log.js").Fact} Fact
 * @typedef {import("../../../plugins/mkdocs_recall/client/store/store.js").Trouble} Trouble
 */

/** @type {Fact} */
const RATING = { kind: "rating", rating: "good", context: "check", session: "s", help: [], rev: "r" };
const LOG = "recall:course:i:a";

/** @param {FakeStorage | null} shelf */
function storeOn(shelf, sources = new FakeSources()) {
  return new Store("course", shelf, sources);
}

/** @param {string} id @param {number} time */
function entry(id, time) {
  return { id, time, ...RATING };
}

/** @param {Store} store @param {string} [item] */
function idsOf(store, item = "a") {
  return store.entries([item]).map(({ id }) => id);
}

/** A hub on a storage of its own, which answers when it is told to. @param {FakeStorage} storage */
function hubOn(storage) {
  const kept = storeOn(storage);
  /** @type {(() => void)[]} */
  const answers = [];
  return {
    kept,
    pairs: () => /** @type {[string, string][]} */ (Object.entries(storage).filter(([, value]) => typeof value === "string")),
    answer: () => answers.splice(0).forEach((each) => each()),
    /** @type {import("../../../plugins/mkdocs_recall/client/store/store.js").Hub["merge"]} */
    merge: (kind, name, raw) =>
      new Promise((resolve) => answers.push(() => resolve(kept.merge([{ kind, name, record: JSON.parse(raw) }])))),
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("an entry that another tab took away is added again, in turn", () => {
  const storage = new FakeStorage();
  const sources = new FakeSources();
  /** @type {[string, () => void][]} */
  const turns = [];
  const store = new Store("course", storage, { now: sources.now, newId: sources.newId, inTurn: (name, work) => turns.push([name, work]) });
  store.append("a", RATING);
  const other = JSON.stringify({ v: 1, log: [entry("other", 5)] });
  storage.setItem(LOG, other);
  store.heed(LOG, other);
  for (const [, work] of turns) work();
  assert.deepEqual(turns.map(([name]) => name), [LOG, LOG]);
  assert.deepEqual(idsOf(store), ["other", "id2"]);
});

test("listeners hear of records of this site that others changed, and of no others", () => {
  const store = storeOn(new FakeStorage({ [LOG]: "{}" }));
  /** @type {string[][]} */
  const heard = [];
  const end = store.subscribe((ids) => heard.push(ids));
  store.heed(LOG, null);
  store.heed("recall:course:t:test", "{}");
  store.heed("recall:course2:i:b", "{}");
  store.heed("recall:course:bad:a:5", "{}");
  store.heed(null, null);
  end();
  store.heed(LOG, null);
  assert.deepEqual(heard, [["a"], ["test"], ["a"]]);
});

test("what was done before the hub answers is merged, given to it, and marked once it has it", async () => {
  const storage = new FakeStorage();
  const hub = hubOn(new FakeStorage({ [LOG]: JSON.stringify({ v: 1, log: [entry("old", 5)] }) }));
  const store = storeOn(storage);
  store.append("a", RATING);
  store.keep("d", "set", { at: "b" });
  /** @type {string[][]} */
  const heard = [];
  store.subscribe((ids) => heard.push(ids));
  store.connect(hub, hub.pairs());
  assert.deepEqual(heard, [["a"]]);
  assert.deepEqual(idsOf(store), ["old", "id2"]);
  assert.equal(store.health().place, "hub");
  assert.deepEqual(idsOf(hub.kept), ["old"]);
  hub.answer();
  await settled();
  assert.deepEqual(idsOf(hub.kept), ["old", "id2"]);
  assert.equal(hub.kept.kept("d", "set")?.at, "b");
  assert.equal(JSON.parse(storage.getItem(LOG) ?? "").sent, true);
  const next = storeOn(storage);
  assert.deepEqual(idsOf(next), ["id2"]);
  next.append("a", RATING);
  assert.equal("sent" in JSON.parse(storage.getItem(LOG) ?? ""), false);
});

test("what the hub never got is given again at the next visit, what was taken away as well", async () => {
  const storage = new FakeStorage();
  const hub = hubOn(new FakeStorage({ "recall:course:d:a": JSON.stringify({ v: 1, time: 5, hints: 1 }) }));
  const store = storeOn(storage);
  store.connect(hub, hub.pairs());
  store.append("a", RATING);
  store.keep("d", "a", null);
  const next = storeOn(storage);
  const again = hubOn(new FakeStorage(Object.fromEntries(hub.pairs())));
  next.connect(again, again.pairs());
  assert.equal(next.kept("d", "a"), null);
  again.answer();
  await settled();
  assert.deepEqual(idsOf(again.kept), ["id2"]);
  assert.equal(again.kept.kept("d", "a"), null);
  assert.equal(storage.getItem("recall:course:d:a"), null);
});

test("what a full hub cannot take is told, and stays with the page", async () => {
  const storage = new FakeStorage();
  const hub = hubOn(new FakeStorage({}, 10));
  const store = storeOn(storage);
  store.connect(hub, []);
  /** @type {[Trouble, string][]} */
  const told = [];
  store.onTrouble = (trouble, name) => told.push([trouble, name]);
  assert.equal(store.append("a", RATING), null);
  hub.answer();
  await settled();
  assert.deepEqual(told, [["full", "a"]]);
  assert.equal(store.health().trouble, "full");
  assert.deepEqual(idsOf(storeOn(storage)), ["id2"]);
});

test("a hub on the very storage of the page loses nothing", async () => {
  const storage = new FakeStorage({ [LOG]: JSON.stringify({ v: 1, log: [entry("old", 5)] }) });
  const hub = hubOn(storage);
  const store = storeOn(storage);
  store.connect(hub, hub.pairs());
  store.append("a", RATING);
  store.saveDraft("a", { options: ["x"], hints: 0, steps: 0, answer: false });
  store.saveDraft("a", { options: [], hints: 0, steps: 0, answer: false });
  hub.answer();
  await settled();
  assert.deepEqual(idsOf(storeOn(storage)), ["old", "id2"]);
  assert.equal(storage.getItem("recall:course:d:a"), null);
});

test("news of the hub show with what it does not have yet, and no news are not told", () => {
  const hub = hubOn(new FakeStorage());
  const store = storeOn(new FakeStorage());
  store.connect(hub, []);
  store.append("a", RATING);
  /** @type {string[][]} */
  const heard = [];
  store.subscribe((ids) => heard.push(ids));
  store.heed(LOG, JSON.stringify({ v: 1, log: [entry("other", 5)] }), true);
  assert.deepEqual(idsOf(store), ["other", "id2"]);
  store.heed(LOG, JSON.stringify({ v: 1, log: [entry("other", 5)] }), true);
  store.heed(LOG, "{", true);
  store.heed(LOG, JSON.stringify({ v: 1, log: [entry("own", 6)] }));
  assert.deepEqual(heard, [["a"]]);
  assert.deepEqual(idsOf(store), ["other", "id2"]);
});

test("health counts what is there, what was set aside, and what is newer", () => {
  const storage = new FakeStorage({
    [LOG]: JSON.stringify({ v: 1, log: [] }),
    "recall:course:d:b": "{",
    "recall:course:t:test": JSON.stringify({ v: 2 }),
    "recall:other:i:a": "{}",
  });
  const { place, records, bad, newer, trouble, bytes } = storeOn(storage).health();
  assert.deepEqual([place, records, trouble], ["browser", 2, null]);
  assert.deepEqual(bad, [{ key: "recall:course:bad:b:1000", text: "{" }]);
  assert.deepEqual(newer, ["recall:course:t:test"]);
  const mine = Object.entries(storage).filter(([key, value]) => typeof value === "string" && key.startsWith("recall:course:"));
  assert.equal(bytes, mine.flat().join("").length);
  assert.equal(storeOn(null).health().place, "memory");
});

test("records go out, come in elsewhere, and merging them twice changes nothing", () => {
  const storage = new FakeStorage();
  const store = storeOn(storage);
  store.append("a", RATING);
  store.keep("d", "a", { hints: 1 });
  store.keep("t", "test", { seed: "7f3a" });
  const other = new FakeStorage({ [LOG]: JSON.stringify({ v: 1, log: [entry("x", 1)] }) });
  const target = storeOn(other);
  assert.equal(target.merge(store.records()), null);
  const once = { ...other };
  target.merge(store.records());
  assert.deepEqual({ ...other }, once);
  assert.deepEqual(idsOf(target), ["x", "id2"]);
  assert.equal(target.kept("t", "test")?.seed, "7f3a");
});

test("records that could not be saved go out as well; what cannot be read does not come in", () => {
  const store = storeOn(new FakeStorage({}, 40));
  store.append("a", RATING);
  assert.deepEqual(store.records().map(({ kind, name }) => [kind, name]), [["i", "a"]]);
  const target = storeOn(new FakeStorage());
  const bad = /** @type {any} */ ([{ kind: "bad", name: "a", record: { v: 1 } }, { kind: "i", name: "a", record: { v: 1 } }]);
  assert.equal(target.merge([...bad, { kind: "d", name: "", record: { v: 1 } }, { kind: "d", name: "b", record: { v: 2 } }]), null);
  assert.deepEqual(target.records(), []);
});

test("a reset is an entry, drafts go with it, and it can be taken back", () => {
  const store = storeOn(new FakeStorage({ "recall:course:i:old": JSON.stringify({ v: 1, log: [entry("x", 1)] }) }));
  store.append("a", RATING);
  store.keep("d", "old", { text: "written" });
  const { trouble, undo } = store.reset(["a", "old"]);
  assert.equal(trouble, null);
  assert.deepEqual(standing(store.entries(["a", "old"])), []);
  assert.equal(store.kept("d", "old"), null);
  undo();
  assert.deepEqual(standing(store.entries(["a", "old"])).map(({ id }) => id), ["x", "id2"]);
  assert.equal(store.kept("d", "old")?.text, "written");
});

test("clearing resets every log once, and takes drafts and tests away", () => {
  const store = storeOn(new FakeStorage());
  store.append("a", RATING);
  store.keep("d", "b", { text: "written" });
  store.keep("t", "test", { seed: "7f3a" });
  assert.equal(store.clear(), null);
  store.clear();
  assert.deepEqual(store.entries(["a"]).map(({ kind }) => kind), ["rating", "reset"]);
  assert.deepEqual([store.names("d"), store.names("t")], [[], []]);
});
