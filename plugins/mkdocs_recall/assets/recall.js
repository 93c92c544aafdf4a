/* Built from client/ by "npm run bundle": change it there. */
"use strict";
(() => {
  // core/fsrs.js
  var RETENTION = 0.9;
  var MOST_DAYS = 365;
  var W = Object.freeze([
    0.212,
    1.2931,
    2.3065,
    8.2956,
    6.4133,
    0.8334,
    3.0194,
    1e-3,
    1.8722,
    0.1666,
    0.796,
    1.4835,
    0.0614,
    0.2629,
    1.6483,
    0.6014,
    1.8729,
    0.5425,
    0.0912,
    0.0658,
    0.1542
  ]);
  var [AGAIN, HARD, GOOD, EASY] = (
    [1, 2, 3, 4]
  );
  var [LEAST_STABILITY, MOST_STABILITY] = [1e-3, 36500];
  var DECAY = -w(20);
  var FACTOR = rounded(0.9 ** (1 / DECAY) - 1);
  var STRETCH = rounded((RETENTION ** (1 / DECAY) - 1) / FACTOR);
  function fsrs(reviews) {
    let memory = null;
    for (const { gap, grade } of reviews) memory = after(memory, gap, grade);
    return memory;
  }
  function after(before2, gap, grade) {
    const stability = stabilityAfter(before2, gap, grade);
    const difficulty = before2 ? nextDifficulty(before2.difficulty, grade) : bounded(firstDifficulty(grade), 1, 10);
    return { stability, difficulty, interval: intervalAfter(before2, gap, grade) };
  }
  function intervalAfter(before2, gap, grade) {
    const plain = (other) => bounded(Math.round(stabilityAfter(before2, gap, other) * STRETCH), 1, MOST_DAYS);
    let interval = Math.min(plain(AGAIN), plain(HARD));
    for (const better of [HARD, GOOD, EASY]) if (better <= grade) interval = Math.max(plain(better), interval + 1);
    return Math.min(interval, MOST_DAYS);
  }
  function stabilityAfter(before2, gap, grade) {
    if (!before2) return w(grade - 1);
    const { stability, difficulty } = before2;
    const chance = recallChance(gap, stability);
    if (grade === AGAIN)
      return Math.max(LEAST_STABILITY, Math.min(stability, forgottenStability(difficulty, stability, chance)));
    return recalledStability(difficulty, stability, chance, grade);
  }
  function recallChance(gap, stability) {
    return rounded((1 + FACTOR * gap / stability) ** DECAY);
  }
  function firstDifficulty(grade) {
    return rounded(w(4) - Math.exp((grade - 1) * w(5)) + 1);
  }
  function nextDifficulty(difficulty, grade) {
    const moved = difficulty + rounded(-w(6) * (grade - 3) * (10 - difficulty) / 9);
    return bounded(rounded(w(7) * firstDifficulty(EASY) + (1 - w(7)) * moved), 1, 10);
  }
  function recalledStability(difficulty, stability, chance, grade) {
    const bonus = grade === HARD ? w(15) : grade === EASY ? w(16) : 1;
    const gain = Math.exp(w(8)) * (11 - difficulty) * stability ** -w(9) * (Math.exp((1 - chance) * w(10)) - 1) * bonus;
    return rounded(bounded(stability * (1 + gain), LEAST_STABILITY, MOST_STABILITY));
  }
  function forgottenStability(difficulty, stability, chance) {
    const kept = w(11) * difficulty ** -w(12) * ((stability + 1) ** w(13) - 1) * Math.exp((1 - chance) * w(14));
    return rounded(bounded(kept, LEAST_STABILITY, MOST_STABILITY));
  }
  function w(index) {
    return W[index] ?? NaN;
  }
  function bounded(value, least, most) {
    return Math.min(Math.max(value, least), most);
  }
  function rounded(value) {
    return Math.round(value * 1e8) / 1e8;
  }

  // core/log.js
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
    const { id, time, clock } = stored;
    if (typeof id !== "string" || id === "" || !isTime(time)) return null;
    const fact = readFact(stored);
    return fact && { id, time, ...isTime(clock) ? { clock } : {}, ...fact };
  }
  function isTime(value) {
    return typeof value === "number" && value >= 0 && value <= LAST_TIME;
  }
  function readFact(stored) {
    const shared = {
      context: stored.context === void 0 ? "check" : text(stored.context),
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
  function listOf(value) {
    return Array.isArray(value) ? value : [];
  }
  function texts(value) {
    if (!Array.isArray(value)) return [];
    return [...new Set(value.filter((each) => typeof each === "string"))];
  }
  function settleTimes(entries, now) {
    if (!entries.some(({ time, clock }) => clock !== void 0 && time > now)) return [...entries];
    let next = Infinity;
    const settled = [...entries].reverse().map((entry) => {
      if (entry.time <= now) return entry;
      next = Math.min(entry.clock ?? entry.time, next - 1);
      return { ...entry, time: next };
    });
    return settled.reverse();
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

  // core/mastery.js
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
  function findRange(right, all) {
    const percent = (chance) => Math.floor(100 * quantile(chance, right, all));
    return { low: percent(TAIL), high: percent(1 - TAIL) };
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
  function verdictOf({ right, all, hardRight, hard }) {
    if (all < ENOUGH) return "few";
    if (reachesStrong(right, all) && 2 * hardRight >= hard) return "strong";
    return isWeak(right, all) ? "weak" : "getting";
  }
  function isSecure(form, others) {
    return others.some(({ seed, time }) => seed !== form.seed && form.time - time >= DAY);
  }

  // core/merge.js
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
    const last = later(mine, theirs);
    if (kind !== "i") return last;
    const first = last === mine ? theirs : mine;
    return { ...first, ...last, log: mergeLogs([listOf(first.log), listOf(last.log)]) };
  }
  function mergeOver(kind, mine, theirs) {
    const merged = mergeRecord(kind, mine, theirs);
    return merged && isGone(merged) ? null : merged;
  }
  function mergeLogs(logs) {
    const byName = new Map();
    for (const entry of logs.flat()) {
      const name = nameOf(entry);
      const other = byName.get(name);
      byName.set(name, other === void 0 || isEarlier(entry, other) ? entry : other);
    }
    const named = [...byName].map(([name, entry]) => ({ name, entry, time: writtenAt(entry) }));
    named.sort((a, b) => a.time - b.time || (a.name < b.name ? -1 : 1));
    return named.map(({ entry }) => entry);
  }
  function nameOf(entry) {
    const { id } = fields(entry);
    return typeof id === "string" && id !== "" ? `id ${id}` : canonical(entry);
  }
  function isEarlier(entry, other) {
    const difference = writtenAt(entry) - writtenAt(other);
    if (difference !== 0) return difference < 0;
    return entry !== other && canonical(entry) < canonical(other);
  }
  function mergeRecords(first, second) {
    const byKey = new Map();
    for (const kept of [...first, ...second]) {
      const other = byKey.get(keyOf(kept))?.record ?? kept.record;
      byKey.set(keyOf(kept), { ...kept, record: mergeRecord(kept.kind, other, kept.record) ?? kept.record });
    }
    return [...byKey.values()].sort(inOrder);
  }
  function newIn(before2, after2) {
    const known = new Map(before2.map((kept) => [keyOf(kept), kept.record]));
    let [entries, others] = [0, 0];
    for (const kept of after2) {
      const old = known.get(keyOf(kept));
      if (kept.kind === "i") entries += entriesIn(kept.record) - (old ? entriesIn(old) : 0);
      else if (!old || canonical(old) !== canonical(kept.record)) others += 1;
    }
    return { entries, others };
  }
  function entriesIn({ log }) {
    return mergeLogs([listOf(log)]).length;
  }
  function keyOf({ kind, name }) {
    return `${kind}:${name}`;
  }
  function later(one, other) {
    const difference = numberIn(one.v) - numberIn(other.v) || writtenAt(one) - writtenAt(other);
    if (difference !== 0) return difference > 0 ? one : other;
    return canonical(one) >= canonical(other) ? one : other;
  }
  function writtenAt(value) {
    return numberIn(fields(value).time);
  }
  function numberIn(value) {
    return typeof value === "number" ? value : 0;
  }
  function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }
  function canonical(value) {
    if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
    if (!isObject(value)) return JSON.stringify(value) ?? "null";
    const names = Object.keys(value).sort();
    return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join()}}`;
  }
  function inOrder(a, b) {
    const [first, second] = [keyOf(a), keyOf(b)];
    return first < second ? -1 : first > second ? 1 : 0;
  }

  // core/schedule.js
  var LONGEST_PAUSE = DAY / 24;
  function localDay(time) {
    return new Date(time).setHours(0, 0, 0, 0);
  }
  function gradeEntry(entry) {
    if (entry.kind !== "attempt" && entry.kind !== "rating") return 0;
    const right = entry.kind === "rating" ? entry.rating === "good" : entry.outcome === "right";
    if (!right) return 1;
    return entry.help.length > 0 ? 2 : 3;
  }
  function listReviews(entries, dayOf = localDay) {
    const byDay = new Map();
    for (const round of splitRounds(standing(entries))) {
      const review = reviewRound(round);
      const day = dayOf(review.time);
      const before2 = byDay.get(day);
      if (!before2) byDay.set(day, review);
      else if (isTakenBack(round)) byDay.set(day, { ...before2, grade: 1, helped: false });
    }
    return [...byDay.values()];
  }
  function findSchedule(entries, now, dayOf = localDay) {
    const reviews = listReviews(entries, dayOf).filter(({ time }) => dayOf(time) <= dayOf(now));
    const last = reviews.at(-1);
    const memory = fsrs(
      reviews.map(({ time, grade }, index) => ({
        gap: daysBetween(reviews[index - 1]?.time ?? time, time, dayOf),
        grade
      }))
    );
    if (!last || !memory) return null;
    const { interval, stability, difficulty } = memory;
    const due = dayAfter(last.time, interval, dayOf);
    return {
      due,
      interval,
      stability,
      difficulty,
      last: last.time,
      reviews: reviews.length,
      grade: last.grade,
      helped: last.helped
    };
  }
  function scheduleAfter(entries, fact, now, dayOf = localDay) {
    return findSchedule(mergeLogs([entries, [{ id: "", time: now, ...fact }]]), now, dayOf);
  }
  function intervalsAfter(entries, help, now, dayOf = localDay) {
    const after2 = (rating) => {
      const fact = { kind: "rating", rating, context: "review", session: "", help: [...help], rev: "" };
      return daysBetween(now, scheduleAfter(entries, fact, now, dayOf)?.due ?? now, dayOf);
    };
    return { again: after2("again"), good: after2("good") };
  }
  function daysBetween(from, to, dayOf = localDay) {
    return Math.round((dayOf(to) - dayOf(from)) / DAY);
  }
  function dayAfter(time, days, dayOf) {
    return dayOf(dayOf(time) + (days + 0.5) * DAY);
  }
  function splitRounds(entries) {
    const rounds = [];
    for (const entry of entries.filter((each) => gradeEntry(each) > 0)) {
      const round = rounds.at(-1);
      if (round && goesOn(round.at(-1) ?? round[0], entry)) round.push(entry);
      else rounds.push([entry]);
    }
    return rounds;
  }
  function goesOn(before2, entry) {
    if (before2.kind !== "attempt" || entry.kind !== "attempt") return false;
    const together = before2.session === entry.session && before2.context === entry.context && entry.time - before2.time < LONGEST_PAUSE;
    return together && (before2.concepts !== void 0 || before2.outcome === "wrong");
  }
  function reviewRound(round) {
    const [first] = round;
    const isExplanation = first.kind === "attempt" && first.concepts !== void 0;
    const counted = (isExplanation ? round.at(-1) : first) ?? first;
    const grade = gradeEntry(counted) || 1;
    return {
      time: first.time,
      grade,
      helped: grade === 2 || counted.kind === "attempt" && counted.outcome === "shown"
    };
  }
  function isTakenBack([entry]) {
    return entry.kind === "rating" && entry.rating === "again";
  }

  // dom/digit-keys.js
  var TEXT_FIELDS = "textarea, select, input:not([type=radio], [type=checkbox]), [contenteditable]";
  function readDigit(event) {
    if (event.defaultPrevented || event.repeat || event.isComposing) return 0;
    if (event.ctrlKey || event.metaKey || event.altKey) return 0;
    if (!/^[1-9]$/.test(event.key)) return 0;
    return event.target instanceof Element && event.target.closest(TEXT_FIELDS) ? 0 : Number(event.key);
  }

  // dom/elements.js
  function button(className, text2, action) {
    const made = (
      element("button", className, text2)
    );
    made.type = "button";
    if (action) made.dataset.recallDo = action;
    return made;
  }
  var SVG = "http://www.w3.org/2000/svg";
  function svgElement(tag, attributes) {
    const made = (
      document.createElementNS(SVG, tag)
    );
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    return made;
  }
  function element(tag, className, text2 = "") {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text2;
    return made;
  }

  // dom/icons.js
  var PATHS = Object.freeze({
    bulb: "M9 17.5h6M10.5 21h3M9 17.5c0-2.4-3-3.8-3-7.5a6 6 0 0 1 12 0c0 3.7-3 5.1-3 7.5",
    check: "M5 12.5l4.5 4.5L19 7.5",
    cross: "M6 6l12 12M18 6L6 18"
  });
  function icon(name) {
    const svg = svgElement("svg", {
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
    });
    svg.append(svgElement("path", { d: PATHS[name] }));
    return svg;
  }

  // store/shelf.js
  function memoryShelf() {
    const methods = {
      getItem: (key) => values[key] ?? null,
      setItem: (key, value) => void (values[key] = value),
      removeItem: (key) => void delete values[key]
    };
    const values = Object.create(methods);
    return values;
  }
  function openShelf(access = () => window.localStorage) {
    try {
      const storage = access();
      storage?.getItem("recall:");
      return storage ?? null;
    } catch {
      return null;
    }
  }
  function keysFrom(shelf, start2) {
    try {
      return Object.keys(shelf).filter((key) => key.startsWith(start2));
    } catch {
      return [];
    }
  }
  function takeKey(key) {
    try {
      const found = window.localStorage.getItem(key) !== null;
      window.localStorage.removeItem(key);
      return found;
    } catch {
      return false;
    }
  }
  var PROBE = "recall:room";
  function hasRoom(shelf, characters) {
    try {
      shelf.setItem(PROBE, "-".repeat(characters));
      return true;
    } catch {
      return false;
    } finally {
      discard(shelf, PROBE);
    }
  }
  function discard(shelf, key) {
    try {
      shelf.removeItem(key);
    } catch {
    }
  }
  function randomId(crypto2) {
    return Array.from(crypto2.getRandomValues(new Uint32Array(10)), (number2) => (number2 % 36).toString(36)).join("");
  }

  // store/slots.js
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
      const start2 = this.key(kind, "");
      return keysFrom(this.shelf, start2).map((key) => key.slice(start2.length));
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

  // store/hub-messages.js
  var PROOF = "recall:hub:";
  var TROUBLES = ["memory", "full", "newer", "refused"];
  function readTold(data) {
    const { recall, do: does, stored, proof, number: number2, trouble, key, raw } = fields(data);
    if (recall !== "page") return null;
    if (does === "all" && Array.isArray(stored))
      return { do: "all", stored: stored.flatMap(readPair), proof: proofIn(proof) };
    if (does === "done" && typeof number2 === "number") {
      return { do: "done", number: number2, trouble: troubleIn(trouble) };
    }
    if (does !== "changed" || typeof key !== "string") return null;
    return { do: "changed", key, raw: typeof raw === "string" ? raw : null };
  }
  function troubleIn(value) {
    if (value === null || value === void 0) return null;
    return TROUBLES.find((known) => known === value) ?? "refused";
  }
  function proofIn(value) {
    return text(value).startsWith(PROOF) ? text(value) : "";
  }
  function readPair(pair) {
    const [key, raw] = Array.isArray(pair) ? pair : [];
    return typeof key === "string" && typeof raw === "string" ? [[key, raw]] : [];
  }

  // store/hub-client.js
  var PATIENCE = 1e3;
  var GIVE_UP = 3e4;
  function askHub(store, site, address) {
    const link2 = new HubLink(store, site);
    store.ready = link2.ready;
    link2.open(new URL("hub.html", address).href);
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
      if (told?.do === "done") this.#answer(told.number, told.trouble);
    }
    merge(kind, name, raw) {
      this.#asked += 1;
      const number2 = this.#asked;
      this.#say({ do: "merge", number: number2, kind, name, raw });
      window.setTimeout(() => this.#answer(number2, "silent"), GIVE_UP);
      return new Promise((resolve) => this.#waiting.set(number2, resolve));
    }
    #answer(number2, trouble) {
      this.#waiting.get(number2)?.(trouble);
      this.#waiting.delete(number2);
    }
    #meet({ stored, proof }) {
      this.#connected = true;
      if (proof && takeKey(proof)) return this.#close();
      if (proof) this.#say({ do: "proved", proof });
      this.#store.connect(this, stored, proof !== "");
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

  // store/locks.js
  function inTurn(name, work2) {
    const locks = window.isSecureContext ? navigator.locks : void 0;
    if (!locks) return work2();
    locks.request(name, work2).catch(work2);
  }

  // core/drafts.js
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
  function readWriting(record) {
    const stored = fields(record);
    const { hints, answer: answer2 } = readDraft(record);
    return { text: text(stored.text), concepts: texts(stored.concepts), hints, answer: answer2 };
  }
  function isBlank({ text: text2, concepts, hints, answer: answer2 }) {
    return text2 === "" && concepts.length === 0 && hints === 0 && !answer2;
  }
  function judgeTicks(ticked, concepts) {
    return concepts.every((id) => ticked.includes(id)) ? "right" : "wrong";
  }
  function isTold(ticked, { outcome, chosen }) {
    return outcome !== null && ticked.length === chosen.length && ticked.every((id) => chosen.includes(id));
  }

  // store/hub-outbox.js
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
    #try(work2) {
      try {
        return this.#own ? work2(this.#own) : null;
      } catch {
        return null;
      }
    }
  };

  // core/manifest.js
  var HARDEST = 3;
  function readManifest(value) {
    const { site, name, topics, tests } = fields(value);
    if (!Array.isArray(topics)) return null;
    return {
      site: text(site),
      name: text(name),
      pages: topics.map(readPage).filter(({ items }) => items.length > 0),
      tests: listOf(tests).map(readWideTest).filter((test) => test !== null)
    };
  }
  function readPage(value) {
    const { path, source, title, learn, data, items, objectives } = fields(value);
    const page = {
      path: text(path),
      source: text(source),
      title: text(title),
      learn: text(learn),
      data: text(data),
      items: [],
      sections: readSections(objectives)
    };
    page.items = listOf(items).map((item) => readItem(item, page)).filter((item) => item !== null);
    return page;
  }
  function readItem(value, page) {
    const { id, aka, kind, rank, objective, rev, concepts, deck, test } = fields(value);
    const ids = readIds(id, aka);
    return ids && {
      id: ids[0],
      ids,
      kind: text(kind),
      rank: readRank(rank),
      objective: text(objective),
      rev: text(rev),
      concepts: texts(concepts),
      deck: text(deck),
      test: test === true,
      page
    };
  }
  function readWideTest(value) {
    const { id, aka, title, path, source, draws } = fields(value);
    const ids = readIds(id, aka);
    return ids && { id: ids[0], ids, title: text(title), path: text(path), source: text(source), draws: texts(draws) };
  }
  function readIds(id, former) {
    const current = text(id);
    return current === "" ? null : [current, ...texts(former).filter((each) => each !== current)];
  }
  function readRank(value) {
    return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= HARDEST ? value : 0;
  }
  function readSections(value) {
    const sections = Object.create(null);
    for (const [name, section] of Object.entries(fields(value))) {
      const { title, href } = fields(section);
      if (text(title) && text(href)) sections[name] = { title: text(title), href: text(href) };
    }
    return sections;
  }
  function readItemHtml(data, id) {
    return text(fields(fields(data).items)[id]);
  }
  function readBlankCard(data) {
    return text(fields(data).card);
  }
  function findAnswered(pages, stored) {
    return pages.flatMap(({ items }) => items.filter(({ ids }) => ids.some((id) => stored.has(id))));
  }
  function findFirstLesson(pages) {
    return pages.find(({ items }) => items.some(({ test }) => !test))?.path ?? "";
  }
  function groupTopics(pages, wide = []) {
    const others = new Set(wide.map(({ id }) => id));
    const byPath = new Map(pages.map((page) => [page.path, page]));
    const isTopic = ({ path, learn }) => {
      const head = byPath.get(learn);
      return head === void 0 || learn === path || byPath.has(head.learn);
    };
    return pages.filter(isTopic).map((topic) => {
      const tests = pages.filter((page) => page.learn === topic.path && !isTopic(page));
      const all = [topic, ...tests];
      const items = all.flatMap((page) => page.items);
      return {
        path: topic.path,
        sources: all.map(({ source }) => source),
        title: topic.title,
        test: all.find((page) => page.items.some((item) => item.test))?.path ?? "",
        decks: texts(items.filter((item) => item.test).map(({ deck }) => deck)).filter((deck) => !others.has(deck)),
        items,
        sections: Object.assign(Object.create(null), ...all.map(({ sections }) => sections))
      };
    });
  }
  function chooseTopics(topics, source, under) {
    const inside = topics.filter(({ sources }) => under === "" || sources.some((each) => each.startsWith(`${under}/`)));
    return source === "" ? inside : topics.filter(({ sources }) => sources.includes(source));
  }
  function chooseTests(tests, under) {
    return tests.filter(({ source }) => under === "" || source.startsWith(`${under}/`));
  }

  // core/random.js
  var RANGE = 2 ** 32;
  function makeGenerator(text2) {
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

  // core/test-history.js
  var LONGEST_TIERS = 16;
  function seenLately(entries, time, session) {
    const attempts = entries.filter((entry) => entry.kind === "attempt").filter((entry) => entry.session !== session);
    return attempts.some((entry) => entry.time < time && entry.time >= time - DAY);
  }
  function isInTest(entry) {
    return entry.kind === "attempt" && entry.session.includes(".");
  }
  function answerIn(entries, { session, finished, rev }) {
    const mine = entries.filter((entry) => entry.kind === "attempt").find((entry) => entry.session === session);
    const changed = mine !== void 0 && rev !== void 0 && mine.rev !== rev;
    return { right: mine?.outcome === "right", seen: seenLately(entries, finished, session), changed };
  }
  function tierAt(entries, rev, now) {
    if (seenLately(entries, now)) return 2;
    return stateOf(entries, rev).outcome === "right" ? 1 : 0;
  }
  function outcomeOf(answers) {
    const counted = answers.filter(({ seen, changed }) => !seen && !changed);
    const hard = counted.filter(({ rank }) => rank === HARDEST);
    return { right: rightOf(counted), all: counted.length, hardRight: rightOf(hard), hard: hard.length };
  }
  function rightOf(answers) {
    return answers.filter(({ right }) => right).length;
  }
  function sessionOf(seed, time, test = "") {
    return [formOfSeed(seed), time.toString(36), ...test ? [test] : []].join(".");
  }
  function formOfSession(session) {
    return formOfSeed(session.split(".")[0] ?? "");
  }
  function formOfSeed(seed) {
    const [chance = "", tiers = ""] = seed.split("-");
    if (tiers.length <= LONGEST_TIERS) return seed;
    const hash2 = Math.floor(makeGenerator(tiers)() * 2 ** 32).toString(16);
    return `${chance}-${hash2.padStart(LONGEST_TIERS, "0")}`;
  }
  function testOf(session) {
    return session.split(".").slice(2).join(".");
  }
  function strongForms(bank, tests = [""]) {
    const forms = new Map();
    for (const { rank, entries, rev } of bank) {
      const attempts = standing(entries).filter((entry) => entry.kind === "attempt").filter((entry) => entry.context === "test" && tests.includes(testOf(entry.session)));
      const bySession = new Map(attempts.map((entry) => [entry.session, entry]));
      for (const [session, { outcome, time, rev: answered }] of bySession) {
        const changed = rev !== void 0 && rev !== answered;
        const answer2 = { rank, right: outcome === "right", seen: seenLately(entries, time, session), changed, time };
        forms.set(session, [...forms.get(session) ?? [], answer2]);
      }
    }
    const strong = [...forms].filter(([, answers]) => verdictOf(outcomeOf(answers)) === "strong");
    return strong.map(([session, answers]) => ({
      seed: formOfSession(session),
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
    return typeof value === "number" && value > 0 && value <= LAST_TIME ? value : 0;
  }
  function lastResult(record, entriesOf) {
    const last = readFinished(record?.last);
    if (!last) return null;
    const answers = answersOf(last, entriesOf);
    return { verdict: verdictOf(outcomeOf(answers)), right: rightOf(answers), all: answers.length, time: last.finished };
  }
  function answersOf({ session, finished, items, ranks }, entriesOf, revOf = () => void 0) {
    return items.map((item, index) => {
      return { rank: ranks[index] ?? 0, ...answerIn(entriesOf(item), { session, finished, rev: revOf(item) }) };
    });
  }
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

  // core/compact.js
  var UNDOABLE = 30 * DAY;
  var COMPLETE = DAY;
  var SEEN = DAY + DAY / 24;
  var DEFAULTS = Object.freeze({ options: [], help: [], context: "check" });
  function compactRecord(record, now, undoable = UNDOABLE) {
    const log = foldLog(listOf(record.log), now, undoable);
    return { ...record, log: log.map((entry) => writtenAt(entry) < now - COMPLETE ? withoutDefaults(entry) : entry) };
  }
  function withoutDefaults(entry) {
    const [known] = readEntries([entry]);
    if (known?.kind !== "attempt" && known?.kind !== "rating") return entry;
    const said = Object.entries(fields(entry));
    return Object.fromEntries(said.filter(([name, value]) => !isDefault(name, value)));
  }
  function isDefault(name, value) {
    if (!Object.hasOwn(DEFAULTS, name)) return false;
    return canonical(DEFAULTS[
      name
    ]) === canonical(value);
  }
  function foldLog(log, now, undoable) {
    const entries = mergeLogs([readEntries(log)]);
    const reset = lastReset(entries, now - undoable);
    if (!reset) return log;
    const dropped = droppedOf(entries.slice(0, entries.indexOf(reset)), now);
    return log.filter((entry) => !dropped.has(`${fields(entry).id}`) || readEntries([entry]).length === 0);
  }
  function lastReset(entries, latest) {
    const undone = new Set(entries.map((entry) => entry.kind === "undo" ? entry.of : null));
    return entries.filter(({ id, kind, time }) => kind === "reset" && time <= latest && !undone.has(id)).at(-1);
  }
  function droppedOf(entries, now) {
    const ends = [now, ...entries.filter(isInTest).map(({ time }) => time)];
    const isSeen = (time) => ends.some((end) => time <= end && time >= end - SEEN);
    const isNeeded = (entry) => entry.kind === "attempt" && (isInTest(entry) || isSeen(entry.time));
    const done = entries.filter((entry) => entry.kind !== "undo");
    const dropped = new Set(done.filter((entry) => !isNeeded(entry)).map(({ id }) => id));
    for (const entry of entries) if (entry.kind === "undo" && dropped.has(entry.of)) dropped.add(entry.id);
    return dropped;
  }

  // store/unsaved.js
  var Unsaved = class {
    #records = new Map();
    get isEmpty() {
      return this.#records.size === 0;
    }
    all() {
      return [...this.#records.values()];
    }
    names(kind) {
      return this.all().filter((kept) => kept.kind === kind).map(({ name }) => name);
    }
    get(kind, name) {
      return this.#records.get(`${kind}:${name}`)?.record ?? null;
    }
    add({ kind, name, record }) {
      const merged = mergeRecord(kind, this.get(kind, name), record) ?? record;
      this.#records.set(`${kind}:${name}`, { kind, name, record: merged });
    }
    delete(kind, name) {
      this.#records.delete(`${kind}:${name}`);
    }
    clear() {
      this.#records.clear();
    }
  };

  // store/saver.js
  var Saver = class {
    #slots;
    #now;
    #written;
    #roomMade = false;
    unsaved = new Unsaved();
    constructor(slots, now, written) {
      this.#slots = slots;
      this.#now = now;
      this.#written = written;
    }
    read(kind, name) {
      const { record } = this.#slots.read(kind, name);
      const unsaved = this.unsaved.get(kind, name);
      return unsaved ? mergeOver(kind, record, unsaved) : record;
    }
    names(kind) {
      return [...new Set([...this.#slots.names(kind), ...this.unsaved.names(kind)])];
    }
    save(kept, change, undoable) {
      this.unsaved.add(kept);
      const trouble = this.#try(kept, change, undoable);
      if (trouble) return trouble;
      for (const other of this.unsaved.all()) if (this.#try(other) === "full") break;
      return null;
    }
    #try({ kind, name, record }, change, undoable) {
      const whole = this.unsaved.get(kind, name) ?? record;
      const trouble = this.write(kind, name, change ?? ((before2) => mergeOver(kind, before2, whole)), undoable);
      if (!trouble) this.unsaved.delete(kind, name);
      return trouble;
    }
    write(kind, name, change, undoable) {
      const trouble = this.#write(kind, name, change, undoable);
      return trouble === "full" && this.#makeRoom() ? this.#write(kind, name, change, undoable) : trouble;
    }
    #write(kind, name, change, undoable = UNDOABLE) {
      let before2 = 0;
      const shorter = (record) => {
        before2 = writtenAt(record);
        const made = change(record);
        return kind === "i" && made ? compactRecord({ ...made }, this.#now(), undoable) : made;
      };
      return this.#slots.write(kind, name, shorter, (raw) => this.#written(kind, name, raw, before2));
    }
    #canShrink(name) {
      const { record, trouble } = this.#slots.read("i", name);
      return !trouble && record !== null && canonical(compactRecord(record, this.#now())) !== canonical(record);
    }
    #makeRoom() {
      if (this.#roomMade) return false;
      this.#roomMade = true;
      for (const name of this.#slots.names("i")) if (this.#canShrink(name)) this.#write("i", name, (record) => record);
      return true;
    }
  };

  // store/store.js
  var AHEAD = 6e4;
  var Store = class {
    #slots;
    #lasts;
    #sources;
    #outbox = null;
    #saver;
    #mine = new Map();
    #listeners = new Set();
    #lastTime = 0;
    #trouble = null;
    ready = Promise.resolve();
    onTrouble = () => {
    };
    constructor(site, shelf, sources) {
      this.#slots = new Slots(site, shelf ?? memoryShelf(), sources.now);
      this.#saver = new Saver(this.#slots, sources.now, (...written) => this.#written(...written));
      this.#lasts = shelf !== null;
      this.#sources = sources;
      this.session = sources.newId();
    }
    items() {
      return new Set([...this.names("i"), ...this.names("d")]);
    }
    names(kind) {
      return this.#saver.names(kind);
    }
    get unsaved() {
      return this.#saver.unsaved.all();
    }
    get slots() {
      return this.#slots;
    }
    get place() {
      if (this.#outbox) return "hub";
      return this.#lasts ? "browser" : "memory";
    }
    get trouble() {
      return this.#lasts ? this.#trouble : "memory";
    }
    kept(kind, name) {
      return this.read(kind, name);
    }
    read(kind, name) {
      return this.#saver.read(kind, name);
    }
    keep(kind, name, value) {
      const time = this.#after(kind, name);
      const made = value && { v: VERSION, ...value, time };
      return this.outcome(this.#saver.save({ kind, name, record: made ?? { v: VERSION, time } }, () => made));
    }
    #after(kind, name) {
      return Math.max(this.now(), writtenAt(this.read(kind, name)) + 1);
    }
    now() {
      this.#lastTime = Math.max(this.#sources.now(), this.#lastTime + 1);
      return this.#lastTime;
    }
    entries(ids) {
      return settleTimes(this.#stamped(ids), this.#sources.now());
    }
    #stamped(ids) {
      return mergeLogs(ids.map((id) => readEntries(this.read("i", id)?.log)));
    }
    append(item, fact, ids = [item]) {
      return this.#append(item, fact, ids).trouble;
    }
    reset(ids) {
      const [item] = ids;
      const drafts = ids.map((id) => ({ id, record: this.kept("d", id) }));
      const stands = standing(this.entries(ids)).length > 0;
      const { entry, trouble } = stands ? this.#append(item, { kind: "reset" }, ids) : { entry: null, trouble: null };
      for (const { id, record } of drafts) if (record) this.keep("d", id, null);
      const undo = () => {
        if (entry) this.append(item, { kind: "undo", of: entry.id }, ids);
        for (const { id, record } of drafts) if (record) this.keep("d", id, record);
      };
      return { trouble, undo };
    }
    draft(item) {
      const record = this.kept("d", item);
      return record && readDraft(record);
    }
    saveDraft(item, draft) {
      this.keep("d", item, isEmpty(draft) ? null : draft);
    }
    subscribe(listener) {
      this.#listeners.add(listener);
      return () => void this.#listeners.delete(listener);
    }
    connect(hub, stored, room = true) {
      const slots = this.#slots;
      const [waiting2, own, unsaved] = [this.#waiting(), slots.shelf, this.#saver.unsaved.all()];
      this.#outbox = new Outbox(this.#lasts ? own : null, hub, (trouble, name) => this.#told(trouble, name));
      slots.shelf = memoryShelf();
      for (const [key, raw] of stored) if (slots.owns(key)) slots.shelf.setItem(key, raw);
      this.#lasts = true;
      if (!room) this.#trouble = "full";
      this.#saver.unsaved.clear();
      for (const { kind, name, raw } of waiting2) {
        slots.write(kind, name, (record) => mergeOver(kind, record, parse(raw)));
        void this.#outbox.send(kind, name, slots.key(kind, name), raw);
      }
      for (const kept of unsaved) this.#saver.save(kept);
      this.#notify(stored.flatMap(([key]) => slots.named(key)?.name ?? []));
    }
    #waiting() {
      const slots = this.#slots;
      return KINDS.flatMap((kind) => slots.names(kind).map((name) => ({ kind, name }))).filter(({ kind, name }) => slots.read(kind, name).trouble === null).map(({ kind, name }) => ({ kind, name, raw: slots.raw(slots.key(kind, name)) })).filter(({ raw }) => raw !== "" && parse(raw).sent !== true);
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
      const waiting2 = parse(this.#outbox?.own(key) ?? "");
      const mine = isReadable(kind, waiting2) && waiting2.sent !== true ? waiting2 : null;
      const theirs = raw === null ? null : parse(raw);
      if (theirs && !isNewer(theirs) && !isReadable(kind, theirs)) return false;
      const merged = mergeRecord(kind, mine, theirs);
      const before2 = JSON.stringify(slots.read(kind, name).record);
      if (theirs && isNewer(theirs)) slots.shelf.setItem(key, `${raw}`);
      else if (merged && !isGone(merged)) slots.shelf.setItem(key, JSON.stringify(merged));
      else slots.shelf.removeItem(key);
      return JSON.stringify(slots.read(kind, name).record) !== before2;
    }
    #append(item, fact, ids) {
      const clock = this.now();
      const time = Math.max(clock, writtenAt(this.#stamped(ids).at(-1)) + 1);
      const entry = { id: this.#sources.newId(), time, ...time - clock > AHEAD ? { clock } : {}, ...fact };
      const trouble = this.#saver.save({ kind: "i", name: item, record: { v: VERSION, log: [entry] } });
      this.#mine.set(item, [...this.#mine.get(item) ?? [], entry]);
      if (!trouble) this.#secure(item);
      return { entry, trouble: this.outcome(trouble) };
    }
    #secure(item) {
      const mine = this.#mine.get(item);
      if (!mine) return;
      const inTurn2 = this.#sources.inTurn ?? ((_, work2) => work2());
      inTurn2(this.#slots.key("i", item), () => {
        const unsaved = readEntries(this.#saver.unsaved.get("i", item)?.log);
        const log = mine.filter(({ id }) => !unsaved.some((entry) => entry.id === id));
        this.#saver.write("i", item, (record) => mergeRecord("i", record, { v: VERSION, log }));
      });
    }
    take(kept) {
      return this.#saver.save(kept);
    }
    fold(item) {
      const record = this.#saver.unsaved.get("i", item);
      return record && this.outcome(this.#saver.save({ kind: "i", name: item, record }, void 0, -Infinity));
    }
    #written(kind, name, raw, before2) {
      const told = raw ?? JSON.stringify({ v: VERSION, time: Math.max(this.now(), before2 + 1) });
      void this.#outbox?.send(kind, name, this.#slots.key(kind, name), told);
    }
    #told(trouble, name) {
      this.#trouble = trouble;
      if (trouble) this.onTrouble(trouble, name);
    }
    outcome(trouble) {
      if (!this.#outbox || trouble) this.#trouble = trouble;
      return trouble ?? (this.#lasts ? null : "memory");
    }
    #notify(ids) {
      const distinct = [...new Set(ids)];
      if (distinct.length > 0) for (const listener of [...this.#listeners]) listener(distinct);
    }
  };

  // store/site-store.js
  var stores = new Map();
  function siteScript() {
    return document.querySelector("script[data-recall-site]");
  }
  function siteName() {
    return siteScript()?.getAttribute("data-recall-site") ?? [...stores.keys()].at(-1) ?? "";
  }
  function hasReview() {
    return siteScript()?.hasAttribute("data-recall-review") ?? false;
  }
  function siteStore() {
    const [site, script] = [siteName(), siteScript()];
    const known = stores.get(site);
    if (known) return known;
    const store = openStore(site);
    stores.set(site, store);
    if (location.protocol === "file:" && script?.src) askHub(store, site, script.src);
    return store;
  }
  function openStore(site) {
    const shelf = openShelf();
    const store = new Store(site, shelf, { now: () => Date.now(), newId: () => randomId(crypto), inTurn });
    window.addEventListener("storage", ({ key, newValue, storageArea }) => {
      if (storageArea === shelf) store.heed(key, newValue);
    });
    return store;
  }

  // ../ui/en.json
  var en_default = { lang: "en-GB", next: "Next", undo: "Undo", sentences: "{first} {second}", startLearning: "Start learning", startTest: "Start test", "mcq.check": "Check answer", "mcq.tryAgain": "Try again", "mcq.chooseFirst": "Choose an answer first.", "mcq.right": "Correct", "mcq.right.help": "Correct, with help", "mcq.right.try": "Correct, on try {tries}", "mcq.right.tryHelp": "Correct, on try {tries}, with help", "mcq.wrong": "Not yet", "mcq.found": "{found} of {keys} found.", "mcq.stray": { one: "{n} of your choices is wrong.", other: "{n} of your choices are wrong." }, "mcq.answer": "Answer: {letters}", "mark.wrong": "Your choice: not correct", "mark.tried": "Tried", "mark.right": "Correct", "mark.missed": "The answer", "mark.missedPart": "Part of the answer", "item.changed": "Changed since you answered.", "item.nothingLeft": "Nothing left to review here.", "item.back.tomorrow": "Comes back tomorrow.", "item.back.day": "Comes back on {day}.", "item.back.tomorrowHelp": "Comes back tomorrow, because you used help.", "item.back.dayHelp": "Comes back on {day}, because you used help.", "item.repeat.tomorrow": "Repeat it tomorrow.", "item.repeat.day": "Repeat it on {day}.", "item.repeat.tomorrowHelp": "Repeat it tomorrow, because you used help.", "item.repeat.dayHelp": "Repeat it on {day}, because you used help.", "help.showHint": "Show hint", "help.hideHints": "Hide hints", "help.showStep": "Show step {step} of {steps}", "help.showAnswer": "Show answer", "help.hideAnswer": "Hide answer", "card.recalled": "Did you recall it?", "card.tally": "{recalled} of {all} recalled", "card.again": "Again", "card.good": "Good", "card.good.tomorrow": "Good, back tomorrow", "card.good.day": "Good, back on {day}", "card.again.tomorrow": "Again, back tomorrow", "card.again.day": "Again, back on {day}", "card.due": "Due for review", "explain.writeFirst": "Write first. Two lines are enough to compare.", "explain.back": "Back in review", "explain.repeat": "To repeat", "explain.got": "You got {ticked}/{all} concepts", "explain.comeBack": { one: "{n} concept comes back in your review.", other: "{n} concepts come back in your review." }, "explain.toRepeat": { one: "{n} concept to repeat.", other: "{n} concepts to repeat." }, "circle.none": "Question {number}", "circle.right": "Question {number}, correct", "circle.rightOut": "Question {number}, correct, left out of the verdict", "circle.helped": "Question {number}, correct, with help", "circle.missed": "Question {number}, missed", "circle.missedOut": "Question {number}, missed, left out of the verdict", "circle.answered": "Question {number}, answered", "circle.answeredFlagged": "Question {number}, answered, flagged", "circle.flagged": "Question {number}, flagged", "row.none": "Unanswered", "row.right": "Correct", "row.helped": "Correct, with help", "row.missed": "Missed", "row.answered": "Answered", "row.answeredFlagged": "Answered, flagged", "row.flagged": "Flagged", "set.place": "{at} of {all}", "set.all": "All questions", "set.one": "One at a time", "set.finished": "Set finished", "set.startOver": "Start over", "set.retry": "Retry the {n} you missed", "set.sums": "{sums}.", "set.sum.right": "{n} right on the first try", "set.sum.helped": "{n} with help", "set.sum.missed": "{n} missed", "set.sum.unanswered": "{n} unanswered", "set.comeBack": { one: "{n} question comes back in your review.", other: "{n} questions come back in your review." }, "set.toRepeat": { one: "{n} question to repeat.", other: "{n} questions to repeat." }, "test.tooSmall": "This test needs more questions.", "test.notBuilt": "This site was built without the data that this test needs.", "test.notLoaded": "The questions could not be loaded. Reload the page to try again.", "test.flag": "Flag", "test.unflag": "Unflag", "test.finish": "Finish test", "test.new": "New test", "test.form": "Form {seed}", "test.unanswered": { one: "{n} question is unanswered. It counts as missed.", other: "{n} questions are unanswered. They count as missed." }, "test.goTo": "Go to question {number}", "result.level": "{right} of {all}", "result.on": "Test result, {date}", "result.retryOn": "Retry, {date}", "result.strong": "Strong", "result.getting": "Getting there", "result.weak": "Weak for now", "result.few": "Too few to say", "result.total": "{right} of {all}", "result.right": "{n} right on the first try, without help.", "result.likely": "Over many tests like this one, you would probably score between {low} and {high}.", "result.retry": "A retry gives no verdict.", "result.second": "A second strong test on another day makes it secure.", "result.secure": "Secure: you were strong on 2 days.", "result.enough": { one: "A verdict needs {n} question.", other: "A verdict needs {n} questions." }, "result.takes": "A strong result takes {right} of {all}.", "result.takesHard": "A strong result takes {right} of {all}, with at least half of the hard ones right.", "result.below": "Start with the sections below. They cover {covered} of the {n} you missed.", "result.belowAll": { one: "Start with the section below. It covers the one you missed.", other: "Start with the sections below. They cover all {n} you missed." }, "result.seen": { one: "Left out of the verdict: {n} question that you answered in the last 24 hours.", other: "Left out of the verdict: {n} questions that you answered in the last 24 hours." }, "result.changed": { one: "Left out of the verdict: {n} question that has changed since you answered.", other: "Left out of the verdict: {n} questions that have changed since you answered." }, "result.studyNext": "Study next", "result.missed": "missed {missed} of {all}", "result.all": { one: "{n} question", other: "All {n} questions" }, "range.goal": "goal {goal}", "range.short": "{low} to {high}", "range.told": "Likely score: {low} to {high}, on a scale from {none} to {full}. The goal is {goal}.", "ways.continue": "Continue learning", "ways.stopped": "Continue where you stopped.", "ways.cards": { one: "{recalled} of {n} card recalled", other: "{recalled} of {n} cards recalled" }, "ways.strong": "Last test: strong, {right} of {all} on {day}", "ways.getting": "Last test: getting there, {right} of {all} on {day}", "ways.weak": "Last test: weak for now, {right} of {all} on {day}", "ways.few": "Last test: too few to say, {right} of {all} on {day}", "review.place": "{at} of {all}", "review.name": "Review", "review.nothingDue": "Nothing is due.", "review.here": "Cards and questions you answer come back here.", "review.done": "Done for today.", "review.notBuilt": "This site was built without the data that a review needs.", "review.notLoaded": "The review could not be loaded. Reload the page to try again.", "review.missing": "You had {had} of {all}. What is missing?", "review.later": "Coming back: {days}.", "review.later.tomorrow": "{n} tomorrow", "review.later.day": "{n} on {day}", "review.later.rest": "{n} later", "review.waiting": { one: "{n} more is waiting.", other: "{n} more are waiting." }, "review.cap": { one: "You get at most {n} new one a day.", other: "You get at most {n} new ones a day." }, "progress.empty": "No answers yet. They appear here, topic by topic, and stay in this browser.", "progress.noTopics": "No topic on this site has questions yet.", "progress.notLoaded": "The list of topics could not be loaded. What you saved is safe. Reload the page to see it.", "progress.weakest": "Weakest first", "progress.notStarted": "Not started", "progress.standing": "{state}: {evidence}", "progress.state.strong": "Strong", "progress.state.getting": "Getting there", "progress.state.weak": "Weak for now", "progress.state.few": "Too few to say", "progress.state.secure": "Secure, because you were strong on 2 days", "progress.state.untested": "No test yet", "progress.questions": { one: "{n} question.", other: "{n} questions." }, "progress.last": "{right} of {all} on {day}.", "progress.last.range": "{right} of {all} on {day}, range {low} to {high}.", "progress.left": { one: "{n} is left out of the verdict.", other: "{n} are left out of the verdict." }, "progress.answered": "{answered} of {all} answered, {right} right last time.", "progress.due": "{n} due for review.", "progress.dueNext": "{n} due for review, the next on {day}.", "progress.next": "Nothing is due. The next review is on {day}.", "progress.noneDue": "Nothing to review.", "progress.objective": "{objective}: {section}", "progress.right": "{right} of {all} right", "progress.saved": "Saved in this browser", "progress.export": "Export progress", "progress.import": "Import progress", "progress.reset": "Reset everything", "progress.resetTold": "None of your answers will count any more, here or wherever you import them. If in doubt, export first.", "progress.confirm": "Type {words} to confirm", "progress.quoted": "“{text}”", "progress.cut": "{text}…", "progress.notTyped": "Nothing was reset: the word does not match.", "progress.cleared": "Everything was reset.", "progress.nothingNew": "Nothing in the file was new.", "progress.imported": { one: "Imported {n} answer.", other: "Imported {n} answers." }, "progress.importedOthers": { one: "Imported {n} draft or unfinished test.", other: "Imported {n} drafts and unfinished tests." }, "progress.bad": "Unreadable records", "progress.badTold": { one: "{n} record could not be read. It was set aside unchanged.", other: "{n} records could not be read. They were set aside unchanged." }, "progress.newer": { one: "{n} record is from a newer version of this site. It is read, but never overwritten.", other: "{n} records are from a newer version of this site. They are read, but never overwritten." }, "progress.unsaved": { one: "{n} record could not be saved. Export your progress: the file includes it.", other: "{n} records could not be saved. Export your progress: the file includes them." }, "progress.records.browser": { one: "{n} record.", other: "{n} records." }, "progress.records.hub": { one: "{n} record, shared by all pages in this folder.", other: "{n} records, shared by all pages in this folder." }, "progress.records.memory": { one: "{n} record, lost when you close this page.", other: "{n} records, lost when you close this page." }, "progress.space": "This takes {share} of the available space.", "progress.spaceLess": "This takes less than {share} of the available space.", "import.size": "Nothing was imported: the file is larger than 64 MB.", "import.depth": "Nothing was imported: the file is nested too deeply to be exported progress.", "import.format": "Nothing was imported: the file does not contain exported progress.", "import.newer": "Nothing was imported: the file was made by a newer version of this site.", "import.unreadable": "Nothing was imported: the file could not be read.", "import.site": "Nothing was imported: the file belongs to another site, {name}.", "import.record": "Nothing was imported: the file has an impossible record for {name}.", "notice.memory": "This browser does not let pages save data. When you close this page, your progress is lost.", "notice.full": "There is no space left to save your progress. Nothing saved so far was lost. Export your progress: the file includes what could not be saved.", "notice.newer": "Your progress was saved by a newer version of this site. When you close this page, your new answers are lost.", "notice.refused": "This could not be shared with the other pages in this folder. It is saved with this page only.", "notice.silent": "The other pages in this folder do not have this yet. It is saved with this page, and is sent again at your next visit.", "reset.item": "Reset", "reset.keep": "Keep", "reset.page": "Reset this page", "reset.set": "Reset this set", "reset.test": "Reset this test", "reset.askTest": "Reset this test? Its form will be removed. Your answers stay with the pages of its questions.", "reset.ask": { one: "Reset {n} question or card? What you answered and wrote there will no longer count.", other: "Reset {n} questions and cards? What you answered and wrote there will no longer count." }, "reset.done": "Reset. Your earlier answers no longer count.", "reset.nothing": "There is nothing to reset here.", "print.answers": "Answers" };

  // ui/say.js
  function catalogue() {
    const { recallWords = {} } = (
      globalThis
    );
    const lang = globalThis.document?.documentElement?.lang ?? "";
    return recallWords[lang] ?? recallWords[lang.replace(/-.*/, "")] ?? en_default;
  }
  function language() {
    return String(catalogue().lang ?? en_default.lang);
  }
  function say(key, values) {
    return sayParts(key, values).join("");
  }
  function sayParts(key, values) {
    const given = values ?? {};
    const found = catalogue()[key] ?? en_default[key];
    const text2 = typeof found === "string" ? found : pluralOf(found, Number(given.n));
    return text2.split(/\{(\w+)\}/).map((piece, index) => {
      const value = index % 2 ? given[piece] : piece;
      return typeof value === "number" ? sayNumber(value) : (
        value
      );
    });
  }
  function pluralOf(forms, number2) {
    return forms[new Intl.PluralRules(language()).select(number2)] ?? forms.other ?? "";
  }
  function saySentences(sentences) {
    return sentences.length > 0 ? sentences.reduce((first, second) => say("sentences", { first, second })) : "";
  }
  function sayList(items, type = "unit") {
    return new Intl.ListFormat(language(), { type }).format(items);
  }
  function sayNumber(number2) {
    return new Intl.NumberFormat(language()).format(number2);
  }
  function sayPercent(whole) {
    return new Intl.NumberFormat(language(), { style: "percent" }).format(whole / 100);
  }
  function sayDay(time, more = {}) {
    return new Intl.DateTimeFormat(language(), { day: "numeric", month: "short", ...more }).format(time);
  }
  function sayDayToCome(due, now) {
    return sayDay(due, new Date(due).getFullYear() === new Date(now).getFullYear() ? {} : { year: "numeric" });
  }
  function sayDate(time) {
    return new Intl.DateTimeFormat(language(), { dateStyle: "long" }).format(time);
  }
  function sayInDays(days) {
    return new Intl.RelativeTimeFormat(language(), { numeric: "auto" }).format(days, "day");
  }

  // items/help.js
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
      this.#label("hint", say(hintsShown > 0 && hintsShown === hints.length ? "help.hideHints" : "help.showHint"));
      this.#label("answer", say(this.#answer ? "help.hideAnswer" : "help.showAnswer"));
      const next = Math.min(stepsShown + 1, steps.length);
      const button2 = this.#label("step", say("help.showStep", { step: next, steps: steps.length }));
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

  // dom/announcer.js
  var SILENCE = 50;
  var Announcer = class {
    #timer = 0;
    #pending = null;
    say(region, content, still = false) {
      this.flush();
      const fill = () => {
        region.replaceChildren(content);
        if (!still && region.textContent && endsBelow(region))
          region.scrollIntoView({ block: "nearest", behavior: "instant" });
      };
      const same = region.textContent !== "" && region.textContent === content.textContent;
      if (!same && !region.hasAttribute("aria-live")) return fill();
      empty(region);
      this.#pending = fill;
      this.#timer = window.setTimeout(() => this.flush(), SILENCE);
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

  // store/store-admin.js
  var SOME_ROOM = 500;
  var StoreAdmin = class {
    #store;
    constructor(store) {
      this.#store = store;
    }
    records() {
      const store = this.#store;
      return KINDS.flatMap(
        (kind) => store.names(kind).flatMap((name) => {
          const record = store.read(kind, name);
          return record ? [{ kind, name, record }] : [];
        })
      );
    }
    merge(records) {
      const store = this.#store;
      const readable = records.filter(
        ({ kind, name, record }) => KINDS.includes(kind) && name !== "" && (isNewer(record) || isReadable(kind, record))
      );
      const troubles = readable.map(({ kind, name, record }) => {
        if (canonical(store.slots.read(kind, name).record) === canonical(record)) return null;
        return store.take({ kind, name, record });
      });
      return store.outcome(troubles.find((trouble) => trouble !== null) ?? null);
    }
    clear() {
      const store = this.#store;
      const logs = store.names("i").filter((name) => standing(store.entries([name])).length > 0);
      const troubles = [
        ...store.names("d").map((name) => store.keep("d", name, null)),
        ...store.names("t").map((name) => store.keep("t", name, null)),
        ...logs.map((name) => this.#reset(name))
      ];
      return troubles.find((trouble) => trouble !== null) ?? null;
    }
    #reset(name) {
      const trouble = this.#store.append(name, { kind: "reset" });
      return trouble === "full" ? this.#store.fold(name) : trouble;
    }
    health() {
      const { place, slots, unsaved, trouble } = this.#store;
      const found = KINDS.flatMap(
        (kind) => slots.names(kind).map((name) => ({ key: slots.key(kind, name), ...slots.read(kind, name) }))
      );
      const bad = slots.names("bad").map((name) => slots.key("bad", name));
      return {
        place,
        records: found.filter(({ record }) => record !== null).length,
        bytes: slots.keys.reduce((sum, key) => sum + key.length + slots.raw(key).length, 0),
        bad: bad.map((key) => ({ key, text: slots.raw(key) })),
        newer: found.filter((each) => each.trouble === "newer").map(({ key }) => key),
        unsaved: unsaved.length,
        trouble: trouble ?? (hasRoom(slots.shelf, SOME_ROOM) ? null : "full")
      };
    }
  };

  // store/progress-file.js
  var FORMAT = "recall-progress";
  var LIMITS = Object.freeze({ size: 64 * 1024 * 1024, depth: 12 });
  var ID = /^[a-z0-9][a-z0-9._-]*$/;
  var SAFE_NAME = /^[^\s<>&"'`\\]*$/;
  var PATH = /^[^\s<>"`\\]*$/;
  var ABUSED = ["__proto__", "constructor", "prototype"];
  var KNOWN = ["attempt", "rating", "reset", "undo"];
  var TYPES = Object.freeze({
    ...{ time: "number", since: "number", finished: "number", hints: "number", steps: "number" },
    ...{ answer: "boolean", retry: "boolean" },
    ...{ text: "string", page: "string", at: "string", seed: "string", session: "string" },
    ...{ options: "list", concepts: "list", items: "list", flags: "list" },
    ...{ orders: "byItem", responses: "byItem" }
  });
  var FREE_TEXTS = ["text", "given"];
  function exportOf(records, site, now) {
    const byKind = { i: Object.create(null), d: Object.create(null), t: Object.create(null) };
    for (const { kind, name, record } of [...records].sort(inOrder)) {
      const whole = readRecord(kind, name, record, true);
      if (whole) byKind[kind][name] = whole;
    }
    return { format: FORMAT, v: VERSION, site, exported: now, records: byKind };
  }
  function readImport(text2, site, now = Infinity) {
    if (text2.length > LIMITS.size) return { error: "size" };
    if (depthOf(text2) > LIMITS.depth) return { error: "depth" };
    const file = parseFile(text2);
    if (file?.format !== FORMAT) return { error: "format" };
    if (isNewer(file)) return { error: "newer" };
    if (file.v !== VERSION || typeof file.site !== "string") return { error: "format" };
    if (file.site !== site) return { error: "site", name: file.site };
    const read = readRecords(file.records);
    if ("error" in read) return read;
    return { records: read.records.map((kept) => ({ ...kept, record: inTime(kept, now) })) };
  }
  function readRecords(value) {
    if (!isObject(value)) return { error: "format" };
    const records = [];
    for (const [kind, byName] of Object.entries(value)) {
      const known = KINDS.find((each) => each === kind);
      if (!known || !isObject(byName)) return { error: "format" };
      for (const [name, raw] of Object.entries(byName)) {
        const record = readRecord(known, name, raw);
        if (!record) return { error: "record", name };
        records.push({ kind: known, name, record });
      }
    }
    return { records: records.sort(inOrder) };
  }
  function inTime({ kind, record }, now) {
    if (isNewer(record)) return record;
    const late = now + DAY;
    if (kind !== "i") return Number(record.time) > late ? { ...record, time: now } : record;
    const entries = (
      mergeLogs([listOf(record.log)])
    );
    if (!entries.some(({ time }) => time > late)) return record;
    const said = entries.map((entry) => entry.time > late ? { clock: now, ...entry } : entry);
    const log = settleTimes(said, late).map((entry, index) => said[index] === entry ? entry : withoutClock(entry));
    return { ...record, log };
  }
  function withoutClock({ clock: _, ...entry }) {
    return entry;
  }
  function readRecord(kind, name, value, lenient = false) {
    if (!ID.test(name) || !isObject(value)) return null;
    if (isNewer(value)) return isPlain(value) ? { ...value } : null;
    if (value.v !== VERSION) return null;
    if (kind === "i") return readLog(value, lenient);
    return hasPlainFields(value) ? { ...value } : null;
  }
  function readLog({ log, ...others }, lenient) {
    if (!Array.isArray(log) || !hasPlainFields(others)) return null;
    const entries = log.filter(isEntry);
    return lenient || entries.length === log.length ? { ...others, log: entries } : null;
  }
  function isEntry(raw) {
    const { id, time, kind } = fields(raw);
    if (!isObject(raw) || !isPlain(raw) || text(id) === "" || !isTime(time) || text(kind) === "") return false;
    if (!KNOWN.includes(text(kind))) return true;
    const [entry] = readEntries([raw]);
    const same = ([field, held] = [
      "",
      null
    ]) => !(field in raw) || canonical(held) === canonical(raw[field]);
    return entry !== void 0 && Object.entries(entry).every(same);
  }
  function hasPlainFields(record) {
    return Object.entries(record).every(([field, held]) => isFieldName(field) && hasType(field, held));
  }
  function isPlain(value, field = "") {
    if (value === null || typeof value === "boolean") return true;
    if (typeof value === "number") return isTime(value);
    if (typeof value === "string") return FREE_TEXTS.includes(field) || (field === "page" ? PATH : SAFE_NAME).test(value);
    if (Array.isArray(value)) return value.every((each) => isPlain(each, field));
    return isObject(value) && Object.entries(value).every(([name, held]) => isFieldName(name) && isPlain(held, name));
  }
  function isFieldName(name) {
    return name !== "" && SAFE_NAME.test(name) && !ABUSED.includes(name);
  }
  function hasType(field, value) {
    const type = Object.hasOwn(TYPES, field) ? TYPES[
      field
    ] : null;
    if (type === "byItem")
      return isObject(value) && Object.entries(value).every(([id, held]) => ID.test(id) && isNames(held));
    if (!isPlain(value, field)) return false;
    if (type === "list") return isNames(value);
    return type === null || typeof value === type;
  }
  function isNames(value) {
    return Array.isArray(value) && value.every((each) => typeof each === "string" && SAFE_NAME.test(each));
  }
  function depthOf(text2) {
    let [depth, deepest, quoted] = [0, 0, false];
    for (let at = 0; at < text2.length; at += 1) {
      const character = text2[at];
      if (character === '"') quoted = !quoted;
      else if (quoted && character === "\\") at += 1;
      else if (!quoted && (character === "[" || character === "{")) deepest = Math.max(deepest, depth += 1);
      else if (!quoted && (character === "]" || character === "}")) depth -= 1;
    }
    return deepest;
  }
  function parseFile(text2) {
    try {
      const value = JSON.parse(text2);
      return isObject(value) ? fields(value) : null;
    } catch {
      return null;
    }
  }

  // store/download.js
  var TAKEN = 6e4;
  function downloadProgress() {
    const now = Date.now();
    const site = siteName();
    const text2 = JSON.stringify(exportOf(new StoreAdmin(siteStore()).records(), site, now));
    const day = new Intl.DateTimeFormat("sv").format(now);
    const url = URL.createObjectURL(new Blob([text2], { type: "application/json" }));
    const link2 = document.createElement("a");
    Object.assign(link2, { href: url, download: `progress-${site}-${day}.json` });
    link2.click();
    window.setTimeout(() => URL.revokeObjectURL(url), TAKEN);
  }

  // items/wording.js
  function sayRight(tries, helped) {
    if (tries > 1) return helped ? say("mcq.right.tryHelp", { tries }) : say("mcq.right.try", { tries });
    return helped ? say("mcq.right.help") : say("mcq.right");
  }
  function sayCounts(found, keys, stray) {
    return saySentences([say("mcq.found", { found, keys }), ...stray > 0 ? [say("mcq.stray", { n: stray })] : []]);
  }
  function sayAnswer(letters) {
    return say("mcq.answer", { letters: sayList(letters, "conjunction") });
  }
  function sayRated(rating, due, now) {
    const days = daysBetween(now, due);
    if (days < 1) return say("card.due");
    return days === 1 ? say(`card.${rating}.tomorrow`) : say(`card.${rating}.day`, { day: sayDayToCome(due, now) });
  }
  function sayReturn(due, now, helped, reviewed) {
    const days = daysBetween(now, due);
    const what = reviewed ? "back" : "repeat";
    const why = helped ? "Help" : "";
    if (days < 1) return "";
    return days === 1 ? say(`item.${what}.tomorrow${why}`) : say(`item.${what}.day${why}`, { day: sayDayToCome(due, now) });
  }

  // items/item.js
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
    get isDone() {
      return false;
    }
    get takesRating() {
      return false;
    }
    pressInReview(_event) {
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
    get #round() {
      return this.closest("recall-practice, recall-review");
    }
    get #reviewed() {
      return this.#round?.localName === "recall-review";
    }
    get state() {
      const since = Number(this.#round?.getAttribute("data-recall-since") ?? 0);
      return stateOf(
        this.entries.filter(({ time }) => time >= since),
        this.rev
      );
    }
    get entries() {
      return siteStore().entries(this.ids);
    }
    get schedule() {
      return findSchedule(this.entries, siteStore().now());
    }
    get isGuest() {
      return this.id !== `recall-${this.itemId}`;
    }
    get draft() {
      return this.isGuest ? null : siteStore().draft(this.itemId);
    }
    saveDraft(options) {
      this.settle();
      if (!this.isGuest) siteStore().saveDraft(this.itemId, { options, ...this.help.opened });
    }
    tell(content, silent = false) {
      const status = this.querySelector(".recall-status");
      if (status && silent) this.announcer.show(status, content);
      else if (status) this.announcer.say(status, content);
    }
    factOf(response, used) {
      const context = this.#reviewed ? "review" : this.#round ? "practice" : "check";
      return { ...response, context, session: siteStore().session, help: helpSoFar(this.state, used), rev: this.rev };
    }
    record(response, used, show, given = {}) {
      const detail = { ...response, item: this.itemId, kind: this.localName.replace("recall-", "") };
      const options = { bubbles: true, detail };
      if (!this.dispatchEvent(new CustomEvent("recall-attempt", { ...options, cancelable: true }))) return;
      const store = siteStore();
      const before2 = this.state;
      const fact = { ...this.factOf(response, used), ...given };
      const trouble = store.append(this.itemId, fact, this.ids);
      this.settle();
      show(before2, fact);
      if (trouble) showNotice(this, trouble);
      else hideNotices();
      this.dispatchEvent(new CustomEvent("recall-attempted", options));
    }
  };
  function describeReturn({ grade, due, helped }) {
    return grade < GOOD ? sayReturn(due, siteStore().now(), helped, hasReview()) : "";
  }
  function showNotice(host, trouble) {
    if (trouble === "memory" && document.querySelector(noticeOf(trouble))) return;
    for (const before2 of host.querySelectorAll(`:scope > ${noticeOf(trouble)}`)) before2.remove();
    const notice = element("p", "recall-notice", say(`notice.${trouble}`));
    notice.setAttribute("role", "alert");
    notice.dataset.recallTrouble = trouble;
    if (trouble === "full") notice.append(" ", exportButton());
    host.append(notice);
  }
  function exportButton() {
    const pressed = button("recall-button", say("progress.export"), "export");
    pressed.addEventListener("click", downloadProgress);
    return pressed;
  }
  function hideNotices() {
    if (siteStore().unsaved.length > 0) return;
    for (const notice of document.querySelectorAll(noticeOf("full"))) notice.remove();
  }
  function noticeOf(trouble) {
    return `.recall-notice[data-recall-trouble="${trouble}"]`;
  }
  var SUMMARY_ACTIONS = Object.freeze({
    "recall-hints": "hint",
    "recall-steps": "step",
    "recall-solution": "answer",
    "recall-model": "model"
  });
  function readAction(event) {
    const { target } = event;
    if (!(target instanceof Element)) return null;
    const button2 = target.closest("[data-recall-do]");
    if (button2) return button2.getAttribute("data-recall-do");
    const details = target.closest("summary")?.parentElement;
    const [, action] = Object.entries(SUMMARY_ACTIONS).find(([name]) => details?.classList.contains(name)) ?? [];
    if (!action || !details?.closest(".recall-item")?.querySelector(`[data-recall-do="${action}"]`)) return null;
    event.preventDefault();
    return action;
  }

  // items/card.js
  var FIELDS = "input, textarea, select, [contenteditable]";
  var CONTROLS = `${FIELDS}, a, button, summary`;
  var RecallCardElement = class extends RecallItemElement {
    respond = (rating) => ({ kind: "rating", rating });
    readLog = () => this.entries;
    connectedCallback() {
      this.addEventListener("click", this);
    }
    handleEvent(event) {
      const action = readAction(event);
      if (action === "again" || action === "good") this.#rate(action);
      if (action === "hint") {
        this.help.pressHint();
        this.saveDraft([]);
      }
      this.#showNext();
    }
    showStored() {
      const { draft, state } = this;
      if (draft) this.help.restore(draft);
      if (state.rating) this.#showRating(state.rating, true);
      if (this.querySelector(".recall-reveal[open]")) this.#showNext();
    }
    get isDone() {
      return "recallRating" in this.dataset;
    }
    get takesRating() {
      return true;
    }
    pressInReview(event) {
      const { target } = event;
      if (!(target instanceof Element) || target.closest(FIELDS)) return;
      const reveal = this.querySelector(".recall-reveal");
      if (event.key === " " && !target.closest(CONTROLS) && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        if (!reveal?.hasAttribute("open")) click(reveal?.querySelector("summary"));
      }
      const action = [void 0, "again", "good"][readDigit(event)];
      if (!action || !reveal?.hasAttribute("open")) return;
      event.preventDefault();
      click(this.querySelector(`[data-recall-do="${action}"]`));
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
      this.record(this.respond(rating), this.help.used, () => {
        this.#showRating(rating);
        const sheet = this.closest(".recall-sheet");
        if (sheet) showTally(sheet);
        this.help.carryOver();
        this.saveDraft([]);
      });
    }
    #showRating(rating, silent) {
      this.dataset.recallRating = rating;
      const { schedule } = this;
      const content = document.createDocumentFragment();
      content.append(
        ...rating === "good" ? [icon("check")] : [],
        schedule ? sayRated(rating, schedule.due, siteStore().now()) : say(`card.${rating}`)
      );
      this.tell(content, silent);
    }
    #showNext() {
      const intervals = intervalsAfter(this.readLog(), [...this.help.used], siteStore().now());
      for (
        const rating of
        ["again", "good"]
      ) {
        const button2 = this.querySelector(`[data-recall-do="${rating}"]`);
        const next = button2?.querySelector(".recall-due") ?? element("span", "recall-due");
        next.textContent = sayInDays(intervals[rating]);
        next.setAttribute("aria-hidden", "true");
        button2?.setAttribute("aria-description", sayInDays(intervals[rating]));
        if (!next.parentNode) button2?.append(" ", next);
      }
    }
  };
  function click(control) {
    if (control instanceof HTMLElement) control.click();
  }
  function showTally(sheet) {
    const cards = sheet.querySelectorAll("recall-card").length;
    const recalled = sheet.querySelectorAll('recall-card[data-recall-rating="good"]').length;
    const count2 = sheet.querySelector(".recall-count");
    if (count2) count2.textContent = say("card.tally", { recalled, all: cards });
    const segments = sheet.querySelectorAll(".recall-segments > i");
    segments.forEach((segment, index) => segment.toggleAttribute("data-recall-on", index < recalled));
  }

  // core/score.js
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

  // items/options.js
  function readRows(item) {
    const reasons = new Map();
    for (const reason of item.querySelectorAll(".recall-solution .recall-reason"))
      reasons.set(readOptionId(reason), reason);
    return [...item.querySelectorAll(".recall-option")].flatMap((element2) => {
      const input = element2.querySelector("input");
      if (!(element2 instanceof HTMLElement) || !input) return [];
      const id = readOptionId(element2);
      const reason = reasons.get(id) ?? null;
      const letter = element2.querySelector(".recall-letter")?.textContent ?? "";
      return [{ id, letter, key: reason?.hasAttribute("data-recall-key") ?? false, reason, element: element2, input }];
    });
  }
  function readOptionId(element2) {
    return element2.getAttribute("data-recall-option") ?? "";
  }
  function findChosen(rows) {
    return rows.filter((row2) => row2.input.checked);
  }
  function findKeys(rows) {
    return rows.filter((row2) => row2.key);
  }
  function listIds(rows) {
    return rows.map((row2) => row2.id);
  }
  function readRowState({ element: element2 }) {
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
    const words2 = say(state === "missed" && several ? "mark.missedPart" : `mark.${state}`);
    mark?.replaceChildren(icon(state === "wrong" || state === "tried" ? "cross" : "check"), words2);
  }

  // items/verdict-panel.js
  var OUTCOME_ICONS = Object.freeze({ right: "check", wrong: "cross", shown: "check" });
  var TIES = ["id", "name", "for", "data-recall-option", "data-recall-key"];
  function makeOutcomePanel(rows, { outcome, tries, help }, back) {
    const chosen = findChosen(rows);
    const keys = findKeys(rows);
    const { found, stray } = score(listIds(chosen), listIds(keys));
    const several = keys.length > 1;
    const sums = several && chosen.length > 0 ? [element("p", "recall-counts", sayCounts(found, keys.length, stray))] : [];
    const returns = back ? [element("p", "recall-back", back)] : [];
    if (outcome === "shown")
      return verdictPanel(outcome, sayAnswer(keys.map((row2) => row2.letter)), [...sums, ...returns]);
    const reasons = copyReasons(chosen, several);
    if (outcome === "wrong") return verdictPanel(outcome, say("mcq.wrong"), [...sums, ...reasons]);
    return verdictPanel(outcome, sayRight(tries, help.length > 0), [...reasons, ...returns]);
  }
  function verdictPanel(verdict, title, details = []) {
    const panel = element("div", "recall-panel");
    panel.dataset.recallVerdict = verdict;
    if (verdict !== "notice") panel.append(icon(OUTCOME_ICONS[verdict]));
    const body = element("div", "recall-body");
    body.append(element("p", "recall-title", title), ...details);
    panel.append(body);
    const content = document.createDocumentFragment();
    content.append(panel);
    return content;
  }
  function copyReasons(rows, several) {
    const reasons = rows.flatMap((row2) => row2.reason?.querySelector(".recall-body")?.hasChildNodes() ? row2.reason : []);
    const copies = reasons.map(copyReason);
    if (!several) return copies.flatMap((copy) => piecesOf(copy.querySelector(".recall-body")));
    const list = element("ol", "recall-reasons");
    list.append(...copies);
    return copies.length > 0 ? [list] : [];
  }
  function piecesOf(body) {
    for (const child of body?.children ?? []) if (!child.hasAttribute("dir")) child.setAttribute("dir", "auto");
    return [...body?.childNodes ?? []];
  }
  function copyReason(source) {
    const copy = (
      source.cloneNode(true)
    );
    for (const control of copy.querySelectorAll("nav, button, .md-code__nav")) control.remove();
    for (const each of [copy, ...copy.querySelectorAll("*")]) for (const tie of TIES) each.removeAttribute(tie);
    return copy;
  }

  // items/explain.js
  var WRITTEN = 500;
  var RecallExplainElement = class extends RecallItemElement {
    #warned = false;
    #scored = false;
    #saving = 0;
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
      if (event.type === "click") this.#press(readAction(event));
      else if (event.type === "pagehide" || event.type === "visibilitychange") this.#flush();
      else if (event.target !== this.#field) this.#tick(event);
      else if (event.type === "input") this.#written();
      else this.#save(this.#saving);
    }
    showStored() {
      const record = this.ids.map((id) => siteStore().kept("d", id)).find((found) => found !== null);
      const { outcome, chosen, changed } = this.state;
      const compared = outcome !== null || changed;
      const writing = record ? readWriting(record) : { text: "", concepts: chosen, hints: 0, answer: compared };
      if (this.#field) this.#field.value = writing.text;
      for (const box of this.#boxes) box.checked = writing.concepts.includes(box.value);
      this.help.restore({ ...CLOSED, hints: writing.hints });
      this.#open(writing.answer);
      this.#scored = compared || writing.concepts.length > 0;
      this.#showScore(true);
      if (changed) this.tell(verdictPanel("notice", say("item.changed")), true);
      this.#heal(record);
    }
    #heal(draft) {
      if (!draft || this.isGuest || this.state.changed || !this.dataset.recallState) return;
      const { entries } = this;
      if (this.#ticked.length === 0 || writtenAt(draft) <= writtenAt(entries.at(-1))) return;
      const written = entries.filter((entry) => entry.kind === "attempt" && entry.context !== "review");
      if (isTold(this.#ticked, stateOf(written, this.rev))) return;
      siteStore().append(this.itemId, this.factOf(this.#response, this.help.used), this.ids);
    }
    get busy() {
      return this.#saving > 0;
    }
    get isDone() {
      return this.dataset.recallState === "open";
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
        return this.tell(verdictPanel("notice", say("explain.writeFirst")));
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
      for (const details of this.querySelectorAll(".recall-model, .recall-concepts"))
        details.toggleAttribute("open", open);
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
      this.#attempt();
      this.#showScore();
    }
    #showScore(silent = false) {
      const boxes = this.#boxes;
      const back = say(hasReview() ? "explain.back" : "explain.repeat");
      for (const box of boxes) {
        const mark = box.parentElement?.querySelector(".recall-mark");
        if (mark) mark.textContent = this.#scored && !box.checked ? back : "";
      }
      const region = this.querySelector(".recall-score");
      const content = document.createDocumentFragment();
      if (this.#scored) content.append(...makeScore(this.#ticked.length, boxes.length, this.#note));
      if (region && silent) this.announcer.show(region, content);
      else if (region) this.announcer.say(region, content, true);
    }
    get #note() {
      const missing = this.#boxes.length - this.#ticked.length;
      if (missing > 0) return say(hasReview() ? "explain.comeBack" : "explain.toRepeat", { n: missing });
      const { schedule } = this;
      return schedule && schedule.grade < GOOD ? describeReturn(schedule) : say("item.nothingLeft");
    }
    get #response() {
      const concepts = this.#ticked;
      const outcome = judgeTicks(
        concepts,
        this.#boxes.map((box) => box.value)
      );
      return { kind: "attempt", outcome, options: [], concepts };
    }
    #attempt() {
      if (!isTold(this.#ticked, this.state)) this.record(this.#response, this.help.used, () => this.help.carryOver());
    }
    #save(needed = true) {
      if (!needed) return;
      window.clearTimeout(this.#saving);
      this.#saving = 0;
      this.settle();
      const { hints } = this.help.opened;
      const writing = {
        text: this.#field?.value ?? "",
        concepts: this.#ticked,
        hints,
        answer: "recallState" in this.dataset
      };
      const renamed = this.ids.length > 1;
      const trouble = siteStore().keep("d", this.itemId, isBlank(writing) && !renamed ? null : writing);
      if (trouble && writing.text) showNotice(this, trouble);
    }
    #flush() {
      this.#save(this.#saving);
    }
    #stop() {
      window.clearTimeout(this.#saving);
      this.#saving = 0;
    }
    #watch() {
      window.addEventListener("pagehide", this);
      document.addEventListener("visibilitychange", this);
    }
  };
  function makeScore(ticked, concepts, sentence) {
    const segments = element("span", "recall-segments");
    segments.setAttribute("aria-hidden", "true");
    for (let index = 0; index < concepts; index += 1) {
      const segment = document.createElement("i");
      segment.toggleAttribute("data-recall-on", index < ticked);
      segments.append(segment);
    }
    const note = sentence ? [element("p", "recall-note", sentence)] : [];
    return [element("p", "recall-verdict", say("explain.got", { ticked, all: concepts })), segments, ...note];
  }

  // items/option-order.js
  var KEY = "[data-recall-key]";
  function orderRows(item, ids) {
    const named = namedKeys(item);
    for (const list of item.querySelectorAll(".recall-options, .recall-solution .recall-reasons")) orderList(list, ids);
    if (named.length > 0) renameKeys(item, named);
  }
  function orderList(list, ids) {
    const rows = [...list.children];
    const letters = rows.map(readLetter);
    const ordered = rows.sort((a, b) => ids.indexOf(readOptionId(a)) - ids.indexOf(readOptionId(b)));
    list.append(...ordered);
    ordered.forEach((row2, index) => {
      const letter = row2.querySelector(".recall-letter");
      if (letter) letter.textContent = letters[index] ?? "";
    });
  }
  function namedKeys(item) {
    const keys = [...item.querySelectorAll(`.recall-solution .recall-reason${KEY}`)];
    const named = [];
    for (const block of item.querySelector(".recall-final-answer > .recall-body")?.children ?? []) {
      const key = keys[named.length];
      const name = key && nameIn(block);
      if (name) named.push({ id: readOptionId(key), name, blocks: [block] });
      else named.at(-1)?.blocks.push(block);
    }
    return named.length === keys.length ? named : [];
  }
  function nameIn(block) {
    return block.matches(KEY) ? block : block.querySelector(`:scope > ${KEY}`);
  }
  function renameKeys(item, named) {
    const keys = [...item.querySelectorAll(`.recall-solution .recall-reason${KEY}`)];
    const body = item.querySelector(".recall-final-answer > .recall-body");
    for (const key of keys) {
      const found = named.find(({ id }) => id === readOptionId(key));
      if (!found) continue;
      found.name.textContent = readLetter(key);
      body?.append(...found.blocks);
    }
  }
  function readLetter(row2) {
    return row2.querySelector(".recall-letter")?.textContent ?? "";
  }

  // items/testable-item.js
  var TestableItemElement = class extends RecallItemElement {
    get options() {
      return [];
    }
    get keepsOrder() {
      return true;
    }
    orderOptions(_ids) {
    }
    get response() {
      return [];
    }
    choose(_ids) {
    }
    isRight(_ids) {
      return false;
    }
    showResponse(_chosen, _changed) {
    }
  };

  // items/mcq.js
  var RecallMcqElement = class extends TestableItemElement {
    connectedCallback() {
      for (const type of ["click", "submit", "change", "keydown"]) this.addEventListener(type, this);
    }
    handleEvent(event) {
      if (event.type === "submit") this.#submit(event);
      if (event.type === "change") this.#change(event);
      if (event.type === "click") this.#help(readAction(event));
      if (event instanceof KeyboardEvent) {
        if (event.key === "Enter" && event.target instanceof HTMLInputElement && isAuthors(event.target)) {
          event.preventDefault();
        }
        this.#digit(event);
      }
    }
    showStored() {
      const { draft, state } = this;
      const { outcome, changed } = state;
      const begun = draft !== null && (outcome === null && !changed || isLater(draft, state));
      if (begun) this.choose(draft.options);
      if (draft && (begun || !changed)) this.help.restore(draft);
      if (changed) this.tell(verdictPanel("notice", say("item.changed")), true);
      if (outcome && !begun) {
        this.choose(state.chosen);
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
      this.choose([]);
      for (const row2 of readRows(this)) setRow(row2, null);
      this.tell(document.createDocumentFragment(), true);
      delete this.dataset.recallState;
      this.#label(say("mcq.check"));
    }
    showResponse(chosen, changed) {
      this.choose(chosen);
      this.help.restore({ ...CLOSED, answer: true });
      this.#showOutcome(
        {
          ...this.state,
          outcome: this.isRight(chosen) ? "right" : "shown",
          chosen: [...chosen],
          tries: 1,
          tried: [],
          help: []
        },
        true
      );
      if (changed) this.tell(verdictPanel("notice", say("item.changed")), true);
    }
    get keyLetters() {
      return findKeys(readRows(this)).map((row2) => row2.letter);
    }
    get options() {
      return listIds(readRows(this));
    }
    get keepsOrder() {
      return this.querySelector('.recall-options[data-recall-order="fixed"]') !== null;
    }
    orderOptions(ids) {
      orderRows(this, ids);
    }
    get response() {
      return listIds(findChosen(readRows(this)));
    }
    choose(ids) {
      for (const row2 of readRows(this)) row2.input.checked = ids.includes(row2.id);
    }
    isRight(ids) {
      return score(ids, listIds(findKeys(readRows(this)))).right;
    }
    get isDone() {
      const { recallState } = this.dataset;
      return recallState === "right" || recallState === "shown";
    }
    #submit(event) {
      event.preventDefault();
      if (event instanceof SubmitEvent && isAuthors(event.submitter)) return;
      if (this.dataset.recallState) this.#tryAgain();
      else this.#check();
    }
    #check() {
      const { response } = this;
      if (response.length > 0) return this.#attempt(this.isRight(response) ? "right" : "wrong");
      this.tell(verdictPanel("notice", say("mcq.chooseFirst")));
      readRows(this)[0]?.input.focus();
    }
    #tryAgain() {
      if (this.isDone) this.help.restore(CLOSED);
      this.choose([]);
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
      const over = this.isDone;
      for (const row2 of readRows(this)) setRow(row2, over ? null : rowStateAfter(readRowState(row2), row2.input.checked));
      if (over) {
        this.help.carryOver();
        this.tell(document.createDocumentFragment());
      }
      delete this.dataset.recallState;
      this.#label(say("mcq.check"));
    }
    #help(action) {
      if (action === "hint") this.help.pressHint();
      else if (action === "step") this.help.pressStep();
      else if (action === "answer") this.#pressAnswer();
      else return;
      this.#saveDraft();
    }
    #pressAnswer() {
      if (this.isDone || this.help.answer) this.help.pressAnswer();
      else this.#attempt("shown");
    }
    #digit(event) {
      const row2 = readRows(this)[readDigit(event) - 1];
      if (!row2 || isAuthors(event.target)) return;
      event.preventDefault();
      row2.input.focus();
      row2.input.click();
    }
    #attempt(outcome) {
      const options = this.response;
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
      const several = findKeys(rows).length > 1;
      this.dataset.recallState = state.outcome;
      for (const row2 of rows) setRow(row2, rowState(row2, state), several);
      this.#label(say("mcq.tryAgain"));
      this.tell(makeOutcomePanel(rows, state, this.#backAfter(state)), silent);
    }
    #backAfter({ outcome, help }) {
      const schedule = outcome !== "wrong" && help.length > 0 ? this.schedule : null;
      return schedule ? describeReturn(schedule) : "";
    }
    #saveDraft() {
      const known = this.dataset.recallState && isEmpty({ ...this.help.opened, options: [] });
      this.saveDraft(known ? [] : this.response);
    }
    #label(text2) {
      const button2 = this.querySelector(".recall-check");
      if (button2) button2.textContent = text2;
    }
  };
  function isAuthors(control) {
    const text2 = control instanceof Element ? control.closest(".recall-text, .recall-stem") : null;
    return text2 !== null && text2 !== control;
  }

  // items/kinds.js
  var ITEMS = Object.freeze({
    card: RecallCardElement,
    mcq: RecallMcqElement,
    explain: RecallExplainElement
  });

  // dom/trusted.js
  var FOLDER = "/assets/recall/";
  var RULES = {
    createHTML: (html) => html,
    createScriptURL: (address) => {
      if (new URL(address, document.baseURI).pathname.includes(FOLDER)) return address;
      throw new TypeError(address);
    }
  };
  var policy;
  function ownPolicy() {
    const { trustedTypes } = (
      globalThis
    );
    try {
      policy ??= trustedTypes?.createPolicy("recall", RULES) ?? null;
    } catch {
      policy = null;
    }
    return policy;
  }
  function trustHtml(html) {
    return ownPolicy()?.createHTML(html) ?? html;
  }
  function trustScript(address) {
    return ownPolicy()?.createScriptURL(address) ?? address;
  }

  // dom/data-scripts.js
  function findRoot(manifest) {
    return new URL("../../", manifest).href;
  }
  var loading = new Map();
  function loadData(address, receiver) {
    const known = loading.get(address) ?? addScript(address, receiver);
    loading.set(address, known);
    known.catch(() => loading.delete(address));
    return known;
  }
  var waiting = new Map();
  function addScript(address, receiver) {
    const script = document.createElement("script");
    Object.assign(globalThis, {
      [receiver]: (value) => waiting.get(document.currentScript)?.(value)
    });
    return new Promise((resolve, reject) => {
      waiting.set(script, resolve);
      const end = () => {
        waiting.delete(script);
        script.remove();
        reject(new Error(`no data in ${address}`));
      };
      script.addEventListener("load", end);
      script.addEventListener("error", end);
      script.src = trustScript(address);
      document.head.append(script);
    });
  }

  // dom/range-chart.js
  var HALF = Object.freeze({ one: 7, two: 17, wide: 5 });
  var LINES = Object.freeze({ goal: "1em", mark: "1.5em", track: "2.25em", numbers: "4.5em" });
  var TRACK = Object.freeze({ y: LINES.track, height: "0.78125em", rx: "0.390625em" });
  function rangeOn(range) {
    const { low, high } = range;
    const svg = svgElement("svg", {
      class: "recall-range",
      role: "img",
      "aria-label": say("range.told", {
        low: sayPercent(low),
        high: sayPercent(high),
        none: sayPercent(0),
        full: sayPercent(100),
        goal: sayPercent(GOAL)
      }),
      width: "100%",
      height: "5em",
      direction: "ltr"
    });
    svg.append(
      words("goal", GOAL, LINES.goal, say("range.goal", { goal: sayPercent(GOAL) })),
      svgElement("rect", { class: "recall-range-track", x: "0%", width: "100%", ...TRACK }),
      svgElement("rect", { class: "recall-range-band", x: `${low}%`, width: `${high - low}%`, ...TRACK }),
      svgElement("rect", { class: "recall-range-mark", x: `${GOAL}%`, width: "2", y: LINES.mark, height: "2.25em" }),
      ...numbers(range)
    );
    return svg;
  }
  function numbers(range) {
    const { low, high } = range;
    const ends = [...low > 2 * HALF.wide ? [0] : [], ...high < 100 - 2 * HALF.wide ? [100] : []];
    const bounds = high - low < 2 * HALF.one ? [
      words(
        "bound",
        (low + high) / 2,
        LINES.numbers,
        say("range.short", { low: sayPercent(low), high: sayPercent(high) }),
        HALF.two
      )
    ] : [low, high].map((bound) => words("bound", bound, LINES.numbers, sayPercent(bound)));
    return [...ends.map((end) => words("end", end, LINES.numbers, sayPercent(end))), ...bounds];
  }
  function words(role, place, y, text2, half = HALF.one) {
    const [anchor, x] = place < half ? ["start", 0] : place > 100 - half ? ["end", 100] : ["middle", place];
    const made = svgElement("text", { class: `recall-range-${role}`, x: `${x}%`, y, "text-anchor": anchor });
    made.textContent = text2;
    return made;
  }

  // learner/wording.js
  var ROOM = 5e6;
  var SHORT = 60;
  var DAYS = 3;
  function sayState({ last, answered }) {
    if (last) return say(`progress.state.${last.verdict}`);
    return answered === 0 ? say("progress.notStarted") : say("progress.state.untested");
  }
  function sayEvidence({ last, answered, right, all }) {
    if (last) return sayLast(last);
    return answered === 0 ? say("progress.questions", { n: all }) : say("progress.answered", { answered, right, all });
  }
  function sayLast({ right, all, time, range, left }) {
    const day = sayDay(time);
    const numbers2 = range ? say("progress.last.range", { right, all, day, low: sayPercent(range.low), high: sayPercent(range.high) }) : say("progress.last", { right, all, day });
    return saySentences([numbers2, ...left > 0 ? [say("progress.left", { n: left })] : []]);
  }
  function sayDue(due, next) {
    const day = sayDay(next);
    if (due > 0) return next > 0 ? say("progress.dueNext", { n: due, day }) : say("progress.due", { n: due });
    return next > 0 ? say("progress.next", { day }) : say("progress.noneDue");
  }
  function objectiveName(name) {
    return name.replaceAll(/[-_]+/g, " ");
  }
  function sayHealth({ place, records, bytes }) {
    const share = Math.floor(100 * bytes / ROOM);
    return saySentences([
      say(`progress.records.${place}`, { n: records }),
      share < 1 ? say("progress.spaceLess", { share: sayPercent(1) }) : say("progress.space", { share: sayPercent(share) })
    ]);
  }
  function sayRefusal({ error, name = "" }) {
    if (error === "site" || error === "record") return say(`import.${error}`, { name: quote(name) });
    return say(`import.${error}`);
  }
  function quote(text2) {
    const short = text2.length > SHORT ? say("progress.cut", { text: text2.slice(0, SHORT) }) : text2;
    return say("progress.quoted", { text: short });
  }
  function sayImported(entries, others) {
    const told = [
      ...entries > 0 ? [say("progress.imported", { n: entries })] : [],
      ...others > 0 ? [say("progress.importedOthers", { n: others })] : []
    ];
    return told.length > 0 ? saySentences(told) : say("progress.nothingNew");
  }
  function sayConfirm(words2) {
    return say("progress.confirm", { words: sayList(words2.map(quote), "disjunction") });
  }
  function sayEnd({ later: later2, waiting: waiting2, begun }, today, cap) {
    return saySentences([
      say(begun ? "review.done" : "review.nothingDue"),
      ...later2.length > 0 ? [say("review.later", { days: sayLater(later2, today) })] : [],
      ...waiting2 > 0 ? [say("review.waiting", { n: waiting2 }), say("review.cap", { n: cap })] : []
    ]);
  }
  function sayLater(later2, today) {
    const rest = later2.slice(DAYS).reduce((sum, { cards }) => sum + cards, 0);
    const days = later2.slice(0, DAYS).map(
      ({ day, cards }) => daysBetween(today, day) === 1 ? say("review.later.tomorrow", { n: cards }) : say("review.later.day", { n: cards, day: sayDayToCome(day, today) })
    );
    return sayList([...days, ...rest > 0 ? [say("review.later.rest", { n: rest })] : []]);
  }

  // learner/progress-view.js
  function overview(stood, wide, root) {
    const begun = stood.filter(isTopicBegun);
    if (begun.length + wide.length === 0)
      return [
        emptyView(
          stood.map(({ topic }) => topic),
          root
        )
      ];
    const others = stood.filter((each) => !isTopicBegun(each)).map(({ topic }) => topic);
    const lines = wide.map((each) => wideView(each, root));
    return [
      ...begun.map((each) => topicView(each, root)),
      ...lines,
      ...others.length > 0 ? [notBegun(others, root)] : []
    ];
  }
  function isTopicBegun({ standing: { answered, last } }) {
    return answered > 0 || last !== null;
  }
  function lineView({ standing: standing2 }) {
    const line = element("p", "recall-standing");
    const due = isTopicBegun({ topic: (
      {}
    ), standing: standing2 }) ? [sayDue(standing2.due, standing2.next)] : [];
    line.append(...stateView(sayState(standing2), saySentences([sayEvidence(standing2), ...due])));
    return line;
  }
  function stateView(state, evidence) {
    return sayParts("progress.standing", { state: element("strong", "recall-state", state), evidence });
  }
  function emptyView(topics, root) {
    const section = element("section", "recall-empty");
    const tested = topics.find(({ test }) => test !== "");
    const [words2, path] = tested ? [say("startTest"), tested.test] : [say("startLearning"), topics[0]?.path];
    section.append(element("p", "recall-told", say(topics.length > 0 ? "progress.empty" : "progress.noTopics")));
    if (path !== void 0) {
      const actions = element("p", "recall-choice");
      actions.append(link("recall-button recall-check", words2, root + path));
      section.append(actions);
    }
    return section;
  }
  function topicView({ topic, standing: standing2 }, root) {
    const section = element("section", "recall-standing");
    const title = element("h2", "recall-title");
    title.append(link("", topic.title, root + topic.path));
    const told = element("p", "recall-told");
    told.append(...stateView(sayState(standing2), sayEvidence(standing2)));
    const range = standing2.last?.range ? [rangeOn(standing2.last.range)] : [];
    const { answered, right, all, due, next } = standing2;
    const counted = say("progress.answered", { answered, right, all });
    const counts = element("p", "recall-meta", saySentences([counted, sayDue(due, next)]));
    section.append(title, told, ...range, bar(standing2), counts, ...weakest(standing2, root));
    return section;
  }
  function wideView({ test, last }, root) {
    const section = element("section", "recall-standing");
    const title = element("h2", "recall-title");
    title.append(link("", test.title, root + test.path));
    const told = element("p", "recall-told");
    told.append(...stateView(say(`progress.state.${last.verdict}`), sayLast(last)));
    section.append(title, told, ...last.range ? [rangeOn(last.range)] : []);
    return section;
  }
  function bar({ answered, right, all }) {
    const svg = svgElement("svg", {
      class: "recall-bar",
      role: "img",
      "aria-label": say("progress.answered", { answered, right, all }),
      width: "100%",
      height: "0.75em",
      direction: "ltr"
    });
    const percent = (part) => `${100 * part / Math.max(all, 1)}%`;
    const shape = { x: "0%", y: "0.0625em", height: "0.625em", rx: "0.3125em" };
    svg.append(
      svgElement("rect", { class: "recall-bar-all", width: "100%", ...shape }),
      svgElement("rect", { class: "recall-bar-answered", width: percent(answered), ...shape }),
      svgElement("rect", { class: "recall-bar-right", width: percent(right), ...shape })
    );
    return svg;
  }
  function weakest({ objectives }, root) {
    if (objectives.length === 0) return [];
    const list = element("ul", "recall-sections");
    for (const { name, section, right, answered } of objectives) {
      const item = document.createElement("li");
      const label = element("span", "recall-objective");
      const objective = objectiveName(name);
      if (!section) label.append(objective);
      else
        label.append(
          ...sayParts("progress.objective", { objective, section: link("", section.title, root + section.href) })
        );
      item.append(label, " ", element("span", "recall-meta", say("progress.right", { right, all: answered })));
      list.append(item);
    }
    return [element("h3", "recall-title", say("progress.weakest")), list];
  }
  function notBegun(topics, root) {
    const section = element("section", "recall-standing");
    const list = element("ul", "recall-sections");
    for (const { title, path } of topics) {
      const item = document.createElement("li");
      item.append(link("", title, root + path));
      list.append(item);
    }
    section.append(element("h2", "recall-title", say("progress.notStarted")), list);
    return section;
  }
  function keepingView(words2) {
    const section = element("section", "recall-keeping");
    const file = document.createElement("input");
    Object.assign(file, { type: "file", accept: ".json,application/json", hidden: true });
    const actions = element("p", "recall-choice");
    actions.append(
      button("recall-button", say("progress.export"), "export"),
      " ",
      button("recall-button", say("progress.import"), "import")
    );
    const status = element("div", "recall-status");
    status.setAttribute("role", "status");
    section.append(
      element("h2", "recall-title", say("progress.saved")),
      element("div", "recall-health"),
      actions,
      file,
      resetForm(words2),
      status
    );
    return section;
  }
  function resetForm(words2) {
    const details = element("details", "recall-reset");
    const summary = element("summary", "", say("progress.reset"));
    const form = document.createElement("form");
    const label = element("label", "", `${sayConfirm(words2)} `);
    const input = element("input", "recall-field");
    Object.assign(input, { type: "text", name: "confirm", autocomplete: "off", spellcheck: false });
    input.setAttribute("autocapitalize", "none");
    label.append(input);
    const submit2 = element("button", "recall-button", say("progress.reset"));
    submit2.setAttribute("type", "submit");
    form.append(element("p", "", say("progress.resetTold")), label, submit2);
    details.append(summary, form);
    return details;
  }
  function healthLines(health) {
    const { bad, newer, trouble, unsaved } = health;
    const lines = [
      sayHealth(health),
      ...trouble ? [say(`notice.${trouble}`)] : [],
      ...unsaved > 0 ? [say("progress.unsaved", { n: unsaved })] : [],
      ...newer.length > 0 ? [say("progress.newer", { n: newer.length })] : []
    ];
    const shown = lines.map((line) => element("p", "", line));
    return bad.length > 0 ? [...shown, element("p", "", say("progress.badTold", { n: bad.length })), badView(bad)] : shown;
  }
  function badView(bad) {
    const details = element("details", "recall-bad");
    const list = document.createElement("dl");
    for (const { key, text: text2 } of bad) list.append(element("dt", "", key), element("dd", "", text2));
    details.append(element("summary", "", say("progress.bad")), list);
    return details;
  }
  function link(className, words2, href) {
    const made = (
      element("a", className, words2)
    );
    made.href = href;
    return made;
  }

  // learner/review-queue.js
  function findCards({ id, concepts }, entries, now) {
    const log = standing(entries);
    const whole = { id, concept: "", had: [], ticked: [], log };
    if (concepts.length === 0) return addDue(whole, now);
    const written = takeLastTicks(log);
    return concepts.flatMap((concept) => {
      const judged = judgeConcept(written, concept);
      const missed = judged.filter(({ outcome }) => outcome !== "right").at(-1);
      if (!missed) return [];
      const had = findLastWithout(written, concept).filter((each) => concepts.includes(each));
      return addDue({ id, concept, had, ticked: findTicked(log, concepts), log: judged }, now);
    });
  }
  function addDue(card, now) {
    const schedule = findSchedule(card.log, now);
    return schedule ? [{ ...card, due: schedule.due }] : [];
  }
  function takeLastTicks(log) {
    const attempts = log.filter((entry) => entry.kind === "attempt");
    return attempts.filter((entry, index) => {
      const next = attempts[index + 1];
      return isReview(entry) || !next || isReview(next) || next.session !== entry.session;
    });
  }
  function judgeConcept(attempts, concept) {
    const about = attempts.filter((entry) => !isReview(entry) || entry.options.includes(concept));
    return about.map((entry) => ({ ...entry, outcome: judgeTicks(entry.concepts ?? [], [concept]) }));
  }
  function findLastWithout(attempts, concept) {
    const written = attempts.filter((entry) => !isReview(entry)).map((entry) => entry.concepts ?? []);
    return written.filter((concepts) => !concepts.includes(concept)).at(-1) ?? [];
  }
  function findTicked(log, concepts) {
    const last = log.filter((entry) => entry.kind === "attempt").at(-1);
    return (last?.concepts ?? []).filter((each) => concepts.includes(each));
  }
  function makeAttempt({ concept, ticked }, concepts, rating) {
    const others = ticked.filter((each) => each !== concept);
    const now = rating === "good" ? texts([...others, concept]) : others;
    return { kind: "attempt", outcome: judgeTicks(now, concepts), options: [concept], concepts: now };
  }
  function reviewedSince(entries, since, session) {
    const recorded = standing(entries).filter(
      (entry) => isReview(entry) && "session" in entry && entry.session === session
    );
    return recorded.filter(({ time }) => time >= since).map(({ id }) => id);
  }
  function isReview(entry) {
    return "context" in entry && entry.context === "review";
  }
  function planReview(cards, now, cap, dayOf = localDay) {
    const today = dayOf(now);
    const days = cards.flatMap(({ id, log }) => log.filter(isReview).map(({ time }) => ({ id, day: dayOf(time) })));
    const seen = new Set(days.map(({ id }) => id));
    const before2 = new Set(days.filter(({ day }) => day < today).map(({ id }) => id));
    const due = cards.filter((each) => dayOf(each.due) <= today);
    const fresh = due.filter(({ id }) => !seen.has(id)).sort((a, b) => a.due - b.due);
    const admitted = new Set(texts(fresh.map(({ id }) => id)).slice(0, Math.max(0, cap - (seen.size - before2.size))));
    const ready = due.filter(({ id }) => seen.has(id) || admitted.has(id));
    return {
      today: shuffleForDay(ready, String(today)),
      waiting: due.length - ready.length,
      later: countByDay(cards.filter((each) => dayOf(each.due) > today).map((each) => dayOf(each.due))),
      begun: days.some(({ day }) => day === today)
    };
  }
  function shuffleForDay(cards, seed) {
    const places2 = cards.map((each) => ({ each, place: makeGenerator(`${seed} ${nameCard(each)}`)() }));
    return places2.sort((a, b) => a.place - b.place).map(({ each }) => each);
  }
  function nameCard({ id, concept }) {
    return concept ? `${id} ${concept}` : id;
  }
  function countByDay(days) {
    const distinct = [...new Set(days)].sort((a, b) => a - b);
    return distinct.map((day) => ({ day, cards: days.filter((each) => each === day).length }));
  }

  // learner/standings.js
  function findStanding(topic, reader, now) {
    const logs = new Map(topic.items.map((item) => [item, readItemLog(item, reader)]));
    const answered = topic.items.filter((item) => isAnswered(logs.get(item) ?? []));
    const right = new Set(answered.filter((item) => isRight(logs.get(item) ?? [])));
    const cards = topic.items.flatMap((item) => findCards(item, logs.get(item) ?? [], now));
    const { today, later: later2 } = planReview(cards, now, Infinity);
    return {
      answered: answered.length,
      right: right.size,
      all: topic.items.length,
      last: findLast(topic, reader, logs),
      due: today.length,
      next: later2[0]?.day ?? 0,
      objectives: rankObjectives(topic, answered, right)
    };
  }
  function readItemLog({ ids }, { stored, entries }) {
    return ids.some((each) => stored.has(each)) ? entries(ids) : [];
  }
  function isAnswered(entries) {
    return standing(entries).some((entry) => gradeEntry(entry) > 0 && !isUnanswered(entry));
  }
  function isUnanswered(entry) {
    if (entry.kind !== "attempt" || entry.outcome !== "wrong" || !isInTest(entry)) return false;
    return entry.options.length === 0 && entry.concepts === void 0 && !("given" in entry);
  }
  function isRight(entries) {
    return listReviews(standing(entries)).at(-1)?.grade === GOOD;
  }
  function findLast({ decks, items }, reader, logs) {
    const lasts = decks.map((test) => {
      const bank = items.filter(({ deck }) => deck === test).map((item) => ({ ...item, entries: logs.get(item) ?? [] }));
      return readLastForm(reader.test(test), bank);
    });
    return lasts.filter((last) => last !== null).sort((a, b) => b.time - a.time)[0] ?? null;
  }
  function findWideResults({ pages, tests }, reader) {
    const all = pages.flatMap(({ items }) => items);
    return tests.flatMap((test) => {
      const record = test.ids.map((id) => reader.test(id)).find((found) => found !== null) ?? null;
      const bank = record ? all.map((item) => ({ ...item, entries: readItemLog(item, reader) })) : [];
      const last = readLastForm(record, bank, test.ids);
      return last ? [{ test, last }] : [];
    });
  }
  function readLastForm(record, bank, tests) {
    const finished = readFinished(record?.last);
    if (!finished) return null;
    const byId2 = new Map(bank.map((item) => [item.id, item]));
    const answers = answersOf(
      finished,
      (id) => byId2.get(id)?.entries ?? [],
      (id) => byId2.get(id)?.rev
    );
    const counted = outcomeOf(answers);
    const verdict = verdictOf(counted);
    const seed = formOfSession(finished.session);
    const secure = verdict === "strong" && isSecure({ seed, time: finished.finished }, strongForms(bank, tests));
    return {
      verdict: secure ? "secure" : verdict,
      right: rightOf(answers),
      all: answers.length,
      left: answers.length - counted.all,
      time: finished.finished,
      range: counted.all > 0 ? findRange(counted.right, counted.all) : null
    };
  }
  function rankObjectives({ sections }, answered, right) {
    const names = texts(answered.map(({ objective }) => objective)).filter(Boolean);
    const found = names.map((name) => {
      const mine = answered.filter(({ objective }) => objective === name);
      return {
        name,
        section: sections[name] ?? null,
        right: mine.filter((item) => right.has(item)).length,
        answered: mine.length
      };
    });
    return found.sort((a, b) => weakness(b) - weakness(a) || (a.name < b.name ? -1 : 1));
  }
  function weakness({ right, answered }) {
    return (answered - right + 1) / (answered + 2);
  }

  // learner/progress.js
  var RESET = "reset";
  var RecallProgressElement = class extends HTMLElement {
    #announcer = new Announcer();
    #store = siteStore();
    #site = siteName();
    #unsubscribe = () => {
    };
    #root = "";
    #names = [];
    #manifest = null;
    #topics = null;
    connectedCallback() {
      for (const type of ["click", "change", "submit"]) this.addEventListener(type, this);
      [this.#store, this.#site] = [siteStore(), siteName()];
      this.#unsubscribe = this.#store.subscribe(() => this.#refresh());
      void this.#open();
    }
    disconnectedCallback() {
      this.#unsubscribe();
      this.#announcer.flush();
    }
    handleEvent(event) {
      if (event.type === "change") void this.#import(event.target);
      else if (event.type === "submit") this.#reset(event);
      else if (readAction(event) === "export") downloadProgress();
      else if (readAction(event) === "import") this.#file?.click();
    }
    get #admin() {
      return new StoreAdmin(this.#store);
    }
    get #topic() {
      return this.dataset.recallTopic ?? "";
    }
    get #file() {
      return this.querySelector('input[type="file"]');
    }
    async #open() {
      const manifest = await this.#load();
      const under = this.dataset.recallUnder ?? "";
      this.#manifest = manifest && { ...manifest, tests: chooseTests(manifest.tests, under) };
      this.#topics = manifest && chooseTopics(groupTopics(manifest.pages, manifest.tests), this.#topic, under);
      this.#names = [RESET, this.#site, manifest?.name ?? ""].filter(Boolean);
      if (!this.isConnected) return;
      this.#build();
      await this.#store.ready;
      this.#refresh();
    }
    async #load() {
      const { recallManifest, recallTopics } = this.dataset;
      if (recallTopics) {
        const site = JSON.parse(recallTopics);
        this.#root = new URL(site.root, document.baseURI).href;
        return readManifest(site);
      }
      const address = new URL(recallManifest || "assets/recall/", document.baseURI).href;
      this.#root = findRoot(address);
      return readManifest(recallManifest ? await loadData(address, "recallItems").catch(() => null) : null);
    }
    #build() {
      const topics = element("div", "recall-topics");
      this.replaceChildren(topics, ...this.#topic ? [] : [keepingView([RESET, this.#site])]);
      this.#refresh();
    }
    #refresh() {
      const topics = this.querySelector(".recall-topics");
      if (!this.isConnected || !topics) return;
      const active = document.activeElement;
      const focused = active instanceof HTMLAnchorElement && topics.contains(active) ? active.href : "";
      topics.replaceChildren(...this.#shown());
      if (focused) [...topics.querySelectorAll("a")].find(({ href }) => href === focused)?.focus();
      this.querySelector(".recall-health")?.replaceChildren(...healthLines(this.#admin.health()));
      this.toggleAttribute("data-recall-none", this.#admin.records().length === 0);
    }
    #shown() {
      if (!this.#topics || !this.#manifest)
        return this.#topic ? [] : [element("p", "recall-told", say("progress.notLoaded"))];
      const store = this.#store;
      const reader = { stored: store.items(), entries: (ids) => store.entries(ids), test: (id) => store.kept("t", id) };
      const now = store.now();
      const stood = this.#topics.map((topic) => ({ topic, standing: findStanding(topic, reader, now) }));
      return this.#topic ? stood.map(lineView) : overview(stood, findWideResults(this.#manifest, reader), this.#root);
    }
    async #import(input) {
      const file = input === this.#file ? this.#file?.files?.[0] : null;
      if (!file) return;
      const fits = file.size <= LIMITS.size;
      const text2 = fits ? await file.text().catch(() => null) : null;
      if (this.#file) this.#file.value = "";
      const error = fits ? "unreadable" : "size";
      const read = text2 === null ? { error } : readImport(text2, this.#site, Date.now());
      this.#say("error" in read ? sayRefusal(read) : this.#take(read.records));
      this.#refresh();
    }
    #take(records) {
      const before2 = this.#admin.records();
      const merged = mergeRecords(before2, records);
      const { entries, others } = newIn(before2, merged);
      const trouble = entries + others > 0 ? this.#admin.merge(records) : null;
      return trouble ? say(`notice.${trouble}`) : sayImported(entries, others);
    }
    #reset(event) {
      const form = event.target;
      if (!(form instanceof HTMLFormElement)) return;
      event.preventDefault();
      const input = form.querySelector("input");
      const typed = input?.value.trim().toLowerCase() ?? "";
      if (!this.#names.some((name) => name.toLowerCase() === typed)) return this.#say(say("progress.notTyped"));
      form.reset();
      const trouble = this.#admin.clear();
      this.#say(trouble ? say(`notice.${trouble}`) : say("progress.cleared"));
      this.#refresh();
    }
    #say(words2) {
      const status = this.querySelector(".recall-status");
      const content = document.createDocumentFragment();
      content.append(element("p", "recall-told", words2));
      if (status) this.#announcer.say(status, content);
    }
  };

  // dom/math.js
  var FORMULA = ".arithmatex";
  var SET = ".katex";
  var work = Promise.resolve();
  function setFormulas(item) {
    if (!item.querySelector(FORMULA)) return;
    work = work.then(() => setWithMathJax(item)).catch(reportError);
    try {
      setWithKatex(item);
    } catch (error) {
      reportError(error);
    }
  }
  async function setWithMathJax(item) {
    const { MathJax } = (
      globalThis
    );
    await MathJax?.startup?.promise;
    if (MathJax && typeof MathJax.typesetPromise === "function") await MathJax.typesetPromise([item]);
  }
  function setWithKatex(item) {
    const { renderMathInElement: set } = (
      globalThis
    );
    if (typeof set !== "function") return;
    for (const formula of item.querySelectorAll(FORMULA)) if (!formula.querySelector(SET)) set(formula);
  }

  // dom/borrowed-item.js
  var ADDRESSES = ["href", "src", "poster", "data", "cite", "action", "formaction", "xlink:href"];
  var SETTLED = /^([a-z][a-z0-9+.-]*:|\/|#)/i;
  function readForeign(html, root) {
    const template = document.createElement("template");
    template.innerHTML = trustHtml(html);
    for (const element2 of template.content.querySelectorAll("*")) settle(element2, root);
    const item = document.importNode(template.content, true).firstElementChild;
    return item instanceof HTMLElement ? item : null;
  }
  function tellShown(element2, item) {
    element2.dispatchEvent(new CustomEvent("recall-shown", { bubbles: true, detail: { item } }));
    setFormulas(element2);
  }
  function settle(element2, root) {
    for (const name of ADDRESSES) {
      const address = element2.getAttribute(name);
      if (address && !SETTLED.test(address)) element2.setAttribute(name, new URL(address, root).href);
    }
    const candidates = element2.getAttribute("srcset");
    if (candidates && !candidates.includes("data:")) element2.setAttribute("srcset", settleAll(candidates, root));
  }
  function settleAll(candidates, root) {
    const settled = candidates.split(",").map((candidate) => {
      const [address = "", ...size] = candidate.trim().split(/\s+/);
      return [SETTLED.test(address) ? address : new URL(address, root).href, ...size].join(" ");
    });
    return settled.join(", ");
  }

  // dom/material.js
  var codes = 0;
  function dressUp(item) {
    const config = readConfig();
    if (config.features.includes("content.code.copy")) {
      for (const code of item.querySelectorAll("pre:not(.mermaid) > code")) addCopy(code, config.copy);
    }
    for (const tabs of item.querySelectorAll(".tabbed-set")) if (tabs instanceof HTMLElement) underline(tabs);
  }
  function readConfig() {
    try {
      const { features, translations } = fields(JSON.parse(document.getElementById("__config")?.textContent ?? ""));
      return { features: texts(features), copy: String(fields(translations)["clipboard.copy"] ?? "") };
    } catch {
      return { features: [], copy: "" };
    }
  }
  function addCopy(code, title) {
    const pre = code.parentElement;
    if (!pre) return;
    codes += 1;
    pre.id = `recall-code-${codes}`;
    const button2 = document.createElement("button");
    button2.type = "button";
    button2.className = "md-code__button";
    button2.title = title;
    button2.dataset.mdType = "copy";
    button2.dataset.clipboardTarget = `#${pre.id} > code`;
    const place = element("div", "md-code__nav");
    place.append(button2);
    code.before(place);
  }
  function underline(tabs) {
    const draw = () => {
      const checked = [...tabs.querySelectorAll(":scope > input")].find(
        (input) => input instanceof HTMLInputElement && input.checked
      );
      const label = tabs.querySelector(`:scope > .tabbed-labels > label[for="${CSS.escape(checked?.id ?? "")}"]`);
      if (!(label instanceof HTMLElement)) return;
      tabs.style.setProperty("--md-indicator-x", `${label.offsetLeft}px`);
      tabs.style.setProperty("--md-indicator-width", `${label.offsetWidth}px`);
    };
    tabs.addEventListener("change", draw);
    new ResizeObserver(draw).observe(tabs);
  }

  // learner/review-card.js
  function makeReviewElement(card, concepts, data, root) {
    const item = readForeign(readItemHtml(data, card.id), root);
    const made = item && card.concept ? makeConceptCard(item, card, concepts, readForeign(readBlankCard(data), root)) : item;
    if (!made) return null;
    made.tabIndex = -1;
    made.setAttribute("role", "group");
    const stem = made.querySelector(".recall-prompt, .recall-stem");
    if (stem) made.setAttribute("aria-labelledby", stem.id);
    return made;
  }
  function makeConceptCard(item, card, concepts, blank) {
    const concept = item.querySelector(`.recall-tick[data-recall-concept="${CSS.escape(card.concept)}"] > .recall-text`);
    const stem = item.querySelector(".recall-stem");
    const reveal = blank?.querySelector(".recall-reveal");
    if (!(blank instanceof RecallCardElement) || !reveal || !concept || !stem) return null;
    blank.id = item.id;
    for (const name of ["data-recall-id", "data-recall-rev", "data-recall-aka"]) {
      const value = item.getAttribute(name);
      if (value !== null) blank.setAttribute(name, value);
    }
    nameRating(blank);
    blank.readLog = () => card.log;
    blank.respond = (rating) => makeAttempt(card, concepts, rating);
    stem.className = "recall-prompt";
    stem.append(element("p", "recall-missing", say("review.missing", { had: card.had.length, all: concepts.length })));
    reveal.querySelector("recall-answer")?.append(...readAnswer(concept));
    reveal.before(stem, ...item.querySelectorAll(":scope > .recall-menu"));
    reveal.after(...item.querySelectorAll(":scope > .recall-level"));
    return blank;
  }
  function nameRating(card) {
    const question2 = card.querySelector(".recall-ask");
    if (!question2) return;
    question2.id = `${card.id}::ask`;
    question2.parentElement?.setAttribute("aria-labelledby", question2.id);
  }
  function readAnswer(concept) {
    return [...concept.childNodes].flatMap((node) => node instanceof HTMLLabelElement ? readLabel(node) : node);
  }
  function readLabel(label) {
    if (!label.hasChildNodes()) return [];
    const paragraph = document.createElement("p");
    paragraph.append(...label.childNodes);
    return paragraph;
  }

  // learner/review-frame.js
  var ReviewFrame = class {
    #head = element("div", "recall-head");
    #count = element("strong", "recall-count");
    #topic = document.createElement("a");
    #items = element("div", "recall-items");
    #end = element("div", "recall-end");
    #foot = element("p", "recall-foot");
    #undo = button("recall-button", say("undo"), "take-back");
    #next = button("recall-button", say("next"), "next");
    #learn;
    constructor(review) {
      this.#learn = review.querySelector(".recall-learn > a");
      this.#topic.className = "recall-name";
      const where = element("p", "recall-place");
      where.append(this.#count, " ", this.#topic);
      this.#head.append(where);
      this.#end.tabIndex = -1;
      this.#foot.append(this.#undo, this.#next);
      for (const part of [this.#head, this.#items, this.#end, this.#foot]) part.hidden = true;
      review.setAttribute("role", "group");
      review.setAttribute("aria-label", say("review.name"));
      review.replaceChildren(this.#head, this.#items, this.#end, this.#foot);
    }
    show(card, { at, all, title, page }) {
      this.#count.textContent = say("review.place", { at, all });
      this.#topic.textContent = title;
      this.#topic.href = page;
      this.#items.replaceChildren(card);
      for (const part of [this.#head, this.#items]) part.hidden = false;
      this.#end.hidden = true;
    }
    offer({ undo, next, ready }) {
      this.#foot.hidden = !undo && !next;
      this.#undo.hidden = !undo;
      this.#next.hidden = !next;
      this.#next.toggleAttribute("data-recall-ready", ready);
    }
    end(words2, { lesson = "", focus = false } = {}) {
      this.#items.replaceChildren();
      for (const part of [this.#head, this.#items]) part.hidden = true;
      this.#end.hidden = false;
      this.#end.replaceChildren(element("p", "recall-told", words2));
      const address = this.#learn?.getAttribute("href") || lesson;
      if (lesson) this.#end.append(start(address));
      if (focus) this.#end.focus();
    }
    tell(words2) {
      this.end(words2);
    }
  };
  function start(address) {
    const link2 = document.createElement("a");
    link2.className = "recall-button recall-check";
    link2.href = address;
    link2.textContent = say("startLearning");
    const line = element("p", "recall-actions");
    line.append(link2);
    return line;
  }

  // learner/review.js
  var RecallReviewElement = class extends HTMLElement {
    #begun = false;
    #pages = [];
    #root = "";
    #frame = null;
    #left = [];
    #done = [];
    #shown = null;
    #ended = false;
    #unsubscribe = () => {
    };
    connectedCallback() {
      for (const type of ["click", "keydown", "recall-attempted"]) this.addEventListener(type, this);
    }
    disconnectedCallback() {
      this.#unsubscribe();
    }
    handleEvent(event) {
      if (event instanceof KeyboardEvent) this.#press(event);
      else if (event.type === "recall-attempted") this.#attempted();
      else if (readAction(event) === "next") this.#next();
      else if (readAction(event) === "take-back") this.#undo();
      else followInPlace(event);
    }
    async begin() {
      if (this.#begun) return;
      this.#begun = true;
      const frame = this.#frame = new ReviewFrame(this);
      const { recallManifest } = this.dataset;
      if (!recallManifest) return frame.tell(say("review.notBuilt"));
      const address = new URL(recallManifest, document.baseURI).href;
      this.#root = findRoot(address);
      try {
        const [data] = await Promise.all([loadData(address, "recallItems"), siteStore().ready]);
        const manifest = readManifest(data);
        if (!manifest) return frame.tell(say("review.notLoaded"));
        this.#pages = manifest.pages;
      } catch {
        return frame.tell(say("review.notLoaded"));
      }
      this.#unsubscribe = siteStore().subscribe(() => this.#hear());
      this.#left = this.#plan().turns;
      await this.#go(false);
    }
    #hear() {
      if (this.#shown || !this.#ended) return;
      this.#left = this.#plan().turns;
      this.#go(false);
    }
    get #cap() {
      return Number(this.dataset.recallNew) || 0;
    }
    #plan() {
      const store = siteStore();
      const now = store.now();
      const items = findAnswered(this.#pages, store.items());
      const known = new Map(items.map((item) => [item.id, item]));
      const plan = planReview(
        items.flatMap((item) => findCards(item, store.entries(item.ids), now)),
        now,
        this.#cap
      );
      const turns = plan.today.flatMap((card) => {
        const item = known.get(card.id);
        return item ? [{ card, item }] : [];
      });
      return { plan, turns, now };
    }
    async #go(focus) {
      const turn = this.#left.shift();
      if (!turn) return this.#end(focus);
      const now = siteStore().now();
      const cards = findCards(turn.item, siteStore().entries(turn.item.ids), now);
      const same = cards.find((each) => nameCard(each) === nameCard(turn.card));
      if (!same || localDay(same.due) > localDay(now)) return this.#go(focus);
      await this.#show({ ...turn, card: same }, focus);
    }
    async #show(turn, focus) {
      const { card, item } = turn;
      const data = await loadData(this.#root + item.page.data, "recallTopic").catch(() => null);
      if (!this.isConnected) return;
      const element2 = makeReviewElement(card, item.concepts, data, this.#root);
      if (!element2) return this.#go(focus);
      const since = siteStore().now();
      this.dataset.recallSince = String(since);
      this.#shown = { ...turn, element: element2, since };
      this.#ended = false;
      const at = this.#done.length + 1;
      const page = new URL(`${item.page.path}#recall-${item.id}`, this.#root).href;
      this.#frame?.show(element2, { at, all: at + this.#left.length, title: item.page.title, page });
      this.#offer();
      dressUp(element2);
      if (focus) element2.focus({ preventScroll: true });
      if (focus) this.scrollIntoView({ block: "nearest", behavior: "instant" });
      tellShown(element2, item.id);
      const [next] = this.#left;
      if (next) loadData(this.#root + next.item.page.data, "recallTopic").catch(() => null);
    }
    get #item() {
      const element2 = this.#shown?.element;
      return element2 instanceof RecallItemElement ? element2 : null;
    }
    #attempted() {
      if (!this.#shown) return;
      if (this.#item?.takesRating) this.#next();
      else this.#offer();
    }
    #next() {
      const shown = this.#shown;
      if (!shown) return;
      this.#shown = null;
      shown.element.inert = true;
      const { card, item } = shown;
      this.#done.push({ card, item, entries: this.#recorded(shown) });
      this.#go(true);
    }
    #undo() {
      const shown = this.#shown;
      const recorded = shown ? this.#recorded(shown) : [];
      const last = shown && recorded.length > 0 ? { ...shown, entries: recorded } : this.#done.pop();
      if (!last) return;
      if (shown && recorded.length === 0) this.#left.unshift({ card: shown.card, item: shown.item });
      this.#shown = null;
      for (const of of last.entries) siteStore().append(last.item.id, { kind: "undo", of });
      this.#show({ card: last.card, item: last.item }, true);
    }
    #recorded({ item, since }) {
      const store = siteStore();
      return reviewedSince(store.entries(item.ids), since, store.session);
    }
    #offer() {
      const shown = this.#shown;
      const recorded = shown ? this.#recorded(shown).length > 0 : false;
      this.#frame?.offer({
        undo: recorded || this.#done.length > 0,
        next: recorded,
        ready: this.#item?.isDone ?? false
      });
    }
    #end(focus) {
      const { plan, now } = this.#plan();
      this.#ended = true;
      const lesson = findFirstLesson(this.#pages);
      const fresh = plan.later.length === 0 && plan.waiting === 0 && !plan.begun;
      const told = fresh ? saySentences([say("review.nothingDue"), say("review.here")]) : sayEnd(plan, localDay(now), this.#cap);
      this.#frame?.end(told, {
        lesson: plan.begun ? "" : lesson && new URL(lesson, this.#root).href,
        focus
      });
      this.#offer();
    }
    #press(event) {
      const item = this.#item;
      if (item && event.target instanceof Element && item.contains(event.target)) item.pressInReview(event);
    }
  };
  function followInPlace(event) {
    const link2 = event.target instanceof Element ? event.target.closest('.recall-item a[href^="#"]') : null;
    const place = link2 && document.getElementById(decodeURIComponent(link2.getAttribute("href")?.slice(1) ?? ""));
    if (!place) return;
    event.preventDefault();
    event.stopPropagation();
    if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
    place.focus();
  }
  function showReviews() {
    for (const review of document.querySelectorAll("recall-review"))
      if (review instanceof RecallReviewElement) review.begin();
  }

  // dom/address.js
  function linkedElement(hash2 = location.hash) {
    try {
      return document.getElementById(decodeURIComponent(hash2.slice(1)));
    } catch {
      return null;
    }
  }
  function nameInAddress(address) {
    try {
      history.replaceState(history.state, "", address);
    } catch {
    }
  }

  // sets/wording.js
  function sayCircle(number2, mark) {
    return say(`circle.${nameMark(mark)}`, { number: number2 });
  }
  function sayRow(mark) {
    return say(`row.${nameMark(mark)}`);
  }
  function nameMark({ state, flagged }) {
    if (!flagged) return state ?? "none";
    return state ? "answeredFlagged" : "flagged";
  }
  function sayRound(sums, back, reviewed) {
    const results = (
      ["right", "helped", "missed", "unanswered"]
    );
    const counts = results.filter((each) => sums[each] > 0).map((each) => say(`set.sum.${each}`, { n: sums[each] }));
    if (counts.length === 0) return "";
    const told = say("set.sums", { sums: sayList(counts) });
    if (back > 0) return saySentences([told, say(reviewed ? "set.comeBack" : "set.toRepeat", { n: back })]);
    return sums.unanswered > 0 ? told : saySentences([told, say("item.nothingLeft")]);
  }

  // sets/base-set.js
  var MARK_ICONS = Object.freeze({ right: "check", helped: "bulb", missed: "cross" });
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
    get questions() {
      const questions = this.querySelector(".recall-items")?.children ?? [];
      return [...questions].filter((question2) => question2 instanceof HTMLElement);
    }
    get current() {
      const { questions } = this;
      return questions.find((question2) => question2.hasAttribute("data-recall-current")) ?? questions[0] ?? null;
    }
    get index() {
      return this.questions.findIndex((question2) => question2 === this.current);
    }
    get view() {
      return this.dataset.recallView ?? "";
    }
    showView(view) {
      if (view) this.dataset.recallView = view;
      else delete this.dataset.recallView;
      const button2 = this.querySelector('[data-recall-do="list"]');
      if (button2) button2.textContent = say(view === "list" ? "set.one" : "set.all");
      if (view !== "list") this.querySelector(".recall-list")?.replaceChildren();
    }
    showQuestion(question2) {
      for (const other of this.querySelectorAll(".recall-items > [data-recall-current]"))
        other.removeAttribute("data-recall-current");
      question2.dataset.recallCurrent = "";
      const { index, questions } = this;
      const count2 = this.querySelector(".recall-head .recall-count");
      if (count2) count2.textContent = say("set.place", { at: index + 1, all: questions.length });
      this.querySelector('[data-recall-do="back"]')?.toggleAttribute("data-recall-idle", index === 0);
    }
    goTo(question2) {
      this.showQuestion(question2);
      const faulty = question2.classList.contains("recall-error");
      const stem = faulty ? null : question2.querySelector(".recall-stem, .recall-prompt");
      this.readOnAt(stem ?? question2);
    }
    readOnAt(start2) {
      start2.tabIndex = -1;
      start2.focus({ preventScroll: true });
      const seen = this.getBoundingClientRect().top >= 0 && !endsBelow(start2);
      if (!seen) this.scrollIntoView({ block: "start", behavior: "instant" });
    }
    wantedBy({ target }) {
      const button2 = target instanceof Element ? target.closest("[data-recall-go]") : null;
      return this.questions[Number(button2?.getAttribute("data-recall-go")) - 1] ?? null;
    }
    showCircles(marks, current) {
      const list = this.querySelector(".recall-circles");
      const missing = marks.slice(list?.children.length);
      list?.append(...missing.map(() => list.children[0]?.cloneNode(true) ?? ""));
      [...list?.children ?? []].forEach((place, index) => {
        const mark = marks[index];
        place.toggleAttribute("hidden", !mark);
        const circle2 = place.querySelector("button");
        if (!circle2 || !mark) return;
        setMark(circle2, mark, index === current);
        circle2.dataset.recallGo = `${index + 1}`;
        circle2.setAttribute("aria-label", sayCircle(index + 1, mark));
        circle2.replaceChildren(makeMarkIcon(mark) ?? `${index + 1}`);
      });
    }
    showList(marks) {
      const { questions, index: current } = this;
      const rows = element("ol", "recall-rows");
      rows.append(...marks.map((mark, index) => row(questions[index], mark, index, index === current)));
      this.querySelector(".recall-list")?.replaceChildren(rows);
    }
  };
  function row(question2, mark, index, current) {
    const button2 = (
      element("button", "recall-row")
    );
    button2.type = "button";
    button2.dataset.recallGo = `${index + 1}`;
    setMark(button2, mark, current);
    const picture = element("span", "recall-row-icon");
    picture.append(makeMarkIcon(mark) ?? "");
    const state = question2?.classList.contains("recall-error") ? "" : sayRow(mark);
    button2.append(
      element("span", "recall-row-number", `${index + 1}`),
      " ",
      picture,
      makeStemLine(question2),
      " ",
      element("span", "recall-row-state", state)
    );
    const place = document.createElement("li");
    place.append(button2);
    return place;
  }
  function setMark(button2, { state, flagged = false }, current) {
    if (state) button2.dataset.recallState = state;
    else delete button2.dataset.recallState;
    button2.toggleAttribute("data-recall-flagged", flagged);
    if (current) button2.setAttribute("aria-current", "true");
    else button2.removeAttribute("aria-current");
  }
  function makeMarkIcon({ state }) {
    const name = state && MARK_ICONS[state];
    return name ? icon(name) : null;
  }
  function makeStemLine(question2) {
    const stem = question2?.querySelector(
      question2.classList.contains("recall-error") ? ".recall-title" : ".recall-stem, .recall-prompt"
    );
    const parts = [...stem?.childNodes ?? []].filter(
      (part) => !(part instanceof Element && part.matches(".recall-number"))
    );
    const paragraphs = parts.filter((part) => part instanceof HTMLParagraphElement && part.textContent?.trim());
    const shown = paragraphs.length > 0 ? paragraphs.slice(-1) : parts;
    const line = element("span", "recall-row-stem");
    line.append(...shown.flatMap((part) => [...textAndCode(part), " "]));
    line.dir = "auto";
    return line;
  }
  function textAndCode(node) {
    if (node instanceof HTMLElement && node.localName === "code") return [element("code", "", node.textContent ?? "")];
    if (node instanceof HTMLElement && node.querySelector("code")) return [...node.childNodes].flatMap(textAndCode);
    return [node.textContent ?? ""];
  }

  // page/hash-links.js
  function showLinked() {
    showTarget(linkedElement());
  }
  function showTarget(target) {
    if (target instanceof RecallSetElement) target.begin();
    const page = target?.closest(".recall-item, .recall-error");
    const set = page?.closest("recall-practice, recall-test");
    if (page && !set) followInstantly(page);
    if (!target || !(page instanceof HTMLElement) || !(set instanceof RecallSetElement)) return;
    if (!set.showLinked(page)) return;
    (target === page ? set : target).scrollIntoView({ block: "start", behavior: "instant" });
  }
  function followInstantly(target) {
    if (document.readyState !== "complete") return;
    requestAnimationFrame(() => target.scrollIntoView({ block: "start", behavior: "instant" }));
  }
  function registerLinks() {
    window.addEventListener("hashchange", ({ newURL }) => showTarget(linkedElement(new URL(newURL).hash)));
  }

  // page/menu.js
  var OPEN = "details.recall-menu[open]";
  var OpenMenus = class {
    handleEvent(event) {
      if (event instanceof KeyboardEvent && event.key !== "Escape") return;
      for (const menu of document.querySelectorAll(OPEN)) {
        if (event instanceof KeyboardEvent) close(menu);
        else if (!(event.target instanceof Node && menu.contains(event.target)) || isLink(event.target))
          menu.removeAttribute("open");
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

  // page/print.js
  var ANSWERS = "details:has(> recall-answer)";
  var DETAILS = `:is(${ANSWERS}, details.recall-menu)`;
  var UNBEGUN = "body:has(.recall-item:not(recall-test *)) recall-test:not([data-recall-form])";
  var ATTRIBUTE = "data-recall-print";
  var PrintedKey = class {
    #undo = [];
    handleEvent(event) {
      this.#takeBack();
      if (event.type === "beforeprint") this.#build();
      if (event.type === "afterprint") document.documentElement.removeAttribute(ATTRIBUTE);
      if (event.type === "click") press(readAction(event));
    }
    #build() {
      numberItems();
      for (const set of document.querySelectorAll(".recall-set")) if (hasPaperForm(set)) this.#undo.push(set.toPaper());
      const found = document.querySelectorAll(`.recall-item:not([hidden], ${UNBEGUN} *)`);
      const items = [...found].filter((item) => item instanceof RecallItemElement);
      const last = items.at(-1);
      if (!last) return;
      this.#keepDetails();
      if (document.documentElement.getAttribute(ATTRIBUTE) === "worksheet") return;
      const list = document.createElement("ol");
      list.append(...items.map((item) => this.#entry(item)));
      const section = element("section", "recall-key");
      section.append(element("h2", "recall-key-title", say("print.answers")), list);
      (last.closest("article, main, [role=main]") ?? document.body).append(section);
      this.#undo.push(() => section.remove());
    }
    #entry(item) {
      const entry = element("li", "recall-key-entry");
      entry.append(
        element("span", "recall-number", item.querySelector(".recall-number")?.textContent ?? ""),
        " ",
        element("strong", "recall-key-letters", sayList(item.keyLetters))
      );
      for (const answer2 of item.querySelectorAll(`${ANSWERS}:not(.recall-hints) > recall-answer`))
        this.#move(answer2, entry);
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
  function numberItems() {
    const numbers2 = document.querySelectorAll(".recall-item .recall-number");
    for (const [index, number2] of numbers2.entries()) number2.textContent = `${index + 1}.`;
  }
  function hasPaperForm(set) {
    return "toPaper" in set;
  }
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

  // page/restore.js
  var FOLLOWED = "recall-followed";
  var heard = new WeakSet();
  function restorePage() {
    const store = siteStore();
    showRecords(
      new Set([...store.items(), ...store.names("t")]),
      (set) => set.restore(),
      (item) => item.restore()
    );
    if (!heard.has(store)) hear(store);
  }
  function hear(store) {
    heard.add(store);
    let answered = false;
    store.subscribe((names) => showChanged(names, answered));
    void store.ready.then(() => answered = true);
    store.onTrouble = (trouble, name) => {
      const host = document.getElementById(`recall-${name}`) ?? document.querySelector(".recall-item, recall-progress");
      if (host) showNotice(host, trouble);
    };
  }
  function showChanged(names, always) {
    showRecords(
      new Set(names),
      (set) => set.follow(),
      (item) => item.follow(always)
    );
    document.dispatchEvent(new Event(FOLLOWED));
  }
  function showRecords(names, showSet, showItem) {
    const current = [...names].map((name) => document.getElementById(`recall-${name}`));
    const found = [...new Set([...current, ...document.querySelectorAll("[data-recall-aka]")])];
    const items = found.filter((item) => item instanceof RecallItemElement).filter(({ ids }) => ids.some((id) => names.has(id)));
    const shown = items.filter((item) => !item.closest("recall-test, recall-review"));
    const sets = new Set(
      [...found, ...shown.map((item) => item.closest("recall-practice"))].filter(
        (set) => set instanceof RecallSetElement
      )
    );
    for (const set of sets) showSet(set);
    for (const item of shown) showItem(item);
    for (const set of sets) set.refresh();
    const sheets = new Set(shown.map((item) => item.closest(".recall-sheet")));
    for (const sheet of sheets) if (sheet) showTally(sheet);
  }

  // page/reset.js
  var undos = new WeakMap();
  var Resets = class {
    handleEvent(event) {
      const { target } = event;
      if (!(target instanceof Element)) return;
      if (event.type === "toggle") return offer(target);
      const pressed = target.closest("button");
      const action = readAction(event);
      if (!pressed) return;
      if (action === "reset") resetItem(pressed);
      else if (action === "undo") undos.get(pressed)?.();
      else if (action === "reset-set" || action === "reset-page") ask(pressed);
      else if (action === "reset-yes" || action === "reset-no") answer(pressed, action === "reset-yes");
    }
  };
  function offer(menu) {
    const item = menu.closest(".recall-item");
    if (!menu.matches("details.recall-menu[open]") || !(item instanceof RecallItemElement) || item.closest("recall-test"))
      return;
    const offered = menu.querySelector('[data-recall-do="reset"]')?.parentElement;
    if (!hasRecords(item)) return offered?.remove();
    if (offered) return;
    const row2 = document.createElement("li");
    row2.append(button("recall-reset", say("reset.item"), "reset"));
    menu.querySelector(".recall-links")?.append(row2);
  }
  function hasRecords({ ids }) {
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
    showChanged(item.ids, true);
    if (trouble) showNotice(item, trouble);
    const back = button("recall-help", say("undo"), "undo");
    undos.set(back, () => {
      undo();
      menu?.querySelector("summary")?.focus();
      showChanged(item.ids, true);
    });
    const line = element("p", "recall-choice");
    line.append(back);
    item.tell(verdictPanel("notice", say("reset.done"), [line]));
  }
  function ask(pressed) {
    const { items } = findScope(pressed);
    if (items.length === 0 && !pressed.closest("recall-test")) return showStatus(pressed, say("reset.nothing"));
    showStatus(pressed, "");
    const dialog = element("span", "recall-confirm");
    dialog.setAttribute("role", "group");
    const yes = button("recall-button", say("reset.item"), "reset-yes");
    const question2 = items.length > 0 ? say("reset.ask", { n: items.length }) : say("reset.askTest");
    const words2 = element("span", "recall-meta", question2);
    dialog.setAttribute("aria-label", question2);
    dialog.append(words2, " ", yes, " ", button("recall-help", say("reset.keep"), "reset-no"));
    pressed.hidden = true;
    pressed.after(dialog);
    yes.focus();
  }
  function answer(pressed, yes) {
    const dialog = pressed.closest(".recall-confirm");
    const first = dialog?.previousElementSibling;
    if (!dialog || !(first instanceof HTMLElement)) return;
    const scope = findScope(dialog);
    dialog.remove();
    first.hidden = false;
    first.focus();
    if (!yes) return;
    resetAll(scope);
    showStatus(first, say("reset.done"));
  }
  function findScope(pressed) {
    const set = pressed.closest("recall-practice, recall-test");
    const found = [...(set ?? document).querySelectorAll(".recall-item")].filter(
      (item) => item instanceof RecallItemElement
    );
    const sets = set ? [set] : [...document.querySelectorAll("recall-practice, recall-test")];
    const stored = siteStore().items();
    const items = found.filter(({ isGuest }) => !isGuest).filter(({ ids }) => ids.some((id) => stored.has(id))).filter(hasRecords);
    return { items, sets: sets.filter((each) => each instanceof RecallSetElement) };
  }
  function resetAll({ items, sets }) {
    const store = siteStore();
    const troubles = items.map((item) => store.reset(item.ids).trouble);
    for (const id of sets.flatMap(({ ids }) => ids)) {
      for (
        const kind of
        ["d", "t"]
      )
        if (store.kept(kind, id)) troubles.push(store.keep(kind, id, null));
    }
    for (const set of sets) set.clear();
    showChanged(
      [...items, ...sets].flatMap(({ ids }) => ids),
      true
    );
    const trouble = troubles.find((each) => each !== null);
    const [host] = [...items, ...sets];
    if (trouble && host) showNotice(host, trouble);
  }
  function showStatus(pressed, words2) {
    const status = pressed.parentElement?.querySelector(":scope > [role=status]");
    if (status) status.textContent = words2;
  }
  function showReset() {
    for (const row2 of document.querySelectorAll("p.recall-print:not(:has([data-recall-do='reset-page']))")) {
      const status = element("span", "recall-meta");
      status.setAttribute("role", "status");
      row2.append(" ", button("recall-help", say("reset.page"), "reset-page"), status);
    }
  }
  function registerResets() {
    const resets = new Resets();
    document.addEventListener("click", resets);
    document.addEventListener("toggle", resets, { capture: true });
  }

  // page/submit.js
  var OURS = ".recall-form, .recall-reset > form";
  function submit(event) {
    const button2 = event.target instanceof Element ? event.target.closest("button[type=submit]") : null;
    if (!(button2 instanceof HTMLButtonElement) || !button2.form || event.defaultPrevented) return;
    if (!button2.form.matches(OURS)) return;
    event.preventDefault();
    button2.form.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true, submitter: button2 }));
  }
  function registerSubmits() {
    document.addEventListener("click", submit);
  }

  // page/ways.js
  function showWays() {
    for (const way of document.querySelectorAll(".recall-ways > .recall-way")) {
      if (!(way instanceof HTMLAnchorElement)) continue;
      if (way.dataset.recallWay === "learn") showLearn(way);
      else showTest(way);
    }
  }
  function showLearn(way) {
    const store = siteStore();
    const { items, cards } = readLesson(way, store.items());
    const begun = items.map(({ card, ids }) => ({ card, ids, log: standing(store.entries(ids)) })).filter(({ log }) => log.length > 0);
    if (begun.length === 0) return putBack(way);
    setText(way, ".recall-go", say("ways.continue"));
    setText(way, ".recall-line", say("ways.stopped"));
    const [last] = begun.flatMap(({ ids, log }) => ({ id: ids[0] ?? "", time: log.at(-1)?.time ?? 0 })).sort((a, b) => b.time - a.time);
    if (!places.has(way)) places.set(way, way.hash);
    if (last) way.hash = `#recall-${last.id}`;
    const recalled = begun.filter(({ card, log }) => card && stateOf(log, "").rating === "good");
    if (cards > 0) setText(way, ".recall-meta", say("ways.cards", { recalled: recalled.length, n: cards }));
  }
  function readLesson({ dataset: { recallCards, recallQuestions } }, stored) {
    if (recallCards === void 0)
      return { items: itemsHere(stored), cards: [...document.querySelectorAll(".recall-item")].filter(isCard).length };
    const cards = namesIn(recallCards).map((ids) => ({ card: true, ids }));
    const questions = namesIn(recallQuestions).map((ids) => ({ card: false, ids }));
    return { items: [...cards, ...questions].filter(({ ids }) => ids.some((id) => stored.has(id))), cards: cards.length };
  }
  function itemsHere(stored) {
    const current = [...stored].map((id) => document.getElementById(`recall-${id}`));
    const found = new Set([...current, ...document.querySelectorAll("[data-recall-aka]")]);
    const items = [...found].filter((item) => item instanceof RecallItemElement);
    return items.map((item) => ({ card: isCard(item), ids: item.ids }));
  }
  function isCard(item) {
    return item instanceof RecallItemElement && item.takesRating;
  }
  function showTest(way) {
    const store = siteStore();
    const entriesOf = (item) => store.entries([item]);
    const named = way.hash.startsWith("#recall-") ? lastResult(store.kept("t", way.hash.slice(8)), entriesOf) : null;
    const records = store.names("t").map((name) => store.kept("t", name));
    const last = named ?? lastTestAt(records, way.pathname, entriesOf);
    if (!last) return putBack(way);
    const { verdict, right, all, time } = last;
    setText(way, ".recall-meta", say(`ways.${verdict}`, { right, all, day: sayDay(time) }));
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

  // core/round.js
  function readRound(record) {
    const { at, since, only } = fields(record);
    return {
      at: text(at),
      since: typeof since === "number" && Number.isFinite(since) && since > 0 ? since : 0,
      only: Array.isArray(only) ? texts(only) : null
    };
  }
  function judgeRound(entries, since, rev) {
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

  // sets/practice.js
  var RecallPracticeElement = class extends RecallSetElement {
    #round = null;
    #moved = false;
    #unsaved = false;
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
      const question2 = super.questions.find((each) => findQuestionIds(each).includes(at));
      if (question2) this.showQuestion(question2);
    }
    follow() {
      const before2 = this.#stored;
      if (before2.at && !this.#unsaved && !this.#kept) return this.clear();
      this.#round = null;
      const { since, at } = this.#stored;
      if (before2.since > since) this.#round = before2;
      else if (before2.since === since && this.#moved) this.#round = { ...this.#stored, at: before2.at };
      else this.restore();
      if (since <= before2.since) return;
      this.showView("");
      const [first] = this.questions;
      if (!at && first) this.showQuestion(first);
      for (const question2 of super.questions) if (question2 instanceof RecallItemElement) question2.follow(true);
    }
    clear() {
      this.#round = readRound(null);
      this.#moved = false;
      this.setAttribute("data-recall-since", "0");
      this.showView("");
      const [first] = this.questions;
      if (first) this.showQuestion(first);
    }
    refresh() {
      const { current, view } = this;
      if (current && !view) this.showQuestion(current);
      this.showCircles(this.#marks, view === "end" ? -1 : this.index);
      this.#showReady();
    }
    showLinked(question2) {
      if (!this.view && question2 === this.current) return false;
      if (!this.questions.includes(question2)) {
        this.#round = { ...this.#stored, only: null };
        if (question2 instanceof RecallItemElement) question2.startOver();
      }
      this.showView("");
      this.showQuestion(question2);
      this.refresh();
      return true;
    }
    #hear() {
      const { current } = this;
      this.refresh();
      if (current && findQuestionIds(current)[0] !== this.#stored.at) this.#keep(current);
    }
    get questions() {
      const { only } = this.#stored;
      const questions = super.questions.filter(
        (question2) => !only || findQuestionIds(question2).some((id) => only.includes(id))
      );
      return questions.length > 0 ? questions : super.questions;
    }
    get #stored() {
      return this.#round ??= readRound(this.#kept);
    }
    get #kept() {
      const store = siteStore();
      return this.ids.map((id) => store.kept("d", id)).find((found) => found !== null);
    }
    get #results() {
      const { since } = this.#stored;
      return this.questions.map((question2) => {
        return question2 instanceof RecallItemElement ? judgeRound(siteStore().entries(question2.ids), since, question2.rev) : null;
      });
    }
    get #marks() {
      return this.#results.map((state) => ({ state }));
    }
    #press(event) {
      const wanted = this.wantedBy(event);
      const action = readAction(event);
      if (wanted) this.#moveTo(wanted);
      else if (action === "back") this.#moveTo(this.questions[this.view === "end" ? this.index : this.index - 1]);
      else if (action === "next") this.#next();
      else if (action === "list") this.#toggleList();
      else if (action === "retry") this.#begin(this.#missed);
      else if (action === "restart") this.#begin(null);
    }
    #moveTo(question2) {
      if (!question2) return;
      this.#leave();
      this.showView("");
      this.goTo(question2);
      this.refresh();
      this.#keep(question2);
      this.#followAddress(question2);
    }
    #next() {
      const next = this.questions[this.index + 1];
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
      const items = this.#results.filter((_, index) => this.questions[index] instanceof RecallItemElement);
      const sums = sumUp(items);
      const end = this.querySelector(".recall-end");
      const choice = element("p", "recall-choice");
      if (sums.missed > 0)
        choice.append(button("recall-button recall-check", say("set.retry", { n: sums.missed }), "retry"), " ");
      choice.append(
        button("recall-button", say("set.startOver"), "restart"),
        " ",
        button("recall-help", say("reset.set"), "reset-set")
      );
      end?.replaceChildren(
        element("p", "recall-verdict", say("set.finished")),
        element("p", "recall-told", sayRound(sums, this.#back, hasReview())),
        choice
      );
      this.showView("end");
      this.refresh();
      if (end) this.readOnAt(end);
    }
    get #back() {
      const results = this.#results;
      return this.questions.filter((question2, index) => {
        if (!(question2 instanceof RecallItemElement) || results[index] === null) return false;
        return results[index] === "missed" || (question2.schedule?.grade ?? GOOD) < GOOD;
      }).length;
    }
    get #missed() {
      const { questions } = this;
      return this.#results.flatMap(
        (result, index) => result === "missed" ? findQuestionIds(questions[index]).slice(0, 1) : []
      );
    }
    #begin(only) {
      const since = siteStore().now();
      this.#round = { at: "", since, only };
      this.setAttribute("data-recall-since", `${since}`);
      const { questions } = this;
      for (const question2 of questions) if (question2 instanceof RecallItemElement) question2.startOver();
      const [first] = questions;
      if (!first) return;
      this.showView("");
      this.goTo(first);
      this.refresh();
      this.#keep(first);
      this.#followAddress(first);
    }
    #keep(question2) {
      const { since, only } = this.#stored;
      const [at = ""] = findQuestionIds(question2);
      this.#round = { at, since, only };
      this.#moved = true;
      this.#unsaved = siteStore().keep("d", this.setId, { at, since, ...only ? { only } : {} }) !== null;
    }
    #followAddress(question2) {
      const target = linkedElement();
      if (target && target !== this && this.contains(target) && question2.id)
        history.replaceState(history.state, "", `#${question2.id}`);
    }
    #showReady() {
      const { current } = this;
      const ready = current instanceof RecallItemElement && current.isDone;
      this.querySelector('[data-recall-do="next"]')?.toggleAttribute("data-recall-ready", ready);
    }
  };
  function findQuestionIds(question2) {
    if (question2 instanceof RecallItemElement) return question2.ids;
    return question2?.id ? [question2.id.replace(/^recall-/, "")] : [];
  }

  // test/reading-list.js
  function makeReadingList(test, bank, questions) {
    const study = new Map();
    const links = questions.map((question2) => ({ item: question2.item, link: bank.linkOn(question2, questions) }));
    for (const row2 of test.querySelectorAll(".recall-study > li")) {
      const objective = row2.getAttribute("data-recall-objective");
      const items = links.filter(({ item, link: link2 }) => link2 === null && item.objective === objective);
      add(
        study,
        row2.querySelector("a"),
        items.map(({ item }) => item.id)
      );
    }
    for (const { item, link: link2 } of links) add(study, link2, [item.id]);
    return [...study.values()];
  }
  function add(study, link2, items) {
    if (!link2) return;
    const section = `${link2.href.replace(/#.*/, "")} ${link2.textContent}`;
    const known = study.get(section) ?? { link: link2, items: new Set() };
    study.set(section, known);
    for (const id of items) known.items.add(id);
  }

  // test/wording.js
  function sayNumbers({ right, all }) {
    if (all === 0) return [];
    const { low, high } = findRange(right, all);
    return [say("result.right", { n: right }), say("result.likely", { low: sayPercent(low), high: sayPercent(high) })];
  }
  function sayLeftOut(seen, changed) {
    return [
      ...seen > 0 ? [say("result.seen", { n: seen })] : [],
      ...changed > 0 ? [say("result.changed", { n: changed })] : []
    ];
  }
  function sayWhatNext(outcome, { missed, covered, secure }) {
    const verdict = verdictOf(outcome);
    if (verdict === "few") return [say("result.enough", { n: ENOUGH })];
    if (verdict === "strong") return [secure ? say("result.secure") : say("result.second")];
    if (verdict === "getting") {
      const { all, hard } = outcome;
      const right = strongFrom(all);
      return [hard > 0 ? say("result.takesHard", { right, all }) : say("result.takes", { right, all })];
    }
    if (covered === 0) return [];
    return [covered === missed ? say("result.belowAll", { n: missed }) : say("result.below", { covered, n: missed })];
  }

  // test/result.js
  function resultView(result) {
    const content = document.createDocumentFragment();
    content.append(verdictSection(result), nextSection(result), reviewSection(result.answers));
    return content;
  }
  function verdictSection(result) {
    const { retry, finished, answers } = result;
    const { right, all } = outcomeOf(answers);
    const section = element("section", "recall-verdict");
    section.dataset.recallVerdict = retry ? "retry" : verdictOf(outcomeOf(answers));
    const summary = element("p", "recall-summary", saySentences(retry ? describeRetry(result) : describeVerdict(result)));
    const range = retry || all === 0 ? [] : [rangeOn(findRange(right, all))];
    section.append(
      element("p", "recall-meta", say(retry ? "result.retryOn" : "result.on", { date: sayDate(finished) })),
      headline(result),
      summary,
      ...range,
      levels(answers)
    );
    return section;
  }
  function headline({ retry, answers }) {
    const title = element("h2", "recall-title", say(retry ? "set.finished" : `result.${verdictOf(outcomeOf(answers))}`));
    title.tabIndex = -1;
    const right = document.createElement("strong");
    right.textContent = sayNumber(rightOf(answers));
    const total = element("p", "recall-total");
    total.append(...sayParts("result.total", { right, all: answers.length }));
    const line = element("div", "recall-line");
    line.append(title, total);
    return line;
  }
  function describeRetry({ answers }) {
    return [say("result.right", { n: rightOf(answers) }), say("result.retry")];
  }
  function describeVerdict({ answers, study, secure }) {
    const counted = outcomeOf(answers);
    const changed = answers.filter((answer2) => answer2.changed).length;
    const missed = missedIn(answers);
    const covered = missed.filter(({ item }) => study.some(({ items }) => items.has(item.id))).length;
    return [
      ...sayLeftOut(answers.length - counted.all - changed, changed),
      ...sayNumbers(counted),
      ...sayWhatNext(counted, { missed: missed.length, covered, secure })
    ];
  }
  function levels(answers) {
    const groups = element("div", "recall-levels");
    for (const rank of new Set(answers.map((answer2) => answer2.rank))) {
      const mine = answers.filter((answer2) => answer2.rank === rank);
      const level = mine[0]?.node.querySelector(".recall-level")?.cloneNode(true) ?? element("p", "recall-level");
      level.appendChild(element("span", "recall-count", say("result.level", { right: rightOf(mine), all: mine.length }))).before(" ");
      const circles = element("ol", "recall-circles");
      circles.append(...mine.map((answer2) => circle(answer2, answers.indexOf(answer2) + 1)));
      const group = document.createElement("div");
      group.append(level, circles);
      groups.append(group);
    }
    return groups;
  }
  function circle({ right, seen, changed }, number2) {
    const out = seen || changed === true;
    const made = document.createElement("button");
    made.type = "button";
    const state = right ? "right" : "missed";
    made.dataset.recallGo = `${number2}`;
    made.dataset.recallState = state;
    made.toggleAttribute("data-recall-seen", out);
    made.setAttribute("aria-label", say(`circle.${state}${out ? "Out" : ""}`, { number: number2 }));
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
    if (missed > 0) actions.append(button("recall-button recall-check", say("set.retry", { n: missed }), "retry"), " ");
    actions.append(button(`recall-button${missed > 0 ? "" : " recall-check"}`, say("test.new"), "new"));
    actions.append(" ", button("recall-help", say("reset.test"), "reset-set"));
    if (links) section.append(element("h3", "recall-title", say("result.studyNext")), links);
    section.append(actions);
    return section;
  }
  function studyLinks(answers, study) {
    const sections = study.map(({ link: link2, items }) => {
      const about = answers.filter(({ item }) => items.has(item.id));
      return { link: link2, missed: missedIn(about).length, all: about.length };
    });
    const missed = sections.filter((section) => section.missed > 0).sort((a, b) => b.missed - a.missed);
    const list = element("ul", "recall-sections");
    for (const section of missed) {
      const item = document.createElement("li");
      item.append(
        section.link.cloneNode(true),
        " ",
        element("span", "recall-meta", say("result.missed", { missed: section.missed, all: section.all }))
      );
      list.append(item);
    }
    return missed.length > 0 ? list : null;
  }
  function reviewSection(answers) {
    const section = element("section", "recall-review");
    const list = element("ol", "recall-questions");
    list.append(...answers.map((answer2, index) => question(answer2, index + 1)));
    section.append(element("h3", "recall-title", say("result.all", { n: answers.length })), list);
    return section;
  }
  function question({ node, right }, number2) {
    const details = element("details", "recall-question");
    details.dataset.recallState = right ? "right" : "missed";
    const summary = document.createElement("summary");
    summary.append(
      element("span", "recall-row-number", `${number2}`),
      " ",
      icon(right ? "check" : "cross"),
      makeStemLine(node),
      " ",
      element("span", "recall-row-state", say(right ? "row.right" : "row.missed"))
    );
    details.append(summary, node);
    const item = document.createElement("li");
    item.append(details);
    return item;
  }
  function missedIn(answers) {
    return answers.filter(({ right }) => !right);
  }

  // test/seed.js
  var SEED = /^[0-9a-z]{1,16}(-[0-9a-f]+)?$/;
  var LENGTH = 6;
  function isSeed(text2) {
    return SEED.test(text2);
  }
  function readSeed(hash2) {
    const seed = hash2.startsWith("#seed=") ? hash2.slice(6).toLowerCase() : "";
    return isSeed(seed) ? seed : "";
  }
  function fitSeed(seed, items) {
    const [chance = "", tiers = ""] = seed.split("-");
    const most = Math.ceil(items / 2);
    return tiers.length > most ? `${chance}-${tiers.slice(0, most)}`.replace(/-$/, "") : seed;
  }
  function newSeed(tiers, next) {
    const chance = Array.from({ length: LENGTH }, () => Math.floor(next() * 16).toString(16)).join("");
    const pairs = Array.from(
      { length: Math.ceil(tiers.length / 2) },
      (_, index) => tiers.slice(2 * index, 2 * index + 2)
    );
    const digits = pairs.map(([first = 0, second = 0]) => (4 * first + second).toString(16)).join("");
    return `${chance}-${digits}`.replace(/-?0*$/, "");
  }
  function readTier(seed, index) {
    const digit = Number.parseInt(seed.split("-")[1]?.charAt(index >> 1) || "0", 16);
    return index % 2 === 0 ? digit >> 2 : digit & 3;
  }

  // test/draw-form.js
  var SHARE = 0.4;
  function drawForm(bank, mix2, seed) {
    if (!isEnough(mix2, (wanted) => bank.filter(({ rank }) => rank === wanted).length)) return null;
    const ranks = mix2.flatMap((wanted, index) => new Array(wanted).fill(index + 1));
    const queue = orderQueue(bank, seed);
    const draw = new Draw(queue, ranks);
    for (const objective of new Set(queue.map((item) => item.objective))) draw.cover(objective);
    draw.fill();
    return arrangeForm(draw.drawn, seed);
  }
  function isEnough(mix2, held) {
    return mix2.some((wanted) => wanted > 0) && mix2.every((wanted, index) => held(index + 1) >= wanted);
  }
  function arrangeForm(items, seed) {
    const chance = readChance(seed);
    const ordered = shuffle(byId(items), makeGenerator(`${chance} order`)).sort((a, b) => a.rank - b.rank);
    const orderOf2 = ({ id, options, fixed }) => fixed ? [...options] : shuffle(options, makeGenerator(`${chance} ${id}`));
    return {
      items: ordered.map(({ id }) => id),
      orders: Object.fromEntries(ordered.map((item) => [item.id, orderOf2(item)]))
    };
  }
  function orderQueue(bank, seed) {
    const tiers = new Map(byId(bank).map(({ id }, index) => [id, readTier(seed, index)]));
    const tier = ({ id }) => tiers.get(id) ?? 0;
    return shuffle(byId(bank), makeGenerator(readChance(seed))).sort((a, b) => tier(a) - tier(b));
  }
  function byId(items) {
    return [...items].sort((a, b) => a.id < b.id ? -1 : 1);
  }
  function readChance(seed) {
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
    cover(objective, tried = new Set()) {
      if (objective === "") return true;
      return this.#queue.some((item) => {
        if (item.objective !== objective) return false;
        return this.#placesOf(item.rank).some((place) => {
          if (tried.has(place)) return false;
          tried.add(place);
          const other = this.#places[place];
          if (other && !this.cover(other.objective, tried)) return false;
          this.#places[place] = item;
          return true;
        });
      });
    }
    fill() {
      for (const place of this.#ranks.keys()) {
        while (!this.#places[place] && !this.#take(place, new Set())) this.#most += 1;
      }
    }
    #take(place, tried) {
      const free = this.#queue.filter((item) => item.rank === this.#ranks[place] && !this.#places.includes(item));
      const fit = free.find((item) => this.#hasRoom(item.objective)) ?? free.find((item) => this.#makeRoom(item, tried));
      if (fit) this.#places[place] = fit;
      return fit !== void 0;
    }
    #makeRoom({ objective }, tried) {
      if (tried.has(objective)) return false;
      tried.add(objective);
      return this.#places.some((other, place) => other?.objective === objective && this.#take(place, tried));
    }
    #hasRoom(objective) {
      return objective === "" || this.#places.filter((item) => item?.objective === objective).length < this.#most;
    }
    #placesOf(rank) {
      return [...this.#ranks.keys()].filter((place) => this.#ranks[place] === rank);
    }
  };

  // test/pool.js
  function findPool({ pages, tests }, test) {
    const draws = new Set(tests.filter(({ id }) => id === test).flatMap((each) => each.draws));
    const found = new Map();
    for (const item of pages.flatMap(({ items }) => items).filter(({ id }) => draws.has(id)))
      if (canBeDrawn(item) && !found.has(item.id)) found.set(item.id, item);
    return [...found.values()];
  }
  function canBeDrawn({ rank, page }) {
    return rank > 0 && page.data !== "";
  }
  function findSection({ objective, page }, others) {
    const pages = [page, ...others.map((each) => each.page)];
    return pages.map(({ sections }) => sections[objective]).find((section) => section !== void 0) ?? null;
  }

  // test/other-pages.js
  var Elsewhere = class {
    #test;
    #address;
    #root = "";
    #pool = new Map();
    #isOpen = false;
    constructor({ dataset: { recallId = "", recallManifest = "" } }) {
      this.#test = recallId;
      this.#address = recallManifest && new URL(recallManifest, document.baseURI).href;
      if (this.#address) this.#root = findRoot(this.#address);
    }
    get isOpen() {
      return this.#isOpen;
    }
    get pool() {
      return [...this.#pool.values()];
    }
    async open() {
      if (this.#isOpen) return;
      if (!this.#address) throw new Error("no manifest");
      const manifest = readManifest(await loadData(this.#address, "recallItems"));
      if (!manifest) throw new Error("no manifest");
      this.#pool = new Map(findPool(manifest, this.#test).map((item) => [item.id, item]));
      this.#isOpen = true;
    }
    has(id) {
      return this.#pool.has(id);
    }
    async bring(ids) {
      const items = ids.flatMap((id) => this.#pool.get(id) ?? []);
      return Promise.all(items.map((item) => this.#bringOne(item)));
    }
    async #bringOne({ id, rank, objective, page: { data } }) {
      const html = readItemHtml(await loadData(this.#root + data, "recallTopic"), id);
      const question2 = readForeign(html, this.#root);
      if (!(question2 instanceof TestableItemElement)) throw new Error(`no question ${id} in ${data}`);
      question2.dataset.recallRank = String(rank);
      question2.dataset.recallObjective = objective;
      dressUp(question2);
      return question2;
    }
    linkOn(id, others) {
      const item = this.#pool.get(id);
      const section = item ? findSection(
        item,
        others.flatMap((each) => this.#pool.get(each) ?? [])
      ) : null;
      if (!section) return null;
      const link2 = document.createElement("a");
      link2.href = new URL(section.href, this.#root).href;
      link2.textContent = section.title;
      return link2;
    }
  };

  // test/test-bank.js
  var TestBank = class {
    #test;
    #box;
    #children;
    #questions;
    #elsewhere;
    #met = new WeakSet();
    constructor(test) {
      this.#test = test;
      this.#box = test.querySelector(".recall-items");
      this.#children = [...this.#box?.children ?? []];
      const questions = this.#children.filter((child) => child instanceof TestableItemElement).map(readQuestion);
      this.#questions = new Map(questions.map((question2) => [question2.item.id, question2]));
      this.#elsewhere = test.dataset.recallFrom === void 0 ? null : new Elsewhere(test);
    }
    get isWide() {
      return this.#elsewhere !== null;
    }
    get isOpen() {
      return this.#elsewhere?.isOpen ?? true;
    }
    get items() {
      const others = this.#others.map(({ id, rank, objective }) => ({ id, rank, objective, options: [], fixed: false }));
      return [...this.#here.map(({ item }) => item), ...others];
    }
    get known() {
      const here = this.#here.map(({ node, item: { id, rank } }) => ({ id, rank, ids: node.ids, rev: node.rev }));
      return [...here, ...this.#others];
    }
    get #here() {
      return [...this.#questions.values()];
    }
    get #others() {
      return this.#elsewhere?.pool.filter(({ id }) => !this.#questions.has(id)) ?? [];
    }
    lacks(ids) {
      const away = ids.filter((id) => !this.#questions.has(id));
      if (!this.#elsewhere || away.length === 0) return false;
      return !this.#elsewhere.isOpen || away.some((id) => this.#elsewhere?.has(id));
    }
    async open() {
      await this.#elsewhere?.open();
    }
    async bring(ids) {
      if (!this.#elsewhere || !this.lacks(ids)) return;
      await this.#elsewhere.open();
      const brought = await this.#elsewhere.bring(ids.filter((id) => !this.#questions.has(id)));
      for (const node of brought)
        if (!this.#questions.has(node.itemId)) this.#questions.set(node.itemId, readQuestion(node));
    }
    linkOn({ node, item }, others) {
      if (!node.isGuest) return null;
      return this.#elsewhere?.linkOn(
        item.id,
        others.map((each) => each.item.id)
      ) ?? null;
    }
    pick(ids) {
      return ids.flatMap((id) => this.#questions.get(id) ?? []);
    }
    layOut({ items, orders }, { seed, retry }) {
      this.putBack();
      const drawn = this.pick(items);
      drawn.forEach(({ node, item }, index) => {
        node.startOver();
        node.orderOptions(orders[item.id] ?? item.options);
        number(node, `${index + 1}.`);
      });
      const pages = new Set(drawn.map(({ node }) => node));
      for (const child of this.#children) child.toggleAttribute("hidden", !pages.has(child));
      this.#box?.prepend(...pages);
      this.#box?.before(element("p", "recall-seed", say("test.form", { seed })));
      this.#test.dataset.recallForm = retry ? "retry" : "test";
      for (const { node } of drawn) if (node.isGuest) this.#announce(node);
    }
    #announce(node) {
      if (this.#met.has(node)) return;
      this.#met.add(node);
      tellShown(node, node.itemId);
    }
    putBack() {
      if (!this.#test.hasAttribute("data-recall-form")) return;
      delete this.#test.dataset.recallForm;
      this.#test.querySelector(".recall-seed")?.remove();
      for (const { node, item, number: own } of this.#here) {
        if (node.hidden || !node.isConnected) continue;
        node.startOver();
        node.orderOptions(item.options);
        number(node, own);
        delete node.dataset.recallCurrent;
        if (node.isGuest) node.remove();
      }
      for (const child of this.#children) child.removeAttribute("hidden");
      this.#box?.append(...this.#children);
    }
  };
  function readQuestion(node) {
    const { recallRank, recallObjective = "" } = node.dataset;
    return {
      node,
      item: {
        id: node.itemId,
        rank: Number(recallRank) || 0,
        objective: recallObjective,
        options: node.options,
        fixed: node.keepsOrder
      },
      number: node.querySelector(".recall-number")?.textContent ?? ""
    };
  }
  function number(node, text2) {
    const place = node.querySelector(".recall-number");
    if (place) place.textContent = text2;
  }

  // test/test-record.js
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
  function findUnanswered({ items, responses }) {
    return items.filter((id) => (responses[id] ?? []).length === 0);
  }

  // test/session.js
  var Sitting = class {
    #ids;
    #mix;
    #record = null;
    #trouble = null;
    constructor(test) {
      this.#ids = test.ids;
      this.#mix = readMix(test);
      this.bank = new TestBank(test);
    }
    get record() {
      return this.#record;
    }
    get isUnsaved() {
      return this.#trouble !== null;
    }
    get drawn() {
      return this.bank.pick(this.#record?.items ?? []);
    }
    get kept() {
      return readTest(this.#stored, this.bank.items);
    }
    get keptItems() {
      return texts(fields(this.#stored).items);
    }
    get #stored() {
      const store = siteStore();
      return this.#ids.map((id) => store.kept("t", id)).find((found) => found !== null);
    }
    get marks() {
      const { responses = {}, flags = [] } = this.#record ?? {};
      return this.drawn.map(({ item: { id } }) => ({
        state: responses[id]?.length ? "answered" : null,
        flagged: flags.includes(id)
      }));
    }
    get unanswered() {
      return this.#record ? findUnanswered(this.#record) : [];
    }
    get answers() {
      const { finished = 0, session = "", responses = {} } = this.#record ?? {};
      return this.drawn.map(({ node, item }) => {
        const answer2 = answerIn(siteStore().entries(node.ids), { session, finished, rev: node.rev });
        const right = answer2.changed ? answer2.right : node.isRight(responses[item.id] ?? []);
        return { node, item, rank: item.rank, ...answer2, right };
      });
    }
    get isSecure() {
      const { seed = "", finished = 0 } = this.#record ?? {};
      const store = siteStore();
      const known = this.bank.known.map(({ ids, rank, rev }) => ({ rank, rev, entries: store.entries(ids) }));
      return isSecure(
        { seed: formOfSeed(seed), time: finished },
        strongForms(known, this.bank.isWide ? this.#ids : void 0)
      );
    }
    newSeed() {
      const store = siteStore();
      const now = store.now();
      return newSeed(
        byId(this.bank.known).map(({ ids, rev }) => tierAt(store.entries(ids), rev, now)),
        Math.random
      );
    }
    draw(seed) {
      const form = this.bank.isOpen ? drawForm(this.bank.items, this.#mix, this.#fit(seed)) : null;
      return form && !this.bank.lacks(form.items) ? form : null;
    }
    async drawSoon(wanted) {
      await this.bank.open();
      const seed = this.#fit(wanted) || this.newSeed();
      await this.bank.bring(drawForm(this.bank.items, this.#mix, seed)?.items ?? []);
      return { seed, form: this.draw(seed) };
    }
    #fit(seed) {
      return fitSeed(seed, this.bank.items.length);
    }
    begin(form, seed, retry = false) {
      const session = sessionOf(seed, siteStore().now(), this.bank.isWide ? this.#ids[0] : "");
      const last = (this.#record ?? this.kept)?.last ?? null;
      return { ...form, seed, session, responses: {}, flags: [], at: form.items[0] ?? "", retry, finished: 0, last };
    }
    beginRetry() {
      const missed = this.answers.filter(({ right }) => !right).map(({ item }) => item);
      const seed = newSeed([], Math.random);
      return this.begin(arrangeForm(missed, seed), seed, true);
    }
    open(record) {
      this.bank.layOut(record, record);
      this.#record = record;
    }
    close() {
      this.bank.putBack();
      this.#record = null;
    }
    adopt(kept) {
      if (this.#record) this.#record = { ...kept, at: this.#record.at };
    }
    moveTo(at) {
      return this.#keep({ at });
    }
    respond({ node, item }) {
      return this.#keep({ responses: { ...this.#record?.responses, [item.id]: node.response } });
    }
    flag() {
      const { at = "", flags = [] } = this.#record ?? {};
      return this.#keep({ flags: flags.includes(at) ? flags.filter((id) => id !== at) : [...flags, at] });
    }
    end() {
      const { session = "", items = [], retry = false, last = null } = this.#record ?? {};
      const finished = siteStore().now();
      const ranks = this.drawn.map(({ item }) => item.rank);
      const trouble = this.#keep({ finished, last: retry ? last : { session, finished, items, ranks } });
      for (const question2 of this.drawn) this.#recordAttempt(question2);
      return trouble;
    }
    #recordAttempt({ node, item }) {
      const { session = "", responses = {}, retry } = this.#record ?? {};
      const options = responses[item.id] ?? [];
      const outcome = node.isRight(options) ? "right" : "wrong";
      node.record({ kind: "attempt", outcome, options }, [], () => {
      }, {
        context: retry ? "practice" : "test",
        session,
        help: []
      });
    }
    #keep(changes) {
      if (!this.#record) return null;
      this.#record = { ...this.#record, ...changes };
      this.#trouble = siteStore().keep("t", this.#ids[0], { ...this.#record, page: location.pathname });
      return this.#trouble;
    }
  };
  function readMix({ dataset: { recallMix = "" } }) {
    return recallMix.split(",").map((wanted) => Math.max(0, Math.trunc(Number(wanted)) || 0));
  }

  // test/start-panel.js
  function tellWhy(test, why) {
    const told = test.querySelector(".recall-start > p");
    if (told) told.textContent = say(`test.${why === "notLoaded" && !test.dataset.recallManifest ? "notBuilt" : why}`);
    const start2 = test.querySelector('[data-recall-do="start"]');
    if (start2 instanceof HTMLElement) start2.hidden = true;
  }
  function showWhetherEnough(test, draw) {
    const { recallFrom, recallManifest } = test.dataset;
    const seed = readSeed(location.hash);
    if (recallFrom === void 0) {
      if (!isEnough(readMix(test), (rank) => heldIn(test, rank))) tellWhy(test, "tooSmall");
    } else if (!recallManifest) tellWhy(test, "notLoaded");
    else if (seed)
      draw(seed).then(
        ({ form }) => form ?? tellWhy(test, "tooSmall"),
        () => tellWhy(test, "notLoaded")
      );
  }
  function heldIn(test, rank) {
    const items = [...test.querySelectorAll(`.recall-item[data-recall-rank="${rank}"]`)];
    return items.filter((item) => item instanceof TestableItemElement).length;
  }

  // test/test.js
  var RecallTestElement = class extends RecallSetElement {
    #announcer = new Announcer();
    #taken = null;
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
      if (event.type === "hashchange") this.#followAddress();
      else if (event.type === "click") this.#press(event);
      else if (this.#isUnderWay) this.#hear(event);
    }
    restore() {
      this.#whenHere(() => this.#restore());
    }
    #restore() {
      const { kept } = this.#sitting;
      const seed = readSeed(location.hash);
      const wanted = kept && (seed === "" || seed === kept.seed) ? kept : null;
      if (wanted?.session === this.#record?.session) return;
      if (wanted) this.#open(wanted);
      else this.clear();
    }
    follow() {
      this.#whenHere(() => this.#follow());
    }
    #follow() {
      const { kept, record, isUnsaved } = this.#sitting;
      if (!record) return this.#restore();
      if (isUnsaved) return;
      if (!kept) return this.clear();
      if (kept.session !== record.session || kept.finished !== record.finished) return this.#open(kept);
      if (kept.finished > 0) return;
      this.#sitting.adopt(kept);
      this.#showResponses();
    }
    refresh() {
      const { index, view } = this;
      if (!this.#record || this.#record.finished > 0) return;
      const [list, last] = [view === "list", index === this.questions.length - 1];
      this.showCircles(this.#sitting.marks, index);
      this.#toggle("back", !list);
      this.#toggle("next", !list && !last);
      this.#toggle("finish", list || last);
      const flag = this.#toggle("flag", !list);
      if (flag) flag.textContent = say(this.#record.flags.includes(this.#record.at) ? "test.unflag" : "test.flag");
    }
    showLinked(node) {
      const details = node.closest("details.recall-question");
      details?.setAttribute("open", "");
      return details !== null;
    }
    toPaper() {
      const seed = readSeed(location.hash);
      const form = this.#record || !seed ? null : this.#sitting.draw(seed);
      if (form) {
        this.#sitting.bank.layOut(form, { seed, retry: false });
        return () => this.#sitting.bank.putBack();
      }
      const places2 = this.questions.map((node) => node.closest("details.recall-question"));
      if (this.view === "result") this.querySelector(".recall-items")?.prepend(...this.questions);
      return () => this.questions.forEach((node, index) => places2[index]?.append(node));
    }
    showWhetherEnough() {
      showWhetherEnough(this, (seed) => this.#sitting.drawSoon(seed));
    }
    begin() {
      if (!this.#record) void this.#start("");
    }
    #whenHere(work2) {
      const { bank, keptItems } = this.#sitting;
      if (!bank.lacks(keptItems)) return work2();
      bank.bring(keptItems).then(
        () => this.isConnected && work2(),
        () => tellWhy(this, "notLoaded")
      );
    }
    get questions() {
      return this.#record ? this.#sitting.drawn.map(({ node }) => node) : super.questions;
    }
    get #sitting() {
      return this.#taken ??= new Sitting(this);
    }
    get #record() {
      return this.#taken?.record ?? null;
    }
    get #isUnderWay() {
      return this.#record?.finished === 0;
    }
    #followAddress() {
      const seed = readSeed(location.hash);
      if (seed && seed !== this.#record?.seed) this.restore();
    }
    #press(event) {
      const wanted = this.wantedBy(event);
      const action = readAction(event);
      if (wanted && this.view === "result") openQuestion(wanted);
      else if (wanted) this.#moveTo(wanted);
      else if (action === "start") void this.#start(readSeed(location.hash));
      else if (action === "new") void this.#startAnew("");
      else if (action === "retry") this.#retry();
      else if (this.#isUnderWay) this.#pressUnderWay(action);
    }
    #pressUnderWay(action) {
      if (action === "back") this.#moveTo(this.questions[this.index - 1]);
      else if (action === "next") this.#moveTo(this.questions[this.index + 1]);
      else if (action === "flag") this.#flag();
      else if (action === "list") this.#toggleList();
      else if (action === "finish") this.#finish();
      else if (action === "finish-now") this.#end();
    }
    #hear(event) {
      event.stopPropagation();
      if (event.type !== "change") return event.preventDefault();
      const node = event.target instanceof Element ? event.target.closest(".recall-item") : null;
      const question2 = this.#sitting.drawn.find((each) => each.node === node);
      if (!question2) return;
      this.#hush();
      this.#tellOf(this.#sitting.respond(question2));
      this.refresh();
    }
    async #start(seed) {
      const rest = this.#showBusy("start");
      await siteStore().ready;
      await this.#sitting.bank.bring(this.#sitting.keptItems).catch(() => null);
      if (!this.#record) this.#restore();
      if (!this.#record) await this.#startAnew(seed);
      rest();
    }
    async #startAnew(wanted) {
      const before2 = this.#record;
      const rest = this.#showBusy("new");
      const drawn = await this.#sitting.drawSoon(wanted).catch(() => null);
      rest();
      if (!this.isConnected || this.#record !== before2) return;
      if (!drawn?.form) return this.#refuse(drawn ? "tooSmall" : "notLoaded");
      this.#begin(this.#sitting.begin(drawn.form, drawn.seed));
      nameInAddress(`#seed=${drawn.seed}`);
    }
    #showBusy(action) {
      const pressed = this.querySelector(`[data-recall-do="${action}"]`);
      pressed?.setAttribute("aria-busy", "true");
      return () => pressed?.removeAttribute("aria-busy");
    }
    #retry() {
      this.#begin(this.#sitting.beginRetry());
      if (readSeed(location.hash)) nameInAddress(location.href.replace(/#.*/, ""));
    }
    #begin(record) {
      this.#open(record);
      this.#moveTo(this.questions[0]);
    }
    #open(record) {
      this.#hush();
      this.#sitting.open(record);
      this.querySelector(".recall-end")?.replaceChildren();
      if (location.hash === "" && !record.retry) nameInAddress(`#seed=${record.seed}`);
      if (record.finished > 0) return this.#showResult();
      this.#showResponses();
      const [at] = this.#sitting.bank.pick([record.at]);
      this.showView("run");
      if (at) this.showQuestion(at.node);
      this.refresh();
    }
    #showResponses() {
      const { drawn, record } = this.#sitting;
      for (const { node, item } of drawn) node.choose(record?.responses[item.id] ?? []);
    }
    clear() {
      this.#hush();
      this.#sitting.close();
      this.querySelector(".recall-end")?.replaceChildren();
      this.showView("");
    }
    #refuse(why) {
      this.clear();
      tellWhy(this, why);
      const reason = this.querySelector(".recall-start")?.querySelector("p");
      if (reason) this.readOnAt(reason);
    }
    #moveTo(node) {
      const question2 = this.#sitting.drawn.find((each) => each.node === node);
      if (!node || !question2) return;
      this.#hush();
      this.showView("run");
      this.#tellOf(this.#sitting.moveTo(question2.item.id));
      this.goTo(node);
      this.refresh();
    }
    #toggleList() {
      this.#hush();
      this.showView(this.view === "list" ? "run" : "list");
      if (this.view === "list") this.showList(this.#sitting.marks);
      this.refresh();
    }
    #flag() {
      this.#tellOf(this.#sitting.flag());
      this.refresh();
    }
    #finish() {
      const open = this.#sitting.unanswered;
      const [first] = open;
      if (first === void 0) return this.#end();
      const number2 = (this.#record?.items.indexOf(first) ?? 0) + 1;
      const go = button("recall-button", say("test.goTo", { number: number2 }));
      go.dataset.recallGo = `${number2}`;
      const actions = element("p", "recall-choice");
      actions.append(button("recall-button recall-check", say("test.finish"), "finish-now"), " ", go);
      const status = this.#status;
      if (status)
        this.#announcer.say(status, verdictPanel("notice", say("test.unanswered", { n: open.length }), [actions]));
      this.#toggle("finish", false);
      go.focus();
    }
    #end() {
      this.#hush();
      this.#tellOf(this.#sitting.end());
      this.#showResult();
      const title = this.querySelector(".recall-end .recall-title");
      if (title) this.readOnAt(title);
    }
    #showResult() {
      const { answers, bank, isSecure: secure, drawn } = this.#sitting;
      const { finished = 0, retry = false, responses = {} } = this.#record ?? {};
      for (const { node, item, changed } of answers) node.showResponse(responses[item.id] ?? [], changed);
      const content = resultView({ retry, finished, answers, study: makeReadingList(this, bank, drawn), secure });
      this.querySelector(".recall-end")?.replaceChildren(content);
      this.showView("result");
    }
    #tellOf(trouble) {
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
  function openQuestion(node) {
    const details = node.closest("details.recall-question");
    details?.setAttribute("open", "");
    details?.querySelector("summary")?.focus();
  }

  // main.js
  var VISIT = "recall-visit";
  var ELEMENTS = {
    ...ITEMS,
    practice: RecallPracticeElement,
    test: RecallTestElement,
    review: RecallReviewElement,
    progress: RecallProgressElement
  };
  if (!customElements.get("recall-test")) {
    for (const [kind, element2] of Object.entries(ELEMENTS)) customElements.define(`recall-${kind}`, element2);
    for (const show of [restorePage, showTests, showLinked, showWays, showPrint, showReviews, showReset])
      document.addEventListener(VISIT, show);
    document.addEventListener(FOLLOWED, showWays);
    registerLinks();
    registerMenus();
    registerPrint();
    registerResets();
    registerSubmits();
  }
  var visit = () => document.dispatchEvent(new Event(VISIT));
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", visit, { once: true });
  else visit();
})();
