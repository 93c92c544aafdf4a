import assert from "node:assert/strict";
import { test } from "node:test";

import {
  countAnswered,
  findUnanswered,
  readTest,
  writeTest,
} from "../../../plugins/mkdocs_recall/client/test/test-record.js";

/** @type {import("../../../plugins/mkdocs_recall/client/test/forms/draw-form.js").BankItem[]} */
const BANK = [
  { id: "q1", rank: 1, objective: "", options: ["a", "b", "c"], fixed: false },
  { id: "q2", rank: 2, objective: "", options: ["a", "b"], fixed: true },
  { id: "q3", rank: 3, objective: "", options: ["a", "b"], fixed: false },
];

const LAST = { session: "6f.l", finished: 5, items: ["q3"], ranks: [3] };

const STORED = Object.freeze({
  seed: "7f3a",
  session: "7f3a.x",
  items: ["q2", "q1"],
  orders: { q1: ["c", "a", "b"], q2: ["a", "b"] },
  responses: { q1: ["a"], q2: [] },
  flags: ["q2"],
  at: "q1",
  retry: false,
  finished: 0,
  last: LAST,
});

/** @param {Record<string, unknown>} changes */
function read(changes) {
  const record = readTest({ v: 1, time: 9, ...STORED, ...changes }, BANK);
  assert.ok(record);
  return record;
}

test("a record is read as it was kept", () => {
  assert.deepEqual(read({}), STORED);
  assert.deepEqual(readTest(JSON.parse(JSON.stringify(STORED)), BANK), STORED);
});

test("what is no record is none", () => {
  for (const value of [null, undefined, 4, "x", [], {}, { items: [] }]) assert.equal(readTest(value, BANK), null);
});

test("a record without a form that can be shown is none", () => {
  for (const changes of [
    { items: ["gone"] },
    { items: "q1" },
    { items: [1, null, {}] },
    { seed: 7 },
    { seed: "<b>" },
    { seed: "" },
    { session: 3 },
    { session: "" },
  ]) {
    assert.equal(readTest({ ...STORED, ...changes }, BANK), null, JSON.stringify(changes));
  }
});

test("items that left the bank leave the form, and none comes twice", () => {
  assert.deepEqual(read({ items: ["gone", "q1", "q1", 5, "__proto__", "constructor"] }).items, ["q1"]);
});

test("options come each once, also where the author changed them", () => {
  assert.deepEqual(read({ orders: { q1: ["c", "gone", "c", "a"] } }).orders, { q1: ["c", "a", "b"], q2: ["a", "b"] });
  assert.deepEqual(read({ orders: { q2: ["b", "a"] } }).orders["q2"], ["a", "b"]);
  for (const orders of [null, 4, "x", [], { q1: 4 }, { q1: { length: 3 } }])
    assert.deepEqual(read({ orders }).orders["q1"], ["a", "b", "c"]);
});

test("responses name options of their item", () => {
  assert.deepEqual(read({ responses: { q1: ["b", "x", 4, "b"], q3: ["a"] } }).responses, { q1: ["b"], q2: [] });
  for (const responses of [null, 4, "x", [], { q1: "a" }])
    assert.deepEqual(read({ responses }).responses, { q1: [], q2: [] });
});

test("place and flags name items of the form", () => {
  for (const at of ["q3", null, 4, {}]) assert.equal(read({ at }).at, "q2");
  assert.deepEqual(read({ flags: ["q3", "q1", "q1", 7] }).flags, ["q1"]);
  for (const flags of [null, 4, "q1", {}]) assert.deepEqual(read({ flags }).flags, []);
});

test("only a time ends a test, and only true makes a retry", () => {
  for (const finished of [null, "5", NaN, Infinity, -1, 9e15, {}, true]) assert.equal(read({ finished }).finished, 0);
  assert.equal(read({ finished: 7 }).finished, 7);
  for (const retry of [1, "true", {}]) assert.equal(read({ retry }).retry, false);
  assert.equal(read({ last: { finished: 9 } }).last, null);
});

test("a question without a choice is unanswered", () => {
  assert.deepEqual(findUnanswered(read({})), ["q2"]);
  assert.deepEqual(findUnanswered(read({ responses: {} })), ["q2", "q1"]);
  assert.equal(countAnswered(read({})), 1);
});

test("what was typed is stored apart from options that were chosen, and read back text by text", () => {
  const bank = [...BANK, { id: "typed", rank: 1, objective: "", options: [], fixed: false, typed: true }];
  const stored = {
    ...STORED,
    items: ["q1", "typed"],
    responses: { q1: ["a"] },
    given: { typed: ["the same", "the same"] },
  };
  const record = readTest(stored, bank);
  assert.ok(record);
  assert.deepEqual(record.responses, { q1: ["a"], typed: ["the same", "the same"] });
  const written = writeTest(record, bank);
  assert.deepEqual(written.responses, { q1: ["a"] });
  assert.deepEqual(written.given, { typed: ["the same", "the same"] });
  assert.deepEqual(readTest(written, bank), record);
  assert.equal("given" in writeTest(read({}), BANK), false, "a record without such questions is as before");
  for (const given of [null, 4, "x", [], { typed: "x" }, { typed: { length: 2 } }, { other: ["x"] }])
    assert.deepEqual(readTest({ ...stored, given }, bank)?.responses["typed"], []);
  assert.deepEqual(findUnanswered({ ...record, responses: {} }), ["q1", "typed"]);
});

test("what the reader said of responses is read where it is true or false, of items of the form", () => {
  const said = { q1: true, q2: false };
  assert.deepEqual(read({ sure: said }).sure, said);
  assert.deepEqual(read({ sure: { q1: "yes", q2: true, q3: true, gone: true } }).sure, { q2: true });
  for (const sure of [undefined, null, {}, [], true, "q1", { q1: 1 }, { __proto__: { q1: true } }])
    assert.equal("sure" in read({ sure }), false, JSON.stringify(sure));
});
