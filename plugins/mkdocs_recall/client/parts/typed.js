// Questions whose answers readers type, or choose for each of several texts.

import "./core.js";

import { RecallFillElement } from "../items/typed/fill.js";
import { RecallMatchElement } from "../items/typed/match.js";
import { RecallNumberElement } from "../items/typed/number.js";
import { addPart } from "../page/visits.js";

addPart({ fill: RecallFillElement, number: RecallNumberElement, match: RecallMatchElement });
