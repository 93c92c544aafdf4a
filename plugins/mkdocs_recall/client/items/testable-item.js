// An item that a test may ask. A test shows its options in an order of its own, hears what is chosen, and explains
// it at the end.

import { RecallItemElement } from "./item.js";

export class TestableItemElement extends RecallItemElement {
  /** Ids of its options, in the order in which they are shown. @returns {string[]} */
  get options() {
    return [];
  }

  /** Whether its author wants the options in this order. */
  get keepsOrder() {
    return true;
  }

  /** Ids of the options that are chosen. @returns {string[]} */
  get response() {
    return [];
  }

  /**
   * Choose these options and no others.
   * @param {readonly string[]} _ids
   */
  choose(_ids) {}

  /**
   * Whether it is right to choose these options.
   * @param {readonly string[]} _ids
   */
  isRight(_ids) {
    return false;
  }

  /**
   * Show a response given elsewhere, with everything that explains it.
   * @param {readonly string[]} _chosen option ids
   * @param {boolean} _changed whether it was given to another revision
   */
  showResponse(_chosen, _changed) {}
}
