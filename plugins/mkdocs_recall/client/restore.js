// Showing what a reader did before: only items with a record are touched.

import { showTally } from "./card.js";
import { RecallItemElement } from "./item.js";
import { siteStore } from "./site.js";

export function restorePage() {
  const stored = siteStore().items();
  const current = [...stored].map((id) => document.getElementById(`recall-${id}`));
  const renamed = document.querySelectorAll("[data-recall-aka]");
  const sheets = new Set();
  for (const item of new Set([...current, ...renamed])) {
    if (!(item instanceof RecallItemElement) || !item.ids.some((id) => stored.has(id))) continue;
    item.restore();
    sheets.add(item.closest(".recall-sheet"));
  }
  for (const sheet of sheets) if (sheet) showTally(sheet);
}
