// Resetting an item, with a way back.

import { standing } from "../core/log.js";

/**
 * Have nothing count any more that was done so far in an item.
 * @param {import("./store.js").Store} store
 * @param {readonly [string, ...string[]]} ids its id, and those it had before
 * @returns {{trouble: import("./slots.js").Trouble | null, undo: () => void}}
 */
export function resetLog(store, ids) {
  const [item] = ids;
  const drafts = ids.map((id) => ({ id, record: store.kept("d", id) }));
  const stands = standing(store.entries(ids)).length > 0;
  const { entry, trouble } = stands ? store.add(item, { kind: "reset" }, ids) : { entry: null, trouble: null };
  for (const { id, record } of drafts) if (record) store.keep("d", id, null);
  const undo = () => {
    if (entry) store.append(item, { kind: "undo", of: entry.id }, ids);
    for (const { id, record } of drafts) if (record) store.keep("d", id, record);
  };
  return { trouble, undo };
}
