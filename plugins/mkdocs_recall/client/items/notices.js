// Notices that work is not saved. What shows them comes after the page.

import { button, element } from "../dom/elements.js";
import { loadPart } from "../dom/parts.js";
import { siteStore } from "../store/site-store.js";
import { say } from "../ui/say.js";

/**
 * Say why work is not saved, at the item or set whose work it is. That a page may save nothing at all is said once.
 * Where there is no room, all of it can be saved in a file.
 * @param {Element} host
 * @param {import("../store/store.js").Trouble} trouble
 */
function putNotice(host, trouble) {
  if (trouble === "memory" && document.querySelector(noticeOf(trouble))) return;
  for (const before of host.querySelectorAll(`:scope > ${noticeOf(trouble)}`)) before.remove();
  const notice = element("p", "recall-notice", say(`notice.${trouble}`));
  notice.setAttribute("role", "alert");
  notice.dataset.recallTrouble = trouble;
  if (trouble === "full") offerExport(notice);
  host.append(notice);
}

/** @param {HTMLElement} notice */
function offerExport(notice) {
  notice.append(" ", button("recall-button", say("progress.export"), "export"));
  void loadPart("keep");
}

/** Take away what is no longer true, once all that found no room is saved. */
function takeAway() {
  if (siteStore().unsaved.length > 0) return;
  for (const notice of document.querySelectorAll(noticeOf("full"))) notice.remove();
}

/** @param {import("../store/store.js").Trouble} trouble */
function noticeOf(trouble) {
  return `.recall-notice[data-recall-trouble="${trouble}"]`;
}

/** @type {import("./later.js").Notices} */
export const notices = { show: putNotice, hide: takeAway };
