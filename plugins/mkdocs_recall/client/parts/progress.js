// The progress of a reader.

import "./later/keep.js";
import "./learner.js";

import { RecallProgressElement } from "../learner/progress.js";
import { addPart } from "../page/visits.js";

addPart({ progress: RecallProgressElement });
