// Progress in files. A page loads it later where storage is full, so that readers can save what found no room, and at
// the end of a test, where it may be time to remind them.

import "../core.js";

import { readAction } from "../../items/item.js";
import { noteExport } from "../../progress/export-record.js";
import { remindAfterTest, removeReminders } from "../../progress/export-reminder.js";
import { askToPersist } from "../../progress/persistence.js";
import { downloadProgress } from "../../store/download.js";
import "../../store/progress-file.js";

document.addEventListener("click", (event) => {
  const action = readAction(event);
  if (action === "export") downloadProgress();
  else if (action !== "hide-reminder") return;
  noteExport(action === "export" ? "exported" : "hidden");
  removeReminders();
  if (action === "export") askToPersist();
});
document.addEventListener("recall-ended", ({ target }) => {
  if (target instanceof Element) remindAfterTest(target);
});
