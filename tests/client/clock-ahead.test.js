// A clock that was ahead: what is done later wins, here and once it is merged.

import assert from "node:assert/strict";
import { test } from "node:test";

import { standing, stateOf } from "../../plugins/mkdocs_recall/client/core/log.js";
import { findSchedule } from "../../plugins/mkdocs_recall/client/core/scheduling/schedule.js";
import { HubConnection } from "../../plugins/mkdocs_recall/client/store/hub-outbox.js";
import { resetLog } from "../../plugins/mkdocs_recall/client/store/reset-log.js";
import { StoreAdmin } from "../../plugins/mkdocs_recall/client/store/store-admin.js";
import { exportOf, readImport } from "../../plugins/mkdocs_recall/client/store/progress-file.js";
import { FakeSources, FakeStorage } from "./fakes.js";
import { storeOn } from "./stores.js";

const DAY = 24 * 60 * 60 * 1000;
const NOW = 1795348800000;
const AHEAD = NOW + 4000 * DAY;

/** @param {"right" | "wrong"} outcome */
const attempt = (outcome) => ({
  ...{ kind: /** @type {const} */ ("attempt"), outcome, options: ["a"], help: [] },
  ...{ context: "check", session: "s", rev: "r" },
});

/** A reader whose clock was ahead while they missed an item and began a draft. */
function readerAhead() {
  const [storage, sources] = [new FakeStorage(), new FakeSources()];
  sources.time = AHEAD;
  const store = storeOn(storage, sources);
  store.append("a", attempt("wrong"));
  store.keep("d", "a", { hints: 1 });
  sources.time = NOW;
  return { storage, sources, store: storeOn(storage, sources) };
}

/** @param {import("../../plugins/mkdocs_recall/client/store/store.js").Store} store */
const outcome = (store, ids = ["a"]) => stateOf(store.entries(ids), "r").outcome;

test("a later answer wins, also after a reload, and under a new id of the item", () => {
  const { storage, sources, store } = readerAhead();
  store.append("a", attempt("right"));
  assert.equal(outcome(store), "right");
  assert.equal(outcome(storeOn(storage, sources)), "right");
  store.append("new", attempt("wrong"), ["new", "a"]);
  store.append("new", attempt("right"), ["new", "a"]);
  assert.equal(outcome(store, ["new", "a"]), "right");
});

test("other items are not drawn into the future, and the schedule goes by the clock", () => {
  const { store } = readerAhead();
  store.append("b", attempt("right"));
  assert.ok((store.entries(["b"])[0]?.time ?? 0) < NOW + 1000);
  store.append("a", attempt("right"));
  const schedule = findSchedule(store.entries(["a"]), NOW + 5);
  assert.ok(schedule && schedule.due > NOW && schedule.due < NOW + 40 * DAY);
});

test("a reset wins and can be undone; clearing everything wins too", () => {
  const { store } = readerAhead();
  const { undo } = resetLog(store, ["a"]);
  assert.deepEqual(standing(store.entries(["a"])), []);
  assert.equal(store.kept("d", "a"), null);
  undo();
  assert.equal(outcome(store), "wrong");
  assert.equal(store.kept("d", "a")?.hints, 1);
  assert.equal(new StoreAdmin(store).clear(), null);
  assert.equal(outcome(store), null);
});

test("a later draft wins where it is merged, and one that was taken away stays away", () => {
  const { storage, store } = readerAhead();
  const before = new StoreAdmin(store).records();
  store.keep("d", "a", { hints: 2 });
  new StoreAdmin(store).merge(before);
  assert.equal(store.kept("d", "a")?.hints, 2);
  const hub = storeOn(new FakeStorage(Object.fromEntries(Object.entries(storage))));
  new HubConnection(
    store,
    {
      merge: async (kind, name, raw) => new StoreAdmin(hub).merge([{ kind, name, record: JSON.parse(raw) }]),
    },
    /** @type {[string, string][]} */ (Object.entries(storage).filter(([, value]) => typeof value === "string")),
  );
  store.keep("d", "a", null);
  assert.equal(hub.kept("d", "a"), null);
});

test("an import has no times beyond tomorrow, in the order in which things were done", () => {
  const { store } = readerAhead();
  store.append("a", attempt("right"));
  const text = JSON.stringify(exportOf(new StoreAdmin(store).records(), "course", NOW));
  const read = readImport(text, "course", NOW);
  assert.ok("records" in read);
  assert.ok(read.records.every(({ record }) => !(Number(record.time) > NOW + DAY)));
  const log = /** @type {{time: number, outcome: string, clock?: number}[]} */ (
    read.records.find(({ kind }) => kind === "i")?.record.log
  );
  assert.ok(log.every(({ time, clock }) => time <= NOW + DAY && clock === undefined));
  const target = storeOn(new FakeStorage(), Object.assign(new FakeSources(), { time: NOW + 10, newId: () => "own" }));
  assert.equal(new StoreAdmin(target).merge(read.records), null);
  assert.equal(outcome(target), "right");
  target.append("a", attempt("wrong"));
  assert.equal(outcome(target), "wrong");
  new StoreAdmin(target).merge(read.records);
  assert.equal(outcome(target), "wrong");
  new StoreAdmin(store).merge(read.records);
  assert.equal(outcome(store), "right");
});
