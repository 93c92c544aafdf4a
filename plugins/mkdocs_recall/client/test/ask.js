// What a test asks its reader before something is lost: answers that are missing, and a form in progress.

import { button, element } from "../dom/elements.js";
import { verdictPanel } from "../items/verdict-panel.js";
import { say } from "../ui/say.js";
import { countAnswered } from "./test-record.js";

/**
 * Name what is unanswered before it counts as missed.
 * @param {number} open how many questions
 * @param {number} first number of the first
 * @returns {{notice: DocumentFragment, go: HTMLElement}} with the button that leads there
 */
export function makeOpenNotice(open, first) {
  const go = button("recall-button", say("test.goTo", { number: first }));
  go.dataset.recallGo = `${first}`;
  const actions = element("p", "recall-choice");
  actions.append(button("recall-button recall-check", say("test.finish"), "finish-now"), " ", go);
  return { notice: verdictPanel("notice", say("test.unanswered", { n: open }), [actions]), go };
}

/**
 * Ask before a test in progress is discarded, in place of the button that would. Escape takes the question back.
 * @param {HTMLElement} pressed
 * @param {import("./test-record.js").TestRecord} running
 * @param {() => void} discard
 */
export function askToDiscard(pressed, running, discard) {
  const words = say("test.discardAsk", { answered: countAnswered(running), all: running.items.length });
  const group = element("div", "recall-discard");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", words);
  const goOn = button("recall-button recall-check", say("test.continue"), "continue");
  const yes = button("recall-button", say("test.discard"));
  const actions = element("p", "recall-choice");
  actions.append(goOn, " ", yes);
  group.append(element("p", "", words), actions);
  group.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    takeQuestionBack(group.parentElement);
    pressed.focus();
  });
  yes.addEventListener("click", () => {
    takeQuestionBack(group.parentElement);
    pressed.focus();
    discard();
  });
  pressed.hidden = true;
  pressed.after(group);
  goOn.focus();
}

/**
 * The button is there again in place of the question.
 * @param {Element | null} holder
 */
export function takeQuestionBack(holder) {
  const group = holder?.querySelector(".recall-discard");
  const pressed = group?.previousElementSibling;
  if (pressed instanceof HTMLElement) pressed.hidden = false;
  group?.remove();
}
