/* Built from client/ by "npm run bundle": change it there. */
"use strict";
(() => {
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

  // core/merge.js
  var VERSION = 1;
  var LONGEST_ID = 200;
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
  function keysFrom(shelf, start) {
    try {
      return Object.keys(shelf).filter((key) => key.startsWith(start));
    } catch {
      return [];
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
    return Array.from(crypto2.getRandomValues(new Uint32Array(10)), (number) => (number % 36).toString(36)).join("");
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

  // store/hub-messages.js
  var PROOF = "recall:hub:";
  var NAME = /^[a-z0-9][a-z0-9._-]*$/;
  var LONGEST = 6e6;
  function readAsked(data) {
    const { recall, do: does, site, proof, number, kind, name, raw } = fields(data);
    if (recall !== "hub") return null;
    if (does === "open" && isName(site)) return { do: "open", site };
    if (does === "proved") return { do: "proved", proof: proofIn(proof) };
    if (does !== "merge" || typeof number !== "number") return null;
    const known = KINDS.find((each) => each === kind);
    if (!known || !isName(name) || typeof raw !== "string") return { do: "refuse", number, trouble: "refused" };
    if (raw.length > LONGEST) return { do: "refuse", number, trouble: "full" };
    const record = parse(raw);
    if (isNewer(record)) return { do: "refuse", number, trouble: "newer" };
    if (!isReadable(known, record)) return { do: "refuse", number, trouble: "refused" };
    return { do: "merge", number, kind: known, name, raw };
  }
  function proofIn(value) {
    return text(value).startsWith(PROOF) ? text(value) : "";
  }
  function isName(value) {
    return typeof value === "string" && value.length <= LONGEST_ID && NAME.test(value);
  }

  // store/locks.js
  function inTurn(name, work) {
    const locks = window.isSecureContext ? navigator.locks : void 0;
    if (!locks) return work();
    locks.request(name, work).catch(work);
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
        const before = own.getItem(key);
        const record = before === null ? null : parse(before);
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

  // core/mastery.js
  var GOAL = 70;
  var DAY = 24 * 60 * 60 * 1e3;
  var STRONG = Object.freeze({ share: GOAL / 100, sure: 0.85 });
  var WEAK = Object.freeze({ share: 0.6, sure: 0.6 });

  // core/random.js
  var RANGE = 2 ** 32;

  // core/test-history.js
  function isInTest(entry) {
    return entry.kind === "attempt" && entry.session.includes(".");
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
      const trouble = this.write(kind, name, change ?? ((before) => mergeOver(kind, before, whole)), undoable);
      if (!trouble) this.unsaved.delete(kind, name);
      return trouble;
    }
    write(kind, name, change, undoable) {
      const trouble = this.#write(kind, name, change, undoable);
      return trouble === "full" && this.#makeRoom() ? this.#write(kind, name, change, undoable) : trouble;
    }
    #write(kind, name, change, undoable = UNDOABLE) {
      let before = 0;
      const shorter = (record) => {
        before = writtenAt(record);
        const made = change(record);
        return kind === "i" && made ? compactRecord({ ...made }, this.#now(), undoable) : made;
      };
      return this.#slots.write(kind, name, shorter, (raw) => this.#written(kind, name, raw, before));
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
      const [waiting, own, unsaved] = [this.#waiting(), slots.shelf, this.#saver.unsaved.all()];
      this.#outbox = new Outbox(this.#lasts ? own : null, hub, (trouble, name) => this.#told(trouble, name));
      slots.shelf = memoryShelf();
      for (const [key, raw] of stored) if (slots.owns(key)) slots.shelf.setItem(key, raw);
      this.#lasts = true;
      if (!room) this.#trouble = "full";
      this.#saver.unsaved.clear();
      for (const { kind, name, raw } of waiting) {
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
      const waiting = parse(this.#outbox?.own(key) ?? "");
      const mine = isReadable(kind, waiting) && waiting.sent !== true ? waiting : null;
      const theirs = raw === null ? null : parse(raw);
      if (theirs && !isNewer(theirs) && !isReadable(kind, theirs)) return false;
      const merged = mergeRecord(kind, mine, theirs);
      const before = JSON.stringify(slots.read(kind, name).record);
      if (theirs && isNewer(theirs)) slots.shelf.setItem(key, `${raw}`);
      else if (merged && !isGone(merged)) slots.shelf.setItem(key, JSON.stringify(merged));
      else slots.shelf.removeItem(key);
      return JSON.stringify(slots.read(kind, name).record) !== before;
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
      const inTurn2 = this.#sources.inTurn ?? ((_, work) => work());
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
    #written(kind, name, raw, before) {
      const told = raw ?? JSON.stringify({ v: VERSION, time: Math.max(this.now(), before + 1) });
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

  // store/hub-page.js
  var HOUR = 60 * 60 * 1e3;
  var HubFrame = class {
    #shelf = openShelf();
    #admin = null;
    #prefix = "";
    handleEvent(event) {
      if (event instanceof StorageEvent) return this.#pass(event);
      const asked = event instanceof MessageEvent && event.source === window.parent ? readAsked(event.data) : null;
      if (asked?.do === "open") this.#open(asked.site);
      if (asked?.do === "proved" && asked.proof) this.#shelf?.removeItem(asked.proof);
      if (asked?.do === "merge") this.#merge(asked);
      if (asked?.do === "refuse") tell({ do: "done", number: asked.number, trouble: asked.trouble });
    }
    #open(site) {
      if (!this.#shelf) return;
      this.#admin = new StoreAdmin(
        new Store(site, this.#shelf, { now: () => Date.now(), newId: () => randomId(crypto), inTurn })
      );
      this.#prefix = `recall:${site}:`;
      this.#admin.records();
      const shelf = this.#shelf;
      const stored = keysFrom(shelf, this.#prefix).map((key) => [key, shelf.getItem(key)]);
      tell({ do: "all", stored, proof: this.#prove(shelf) });
    }
    #prove(shelf) {
      const now = Date.now();
      const key = `${PROOF}${randomId(crypto)}`;
      try {
        if (!hasRoom(shelf, SOME_ROOM)) return "";
        for (const old of keysFrom(shelf, PROOF)) if (!(Number(shelf.getItem(old)) > now - HOUR)) shelf.removeItem(old);
        shelf.setItem(key, `${now}`);
        return key;
      } catch {
        return "";
      }
    }
    #merge({ number, kind, name, raw }) {
      const admin = this.#admin;
      if (!admin) return tell({ do: "done", number, trouble: "memory" });
      const records = [{ kind, name, record: parse(raw) }];
      admin.merge(records);
      inTurn(`${this.#prefix}${kind}:${name}`, () => tell({ do: "done", number, trouble: admin.merge(records) }));
    }
    #pass({ key, newValue }) {
      if (this.#admin && key?.startsWith(this.#prefix)) tell({ do: "changed", key, raw: newValue });
    }
  };
  function tell(told) {
    window.parent.postMessage({ ...told, recall: "page" }, "*");
  }
  if (location.protocol === "file:" && window.parent !== window) {
    const frame = new HubFrame();
    for (const type of ["message", "storage"]) window.addEventListener(type, frame);
  }
})();
