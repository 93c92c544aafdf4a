// The kinds of items. A new kind is a file with its element and a line here.

import { RecallCardElement } from "./card.js";
import { RecallExplainElement } from "./explain.js";
import { RecallMcqElement } from "./mcq.js";

/** The element of each kind. An item is `<recall-KIND>`, and the manifest calls it KIND. */
export const ITEMS = Object.freeze({
  card: RecallCardElement,
  mcq: RecallMcqElement,
  explain: RecallExplainElement,
});
