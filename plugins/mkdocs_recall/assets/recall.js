/* Built from client/ by "npm run bundle": change it there. */
"use strict";
(() => {
  // icons.js
  var SVG = "http://www.w3.org/2000/svg";
  var PATHS = Object.freeze({
    check: "M5 12.5l4.5 4.5L19 7.5",
    cross: "M6 6l12 12M18 6L6 18"
  });
  function icon(name) {
    const svg = document.createElementNS(SVG, "svg");
    const attributes = {
      class: "recall-icon",
      viewBox: "0 0 24 24",
      width: "24",
      height: "24",
      fill: "none",
      stroke: "currentColor",
      "stroke-width": "2",
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
      "aria-hidden": "true"
    };
    for (const [attribute, value] of Object.entries(attributes)) svg.setAttribute(attribute, value);
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", PATHS[name]);
    svg.append(path);
    return svg;
  }

  // announcer.js
  var PAUSE = 50;
  var Announcer = class {
    #timer = 0;
    #pending = null;
    say(region, content) {
      this.flush();
      const fill = () => {
        region.replaceChildren(content);
        if (region.textContent && region.getBoundingClientRect().bottom > window.innerHeight) {
          region.scrollIntoView({ block: "nearest", behavior: "instant" });
        }
      };
      const same = region.textContent !== "" && region.textContent === content.textContent;
      if (!same && !region.hasAttribute("aria-live")) return fill();
      empty(region);
      this.#pending = fill;
      this.#timer = window.setTimeout(() => this.flush(), PAUSE);
    }
    show(region, content) {
      this.flush();
      region.setAttribute("aria-live", "off");
      region.replaceChildren(content);
    }
    flush() {
      window.clearTimeout(this.#timer);
      const pending = this.#pending;
      this.#pending = null;
      pending?.();
    }
  };
  function empty(region) {
    const blank = document.createElement("span");
    blank.style.display = "block";
    blank.style.blockSize = `${region.offsetHeight}px`;
    region.replaceChildren(blank);
    region.removeAttribute("aria-live");
  }

  // words.js
  var WORDS = Object.freeze({
    check: "Check answer",
    tryAgain: "Try again",
    showHint: "Show hint",
    hideHints: "Hide hints",
    showAnswer: "Show answer",
    hideAnswer: "Hide answer",
    chooseFirst: "Choose an answer first.",
    notYet: "Not yet",
    changed: "Changed since you answered.",
    again: "Again",
    good: "Good",
    answers: "Answers"
  });
  var MARKS = Object.freeze({
    wrong: "Your choice: not correct",
    tried: "Tried",
    right: "Correct",
    missed: "The answer",
    missedPart: "Part of the answer"
  });
  var NOTICES = Object.freeze({
    memory: "This browser does not let pages save. Your progress lasts until you close this page.",
    full: "No room left to save. Nothing stored was lost; export your progress to be safe.",
    newer: "Saved by a newer version of this site. Your progress lasts until you close this page."
  });
  function showStep(step, steps) {
    return `Show step ${step} of ${steps}`;
  }
  function correct(tries, helped) {
    const words = ["Correct"];
    if (tries > 1) words.push(`on try ${tries}`);
    if (helped) words.push("with help");
    return words.join(", ");
  }
  function counts(found, keys, stray) {
    const sentence = `${found} of ${keys} found.`;
    if (stray === 0) return sentence;
    const one = new Intl.PluralRules("en").select(stray) === "one";
    return `${sentence} ${stray} ${one ? "choice does" : "choices do"} not belong.`;
  }
  function answerIs(letters) {
    const list = new Intl.ListFormat("en-GB", { type: "conjunction" });
    return `Answer: ${list.format(letters)}`;
  }
  function tally(recalled, cards) {
    return `${recalled} of ${cards} recalled`;
  }

  // help.js
  var Help = class {
    #item;
    #hints = 0;
    #hintsHidden = false;
    #steps = 0;
    #answer = false;
    used = new Set();
    constructor(item) {
      this.#item = item;
    }
    get answer() {
      return this.#answer;
    }
    get opened() {
      return { hints: this.#hints, steps: this.#steps, answer: this.#answer };
    }
    restore({ hints, steps, answer }) {
      this.#hints = Math.min(hints, this.#all(".recall-hint").length);
      this.#hintsHidden = false;
      this.#steps = Math.min(steps, this.#all(".recall-step").length);
      this.#answer = answer;
      this.#render();
      this.carryOver();
    }
    pressHint() {
      const all = this.#hints === this.#all(".recall-hint").length;
      this.#hintsHidden = all && !this.#hintsHidden;
      if (!all) this.#hints += 1;
      this.used.add("hint");
      this.#render();
    }
    pressStep() {
      const steps = this.#all(".recall-step");
      this.#steps = Math.min(this.#steps + 1, steps.length);
      this.used.add("step");
      this.#render();
      steps[this.#steps - 1]?.focus();
      this.#render();
    }
    pressAnswer() {
      this.#answer = !this.#answer;
      this.used.add("answer");
      this.#render();
    }
    carryOver() {
      if (this.#hintsHidden) this.#hints = 0;
      this.used.clear();
      if (this.#hints > 0) this.used.add("hint");
      if (this.#steps > 0) this.used.add("step");
      if (this.#answer) this.used.add("answer");
    }
    #render() {
      const hints = this.#all(".recall-hint");
      const steps = this.#all(".recall-step");
      const hintsShown = this.#hintsHidden ? 0 : this.#hints;
      const stepsShown = this.#answer ? steps.length : this.#steps;
      this.#open(".recall-hints", hints, hintsShown);
      this.#open(".recall-steps", steps, stepsShown);
      this.#open(".recall-solution", [], Number(this.#answer));
      this.#label("hint", hintsShown > 0 && hintsShown === hints.length ? WORDS.hideHints : WORDS.showHint);
      this.#label("answer", this.#answer ? WORDS.hideAnswer : WORDS.showAnswer);
      const next = Math.min(stepsShown + 1, steps.length);
      const button = this.#label("step", showStep(next, steps.length));
      if (button) button.hidden = stepsShown === steps.length && button !== document.activeElement;
    }
    #open(name, parts, shown) {
      const details = this.#item.querySelector(name);
      parts.forEach((part, index) => part.hidden = index >= shown);
      details?.toggleAttribute("open", shown > 0);
    }
    #label(kind, text2) {
      const button = this.#item.querySelector(`[data-recall-do="${kind}"]`);
      if (button) button.textContent = text2;
      return button;
    }
    #all(selector) {
      return [...this.#item.querySelectorAll(selector)].filter((found) => found instanceof HTMLElement);
    }
  };

  // log.js
  var HELP = ["hint", "step", "answer"];
  var OUTCOMES = ["right", "wrong", "shown"];
  var RATINGS = ["again", "good"];
  var LAST_TIME = 864e13;
  function readEntries(value) {
    if (!Array.isArray(value)) return [];
    return value.map(readEntry).filter((entry) => entry !== null);
  }
  function readEntry(value) {
    const stored = fields(value);
    const { id, time } = stored;
    if (typeof id !== "string" || id === "") return null;
    if (typeof time !== "number" || !(time >= 0 && time <= LAST_TIME)) return null;
    const fact = readFact(stored);
    return fact && { id, time, ...fact };
  }
  function readFact(stored) {
    const shared = {
      context: text(stored.context),
      session: text(stored.session),
      help: HELP.filter((kind) => texts(stored.help).includes(kind)),
      rev: text(stored.rev)
    };
    const outcome = OUTCOMES.find((known) => known === stored.outcome);
    const rating = RATINGS.find((known) => known === stored.rating);
    switch (stored.kind) {
      case "attempt":
        return outcome ? { kind: "attempt", outcome, options: texts(stored.options), ...shared } : null;
      case "rating":
        return rating ? { kind: "rating", rating, ...shared } : null;
      case "reset":
        return { kind: "reset" };
      case "undo":
        return typeof stored.of === "string" ? { kind: "undo", of: stored.of } : null;
      default:
        return null;
    }
  }
  function fields(value) {
    return Object.assign(Object.create(null), typeof value === "object" ? value : null);
  }
  function text(value) {
    return typeof value === "string" ? value : "";
  }
  function texts(value) {
    if (!Array.isArray(value)) return [];
    return [...new Set(value.filter((each) => typeof each === "string"))];
  }
  function union(logs) {
    const byId = new Map();
    for (const entry of logs.flat()) if (!byId.has(entry.id)) byId.set(entry.id, entry);
    return [...byId.values()].sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1));
  }
  function stateOf(entries, rev) {
    return standing(entries).reduce((state, entry) => advance(state, entry, rev), FRESH);
  }
  var FRESH = Object.freeze({
    outcome: null,
    chosen: [],
    tries: 0,
    tried: [],
    help: [],
    changed: false,
    rating: null
  });
  function standing(entries) {
    const undone = new Set(entries.map((entry) => entry.kind === "undo" ? entry.of : null));
    const kept = entries.filter((entry) => entry.kind !== "undo" && !undone.has(entry.id));
    return kept.slice(kept.map((entry) => entry.kind).lastIndexOf("reset") + 1);
  }
  function advance(state, fact, rev) {
    if (fact.kind === "rating") return { ...state, rating: fact.rating };
    if (fact.kind !== "attempt") return state;
    const { rating } = state;
    if (fact.rev !== rev) return { ...FRESH, chosen: fact.options, changed: true, rating };
    const round = state.outcome === "wrong" ? state : FRESH;
    return {
      outcome: fact.outcome,
      chosen: fact.options,
      tries: round.tries + 1,
      tried: fact.outcome === "wrong" ? texts([...round.tried, ...fact.options]) : round.tried,
      help: distinctHelp([...round.help, ...fact.help]),
      changed: false,
      rating
    };
  }
  function helpSoFar(state, used) {
    return distinctHelp([...state.outcome === "wrong" ? state.help : [], ...used]);
  }
  function distinctHelp(kinds) {
    return HELP.filter((kind) => kinds.includes(kind));
  }

  // draft.js
  function readDraft(record) {
    const stored = fields(record);
    return {
      options: texts(stored.options),
      hints: count(stored.hints),
      steps: count(stored.steps),
      answer: stored.answer === true
    };
  }
  function count(value) {
    return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : 0;
  }
  function isEmpty(draft) {
    return draft.options.length === 0 && draft.hints === 0 && draft.steps === 0 && !draft.answer;
  }
  function isLater(draft, state) {
    const same = draft.options.length === state.chosen.length && draft.options.every((id) => state.chosen.includes(id));
    return !(same && (draft.options.length > 0 || draft.answer));
  }

  // store.js
  var VERSION = 1;
  function memoryShelf() {
    const methods = {
      getItem: (key) => values[key] ?? null,
      setItem: (key, value) => void (values[key] = value),
      removeItem: (key) => void delete values[key]
    };
    const values = Object.create(methods);
    return values;
  }
  function openShelf(access) {
    try {
      const storage = access();
      storage?.getItem("recall:");
      return storage ?? null;
    } catch {
      return null;
    }
  }
  function randomId(crypto2) {
    return Array.from(crypto2.getRandomValues(new Uint32Array(10)), (number) => (number % 36).toString(36)).join("");
  }
  var Store = class {
    #prefix;
    #shelf;
    #lasts;
    #sources;
    #unsaved = new Map();
    #lastTime = 0;
    constructor(site, shelf, sources) {
      this.#prefix = `recall:${site}:`;
      this.#shelf = shelf ?? memoryShelf();
      this.#lasts = shelf !== null;
      this.#sources = sources;
      this.session = sources.newId();
    }
    items() {
      const ids = new Set(this.#unsaved.keys());
      const keys = Object.keys(this.#shelf).filter((key) => key.startsWith(this.#prefix));
      for (const key of keys) {
        const name = key.slice(this.#prefix.length);
        if (/^[id]:/.test(name)) ids.add(name.slice(2));
      }
      return ids;
    }
    entries(ids) {
      return union(ids.flatMap((id) => [readEntries(this.#read("i", id).record?.log), this.#unsavedOf(id)]));
    }
    append(item, fact) {
      const entry = { id: this.#sources.newId(), time: this.#nextTime(), ...fact };
      const unsaved = [...this.#unsavedOf(item), entry];
      const trouble = this.#add(item, unsaved);
      if (trouble) this.#unsaved.set(item, unsaved);
      else this.#unsaved.delete(item);
      return trouble ?? (this.#lasts ? null : "memory");
    }
    draft(item) {
      const { record } = this.#read("d", item);
      return record && readDraft(record);
    }
    saveDraft(item, draft) {
      const time = this.#nextTime();
      this.#write("d", item, () => isEmpty(draft) ? null : { v: VERSION, time, ...draft });
    }
    #add(item, added) {
      return this.#write("i", item, (record) => {
        const log = Array.isArray(record?.log) ? record.log : [];
        return { ...record, v: VERSION, log: [...log, ...added] };
      });
    }
    #write(kind, item, change) {
      const { record, trouble } = this.#read(kind, item);
      if (trouble) return trouble;
      try {
        const changed = change(record);
        if (changed) this.#shelf.setItem(this.#key(kind, item), JSON.stringify(changed));
        else this.#shelf.removeItem(this.#key(kind, item));
        return null;
      } catch (error) {
        return troubleOf(error);
      }
    }
    #read(kind, item) {
      try {
        const raw = this.#shelf.getItem(this.#key(kind, item));
        if (raw === null) return { record: null, trouble: null };
        const record = parse(raw);
        if (isNewer(record)) return { record, trouble: "newer" };
        if (record.v === VERSION && (kind === "d" || Array.isArray(record.log))) return { record, trouble: null };
        this.#setAside(kind, item, raw);
        return { record: null, trouble: null };
      } catch (error) {
        return { record: null, trouble: troubleOf(error) };
      }
    }
    #setAside(kind, item, raw) {
      let time = this.#sources.now();
      const key = () => this.#key("bad", `${item}:${time}`);
      while (this.#shelf.getItem(key()) !== null) time += 1;
      this.#shelf.setItem(key(), raw);
      this.#shelf.removeItem(this.#key(kind, item));
    }
    #unsavedOf(item) {
      return this.#unsaved.get(item) ?? [];
    }
    #nextTime() {
      this.#lastTime = Math.max(this.#sources.now(), this.#lastTime + 1);
      return this.#lastTime;
    }
    #key(kind, name) {
      return `${this.#prefix}${kind}:${name}`;
    }
  };
  function parse(raw) {
    try {
      return fields(JSON.parse(raw));
    } catch {
      return fields(null);
    }
  }
  function isNewer({ v }) {
    return typeof v === "number" && Number.isInteger(v) && v > VERSION;
  }
  function troubleOf(error) {
    return error instanceof Error && /quota/i.test(error.name) ? "full" : "memory";
  }

  // site.js
  var stores = new Map();
  function siteStore() {
    const script = document.querySelector("script[data-recall-site]");
    const site = script?.getAttribute("data-recall-site") ?? "";
    const store = stores.get(site) ?? openStore(site);
    stores.set(site, store);
    return store;
  }
  function openStore(site) {
    return new Store(site, openShelf(() => window.localStorage), { now: () => Date.now(), newId: () => randomId(crypto) });
  }

  // rows.js
  function readRows(item) {
    const reasons = new Map();
    for (const reason of item.querySelectorAll(".recall-solution .recall-reason")) reasons.set(optionOf(reason), reason);
    return [...item.querySelectorAll(".recall-option")].flatMap((element2) => {
      const input = element2.querySelector("input");
      if (!(element2 instanceof HTMLElement) || !input) return [];
      const id = optionOf(element2);
      const reason = reasons.get(id) ?? null;
      const letter = element2.querySelector(".recall-letter")?.textContent ?? "";
      return [{ id, letter, key: reason?.hasAttribute("data-recall-key") ?? false, reason, element: element2, input }];
    });
  }
  function optionOf(element2) {
    return element2.getAttribute("data-recall-option") ?? "";
  }
  function chosenOf(rows) {
    return rows.filter((row) => row.input.checked);
  }
  function keysOf(rows) {
    return rows.filter((row) => row.key);
  }
  function idsOf(rows) {
    return rows.map((row) => row.id);
  }
  function stateOfRow({ element: element2 }) {
    return (
      element2.dataset.recallState ?? null
    );
  }
  function setRow({ element: element2 }, state, several = false) {
    const mark = element2.querySelector(".recall-mark");
    if (state === null) {
      delete element2.dataset.recallState;
      mark?.replaceChildren();
      return;
    }
    element2.dataset.recallState = state;
    const words = state === "missed" && several ? MARKS.missedPart : MARKS[state];
    mark?.replaceChildren(icon(state === "wrong" || state === "tried" ? "cross" : "check"), words);
  }

  // score.js
  function score(chosen, keys) {
    const response = new Set(chosen);
    const found = keys.filter((key) => response.has(key)).length;
    const stray = response.size - found;
    return { right: found > 0 && found === keys.length && stray === 0, found, stray };
  }
  function rowState({ id, key }, { outcome, chosen, tried }) {
    if (chosen.includes(id)) return key ? "right" : "wrong";
    if (key) return outcome === "shown" ? "missed" : null;
    return tried.includes(id) ? "tried" : null;
  }
  function rowStateAfter(state, chosen) {
    if (state === "wrong") return "tried";
    return state === "right" && !chosen ? null : state;
  }

  // verdict.js
  var ICONS = Object.freeze({ right: "check", wrong: "cross", shown: "check" });
  var TIES = ["id", "name", "for", "data-recall-option", "data-recall-key"];
  function verdictOf(rows, { outcome, tries, help }) {
    const chosen = chosenOf(rows);
    const keys = keysOf(rows);
    const { found, stray } = score(idsOf(chosen), idsOf(keys));
    const several = keys.length > 1;
    const sums = several && chosen.length > 0 ? [element("p", "recall-counts", counts(found, keys.length, stray))] : [];
    if (outcome === "shown") return verdictPanel(outcome, answerIs(keys.map((row) => row.letter)), sums);
    const reasons = copyReasons(chosen, several);
    if (outcome === "wrong") return verdictPanel(outcome, WORDS.notYet, [...sums, ...reasons]);
    return verdictPanel(outcome, correct(tries, help.length > 0), reasons);
  }
  function verdictPanel(verdict, title, details = []) {
    const panel = element("div", "recall-panel");
    panel.dataset.recallVerdict = verdict;
    if (verdict !== "notice") panel.append(icon(ICONS[verdict]));
    const body = element("div", "recall-body");
    body.append(element("p", "recall-title", title), ...details);
    panel.append(body);
    const content = document.createDocumentFragment();
    content.append(panel);
    return content;
  }
  function copyReasons(rows, several) {
    const told = rows.flatMap((row) => row.reason?.querySelector(".recall-body")?.hasChildNodes() ? row.reason : []);
    const copies = told.map(copyOf);
    if (!several) return copies.flatMap((copy) => [...copy.querySelector(".recall-body")?.childNodes ?? []]);
    const list = element("ol", "recall-reasons");
    list.append(...copies);
    return copies.length > 0 ? [list] : [];
  }
  function copyOf(source) {
    const copy = (
      source.cloneNode(true)
    );
    for (const control of copy.querySelectorAll("nav, button")) control.remove();
    for (const each of [copy, ...copy.querySelectorAll("*")]) for (const tie of TIES) each.removeAttribute(tie);
    return copy;
  }
  function element(tag, className, text2 = "") {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text2;
    return made;
  }

  // item.js
  var CONTEXT = "check";
  var RecallItemElement = class extends HTMLElement {
    announcer = new Announcer();
    #help = null;
    #settled = false;
    disconnectedCallback() {
      this.announcer.flush();
    }
    restore() {
      if (!this.#settled) this.showStored();
      this.#settled = true;
    }
    showStored() {
    }
    get keyLetters() {
      return [];
    }
    get itemId() {
      return this.dataset.recallId ?? "";
    }
    get ids() {
      return [this.itemId, ...this.dataset.recallAka?.split(" ") ?? []];
    }
    get rev() {
      return this.dataset.recallRev ?? "";
    }
    get help() {
      return this.#help ??= new Help(this);
    }
    get state() {
      return stateOf(siteStore().entries(this.ids), this.rev);
    }
    get draft() {
      return siteStore().draft(this.itemId);
    }
    saveDraft(options) {
      this.#settled = true;
      siteStore().saveDraft(this.itemId, { options, ...this.help.opened });
    }
    tell(content, silent = false) {
      const status = this.querySelector(".recall-status");
      if (status && silent) this.announcer.show(status, content);
      else if (status) this.announcer.say(status, content);
    }
    record(response, used, show) {
      const detail = { ...response, item: this.itemId, kind: this.localName.replace("recall-", "") };
      const options = { bubbles: true, detail };
      if (!this.dispatchEvent(new CustomEvent("recall-attempt", { ...options, cancelable: true }))) return;
      const store = siteStore();
      const before = this.state;
      const fact = { ...response, context: CONTEXT, session: store.session, help: helpSoFar(before, used), rev: this.rev };
      const trouble = store.append(this.itemId, fact);
      this.#settled = true;
      show(before, fact);
      if (trouble) this.#notice(NOTICES[trouble]);
      this.dispatchEvent(new CustomEvent("recall-attempted", options));
    }
    #notice(text2) {
      const notices = [...document.querySelectorAll(".recall-notice")];
      if (!notices.some((notice) => notice.textContent === text2)) this.append(element("p", "recall-notice", text2));
    }
  };
  function actionOf({ target }) {
    const button = target instanceof Element ? target.closest("[data-recall-do]") : null;
    return button?.getAttribute("data-recall-do");
  }

  // card.js
  var RecallCardElement = class extends RecallItemElement {
    connectedCallback() {
      this.addEventListener("click", this);
    }
    handleEvent(event) {
      const action = actionOf(event);
      if (action === "again" || action === "good") this.#rate(action);
      if (action === "hint") {
        this.help.pressHint();
        this.saveDraft([]);
      }
    }
    showStored() {
      const { draft, state } = this;
      if (draft) this.help.restore(draft);
      if (state.rating) this.#showRating(state.rating, true);
    }
    #rate(rating) {
      this.record({ kind: "rating", rating }, this.help.used, () => {
        this.#showRating(rating);
        const sheet = this.closest(".recall-sheet");
        if (sheet) showTally(sheet);
        this.help.carryOver();
        this.saveDraft([]);
      });
    }
    #showRating(rating, silent) {
      this.dataset.recallRating = rating;
      const content = document.createDocumentFragment();
      content.append(icon("check"), WORDS[rating]);
      this.tell(content, silent);
    }
  };
  function showTally(sheet) {
    const cards = sheet.querySelectorAll("recall-card").length;
    const recalled = sheet.querySelectorAll('recall-card[data-recall-rating="good"]').length;
    const count2 = sheet.querySelector(".recall-count");
    if (count2) count2.textContent = tally(recalled, cards);
    const segments = sheet.querySelectorAll(".recall-segments > i");
    segments.forEach((segment, index) => segment.toggleAttribute("data-recall-on", index < recalled));
  }

  // keys.js
  var TEXT_FIELDS = "textarea, select, input:not([type=radio], [type=checkbox]), [contenteditable]";
  function digitOf(event) {
    if (event.defaultPrevented || event.repeat || event.isComposing) return 0;
    if (event.ctrlKey || event.metaKey || event.altKey) return 0;
    if (!/^[1-9]$/.test(event.key)) return 0;
    return event.target instanceof Element && event.target.closest(TEXT_FIELDS) ? 0 : Number(event.key);
  }

  // mcq.js
  var CLOSED = Object.freeze({ hints: 0, steps: 0, answer: false });
  var RecallMcqElement = class extends RecallItemElement {
    connectedCallback() {
      for (const type of ["click", "submit", "change", "keydown"]) this.addEventListener(type, this);
    }
    handleEvent(event) {
      if (event.type === "submit") this.#submit(event);
      if (event.type === "change") this.#change(event);
      if (event.type === "click") this.#help(actionOf(event));
      if (event instanceof KeyboardEvent) this.#digit(event);
    }
    showStored() {
      const { draft, state } = this;
      const { outcome, changed } = state;
      const begun = draft !== null && (outcome === null && !changed || isLater(draft, state));
      if (begun) this.#choose(draft.options);
      if (draft && (begun || !changed)) this.help.restore(draft);
      if (changed) this.tell(verdictPanel("notice", WORDS.changed), true);
      if (outcome && !begun) {
        this.#choose(state.chosen);
        this.#showOutcome({ ...state, outcome }, true);
      } else if (outcome === "wrong") {
        for (const row of readRows(this)) setRow(row, rowState(row, { outcome, chosen: [], tried: state.tried }));
      }
    }
    get keyLetters() {
      return keysOf(readRows(this)).map((row) => row.letter);
    }
    get #over() {
      const { recallState } = this.dataset;
      return recallState === "right" || recallState === "shown";
    }
    #submit(event) {
      event.preventDefault();
      if (this.dataset.recallState) this.#tryAgain();
      else this.#check();
    }
    #check() {
      const rows = readRows(this);
      const chosen = idsOf(chosenOf(rows));
      if (chosen.length > 0) return this.#attempt(score(chosen, idsOf(keysOf(rows))).right ? "right" : "wrong");
      this.tell(verdictPanel("notice", WORDS.chooseFirst));
      rows[0]?.input.focus();
    }
    #tryAgain() {
      if (this.#over) this.help.restore(CLOSED);
      this.#choose([]);
      this.#leaveVerdict();
      this.#saveDraft();
      readRows(this)[0]?.input.focus();
    }
    #change(event) {
      if (!readRows(this).some((row) => row.input === event.target)) return;
      this.#leaveVerdict();
      this.#saveDraft();
    }
    #leaveVerdict() {
      const over = this.#over;
      for (const row of readRows(this)) setRow(row, over ? null : rowStateAfter(stateOfRow(row), row.input.checked));
      if (over) {
        this.help.carryOver();
        this.tell(document.createDocumentFragment());
      }
      delete this.dataset.recallState;
      this.#label(WORDS.check);
    }
    #help(action) {
      if (action === "hint") this.help.pressHint();
      else if (action === "step") this.help.pressStep();
      else if (action === "answer") this.#pressAnswer();
      else return;
      this.#saveDraft();
    }
    #pressAnswer() {
      if (this.#over || this.help.answer) this.help.pressAnswer();
      else this.#attempt("shown");
    }
    #digit(event) {
      const row = readRows(this)[digitOf(event) - 1];
      if (!row) return;
      event.preventDefault();
      row.input.focus();
      row.input.click();
    }
    #attempt(outcome) {
      const options = idsOf(chosenOf(readRows(this)));
      const help = outcome === "shown" ? [
        ...this.help.used,
        "answer"
      ] : this.help.used;
      this.record({ kind: "attempt", outcome, options }, help, (before, fact) => {
        if (outcome === "shown") this.help.pressAnswer();
        this.#showOutcome({ ...advance(before, fact, this.rev), outcome });
        this.#saveDraft();
      });
    }
    #showOutcome(state, silent) {
      const rows = readRows(this);
      const several = keysOf(rows).length > 1;
      this.dataset.recallState = state.outcome;
      for (const row of rows) setRow(row, rowState(row, state), several);
      this.#label(WORDS.tryAgain);
      this.tell(verdictOf(rows, state), silent);
    }
    #saveDraft() {
      const known = this.dataset.recallState && isEmpty({ ...this.help.opened, options: [] });
      this.saveDraft(known ? [] : idsOf(chosenOf(readRows(this))));
    }
    #choose(ids) {
      for (const row of readRows(this)) row.input.checked = ids.includes(row.id);
    }
    #label(text2) {
      const button = this.querySelector(".recall-check");
      if (button) button.textContent = text2;
    }
  };

  // print.js
  var DETAILS = ":is(.recall-hints, .recall-steps, .recall-solution, .recall-reveal)";
  var PrintedKey = class {
    #undo = [];
    handleEvent(event) {
      this.#takeBack();
      if (event.type === "beforeprint") this.#build();
    }
    #build() {
      const items = [...document.querySelectorAll(".recall-item")].filter((found) => found instanceof RecallItemElement);
      const last = items.at(-1);
      if (!last) return;
      this.#keepDetails();
      const list = document.createElement("ol");
      list.append(...items.map((item) => this.#entry(item)));
      const section = element("section", "recall-key");
      section.append(element("h2", "recall-key-title", WORDS.answers), list);
      (last.closest("article, main, [role=main]") ?? document.body).append(section);
      this.#undo.push(() => section.remove());
    }
    #entry(item) {
      const entry = element("li", "recall-key-entry");
      entry.append(
        element("span", "recall-number", item.querySelector(".recall-number")?.textContent ?? ""),
        " ",
        element("strong", "recall-key-letters", item.keyLetters.join(", "))
      );
      for (const answer of item.querySelectorAll(`${DETAILS}:not(.recall-hints) > recall-answer`)) this.#move(answer, entry);
      for (const step of entry.querySelectorAll(".recall-step[hidden]")) this.#reveal(step);
      return entry;
    }
    #move(answer, entry) {
      const { parentNode, nextSibling } = answer;
      entry.append(answer);
      this.#undo.push(() => parentNode?.insertBefore(answer, nextSibling));
    }
    #reveal(step) {
      step.removeAttribute("hidden");
      this.#undo.push(() => step.setAttribute("hidden", ""));
    }
    #keepDetails() {
      for (const details of document.querySelectorAll(DETAILS)) {
        const open = details.hasAttribute("open");
        this.#undo.push(() => details.toggleAttribute("open", open));
      }
    }
    #takeBack() {
      for (const undo of this.#undo.splice(0).reverse()) undo();
    }
  };
  function registerPrint() {
    const key = new PrintedKey();
    window.addEventListener("beforeprint", key, { capture: true });
    window.addEventListener("afterprint", key);
  }

  // restore.js
  function restorePage() {
    const stored = siteStore().items();
    const current = [...stored].map((id) => document.getElementById(`recall-${id}`));
    const renamed = document.querySelectorAll("[data-recall-aka]");
    const sheets = new Set();
    for (const item of new Set([...current, ...renamed])) {
      if (!(item instanceof RecallItemElement) || !item.ids.some((id) => stored.has(id))) continue;
      item.restore();
      sheets.add(item.closest(".recall-sheet"));
    }
    for (const sheet of sheets) if (sheet) showTally(sheet);
  }

  // index.js
  var VISIT = "recall-visit";
  if (!customElements.get("recall-card")) {
    customElements.define("recall-card", RecallCardElement);
    customElements.define("recall-mcq", RecallMcqElement);
    document.addEventListener(VISIT, restorePage);
    registerPrint();
  }
  var visit = () => document.dispatchEvent(new Event(VISIT));
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", visit, { once: true });
  else visit();
})();
