// Work that no frame waits for: what readers have asked for is drawn first.

/** @type {(() => void)[]} */
const postponed = [];

/**
 * Do something once the next frame is drawn, and at the latest when the page is left: a page in the background draws
 * none.
 * @param {() => void} work
 */
export function afterPaint(work) {
  postponed.push(work);
  if (postponed.length > 1) return;
  requestAnimationFrame(() => setTimeout(catchUp));
  addEventListener("pagehide", catchUp, { once: true });
}

function catchUp() {
  removeEventListener("pagehide", catchUp);
  for (const work of postponed.splice(0)) queueMicrotask(work);
}
