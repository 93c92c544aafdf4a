// Addresses that point into a set: the question they mean comes into view.

import { RecallSetElement } from "./set.js";

/** What the address points to. @returns {HTMLElement | null} */
export function linkedElement() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

/** A question that is out of view cannot be scrolled to; its set shows it first. */
export function showLinked() {
  const target = linkedElement();
  if (target instanceof RecallSetElement) target.begin();
  const page = target?.closest(".recall-item, .recall-error");
  const set = page?.closest("recall-practice, recall-test");
  if (!target || !(page instanceof HTMLElement) || !(set instanceof RecallSetElement)) return;
  if (!set.showLinked(page)) return;
  (target === page ? set : target).scrollIntoView({ block: "start", behavior: "instant" });
}

export function registerLinks() {
  window.addEventListener("hashchange", showLinked);
}
