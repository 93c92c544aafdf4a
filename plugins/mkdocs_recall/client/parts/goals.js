// The goals of a lesson, ticked from answers.

import "./later/due.js";
import "./sets.js";

import { addPart } from "../page/visits.js";
import { RecallGoalsElement, showGoals } from "../page/goals.js";

addPart({ goals: RecallGoalsElement }, [showGoals]);
