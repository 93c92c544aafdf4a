// How sure a reader is, on pages that ask.

import "./core.js";

import { makeCalibration } from "../confidence/calibration-view.js";
import { registerSure, showSure } from "../confidence/sure-buttons.js";
import { addPart } from "../page/visits.js";

export { makeCalibration };
export { completePanel, makeAnswerFirst, showSureOf } from "../confidence/sure-buttons.js";

registerSure();
addPart({ confidence: null }, [showSure]);
