import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { readDigit } from "../../../plugins/mkdocs_recall/client/dom/digit-keys.js";

/** An element that stands in a text field or not. */
class FakeElement {
  /** @param {boolean} inTextField */
  constructor(inTextField) {
    this.inTextField = inTextField;
  }

  closest() {
    return this.inTextField ? this : null;
  }
}

before(() => void Object.assign(globalThis, { Element: FakeElement }));
after(() => void Reflect.deleteProperty(globalThis, "Element"));

/** @param {Partial<Record<keyof KeyboardEvent, unknown>>} fields */
function digit(fields) {
  return readDigit(/** @type {KeyboardEvent} */ ({ target: new FakeElement(false), ...fields }));
}

test("digits from 1 to 9 choose", () => {
  assert.equal(digit({ key: "1" }), 1);
  assert.equal(digit({ key: "9" }), 9);
});

test("other keys do not", () => {
  for (const key of ["0", "a", "Enter", " ", "F1", "12", "١", "!"]) assert.equal(digit({ key }), 0);
});

test("not with a modifier, while composing, when held down or when already handled", () => {
  for (const field of ["ctrlKey", "metaKey", "altKey", "isComposing", "repeat", "defaultPrevented"]) {
    assert.equal(digit({ key: "1", [field]: true }), 0, field);
  }
});

test("not in a text field", () => {
  assert.equal(digit({ key: "1", target: new FakeElement(true) }), 0);
});
