// What a page needs that shows items or results of other pages.

import "./sets.js";

import "../core/manifest.js";
import "../dom/borrowed-item.js";
import "../dom/data-scripts.js";
import "../dom/material.js";
import "../dom/range-chart.js";
import "../sets/past-forms.js";
