// What the page of a topic has besides cards and choice questions.

import "./sets.js";

import { RecallExplainElement } from "../items/explain.js";
import { addPart } from "../page/visits.js";
import { showWays } from "../page/ways.js";
import { RecallPracticeElement } from "../sets/practice.js";

addPart({ explain: RecallExplainElement, practice: RecallPracticeElement, ways: null }, [showWays]);
document.addEventListener("recall-followed", showWays);
