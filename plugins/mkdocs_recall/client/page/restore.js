// Showing what a reader did: only items with a record are touched, and the sets that hold them.

import { showTally } from "../items/card.js";
import { RecallItemElement } from "../items/item.js";
import { showNotice } from "../items/later.js";
import { siteStore } from "../store/site-store.js";
import { isSet } from "./is-set.js";

/** Heard by the document, with their names, once records that have changed are shown: what depends on them follows. */
export const FOLLOWED = "recall-followed";

/** Stores whose news this window hears. @type {WeakSet<object>} */
const heard = new WeakSet();

export function restorePage() {
  const store = siteStore();
  showRecords(
    new Set([...store.items(), ...store.names("t")]),
    (set) => set.restore(),
    (item) => item.restore(),
  );
  if (!heard.has(store)) hear(store);
}

/**
 * What the hub knows is shown where the reader has begun nothing; what another tab does is shown everywhere.
 * @param {import("../store/store.js").Store} store
 */
function hear(store) {
  heard.add(store);
  let answered = false;
  store.subscribe((names) => showChanged(names, answered));
  void store.ready.then(() => (answered = true));
  store.onTrouble = (trouble, name) => {
    const host = document.getElementById(`recall-${name}`) ?? document.querySelector(".recall-item, recall-progress");
    if (host) showNotice(host, trouble);
  };
}

/**
 * Show records that have changed.
 * @param {readonly string[]} names
 * @param {boolean} always also over what the reader has begun
 */
export function showChanged(names, always) {
  showRecords(
    new Set(names),
    (set) => set.follow(),
    (item) => item.follow(always),
  );
  document.dispatchEvent(new CustomEvent(FOLLOWED, { detail: names }));
}

/**
 * @param {ReadonlySet<string>} names of records
 * @param {(set: import("./is-set.js").ItemSet) => void} showSet
 * @param {(item: RecallItemElement) => void} showItem
 */
function showRecords(names, showSet, showItem) {
  const current = [...names].map((name) => document.getElementById(`recall-${name}`));
  const found = [...new Set([...current, ...document.querySelectorAll("[data-recall-aka]")])];
  const items = found
    .filter((item) => item instanceof RecallItemElement)
    .filter(({ ids }) => ids.some((id) => names.has(id)));
  /** A test and a review show nothing of what their questions were answered before. */
  const shown = items.filter((item) => !item.closest("recall-test, recall-review"));
  const sets = new Set([...found, ...shown.map((item) => item.closest("recall-practice"))].filter(isSet));
  for (const set of sets) showSet(set);
  for (const item of shown) showItem(item);
  for (const set of sets) set.refresh();
  const sheets = new Set(shown.map((item) => item.closest(".recall-sheet")));
  for (const sheet of sheets) if (sheet) showTally(sheet);
}
