// The way to the hub, for pages from disk.

import "../core.js";

import { askHub } from "../../store/hub-client.js";
import { provideHub } from "../../store/site-store.js";

provideHub(askHub);
