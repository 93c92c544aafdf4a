// A reminder to export, where there is much to lose: a few lines that can be put away, never a dialog.

import { button, element } from "../dom/elements.js";
import { siteStore } from "../store/site-store.js";
import { say } from "../ui/say.js";
import { MUCH, loadExportRecord, needsExport } from "./export-record.js";

/**
 * The reminder, where it is time for one. What lasts only as long as the page has a notice of its own.
 * @param {{exports: boolean}} more whether it has a button to export; the progress page has one beside it
 * @returns {HTMLElement | null}
 */
export function makeExportReminder({ exports }) {
  const store = siteStore();
  const names = store.names("i");
  if (store.place === "memory" || names.length < MUCH) return null;
  const logs = names.map((name) => store.entries([name]));
  const { needed, answered } = needsExport(loadExportRecord(), logs, store.now());
  if (!needed) return null;
  const reminder = element("div", "recall-reminder");
  reminder.setAttribute("role", "note");
  const actions = element("p", "recall-choice");
  actions.append(
    ...(exports ? [button("recall-button", say("progress.export"), "export"), " "] : []),
    button("recall-help", say("reminder.later"), "hide-reminder"),
  );
  reminder.append(element("p", "", say("reminder.told", { n: answered })), actions);
  return reminder;
}

/** Take away every reminder of the page. Whoever had the focus in one is still at its place. */
export function removeReminders() {
  for (const reminder of document.querySelectorAll(".recall-reminder")) {
    const { parentElement: holder } = reminder;
    const focused = reminder.contains(document.activeElement);
    reminder.remove();
    if (!focused || !holder) continue;
    holder.tabIndex = -1;
    holder.focus({ preventScroll: true });
  }
}

/**
 * Remind at the end of a test. What is in the way of it is no reason for an error.
 * @param {Element} test
 */
export function remindAfterTest(test) {
  const end = test.querySelector(".recall-end");
  // Pages from disk may each have a storage of their own, so this one need not know of an export.
  if (!end?.checkVisibility() || end.querySelector(".recall-reminder") || siteStore().place !== "browser") return;
  const reminder = makeExportReminder({ exports: true });
  if (reminder) end.append(reminder);
}
