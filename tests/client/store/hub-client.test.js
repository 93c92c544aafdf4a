// What a page does while its hub says nothing, and whether it needs one.

import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { FakeStorage } from "../fakes.js";
import { RATING, storeOn } from "../stores.js";

/** @type {((event: object) => void)[]} */
const listeners = [];
const contentWindow = { postMessage: (/** @type {object} */ message) => void said.push(message) };
/** @type {any[]} */
const said = [];
const frame = { contentWindow, addEventListener: () => {}, remove: () => {} };
class Message extends Event {
  source = contentWindow;
  /** @param {object} data */
  constructor(data) {
    super("message");
    this.data = { recall: "page", ...data };
  }
}
const window = {
  addEventListener: (/** @type {string} */ _, /** @type {{handleEvent: (event: object) => void}} */ link) =>
    listeners.push((event) => link.handleEvent(event)),
  removeEventListener: () => {},
  setTimeout: (/** @type {() => void} */ work, /** @type {number} */ time) => setTimeout(work, time),
  localStorage: new FakeStorage(),
};
const document = { createElement: () => frame, body: { append: () => {} } };
Object.assign(globalThis, { window, document, MessageEvent: Message });
const { askHub } = await import("../../../plugins/mkdocs_recall/client/store/hub-client.js");

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("what the hub does not acknowledge in 30 s is reported, and sent again at the next visit", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const storage = new FakeStorage();
  const store = storeOn(storage);
  /** @type {string[][]} */
  const told = [];
  store.onTrouble = (...news) => told.push(news);
  askHub(store, "course", "file:///site/assets/recall/recall.js");
  const [hear] = listeners;
  hear?.(new Message({ do: "all", stored: [], proof: "recall:hub:x" }));
  assert.equal(store.place, "hub");
  assert.equal(store.append("a", RATING), null);
  store.append("b", RATING);
  const [first] = said.filter((message) => message.do === "merge");
  hear?.(new Message({ do: "done", number: first.number, trouble: null }));
  mock.timers.tick(29_999);
  await settled();
  assert.deepEqual(told, []);
  mock.timers.tick(1);
  await settled();
  assert.deepEqual(told, [["silent", "b"]]);
  const sent = (/** @type {string} */ item) => JSON.parse(storage.getItem(`recall:course:i:${item}`) ?? "").sent;
  assert.deepEqual([sent("a"), sent("b")], [true, undefined]);
  hear?.(new Message({ do: "done", number: 2, trouble: null }));
  await settled();
  assert.equal(sent("b"), undefined);
  mock.timers.reset();
});

for (const [what, found, place, left] of /** @type {[string, string | null, string, string][]} */ ([
  ["the first page", null, "hub", "/site/a.html"],
  ["its own path", "/site/a.html", "hub", "/site/a.html"],
  ["the path of another page", "/site/b.html", "browser", "*"],
  ["what the second page left", "*", "browser", "*"],
])) {
  test(`a page whose storage other files have as well needs no hub: ${what}`, () => {
    const storage = new FakeStorage(found === null ? {} : { "recall:files": found });
    Object.assign(window, { localStorage: storage });
    Object.assign(globalThis, { location: { pathname: "/site/a.html" } });
    const store = storeOn(storage);
    askHub(store, "course", "file:///site/assets/recall/recall.js");
    listeners.at(-1)?.(new Message({ do: "all", stored: [], proof: "recall:hub:x" }));
    assert.equal(store.place, place);
    assert.equal(storage.getItem("recall:files"), left);
  });
}
