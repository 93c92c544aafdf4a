// The script of a page with items. Under instant navigation it runs again at each visit: elements and listeners are
// made once, and each run has the page in view restored.

import { RecallCardElement } from "./card.js";
import { RecallMcqElement } from "./mcq.js";
import { registerPrint } from "./print.js";
import { restorePage } from "./restore.js";

const VISIT = "recall-visit";

if (!customElements.get("recall-card")) {
  customElements.define("recall-card", RecallCardElement);
  customElements.define("recall-mcq", RecallMcqElement);
  document.addEventListener(VISIT, restorePage);
  registerPrint();
}

const visit = () => document.dispatchEvent(new Event(VISIT));
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", visit, { once: true });
else visit();
