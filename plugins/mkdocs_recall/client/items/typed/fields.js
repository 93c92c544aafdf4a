// Fields of a question, to type into or to choose in: each is judged by itself, and the right ones stay when the reader
// tries again.

import { element } from "../../dom/elements.js";
import { icon } from "../../dom/icons.js";
import { say, sayList } from "../../ui/say.js";
import { copyReason } from "../verdict-panel.js";
import { TypedElement } from "./typed.js";

/**
 * @typedef {import("./typed.js").OutcomeState} OutcomeState
 * @typedef {HTMLInputElement | HTMLSelectElement} Field
 *
 * @typedef {object} Judged what is said of one field
 * @property {boolean} right
 * @property {string} key the answer, as it is shown
 * @property {string} [note] why it is not right, in our words
 * @property {Element | null | undefined} [reason] the same in those of the author
 */

export class FieldsElement extends TypedElement {
  /** What each field held when it was marked. @type {string[]} */
  #marked = [];

  /** @returns {Field[]} */
  get fields() {
    return [...this.querySelectorAll(".recall-gap > input")].filter((field) => field instanceof HTMLInputElement);
  }

  /**
   * @param {readonly string[]} _values one for each field
   * @returns {Judged[]}
   */
  judge(_values) {
    return [];
  }

  /**
   * What each field holds, by a response.
   * @param {readonly string[]} given
   * @returns {string[]}
   */
  spread(given) {
    return this.fields.map((_, at) => given[at] ?? "");
  }

  /**
   * A response, by what each field holds.
   * @param {readonly string[]} values
   * @returns {string[]}
   */
  collect(values) {
    return [...values];
  }

  get values() {
    return this.fields.map((field) => field.value);
  }

  get response() {
    const { values } = this;
    return values.some((value) => value.trim()) ? this.collect(values) : [];
  }

  /** @param {readonly string[]} given */
  choose(given) {
    const values = this.spread(given);
    for (const [at, field] of this.fields.entries()) {
      field.value = values[at] ?? "";
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.selectedIndex = 0;
    }
  }

  /** @param {readonly string[]} given */
  isRight(given) {
    return this.judge(this.spread(given)).every(({ right }) => right);
  }

  /** @param {EventTarget | null} control */
  isOwn(control) {
    return this.fields.some((field) => field === control);
  }

  focusFirst() {
    const { fields } = this;
    (fields.find((field) => readState(field) !== "right") ?? fields[0])?.focus();
  }

  /** @param {boolean} over */
  retry(over) {
    if (over) return this.choose([]);
    for (const field of this.fields) if (readState(field) === "wrong") field.value = "";
  }

  /** @param {OutcomeState} state */
  mark({ outcome, chosen }) {
    const { fields, values } = this;
    const left = outcome === "wrong" && chosen.length === 0;
    const marked = left ? this.spread(this.state.chosen) : values;
    const shown = outcome === "shown";
    this.#marked = values;
    for (const [at, { right, key }] of this.judge(values).entries()) {
      const [field, value = ""] = [fields[at], values[at]];
      const isMarked = value === marked[at] && (value.trim() !== "" || (!shown && !left));
      if (field) setField(field, `${this.id}::${at}`, isMarked ? right : null, shown && !right ? key : "");
    }
  }

  /** @param {boolean} over */
  unmark(over) {
    const { fields, values } = this;
    for (const [at, field] of fields.entries())
      if (over || values[at] !== this.#marked[at]) setField(field, `${this.id}::${at}`, null, "");
  }

  /**
   * @param {OutcomeState} state
   * @param {string} back
   */
  makePanel(state, back) {
    const { outcome, chosen } = state;
    const judged = this.judge(this.values);
    const found = judged.filter(({ right }) => right).length;
    const several = judged.length > 1;
    const sums = [];
    if (several && outcome !== "right" && chosen.length > 0)
      sums.push(element("p", "recall-counts", say("typed.found", { found, all: judged.length })));
    const notes = outcome === "shown" ? [] : makeNotes(judged, several);
    return this.makeOutcome(state, this.sayShown(judged), [...sums, ...notes], back);
  }

  /** @param {readonly Judged[]} judged */
  sayShown(judged) {
    return say("mcq.answer", { letters: sayList(judged.map(({ key }) => key)) });
  }
}

/** @param {Field} field */
function readState({ parentElement }) {
  return parentElement?.dataset.recallState;
}

/**
 * @param {Field} field
 * @param {string} name for what it is described by
 * @param {boolean | null} right null for no mark
 * @param {string} key the answer to be shown beside what was typed, or none
 */
function setField(field, name, right, key) {
  const place = field.parentElement;
  if (!place) return;
  const others = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !id.startsWith(name));
  for (const before of place.querySelectorAll(".recall-mark, .recall-shown")) before.remove();
  delete place.dataset.recallState;
  if (right !== null) {
    const mark = element("span", "recall-mark");
    mark.role = "img";
    mark.ariaLabel = say(right ? "mark.right" : "typed.wrong");
    mark.append(icon(right ? "check" : "cross"));
    place.dataset.recallState = right ? "right" : "wrong";
    others.push(addBeside(place, mark, `${name}:mark`));
  }
  if (key) {
    const shown = element("span", "recall-shown");
    const text = element("span", "", say("mcq.answer", { letters: key }));
    text.dir = "auto";
    shown.append(icon("check"), text);
    others.push(addBeside(place, shown, `${name}:key`));
  }
  if (others.length > 0) field.setAttribute("aria-describedby", others.join(" "));
  else field.removeAttribute("aria-describedby");
}

/**
 * @param {Element} place
 * @param {Element} made
 * @param {string} id
 */
function addBeside(place, made, id) {
  made.id = id;
  place.append(made);
  return id;
}

/**
 * What there is to say of single fields, each with its number where there are several.
 * @param {readonly Judged[]} judged
 * @param {boolean} several
 * @returns {Node[]}
 */
function makeNotes(judged, several) {
  const notes = judged.flatMap(({ note, reason }, at) => {
    const line = reason ? copyReason(reason) : note ? element("p", "recall-note", note) : null;
    return line ? [{ line, number: `${at + 1}` }] : [];
  });
  if (!several || notes.length === 0) return notes.map(({ line }) => line);
  const list = element("ul", "recall-notes");
  for (const { line, number } of notes) {
    const row = document.createElement("li");
    row.append(element("span", "recall-place", number), " ", line);
    list.append(row);
  }
  return [list];
}
