// The state of each topic on a map, and which topic comes next. Pure.

/**
 * @typedef {import("../core/mastery.js").Verdict | "secure" | "untested"} MapState of its last test
 * @typedef {{last: {verdict: Exclude<MapState, "untested">} | null}} TestedTopic how a reader stands with a topic
 */

/** @param {TestedTopic | null} stood null for a topic that the site does not know */
export function findTopicState(stood) {
  return stood?.last?.verdict ?? "untested";
}

/** @param {MapState} state */
export function isStrong(state) {
  return state === "strong" || state === "secure";
}

/**
 * The topic to go on with: the first that was not tested, and when all were, the first that is not strong yet.
 * @param {readonly MapState[]} states of topics, in the order in which they are learned
 * @returns {number} -1 where all are strong
 */
export function findNextTopic(states) {
  const untested = states.indexOf("untested");
  return untested >= 0 ? untested : states.findIndex((state) => !isStrong(state));
}
