// A number question.

import { judgeNumber } from "../../core/judges/judge-number.js";
import { say } from "../../ui/say.js";
import { FieldsElement } from "./fields.js";

export class RecallNumberElement extends FieldsElement {
  prepare() {
    const [value = ""] = this.values;
    if (!value.trim()) return say("number.first");
    return this.#judge(value).verdict === "none" ? say("number.none") : "";
  }

  /** @param {readonly string[]} values */
  judge([value = ""]) {
    const { verdict, answer } = this.#judge(value);
    const rows = this.#rows;
    const key = rows.find((row) => row.hasAttribute("data-recall-key"));
    const line = key?.querySelector(".recall-other")?.cloneNode(true);
    if (line instanceof Element) line.querySelector(".recall-verdict")?.remove();
    return [
      {
        right: verdict === "right",
        key: line?.textContent?.trim() ?? "",
        reason: rows[answer]?.querySelector(":scope > .recall-body"),
      },
    ];
  }

  get #rows() {
    return [...this.querySelectorAll(".recall-solution [data-recall-low]")];
  }

  /** @param {string} value */
  #judge(value) {
    const ranges = this.#rows.map((row) => ({
      low: row.getAttribute("data-recall-low") ?? "",
      high: row.getAttribute("data-recall-high") ?? "",
      right: row.hasAttribute("data-recall-key"),
    }));
    const unit = this.querySelector(".recall-unit")?.textContent ?? "";
    return judgeNumber(value, ranges, { unit, decimalComma: hasDecimalComma(this.closest("[lang]")) });
  }
}

/** @param {Element | null} page */
function hasDecimalComma(page) {
  try {
    return (1.5).toLocaleString(page?.getAttribute("lang") || "en").includes(",");
  } catch {
    return false;
  }
}
