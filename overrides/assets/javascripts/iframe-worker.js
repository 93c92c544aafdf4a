/*
 * Search from disk. A browser refuses a Worker whose script is a file, so under file:// this stands in for Worker:
 * the script runs in a hidden frame that is given what a worker's global scope has and Material's search script uses,
 * namely postMessage, importScripts and the message event. Over http nothing is replaced.
 *
 * The search script looks for `IFrameWorker` in its parent to learn that it runs in a frame, hence the class's name.
 */
"use strict";

(() => {
  if (location.protocol !== "file:") return;

  /** Runs the script at `url` in the frame's scope; settles when it has run or could not be loaded. */
  const load = (scope, url) =>
    new Promise((done, failed) => {
      const script = scope.document.createElement("script");
      script.src = url;
      script.onload = () => done();
      script.onerror = () => failed(new Error(`Could not load ${script.src}`));
      scope.document.head.append(script);
    });

  /** Hands over a copy in a task of its own, as a worker's messages are: sender and receiver share nothing. */
  const send = (target, data) => {
    const copy = structuredClone(data);
    setTimeout(() => target.dispatchEvent(new MessageEvent("message", { data: copy })));
  };

  class IFrameWorker extends EventTarget {
    #frame = document.createElement("iframe");
    #started;

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

    postMessage(data) {
      this.#started.then(
        () => send(this.#frame.contentWindow, data),
        () => undefined,
      );
    }

    terminate() {
      this.#frame.remove();
    }

    #start(source) {
      const scope = this.#frame.contentWindow;
      scope.postMessage = (data) => send(this, data);
      scope.importScripts = (...urls) =>
        urls.reduce((before, url) => before.then(() => load(scope, new URL(url, source).href)), Promise.resolve());
      return load(scope, source);
    }
  }

  window.IFrameWorker = IFrameWorker;
  window.Worker = IFrameWorker;
})();
