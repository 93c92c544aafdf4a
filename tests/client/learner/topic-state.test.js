import assert from "node:assert/strict";
import { test } from "node:test";

import { findNextTopic, findTopicState, isStrong } from "../../../plugins/mkdocs_recall/client/learner/topic-state.js";

test("a topic's state is that of its last test", () => {
  assert.equal(findTopicState(null), "untested");
  assert.equal(findTopicState({ last: null }), "untested");
  assert.equal(findTopicState({ last: { verdict: "secure" } }), "secure");
  assert.deepEqual(["untested", "few", "weak", "getting"].map(isStrongState), [false, false, false, false]);
  assert.deepEqual(["strong", "secure"].map(isStrongState), [true, true]);
});

/** @param {string} state */
function isStrongState(state) {
  return isStrong(
    /** @type {import("../../../plugins/mkdocs_recall/client/learner/topic-state.js").MapState} */ (state),
  );
}

test("the next topic is the first that was not tested, then the first that is not strong", () => {
  assert.equal(findNextTopic(["secure", "weak", "untested", "untested"]), 2);
  assert.equal(findNextTopic(["secure", "strong", "few", "weak"]), 2);
  assert.equal(findNextTopic(["getting", "weak"]), 0);
  assert.equal(findNextTopic(["secure", "strong"]), -1);
  assert.equal(findNextTopic([]), -1);
});
