import assert from "node:assert/strict";
import { test } from "node:test";

import { mergeRecords } from "../../../plugins/mkdocs_recall/client/core/records.js";
import { makeGenerator } from "../../../plugins/mkdocs_recall/client/core/random.js";
import { LIMITS, exportOf, readImport } from "../../../plugins/mkdocs_recall/client/store/progress-file.js";
import { ATTEMPT, DRAFT, FORM, RATING, records, someRecords } from "../records.js";

/**
 * @typedef {import("../../../plugins/mkdocs_recall/client/core/merge.js").Kept} Kept
 * @typedef {Record<string, unknown>} Fields
 */

/** @param {readonly Kept[]} [kept] */
function file(kept = records()) {
  return JSON.stringify(exportOf(kept, "course", 1795349000000));
}

/** @param {string} text */
function errorOf(text) {
  const result = readImport(text, "course");
  return "error" in result ? result.error : "";
}

/** @param {string} text @returns {readonly Kept[]} */
function read(text) {
  const result = readImport(text, "course");
  if ("error" in result) assert.fail(result.error);
  return result.records;
}

/**
 * What a file would say with one place of it changed.
 * @param {(records: any, file: any) => void} change
 */
function changed(change) {
  const whole = JSON.parse(file());
  change(whole.records, whole);
  return JSON.stringify(whole);
}

// Out and in

test("an export says what it is, and an import gives back what was exported", () => {
  const { format, v, site, exported, records: byKind } = exportOf(records(), "course", 7);
  assert.deepEqual([format, v, site, exported], ["recall-progress", 1, "course", 7]);
  assert.deepEqual(Object.keys(byKind.i), ["a", "card"]);
  const plain = JSON.parse(JSON.stringify(read(file())));
  assert.deepEqual(new Set(plain), new Set(JSON.parse(JSON.stringify(records()))));
  assert.equal(file([...read(file())]), file());
});

test("nothing stored is exported as nothing", () => {
  assert.deepEqual(read(file([])), []);
});

test("an export leaves out what could not be read again, and keeps what a newer version wrote", () => {
  const odd = {
    kind: /** @type {const} */ ("i"),
    name: "odd",
    record: { v: 1, log: [{ id: 7 }, RATING, { ...RATING, id: "x", session: "<b>" }] },
  };
  const newer = { kind: /** @type {const} */ ("i"), name: "newer", record: { v: 2, log: "other" } };
  const bad = { kind: /** @type {const} */ ("d"), name: "bad", record: { v: 1, options: 4 } };
  assert.deepEqual(read(file([odd, bad])), [{ kind: "i", name: "odd", record: { v: 1, log: [RATING] } }]);
  assert.deepEqual(read(file([newer])), [newer]);
});

test("a record has no field of ours that was inherited", () => {
  const [kept] = read(changed((_, whole) => (whole.records = { i: { constructor: { v: 1, log: [RATING] } } })));
  assert.equal(kept?.name, "constructor");
  assert.equal(Object.getPrototypeOf(exportOf(kept ? [kept] : [], "course", 1).records.i), null);
});

// What is refused

test("what is no export is refused with the reason", () => {
  for (const text of [
    "",
    "{",
    "null",
    "7",
    '"text"',
    "[]",
    "{}",
    '{"format":"other"}',
    '{"__proto__":{"format":"recall-progress","v":1}}',
    "\u0000",
    "<html>",
  ]) {
    assert.equal(errorOf(text), "format", text);
  }
  assert.equal(errorOf(changed((_, whole) => (whole.v = 2))), "newer");
  for (const v of [0, -1, "1", null, 1.5, [1]]) assert.equal(errorOf(changed((_, whole) => (whole.v = v))), "format");
  assert.deepEqual(
    readImport(
      changed((_, whole) => (whole.site = "<b>other</b>")),
      "course",
    ),
    { error: "site", name: "<b>other</b>" },
  );
  assert.equal(errorOf(changed((_, whole) => (whole.site = 4))), "format");
});

