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
  function listOf(value) {
    return Array.isArray(value) ? value : [];
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
  function timeIn({ time }) {
    return typeof time === "number" ? time : 0;
  }

  // store/storage.js
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
    return Array.from(crypto2.getRandomValues(new Uint32Array(10)), (number) => (number % 36).toString(36)).join("");
  }

  // store/records.js
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
  var NAME = /^[a-z0-9][a-z0-9._-]{0,199}$/;
  var LONGEST = 4e6;
  function readAsked(data) {
    const { recall, do: does, site, proof, number, kind, name, raw } = fields(data);
    if (recall !== "hub") return null;
    if (does === "open" && isName(site)) return { do: "open", site };
    if (does === "proved") return { do: "proved", proof: proofIn(proof) };
    const known = KINDS.find((each) => each === kind);
    if (does !== "merge" || typeof number !== "number" || !known || !isName(name)) return null;
    if (typeof raw !== "string" || raw.length > LONGEST || !isReadable(known, parse(raw))) return null;
    return { do: "merge", number, kind: known, name, raw };
  }
  function proofIn(value) {
    return text(value).startsWith(PROOF) ? text(value) : "";
  }
  function isName(value) {
    return typeof value === "string" && NAME.test(value);
  }

  // store/locks.js
  function inTurn(name, work) {
    const locks = window.isSecureContext ? navigator.locks : void 0;
    if (!locks) return work();
    locks.request(name, work).catch(work);
  }

  // store/store-admin.js
  var StoreAdmin = class {
    #store;
    constructor(store) {
      this.#store = store;
    }
    records() {
      const store = this.#store;
      const names = (
        (kind) => kind === "i" ? store.logs() : store.names(kind)
      );
      return KINDS.flatMap((kind) => names(kind).flatMap((name) => store.recordOf(kind, name)));
    }
    merge(records) {
      const store = this.#store;
      const readable = records.filter(
        ({ kind, name, record }) => KINDS.includes(kind) && name !== "" && isReadable(kind, record)
      );
      const troubles = readable.map(({ kind, name, record }) => {
        return store.write(kind, name, (mine) => mergeOver(kind, mine, record));
      });
      return store.outcome(troubles.find((trouble) => trouble !== null) ?? null);
    }
    clear() {
      const store = this.#store;
      const logs = store.logs().filter((name) => standing(store.entries([name])).length > 0);
      const troubles = [
        ...logs.map((name) => store.append(name, { kind: "reset" })),
        ...store.names("d").map((name) => store.keep("d", name, null)),
        ...store.names("t").map((name) => store.keep("t", name, null))
      ];
      return troubles.find((trouble) => trouble !== null) ?? null;
    }
    health() {
      const { place, slots, trouble } = this.#store;
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
        trouble
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

  // store/store.js
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
    logs() {
      return [...new Set([...this.names("i"), ...this.#unsaved.keys()])];
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
      return this.#slots.read(kind, name).record;
    }
    keep(kind, name, value) {
      const time = this.now();
      return this.outcome(this.write(kind, name, () => value && { v: VERSION, time, ...value }));
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
      const before = JSON.stringify(slots.read(kind, name).record);
      if (theirs && isNewer(theirs)) slots.shelf.setItem(key, `${raw}`);
      else if (merged && !isGone(merged)) slots.shelf.setItem(key, JSON.stringify(merged));
      else slots.shelf.removeItem(key);
      return JSON.stringify(slots.read(kind, name).record) !== before;
    }
    #append(item, fact) {
      const entry = { id: this.#sources.newId(), time: this.now(), ...fact };
      const unsaved = [...this.#unsavedOf(item), entry];
      const trouble = this.#add(item, unsaved);
      if (trouble) this.#unsaved.set(item, unsaved);
      else this.#unsaved.delete(item);
      this.#mine.set(item, [...this.#mine.get(item) ?? [], entry]);
      if (!trouble) this.#secure(item);
      return { entry, trouble: this.outcome(trouble) };
    }
    #add(item, added) {
      return this.write("i", item, (record) => ({ ...record, v: VERSION, log: unite(added, listOf(record?.log)) }));
    }
    #secure(item) {
      const mine = this.#mine.get(item);
      if (!mine) return;
      const inTurn2 = this.#sources.inTurn ?? ((_, work) => work());
      inTurn2(this.#slots.key("i", item), () => {
        const unsaved = this.#unsavedOf(item);
        this.#add(
          item,
          mine.filter((entry) => !unsaved.includes(entry))
        );
      });
    }
    recordOf(kind, name) {
      const { record, trouble } = this.#slots.read(kind, name);
      const unsaved = kind === "i" ? this.#unsavedOf(name) : [];
      if (trouble === "newer" || !record && unsaved.length === 0) return [];
      if (unsaved.length === 0) return record ? [{ kind, name, record }] : [];
      return [{ kind, name, record: { ...record, v: VERSION, log: unite(unsaved, listOf(record?.log)) } }];
    }
    write(kind, name, change) {
      return this.#slots.write(kind, name, change, (raw) => {
        const told = raw ?? JSON.stringify({ v: VERSION, time: this.now() });
        void this.#outbox?.send(kind, name, this.#slots.key(kind, name), told);
      });
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
    #unsavedOf(item) {
      return this.#unsaved.get(item) ?? [];
    }
  };

  // store/hub-page.js
  var HOUR = 60 * 60 * 1e3;
  var HubFrame = class {
    #shelf = openShelf(() => window.localStorage);
    #admin = null;
    #prefix = "";
    handleEvent(event) {
      if (event instanceof StorageEvent) return this.#pass(event);
      const asked = event instanceof MessageEvent && event.source === window.parent ? readAsked(event.data) : null;
      if (asked?.do === "open") this.#open(asked.site);
      if (asked?.do === "proved" && asked.proof) this.#shelf?.removeItem(asked.proof);
      if (asked?.do === "merge") this.#merge(asked);
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
        for (const old of keysFrom(shelf, PROOF)) if (!(Number(shelf.getItem(old)) > now - HOUR)) shelf.removeItem(old);
        shelf.setItem(key, `${now}`);
        return key;
      } catch {
        return "";
      }
    }
    #merge({ number, kind, name, raw }) {
      const admin = this.#admin;
      if (!admin) return;
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
