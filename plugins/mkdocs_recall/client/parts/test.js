// Tests.

import "./site.js";

import { addPart } from "../page/visits.js";
import { RecallTestElement, showTests } from "../test/test.js";

addPart({ test: RecallTestElement, placement: null }, [showTests]);
