// Stand-ins for the browser's storage, with its faults, and for time and chance.

/** Like the browser's: values are own properties, methods are not. Room is counted in characters. */
export class FakeStorage {
  /** @type {number} */
  #room;

  /** @param {Record<string, string>} [values] @param {number} [room] */
  constructor(values = {}, room = Infinity) {
    this.#room = room;
    Object.assign(this, values);
  }

  get #values() {
    return /** @type {Record<string, string>} */ (/** @type {unknown} */ (this));
  }

  /** @param {string} key */
  getItem(key) {
    return Object.hasOwn(this, key) ? (this.#values[key] ?? null) : null;
  }

  /** @param {string} key @param {string} value */
  setItem(key, value) {
    const others = Object.entries(this.#values).filter(([name]) => name !== key);
    const used = others.flat().join("").length;
    if (used + key.length + value.length > this.#room) throw new DOMException("full", "QuotaExceededError");
    this.#values[key] = value;
  }

  /** @param {string} key */
  removeItem(key) {
    delete this.#values[key];
  }

  /** @param {number} room */
  resize(room) {
    this.#room = room;
  }
}

/** Ids in sequence, and a clock that stands still unless it is set. */
export class FakeSources {
  time = 1000;
  #ids = 0;
  now = () => this.time;
  newId = () => `id${(this.#ids += 1)}`;
}
