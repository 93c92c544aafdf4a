// The script of a page with items. Under instant navigation it runs again at each visit: elements and listeners are
// made once, and each run has the page in view restored.

import { RecallCardElement } from "./items/card.js";
import { RecallExplainElement } from "./items/explain.js";
import { RecallMcqElement } from "./items/mcq.js";
import { RecallProgressElement } from "./learner/progress.js";
import { RecallReviewElement, showReviews } from "./learner/review.js";
import { registerLinks, showLinked } from "./page/hash-links.js";
import { registerMenus } from "./page/menu.js";
import { registerPrint, showPrint } from "./page/print.js";
import { registerResets, showReset } from "./page/reset.js";
import { FOLLOWED, restorePage } from "./page/restore.js";
import { showWays } from "./page/ways.js";
import { RecallPracticeElement } from "./sets/practice.js";
import { RecallTestElement, showTests } from "./test/test.js";

const VISIT = "recall-visit";

if (!customElements.get("recall-card")) {
  customElements.define("recall-card", RecallCardElement);
  customElements.define("recall-mcq", RecallMcqElement);
  customElements.define("recall-explain", RecallExplainElement);
  customElements.define("recall-practice", RecallPracticeElement);
  customElements.define("recall-test", RecallTestElement);
  customElements.define("recall-review", RecallReviewElement);
  customElements.define("recall-progress", RecallProgressElement);
  for (const show of [restorePage, showTests, showLinked, showWays, showPrint, showReviews, showReset]) document.addEventListener(VISIT, show);
  document.addEventListener(FOLLOWED, showWays);
  registerLinks();
  registerMenus();
  registerPrint();
  registerResets();
}

const visit = () => document.dispatchEvent(new Event(VISIT));
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", visit, { once: true });
else visit();
