// Dragging the pieces of an order. A page loads it once its pieces can be moved by buttons.

import "../order.js";

import { watchDrag } from "../../items/typed/drag.js";

document.addEventListener("pointerdown", watchDrag);
