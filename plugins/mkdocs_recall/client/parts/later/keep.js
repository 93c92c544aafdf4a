// Progress in files. A page loads it later where storage is full, so that readers can save what found no room.

import "../core.js";

import { readAction } from "../../items/item.js";
import { downloadProgress } from "../../store/download.js";
import "../../store/progress-file.js";

document.addEventListener("click", (event) => {
  if (readAction(event) === "export") downloadProgress();
});
