// A matching question: texts, and for each of them a list to choose from.

import { judgeMatch } from "../../core/judges/judge-match.js";
import { say } from "../../ui/say.js";
import { FieldsElement } from "./fields.js";

export class RecallMatchElement extends FieldsElement {
  /** @returns {HTMLSelectElement[]} */
  get fields() {
    return [...this.querySelectorAll(".recall-pair select")].filter((field) => field instanceof HTMLSelectElement);
  }

  prepare() {
    return this.response.length > 0 ? "" : say("mcq.chooseFirst");
  }

  /** @param {readonly string[]} values */
  judge(values) {
    const keys = this.#keys;
    const names = this.#names;
    const given = Object.fromEntries(names.map((name, at) => [name, values[at] ?? ""]));
    const { pairs } = judgeMatch(given, keys);
    return this.fields.map((field, at) => {
      const name = names[at] ?? "";
      const key = [...field.options].find(({ value }) => value === keys[name])?.text ?? "";
      return { right: pairs[name] === "right", key };
    });
  }

  /** @param {readonly string[]} given */
  spread(given) {
    return this.#names.map((name) => given.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? "");
  }

  /** @param {readonly string[]} values */
  collect(values) {
    return this.#names.map((name, at) => `${name}=${values[at] ?? ""}`).filter((pair) => !pair.endsWith("="));
  }

  sayShown() {
    return say("match.shown");
  }

  /** Ids of what is on the left, in the order in which it is shown. */
  get #names() {
    return [...this.querySelectorAll(".recall-pair")].map((pair) => pair.getAttribute("data-recall-option") ?? "");
  }

  /** Ids of the right sides, by those on the left. */
  get #keys() {
    const pairs = [...this.querySelectorAll(".recall-matched > li")];
    return Object.fromEntries(
      pairs.map((pair) => [pair.getAttribute("data-recall-option") ?? "", pair.getAttribute("data-recall-key") ?? ""]),
    );
  }
}
