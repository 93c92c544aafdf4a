// What sets of items have in common, and what logs say about tests.

import "./core.js";

import "../core/agenda.js";
import "../core/test-forms.js";
import "../core/test-history.js";
import "../core/writing.js";
import "../sets/base-set.js";