test("a file that is too large or too deep is refused before it is read", () => {
  assert.equal(errorOf(" ".repeat(LIMITS.size) + file()), "size");
  const depth = 2_000_000;
  assert.equal(errorOf("[".repeat(depth) + "]".repeat(depth)), "depth");
  assert.equal(errorOf('{"a":'.repeat(500_000)), "depth");
  assert.equal(errorOf(`"${'\\"['.repeat(1_000_000)}`), "format");
  assert.equal(
    errorOf(changed((all) => (all.d.explain.deeper = JSON.parse("[".repeat(20) + "]".repeat(20))))),
    "depth",
  );
  assert.equal(errorOf(changed((all) => (all.d.explain.text = "[[{{".repeat(1000)))), "");
});

test("markup in any field is refused, but for the text that a reader wrote", () => {
  const markup = '<img src=x onerror="alert(1)">';
  const refused = [
    ...Object.keys(ATTEMPT)
      .filter((name) => name !== "time")
      .map((name) => changed((all) => (all.i.a.log[0][name] = markup))),
    ...Object.keys(RATING).map((name) => changed((all) => (all.i.card.log[0][name] = markup))),
    ...Object.keys(DRAFT)
      .filter((name) => name !== "text")
      .map((name) => changed((all) => (all.d.explain[name] = markup))),
    ...Object.keys(FORM).map((name) => changed((all) => (all.t.test[name] = markup))),
    ...Object.keys(FORM.last).map((name) => changed((all) => (all.t.test.last[name] = markup))),
    ...["i", "d", "t"].map((kind) => changed((all) => (all[kind][markup] = { v: 1, log: [] }))),
    changed((all) => (all.i.a.log[0].options = [markup])),
    changed((all) => (all.t.test.orders.a = [markup])),
    changed((all) => (all.t.test.orders[markup] = [])),
    changed((all) => (all.d.explain[markup] = 1)),
    changed((all) => (all.d.explain.new = markup)),
    changed((all) => (all[markup] = {})),
    changed((all) => (all.i.card.log[1].of = markup)),
  ];
  for (const text of refused) assert.notEqual(errorOf(text), "", text);
  assert.equal(errorOf(changed((all) => (all.d.explain.text = markup))), "");
});

test("wrong types and numbers out of range are refused", () => {
  const values = [null, true, 7, -1, 1e300, "text", [], [1], [[]], {}, { a: 1 }];
  const typeOf = (/** @type {unknown} */ value) =>
    Array.isArray(value) ? "list" : value === null ? "null" : typeof value;
  for (const value of values) {
    const others = (/** @type {Fields} */ record) =>
      Object.keys(record).filter((name) => value === -1 || typeOf(value) !== typeOf(record[name]));
    const told = JSON.stringify(value);
    for (const name of others(ATTEMPT))
      assert.notEqual(errorOf(changed((all) => (all.i.a.log[0][name] = value))), "", `${name} ${told}`);
    for (const name of others(RATING))
      assert.notEqual(errorOf(changed((all) => (all.i.card.log[0][name] = value))), "", `${name} ${told}`);
    for (const name of others(DRAFT))
      assert.notEqual(errorOf(changed((all) => (all.d.explain[name] = value))), "", `${name} ${told}`);
    const ofForm = others(FORM).filter((name) => name !== "last");
    for (const name of ofForm)
      assert.notEqual(errorOf(changed((all) => (all.t.test[name] = value))), "", `${name} ${told}`);
    assert.notEqual(errorOf(changed((all) => (all.i.a = value))), "", told);
    if (typeOf(value) !== "list") assert.notEqual(errorOf(changed((all) => (all.i.a.log = value))), "", told);
    if (told !== "{}") assert.notEqual(errorOf(changed((all) => (all.i = value))), "", told);
    if (told !== "{}") assert.notEqual(errorOf(changed((_, whole) => (whole.records = value))), "", told);
  }
  for (const time of [1e300, -1]) assert.notEqual(errorOf(changed((all) => (all.i.a.log[0].time = time))), "");
});

