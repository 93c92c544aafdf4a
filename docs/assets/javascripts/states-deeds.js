// What states.js does on each page, and what it arranges.
"use strict";

(() => {
  /** The first right, the second right with help, the third missed, the fourth in view, the fifth as it was. */
  function answersOfSet() {
    return [
      "2000",
      "Check answer",
      "Next",
      "Show hint",
      "2000",
      "Check answer",
      "Next",
      "1900",
      "Check answer",
      "Next",
    ];
  }

  /**
   * What to do by the widget's id: the name of a button, an option or a link to press, or to mark after `hover:` or
   * `focus:`; or `write:` and a text.
   */
  const DEEDS = {
    "state-card-hover": ["hover:Show answer"],
    "state-card-focus": ["focus:Show answer"],
    "state-card-open": ["Show answer"],
    "state-card-good": ["Show answer", "Good"],
    "state-card-again": ["Show answer", "Again"],
    "state-card-hint": ["Show hint"],
    "state-sheet-1": ["Show answer", "Good", "Hide answer"],
    "state-sheet-2": ["Show answer", "Again", "Hide answer"],

    "state-mcq-hover": ["hover:1900", "hover:Check answer", "hover:Show hint"],
    "state-mcq-focus": ["focus:1900", "focus:Check answer", "focus:Show hint"],
    "state-mcq-none": ["Check answer"],
    "state-mcq-chosen": ["1900"],
    "state-mcq-wrong": ["1900", "Check answer"],
    "state-mcq-tried": ["1900", "Check answer", "2023"],
    "state-mcq-right": ["2000", "Check answer"],
    "state-mcq-helped": ["1900", "Check answer", "Show hint", "2000", "Check answer"],
    "state-mcq-shown": ["Show answer"],
    "state-mcq-several-wrong": ["1900", "1996", "Check answer"],
    "state-mcq-several-right": ["1996", "2000", "Check answer"],
    "state-mcq-several-shown": ["1900", "1996", "Show answer"],
    "state-mcq-hints": ["Show hint", "Show hint"],
    "state-mcq-steps": ["Show step 1 of 3", "Show step 2 of 3"],

    "state-explain-notice": ["Show model answer"],
    "state-explain-open": ["write:A year has about 365 and a quarter days.", "Show model answer"],
    "state-explain-none": [
      "write:To have more summers.",
      "Show model answer",
      "A year is longer than 365 days",
      "A year is longer than 365 days",
    ],
    "state-explain-some": [
      "write:A year is a bit longer than 365 days.",
      "Show hint",
      "Show model answer",
      "A year is longer than 365 days",
    ],
    "state-explain-all": [
      "write:A year is about a quarter of a day longer than 365 days. After 4 years that is a day.",
      "Show model answer",
      "A year is longer than 365 days",
      "The rest is about a quarter of a day",
      "4 quarters make a day",
    ],

    "state-notice-memory": ["1900", "Check answer"],
    "state-notice-full": ["1900", "Check answer"],
    "state-notice-newer": ["1900", "Check answer"],

    "state-practice-hover": ["hover:All questions", "hover:Question 2", "focus:Question 4", "focus:Next"],
    "state-practice-middle": answersOfSet(),
    "state-practice-list": [...answersOfSet(), "All questions"],
    "state-practice-skipped": ["2000", "Check answer", "Next", "Next", "1900", "Check answer", "Next", "Next", "Next"],
    "state-practice-end": [
      ...answersOfSet(),
      ...["write:A year is longer than 365 days.", "Show model answer", "A year is longer than 365 days", "Next"],
      ...["Show answer", "Good", "Next"],
    ],

    "state-sure-missed": ["1900", "Sure"],
    "state-test-sure": ["Start test", "2000", "Sure", "Back"],
    "state-test-calibration": ["Start test", "2000", "Sure", "1900", "Sure", "2000", "Not sure", "Finish test"],

    "state-test-run": ["Start test", "2000", "Next", "Flag"],
    "state-test-open": ["Start test", "Next", "1900", "Next", "Finish test"],
    "state-test-list": ["Start test", "1900", "Next", "Flag", "All questions"],
    "state-test-end": ["Start test", "2000", "Next", "1900", "Next", "2000", "Finish test"],
    "state-test-retry": [
      ...["Start test", "2000", "Next", "1900", "Next", "2000", "Finish test"],
      ...["Retry the 1 you missed", "2000", "Finish test"],
    ],
    "state-test-ask": ["New test"],
    "state-test-past": ["hover:See result"],
    "state-test-result": ["See result"],

    "state-review-concept": ["Show answer", "The rest is about a quarter of a day"],
    "state-review-answered": ["2000", "Check answer"],
    "state-review-undo": ["Show answer", "Good"],
    "state-review-suspended": ["Suspended: 1"],

    "state-ways-hover": ["hover:See where you stand", "focus:Learn it piece by piece"],
  };

  globalThis.recallStates = { DEEDS };
})();
