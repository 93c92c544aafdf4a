// What a reader can do now, and the map of topics.

import "./learner.js";

import { RecallMapElement, showMaps } from "../learner/map.js";
import { RecallTodayElement, showToday } from "../learner/today.js";
import { addPart } from "../page/visits.js";

addPart({ today: RecallTodayElement, map: RecallMapElement }, [showToday, showMaps]);
