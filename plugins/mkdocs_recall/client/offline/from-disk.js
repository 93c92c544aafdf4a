// Material from disk, on sites with its plugin `offline`, which would load a script for this from another host. Over
// http nothing here happens.
//
// Search: a browser refuses a Worker whose script is a file, so this replaces Worker. The script runs in a hidden frame
// that is given what a worker's global scope has and Material's search script uses, namely postMessage, importScripts
// and the message event. The search script looks for `IFrameWorker` in its parent to learn that it runs in a frame,
// hence the class's name.
//
// Instant navigation: it does nothing from disk, but if it is on, it ends the stream of documents on which everything
// else of the theme waits: copy buttons, wide code for the keyboard, the table of contents. So it is switched off in
// the settings that the theme's script is about to read.

/**
 * @typedef {object} FrameOnly
 * @property {(data: unknown) => void} postMessage
 * @property {(...urls: string[]) => Promise<void>} importScripts
 */
/** @typedef {Window & FrameOnly} FrameScope */

/**
 * Runs a script in the frame's scope; settles when it has run or could not be loaded.
 * @param {Window} scope
 * @param {string} url
 */
function runIn(scope, url) {
  return new Promise((/** @type {(nothing?: undefined) => void} */ done, failed) => {
    const script = scope.document.createElement("script");
    script.src = url;
    script.onload = () => done();
    script.onerror = () => failed(new Error(`no script ${script.src}`));
    scope.document.head.append(script);
  });
}

/**
 * Hands over a copy in a task of its own, as a worker's messages are: sender and receiver share nothing.
 * @param {EventTarget} target
 * @param {unknown} data
 */
function sendCopy(target, data) {
  const copy = structuredClone(data);
  setTimeout(() => target.dispatchEvent(new MessageEvent("message", { data: copy })));
}

class IFrameWorker extends EventTarget {
  #frame = document.createElement("iframe");
  /** @type {Promise<void>} */
  #started;

  /** @param {string | URL} url */
  constructor(url) {
    super();
    const source = new URL(url, document.baseURI).href;
    this.#frame.hidden = true;
    this.#frame.srcdoc = "<!doctype html><title>Search</title>";
    this.#started = new Promise((done) => this.#frame.addEventListener("load", done, { once: true })).then(() =>
      this.#start(source),
    );
    this.#started.catch(({ message }) => this.dispatchEvent(new ErrorEvent("error", { message })));
    document.body.append(this.#frame);
  }

  get #scope() {
    return /** @type {FrameScope} */ (this.#frame.contentWindow);
  }

  /** @param {unknown} data */
  postMessage(data) {
    this.#started.then(
      () => sendCopy(this.#scope, data),
      () => undefined,
    );
  }

  terminate() {
    this.#frame.remove();
  }

  /** @param {string} source */
  #start(source) {
    const scope = this.#scope;
    scope.postMessage = (data) => sendCopy(this, data);
    scope.importScripts = (...urls) =>
      urls.reduce((before, url) => before.then(() => runIn(scope, new URL(url, source).href)), Promise.resolve());
    return runIn(scope, source);
  }
}

/** Settings are complete once something follows them, and no script that follows them has run by then. */
function switchOffInstant(/** @type {unknown} */ _changes, /** @type {MutationObserver} */ observer) {
  const element = document.getElementById("__config");
  if (!element?.nextSibling) return;
  observer.disconnect();
  const config = JSON.parse(element.textContent ?? "");
  config.features = config.features.filter((/** @type {string} */ feature) => feature !== "navigation.instant");
  element.textContent = JSON.stringify(config);
}

if (location.protocol === "file:") {
  Object.assign(window, { IFrameWorker, Worker: IFrameWorker });
  new MutationObserver(switchOffInstant).observe(document, { childList: true, subtree: true });
}
