// A store that gives what it keeps to a hub.

import assert from "node:assert/strict";
import { test } from "node:test";

import { HubConnection } from "../../../plugins/mkdocs_recall/client/store/hub-outbox.js";
import { StoreAdmin } from "../../../plugins/mkdocs_recall/client/store/store-admin.js";
import { FakeStorage } from "../fakes.js";
import { LOG, RATING, entry, idsOf, storeOn } from "../stores.js";

/** @typedef {import("../../../plugins/mkdocs_recall/client/store/store.js").Trouble} Trouble */

/** A hub on a storage of its own, which answers when it is told to. @param {FakeStorage} storage */
function hubOn(storage) {
  const kept = storeOn(storage);
  /** @type {(() => void)[]} */
  const answers = [];
  return {
    kept,
    pairs: () =>
      /** @type {[string, string][]} */ (Object.entries(storage).filter(([, value]) => typeof value === "string")),
    answer: () => answers.splice(0).forEach((each) => each()),
    /** @type {import("../../../plugins/mkdocs_recall/client/store/hub-outbox.js").Hub["merge"]} */
    merge: (kind, name, raw) =>
      new Promise((resolve) =>
        answers.push(() => resolve(new StoreAdmin(kept).merge([{ kind, name, record: JSON.parse(raw) }]))),
      ),
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("what was done before the hub answers is merged, given to it, and marked once it has it", async () => {
  const storage = new FakeStorage();
  const hub = hubOn(new FakeStorage({ [LOG]: JSON.stringify({ v: 1, log: [entry("old", 5)] }) }));
  const store = storeOn(storage);
  store.append("a", RATING);
  store.keep("d", "set", { at: "b" });
  /** @type {string[][]} */
  const heard = [];
  store.subscribe((ids) => heard.push(ids));
  new HubConnection(store, hub, hub.pairs());
  assert.deepEqual(heard, [["a"]]);
  assert.deepEqual(idsOf(store), ["old", "id2"]);
  assert.equal(new StoreAdmin(store).health().place, "hub");
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
  new HubConnection(store, hub, hub.pairs());
  store.append("a", RATING);
  store.keep("d", "a", null);
  const next = storeOn(storage);
  const again = hubOn(new FakeStorage(Object.fromEntries(hub.pairs())));
  new HubConnection(next, again, again.pairs());
  assert.equal(next.kept("d", "a"), null);
  again.answer();
  await settled();
  assert.deepEqual(idsOf(again.kept), ["id2"]);
  assert.equal(again.kept.kept("d", "a"), null);
  assert.equal(storage.getItem("recall:course:d:a"), null);
});

for (const [what, stored, back] of /** @type {[string, object, unknown[]][]} */ ([
  ["all", {}, [["id2"], "b"]],
  ["a log, with a draft that may be finished", { "recall:course:i:other": { v: 1, log: [] } }, [["id2"], undefined]],
])) {
  test(`what the hub had and has lost is given to it again: ${what}`, async () => {
    const storage = new FakeStorage();
    const hub = hubOn(new FakeStorage());
    const store = storeOn(storage);
    new HubConnection(store, hub, []);
    store.append("a", RATING);
    store.keep("d", "set", { at: "b" });
    hub.answer();
    await settled();
    assert.equal(JSON.parse(storage.getItem(LOG) ?? "").sent, true);
    const pairs = Object.entries(stored).map(([key, record]) => [key, JSON.stringify(record)]);
    const emptied = hubOn(new FakeStorage(Object.fromEntries(pairs)));
    const next = storeOn(storage);
    new HubConnection(next, emptied, emptied.pairs());
    assert.deepEqual([idsOf(next), next.kept("d", "set")?.at], back);
    emptied.answer();
    await settled();
    assert.deepEqual([idsOf(emptied.kept), emptied.kept.kept("d", "set")?.at], back);
  });
}

test("what a full hub cannot take is told, and stays with the page", async () => {
  const storage = new FakeStorage();
  const hub = hubOn(new FakeStorage({}, 10));
  const store = storeOn(storage);
  new HubConnection(store, hub, []);
  /** @type {[Trouble, string][]} */
  const told = [];
  store.onTrouble = (trouble, name) => told.push([trouble, name]);
  assert.equal(store.append("a", RATING), null);
  hub.answer();
  await settled();
  assert.deepEqual(told, [["full", "a"]]);
  assert.equal(new StoreAdmin(store).health().trouble, "full");
  assert.deepEqual(idsOf(storeOn(storage)), ["id2"]);
});

test("a hub on the very storage of the page loses nothing", async () => {
  const storage = new FakeStorage({ [LOG]: JSON.stringify({ v: 1, log: [entry("old", 5)] }) });
  const hub = hubOn(storage);
  const store = storeOn(storage);
  new HubConnection(store, hub, hub.pairs());
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
  const connection = new HubConnection(store, hub, []);
  store.append("a", RATING);
  /** @type {string[][]} */
  const heard = [];
  store.subscribe((ids) => heard.push(ids));
  connection.hear(LOG, JSON.stringify({ v: 1, log: [entry("other", 5)] }));
  assert.deepEqual(idsOf(store), ["other", "id2"]);
  connection.hear(LOG, JSON.stringify({ v: 1, log: [entry("other", 5)] }));
  connection.hear(LOG, "{");
  store.heed(LOG);
  assert.deepEqual(heard, [["a"]]);
  assert.deepEqual(idsOf(store), ["other", "id2"]);
});
