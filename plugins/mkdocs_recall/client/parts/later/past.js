// Past tests, which a test loads once there are any.

import "../site.js";

export { fillPastTests } from "../../sets/past-list.js";
