// What readers need who do something: menus, resets, taking back, notices, keeping logs short.

import "../core.js";

import linksStyle from "../../css/later/links.css";
import { canShrink, compactRecord } from "../../core/compact.js";
import { addStyle } from "../../dom/style-sheets.js";
import { provideNotices } from "../../items/later.js";
import { notices } from "../../items/notices.js";
import { fillOpen, registerMenus } from "../../page/menu.js";
import { registerResets } from "../../page/reset.js";
import { registerTakeBacks } from "../../page/take-back.js";
import { provideShortening } from "../../store/saver.js";
import { siteStore } from "../../store/site-store.js";

addStyle(linksStyle);
registerMenus();
registerResets();
registerTakeBacks();
fillOpen();

// Shorter logs may leave room for answers that found none before.
provideShortening({ canShrink, compactRecord });
siteStore().retry();
provideNotices(notices);
