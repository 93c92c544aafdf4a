// Showing what a reader did before: only items with a record are touched, and the sets that hold them.

import { showTally } from "./card.js";
import { RecallItemElement } from "./item.js";
import { RecallSetElement } from "./set.js";
import { siteStore } from "./site.js";

export function restorePage() {
  const stored = siteStore().items();
  const tests = siteStore().names("t");
  const current = [...stored, ...tests].map((id) => document.getElementById(`recall-${id}`));
  const renamed = document.querySelectorAll("[data-recall-aka]");
  const found = [...new Set([...current, ...renamed])];
  const items = found.filter((item) => item instanceof RecallItemElement).filter((item) => item.ids.some((id) => stored.has(id)));
  /** A test and a review show nothing of what their questions were answered before. */
  const shown = items.filter((item) => !item.closest("recall-test, recall-review"));
  const sets = new Set([...found, ...shown.map((item) => item.closest("recall-practice"))].filter((set) => set instanceof RecallSetElement));
  for (const set of sets) set.restore();
  for (const item of shown) item.restore();
  for (const set of sets) set.refresh();
  const sheets = new Set(shown.map((item) => item.closest(".recall-sheet")));
  for (const sheet of sheets) if (sheet) showTally(sheet);
}
