// What the review, the progress and the next steps of a reader have in common.

import "./later/count.js";
import "./site.js";

import "../learner/review-queue.js";
import "../learner/site-manifest.js";
import "../learner/standings.js";
