// One question alone, as in a slide or a frame of another site, and how authors get one there. A page loads it where
// its address asks for a question, or a reader presses "Embed" in a menu.

import "../core.js";

import style from "../../css/later/embed.css";
import { fillEmbed } from "../../embed/embed-menu.js";
import { registerEmbed, showEmbedded } from "../../embed/embedded.js";
import { addPart } from "../../page/visits.js";

// Not by `addStyle`: that belongs to a part that a page with one question need not wait for.
const sheet = new CSSStyleSheet();
sheet.replaceSync(style);
document.adoptedStyleSheets.push(sheet);
registerEmbed();
addPart({}, [showEmbedded]);
document.addEventListener("recall-embed", fillEmbed);
