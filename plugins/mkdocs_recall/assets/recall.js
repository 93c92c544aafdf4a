/* Built from client/ by "npm run bundle": change it there. */
"use strict";
(() => {
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
    answers: "Answers",
    writeFirst: "Write first; two lines are enough to compare.",
    backInReview: "Back in review",
    nothingLeft: "Nothing left to review here.",
    allQuestions: "All questions",
    oneAtATime: "One at a time",
    setFinished: "Set finished",
    startOver: "Start over",
    continueLearning: "Continue learning",
    whereStopped: "Continue where you stopped."
  });
  var MARKS = Object.freeze({
    wrong: "Your choice: not correct",
    tried: "Tried",
    right: "Correct",
    missed: "The answer",
    missedPart: "Part of the answer"
  });
  var STATES = Object.freeze({
    right: "correct",
    helped: "correct, with help",
    missed: "missed",
    answered: "answered",
    unanswered: "unanswered",
    flagged: "flagged"
  });
  var VERDICTS = Object.freeze({
    strong: "strong",
    getting: "getting there",
    weak: "weak for now",
    few: "too few to say"
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
    const words2 = ["Correct"];
    if (tries > 1) words2.push(`on try ${tries}`);
    if (helped) words2.push("with help");
    return words2.join(", ");
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
  function cardsRecalled(recalled, cards) {
    return `${recalled} of ${cards} ${cards === 1 ? "card" : "cards"} recalled`;
  }
  function gotConcepts(ticked, concepts) {
    return `You got ${ticked}/${concepts} concepts`;
  }
  function conceptsComeBack(concepts) {
    return concepts === 0 ? WORDS.nothingLeft : comeBack(concepts, "concept");
  }
  function place(at, all) {
    return `${at} of ${all}`;
  }
  function questionName(number2, states) {
    return [`Question ${number2}`, ...states].join(", ");
  }
  function capital(words2) {
    return words2.slice(0, 1).toUpperCase() + words2.slice(1);
  }
  function roundTold({ right, helped, missed, unanswered: unanswered2 }) {
    const parts = [
      right > 0 ? `${right} right on the first try` : "",
      helped > 0 ? `${helped} with help` : "",
      missed > 0 ? `${missed} missed` : "",
      unanswered2 > 0 ? `${unanswered2} unanswered` : ""
    ].filter(Boolean);
    if (parts.length === 0) return "";
    const back = helped + missed;
    const told = `${parts.join(", ")}.`;
    if (back > 0) return `${told} ${comeBack(back, "question")}`;
    return unanswered2 > 0 ? told : `${told} ${WORDS.nothingLeft}`;
  }
  function retryMissed(missed) {
    return `Retry the ${missed} you missed`;
  }
  function lastTest(verdict, right, all, time) {
    const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" }).format(time);
    return `Last test: ${verdict}, ${place(right, all)} on ${day}`;
  }
  function comeBack(count2, what) {
    const one = new Intl.PluralRules("en").select(count2) === "one";
    return `${count2} ${what}${one ? " comes" : "s come"} back in your review.`;
  }

  // help.js
  var CLOSED = Object.freeze({ hints: 0, steps: 0, answer: false });
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
    restore({ hints, steps, answer: answer2 }) {
      this.#hints = Math.min(hints, this.#all(".recall-hint").length);
      this.#hintsHidden = false;
      this.#steps = Math.min(steps, this.#all(".recall-step").length);
      this.#answer = answer2;
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
      const button2 = this.#label("step", showStep(next, steps.length));
      if (button2) button2.hidden = stepsShown === steps.length && button2 !== document.activeElement;
    }
    #open(name, parts, shown) {
      const details = this.#item.querySelector(name);
      parts.forEach((part, index) => part.hidden = index >= shown);
      details?.toggleAttribute("open", shown > 0);
    }
    #label(kind, text2) {
      const button2 = this.#item.querySelector(`[data-recall-do="${kind}"]`);
      if (button2) button2.textContent = text2;
      return button2;
    }
    #all(selector) {
      return [...this.#item.querySelectorAll(selector)].filter((found) => found instanceof HTMLElement);
    }
  };

  // icons.js
  var SVG = "http://www.w3.org/2000/svg";
  var PATHS = Object.freeze({
    bulb: "M9 17.5h6M10.5 21h3M9 17.5c0-2.4-3-3.8-3-7.5a6 6 0 0 1 12 0c0 3.7-3 5.1-3 7.5",
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
    say(region, content, still = false) {
      this.flush();
      const fill = () => {
        region.replaceChildren(content);
        if (!still && region.textContent && endsBelow(region)) region.scrollIntoView({ block: "nearest", behavior: "instant" });
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
  function endsBelow(element2) {
    const margin = Number.parseFloat(getComputedStyle(element2).scrollMarginBlockEnd) || 0;
    return element2.getBoundingClientRect().bottom + margin > window.innerHeight;
  }

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
        return outcome ? { kind: "attempt", outcome, options: texts(stored.options), ...readConcepts(stored), ...shared } : null;
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
  function readConcepts({ concepts }) {
    return Array.isArray(concepts) ? { concepts: texts(concepts) } : {};
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
    const byId2 = new Map();
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
    if (fact.rev !== rev) return { ...FRESH, chosen: fact.concepts ?? fact.options, changed: true, rating };
    const round = state.outcome === "wrong" ? state : FRESH;
    return {
      outcome: fact.outcome,
      chosen: fact.concepts ?? fact.options,
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

  // merge.js
  var VERSION = 1;
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
  function isReadable(kind, { v, log }) {
    return v === VERSION && (kind !== "i" || Array.isArray(log));
  }
  function isGone(record) {
    return !Object.keys(record).some((name) => name !== "v" && name !== "time" && name !== "sent");
  }
  function mergeRecord(kind, mine, theirs) {
    if (!mine || !theirs) return mine ?? theirs;
    if (kind === "i") return { ...theirs, ...mine, log: unite(listOf(mine.log), listOf(theirs.log)) };
    const [own, other] = [timeIn(mine), timeIn(theirs)];
    if (own !== other) return own > other ? mine : theirs;
    return JSON.stringify(mine) >= JSON.stringify(theirs) ? mine : theirs;
  }
  function mergeOver(kind, mine, theirs) {
    const merged = mergeRecord(kind, mine, theirs);
    return merged && isGone(merged) ? null : merged;
  }
  function unite(mine, theirs) {
    return [...new Map([...theirs, ...mine].map((entry) => [nameOf(entry), entry])).values()];
  }
  function nameOf(entry) {
    const { id } = fields(entry);
    return typeof id === "string" && id !== "" ? `id ${id}` : JSON.stringify(entry);
  }
  function listOf(value) {
    return Array.isArray(value) ? value : [];
  }
  function timeIn({ time }) {
    return typeof time === "number" ? time : 0;
  }

  // shelf.js
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
  function keysFrom(shelf, start) {
    try {
      return Object.keys(shelf).filter((key) => key.startsWith(start));
    } catch {
      return [];
    }
  }
  function randomId(crypto2) {
    return Array.from(crypto2.getRandomValues(new Uint32Array(10)), (number2) => (number2 % 36).toString(36)).join("");
  }

  // slots.js
  var KINDS = ["i", "d", "t"];
  var Slots = class {
    #prefix;
    #now;
    constructor(site, shelf, now) {
      this.#prefix = `recall:${site}:`;
      this.shelf = shelf;
      this.#now = now;
    }
    get keys() {
      return keysFrom(this.shelf, this.#prefix);
    }
    names(kind) {
      const start = this.key(kind, "");
      return keysFrom(this.shelf, start).map((key) => key.slice(start.length));
    }
    read(kind, name) {
      try {
        const raw = this.shelf.getItem(this.key(kind, name));
        if (raw === null) return { record: null, trouble: null };
        const record = parse(raw);
        delete record.sent;
        if (isNewer(record)) return { record, trouble: "newer" };
        if (isReadable(kind, record)) return { record: isGone(record) ? null : record, trouble: null };
        this.#setAside(kind, name, raw);
        return { record: null, trouble: null };
      } catch (error) {
        return { record: null, trouble: troubleOf(error) };
      }
    }
    write(kind, name, change, changed = () => {
    }) {
      const { record, trouble } = this.read(kind, name);
      if (trouble) return trouble;
      const key = this.key(kind, name);
      try {
        const made = change(record);
        const raw = made && JSON.stringify(made);
        if (raw === this.shelf.getItem(key)) return null;
        if (raw !== null) this.shelf.setItem(key, raw);
        else this.shelf.removeItem(key);
        changed(raw);
        return null;
      } catch (error) {
        return troubleOf(error);
      }
    }
    raw(key) {
      try {
        return this.shelf.getItem(key) ?? "";
      } catch {
        return "";
      }
    }
    owns(key) {
      return key.startsWith(this.#prefix);
    }
    named(key) {
      const kind = KINDS.find((each) => key.startsWith(this.key(each, "")));
      return kind ? { kind, name: key.slice(this.key(kind, "").length) } : null;
    }
    key(kind, name) {
      return `${this.#prefix}${kind}:${name}`;
    }
    #setAside(kind, name, raw) {
      let time = this.#now();
      const key = () => this.key("bad", `${name}:${time}`);
      while (this.shelf.getItem(key()) !== null) time += 1;
      this.shelf.setItem(key(), raw);
      this.shelf.removeItem(this.key(kind, name));
    }
  };
  function troubleOf(error) {
    return error instanceof Error && /quota/i.test(error.name) ? "full" : "memory";
  }

  // talk.js
  var PROOF = "recall:hub:";
  var TROUBLES = ["memory", "full", "newer"];
  function readTold(data) {
    const { recall, do: does, stored, proof, number: number2, trouble, key, raw } = fields(data);
    if (recall !== "page") return null;
    if (does === "all" && Array.isArray(stored)) return { do: "all", stored: stored.flatMap(readPair), proof: proofIn(proof) };
    if (does === "done" && typeof number2 === "number") {
      return { do: "done", number: number2, trouble: TROUBLES.find((known) => known === trouble) ?? null };
    }
    if (does !== "changed" || typeof key !== "string") return null;
    return { do: "changed", key, raw: typeof raw === "string" ? raw : null };
  }
  function proofIn(value) {
    return text(value).startsWith(PROOF) ? text(value) : "";
  }
  function readPair(pair) {
    const [key, raw] = Array.isArray(pair) ? pair : [];
    return typeof key === "string" && typeof raw === "string" ? [[key, raw]] : [];
  }

  // hub.js
  var PATIENCE = 1e3;
  function askHub(store, site, address) {
    const link = new HubLink(store, site);
    store.ready = link.ready;
    link.open(new URL("hub.html", address).href);
  }
  var HubLink = class {
    #store;
    #site;
    #frame = document.createElement("iframe");
    #waiting = new Map();
    #asked = 0;
    #connected = false;
    #settle = () => {
    };
    ready = new Promise((resolve) => this.#settle = resolve);
    constructor(store, site) {
      this.#store = store;
      this.#site = site;
    }
    open(address) {
      window.addEventListener("message", this);
      for (const type of ["load", "error"]) this.#frame.addEventListener(type, this);
      this.#frame.hidden = true;
      this.#frame.tabIndex = -1;
      this.#frame.src = address;
      document.body.append(this.#frame);
    }
    handleEvent(event) {
      if (event.type === "error") this.#settle();
      if (event.type === "load") {
        this.#say({ do: "open", site: this.#site });
        window.setTimeout(this.#settle, PATIENCE);
      }
      const told = event instanceof MessageEvent && event.source === this.#frame.contentWindow ? readTold(event.data) : null;
      if (told?.do === "all" && !this.#connected) this.#meet(told);
      if (told?.do === "changed" && this.#connected) this.#store.heed(told.key, told.raw, true);
      if (told?.do === "done") {
        this.#waiting.get(told.number)?.(told.trouble);
        this.#waiting.delete(told.number);
      }
    }
    merge(kind, name, raw) {
      this.#asked += 1;
      const number2 = this.#asked;
      this.#say({ do: "merge", number: number2, kind, name, raw });
      return new Promise((resolve) => this.#waiting.set(number2, resolve));
    }
    #meet({ stored, proof }) {
      this.#connected = true;
      if (proof && takes(proof)) return this.#close();
      if (proof) this.#say({ do: "proved", proof });
      this.#store.connect(this, stored);
      this.#settle();
    }
    #close() {
      window.removeEventListener("message", this);
      this.#frame.remove();
      this.#settle();
    }
    #say(asked) {
      this.#frame.contentWindow?.postMessage({ ...asked, recall: "hub" }, "*");
    }
  };
  function takes(key) {
    try {
      const found = window.localStorage.getItem(key) !== null;
      window.localStorage.removeItem(key);
      return found;
    } catch {
      return false;
    }
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

  // outbox.js
  var Outbox = class {
    #own;
    #hub;
    #told;
    constructor(own, hub, told) {
      this.#own = own;
      this.#hub = hub;
      this.#told = told;
    }
    async send(kind, name, key, raw) {
      const kept = this.#try((own) => {
        const before2 = own.getItem(key);
        const record = before2 === null ? null : parse(before2);
        if (record && isNewer(record)) return null;
        const merged = { ...mergeRecord(kind, parse(raw), record) };
        delete merged.sent;
        own.setItem(key, JSON.stringify(merged));
        return JSON.stringify(merged);
      });
      const trouble = await this.#hub.merge(kind, name, raw);
      if (!trouble && kept !== null) this.#try((own) => own.getItem(key) === kept && this.#mark(own, key, kept));
      this.#told(trouble, name);
    }
    own(key) {
      return this.#try((own) => own.getItem(key));
    }
    #mark(own, key, raw) {
      const record = parse(raw);
      if (isGone(record)) own.removeItem(key);
      else own.setItem(key, JSON.stringify({ ...record, sent: true }));
    }
    #try(work) {
      try {
        return this.#own ? work(this.#own) : null;
      } catch {
        return null;
      }
    }
  };

  // store.js
  var Store = class {
    #slots;
    #lasts;
    #sources;
    #outbox = null;
    #unsaved = new Map();
    #mine = new Map();
    #listeners = new Set();
    #lastTime = 0;
    #trouble = null;
    ready = Promise.resolve();
    onTrouble = () => {
    };
    constructor(site, shelf, sources) {
      this.#slots = new Slots(site, shelf ?? memoryShelf(), sources.now);
      this.#lasts = shelf !== null;
      this.#sources = sources;
      this.session = sources.newId();
    }
    items() {
      return new Set([...this.#unsaved.keys(), ...this.names("i"), ...this.names("d")]);
    }
    names(kind) {
      return this.#slots.names(kind);
    }
    kept(kind, name) {
      return this.#slots.read(kind, name).record;
    }
    keep(kind, name, value) {
      const time = this.now();
      return this.#outcome(this.#write(kind, name, () => value && { v: VERSION, time, ...value }));
    }
    now() {
      this.#lastTime = Math.max(this.#sources.now(), this.#lastTime + 1);
      return this.#lastTime;
    }
    entries(ids) {
      return union(ids.flatMap((id) => [readEntries(this.#slots.read("i", id).record?.log), this.#unsavedOf(id)]));
    }
    append(item, fact) {
      return this.#append(item, fact).trouble;
    }
    reset(ids) {
      const [item] = ids;
      const drafts = ids.map((id) => ({ id, record: this.kept("d", id) }));
      const stands = standing(this.entries(ids)).length > 0;
      const { entry, trouble } = stands ? this.#append(item, { kind: "reset" }) : { entry: null, trouble: null };
      for (const { id, record } of drafts) if (record) this.keep("d", id, null);
      const undo = () => {
        if (entry) this.append(item, { kind: "undo", of: entry.id });
        for (const { id, record } of drafts) if (record) this.keep("d", id, { ...record, time: this.now() });
      };
      return { trouble, undo };
    }
    draft(item) {
      const { record } = this.#slots.read("d", item);
      return record && readDraft(record);
    }
    saveDraft(item, draft) {
      this.keep("d", item, isEmpty(draft) ? null : draft);
    }
    subscribe(listener) {
      this.#listeners.add(listener);
      return () => void this.#listeners.delete(listener);
    }
    records() {
      const names = (
        (kind) => kind === "i" ? [...new Set([...this.names("i"), ...this.#unsaved.keys()])] : this.names(kind)
      );
      return KINDS.flatMap((kind) => names(kind).flatMap((name) => this.#recordOf(kind, name)));
    }
    merge(records) {
      const readable = records.filter(({ kind, name, record }) => KINDS.includes(kind) && name !== "" && isReadable(kind, record));
      const troubles = readable.map(({ kind, name, record }) => {
        return this.#write(kind, name, (mine) => mergeOver(kind, mine, record));
      });
      return this.#outcome(troubles.find((trouble) => trouble !== null) ?? null);
    }
    clear() {
      const logs = [...new Set([...this.names("i"), ...this.#unsaved.keys()])].filter((name) => standing(this.entries([name])).length > 0);
      const troubles = [
        ...logs.map((name) => this.append(name, { kind: "reset" })),
        ...this.names("d").map((name) => this.keep("d", name, null)),
        ...this.names("t").map((name) => this.keep("t", name, null))
      ];
      return troubles.find((trouble) => trouble !== null) ?? null;
    }
    health() {
      const slots = this.#slots;
      const found = KINDS.flatMap((kind) => this.names(kind).map((name) => ({ key: slots.key(kind, name), ...slots.read(kind, name) })));
      const bad = slots.names("bad").map((name) => slots.key("bad", name));
      return {
        place: this.#outbox ? "hub" : this.#lasts ? "browser" : "memory",
        records: found.filter(({ record }) => record !== null).length,
        bytes: slots.keys.reduce((sum, key) => sum + key.length + slots.raw(key).length, 0),
        bad: bad.map((key) => ({ key, text: slots.raw(key) })),
        newer: found.filter(({ trouble }) => trouble === "newer").map(({ key }) => key),
        trouble: this.#lasts ? this.#trouble : "memory"
      };
    }
    connect(hub, stored) {
      const slots = this.#slots;
      const [waiting, own, unsaved] = [this.#waiting(), slots.shelf, [...this.#unsaved]];
      this.#outbox = new Outbox(this.#lasts ? own : null, hub, (trouble, name) => this.#told(trouble, name));
      slots.shelf = memoryShelf();
      for (const [key, raw] of stored) if (slots.owns(key)) slots.shelf.setItem(key, raw);
      this.#lasts = true;
      this.#unsaved.clear();
      for (const { kind, name, raw } of waiting) {
        slots.write(kind, name, (record) => mergeOver(kind, record, parse(raw)));
        void this.#outbox.send(kind, name, slots.key(kind, name), raw);
      }
      for (const [item, entries] of unsaved) this.#add(item, entries);
      this.#notify(stored.flatMap(([key]) => slots.named(key)?.name ?? []));
    }
    #waiting() {
      const slots = this.#slots;
      const found = KINDS.flatMap((kind) => this.names(kind).map((name) => ({ kind, name, ...slots.read(kind, name) })));
      const readable = found.filter(({ trouble }) => trouble === null);
      return readable.map(({ kind, name }) => ({ kind, name, raw: slots.raw(slots.key(kind, name)) })).filter(({ raw }) => raw !== "" && parse(raw).sent !== true);
    }
    heed(key, raw, hub = false) {
      if (hub !== (this.#outbox !== null)) return;
      if (key === null) return this.#notify([...this.items(), ...this.names("t")]);
      const named = this.#slots.named(key);
      if (!named) return;
      if (hub && !this.#view(named.kind, named.name, raw)) return;
      if (named.kind === "i") this.#secure(named.name);
      this.#notify([named.name]);
    }
    #view(kind, name, raw) {
      const slots = this.#slots;
      const key = slots.key(kind, name);
      const waiting = parse(this.#outbox?.own(key) ?? "");
      const mine = isReadable(kind, waiting) && waiting.sent !== true ? waiting : null;
      const theirs = raw === null ? null : parse(raw);
      if (theirs && !isNewer(theirs) && !isReadable(kind, theirs)) return false;
      const merged = mergeRecord(kind, mine, theirs);
      const before2 = JSON.stringify(slots.read(kind, name).record);
      if (theirs && isNewer(theirs)) slots.shelf.setItem(key, `${raw}`);
      else if (merged && !isGone(merged)) slots.shelf.setItem(key, JSON.stringify(merged));
      else slots.shelf.removeItem(key);
      return JSON.stringify(slots.read(kind, name).record) !== before2;
    }
    #append(item, fact) {
      const entry = { id: this.#sources.newId(), time: this.now(), ...fact };
      const unsaved = [...this.#unsavedOf(item), entry];
      const trouble = this.#add(item, unsaved);
      if (trouble) this.#unsaved.set(item, unsaved);
      else this.#unsaved.delete(item);
      this.#mine.set(item, [...this.#mine.get(item) ?? [], entry]);
      if (!trouble) this.#secure(item);
      return { entry, trouble: this.#outcome(trouble) };
    }
    #add(item, added) {
      return this.#write("i", item, (record) => {
        const log = Array.isArray(record?.log) ? record.log : [];
        return { ...record, v: VERSION, log: unite(added, log) };
      });
    }
    #secure(item) {
      const mine = this.#mine.get(item);
      if (!mine) return;
      const inTurn2 = this.#sources.inTurn ?? ((_, work) => work());
      inTurn2(this.#slots.key("i", item), () => {
        const unsaved = this.#unsavedOf(item);
        this.#add(item, mine.filter((entry) => !unsaved.includes(entry)));
      });
    }
    #recordOf(kind, name) {
      const { record, trouble } = this.#slots.read(kind, name);
      const unsaved = kind === "i" ? this.#unsavedOf(name) : [];
      if (trouble === "newer" || !record && unsaved.length === 0) return [];
      if (unsaved.length === 0) return record ? [{ kind, name, record }] : [];
      const log = Array.isArray(record?.log) ? record.log : [];
      return [{ kind, name, record: { ...record, v: VERSION, log: unite(unsaved, log) } }];
    }
    #write(kind, name, change) {
      return this.#slots.write(kind, name, change, (raw) => {
        const told = raw ?? JSON.stringify({ v: VERSION, time: this.now() });
        void this.#outbox?.send(kind, name, this.#slots.key(kind, name), told);
      });
    }
    #told(trouble, name) {
      this.#trouble = trouble;
      if (trouble) this.onTrouble(trouble, name);
    }
    #outcome(trouble) {
      if (!this.#outbox || trouble) this.#trouble = trouble;
      return trouble ?? (this.#lasts ? null : "memory");
    }
    #notify(ids) {
      const distinct = [...new Set(ids)];
      if (distinct.length > 0) for (const listener of [...this.#listeners]) listener(distinct);
    }
    #unsavedOf(item) {
      return this.#unsaved.get(item) ?? [];
    }
  };

  // turns.js
  function inTurn(name, work) {
    const locks = window.isSecureContext ? navigator.locks : void 0;
    if (!locks) return work();
    locks.request(name, work).catch(work);
  }

  // site.js
  var stores = new Map();
  function siteStore() {
    const script = document.querySelector("script[data-recall-site]");
    const site = script?.getAttribute("data-recall-site") ?? [...stores.keys()].at(-1) ?? "";
    const known = stores.get(site);
    if (known) return known;
    const store = openStore(site);
    stores.set(site, store);
    if (location.protocol === "file:" && script?.src) askHub(store, site, script.src);
    return store;
  }
  function openStore(site) {
    const shelf = openShelf(() => window.localStorage);
    const store = new Store(site, shelf, { now: () => Date.now(), newId: () => randomId(crypto), inTurn });
    window.addEventListener("storage", ({ key, newValue, storageArea }) => {
      if (storageArea === shelf) store.heed(key, newValue);
    });
    return store;
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
    return rows.filter((row2) => row2.input.checked);
  }
  function keysOf(rows) {
    return rows.filter((row2) => row2.key);
  }
  function idsOf(rows) {
    return rows.map((row2) => row2.id);
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
    const words2 = state === "missed" && several ? MARKS.missedPart : MARKS[state];
    mark?.replaceChildren(icon(state === "wrong" || state === "tried" ? "cross" : "check"), words2);
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
    if (outcome === "shown") return verdictPanel(outcome, answerIs(keys.map((row2) => row2.letter)), sums);
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
    const told = rows.flatMap((row2) => row2.reason?.querySelector(".recall-body")?.hasChildNodes() ? row2.reason : []);
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
  function button(className, text2, action) {
    const made = (
      element("button", className, text2)
    );
    made.type = "button";
    if (action) made.dataset.recallDo = action;
    return made;
  }
  function element(tag, className, text2 = "") {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text2;
    return made;
  }

  // item.js
  var RecallItemElement = class extends HTMLElement {
    announcer = new Announcer();
    #help = null;
    #shown = false;
    #settled = false;
    disconnectedCallback() {
      this.announcer.flush();
    }
    restore() {
      if (!this.#shown && !this.#settled) this.showStored();
      this.#shown = true;
    }
    follow(always) {
      if (this.busy || this.#settled && !always) return;
      this.clear();
      this.showStored();
      this.#shown = true;
    }
    get busy() {
      return false;
    }
    showStored() {
    }
    clear() {
    }
    settle() {
      this.#settled = true;
    }
    startOver() {
    }
    leave() {
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
    get #practice() {
      return this.closest("recall-practice");
    }
    get state() {
      const since = Number(this.#practice?.getAttribute("data-recall-since") ?? 0);
      const entries = siteStore().entries(this.ids);
      return stateOf(entries.filter(({ time }) => time >= since), this.rev);
    }
    get draft() {
      return siteStore().draft(this.itemId);
    }
    saveDraft(options) {
      this.settle();
      siteStore().saveDraft(this.itemId, { options, ...this.help.opened });
    }
    tell(content, silent = false) {
      const status = this.querySelector(".recall-status");
      if (status && silent) this.announcer.show(status, content);
      else if (status) this.announcer.say(status, content);
    }
    record(response, used, show2, given = {}) {
      const detail = { ...response, item: this.itemId, kind: this.localName.replace("recall-", "") };
      const options = { bubbles: true, detail };
      if (!this.dispatchEvent(new CustomEvent("recall-attempt", { ...options, cancelable: true }))) return;
      const store = siteStore();
      const before2 = this.state;
      const context = this.#practice ? "practice" : "check";
      const fact = { ...response, context, session: store.session, help: helpSoFar(before2, used), rev: this.rev, ...given };
      const trouble = store.append(this.itemId, fact);
      this.settle();
      show2(before2, fact);
      if (trouble) showNotice(this, trouble);
      this.dispatchEvent(new CustomEvent("recall-attempted", options));
    }
  };
  function showNotice(host, trouble) {
    const notices = [...document.querySelectorAll(".recall-notice")];
    if (notices.some((notice) => notice.textContent === NOTICES[trouble])) return;
    host.append(element("p", "recall-notice", NOTICES[trouble]));
  }
  function actionOf({ target }) {
    const button2 = target instanceof Element ? target.closest("[data-recall-do]") : null;
    return button2?.getAttribute("data-recall-do");
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
    startOver() {
      this.querySelector(".recall-reveal")?.removeAttribute("open");
      this.clear();
      this.saveDraft([]);
    }
    clear() {
      this.help.restore(CLOSED);
      this.tell(document.createDocumentFragment(), true);
      delete this.dataset.recallRating;
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
      content.append(...rating === "good" ? [icon("check")] : [], WORDS[rating]);
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

  // writing.js
  function readWriting(record) {
    const stored = fields(record);
    const { hints, answer: answer2 } = readDraft(record);
    return { text: text(stored.text), concepts: texts(stored.concepts), hints, answer: answer2 };
  }
  function isBlank({ text: text2, concepts, hints, answer: answer2 }) {
    return text2 === "" && concepts.length === 0 && hints === 0 && !answer2;
  }
  function outcomeOf(ticked, concepts) {
    return concepts.every((id) => ticked.includes(id)) ? "right" : "wrong";
  }
  function isTold(ticked, { outcome, chosen }) {
    return outcome !== null && ticked.length === chosen.length && ticked.every((id) => chosen.includes(id));
  }

  // explain.js
  var WRITTEN = 500;
  var TICKED = 3e3;
  var RecallExplainElement = class extends RecallItemElement {
    #warned = false;
    #scored = false;
    #saving = 0;
    #recording = 0;
    connectedCallback() {
      for (const type of ["click", "input", "change", "focusout"]) this.addEventListener(type, this);
    }
    disconnectedCallback() {
      this.#flush();
      window.removeEventListener("pagehide", this);
      document.removeEventListener("visibilitychange", this);
      super.disconnectedCallback();
    }
    handleEvent(event) {
      if (event.type === "click") this.#press(actionOf(event));
      else if (event.type === "pagehide" || event.type === "visibilitychange") this.#flush();
      else if (event.target !== this.#field) this.#tick(event);
      else if (event.type === "input") this.#written();
      else this.#save(this.#saving);
    }
    showStored() {
      const record = this.ids.map((id) => siteStore().kept("d", id)).find((found) => found !== null);
      const { outcome, chosen, changed } = this.state;
      const told = outcome !== null || changed;
      const writing = record ? readWriting(record) : { text: "", concepts: chosen, hints: 0, answer: told };
      if (this.#field) this.#field.value = writing.text;
      for (const box of this.#boxes) box.checked = writing.concepts.includes(box.value);
      this.help.restore({ ...CLOSED, hints: writing.hints });
      this.#open(writing.answer);
      this.#scored = told || writing.concepts.length > 0;
      this.#showScore(true);
      if (changed) this.tell(verdictPanel("notice", WORDS.changed), true);
    }
    get busy() {
      return this.#saving > 0 || this.#recording > 0;
    }
    startOver() {
      this.clear();
      this.#save();
    }
    clear() {
      this.#stop();
      if (this.#field) this.#field.value = "";
      for (const box of this.#boxes) box.checked = false;
      this.help.restore(CLOSED);
      this.#open(false);
      this.#warned = false;
      this.#scored = false;
      this.#showScore(true);
      this.tell(document.createDocumentFragment(), true);
    }
    leave() {
      this.#flush();
      if (!this.dataset.recallState || this.state.outcome !== null) return;
      this.#attempt();
      this.#scored = true;
      this.#showScore(true);
    }
    get #field() {
      return this.querySelector("textarea");
    }
    get #boxes() {
      return [...this.querySelectorAll(".recall-tick > input")].filter((box) => box instanceof HTMLInputElement);
    }
    get #ticked() {
      return this.#boxes.filter((box) => box.checked).map((box) => box.value);
    }
    #press(action) {
      if (action === "model") this.#pressModel();
      if (action !== "hint") return;
      this.help.pressHint();
      this.#save();
    }
    #pressModel() {
      if (!this.#field?.value.trim() && !this.#warned) {
        this.#warned = true;
        return this.tell(verdictPanel("notice", WORDS.writeFirst));
      }
      this.tell(document.createDocumentFragment());
      this.#open(true);
      this.#save();
      const model = this.querySelector(".recall-model > recall-answer");
      if (!model) return;
      model.tabIndex = -1;
      model.focus({ preventScroll: true });
      model.scrollIntoView({ block: "nearest", behavior: "instant" });
    }
    #open(open) {
      for (const details of this.querySelectorAll(".recall-model, .recall-concepts")) details.toggleAttribute("open", open);
      this.querySelector('[data-recall-do="model"]')?.toggleAttribute("hidden", open);
      if (open) this.dataset.recallState = "open";
      else delete this.dataset.recallState;
    }
    #written() {
      this.settle();
      this.#watch();
      window.clearTimeout(this.#saving);
      this.#saving = window.setTimeout(() => this.#save(), WRITTEN);
    }
    #tick({ type, target }) {
      if (type !== "change" || !this.#boxes.some((box) => box === target)) return;
      this.#scored = true;
      this.#save();
      this.#showScore();
      this.#watch();
      window.clearTimeout(this.#recording);
      this.#recording = window.setTimeout(() => this.#attempt(), TICKED);
    }
    #showScore(silent = false) {
      const boxes = this.#boxes;
      for (const box of boxes) {
        const mark = box.parentElement?.querySelector(".recall-mark");
        if (mark) mark.textContent = this.#scored && !box.checked ? WORDS.backInReview : "";
      }
      const region = this.querySelector(".recall-score");
      const content = document.createDocumentFragment();
      if (this.#scored) content.append(...scoreOf(this.#ticked.length, boxes.length));
      if (region && silent) this.announcer.show(region, content);
      else if (region) this.announcer.say(region, content, true);
    }
    #attempt() {
      window.clearTimeout(this.#recording);
      this.#recording = 0;
      const concepts = this.#ticked;
      if (isTold(concepts, this.state)) return;
      const outcome = outcomeOf(concepts, this.#boxes.map((box) => box.value));
      this.record({ kind: "attempt", outcome, options: [], concepts }, this.help.used, () => this.help.carryOver());
    }
    #save(needed = true) {
      if (!needed) return;
      window.clearTimeout(this.#saving);
      this.#saving = 0;
      this.settle();
      const { hints } = this.help.opened;
      const writing = { text: this.#field?.value ?? "", concepts: this.#ticked, hints, answer: "recallState" in this.dataset };
      const renamed = this.ids.length > 1;
      const trouble = siteStore().keep("d", this.itemId, isBlank(writing) && !renamed ? null : writing);
      if (trouble && writing.text) showNotice(this, trouble);
    }
    #flush() {
      this.#save(this.#saving);
      if (this.#recording) this.#attempt();
    }
    #stop() {
      for (const timer of [this.#saving, this.#recording]) window.clearTimeout(timer);
      this.#saving = this.#recording = 0;
    }
    #watch() {
      window.addEventListener("pagehide", this);
      document.addEventListener("visibilitychange", this);
    }
  };
  function scoreOf(ticked, concepts) {
    const segments = element("span", "recall-segments");
    segments.setAttribute("aria-hidden", "true");
    for (let index = 0; index < concepts; index += 1) {
      const segment = document.createElement("i");
      segment.toggleAttribute("data-recall-on", index < ticked);
      segments.append(segment);
    }
    const note = element("p", "recall-note", conceptsComeBack(concepts - ticked));
    return [element("p", "recall-verdict", gotConcepts(ticked, concepts)), segments, note];
  }

  // set.js
  var ICONS2 = Object.freeze({ right: "check", helped: "bulb", missed: "cross" });
  var RecallSetElement = class extends HTMLElement {
    restore() {
    }
    follow() {
      this.restore();
    }
    clear() {
    }
    refresh() {
    }
    begin() {
    }
    showLinked(_page) {
      return false;
    }
    get setId() {
      return this.dataset.recallId ?? "";
    }
    get ids() {
      return [this.setId, ...this.dataset.recallAka?.split(" ") ?? []];
    }
    get pages() {
      const pages = this.querySelector(".recall-items")?.children ?? [];
      return [...pages].filter((page) => page instanceof HTMLElement);
    }
    get current() {
      const { pages } = this;
      return pages.find((page) => page.hasAttribute("data-recall-current")) ?? pages[0] ?? null;
    }
    get index() {
      return this.pages.findIndex((page) => page === this.current);
    }
    get view() {
      return this.dataset.recallView ?? "";
    }
    showView(view) {
      if (view) this.dataset.recallView = view;
      else delete this.dataset.recallView;
      const button2 = this.querySelector('[data-recall-do="list"]');
      if (button2) button2.textContent = view === "list" ? WORDS.oneAtATime : WORDS.allQuestions;
      if (view !== "list") this.querySelector(".recall-list")?.replaceChildren();
    }
    showPage(page) {
      for (const other of this.querySelectorAll(".recall-items > [data-recall-current]")) other.removeAttribute("data-recall-current");
      page.dataset.recallCurrent = "";
      const { index, pages } = this;
      const count2 = this.querySelector(".recall-head .recall-count");
      if (count2) count2.textContent = place(index + 1, pages.length);
      this.querySelector('[data-recall-do="back"]')?.toggleAttribute("data-recall-idle", index === 0);
    }
    goTo(page) {
      this.showPage(page);
      const faulty = page.classList.contains("recall-error");
      const stem = faulty ? null : page.querySelector(".recall-stem, .recall-prompt");
      this.readOnAt(stem ?? page);
    }
    readOnAt(start) {
      start.tabIndex = -1;
      start.focus({ preventScroll: true });
      const seen = this.getBoundingClientRect().top >= 0 && !endsBelow(start);
      if (!seen) this.scrollIntoView({ block: "start", behavior: "instant" });
    }
    wantedBy({ target }) {
      const button2 = target instanceof Element ? target.closest("[data-recall-go]") : null;
      return this.pages[Number(button2?.getAttribute("data-recall-go")) - 1] ?? null;
    }
    showCircles(marks, current) {
      const list = this.querySelector(".recall-circles");
      const missing = marks.slice(list?.children.length);
      list?.append(...missing.map(() => list.children[0]?.cloneNode(true) ?? ""));
      [...list?.children ?? []].forEach((place2, index) => {
        const mark = marks[index];
        place2.toggleAttribute("hidden", !mark);
        const circle2 = place2.querySelector("button");
        if (!circle2 || !mark) return;
        setMark(circle2, mark, index === current);
        circle2.dataset.recallGo = `${index + 1}`;
        circle2.setAttribute("aria-label", questionName(index + 1, wordsOf(mark)));
        circle2.replaceChildren(iconOf(mark) ?? `${index + 1}`);
      });
    }
    showList(marks) {
      const { pages, index: current } = this;
      const rows = element("ol", "recall-rows");
      rows.append(...marks.map((mark, index) => row(pages[index], mark, index, index === current)));
      this.querySelector(".recall-list")?.replaceChildren(rows);
    }
  };
  function row(page, mark, index, current) {
    const button2 = (
      element("button", "recall-row")
    );
    button2.type = "button";
    button2.dataset.recallGo = `${index + 1}`;
    setMark(button2, mark, current);
    const picture = element("span", "recall-row-icon");
    picture.append(iconOf(mark) ?? "");
    const state = page?.classList.contains("recall-error") ? "" : capital(wordsOf(mark).join(", ") || STATES.unanswered);
    button2.append(
      element("span", "recall-row-number", `${index + 1}`),
      " ",
      picture,
      element("span", "recall-row-stem", stemOf(page)),
      " ",
      element("span", "recall-row-state", state)
    );
    const place2 = document.createElement("li");
    place2.append(button2);
    return place2;
  }
  function setMark(button2, { state, flagged = false }, current) {
    if (state) button2.dataset.recallState = state;
    else delete button2.dataset.recallState;
    button2.toggleAttribute("data-recall-flagged", flagged);
    if (current) button2.setAttribute("aria-current", "true");
    else button2.removeAttribute("aria-current");
  }
  function iconOf({ state }) {
    const name = state && ICONS2[state];
    return name ? icon(name) : null;
  }
  function wordsOf({ state, flagged }) {
    return [...state ? [STATES[state]] : [], ...flagged ? [STATES.flagged] : []];
  }
  function stemOf(page) {
    const stem = page?.querySelector(page.classList.contains("recall-error") ? ".recall-title" : ".recall-stem, .recall-prompt");
    const parts = [...stem?.childNodes ?? []].filter((part) => !(part instanceof Element && part.matches(".recall-number")));
    const paragraphs = parts.filter((part) => part instanceof HTMLParagraphElement);
    const asked = paragraphs.length > 0 ? paragraphs.slice(-1) : parts;
    return asked.map((part) => part.textContent?.trim()).filter(Boolean).join(" ");
  }

  // links.js
  function linkedElement() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null;
    }
  }
  function showLinked() {
    const target = linkedElement();
    if (target instanceof RecallSetElement) target.begin();
    const page = target?.closest(".recall-item, .recall-error");
    const set = page?.closest("recall-practice, recall-test");
    if (!target || !(page instanceof HTMLElement) || !(set instanceof RecallSetElement)) return;
    if (!set.showLinked(page)) return;
    (target === page ? set : target).scrollIntoView({ block: "start", behavior: "instant" });
  }
  function registerLinks() {
    window.addEventListener("hashchange", showLinked);
  }
  function nameInAddress(address) {
    try {
      history.replaceState(history.state, "", address);
    } catch {
    }
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
        for (const row2 of readRows(this)) setRow(row2, rowState(row2, { outcome, chosen: [], tried: state.tried }));
      }
    }
    startOver() {
      this.clear();
      this.#saveDraft();
    }
    clear() {
      this.help.restore(CLOSED);
      this.#choose([]);
      for (const row2 of readRows(this)) setRow(row2, null);
      this.tell(document.createDocumentFragment(), true);
      delete this.dataset.recallState;
      this.#label(WORDS.check);
    }
    showResponse(chosen) {
      const { right } = score(chosen, idsOf(keysOf(readRows(this))));
      this.#choose(chosen);
      this.help.restore({ ...CLOSED, answer: true });
      this.#showOutcome({ ...this.state, outcome: right ? "right" : "shown", chosen: [...chosen], tries: 1, tried: [], help: [] }, true);
    }
    get keyLetters() {
      return keysOf(readRows(this)).map((row2) => row2.letter);
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
      if (!readRows(this).some((row2) => row2.input === event.target)) return;
      this.#leaveVerdict();
      this.#saveDraft();
    }
    #leaveVerdict() {
      const over = this.#over;
      for (const row2 of readRows(this)) setRow(row2, over ? null : rowStateAfter(stateOfRow(row2), row2.input.checked));
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
      const row2 = readRows(this)[digitOf(event) - 1];
      if (!row2) return;
      event.preventDefault();
      row2.input.focus();
      row2.input.click();
    }
    #attempt(outcome) {
      const options = idsOf(chosenOf(readRows(this)));
      const help = outcome === "shown" ? [
        ...this.help.used,
        "answer"
      ] : this.help.used;
      this.record({ kind: "attempt", outcome, options }, help, (before2, fact) => {
        if (outcome === "shown") this.help.pressAnswer();
        this.#showOutcome({ ...advance(before2, fact, this.rev), outcome });
        this.#saveDraft();
      });
    }
    #showOutcome(state, silent) {
      const rows = readRows(this);
      const several = keysOf(rows).length > 1;
      this.dataset.recallState = state.outcome;
      for (const row2 of rows) setRow(row2, rowState(row2, state), several);
      this.#label(WORDS.tryAgain);
      this.tell(verdictOf(rows, state), silent);
    }
    #saveDraft() {
      const known = this.dataset.recallState && isEmpty({ ...this.help.opened, options: [] });
      this.saveDraft(known ? [] : idsOf(chosenOf(readRows(this))));
    }
    #choose(ids) {
      for (const row2 of readRows(this)) row2.input.checked = ids.includes(row2.id);
    }
    #label(text2) {
      const button2 = this.querySelector(".recall-check");
      if (button2) button2.textContent = text2;
    }
  };

  // menu.js
  var OPEN = "details.recall-menu[open]";
  var OpenMenus = class {
    handleEvent(event) {
      if (event instanceof KeyboardEvent && event.key !== "Escape") return;
      for (const menu of document.querySelectorAll(OPEN)) {
        if (event instanceof KeyboardEvent) close(menu);
        else if (!(event.target instanceof Node && menu.contains(event.target)) || isLink(event.target)) menu.removeAttribute("open");
      }
    }
  };
  function close(menu) {
    const within = menu.contains(document.activeElement);
    menu.removeAttribute("open");
    if (within) menu.querySelector("summary")?.focus();
  }
  function isLink(node) {
    return node instanceof Element && node.closest("a") !== null;
  }
  function registerMenus() {
    const menus = new OpenMenus();
    for (const type of ["click", "keydown"]) document.addEventListener(type, menus);
  }

  // round.js
  function readRound(record) {
    const { at, since, only } = fields(record);
    return {
      at: text(at),
      since: typeof since === "number" && Number.isFinite(since) && since > 0 ? since : 0,
      only: Array.isArray(only) ? texts(only) : null
    };
  }
  function resultOf(entries, since, rev) {
    const mine = standing(entries).filter(({ time }) => time >= since);
    const attempts = mine.filter((entry) => entry.kind === "attempt").filter((entry) => entry.rev === rev);
    const ratings = mine.filter((entry) => entry.kind === "rating");
    return attempts.length > 0 ? attemptResult(attempts) : ratingResult(ratings);
  }
  function attemptResult(attempts) {
    const counted = attempts.at(-1)?.concepts ? attempts.slice(-1) : attempts;
    const [first] = counted;
    if (first?.outcome === "right" && first.help.length === 0) return "right";
    return counted.at(-1)?.outcome === "right" ? "helped" : "missed";
  }
  function ratingResult(ratings) {
    const last = ratings.at(-1);
    if (!last) return null;
    if (last.rating === "again") return "missed";
    return ratings.some(({ rating, help }) => rating === "again" || help.length > 0) ? "helped" : "right";
  }
  function sumUp(results) {
    const count2 = (wanted) => results.filter((result) => result === wanted).length;
    return { right: count2("right"), helped: count2("helped"), missed: count2("missed"), unanswered: count2(null) };
  }

  // storewords.js
  var STORE_WORDS = Object.freeze({
    reset: "Reset",
    undo: "Undo",
    keep: "Keep",
    resetPage: "Reset this page",
    resetSet: "Reset this set",
    resetTest: "Reset this test",
    isReset: "Reset. What you answered before no longer counts.",
    nothing: "Nothing to reset here."
  });
  function askReset(items) {
    const one = new Intl.PluralRules("en").select(items) === "one";
    return `Reset ${items} ${one ? "question or card" : "questions and cards"}? What you answered and wrote there no longer counts.`;
  }

  // practice.js
  var RecallPracticeElement = class extends RecallSetElement {
    #round = null;
    #moved = false;
    connectedCallback() {
      for (const type of ["click", "change", "submit", "recall-attempted"]) this.addEventListener(type, this);
    }
    handleEvent(event) {
      if (event.type === "click") this.#press(event);
      if (event.type === "recall-attempted") this.#hear();
      else this.#showReady();
    }
    restore() {
      const { at, since } = this.#stored;
      this.setAttribute("data-recall-since", `${since}`);
      const page = super.pages.find((each) => idsOf2(each).includes(at));
      if (page) this.showPage(page);
    }
    follow() {
      const before2 = this.#stored;
      this.#round = null;
      const { since, at } = this.#stored;
      if (before2.since > since) this.#round = before2;
      else if (before2.since === since && this.#moved) this.#round = { ...this.#stored, at: before2.at };
      else this.restore();
      if (since <= before2.since) return;
      this.showView("");
      const [first] = this.pages;
      if (!at && first) this.showPage(first);
      for (const page of super.pages) if (page instanceof RecallItemElement) page.follow(true);
    }
    clear() {
      this.#round = readRound(null);
      this.#moved = false;
      this.setAttribute("data-recall-since", "0");
      this.showView("");
      const [first] = this.pages;
      if (first) this.showPage(first);
    }
    refresh() {
      const { current, view } = this;
      if (current && !view) this.showPage(current);
      this.showCircles(this.#marks, view === "end" ? -1 : this.index);
      this.#showReady();
    }
    showLinked(page) {
      if (!this.view && page === this.current) return false;
      if (!this.pages.includes(page)) {
        this.#round = { ...this.#stored, only: null };
        if (page instanceof RecallItemElement) page.startOver();
      }
      this.showView("");
      this.showPage(page);
      this.refresh();
      return true;
    }
    #hear() {
      const { current } = this;
      this.refresh();
      if (current && idsOf2(current)[0] !== this.#stored.at) this.#keep(current);
    }
    get pages() {
      const { only } = this.#stored;
      const pages = super.pages.filter((page) => !only || idsOf2(page).some((id) => only.includes(id)));
      return pages.length > 0 ? pages : super.pages;
    }
    get #stored() {
      const store = siteStore();
      return this.#round ??= readRound(this.ids.map((id) => store.kept("d", id)).find((found) => found !== null));
    }
    get #results() {
      const { since } = this.#stored;
      return this.pages.map((page) => {
        return page instanceof RecallItemElement ? resultOf(siteStore().entries(page.ids), since, page.rev) : null;
      });
    }
    get #marks() {
      return this.#results.map((state) => ({ state }));
    }
    #press(event) {
      const wanted = this.wantedBy(event);
      const action = actionOf(event);
      if (wanted) this.#moveTo(wanted);
      else if (action === "back") this.#moveTo(this.pages[this.view === "end" ? this.index : this.index - 1]);
      else if (action === "next") this.#next();
      else if (action === "list") this.#toggleList();
      else if (action === "retry") this.#begin(this.#missed);
      else if (action === "restart") this.#begin(null);
    }
    #moveTo(page) {
      if (!page) return;
      this.#leave();
      this.showView("");
      this.goTo(page);
      this.refresh();
      this.#keep(page);
      this.#followAddress(page);
    }
    #next() {
      const next = this.pages[this.index + 1];
      if (next) return this.#moveTo(next);
      this.#leave();
      this.#showEnd();
    }
    #leave() {
      const { current } = this;
      if (current instanceof RecallItemElement) current.leave();
    }
    #toggleList() {
      this.#leave();
      this.showView(this.view === "list" ? "" : "list");
      if (this.view) this.showList(this.#marks);
      this.refresh();
    }
    #showEnd() {
      const items = this.#results.filter((_, index) => this.pages[index] instanceof RecallItemElement);
      const sums = sumUp(items);
      const end = this.querySelector(".recall-end");
      const choice = element("p", "recall-choice");
      if (sums.missed > 0) choice.append(button("recall-button recall-check", retryMissed(sums.missed), "retry"), " ");
      choice.append(button("recall-button", WORDS.startOver, "restart"), " ", button("recall-help", STORE_WORDS.resetSet, "reset-set"));
      end?.replaceChildren(element("p", "recall-verdict", WORDS.setFinished), element("p", "recall-told", roundTold(sums)), choice);
      this.showView("end");
      this.refresh();
      if (end) this.readOnAt(end);
    }
    get #missed() {
      const { pages } = this;
      return this.#results.flatMap((result, index) => result === "missed" ? idsOf2(pages[index]).slice(0, 1) : []);
    }
    #begin(only) {
      const since = siteStore().now();
      this.#round = { at: "", since, only };
      this.setAttribute("data-recall-since", `${since}`);
      const { pages } = this;
      for (const page of pages) if (page instanceof RecallItemElement) page.startOver();
      const [first] = pages;
      if (!first) return;
      this.showView("");
      this.goTo(first);
      this.refresh();
      this.#keep(first);
      this.#followAddress(first);
    }
    #keep(page) {
      const { since, only } = this.#stored;
      const [at = ""] = idsOf2(page);
      this.#round = { at, since, only };
      this.#moved = true;
      siteStore().keep("d", this.setId, { at, since, ...only ? { only } : {} });
    }
    #followAddress(page) {
      const target = linkedElement();
      if (target && target !== this && this.contains(target) && page.id) history.replaceState(history.state, "", `#${page.id}`);
    }
    #showReady() {
      const { recallState = "", recallRating } = this.current?.dataset ?? {};
      const ready = ["right", "shown", "open"].includes(recallState) || recallRating !== void 0;
      this.querySelector('[data-recall-do="next"]')?.toggleAttribute("data-recall-ready", ready);
    }
  };
  function idsOf2(page) {
    if (page instanceof RecallItemElement) return page.ids;
    return page?.id ? [page.id.replace(/^recall-/, "")] : [];
  }

  // order.js
  function orderRows(item, ids) {
    const named = namedKeys(item);
    for (const list of item.querySelectorAll(".recall-options, .recall-solution .recall-reasons")) orderList(list, ids);
    if (named.length > 0) renameKeys(item, named);
  }
  function orderList(list, ids) {
    const rows = [...list.children];
    const letters = rows.map(letterOf);
    const ordered = rows.sort((a, b) => ids.indexOf(optionOf2(a)) - ids.indexOf(optionOf2(b)));
    list.append(...ordered);
    ordered.forEach((row2, index) => {
      const letter = row2.querySelector(".recall-letter");
      if (letter) letter.textContent = letters[index] ?? "";
    });
  }
  function namedKeys(item) {
    const keys = [...item.querySelectorAll(".recall-solution .recall-reason[data-recall-key]")];
    const named = [];
    for (const block of item.querySelector(".recall-final-answer > .recall-body")?.children ?? []) {
      const key = keys[named.length];
      const found = key && nameIn(block, letterOf(key));
      if (found) named.push({ id: optionOf2(key), ...found, blocks: [block] });
      else named.at(-1)?.blocks.push(block);
    }
    return named.length === keys.length ? named : [];
  }
  function nameIn(block, letter) {
    const first = block.firstChild;
    if (block.localName !== "p") return null;
    if (block.textContent === letter) return { name: block, rest: "" };
    const isName = first instanceof HTMLSpanElement && first.attributes.length === 0 && first.textContent === `${letter}, `;
    return isName ? { name: first, rest: ", " } : null;
  }
  function renameKeys(item, named) {
    const keys = [...item.querySelectorAll(".recall-solution .recall-reason[data-recall-key]")];
    const body = item.querySelector(".recall-final-answer > .recall-body");
    for (const key of keys) {
      const found = named.find(({ id }) => id === optionOf2(key));
      if (!found) continue;
      found.name.textContent = `${letterOf(key)}${found.rest}`;
      body?.append(...found.blocks);
    }
  }
  function letterOf(row2) {
    return row2.querySelector(".recall-letter")?.textContent ?? "";
  }
  function optionOf2(row2) {
    return row2.getAttribute("data-recall-option") ?? "";
  }

  // mastery.js
  var GOAL = 70;
  var ENOUGH = 8;
  var DAY = 24 * 60 * 60 * 1e3;
  var STRONG = Object.freeze({ share: GOAL / 100, sure: 0.85 });
  var WEAK = Object.freeze({ share: 0.6, sure: 0.6 });
  var TAIL = 0.1;
  function below(share, right, all) {
    const trials = all + 1;
    let ways = 1;
    let sum = 0;
    for (let j = 0; j <= trials; j += 1) {
      if (j > right) sum += ways * share ** j * (1 - share) ** (trials - j);
      ways = ways * (trials - j) / (j + 1);
    }
    return sum;
  }
  function quantile(chance, right, all) {
    let [low, high] = [0, 1];
    for (let step = 0; step < 40; step += 1) {
      const middle = (low + high) / 2;
      if (below(middle, right, all) < chance) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }
  function rangeOf(right, all) {
    const percent2 = (chance) => Math.floor(100 * quantile(chance, right, all));
    return { low: percent2(TAIL), high: percent2(1 - TAIL) };
  }
  function reachesStrong(right, all) {
    return 1 - below(STRONG.share, right, all) >= STRONG.sure;
  }
  function isWeak(right, all) {
    return below(WEAK.share, right, all) >= WEAK.sure;
  }
  function strongFrom(all) {
    let right = 0;
    while (right <= all && !reachesStrong(right, all)) right += 1;
    return right;
  }
  function verdictOf2({ right, all, hardRight, hard }) {
    if (all < ENOUGH) return "few";
    if (reachesStrong(right, all) && 2 * hardRight >= hard) return "strong";
    return isWeak(right, all) ? "weak" : "getting";
  }
  function isSecure(form, others) {
    return others.some(({ seed, time }) => seed !== form.seed && form.time - time >= DAY);
  }

  // testwords.js
  var TEST_WORDS = Object.freeze({
    tooSmall: "This test needs more questions.",
    flag: "Flag",
    unflag: "Unflag",
    finish: "Finish test",
    newTest: "New test",
    studyNext: "Study next",
    leftOut: "left out of the verdict",
    retry: "A retry gives no verdict.",
    second: "A second strong test on another day makes it secure.",
    secure: "Strong tests on two days make it secure.",
    enough: `A verdict needs ${ENOUGH} questions.`,
    goal: `goal ${percent(GOAL)}`
  });
  function percent(whole) {
    return new Intl.NumberFormat("en", { style: "percent" }).format(whole / 100);
  }
  function plural(number2, one, other) {
    return `${number2} ${new Intl.PluralRules("en").select(number2) === "one" ? one : other}`;
  }
  function formName(seed) {
    return `Form ${seed}`;
  }
  function unanswered(number2) {
    const [are, they] = number2 === 1 ? ["question is", "It counts"] : ["questions are", "They count"];
    return `${number2} ${are} unanswered. ${they} as missed.`;
  }
  function goToQuestion(number2) {
    return `Go to question ${number2}`;
  }
  function resultOn(retry, time) {
    const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(time);
    return `${retry ? "Retry" : "Test result"}, ${day}`;
  }
  function outOf(all) {
    return `of ${all}`;
  }
  function rightUnaided(right) {
    return `${right} right on the first try, without help.`;
  }
  function likelyBetween({ low, high }) {
    return `Over many tests like this one you would likely score between ${percent(low)} and ${percent(high)}.`;
  }
  function rangeTold({ low, high }) {
    const scale = `on a scale from ${percent(0)} to ${percent(100)}`;
    return `Likely score: ${percent(low)} to ${percent(high)}, ${scale}. The goal is ${percent(GOAL)}.`;
  }
  function rangeShort({ low, high }) {
    return `${percent(low)} to ${percent(high)}`;
  }
  function strongTakes(right, all, hard) {
    return `Strong takes ${right} of ${all}${hard > 0 ? ", with at least half of the hard ones right" : ""}.`;
  }
  function startBelow(covered, missed) {
    return `Start with the sections below; they cover ${covered} of the ${missed} you missed.`;
  }
  function leftOut(seen) {
    return `Left out of the verdict: ${plural(seen, "question", "questions")} you answered in the last 24 hours.`;
  }
  function missedOf(missed, all) {
    return `missed ${missed} of ${all}`;
  }
  function allQuestions(questions) {
    return questions === 1 ? "1 question" : `All ${questions} questions`;
  }

  // bank.js
  var TestBank = class {
    #test;
    #box;
    #children;
    #questions;
    constructor(test) {
      this.#test = test;
      this.#box = test.querySelector(".recall-items");
      this.#children = [...this.#box?.children ?? []];
      const questions = this.#children.filter((child) => child instanceof RecallMcqElement).map(readQuestion);
      this.#questions = new Map(questions.map((question2) => [question2.item.id, question2]));
    }
    get questions() {
      return [...this.#questions.values()];
    }
    get items() {
      return this.questions.map(({ item }) => item);
    }
    pick(ids) {
      return ids.flatMap((id) => this.#questions.get(id) ?? []);
    }
    layOut({ items, orders }, { seed, retry }) {
      this.putBack();
      const drawn = this.pick(items);
      drawn.forEach(({ page, item }, index) => {
        page.startOver();
        orderRows(page, orders[item.id] ?? item.options);
        number(page, `${index + 1}.`);
      });
      const pages = new Set(drawn.map(({ page }) => page));
      for (const child of this.#children) child.toggleAttribute("hidden", !pages.has(child));
      this.#box?.prepend(...pages);
      this.#box?.before(element("p", "recall-seed", formName(seed)));
      this.#test.dataset.recallForm = retry ? "retry" : "test";
    }
    putBack() {
      if (!this.#test.hasAttribute("data-recall-form")) return;
      delete this.#test.dataset.recallForm;
      this.#test.querySelector(".recall-seed")?.remove();
      for (const { page, item, number: own } of this.questions) {
        if (page.hidden) continue;
        page.startOver();
        orderRows(page, item.options);
        number(page, own);
        delete page.dataset.recallCurrent;
      }
      for (const child of this.#children) child.removeAttribute("hidden");
      this.#box?.append(...this.#children);
    }
  };
  function readQuestion(page) {
    const { recallRank, recallObjective = "" } = page.dataset;
    const fixed = page.querySelector('.recall-options[data-recall-order="fixed"]') !== null;
    return {
      page,
      item: { id: page.itemId, rank: Number(recallRank) || 0, objective: recallObjective, options: idsOf(readRows(page)), fixed },
      number: page.querySelector(".recall-number")?.textContent ?? ""
    };
  }
  function number(page, text2) {
    const place2 = page.querySelector(".recall-number");
    if (place2) place2.textContent = text2;
  }
  function responseOf(page) {
    return idsOf(chosenOf(readRows(page)));
  }
  function choose(page, ids) {
    for (const row2 of readRows(page)) row2.input.checked = ids.includes(row2.id);
  }
  function isRight(page, ids) {
    return score(ids, idsOf(keysOf(readRows(page)))).right;
  }

  // chance.js
  var RANGE = 2 ** 32;
  function generatorOf(text2) {
    let state = hash(text2);
    return () => {
      state = state + 2654435769 >>> 0;
      return mix(state) / RANGE;
    };
  }
  function hash(text2) {
    let state = 2166136261;
    for (const character of text2) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16777619);
    return state >>> 0;
  }
  function mix(bits) {
    let mixed = Math.imul(bits ^ bits >>> 16, 2246822507);
    mixed = Math.imul(mixed ^ mixed >>> 13, 3266489909);
    return (mixed ^ mixed >>> 16) >>> 0;
  }
  function shuffle(things, next) {
    const shuffled = [];
    for (const thing of things) shuffled.splice(Math.floor(next() * (shuffled.length + 1)), 0, thing);
    return shuffled;
  }

  // seed.js
  var SEED = /^[0-9a-z]{1,16}(-[0-9a-f]+)?$/;
  var LENGTH = 6;
  function isSeed(text2) {
    return SEED.test(text2);
  }
  function seedOf(hash2) {
    const seed = hash2.startsWith("#seed=") ? hash2.slice(6).toLowerCase() : "";
    return isSeed(seed) ? seed : "";
  }
  function newSeed(tiers, next) {
    const chance = Array.from({ length: LENGTH }, () => Math.floor(next() * 16).toString(16)).join("");
    const pairs = Array.from({ length: Math.ceil(tiers.length / 2) }, (_, index) => tiers.slice(2 * index, 2 * index + 2));
    const digits = pairs.map(([first = 0, second = 0]) => (4 * first + second).toString(16)).join("");
    return `${chance}-${digits}`.replace(/-?0*$/, "");
  }
  function tierOf(seed, index) {
    const digit = Number.parseInt(seed.split("-")[1]?.charAt(index >> 1) || "0", 16);
    return index % 2 === 0 ? digit >> 2 : digit & 3;
  }

  // form.js
  var SHARE = 0.4;
  function drawForm(bank, mix2, seed) {
    if (!isEnough(mix2, (wanted) => bank.filter(({ rank }) => rank === wanted).length)) return null;
    const ranks = mix2.flatMap((wanted, index) => new Array(wanted).fill(index + 1));
    const queue = queueOf(bank, seed);
    const draw2 = new Draw(queue, ranks);
    for (const objective of new Set(queue.map((item) => item.objective))) draw2.cover(objective);
    draw2.fill();
    return formOf(draw2.drawn, seed);
  }
  function isEnough(mix2, held) {
    return mix2.some((wanted) => wanted > 0) && mix2.every((wanted, index) => held(index + 1) >= wanted);
  }
  function formOf(items, seed) {
    const chance = chanceOf(seed);
    const ordered = shuffle(byId(items), generatorOf(`${chance} order`)).sort((a, b) => a.rank - b.rank);
    const orderOf2 = ({ id, options, fixed }) => fixed ? [...options] : shuffle(options, generatorOf(`${chance} ${id}`));
    return {
      items: ordered.map(({ id }) => id),
      orders: Object.fromEntries(ordered.map((item) => [item.id, orderOf2(item)]))
    };
  }
  function queueOf(bank, seed) {
    const tiers = new Map(byId(bank).map(({ id }, index) => [id, tierOf(seed, index)]));
    const tier = ({ id }) => tiers.get(id) ?? 0;
    return shuffle(byId(bank), generatorOf(chanceOf(seed))).sort((a, b) => tier(a) - tier(b));
  }
  function byId(items) {
    return [...items].sort((a, b) => a.id < b.id ? -1 : 1);
  }
  function chanceOf(seed) {
    return seed.split("-")[0] ?? "";
  }
  var Draw = class {
    #queue;
    #ranks;
    #places;
    #most;
    constructor(queue, ranks) {
      this.#queue = queue;
      this.#ranks = ranks;
      this.#places = ranks.map(() => null);
      this.#most = Math.max(1, Math.floor(SHARE * ranks.length));
    }
    get drawn() {
      return this.#places.filter((item) => item !== null);
    }
    cover(objective, asked = new Set()) {
      if (objective === "") return true;
      return this.#queue.some((item) => {
        if (item.objective !== objective) return false;
        return this.#placesOf(item.rank).some((place2) => {
          if (asked.has(place2)) return false;
          asked.add(place2);
          const other = this.#places[place2];
          if (other && !this.cover(other.objective, asked)) return false;
          this.#places[place2] = item;
          return true;
        });
      });
    }
    fill() {
      for (const place2 of this.#ranks.keys()) {
        while (!this.#places[place2] && !this.#take(place2, new Set())) this.#most += 1;
      }
    }
    #take(place2, asked) {
      const free = this.#queue.filter((item) => item.rank === this.#ranks[place2] && !this.#places.includes(item));
      const fit = free.find((item) => this.#hasRoom(item.objective)) ?? free.find((item) => this.#makeRoom(item, asked));
      if (fit) this.#places[place2] = fit;
      return fit !== void 0;
    }
    #makeRoom({ objective }, asked) {
      if (asked.has(objective)) return false;
      asked.add(objective);
      return this.#places.some((other, place2) => other?.objective === objective && this.#take(place2, asked));
    }
    #hasRoom(objective) {
      return objective === "" || this.#places.filter((item) => item?.objective === objective).length < this.#most;
    }
    #placesOf(rank) {
      return [...this.#ranks.keys()].filter((place2) => this.#ranks[place2] === rank);
    }
  };

  // past.js
  var HARD = 3;
  var LAST_TIME2 = 864e13;
  function seenLately(entries, time, session) {
    const attempts = entries.filter((entry) => entry.kind === "attempt").filter((entry) => entry.session !== session);
    return attempts.some((entry) => entry.time < time && entry.time >= time - DAY);
  }
  function tierAt(entries, rev, now) {
    if (seenLately(entries, now)) return 2;
    return stateOf(entries, rev).outcome === "right" ? 1 : 0;
  }
  function outcomeOf2(answers) {
    const counted = answers.filter(({ seen }) => !seen);
    const hard = counted.filter(({ rank }) => rank === HARD);
    return { right: rightOf(counted), all: counted.length, hardRight: rightOf(hard), hard: hard.length };
  }
  function rightOf(answers) {
    return answers.filter(({ right }) => right).length;
  }
  function sessionOf(seed, time) {
    return `${seed}.${time.toString(36)}`;
  }
  function strongForms(bank) {
    const forms = new Map();
    for (const { rank, entries } of bank) {
      const attempts = standing(entries).filter((entry) => entry.kind === "attempt").filter((entry) => entry.context === "test");
      const bySession = new Map(attempts.map((entry) => [entry.session, entry]));
      for (const [session, { outcome, time }] of bySession) {
        const answer2 = { rank, right: outcome === "right", seen: seenLately(entries, time, session), time };
        forms.set(session, [...forms.get(session) ?? [], answer2]);
      }
    }
    const strong = [...forms].filter(([, answers]) => verdictOf2(outcomeOf2(answers)) === "strong");
    return strong.map(([session, answers]) => ({
      seed: session.split(".")[0] ?? "",
      time: Math.max(...answers.map(({ time }) => time))
    }));
  }
  function readFinished(value) {
    const stored = fields(value);
    const finished = timeOf(stored.finished);
    const items = texts(stored.items);
    if (finished === 0 || items.length === 0) return null;
    const { ranks } = stored;
    const known = Array.isArray(ranks) ? ranks : [];
    return { session: text(stored.session), finished, items, ranks: items.map((_, index) => Number(known[index]) || 0) };
  }
  function timeOf(value) {
    return typeof value === "number" && value > 0 && value <= LAST_TIME2 ? value : 0;
  }
  function lastResult(record, entriesOf) {
    const last = readFinished(record?.last);
    if (!last) return null;
    const answers = last.items.map((item, index) => {
      const entries = entriesOf(item);
      const mine = entries.filter((entry) => entry.kind === "attempt").find((entry) => entry.session === last.session);
      const seen = seenLately(entries, last.finished, last.session);
      return { rank: last.ranks[index] ?? 0, right: mine?.outcome === "right", seen };
    });
    return { verdict: verdictOf2(outcomeOf2(answers)), right: rightOf(answers), all: answers.length, time: last.finished };
  }

  // record.js
  function readTest(value, bank) {
    const stored = fields(value);
    const known = new Map(bank.map((item) => [item.id, item]));
    const drawn = texts(stored.items).flatMap((id) => known.get(id) ?? []);
    const [first] = drawn;
    const [seed, session] = [text(stored.seed), text(stored.session)];
    if (!first || !isSeed(seed) || session === "") return null;
    const items = drawn.map(({ id }) => id);
    return {
      seed,
      session,
      items,
      orders: byItem(drawn, stored.orders, orderOf),
      responses: byItem(drawn, stored.responses, ({ options }, ids) => ids.filter((id) => options.includes(id))),
      flags: texts(stored.flags).filter((id) => items.includes(id)),
      at: items.find((id) => id === stored.at) ?? first.id,
      retry: stored.retry === true,
      finished: timeOf(stored.finished),
      last: readFinished(stored.last)
    };
  }
  function byItem(items, stored, read) {
    const ids = fields(stored);
    return Object.fromEntries(items.map((item) => [item.id, read(item, texts(ids[item.id]))]));
  }
  function orderOf({ options, fixed }, ids) {
    return fixed ? [...options] : texts([...ids.filter((id) => options.includes(id)), ...options]);
  }
  function unansweredOf({ items, responses }) {
    return items.filter((id) => (responses[id] ?? []).length === 0);
  }

  // range.js
  var SVG2 = "http://www.w3.org/2000/svg";
  var HALF = Object.freeze({ one: 7, two: 17, wide: 5 });
  var LINES = Object.freeze({ goal: "1em", mark: "1.5em", track: "2.25em", numbers: "4.5em" });
  var TRACK = Object.freeze({ y: LINES.track, height: "0.78125em", rx: "0.390625em" });
  function rangeOn(range) {
    const { low, high } = range;
    const svg = draw("svg", { class: "recall-range", role: "img", "aria-label": rangeTold(range), width: "100%", height: "5em", direction: "ltr" });
    svg.append(
      words("goal", GOAL, LINES.goal, TEST_WORDS.goal),
      draw("rect", { class: "recall-range-track", x: "0%", width: "100%", ...TRACK }),
      draw("rect", { class: "recall-range-band", x: `${low}%`, width: `${high - low}%`, ...TRACK }),
      draw("rect", { class: "recall-range-mark", x: `${GOAL}%`, width: "2", y: LINES.mark, height: "2.25em" }),
      ...numbers(range)
    );
    return svg;
  }
  function numbers(range) {
    const { low, high } = range;
    const ends = [...low > 2 * HALF.wide ? [0] : [], ...high < 100 - 2 * HALF.wide ? [100] : []];
    const bounds = high - low < 2 * HALF.one ? [words("bound", (low + high) / 2, LINES.numbers, rangeShort(range), HALF.two)] : [low, high].map((bound) => words("bound", bound, LINES.numbers, percent(bound)));
    return [...ends.map((end) => words("end", end, LINES.numbers, percent(end))), ...bounds];
  }
  function words(role, place2, y, text2, half = HALF.one) {
    const [anchor, x] = place2 < half ? ["start", 0] : place2 > 100 - half ? ["end", 100] : ["middle", place2];
    const made = draw("text", { class: `recall-range-${role}`, x: `${x}%`, y, "text-anchor": anchor });
    made.textContent = text2;
    return made;
  }
  function draw(tag, attributes) {
    const made = (
      document.createElementNS(SVG2, tag)
    );
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    return made;
  }

  // result.js
  function resultView(result) {
    const content = document.createDocumentFragment();
    content.append(verdictSection(result), nextSection(result), reviewSection(result.answers));
    return content;
  }
  function verdictSection(result) {
    const { retry, finished, answers } = result;
    const { right, all } = outcomeOf2(answers);
    const section = element("section", "recall-verdict");
    section.dataset.recallVerdict = retry ? "retry" : verdictOf2(outcomeOf2(answers));
    const summary = element("p", "recall-summary", (retry ? retryTold(result) : verdictTold(result)).join(" "));
    const range = retry || all === 0 ? [] : [rangeOn(rangeOf(right, all))];
    section.append(element("p", "recall-meta", resultOn(retry, finished)), headline(result), summary, ...range, levels(answers));
    return section;
  }
  function headline({ retry, answers }) {
    const title = element("h2", "recall-title", retry ? WORDS.setFinished : capital(VERDICTS[verdictOf2(outcomeOf2(answers))]));
    title.tabIndex = -1;
    const right = document.createElement("strong");
    right.textContent = `${rightOf(answers)}`;
    const total = element("p", "recall-total");
    total.append(right, " ", outOf(answers.length));
    const line = element("div", "recall-line");
    line.append(title, total);
    return line;
  }
  function retryTold({ answers }) {
    return [rightUnaided(rightOf(answers)), TEST_WORDS.retry];
  }
  function verdictTold(result) {
    const { answers } = result;
    const { right, all } = outcomeOf2(answers);
    const seen = answers.length - all;
    const numbers2 = all > 0 ? [rightUnaided(right), likelyBetween(rangeOf(right, all))] : [];
    return [...seen > 0 ? [leftOut(seen)] : [], ...numbers2, ...whatNext(result)];
  }
  function whatNext({ answers, study, secure }) {
    const counted = outcomeOf2(answers);
    const verdict = verdictOf2(counted);
    if (verdict === "few") return [TEST_WORDS.enough];
    if (verdict === "strong") return [secure ? TEST_WORDS.secure : TEST_WORDS.second];
    if (verdict === "getting") return [strongTakes(strongFrom(counted.all), counted.all, counted.hard)];
    const missed = missedIn(answers);
    const covered = missed.filter(({ objective }) => study.some((known) => known.objective === objective));
    return covered.length > 0 ? [startBelow(covered.length, missed.length)] : [];
  }
  function levels(answers) {
    const groups = element("div", "recall-levels");
    for (const rank of new Set(answers.map((answer2) => answer2.rank))) {
      const mine = answers.filter((answer2) => answer2.rank === rank);
      const level = mine[0]?.page.querySelector(".recall-level")?.cloneNode(true) ?? element("p", "recall-level");
      level.appendChild(element("span", "recall-count", place(rightOf(mine), mine.length))).before(" ");
      const circles = element("ol", "recall-circles");
      circles.append(...mine.map((answer2) => circle(answer2, answers.indexOf(answer2) + 1)));
      const group = document.createElement("div");
      group.append(level, circles);
      groups.append(group);
    }
    return groups;
  }
  function circle({ right, seen }, number2) {
    const made = document.createElement("button");
    made.type = "button";
    const state = right ? "right" : "missed";
    made.dataset.recallGo = `${number2}`;
    made.dataset.recallState = state;
    made.toggleAttribute("data-recall-seen", seen);
    made.setAttribute("aria-label", questionName(number2, [STATES[state], ...seen ? [TEST_WORDS.leftOut] : []]));
    made.append(icon(right ? "check" : "cross"));
    const item = document.createElement("li");
    item.append(made);
    return item;
  }
  function nextSection({ answers, study }) {
    const section = element("section", "recall-next");
    const links = studyLinks(answers, study);
    const missed = missedIn(answers).length;
    const actions = element("p", "recall-choice");
    if (missed > 0) actions.append(button("recall-button recall-check", retryMissed(missed), "retry"), " ");
    actions.append(button(`recall-button${missed > 0 ? "" : " recall-check"}`, TEST_WORDS.newTest, "new"));
    actions.append(" ", button("recall-help", STORE_WORDS.resetTest, "reset-set"));
    if (links) section.append(element("h3", "recall-title", TEST_WORDS.studyNext), links);
    section.append(actions);
    return section;
  }
  function studyLinks(answers, study) {
    const sections = study.map(({ objective, link }) => {
      const asked = answers.filter((answer2) => answer2.objective === objective);
      return { link, missed: missedIn(asked).length, asked: asked.length };
    });
    const missed = sections.filter((section) => section.missed > 0).sort((a, b) => b.missed - a.missed);
    const list = element("ul", "recall-sections");
    for (const section of missed) {
      const item = document.createElement("li");
      item.append(section.link.cloneNode(true), " ", element("span", "recall-meta", missedOf(section.missed, section.asked)));
      list.append(item);
    }
    return missed.length > 0 ? list : null;
  }
  function reviewSection(answers) {
    const section = element("section", "recall-review");
    const list = element("ol", "recall-questions");
    list.append(...answers.map((answer2, index) => question(answer2, index + 1)));
    section.append(element("h3", "recall-title", allQuestions(answers.length)), list);
    return section;
  }
  function question({ page, right }, number2) {
    const details = element("details", "recall-question");
    details.dataset.recallState = right ? "right" : "missed";
    const summary = document.createElement("summary");
    summary.append(
      element("span", "recall-row-number", `${number2}`),
      " ",
      icon(right ? "check" : "cross"),
      element("span", "recall-row-stem", stemOf(page)),
      " ",
      element("span", "recall-row-state", capital(STATES[right ? "right" : "missed"]))
    );
    details.append(summary, page);
    const item = document.createElement("li");
    item.append(details);
    return item;
  }
  function missedIn(answers) {
    return answers.filter(({ right }) => !right);
  }

  // test.js
  var RecallTestElement = class extends RecallSetElement {
    #announcer = new Announcer();
    #read = null;
    #record = null;
    #unsaved = false;
    connectedCallback() {
      for (const type of ["click", "recall-attempt"]) this.addEventListener(type, this);
      for (const type of ["change", "submit"]) this.addEventListener(type, this, { capture: true });
      window.addEventListener("hashchange", this);
    }
    disconnectedCallback() {
      window.removeEventListener("hashchange", this);
      this.#announcer.flush();
    }
    handleEvent(event) {
      if (event.type === "hashchange") this.#follow();
      else if (event.type === "click") this.#press(event);
      else if (this.#record?.finished === 0) this.#hear(event);
    }
    restore() {
      const record = this.#kept;
      const seed = seedOf(location.hash);
      const wanted = record && (seed === "" || seed === record.seed) ? record : null;
      if (wanted?.session === this.#record?.session) return;
      if (wanted) this.#open(wanted);
      else this.clear();
    }
    follow() {
      const [kept, record] = [this.#kept, this.#record];
      if (!record) return this.restore();
      if (this.#unsaved) return;
      if (!kept) return this.clear();
      if (kept.session !== record.session || kept.finished !== record.finished) return this.#open(kept);
      if (kept.finished > 0) return;
      this.#record = { ...kept, at: record.at };
      for (const { page, item } of this.#questions) choose(page, kept.responses[item.id] ?? []);
    }
    refresh() {
      const { index, view } = this;
      if (!this.#record || this.#record.finished > 0) return;
      const [list, last] = [view === "list", index === this.pages.length - 1];
      this.showCircles(this.#marks, index);
      this.#toggle("back", !list);
      this.#toggle("next", !list && !last);
      this.#toggle("finish", list || last);
      const flag = this.#toggle("flag", !list);
      if (flag) flag.textContent = this.#record.flags.includes(this.#record.at) ? TEST_WORDS.unflag : TEST_WORDS.flag;
    }
    showLinked(page) {
      const details = page.closest("details.recall-question");
      details?.setAttribute("open", "");
      return details !== null;
    }
    toPaper() {
      const seed = seedOf(location.hash);
      const form = this.#record || !seed ? null : this.#draw(seed);
      if (form) {
        this.#bank.layOut(form, { seed, retry: false });
        return () => this.#bank.putBack();
      }
      const places2 = this.pages.map((page) => page.closest("details.recall-question"));
      if (this.view === "result") this.querySelector(".recall-items")?.prepend(...this.pages);
      return () => this.pages.forEach((page, index) => places2[index]?.append(page));
    }
    showWhetherEnough() {
      const told = this.querySelector(".recall-start > p");
      if (!told || isEnough(this.#mix, (rank) => this.querySelectorAll(`recall-mcq[data-recall-rank="${rank}"]`).length)) return;
      told.textContent = TEST_WORDS.tooSmall;
      this.#toggle("start", false);
    }
    begin() {
      void this.#whenReady(() => {
        if (!this.#record && !this.#kept) this.#start(this.#newSeed());
      });
    }
    async #whenReady(work) {
      await siteStore().ready;
      work();
    }
    get pages() {
      return this.#record ? this.#questions.map(({ page }) => page) : super.pages;
    }
    get #questions() {
      return this.#bank.pick(this.#record?.items ?? []);
    }
    get #bank() {
      return this.#read ??= new TestBank(this);
    }
    get #kept() {
      const store = siteStore();
      return readTest(this.ids.map((id) => store.kept("t", id)).find((found) => found !== null), this.#bank.items);
    }
    get #marks() {
      const { responses = {}, flags = [] } = this.#record ?? {};
      return this.#questions.map(({ item: { id } }) => {
        return { state: responses[id]?.length ? (
          "answered"
        ) : null, flagged: flags.includes(id) };
      });
    }
    #follow() {
      const seed = seedOf(location.hash);
      if (seed && seed !== this.#record?.seed) this.restore();
    }
    #press(event) {
      const wanted = this.wantedBy(event);
      const action = actionOf(event);
      if (wanted && this.view === "result") openQuestion(wanted);
      else if (wanted) this.#moveTo(wanted);
      else if (action === "start") void this.#whenReady(() => this.#record ?? this.#start(seedOf(location.hash) || this.#newSeed()));
      else if (action === "new") this.#start(this.#newSeed());
      else if (action === "retry") this.#retry();
      else if (this.#record?.finished === 0) this.#pressUnderWay(action);
    }
    #pressUnderWay(action) {
      if (action === "back") this.#moveTo(this.pages[this.index - 1]);
      else if (action === "next") this.#moveTo(this.pages[this.index + 1]);
      else if (action === "flag") this.#flag();
      else if (action === "list") this.#toggleList();
      else if (action === "finish") this.#finish();
      else if (action === "finish-now") this.#end();
    }
    #hear(event) {
      event.stopPropagation();
      if (event.type !== "change") return event.preventDefault();
      const page = event.target instanceof Element ? event.target.closest("recall-mcq") : null;
      const question2 = this.#questions.find((each) => each.page === page);
      if (!question2) return;
      this.#hush();
      this.#keep({ responses: { ...this.#record?.responses, [question2.item.id]: responseOf(question2.page) } });
      this.refresh();
    }
    #start(seed) {
      const form = this.#draw(seed);
      if (!form) return this.#refuse();
      this.#begin(form, seed, false);
      nameInAddress(`#seed=${seed}`);
    }
    #retry() {
      const missed = this.#answers.filter(({ right }) => !right).map(({ item }) => item);
      const seed = newSeed([], Math.random);
      this.#begin(formOf(missed, seed), seed, true);
      if (seedOf(location.hash)) nameInAddress(location.href.replace(/#.*/, ""));
    }
    #begin(form, seed, retry) {
      const session = sessionOf(seed, siteStore().now());
      const last = (this.#record ?? this.#kept)?.last ?? null;
      this.#open({ ...form, seed, session, responses: {}, flags: [], at: form.items[0] ?? "", retry, finished: 0, last });
      this.#moveTo(this.pages[0]);
    }
    #open(record) {
      this.#hush();
      this.#bank.layOut(record, record);
      this.#record = record;
      this.querySelector(".recall-end")?.replaceChildren();
      if (location.hash === "" && !record.retry) nameInAddress(`#seed=${record.seed}`);
      if (record.finished > 0) return this.#showResult();
      for (const { page, item } of this.#questions) choose(page, record.responses[item.id] ?? []);
      const [at] = this.#bank.pick([record.at]);
      this.showView("run");
      if (at) this.showPage(at.page);
      this.refresh();
    }
    clear() {
      this.#hush();
      this.#bank.putBack();
      this.#record = null;
      this.querySelector(".recall-end")?.replaceChildren();
      this.showView("");
    }
    #draw(seed) {
      return drawForm(this.#bank.items, this.#mix, seed);
    }
    get #mix() {
      return (this.dataset.recallMix ?? "").split(",").map((wanted) => Math.max(0, Math.trunc(Number(wanted)) || 0));
    }
    #newSeed() {
      const store = siteStore();
      const pages = byId(this.#bank.items).flatMap(({ id }) => this.#bank.pick([id])).map(({ page }) => page);
      const now = store.now();
      return newSeed(pages.map(({ ids, rev }) => tierAt(store.entries(ids), rev, now)), Math.random);
    }
    #refuse() {
      this.clear();
      this.showWhetherEnough();
      const told = this.querySelector(".recall-start")?.querySelector("p");
      if (told) this.readOnAt(told);
    }
    #moveTo(page) {
      const question2 = this.#questions.find((each) => each.page === page);
      if (!page || !question2) return;
      this.#hush();
      this.showView("run");
      this.#keep({ at: question2.item.id });
      this.goTo(page);
      this.refresh();
    }
    #toggleList() {
      this.#hush();
      this.showView(this.view === "list" ? "run" : "list");
      if (this.view === "list") this.showList(this.#marks);
      this.refresh();
    }
    #flag() {
      const { at = "", flags = [] } = this.#record ?? {};
      this.#keep({ flags: flags.includes(at) ? flags.filter((id) => id !== at) : [...flags, at] });
      this.refresh();
    }
    #finish() {
      const open = this.#record ? unansweredOf(this.#record) : [];
      const [first] = open;
      if (first === void 0) return this.#end();
      const number2 = (this.#record?.items.indexOf(first) ?? 0) + 1;
      const go = button("recall-button", goToQuestion(number2));
      go.dataset.recallGo = `${number2}`;
      const actions = element("p", "recall-choice");
      actions.append(button("recall-button recall-check", TEST_WORDS.finish, "finish-now"), " ", go);
      const status = this.#status;
      if (status) this.#announcer.say(status, verdictPanel("notice", unanswered(open.length), [actions]));
      this.#toggle("finish", false);
      go.focus();
    }
    #end() {
      const { session = "", items = [], retry = false, last = null } = this.#record ?? {};
      const finished = siteStore().now();
      const ranks = this.#questions.map(({ item }) => item.rank);
      this.#hush();
      this.#keep({ finished, last: retry ? last : { session, finished, items, ranks } });
      for (const { page, item } of this.#questions) this.#recordAttempt(page, item.id);
      this.#showResult();
      const title = this.querySelector(".recall-end .recall-title");
      if (title) this.readOnAt(title);
    }
    #recordAttempt(page, id) {
      const { session = "", responses = {}, retry } = this.#record ?? {};
      const options = responses[id] ?? [];
      const outcome = isRight(page, options) ? "right" : "wrong";
      page.record({ kind: "attempt", outcome, options }, [], () => {
      }, { context: retry ? "practice" : "test", session, help: [] });
    }
    #showResult() {
      const { finished = 0, retry = false, seed = "", responses = {} } = this.#record ?? {};
      const store = siteStore();
      const answers = this.#answers;
      const strong = strongForms(this.#bank.questions.map(({ page, item: { rank } }) => ({ rank, entries: store.entries(page.ids) })));
      for (const { page, item } of this.#questions) page.showResponse(responses[item.id] ?? []);
      const content = resultView({ retry, finished, answers, study: this.#study, secure: isSecure({ seed, time: finished }, strong) });
      this.querySelector(".recall-end")?.replaceChildren(content);
      this.showView("result");
    }
    get #answers() {
      const { finished = 0, session = "", responses = {} } = this.#record ?? {};
      return this.#questions.map(({ page, item }) => {
        const seen = seenLately(siteStore().entries(page.ids), finished, session);
        return { page, item, rank: item.rank, objective: item.objective, right: isRight(page, responses[item.id] ?? []), seen };
      });
    }
    get #study() {
      return [...this.querySelectorAll(".recall-study > li")].flatMap((row2) => {
        const link = row2.querySelector("a");
        return link ? [{ objective: row2.getAttribute("data-recall-objective") ?? "", link }] : [];
      });
    }
    #keep(changes) {
      if (!this.#record) return;
      this.#record = { ...this.#record, ...changes };
      const trouble = siteStore().keep("t", this.setId, { ...this.#record, page: location.pathname });
      this.#unsaved = trouble !== null;
      if (trouble) showNotice(this, trouble);
    }
    get #status() {
      return this.querySelector(":scope > .recall-status");
    }
    #hush() {
      const status = this.#status;
      if (!status?.hasChildNodes()) return;
      this.#announcer.flush();
      status.replaceChildren();
      this.refresh();
    }
    #toggle(action, shown) {
      const found = this.querySelector(`[data-recall-do="${action}"]`);
      if (found) found.hidden = !shown;
      return found;
    }
  };
  function showTests() {
    for (const test of document.querySelectorAll("recall-test:not([data-recall-form])")) {
      if (test instanceof RecallTestElement) test.showWhetherEnough();
    }
  }
  function openQuestion(page) {
    const details = page.closest("details.recall-question");
    details?.setAttribute("open", "");
    details?.querySelector("summary")?.focus();
  }

  // print.js
  var DETAILS = ":is(.recall-hints, .recall-steps, .recall-solution, .recall-reveal, .recall-model, .recall-concepts, .recall-menu)";
  var UNBEGUN = "body:has(.recall-item:not(recall-test *)) recall-test:not([data-recall-form])";
  var ATTRIBUTE = "data-recall-print";
  var PrintedKey = class {
    #undo = [];
    handleEvent(event) {
      this.#takeBack();
      if (event.type === "beforeprint") this.#build();
      if (event.type === "afterprint") document.documentElement.removeAttribute(ATTRIBUTE);
      if (event.type === "click") press(actionOf(event));
    }
    #build() {
      for (const test of document.querySelectorAll("recall-test")) if (test instanceof RecallTestElement) this.#undo.push(test.toPaper());
      const found = document.querySelectorAll(`.recall-item:not([hidden], ${UNBEGUN} *)`);
      const items = [...found].filter((item) => item instanceof RecallItemElement);
      const last = items.at(-1);
      if (!last) return;
      this.#keepDetails();
      if (document.documentElement.getAttribute(ATTRIBUTE) === "worksheet") return;
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
      for (const answer2 of item.querySelectorAll(`${DETAILS}:not(.recall-hints) > recall-answer`)) this.#move(answer2, entry);
      for (const step of entry.querySelectorAll(".recall-step[hidden]")) this.#reveal(step);
      return entry;
    }
    #move(answer2, entry) {
      const { parentNode, nextSibling } = answer2;
      entry.append(answer2);
      this.#undo.push(() => parentNode?.insertBefore(answer2, nextSibling));
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
  function press(action) {
    const [does, what = ""] = action?.split("-") ?? [];
    if (does !== "print") return;
    document.documentElement.setAttribute(ATTRIBUTE, what);
    window.print();
  }
  function showPrint() {
    for (const row2 of document.querySelectorAll("p.recall-print")) row2.toggleAttribute("data-recall-ready", true);
  }
  function registerPrint() {
    const key = new PrintedKey();
    document.addEventListener("click", key);
    window.addEventListener("beforeprint", key, { capture: true });
    window.addEventListener("afterprint", key);
  }

  // visits.js
  function pageOf(path) {
    return path.replace(/\.html$/, "").replace(/\/index$/, "/");
  }
  function namesIn(list = "") {
    return list.split(" ").filter(Boolean).map((names) => names.split(","));
  }
  function lastTestAt(records, path, entriesOf) {
    const mine = records.filter((record) => typeof record?.page === "string" && pageOf(record.page) === pageOf(path));
    const results = mine.map((record) => lastResult(record, entriesOf)).filter((result) => result !== null);
    return results.sort((a, b) => b.time - a.time)[0] ?? null;
  }

  // ways.js
  function showWays() {
    for (const way of document.querySelectorAll(".recall-ways > .recall-way")) {
      if (!(way instanceof HTMLAnchorElement)) continue;
      if (way.dataset.recallWay === "learn") showLearn(way);
      else showTest(way);
    }
  }
  function showLearn(way) {
    const store = siteStore();
    const { items, cards } = lessonOf(way, store.items());
    const begun = items.map(({ card, ids }) => ({ card, ids, log: standing(store.entries(ids)) })).filter(({ log }) => log.length > 0);
    if (begun.length === 0) return putBack(way);
    setText(way, ".recall-go", WORDS.continueLearning);
    setText(way, ".recall-line", WORDS.whereStopped);
    const [last] = begun.flatMap(({ ids, log }) => ({ id: ids[0] ?? "", time: log.at(-1)?.time ?? 0 })).sort((a, b) => b.time - a.time);
    if (!places.has(way)) places.set(way, way.hash);
    if (last) way.hash = `#recall-${last.id}`;
    const recalled = begun.filter(({ card, log }) => card && stateOf(log, "").rating === "good");
    if (cards > 0) setText(way, ".recall-meta", cardsRecalled(recalled.length, cards));
  }
  function lessonOf({ dataset: { recallCards, recallQuestions } }, stored) {
    if (recallCards === void 0) return { items: itemsHere(stored), cards: document.querySelectorAll("recall-card").length };
    const cards = namesIn(recallCards).map((ids) => ({ card: true, ids }));
    const questions = namesIn(recallQuestions).map((ids) => ({ card: false, ids }));
    return { items: [...cards, ...questions].filter(({ ids }) => ids.some((id) => stored.has(id))), cards: cards.length };
  }
  function itemsHere(stored) {
    const current = [...stored].map((id) => document.getElementById(`recall-${id}`));
    const found = new Set([...current, ...document.querySelectorAll("[data-recall-aka]")]);
    const items = [...found].filter((item) => item instanceof RecallItemElement);
    return items.map((item) => ({ card: item instanceof RecallCardElement, ids: item.ids }));
  }
  function showTest(way) {
    const store = siteStore();
    const records = store.names("t").map((name) => store.kept("t", name));
    const last = lastTestAt(records, way.pathname, (item) => store.entries([item]));
    if (!last) return putBack(way);
    setText(way, ".recall-meta", lastTest(VERDICTS[last.verdict], last.right, last.all, last.time));
  }
  var before = new WeakMap();
  var places = new WeakMap();
  function putBack(way) {
    way.hash = places.get(way) ?? way.hash;
    for (const part of [".recall-go", ".recall-line", ".recall-meta"]) {
      const text2 = way.querySelector(part)?.firstChild;
      if (text2 instanceof Text) text2.data = before.get(text2) ?? text2.data;
    }
  }
  function setText(way, part, words2) {
    const text2 = way.querySelector(part)?.firstChild;
    if (!(text2 instanceof Text)) return;
    if (!before.has(text2)) before.set(text2, text2.data);
    text2.data = text2.nextSibling ? `${words2} ` : words2;
  }

  // restore.js
  var heard = new WeakSet();
  function restorePage() {
    const store = siteStore();
    show(new Set([...store.items(), ...store.names("t")]), (set) => set.restore(), (item) => item.restore());
    if (!heard.has(store)) hear(store);
  }
  function hear(store) {
    heard.add(store);
    let answered = false;
    store.subscribe((names) => follow(names, answered));
    void store.ready.then(() => answered = true);
    store.onTrouble = (trouble, name) => {
      const host = document.getElementById(`recall-${name}`) ?? document.querySelector(".recall-item");
      if (host) showNotice(host, trouble);
    };
  }
  function follow(names, always) {
    show(new Set(names), (set) => set.follow(), (item) => item.follow(always));
    showWays();
  }
  function show(names, showSet, showItem) {
    const current = [...names].map((name) => document.getElementById(`recall-${name}`));
    const found = [...new Set([...current, ...document.querySelectorAll("[data-recall-aka]")])];
    const items = found.filter((item) => item instanceof RecallItemElement).filter(({ ids }) => ids.some((id) => names.has(id)));
    const shown = items.filter((item) => !item.closest("recall-test"));
    const sets = new Set([...found, ...shown.map((item) => item.closest("recall-practice"))].filter((set) => set instanceof RecallSetElement));
    for (const set of sets) showSet(set);
    for (const item of shown) showItem(item);
    for (const set of sets) set.refresh();
    const sheets = new Set(shown.map((item) => item.closest(".recall-sheet")));
    for (const sheet of sheets) if (sheet) showTally(sheet);
  }

  // reset.js
  var undos = new WeakMap();
  var Resets = class {
    handleEvent(event) {
      const { target } = event;
      if (!(target instanceof Element)) return;
      if (event.type === "toggle") return offer(target);
      const pressed = target.closest("button");
      const action = actionOf(event);
      if (!pressed) return;
      if (action === "reset") resetItem(pressed);
      else if (action === "undo") undos.get(pressed)?.();
      else if (action === "reset-set" || action === "reset-page") ask(pressed);
      else if (action === "reset-yes" || action === "reset-no") answer(pressed, action === "reset-yes");
    }
  };
  function offer(menu) {
    const item = menu.closest(".recall-item");
    if (!menu.matches("details.recall-menu[open]") || !(item instanceof RecallItemElement) || item.closest("recall-test")) return;
    const offered = menu.querySelector('[data-recall-do="reset"]')?.parentElement;
    if (!isBegun(item)) return offered?.remove();
    if (offered) return;
    const row2 = document.createElement("li");
    row2.append(button("recall-reset", STORE_WORDS.reset, "reset"));
    menu.querySelector(".recall-links")?.append(row2);
  }
  function isBegun({ ids }) {
    const store = siteStore();
    return standing(store.entries(ids)).length > 0 || ids.some((id) => store.kept("d", id) !== null);
  }
  function resetItem(pressed) {
    const item = pressed.closest(".recall-item");
    const menu = pressed.closest("details");
    if (!(item instanceof RecallItemElement)) return;
    const { trouble, undo } = siteStore().reset(item.ids);
    menu?.removeAttribute("open");
    menu?.querySelector("summary")?.focus();
    follow(item.ids, true);
    if (trouble) showNotice(item, trouble);
    const back = button("recall-help", STORE_WORDS.undo, "undo");
    undos.set(back, () => {
      undo();
      menu?.querySelector("summary")?.focus();
      follow(item.ids, true);
    });
    const line = element("p", "recall-choice");
    line.append(back);
    item.tell(verdictPanel("notice", STORE_WORDS.isReset, [line]));
  }
  function ask(pressed) {
    const { items } = scopeOf(pressed);
    if (items.length === 0 && !pressed.closest("recall-test")) return say(pressed, STORE_WORDS.nothing);
    say(pressed, "");
    const asked = element("span", "recall-confirm");
    asked.setAttribute("role", "group");
    const yes = button("recall-button", STORE_WORDS.reset, "reset-yes");
    const words2 = element("span", "recall-meta", askReset(items.length));
    asked.setAttribute("aria-label", words2.textContent ?? "");
    asked.append(words2, " ", yes, " ", button("recall-help", STORE_WORDS.keep, "reset-no"));
    pressed.hidden = true;
    pressed.after(asked);
    yes.focus();
  }
  function answer(pressed, yes) {
    const asked = pressed.closest(".recall-confirm");
    const first = asked?.previousElementSibling;
    if (!asked || !(first instanceof HTMLElement)) return;
    const scope = scopeOf(asked);
    asked.remove();
    first.hidden = false;
    first.focus();
    if (!yes) return;
    resetAll(scope);
    say(first, STORE_WORDS.isReset);
  }
  function scopeOf(pressed) {
    const set = pressed.closest("recall-practice, recall-test");
    const found = [...(set ?? document).querySelectorAll(".recall-item")].filter((item) => item instanceof RecallItemElement);
    const sets = set ? [set] : [...document.querySelectorAll("recall-practice, recall-test")];
    const stored = siteStore().items();
    const items = found.filter(({ ids }) => ids.some((id) => stored.has(id))).filter(isBegun);
    return { items, sets: sets.filter((each) => each instanceof RecallSetElement) };
  }
  function resetAll({ items, sets }) {
    const store = siteStore();
    const troubles = items.map((item) => store.reset(item.ids).trouble);
    for (const id of sets.flatMap(({ ids }) => ids)) {
      for (
        const kind of
        ["d", "t"]
      ) if (store.kept(kind, id)) troubles.push(store.keep(kind, id, null));
    }
    for (const set of sets) set.clear();
    follow([...items, ...sets].flatMap(({ ids }) => ids), true);
    const trouble = troubles.find((each) => each !== null);
    const [host] = [...items, ...sets];
    if (trouble && host) showNotice(host, trouble);
  }
  function say(pressed, words2) {
    const status = pressed.parentElement?.querySelector(":scope > [role=status]");
    if (status) status.textContent = words2;
  }
  function showReset() {
    for (const row2 of document.querySelectorAll("p.recall-print:not(:has([data-recall-do='reset-page']))")) {
      const status = element("span", "recall-meta");
      status.setAttribute("role", "status");
      row2.append(" ", button("recall-help", STORE_WORDS.resetPage, "reset-page"), status);
    }
  }
  function registerResets() {
    const resets = new Resets();
    document.addEventListener("click", resets);
    document.addEventListener("toggle", resets, { capture: true });
  }

  // index.js
  var VISIT = "recall-visit";
  if (!customElements.get("recall-card")) {
    customElements.define("recall-card", RecallCardElement);
    customElements.define("recall-mcq", RecallMcqElement);
    customElements.define("recall-explain", RecallExplainElement);
    customElements.define("recall-practice", RecallPracticeElement);
    customElements.define("recall-test", RecallTestElement);
    for (const show2 of [restorePage, showTests, showLinked, showWays, showPrint, showReset]) document.addEventListener(VISIT, show2);
    registerLinks();
    registerMenus();
    registerPrint();
    registerResets();
  }
  var visit = () => document.dispatchEvent(new Event(VISIT));
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", visit, { once: true });
  else visit();
})();
