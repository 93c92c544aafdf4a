import assert from "node:assert/strict";
import { test } from "node:test";

import { StoreAdmin } from "../../../plugins/mkdocs_recall/client/store/store-admin.js";
import { FakeStorage } from "../fakes.js";
import { LOG, RATING, entry, idsOf, storeOn } from "../stores.js";

test("health counts what is there, what was set aside, and what is newer", () => {
  const storage = new FakeStorage({
    [LOG]: JSON.stringify({ v: 1, log: [] }),
    "recall:course:d:b": "{",
    "recall:course:t:test": JSON.stringify({ v: 2 }),
    "recall:other:i:a": "{}",
  });
  const { place, records, bad, newer, trouble, bytes } = new StoreAdmin(storeOn(storage)).health();
  assert.deepEqual([place, records, trouble], ["browser", 2, null]);
  assert.deepEqual(bad, [{ key: "recall:course:bad:b:1000", text: "{" }]);
  assert.deepEqual(newer, ["recall:course:t:test"]);
  const mine = Object.entries(storage).filter(
    ([key, value]) => typeof value === "string" && key.startsWith("recall:course:"),
  );
  assert.equal(bytes, mine.flat().join("").length);
  assert.equal(new StoreAdmin(storeOn(null)).health().place, "memory");
});

test("records go out, come in elsewhere, and merging them twice changes nothing", () => {
  const storage = new FakeStorage();
  const store = storeOn(storage);
  store.append("a", RATING);
  store.keep("d", "a", { hints: 1 });
  store.keep("t", "test", { seed: "7f3a" });
  const other = new FakeStorage({ [LOG]: JSON.stringify({ v: 1, log: [entry("x", 1)] }) });
  const target = storeOn(other);
  assert.equal(new StoreAdmin(target).merge(new StoreAdmin(store).records()), null);
  const once = { ...other };
  new StoreAdmin(target).merge(new StoreAdmin(store).records());
  assert.deepEqual({ ...other }, once);
  assert.deepEqual(idsOf(target), ["x", "id2"]);
  assert.equal(target.kept("t", "test")?.seed, "7f3a");
});

test("records that could not be saved go out as well; what cannot be read does not come in", () => {
  const store = storeOn(new FakeStorage({}, 40));
  store.append("a", RATING);
  assert.deepEqual(
    new StoreAdmin(store).records().map(({ kind, name }) => [kind, name]),
    [["i", "a"]],
  );
  const target = storeOn(new FakeStorage());
  const bad = /** @type {any} */ ([
    { kind: "bad", name: "a", record: { v: 1 } },
    { kind: "i", name: "a", record: { v: 1 } },
  ]);
  assert.equal(
    new StoreAdmin(target).merge([
      ...bad,
      { kind: "d", name: "", record: { v: 1 } },
      { kind: "d", name: "b", record: { v: 2 } },
    ]),
    null,
  );
  assert.deepEqual(new StoreAdmin(target).records(), []);
});

test("clearing resets every log once, and takes drafts and tests away", () => {
  const store = storeOn(new FakeStorage());
  store.append("a", RATING);
  store.keep("d", "b", { text: "written" });
  store.keep("t", "test", { seed: "7f3a" });
  assert.equal(new StoreAdmin(store).clear(), null);
  new StoreAdmin(store).clear();
  assert.deepEqual(
    store.entries(["a"]).map(({ kind }) => kind),
    ["rating", "reset"],
  );
  assert.deepEqual([store.names("d"), store.names("t")], [[], []]);
});
