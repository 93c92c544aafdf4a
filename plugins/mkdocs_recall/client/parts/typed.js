// Questions whose answers readers produce: typed, put in order, matched.

import "./core.js";

import { RecallFillElement } from "../items/typed/fill.js";
import { RecallMatchElement } from "../items/typed/match.js";
import { RecallNumberElement } from "../items/typed/number.js";
import { RecallOrderElement, dressOrders } from "../items/typed/order.js";
import { addPart } from "../page/visits.js";

addPart(
  { fill: RecallFillElement, number: RecallNumberElement, order: RecallOrderElement, match: RecallMatchElement },
  [dressOrders],
);
