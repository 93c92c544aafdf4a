// A page opened from disk and its hub, with nothing between them but messages: what each stores and says is what
// tests/spec/golden/storage-hub.md has.

import assert from "node:assert/strict";
import { test } from "node:test";

import { HubConnection } from "../../plugins/mkdocs_recall/client/store/hub-outbox.js";
import { FakeStorage } from "./fakes.js";
import { heldBy, pretendBrowser, sectionsOf } from "./golden.js";

const [PROOF, OWN, HUBS, REMOVED, ASKED, TOLD] = sectionsOf("storage-hub.md");

/** @type {Record<string, unknown>[]} */
const told = [];
/** @type {((event: Event) => void)[]} */
const listeners = [];
const parent = { postMessage: (/** @type {Record<string, unknown>} */ message) => void told.push(message) };
const storage = new FakeStorage({ "recall:golden:i:padding-length": '{"v":1,"log":[]}', "recall:other:i:a": "{}" });

class Message extends Event {
  source = parent;
  /** @param {unknown} data */
  constructor(data) {
    super("message");
    this.data = data;
  }
}

class Stored extends Event {
  /** @param {string} key @param {string} newValue */
  constructor(key, newValue) {
    super("storage");
    Object.assign(this, { key, newValue });
  }
}

const addEventListener = (/** @type {string} */ _, /** @type {{handleEvent: (event: Event) => void}} */ hub) =>
  void listeners.push((event) => hub.handleEvent(event));
pretendBrowser(storage, { parent, addEventListener }, "file:");
Object.assign(globalThis, { MessageEvent: Message, StorageEvent: Stored });
await import("../../plugins/mkdocs_recall/client/store/hub-page.js");
const { Store } = await import("../../plugins/mkdocs_recall/client/store/store.js");
const { readAsked, readTold } = await import("../../plugins/mkdocs_recall/client/store/hub-messages.js");

/** @type {Record<string, unknown>[]} */
const asked = /** @type {any} */ (ASKED?.record);
/** @type {Record<string, unknown>[]} */
const answers = /** @type {any} */ (TOLD?.record);
const record = JSON.stringify(HUBS?.record);

/** A message of the golden file, whose record is written once. @param {Record<string, unknown>} message */
function whole(message) {
  const held = message["stored"] ? JSON.stringify({ v: 1, log: [] }) : record;
  return JSON.parse(JSON.stringify(message).replace('"RECORD"', JSON.stringify(held)));
}

/** @param {Event} event */
function hear(event) {
  told.length = 0;
  listeners[0]?.(event);
  return told;
}

// The first name is the session of the hub's own store.
test("the hub tells all that it has of a site, and leaves a proof", () => {
  assert.deepEqual(hear(new Message(whole(asked[0] ?? {}))), [whole(answers[0] ?? {})]);
  assert.equal(storage.getItem(PROOF?.key ?? ""), `${PROOF?.record}`);
});

test("the hub takes its proof away once the page has looked for it", () => {
  assert.deepEqual(hear(new Message(whole(asked[1] ?? {}))), []);
  assert.equal(storage.getItem(PROOF?.key ?? ""), null);
});

test("the hub stores a record that it is given without a mark, and says so", () => {
  assert.deepEqual(hear(new Message(whole(asked[2] ?? {}))), [answers[1]]);
  assert.deepEqual(heldBy(storage)[HUBS?.key ?? ""], HUBS?.record);
});

test("the hub passes on what another page changed", () => {
  assert.deepEqual(hear(new Stored(HUBS?.key ?? "", record)), [whole(answers[2] ?? {})]);
  assert.deepEqual(hear(new Stored("recall:other:i:a", "{}")), []);
});

test("a page and its hub read what the other says", () => {
  const heard = [...asked.map(whole).map(readAsked), ...answers.map(whole).map(readTold)];
  const said = [...asked, ...answers].map(whole).map(({ recall: _, ...message }) => message);
  assert.deepEqual(heard, said);
});

test("a page marks what the hub has, and keeps a removed draft until the hub knows", async () => {
  const own = new FakeStorage();
  const time = { now: 1795348800000 };
  let names = 0;
  const store = new Store("golden", own, { now: () => time.now, newId: () => `${(names += 1)}`.padStart(10, "0") });
  /** @type {(() => void)[]} */
  const waiting = [];
  new HubConnection(store, { merge: () => new Promise((resolve) => waiting.push(() => resolve(null))) }, []);
  const answer = async () => {
    for (const resolve of waiting.splice(0)) resolve();
    await new Promise(setImmediate);
  };

  time.now += 60_000;
  store.append("what-is-fine-tuning", {
    kind: "rating",
    rating: "good",
    context: "check",
    session: store.session,
    help: [],
    rev: "e3b0c442",
  });
  assert.deepEqual(heldBy(own), { [HUBS?.key ?? ""]: HUBS?.record });
  await answer();
  assert.deepEqual(heldBy(own), { [OWN?.key ?? ""]: OWN?.record });

  store.saveDraft("padding-length", { options: ["a68b412c"], hints: 0, steps: 0, answer: false });
  await answer();
  time.now += 60_000;
  store.saveDraft("padding-length", { options: [], hints: 0, steps: 0, answer: false });
  assert.deepEqual(heldBy(own)[REMOVED?.key ?? ""], REMOVED?.record);
  await answer();
  assert.deepEqual(heldBy(own), { [OWN?.key ?? ""]: OWN?.record });
});
