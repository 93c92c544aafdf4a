// Marks at the sections of a lesson that are done.

import "./count.js";

import doneStyle from "../../css/later/done.css";
import { addStyle } from "../../dom/style-sheets.js";
import { registerDone, showDone } from "../../page/done-marks.js";
import { addPart } from "../../page/visits.js";

registerDone();
addStyle(doneStyle);
addPart({}, [showDone]);
