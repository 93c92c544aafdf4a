// What every page with our blocks loads: cards and choice questions, the store, and visits.

import { RecallCardElement } from "../items/card.js";
import { showLaterStyles } from "../dom/style-sheets.js";
import "../items/due/due-count.js";
import { RecallMcqElement } from "../items/mcq.js";
import { showScheme } from "../page/scheme.js";
import { addPart, beginVisits } from "../page/visits.js";

beginVisits();
addPart({ card: RecallCardElement, mcq: RecallMcqElement }, [showLaterStyles, showScheme]);
showLaterStyles();
showScheme();
