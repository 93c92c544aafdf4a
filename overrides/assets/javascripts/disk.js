/*
 * Pages read from disk. There Material's instant navigation does nothing, yet its being switched on ends the stream of
 * documents on which everything else of the theme waits: copy buttons, wide code for the keyboard, the table of
 * contents.
 * So under file:// it is switched off, in the settings that the theme's script is about to read.
 */
"use strict";

(() => {
  if (location.protocol !== "file:") return;
  const element = document.getElementById("__config");
  const config = JSON.parse(element.textContent);
  config.features = config.features.filter((feature) => feature !== "navigation.instant");
  element.textContent = JSON.stringify(config);
})();
