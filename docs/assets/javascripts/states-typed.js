/*
 * The pages "States" of questions that are typed, put in order or matched: what to do in each, for states.js. What is
 * typed, chosen or moved names its place first: `type:1=`, `choose:Canada=`, `up:Boil the water`.
 */
"use strict";

(() => {
  const DEEDS = {
    "state-fill-focus": ["focus:1"],
    "state-fill-none": ["Check answer"],
    "state-fill-typed": ["type:1=24"],
    "state-fill-wrong": ["type:1=24", "type:2=noon", "Check answer"],
    "state-fill-known": ["type:1=12", "type:2=day", "Check answer"],
    "state-fill-close": ["type:1=Jupitr", "Check answer"],
    "state-fill-again": ["type:1=24", "type:2=noon", "Check answer", "Try again"],
    "state-fill-right": ["type:1=24", "type:2=day", "Check answer"],
    "state-fill-shown": ["type:1=24", "type:2=noon", "Show answer"],
    "state-fill-code-wrong": ["type:1=Range", "Check answer"],

    "state-number-none": ["type:1=many", "Check answer"],
    "state-number-wrong": ["type:1=1440", "Check answer"],
    "state-number-right": ["type:1=86,400", "Check answer"],
    "state-number-shown": ["type:1=1440", "Show answer"],

    "state-order-focus": ["focus:Move down"],
    "state-order-moved": ["up:Boil the water"],
    "state-order-wrong": ["up:Freeze the leaves", "up:Boil the water", "Check answer"],
    "state-order-right": ["order", "Check answer"],
    "state-order-shown": ["up:Boil the water", "Show answer"],
    "state-order-code-wrong": ["up:print(total)", "Check answer"],

    "state-match-focus": ["focus:Canada"],
    "state-match-none": ["Check answer"],
    "state-match-chosen": ["choose:Canada=Ottawa"],
    "state-match-wrong": ["choose:Canada=Ottawa", "choose:Brazil=Canberra", "Check answer"],
    "state-match-right": [
      "choose:Australia=Canberra",
      "choose:Canada=Ottawa",
      "choose:Brazil=Brasília",
      "Check answer",
    ],
    "state-match-shown": ["choose:Canada=Ottawa", "choose:Brazil=Canberra", "Show answer"],
  };

  /**
   * @param {Element} widget
   * @param {string} deed
   * @returns {Promise<boolean>} whether it is one of these
   */
  async function act(widget, deed) {
    const [, how, what = ""] = /^(type|choose|up):(.*)$/s.exec(deed) ?? [];
    const [place, ...rest] = what.split("=");
    const text = rest.join("=");
    if (how === "type") type(widget.querySelectorAll(".recall-gap > input")[Number(place) - 1], text);
    else if (how === "choose") choose(findSelect(widget, place), text);
    else if (how === "up") (await findPiece(widget, what)).querySelector("[aria-label='Move up']").click();
    else if (deed === "order") await order(widget);
    else return false;
    return true;
  }

  /** @param {HTMLInputElement} field @param {string} text */
  function type(field, text) {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** @param {Element} widget @param {string} name of a blank by its number, or of what a list belongs to */
  function findField(widget, name) {
    return /^\d$/.test(name) && widget.localName === "recall-fill"
      ? widget.querySelectorAll(".recall-gap > input")[Number(name) - 1]
      : findSelect(widget, name);
  }

  /** @param {Element} widget @param {string} name */
  function findSelect(widget, name) {
    const pairs = [...widget.querySelectorAll(".recall-pair")];
    return pairs.find((pair) => pair.innerText.startsWith(name))?.querySelector("select") ?? null;
  }

  /** @param {HTMLSelectElement} list @param {string} text */
  function choose(list, text) {
    list.value = [...list.options].find((option) => option.text === text).value;
    list.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** @param {Element} widget @param {string} text of a piece, which has its buttons once the script is there */
  async function findPiece(widget, text) {
    for (let tries = 0; tries < 300 && !widget.querySelector("[aria-label='Move up']"); tries += 1)
      await new Promise((done) => setTimeout(done, 50));
    return [...widget.querySelectorAll("li")].find((row) => row.textContent.includes(text) && row.checkVisibility());
  }

  /** Bring all pieces into their order, and leave out what is left. @param {Element} widget */
  async function order(widget) {
    const wanted = [...widget.querySelectorAll(".recall-ordered > li")].map((row) => row.textContent);
    for (const [at, text] of wanted.entries()) {
      const row = await findPiece(widget, text);
      for (let tries = 0; tries < 9 && [...row.parentElement.children].indexOf(row) !== at; tries += 1)
        row.querySelector("[aria-label='Move up']").click();
    }
    const last = () => widget.querySelectorAll(".recall-pieces > li")[wanted.length];
    for (let tries = 0; tries < 9 && last(); tries += 1) last().querySelector("[aria-label='Move down']").click();
  }

  globalThis.recallStates = { DEEDS, act, findField };
})();
