import assert from "node:assert/strict";
import { test } from "node:test";

import { memoryShelf, openShelf, randomId } from "../../../plugins/mkdocs_recall/client/store/shelf.js";
import { FakeStorage } from "../fakes.js";

test("memory behaves like the browser's storage", () => {
  const shelf = memoryShelf();
  assert.equal(shelf.getItem("recall:x"), null);
  shelf.setItem("recall:x", "1");
  assert.equal(shelf.getItem("recall:x"), "1");
  assert.deepEqual(Object.keys(shelf), ["recall:x"]);
  shelf.removeItem("recall:x");
  assert.equal(shelf.getItem("recall:x"), null);
});

test("the very access to storage may throw, give nothing, or give what throws", () => {
  const denied = () => {
    throw new DOMException("denied", "SecurityError");
  };
  const fake = /** @type {Storage} */ (/** @type {unknown} */ (new FakeStorage()));
  assert.equal(openShelf(denied), null);
  assert.equal(
    openShelf(() => null),
    null,
  );
  assert.equal(
    openShelf(() => /** @type {Storage} */ ({ ...fake, getItem: denied })),
    null,
  );
  assert.equal(
    openShelf(() => fake),
    fake,
  );
});

test("ids are ten characters of base 36", () => {
  const ids = Array.from({ length: 200 }, () => randomId(crypto));
  for (const id of ids) assert.match(id, /^[0-9a-z]{10}$/);
  assert.equal(new Set(ids).size, ids.length);
});
