// <recall-today>: one thing to do now, and at most two others. Until something was answered, the two ways that the page
// was served with are what there is to do.

import { findSteps } from "../core/agenda.js";
import { findAnswered, groupTopics } from "../core/manifest.js";
import { findCards } from "../core/scheduling/review-cards.js";
import { dueCap, keepDue } from "../items/due/due-badge.js";
import { reviewAddress, siteStore } from "../store/site-store.js";
import { planReview } from "./review-queue.js";
import { loadSite } from "./site-manifest.js";
import { findStanding } from "./standings.js";
import { todayView } from "./today-view.js";

export class RecallTodayElement extends HTMLElement {
  #unsubscribe = () => {};
  /** What the site holds, once it is needed. @type {Awaited<ReturnType<typeof loadSite>> | null} */
  #site = null;

  /** The page is not painted yet: the ways that it was served with are never seen where something was answered. */
  connectedCallback() {
    this.#unsubscribe = siteStore().subscribe(() => this.#refresh());
    this.#findBegun();
  }

  disconnectedCallback() {
    this.#unsubscribe();
  }

  /** Show what there is to do, where anything was done before. */
  async begin() {
    await siteStore().ready;
    await this.#refresh();
  }

  #findBegun() {
    const begun = siteStore().names("i").length + siteStore().names("t").length > 0;
    return this.toggleAttribute("data-recall-begun", begun);
  }

  async #refresh() {
    if (!this.isConnected) return;
    if (!this.#findBegun()) return this.#show(null);
    this.#site ??= await loadSite(this.dataset);
    if (this.isConnected) this.#show(this.#site.manifest && this.#view(this.#site.manifest, this.#site.root));
  }

  /**
   * @param {import("../core/manifest.js").Manifest} manifest
   * @param {string} root address of the site
   * @returns {HTMLElement | null} null where nothing of it was answered
   */
  #view({ pages, tests }, root) {
    const store = siteStore();
    const now = store.now();
    const answered = findAnswered(pages, store.items());
    const cards = answered.flatMap((item) => findCards(item, store.entries(item.ids), now));
    const plan = planReview(cards, now, dueCap());
    keepDue(answered);
    /** @type {import("./standings.js").Reader} */
    const reader = { stored: store.items(), entries: (ids) => store.entries(ids), test: (id) => store.kept("t", id) };
    const stood = groupTopics(pages, tests).map((topic) => ({ topic, standing: findStanding(topic, reader, now) }));
    if (stood.every(({ standing }) => standing.answered === 0 && !standing.running)) return null;
    const due = reviewAddress() ? plan.today.length : 0;
    return todayView(findSteps(stood, { due, now }), {
      root,
      review: reviewAddress(),
      next: plan.later[0]?.day ?? 0,
      today: now,
    });
  }

  /** @param {HTMLElement | null} view null for the ways that the page was served with */
  #show(view) {
    this.querySelector(":scope > .recall-now")?.remove();
    if (view) this.prepend(view);
    else this.removeAttribute("data-recall-begun");
    this.toggleAttribute("data-recall-shown", view !== null);
  }
}

export function showToday() {
  for (const today of document.querySelectorAll("recall-today"))
    if (today instanceof RecallTodayElement) void today.begin();
}
