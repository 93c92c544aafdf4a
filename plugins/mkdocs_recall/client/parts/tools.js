// Tools of a page, which no page waits for: menus, print, resets, and keeping logs short.

import "./core.js";

import { canShrink, compactRecord } from "../core/compact.js";
import { hideNotices } from "../items/item.js";
import { registerMenus } from "../page/menu.js";
import { registerPrint, showPrint } from "../page/print.js";
import { registerResets, showReset } from "../page/reset.js";
import { addPart } from "../page/visits.js";
import { provideShortening } from "../store/saver.js";
import { siteStore } from "../store/site-store.js";

registerMenus();
registerPrint();
registerResets();
addPart({}, [showPrint, showReset]);

// Shorter logs may leave room for answers that found none before.
provideShortening({ canShrink, compactRecord });
siteStore().retry();
hideNotices();
