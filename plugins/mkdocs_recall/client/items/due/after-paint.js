// Work that no frame waits for: what readers have asked for is drawn first.

/** @type {(() => void)[]} */
const waiting = [];

/**
 * Do something once the next frame is drawn, and at the latest when the page is left: a page in the background draws
 * none.
 * @param {() => void} work
 */
export function afterPaint(work) {
  waiting.push(work);
  if (waiting.length > 1) return;
  requestAnimationFrame(() => setTimeout(catchUp));
  addEventListener("pagehide", catchUp, { once: true });
}

function catchUp() {
  removeEventListener("pagehide", catchUp);
  for (const work of waiting.splice(0)) work();
}
