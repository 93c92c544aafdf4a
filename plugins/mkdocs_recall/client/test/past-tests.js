// The past tests of a test: read from the logs in the store, also with questions that left the bank since, and shown
// below the test in every view of it. What draws them comes once there are any.

import { formOfSession, testOf } from "../core/test-forms.js";
import { element } from "../dom/elements.js";
import { loadPart, parts } from "../dom/parts.js";
import { findForms } from "../sets/past-forms.js";
import { siteStore } from "../store/site-store.js";
import { arrangeForm } from "./forms/draw-form.js";
import { readResultName } from "./forms/seed.js";

/**
 * @typedef {import("../sets/past-forms.js").PastForm} PastForm
 * @typedef {import("./test-bank.js").TestBank} TestBank
 */

/** Room for the heading and for each row before they have come, in em: nothing below may jump. */
const RESERVED = Object.freeze({ heading: 5, chart: 12, row: 2.9 });

/**
 * What was drawn last, by the section that shows it: what has not changed keeps its focus.
 * @type {WeakMap<Element, string>}
 */
const drawn = new WeakMap();

/**
 * @param {TestBank} bank
 * @param {readonly string[] | null} tests ids of the test, where it draws from several pages
 * @param {string} last session of the last finished form, as the record of the test says
 * @returns {PastForm[]} the earliest first
 */
export function readPastForms(bank, tests, last) {
  const own = new Map(bank.known.map(({ id, ids }) => [id, ids]));
  const former = new Map([...own].flatMap(([id, ids]) => ids.map((each) => [each, id])));
  const names = siteStore().names("i");
  const inBank = names.filter((name) => former.has(name));
  /** @param {string} session @param {readonly string[]} items */
  const isOurs = (session, items) =>
    tests
      ? tests.includes(testOf(session))
      : testOf(session) === "" && (session === last || 2 * items.filter((id) => own.has(id)).length >= items.length);
  // A form of its own bank has a question that is still there, so no other log is read where there is none.
  const sessions = tests ? null : findForms(readLogs(inBank, former, own), () => true).map(({ session }) => session);
  if (sessions?.length === 0 && last === "") return [];
  const wanted = [...(sessions ?? tests?.map((id) => `.${id}`) ?? []), ...(last ? [last] : [])].map((end) => `${end}"`);
  const others = names.filter((name) => !former.has(name) && mentions(name, wanted));
  return findForms(readLogs([...inBank, ...others], former, own), isOurs);
}

/**
 * Whether it is worth looking for past tests: something was answered that the test may have asked.
 * @param {HTMLElement} test
 */
export function mayHavePastTests(test) {
  const names = siteStore().names("i");
  if (names.length === 0 || test.dataset.recallPer) return false;
  const { recallFrom, recallId = "", recallAka = "" } = test.dataset;
  if (recallFrom !== undefined) {
    const wanted = [recallId, ...recallAka.split(" ").filter(Boolean)].map((id) => `.${id}"`);
    return names.some((name) => mentions(name, wanted));
  }
  return (
    test.querySelector("[data-recall-aka]") !== null ||
    names.some((name) => test.contains(document.getElementById(`recall-${name}`)))
  );
}

/**
 * Whether the log of an item holds one of some texts: a log that cannot be of use is not read.
 * @param {string} name
 * @param {readonly string[]} texts
 */
function mentions(name, texts) {
  const { slots } = siteStore();
  const raw = slots.raw(slots.key("i", name));
  return texts.some((each) => raw.includes(each));
}

/**
 * @param {readonly string[]} names of logs
 * @param {ReadonlyMap<string, string>} former ids of items by the names that they have or had
 * @param {ReadonlyMap<string, readonly string[]>} own ids of an item, by the present one
 */
function readLogs(names, former, own) {
  const store = siteStore();
  const ids = new Set(names.map((name) => former.get(name) ?? name));
  return [...ids].map((id) => ({ id, entries: store.entries(own.get(id) ?? [id]) }));
}

/**
 * A finished form as a record. Its seed tells the order of its options.
 * @param {PastForm} form
 * @param {TestBank} bank that has its questions here
 * @param {import("../core/test-history.js").Finished | null} last
 * @returns {import("./test-record.js").TestRecord}
 */
export function makePastRecord({ session, finished, questions }, bank, last) {
  const seed = formOfSession(session);
  const drawn = questions.flatMap(({ id, entry }) => bank.pick([id]).map(({ item }) => ({ item, entry })));
  const items = drawn.map(({ item }) => item.id);
  return {
    seed,
    session,
    items,
    orders: arrangeForm(
      drawn.map(({ item }) => item),
      seed,
    ).orders,
    responses: Object.fromEntries(
      drawn.map(({ item, entry }) => [
        item.id,
        entry.given ?? entry.options.filter((option) => item.options.includes(option)),
      ]),
    ),
    flags: drawn.filter(({ entry }) => entry.flagged).map(({ item }) => item.id),
    at: items[0] ?? "",
    retry: false,
    finished,
    last,
  };
}

/**
 * @param {HTMLElement} test
 * @param {import("./session.js").Sitting} sitting
 */
export function showPastTests(test, sitting) {
  /** @type {HTMLElement | null} */
  const before = test.querySelector(":scope > .recall-past");
  const { length } = sitting.pastForms;
  if (length === 0 || test.dataset.recallPer) return before?.remove();
  const section = before ?? element("section", "recall-past");
  if (!before) {
    section.style.minBlockSize = `${RESERVED.heading + (length > 1 ? RESERVED.chart : 0) + length * RESERVED.row}em`;
    test.append(section);
  }
  const opened = sitting.bank.open().catch(() => {});
  Promise.all([loadPart("past"), opened]).then(
    () => section.isConnected && draw(section, sitting),
    () => section.remove(),
  );
}

/**
 * The session of the result that a press asks for, empty for none. A link that is pressed with a key held opens
 * elsewhere.
 * @param {Event} event
 */
export function readResultLink(event) {
  const { target, ctrlKey, metaKey, shiftKey, altKey } = /** @type {MouseEvent} */ (event);
  const link = target instanceof Element ? target.closest("a, [data-recall-result]") : null;
  if (!link || ctrlKey || metaKey || shiftKey || altKey) return "";
  return link.getAttribute("data-recall-result") ?? readResultName(link.getAttribute("href") ?? "");
}

/**
 * @param {HTMLElement} section
 * @param {import("./session.js").Sitting} sitting
 */
function draw(section, sitting) {
  const tests = sitting.pastTests;
  const current = sitting.record?.finished ? sitting.record.session : "";
  const signature = JSON.stringify([tests, current]);
  if (drawn.get(section) === signature) return;
  drawn.set(section, signature);
  section.style.minBlockSize = "";
  const { fillPastTests } = /** @type {typeof import("../sets/past-list.js")} */ (parts().here["past"]);
  fillPastTests(section, tests, { name: sitting.setId, current, now: siteStore().now() });
}
