// Tools of a page, which come once it has loaded: menus, print and resets.

import "./core.js";

import { registerMenus } from "../page/menu.js";
import { registerPrint, showPrint } from "../page/print.js";
import { registerResets, showReset } from "../page/reset.js";
import { addPart } from "../page/visits.js";

registerMenus();
registerPrint();
registerResets();
addPart({}, [showPrint, showReset]);