test("names of prototypes are refused, and nothing gets a property by them", () => {
  const hostile = [
    '{"format":"recall-progress","v":1,"site":"course","records":{"__proto__":{"a":{"v":1,"log":[]}}}}',
    '{"format":"recall-progress","v":1,"site":"course","records":{"i":{"__proto__":{"v":1,"log":[]}}}}',
    '{"format":"recall-progress","v":1,"site":"course","records":{"d":{"a":{"v":1,"__proto__":{"polluted":1}}}}}',
    '{"format":"recall-progress","v":1,"site":"course",' +
      '"records":{"d":{"a":{"v":1,"constructor":{"prototype":{"polluted":1}}}}}}',
    '{"format":"recall-progress","v":1,"site":"course","records":{"i":{"a":{"__proto__":{"v":1,"log":[]}}}}}',
    '{"format":"recall-progress","v":1,"site":"course","__proto__":{"records":{"i":{}}}}',
  ];
  for (const text of hostile) assert.notEqual(errorOf(text), "", text);
  assert.equal(/** @type {any} */ ({}).polluted, undefined);
});

test("what was merged comes through a file unchanged", () => {
  const next = makeGenerator("through a file");
  for (let round = 0; round < 100; round += 1) {
    const merged = mergeRecords(someRecords(next), someRecords(next)).filter(({ record }) => record.v === 1);
    assert.deepEqual(read(file(merged)), merged);
  }
});

test("whatever is stored comes back from its own export, however long and however much", () => {
  const session = `7f3a2c-${"0".repeat(5000)}1.mf3k1.${"t".repeat(200)}`;
  const unknown = { id: "u", time: 5, kind: "suspend", given: ["<b>"], sure: true };
  const typed = { ...ATTEMPT, id: "typed", given: ["a < b & c", ""], sure: false, clock: 7 };
  const form = { ...FORM, items: ["constructor"], orders: { constructor: ["x"] }, responses: { constructor: ["x"] } };
  /** @type {Kept[]} */
  const odd = [
    { kind: "i", name: "a".repeat(300), record: { v: 1, log: [{ ...ATTEMPT, session }, unknown, typed] } },
    { kind: "i", name: "constructor", record: { v: 1, note: "kept", log: [RATING] } },
    { kind: "t", name: "test", record: { ...form, session, page: `/${"p".repeat(3000)}` } },
    { kind: "i", name: "newer", record: { v: 2, log: [RATING], more: true } },
  ];
  assert.deepEqual(new Set(read(file(odd))), new Set(odd));
  const log = Array.from({ length: 400 }, (_, index) => ({ ...ATTEMPT, id: `e${index}` }));
  const many = Array.from({ length: 80 }, (_, index) => ({
    kind: /** @type {const} */ ("i"),
    name: `item-${index}`,
    record: { v: 1, log },
  }));
  assert.ok(JSON.stringify(many).length > 5_000_000);
  assert.deepEqual(new Set(read(file(many))), new Set(many));
  assert.deepEqual(new Set(read(JSON.stringify(JSON.parse(file(many)), null, 1))), new Set(many));
});

test("markup in what only a later version knows is refused", () => {
  const markup = "<img src=x>";
  for (const change of [{ sure: markup }, { more: { [markup]: 1 } }, { kind: "later", what: markup }])
    assert.notEqual(errorOf(changed((all) => Object.assign(all.i.a.log[0], change))), "", JSON.stringify(change));
  assert.notEqual(errorOf(changed((all) => (all.i.a = { v: 2, what: markup }))), "");
});

test("what was typed is exported and imported, whatever it is", () => {
  const given = ['<img src=x onerror="alert(1)">', "", "`\\"];
  const records = [
    { kind: "i", name: "a", record: { v: 1, log: [{ ...ATTEMPT, id: "typed", options: [], given }] } },
    { kind: "d", name: "a", record: { v: 1, time: 5, options: [], given, hints: 0, steps: 0, answer: false } },
    { kind: "t", name: "test", record: { ...FORM, given: { a: given } } },
  ];
  const file = JSON.stringify(exportOf(/** @type {any} */ (records), "small", 9));
  const read = readImport(file, "small");
  assert.ok("records" in read, JSON.stringify(read));
  assert.deepEqual(
    read.records.map(({ record }) => record),
    [...records].sort((a, b) => (a.kind < b.kind ? -1 : 1)).map(({ record }) => record),
  );
  for (const wrong of [4, "x", [4], { a: 4 }, { "<b>": ["x"] }, { a: { b: ["x"] } }]) {
    const changed = JSON.parse(file);
    changed.records.t.test.given = wrong;
    assert.equal("records" in readImport(JSON.stringify(changed), "small"), false, JSON.stringify(wrong));
  }
});
