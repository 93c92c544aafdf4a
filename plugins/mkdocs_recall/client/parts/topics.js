// How the reader stands with the topics of the site, which progress and today's recommendation show.

import "./learner.js";

import "../learner/site-manifest.js";
import "../learner/standings.js";
