// What the review and the progress of a reader have in common.

import "./later/count.js";
import "./site.js";

import "../learner/review-queue.js";
