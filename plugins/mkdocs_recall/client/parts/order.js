// Questions whose answer is an order: readers move its pieces.

import "./typed.js";

import { RecallOrderElement, dressOrders } from "../items/typed/order.js";
import { addPart } from "../page/visits.js";

addPart({ order: RecallOrderElement }, [dressOrders]);
