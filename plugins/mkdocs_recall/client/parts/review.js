// The review.

import "./learner.js";

import { RecallReviewElement, showReviews } from "../review/review.js";
import { addPart } from "../page/visits.js";

addPart({ review: RecallReviewElement }, [showReviews]);
