// The kinds of items. A new kind is a file with its element and a line here.

import { RecallCardElement } from "./card.js";
import { RecallExplainElement } from "./explain.js";
import { RecallMcqElement } from "./mcq.js";
import { TestableItemElement } from "./testable-item.js";

/** The element of each kind. An item is `<recall-KIND>`, and the manifest calls it KIND. */
export const ITEMS = Object.freeze({
  card: RecallCardElement,
  mcq: RecallMcqElement,
  explain: RecallExplainElement,
});

/** The kinds that a test may ask. @type {ReadonlySet<string>} */
export const TESTABLE = new Set(
  Object.entries(ITEMS)
    .filter(([, { prototype }]) => prototype instanceof TestableItemElement)
    .map(([kind]) => kind),
);
