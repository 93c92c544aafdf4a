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
    /** @type {(() => void) | null} */
    #pending = null;
    /**
     * Put content into a region and have it said.
     * @param {HTMLElement} region
     * @param {DocumentFragment} content
     * @param {() => void} [then] once it is there
     */
    say(region, content, then) {
      this.flush();
      const fill = () => {
        region.replaceChildren(content);
        then?.();
      };
      const same = region.textContent !== "" && region.textContent === content.textContent;
      if (!same && !region.hasAttribute("aria-live")) return fill();
      this.#clear(region);
      this.#pending = fill;
      this.#timer = window.setTimeout(() => this.flush(), PAUSE);
    }
    /**
     * Put content into a region without a word: what a page shows at load is no news.
     * @param {HTMLElement} region
     * @param {DocumentFragment} content
     */
    show(region, content) {
      this.flush();
      region.setAttribute("aria-live", "off");
      region.replaceChildren(content);
    }
    /** Finish at once what is pending. */
    flush() {
      window.clearTimeout(this.#timer);
      const pending = this.#pending;
      this.#pending = null;
      pending?.();
    }
    /**
     * Take the text out of a region and leave its height, so that nothing below moves.
     * @param {HTMLElement} region
     */
    #clear(region) {
      const blank = document.createElement("span");
      blank.style.display = "block";
      blank.style.blockSize = `${region.offsetHeight}px`;
      region.replaceChildren(blank);
      region.removeAttribute("aria-live");
    }
  };

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
    /** Hints opened so far. */
    #hints = 0;
    #hintsHidden = false;
    /** Steps opened one by one. */
    #steps = 0;
    #answer = false;
    /**
     * Help used since the round began.
     * @type {Set<HelpKind>}
     */
    used = /* @__PURE__ */ new Set();
    /** @param {HTMLElement} item */
    constructor(item) {
      this.#item = item;
    }
    /** Whether the answer is open. */
    get answer() {
      return this.#answer;
    }
    /** @returns {Omit<import("./draft.js").Draft, "options">} */
    get opened() {
      return { hints: this.#hints, steps: this.#steps, answer: this.#answer };
    }
    /** Open what was open before. @param {import("./draft.js").Draft} draft */
    restore(draft) {
      this.#hints = Math.min(draft.hints, this.#all(".recall-hint").length);
      this.#steps = Math.min(draft.steps, this.#all(".recall-step").length);
      this.#answer = draft.answer && this.#find(".recall-solution") !== null;
      this.#render();
      this.carryOver();
    }
    /** Show the next hint; after the last, hide them all or show them again. */
    pressHint() {
      const shown = this.#hints;
      this.#hints = Math.min(shown + 1, this.#all(".recall-hint").length);
      this.#hintsHidden = this.#hints === shown && !this.#hintsHidden;
      this.used.add("hint");
      this.#renderHints();
    }
    /** Show the next step, and go on reading there. */
    pressStep() {
      const steps = this.#all(".recall-step");
      this.#steps = Math.min(this.#steps + 1, steps.length);
      this.used.add("step");
      this.#renderSteps();
      steps[this.#steps - 1]?.focus();
      this.#leaveStepButton();
    }
    /** Open the answer with every step, or close what that opened. @param {boolean} open */
    setAnswer(open) {
      this.#answer = open;
      if (open) this.used.add("answer");
      this.#renderSteps();
      this.#renderAnswer();
    }
    /** Begin a round with everything closed. */
    close() {
      this.#hints = 0;
      this.#hintsHidden = false;
      this.#steps = 0;
      this.#answer = false;
      this.used.clear();
      this.#render();
    }
    /** Begin a round with what is in view: it helps in this round too. */
    carryOver() {
      if (this.#hintsHidden) this.#hints = 0;
      this.used.clear();
      if (this.#hints > 0) this.used.add("hint");
      if (this.#steps > 0) this.used.add("step");
      if (this.#answer) this.used.add("answer");
    }
    #render() {
      this.#renderHints();
      this.#renderSteps();
      this.#renderAnswer();
    }
    #renderHints() {
      const panels = this.#all(".recall-hint");
      const all = this.#hints > 0 && this.#hints === panels.length && !this.#hintsHidden;
      this.#open(".recall-hints", panels, this.#hintsHidden ? 0 : this.#hints);
      this.#label("hint", all ? WORDS.hideHints : WORDS.showHint);
    }
    #renderSteps() {
      const steps = this.#all(".recall-step");
      this.#open(".recall-steps", steps, this.#answer ? steps.length : this.#steps);
      this.#label("step", showStep(Math.min(this.#steps + 1, steps.length), steps.length));
      this.#leaveStepButton();
    }
    #renderAnswer() {
      this.#open(".recall-solution", [], this.#answer ? 1 : 0);
      this.#label("answer", this.#answer ? WORDS.hideAnswer : WORDS.showAnswer);
    }
    /** Take the step button away once nothing is left to show, but never from under the focus. */
    #leaveStepButton() {
      const button = this.#button("step");
      if (!button) return;
      const done = this.#answer || this.#steps === this.#all(".recall-step").length;
      button.hidden = done && button !== document.activeElement;
    }
    /**
     * Open a `details` as far as the first parts of it.
     * @param {string} name its selector
     * @param {readonly HTMLElement[]} parts
     * @param {number} shown
     */
    #open(name, parts, shown) {
      const details = this.#find(name);
      if (!(details instanceof HTMLDetailsElement)) return;
      parts.forEach((part, index) => part.hidden = index >= shown);
      details.open = shown > 0;
    }
    /**
     * @param {HelpKind} kind
     * @param {string} text
     */
    #label(kind, text2) {
      const button = this.#button(kind);
      if (button && button.textContent !== text2) button.textContent = text2;
    }
    /** @param {HelpKind} kind */
    #button(kind) {
      return this.#find(`[data-recall-do="${kind}"]`);
    }
    /**
     * @param {string} selector
     * @returns {HTMLElement | null}
     */
    #find(selector) {
      return this.#item.querySelector(selector);
    }
    /**
     * @param {string} selector
     * @returns {HTMLElement[]}
     */
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
    if (typeof value !== "object" || value === null || Array.isArray(value)) return /* @__PURE__ */ Object.create(null);
    return Object.assign(/* @__PURE__ */ Object.create(null), value);
  }
  function text(value) {
    return typeof value === "string" ? value : "";
  }
  function texts(value) {
    if (!Array.isArray(value)) return [];
    return [...new Set(value.filter((each) => typeof each === "string"))];
  }
  function union(logs) {
    const byId2 = /* @__PURE__ */ new Map();
    for (const entry of logs.flat()) if (!byId2.has(entry.id)) byId2.set(entry.id, entry);
    return [...byId2.values()].sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1));
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
  var EMPTY_SLOT = Object.freeze({ record: null, trouble: null });
  function storageShelf(storage) {
    return {
      lasting: true,
      keys: () => Object.keys(storage),
      get: (key) => storage.getItem(key),
      set: (key, value) => storage.setItem(key, value),
      remove: (key) => storage.removeItem(key)
    };
  }
  function memoryShelf() {
    const values = /* @__PURE__ */ new Map();
    return {
      lasting: false,
      keys: () => [...values.keys()],
      get: (key) => values.get(key) ?? null,
      set: (key, value) => void values.set(key, value),
      remove: (key) => void values.delete(key)
    };
  }
  function openShelf(access) {
    try {
      const storage = access();
      if (storage === null) return memoryShelf();
      storage.getItem("recall:");
      return storageShelf(storage);
    } catch {
      return memoryShelf();
    }
  }
  function randomId(crypto2) {
    return Array.from(crypto2.getRandomValues(new Uint32Array(10)), (number) => (number % 36).toString(36)).join("");
  }
  var Store = class {
    #prefix;
    #shelf;
    #sources;
    /** Entries that could not be saved, by item. @type {Map<string, Entry[]>} */
    #unsaved = /* @__PURE__ */ new Map();
    #lastTime = 0;
    /**
     * @param {string} site
     * @param {Shelf} shelf
     * @param {Sources} sources
     */
    constructor(site, shelf, sources) {
      this.#prefix = `recall:${site}:`;
      this.#shelf = shelf;
      this.#sources = sources;
      this.session = sources.newId();
    }
    /** @returns {Set<string>} ids of the items with a log or a draft */
    items() {
      const ids = /* @__PURE__ */ new Set();
      for (const key of this.#keys()) {
        const kind = key.slice(this.#prefix.length, this.#prefix.length + 2);
        if (key.startsWith(this.#prefix) && (kind === "i:" || kind === "d:")) ids.add(key.slice(this.#prefix.length + 2));
      }
      return ids;
    }
    /**
     * @param {string} item
     * @param {readonly string[]} [aka] ids the item had before
     * @returns {Entry[]}
     */
    entries(item, aka = []) {
      return union([item, ...aka].map((id) => [...this.#saved(id), ...this.#kept(id)]));
    }
    /**
     * Add one entry to an item's log.
     * @param {string} item
     * @param {Fact} fact
     * @returns {Trouble | null}
     */
    append(item, fact) {
      const entry = { id: this.#sources.newId(), time: this.#nextTime(), ...fact };
      const unsaved = [...this.#kept(item), entry];
      const trouble = this.#add(item, unsaved);
      if (trouble) this.#unsaved.set(item, unsaved);
      else this.#unsaved.delete(item);
      return trouble ?? (this.#shelf.lasting ? null : "memory");
    }
    /**
     * @param {string} item
     * @returns {Draft | null}
     */
    draft(item) {
      const { record } = this.#read(this.#key("d", item), item, isRecord);
      return record && readDraft(record);
    }
    /**
     * Keep a draft; an empty one is removed. A draft that cannot be kept is let go: no outcome depends on it.
     * @param {string} item
     * @param {Draft} draft
     */
    saveDraft(item, draft) {
      const key = this.#key("d", item);
      if (this.#read(key, item, isRecord).trouble) return;
      try {
        if (isEmpty(draft)) this.#shelf.remove(key);
        else this.#shelf.set(key, JSON.stringify({ v: VERSION, time: this.#nextTime(), ...draft }));
      } catch {
        return;
      }
    }
    /**
     * Read, modify, write; what another page of this site added meanwhile stays.
     * @param {string} item
     * @param {readonly Entry[]} added
     * @returns {Trouble | null}
     */
    #add(item, added) {
      const key = this.#key("i", item);
      const { record, trouble } = this.#read(key, item, isLog);
      if (trouble) return trouble;
      const log = Array.isArray(record?.log) ? record.log : [];
      return this.#write(key, JSON.stringify({ ...record, v: VERSION, log: [...log, ...added] }));
    }
    /**
     * @param {string} key
     * @param {string} value
     * @returns {Trouble | null}
     */
    #write(key, value) {
      try {
        this.#shelf.set(key, value);
        return null;
      } catch (error) {
        return isQuota(error) ? "full" : "memory";
      }
    }
    /**
     * @param {string} key
     * @param {string} item
     * @param {(record: Record<string, unknown>) => boolean} isSound whether a record of this version has its form
     * @returns {Slot}
     */
    #read(key, item, isSound) {
      const raw = this.#get(key);
      if (raw === null) return EMPTY_SLOT;
      const record = parse(raw);
      if (isNewer(record)) return { record, trouble: "newer" };
      if (record.v === VERSION && isSound(record)) return { record, trouble: null };
      return { record: null, trouble: this.#setAside(key, item, raw) };
    }
    /**
     * Move a record that cannot be read out of the way; where there is no room to, it stays where it is.
     * @param {string} key
     * @param {string} item
     * @param {string} raw
     * @returns {Trouble | null}
     */
    #setAside(key, item, raw) {
      let time = this.#sources.now();
      while (this.#get(this.#key("bad", `${item}:${time}`)) !== null) time += 1;
      const trouble = this.#write(this.#key("bad", `${item}:${time}`), raw);
      if (!trouble) this.#shelf.remove(key);
      return trouble;
    }
    /**
     * @param {string} item
     * @returns {Entry[]}
     */
    #saved(item) {
      return readEntries(this.#read(this.#key("i", item), item, isLog).record?.log);
    }
    /**
     * @param {string} item
     * @returns {Entry[]}
     */
    #kept(item) {
      return this.#unsaved.get(item) ?? [];
    }
    /** Strictly later than the time before, so that entries of one page never tie. */
    #nextTime() {
      this.#lastTime = Math.max(this.#sources.now(), this.#lastTime + 1);
      return this.#lastTime;
    }
    /** @param {string} key */
    #get(key) {
      try {
        return this.#shelf.get(key);
      } catch {
        return null;
      }
    }
    #keys() {
      try {
        return this.#shelf.keys();
      } catch {
        return [];
      }
    }
    /**
     * @param {"i" | "d" | "bad"} kind
     * @param {string} name
     */
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
  function isLog(record) {
    return Array.isArray(record.log);
  }
  function isRecord() {
    return true;
  }
  function isQuota(error) {
    const { name } = (
      /** @type {{name?: unknown}} */
      error ?? {}
    );
    return name === "QuotaExceededError" || name === "NS_ERROR_DOM_QUOTA_REACHED";
  }

  // site.js
  var stores = /* @__PURE__ */ new Map();
  function siteStore() {
    const script = document.querySelector("script[data-recall-site]");
    const site = script?.getAttribute("data-recall-site") ?? "";
    const store = stores.get(site) ?? openStore(site);
    stores.set(site, store);
    return store;
  }
  function openStore(site) {
    const shelf = openShelf(() => window.localStorage);
    return new Store(site, shelf, { now: () => Date.now(), newId: () => randomId(crypto) });
  }

  // verdict.js
  var ICONS = Object.freeze({ right: "check", wrong: "cross", shown: "check", notice: null });
  var TIES = ["id", "name", "for", "data-recall-option", "data-recall-key"];
  function verdictPanel(verdict, title, details = []) {
    const name = ICONS[verdict];
    const panel = element("div", "recall-panel");
    panel.dataset.recallVerdict = verdict;
    const body = element("div", "recall-body");
    body.append(element("p", "recall-title", title), ...details);
    panel.append(...name ? [icon(name)] : [], body);
    const content = document.createDocumentFragment();
    content.append(panel);
    return content;
  }
  function copyReasons(reasons, several) {
    const told = reasons.filter((reason) => reason.querySelector(".recall-body")?.textContent?.trim());
    const copies = told.map(copyOf);
    if (!several) return copies.flatMap((copy) => [...copy.querySelector(".recall-body")?.childNodes ?? []]);
    if (copies.length === 0) return [];
    const list = element("ol", "recall-reasons");
    list.append(...copies);
    return [list];
  }
  function copyOf(source) {
    const copy = (
      /** @type {Element} */
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
    /** @type {readonly string[]} */
    static eventTypes = [];
    static kind = "";
    announcer = new Announcer();
    /** @type {Help | null} */
    #help = null;
    /** Whether the stored state was shown, or the reader was faster. */
    #settled = false;
    /** Runs at the start tag: there are no children yet. */
    connectedCallback() {
      for (const type of this.#class.eventTypes) this.addEventListener(type, this);
    }
    disconnectedCallback() {
      this.announcer.flush();
    }
    /** @param {Event} _event */
    handleEvent(_event) {
    }
    /** Show what the store holds, once, and not over what the reader has begun. */
    restore() {
      if (this.#settled) return;
      this.#settled = true;
      this.showStored();
    }
    showStored() {
    }
    /** @returns {string[]} letters of the key */
    get keyLetters() {
      return [];
    }
    get itemId() {
      return this.dataset.recallId ?? "";
    }
    /** Ids the item had before. */
    get aka() {
      return (this.dataset.recallAka ?? "").split(/\s+/).filter(Boolean);
    }
    get rev() {
      return this.dataset.recallRev ?? "";
    }
    get help() {
      return this.#help ??= new Help(this);
    }
    /** @returns {HTMLElement | null} */
    get status() {
      return this.querySelector(".recall-status");
    }
    get state() {
      return stateOf(siteStore().entries(this.itemId, this.aka), this.rev);
    }
    get draft() {
      return siteStore().draft(this.itemId);
    }
    /** @param {string[]} options */
    saveDraft(options) {
      this.#settled = true;
      siteStore().saveDraft(this.itemId, { options, ...this.help.opened });
    }
    /**
     * Record a response, unless a listener prevents it, and show what follows from it.
     * @param {Response} response
     * @param {Iterable<import("./log.js").HelpKind>} used help since the attempt before
     * @param {(before: State, fact: Fact) => void} show
     */
    record(response, used, show) {
      const detail = { item: this.itemId, kind: this.#class.kind, ...response };
      if (!this.#tell("recall-attempt", detail)) return;
      this.#settled = true;
      const store = siteStore();
      const before = this.state;
      const shared = { context: CONTEXT, session: store.session, help: helpSoFar(before, used), rev: this.rev };
      const fact = "rating" in response ? { kind: "rating", ...response, ...shared } : { kind: "attempt", ...response, ...shared };
      const trouble = store.append(this.itemId, fact);
      show(before, fact);
      if (trouble) this.#notice(NOTICES[trouble]);
      this.#tell("recall-attempted", detail);
    }
    /**
     * @param {"recall-attempt" | "recall-attempted"} type
     * @param {Told} detail
     * @returns {boolean} whether nobody objects
     */
    #tell(type, detail) {
      return this.dispatchEvent(new CustomEvent(type, { bubbles: true, cancelable: type === "recall-attempt", detail }));
    }
    /** Say once a page why work is not saved. @param {string} text */
    #notice(text2) {
      const told = [...document.querySelectorAll(".recall-notice")].some((notice) => notice.textContent === text2);
      if (!told) this.append(element("p", "recall-notice", text2));
    }
    get #class() {
      return (
        /** @type {typeof RecallItemElement} */
        this.constructor
      );
    }
  };
  function actionOf(event) {
    const button = event.target instanceof Element ? event.target.closest("[data-recall-do]") : null;
    return button?.getAttribute("data-recall-do") ?? null;
  }

  // card.js
  var RecallCardElement = class extends RecallItemElement {
    static eventTypes = ["click"];
    static kind = "card";
    /** @param {Event} event */
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
      if (!state.rating) return;
      this.dataset.recallRating = state.rating;
      if (this.status) this.announcer.show(this.status, ratingText(state.rating));
    }
    /** @param {Rating} rating */
    #rate(rating) {
      this.record({ rating }, this.help.used, () => {
        this.dataset.recallRating = rating;
        if (this.status) this.announcer.say(this.status, ratingText(rating));
        const sheet = this.closest(".recall-sheet");
        if (sheet) showTally(sheet);
        this.help.carryOver();
        this.saveDraft([]);
      });
    }
  };
  function ratingText(rating) {
    const content = document.createDocumentFragment();
    content.append(icon("check"), WORDS[rating]);
    return content;
  }
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

  // rows.js
  function readRows(item) {
    const reasons = /* @__PURE__ */ new Map();
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
  function stateOfRow({ element: element2 }) {
    return (
      /** @type {RowState} */
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
  function rowState(option, outcome) {
    if (option.chosen) return option.key ? "right" : "wrong";
    if (option.key) return outcome === "shown" ? "missed" : null;
    return option.tried ? "tried" : null;
  }
  function rowStateAfter(state, chosen) {
    if (state === "wrong") return "tried";
    return state === "right" && !chosen ? null : state;
  }

  // mcq.js
  var RecallMcqElement = class extends RecallItemElement {
    static eventTypes = ["click", "submit", "change", "keydown"];
    static kind = "mcq";
    /** @param {Event} event */
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
      if (changed) this.#showStatus(verdictPanel("notice", WORDS.changed), true);
      if (outcome && !begun) {
        this.#choose(state.chosen);
        this.#showOutcome({ ...state, outcome }, true);
      } else if (outcome === "wrong") {
        this.#markTried(state.tried);
      }
    }
    get keyLetters() {
      return keysOf(readRows(this)).map((row) => row.letter);
    }
    /** Whether a verdict is in view that ended its round. */
    get #over() {
      const { recallState } = this.dataset;
      return recallState === "right" || recallState === "shown";
    }
    /** @param {Event} event */
    #submit(event) {
      event.preventDefault();
      if (this.dataset.recallState) this.#tryAgain();
      else this.#check();
    }
    #check() {
      const rows = readRows(this);
      const chosen = idsOf(chosenOf(rows));
      if (chosen.length > 0) return this.#attempt(score(chosen, idsOf(keysOf(rows))).right ? "right" : "wrong");
      this.#showStatus(verdictPanel("notice", WORDS.chooseFirst));
      rows[0]?.input.focus();
    }
    /** Choose anew: in the same round after a miss, else in a new one with everything closed. */
    #tryAgain() {
      const over = this.#over;
      this.#choose([]);
      this.#leaveVerdict();
      if (over) this.help.close();
      this.#saveDraft();
      readRows(this)[0]?.input.focus();
    }
    /** @param {Event} event */
    #change(event) {
      if (!readRows(this).some((row) => row.input === event.target)) return;
      this.#leaveVerdict();
      this.#saveDraft();
    }
    /** Take a verdict back once its choice is left. The panel of a miss stays to be read until the next Check. */
    #leaveVerdict() {
      const over = this.#over;
      for (const row of readRows(this)) setRow(row, over ? null : rowStateAfter(stateOfRow(row), row.input.checked));
      if (over) {
        this.help.carryOver();
        this.#clearStatus();
      }
      delete this.dataset.recallState;
      this.#label(WORDS.check);
    }
    /** @param {string | null} action */
    #help(action) {
      if (action === "hint") this.help.pressHint();
      else if (action === "step") this.help.pressStep();
      else if (action === "answer") this.#pressAnswer();
      else return;
      this.#saveDraft();
    }
    #pressAnswer() {
      if (this.#over || this.help.answer) this.help.setAnswer(!this.help.answer);
      else this.#attempt("shown");
    }
    /** @param {KeyboardEvent} event */
    #digit(event) {
      const row = readRows(this)[digitOf(event) - 1];
      if (!row) return;
      event.preventDefault();
      row.input.focus();
      row.input.click();
    }
    /** @param {Outcome} outcome */
    #attempt(outcome) {
      const help = outcome === "shown" ? [
        ...this.help.used,
        /** @type {const} */
        "answer"
      ] : this.help.used;
      this.record({ outcome, options: idsOf(chosenOf(readRows(this))) }, help, (before, fact) => {
        if (outcome === "shown") this.help.setAnswer(true);
        this.#showOutcome({ ...advance(before, fact, this.rev), outcome });
        this.#saveDraft();
      });
    }
    /**
     * @param {Told} state
     * @param {boolean} [silent] as at load
     */
    #showOutcome(state, silent = false) {
      const rows = readRows(this);
      const several = keysOf(rows).length > 1;
      this.dataset.recallState = state.outcome;
      for (const row of rows) {
        const chosen = state.chosen.includes(row.id);
        const tried = state.tried.includes(row.id);
        setRow(row, rowState({ chosen, key: row.key, tried }, state.outcome), several);
      }
      this.#label(WORDS.tryAgain);
      this.#showStatus(verdictOf(rows, state), silent);
    }
    /** @param {readonly string[]} tried */
    #markTried(tried) {
      for (const row of readRows(this)) setRow(row, tried.includes(row.id) && !row.key ? "tried" : null);
    }
    /**
     * @param {DocumentFragment} content
     * @param {boolean} [silent]
     */
    #showStatus(content, silent = false) {
      const status = this.status;
      if (!status) return;
      if (silent) this.announcer.show(status, content);
      else this.announcer.say(status, content, () => scrollToSee(status));
    }
    #clearStatus() {
      if (this.status) this.announcer.say(this.status, document.createDocumentFragment());
    }
    /** With an outcome in view the log knows the choice; beside it only opened help is worth a draft. */
    #saveDraft() {
      const bare = isEmpty({ ...this.help.opened, options: [] });
      const known = this.dataset.recallState !== void 0 && bare;
      this.saveDraft(known ? [] : idsOf(chosenOf(readRows(this))));
    }
    /** @param {readonly string[]} ids */
    #choose(ids) {
      for (const row of readRows(this)) row.input.checked = ids.includes(row.id);
    }
    /** @param {string} text */
    #label(text2) {
      const button = this.querySelector(".recall-check");
      if (button && button.textContent !== text2) button.textContent = text2;
    }
  };
  function chosenOf(rows) {
    return rows.filter((row) => row.input.checked);
  }
  function keysOf(rows) {
    return rows.filter((row) => row.key);
  }
  function idsOf(rows) {
    return rows.map((row) => row.id);
  }
  function verdictOf(rows, state) {
    const keys = keysOf(rows);
    const several = keys.length > 1;
    const { found, stray } = score(state.chosen, idsOf(keys));
    const sums = several && state.chosen.length > 0 ? [element("p", "recall-counts", counts(found, keys.length, stray))] : [];
    if (state.outcome === "shown") return verdictPanel("shown", answerIs(keys.map((row) => row.letter)), sums);
    const reasons = copyReasons(rows.filter((row) => state.chosen.includes(row.id)).flatMap((row) => row.reason ?? []), several);
    if (state.outcome === "wrong") return verdictPanel("wrong", WORDS.notYet, [...sums, ...reasons]);
    return verdictPanel("right", correct(state.tries, state.help.length > 0), reasons);
  }
  function scrollToSee(status) {
    if (status.getBoundingClientRect().bottom <= window.innerHeight) return;
    status.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  // print.js
  var ANSWERS = [".recall-steps", ".recall-solution", ".recall-reveal"].map((parent) => `${parent} > recall-answer`).join();
  var DETAILS = ["hints", "steps", "solution", "reveal"].map((name) => `details.recall-${name}`).join();
  var PrintedKey = class {
    /** What brings the page back, in the order it was changed. @type {(() => void)[]} */
    #undo = [];
    /** @param {Event} event */
    handleEvent(event) {
      this.#takeBack();
      if (event.type === "beforeprint") this.#build();
    }
    #build() {
      const items = [...document.querySelectorAll("recall-card, recall-mcq")].filter((found) => found instanceof RecallItemElement);
      const last = items.at(-1);
      if (!last) return;
      this.#keepFocus();
      this.#keepDetails();
      const list = document.createElement("ol");
      list.append(...items.map((item) => this.#entry(item)));
      const section = element("section", "recall-key");
      section.append(element("h2", "recall-key-title", WORDS.answers), list);
      (last.closest("article, main, [role=main]") ?? document.body).append(section);
      this.#undo.push(() => section.remove());
    }
    /** @param {RecallItemElement} item */
    #entry(item) {
      const entry = element("li", "recall-key-entry");
      entry.append(
        element("span", "recall-number", item.querySelector(".recall-number")?.textContent ?? ""),
        " ",
        element("strong", "recall-key-letters", item.keyLetters.join(", "))
      );
      for (const answer of item.querySelectorAll(ANSWERS)) this.#move(answer, entry);
      for (const step of entry.querySelectorAll(".recall-step[hidden]")) this.#reveal(step);
      return entry;
    }
    /**
     * @param {Element} answer
     * @param {Element} entry
     */
    #move(answer, entry) {
      const { parentNode, nextSibling } = answer;
      entry.append(answer);
      this.#undo.push(() => parentNode?.insertBefore(answer, nextSibling));
    }
    /** @param {Element} step */
    #reveal(step) {
      step.removeAttribute("hidden");
      this.#undo.push(() => step.setAttribute("hidden", ""));
    }
    /** Themes open every `details` to print, and may leave them open; on screen that would give answers away. */
    #keepDetails() {
      for (const details of document.querySelectorAll(DETAILS)) {
        const open = details.hasAttribute("open");
        this.#undo.push(() => details.toggleAttribute("open", open));
      }
    }
    #keepFocus() {
      const focused = document.activeElement;
      if (focused instanceof HTMLElement) this.#undo.push(() => focused.focus({ preventScroll: true }));
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
    const items = /* @__PURE__ */ new Set([...byId(stored), ...byFormerId(stored)]);
    for (const item of items) item.restore();
    const sheets = new Set([...items].map((item) => item.closest(".recall-sheet")));
    for (const sheet of sheets) if (sheet) showTally(sheet);
  }
  function byId(stored) {
    return [...stored].map((id) => document.getElementById(`recall-${id}`)).filter((found) => found instanceof RecallItemElement);
  }
  function byFormerId(stored) {
    const renamed = [...document.querySelectorAll("[data-recall-aka]")].filter((found) => found instanceof RecallItemElement);
    return renamed.filter((item) => item.aka.some((id) => stored.has(id)));
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
