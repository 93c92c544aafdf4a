// The pages "States": brings each widget into the state that its heading names, by doing what a reader does, found by
// the names of controls. What a reader cannot do within a visit it arranges: records of an earlier one, a storage that
// refuses, and, where the page may read its stylesheet, rules for pointer and focus that hold for what is marked.
// Without it every widget is as it is at first, and can be read. states-deeds.js says what to do, and
// states-typed.js on the pages of questions that are typed, put in order or matched.
//
// Done, it says so in `data-states` of the root element: "ready", or the first control that was not found.
"use strict";

(() => {
  const { DEEDS, act: actTyped, findField } = globalThis.recallStates;

  /** The form of every test: its seed would be drawn by chance. */
  const SEED = "#seed=57a7e5";
  /** What the address says, before it names that form. */
  const { href: HREF } = location;
  const THEN = Date.UTC(2026, 10, 14, 12);
  const MISSED = [5, 7, 10];

  /** What was done on these pages before. */
  function forget() {
    for (const key of Object.keys(localStorage))
      if (/^recall:[^:]+:[a-z]+:state-/.test(key)) localStorage.removeItem(key);
  }

  /** Records as earlier visits left them. */
  function remember() {
    const site = document.querySelector("script[data-recall-site]")?.dataset.recallSite;
    /** @param {string} name @param {object} fields */
    const keep = (name, fields) =>
      localStorage.setItem(`recall:${site}:${name}`, JSON.stringify({ v: 1, time: THEN, ...fields }));
    /** @param {string} id @param {object} fact */
    const log = (id, fact) => {
      const entry = {
        id: `past-${id}`,
        time: THEN,
        context: "check",
        session: "past",
        help: [],
        rev: "00000000",
        ...fact,
      };
      keep(`i:${id}`, { log: [entry] });
    };
    log("state-mcq-changed", { kind: "attempt", outcome: "wrong", options: [] });
    log("state-explain-changed", { kind: "attempt", outcome: "wrong", options: [], concepts: [] });
    keep("d:state-explain-changed", { text: "A year is longer than 365 days.", concepts: [], hints: 0, answer: true });
    if (!document.getElementById("recall-state-card-good")) log("state-card-good", { kind: "rating", rating: "good" });
    keep("i:state-notice-newer", { v: 2 });
    const asked = Array.from({ length: 10 }, (_, index) => index + 1);
    for (const number of asked) {
      const outcome = MISSED.includes(number) ? "wrong" : "right";
      log(`state-past-${number}`, { kind: "attempt", outcome, options: [], context: "test" });
    }
    const ranks = asked.map((number) => (number > 8 ? 3 : number > 4 ? 2 : 1));
    const last = { session: "past", finished: THEN, items: asked.map((number) => `state-past-${number}`), ranks };
    keep("t:state-past", { last, page: location.pathname });
    log("state-goal-reached", { kind: "rating", rating: "good" });
    log("state-goal-again", { kind: "rating", rating: "again" });
    log("state-goal-more", { kind: "rating", rating: "good" });
    keep("t:state-placement-end", {
      ...{ seed: "57a7e5", session: "57a7e5.past.state-placement-end", finished: THEN },
      items: ["ref-two-bytes", "ref-step-all"],
      responses: { "ref-step-all": ["d9e78e26"], "ref-two-bytes": ["2c624232"] },
    });
    for (const map of document.querySelectorAll("recall-map")) map.dataset.recallTopics = describeTopics(keep);
    globalThis.rememberTopics?.(keep);
    for (const [test, answered] of Object.entries({
      "state-test-other": 2,
      "state-test-ask": 1,
      "state-test-result": 4,
    }))
      keep(`t:${test}`, makeRunning(test, answered));
    rememberTests("state-test-past", [["missed", "missed", "missed", "missed"], ["missed", "missed"], [], []], keep);
    rememberTests("state-test-result", [["open", "changed", "missed", "flagged", "gone"]], keep);
  }

  /**
   * A form that the reader began, of all questions of a test.
   * @param {string} test
   * @param {number} answered how many questions
   */
  function makeRunning(test, answered) {
    const items = [...document.querySelectorAll(`#recall-${test} recall-mcq`)].map((item) => item.dataset.recallId);
    const responses = Object.fromEntries(items.slice(0, answered).map((id) => [id, listOptions(id, true)]));
    return { items, responses, seed: "1eaf", session: "1eaf.now", at: items[0], finished: 0 };
  }

  /** @param {string} id of a question @param {boolean} right */
  function listOptions(id, right) {
    const question = document.getElementById(`recall-${id}`);
    const reasons = [...(question?.querySelectorAll(".recall-solution .recall-reasons > li") ?? [])];
    const inputs = [...(question?.querySelectorAll("fieldset > ol > li input") ?? [])];
    return inputs.filter((_, at) => "recallKey" in (reasons[at]?.dataset ?? {}) === right).map(({ value }) => value);
  }

  /**
   * Tests that were finished, the last one at that time and each other one four days before the next.
   * @param {string} test
   * @param {string[][]} forms how their first questions were answered where that is not right
   * @param {(name: string, fields: object) => void} keep
   */
  function rememberTests(test, forms, keep) {
    const items = [...document.querySelectorAll(`#recall-${test} recall-mcq`)];
    if (items.length === 0) return;
    /** @param {string} id @param {string} rev @param {number} index of the question */
    const entriesOf = (id, rev, index) =>
      forms.map((ways, form) => {
        const time = THEN - (forms.length - 1 - form) * 4 * 24 * 60 * 60 * 1000 + index;
        const session = `${test.split("-").at(-1)}${form}.${form}`;
        const way = ways[index] ?? "";
        const right = !["open", "missed"].includes(way);
        const flagged = way === "flagged" ? { flagged: true } : {};
        const options = way === "open" ? [] : right ? listOptions(id, true) : listOptions(id, false).slice(0, 1);
        const said = { id: `${id}-${form}`, time, kind: "attempt", outcome: right ? "right" : "wrong", options };
        return { ...said, context: "test", session, help: [], rev: way === "changed" ? "00000000" : rev, ...flagged };
      });
    for (const [index, { dataset }] of items.entries())
      keep(`i:${dataset.recallId}`, { log: entriesOf(dataset.recallId, dataset.recallRev, index) });
    const index = forms[0].indexOf("gone");
    if (index >= 0) keep(`i:${test}-gone`, { log: entriesOf(`${test}-gone`, "00000000", index) });
  }

  /** Of the topics of a map: right answers of each of their tests, the last one first, and its number of questions. */
  const TESTED = {
    "fine-tuning": [10, [10, 10]],
    tokenizers: [10, [10]],
    datasets: [10, [6]],
    heads: [10, []],
    metrics: [10, [2]],
    overfitting: [3, [1]],
    trainer: [10, []],
  };

  /**
   * A site with topics that are in the states of a map, of which nothing is stored but what belongs to this page.
   * @param {(name: string, fields: object) => void} keep
   * @returns {string} what its manifest would say
   */
  function describeTopics(keep) {
    const topics = Object.entries(TESTED).map(([name, [length, tests]]) => {
      const test = `state-map-${name}`;
      const items = Array.from({ length }, (_, index) => ({
        id: `${test}-${index}`,
        rank: 1 + (index > 3) + (index > 7),
      }));
      const times = tests.map((_, age) => THEN - age * 2 * 86_400_000);
      items.forEach(({ id }, index) => {
        const entries = tests.map((right, age) => ({
          ...{ id: `past-${id}-${age}`, time: times[age], kind: "attempt", options: ["a"], help: [], rev: "00000000" },
          ...{ context: "test", session: `57a7e${age}.past`, outcome: index < right ? "right" : "wrong" },
        }));
        if (entries.length > 0) keep(`i:${id}`, { log: entries });
      });
      const last = { session: "57a7e0.past", finished: THEN, items: items.map(({ id }) => id) };
      if (tests.length > 0) keep(`t:${test}`, { last: { ...last, ranks: items.map(({ rank }) => rank) } });
      return {
        ...{
          path: `topics/${name}.html`,
          source: `topics/${name}.md`,
          title: name,
          learn: "",
          data: "",
          objectives: {},
        },
        each: { kind: "mcq", rev: "00000000", deck: test, test: true },
        items,
      };
    });
    return JSON.stringify({ site: "", name: "", topics, tests: [], root: "../", fixed: true });
  }

  /** Refuse to keep what two of the questions store, in the two ways in which browsers do. */
  function refuse() {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      // What is due on these pages is none of the reader's.
      if (key.endsWith(":due")) return;
      if (key.endsWith("state-notice-memory")) throw new DOMException("", "SecurityError");
      if (key.endsWith("state-notice-full")) throw new DOMException("", "QuotaExceededError");
      setItem.call(this, key, value);
    };
  }

  /** @param {CSSRuleList} rules which shall hold for marked parts as well */
  function extend(rules) {
    for (const rule of rules) {
      if (/:(hover|focus-visible)/.test(rule.selectorText ?? "")) {
        rule.selectorText = rule.selectorText
          .replaceAll(":hover", ":is(:hover, [data-states-hover])")
          .replaceAll(":focus-visible", ":is(:focus-visible, [data-states-focus])");
      }
      if (rule.cssRules) extend(rule.cssRules);
    }
  }

  function extendSheets() {
    for (const sheet of document.styleSheets) {
      if (!/\/assets\/recall\/[^/]+\.css$/.test(sheet.href ?? "")) continue;
      try {
        extend(sheet.cssRules);
      } catch {
        // From disk every file is an origin of its own, and its rules are not for others.
      }
    }
  }

  /** @param {Element} widget @param {string} deed */
  async function act(widget, deed) {
    const [, how, what] = /^(?:(hover|focus|write):)?(.*)$/s.exec(deed);
    if (how === "write") return write(widget.querySelector("textarea"), what);
    if (await actTyped?.(widget, deed)) return;
    const found = findField?.(widget, what) ?? (await find(widget, what));
    if (!found) throw new Error(`${widget.id}: ${deed}`);
    if (how === "hover") (found.closest("fieldset li") ?? found).setAttribute("data-states-hover", "");
    else if (how === "focus") (found.control ?? found).setAttribute("data-states-focus", "");
    else found.click();
  }

  /**
   * A control by its name; a test begins once its page knows what is kept.
   * @param {Element} widget
   * @param {string} name
   */
  async function find(widget, name) {
    // 15 s: a busy machine takes its time, and only a control that is missing makes anyone wait.
    for (let tries = 0; tries < 300; tries += 1) {
      const controls = [...widget.querySelectorAll("button, summary, label, a")];
      const found = controls.find((each) => each.checkVisibility() && isNamed(each, name));
      if (found) return found;
      await new Promise((done) => setTimeout(done, 50));
    }
    return null;
  }

  /** @param {HTMLElement} control @param {string} name of a link: a part of it */
  function isNamed(control, name) {
    if (control.matches("a")) return control.innerText.includes(name);
    return (control.getAttribute("aria-label")?.replace(/,.*/, "") ?? textOf(control)) === name;
  }

  /** What is seen of a control and belongs to its name. @param {HTMLElement} control */
  function textOf(control) {
    const beside = [...control.querySelectorAll("span[aria-hidden]")].map((part) => part.innerText);
    return beside.reduce((text, part) => text.replace(part, ""), control.innerText).trim();
  }

  /** @param {HTMLTextAreaElement} field @param {string} text */
  function write(field, text) {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** The reader begins where the address says, whatever the deeds have scrolled to. */
  function goBack() {
    document.activeElement?.blur();
    const target = document.getElementById(location.hash.slice(1));
    if (target) target.scrollIntoView({ behavior: "instant" });
    else scrollTo({ top: 0, behavior: "instant" });
  }

  async function show() {
    if (!customElements.get("recall-mcq")) return;
    extendSheets();
    let outcome = "ready";
    await globalThis.recallStates.arranged;
    for (const [id, deeds] of Object.entries(DEEDS)) {
      const widget = document.getElementById(`recall-${id}`);
      if (!widget) continue;
      history.replaceState(history.state, "", SEED);
      try {
        for (const deed of deeds) await act(widget, deed);
      } catch (error) {
        if (outcome === "ready") outcome = error.message;
      }
    }
    history.replaceState(history.state, "", HREF);
    goBack();
    document.documentElement.dataset.states = outcome;
  }

  // Under instant navigation the other script has shown already what was kept: begin anew with what is wanted.
  if (document.readyState !== "loading") return location.reload();
  try {
    history.replaceState(history.state, "", SEED);
    forget();
    remember();
    refuse();
  } catch {
    // Where nothing can be kept, nothing was.
  }
  // As a faulty question would: it leaves the bank too small.
  document.getElementById("recall-state-test-small-1")?.remove();
  // Not before: until the stylesheet has come, parts are in view that it hides.
  window.addEventListener("load", show, { once: true });
})();
