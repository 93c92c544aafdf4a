// Tools of a page, which no page waits for: menus, print, resets, notices, keeping logs short, following the theme.

import "../core.js";

import linksStyle from "../../css/later/links.css";
import { canShrink, compactRecord } from "../../core/compact.js";
import { addStyle } from "../../dom/style-sheets.js";
import { provideNotices } from "../../items/later.js";
import { notices } from "../../items/notices.js";
import { describeControls, registerDescriptions } from "../../page/describe-controls.js";
import { registerMenus } from "../../page/menu.js";
import { registerPrint, showPrint } from "../../page/print.js";
import { registerResets, showReset } from "../../page/reset.js";
import { registerScheme } from "../../page/scheme-watcher.js";
import { registerTakeBacks } from "../../page/take-back.js";
import { addPart } from "../../page/visits.js";
import { provideShortening } from "../../store/saver.js";
import { siteStore } from "../../store/site-store.js";

addStyle(linksStyle);
registerDescriptions();
registerMenus();
registerPrint();
registerResets();
registerScheme();
registerTakeBacks();
addPart({}, [showPrint, showReset, describeControls]);

// Shorter logs may leave room for answers that found none before.
provideShortening({ canShrink, compactRecord });
siteStore().retry();
provideNotices(notices);
