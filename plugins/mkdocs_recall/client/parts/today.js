// What a reader can do now.

import "./topics.js";

import { RecallTodayElement, showToday } from "../learner/today.js";
import { addPart } from "../page/visits.js";

addPart({ today: RecallTodayElement }, [showToday]);
