// When items come back. Pages of items load it after all else; what plans reviews needs it from the start.

import "./core.js";

import { due } from "../items/due.js";
import { provideReturns } from "../items/later.js";

provideReturns(due);
