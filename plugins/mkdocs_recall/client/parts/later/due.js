// When items come back. Restoring waits for it, and nothing else; what plans reviews needs it from the start.

import "../core.js";

import "../../core/scheduling/answered.js";
import { due } from "../../items/due/due.js";
import { provideReturns } from "../../items/later.js";
import "../../items/recalled.js";

provideReturns(due);
