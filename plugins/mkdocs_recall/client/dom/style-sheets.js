// Styles that come after the page: those that a part brings with it, and the stylesheets that no page waits for.

/** @param {string} css */
export function addStyle(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}

/**
 * Turn on those of these stylesheets that have come, and each other one as it comes. Until all have, or cannot be had,
 * what they are for is out of view. They are on from the start for readers without scripts, as their condition says.
 */
export function showLaterStyles() {
  let pending = false;
  /** @type {NodeListOf<HTMLLinkElement>} */
  const links = document.querySelectorAll('link[media*="scripting"]');
  for (const link of links) {
    if (link.sheet) link.media = "all";
    else pending = true;
    link.onload = showLaterStyles;
    link.onerror = () => {
      link.remove();
      showLaterStyles();
    };
  }
  document.documentElement.toggleAttribute("data-recall-pending", pending);
}
