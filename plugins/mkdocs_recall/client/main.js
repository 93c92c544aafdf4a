// The script of a page with items. Under instant navigation it runs again at each visit: elements and listeners are
// made once, and each run has the page in view restored.

import { ITEMS } from "./items/kinds.js";
import { RecallProgressElement } from "./learner/progress.js";
import { RecallReviewElement, showReviews } from "./learner/review.js";
import { registerLinks, showLinked } from "./page/hash-links.js";
import { registerMenus } from "./page/menu.js";
import { registerPrint, showPrint } from "./page/print.js";
import { registerResets, showReset } from "./page/reset.js";
import { FOLLOWED, restorePage } from "./page/restore.js";
import { registerScheme, showScheme } from "./page/scheme.js";
import { registerSubmits } from "./page/submit.js";
import { showWays } from "./page/ways.js";
import { RecallPracticeElement } from "./sets/practice.js";
import { RecallTestElement, showTests } from "./test/test.js";

const VISIT = "recall-visit";

/** The element of each kind: of items, of sets of items, and of what shows a reader's work. */
const ELEMENTS = {
  ...ITEMS,
  practice: RecallPracticeElement,
  test: RecallTestElement,
  review: RecallReviewElement,
  progress: RecallProgressElement,
};

if (!customElements.get("recall-test")) {
  for (const [kind, element] of Object.entries(ELEMENTS)) customElements.define(`recall-${kind}`, element);
  for (const show of [showScheme, restorePage, showTests, showLinked, showWays, showPrint, showReviews, showReset])
    document.addEventListener(VISIT, show);
  document.addEventListener(FOLLOWED, showWays);
  registerLinks();
  registerMenus();
  registerPrint();
  registerResets();
  registerScheme();
  registerSubmits();
}

const visit = () => document.dispatchEvent(new Event(VISIT));
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", visit, { once: true });
else visit();
