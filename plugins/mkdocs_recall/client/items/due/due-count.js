// How many cards are due, for what every page has. The part that counts them comes later.

export const dueCount = {
  /**
   * How many cards of some items are due.
   * @type {(ids: readonly string[]) => number} 0 as long as nobody counts
   */
  among: () => 0,
};
