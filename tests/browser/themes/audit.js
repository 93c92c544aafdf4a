// What is wrong with how our elements look on the page as it is now: texts and edges that are too faint on the ground
// that they are on, controls that are too small, rings of the focus that cannot be seen, and what sticks out sideways.
// Evaluated in a page, it returns an object of functions; each returns a list of faults.
(() => {
  const OURS =
    ".recall-item, .recall-set, .recall-sheet, .recall-ways, .recall-error, .recall-print, .recall-goals," +
    " .recall-map, .recall-tally, .recall-coverage, recall-today, recall-review, recall-progress, recall-test," +
    " recall-map, recall-goals";
  const CONTROLS = "a[href], button, input, select, summary, textarea, [tabindex='0']";
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });

  /** @param {string[]} layers colours, the lowest first */
  function blend(layers) {
    const { colorScheme } = getComputedStyle(document.documentElement);
    const systemDark = matchMedia("(prefers-color-scheme: dark)").matches;
    const dark = colorScheme.includes("dark") && (systemDark || !colorScheme.includes("light"));
    canvas.globalAlpha = 1;
    canvas.fillStyle = dark ? "#121212" : "white";
    canvas.fillRect(0, 0, 1, 1);
    for (const [colour, opacity] of layers) {
      canvas.globalAlpha = opacity;
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  }

  function luminance(layers) {
    const [red, green, blue] = blend(layers)
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  /** The grounds of an element and of those around it, the outermost first. */
  function grounds(element) {
    const found = [];
    for (let each = element; each; each = each.parentElement)
      found.unshift([getComputedStyle(each).backgroundColor, 1]);
    return found;
  }

  /** How much of an element and of those around it shows. */
  function opacity(element) {
    let all = 1;
    for (let each = element; each; each = each.parentElement) all *= Number(getComputedStyle(each).opacity);
    return all;
  }

  /** The contrast of a colour with the ground that is under it. */
  function contrast(under, colour, alpha = 1) {
    const [high, low] = [luminance(under), luminance([...under, [colour, alpha]])].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  }

  const isClear = (colour) => contrast([["#fff", 1]], colour) < 1.001 && contrast([["#000", 1]], colour) < 1.001;
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const name = (element) =>
    `${element.localName}${[...element.classList].map((each) => `.${each}`).join("")}` +
    (element.closest("[data-recall-id]") ? ` in ${element.closest("[data-recall-id]").dataset.recallId}` : "");
  const short = (text) => text.trim().replace(/\s+/g, " ").slice(0, 40);

  /** Have every change of colour done; an animation without end has none. */
  function settle() {
    for (const animation of document.getAnimations())
      if (animation.effect.getComputedTiming().endTime < Infinity) animation.finish();
  }

  /** Our outermost elements. */
  function widgets() {
    return [...document.querySelectorAll(OURS)].filter((each) => !each.parentElement.closest(OURS));
  }

  const all = () => widgets().flatMap((each) => [each, ...each.querySelectorAll("*")]).filter(isSeen);
  const only = (faults) => [...new Set(faults)];

  /** Whether an element is out of sight for all but screen readers. */
  function isForReaders(element) {
    for (let each = element; each; each = each.parentElement) {
      const { clip, clipPath, overflow, width, height } = getComputedStyle(each);
      const small = parseFloat(width) <= 1 && parseFloat(height) <= 1 && overflow !== "visible";
      if (small || clip === "rect(0px, 0px, 0px, 0px)" || clipPath === "inset(50%)") return true;
    }
    return false;
  }

  /** Texts that are too faint. Code has its theme's colours: 3 : 1 is asked of it. */
  function faint() {
    settle();
    const faults = [];
    const judge = (element, style, text, under) => {
      const size = parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const isCode = element.closest("pre, code") && !element.closest("button, label.recall-field");
      const ratio = contrast(under, style.color, opacity(element));
      if (ratio < (large || isCode ? 3 : 4.5)) faults.push(`${ratio.toFixed(2)} ${name(element)}: ${short(text)}`);
    };
    for (const element of all()) {
      if (element.closest("svg") && element.localName !== "text") continue;
      const style = getComputedStyle(element);
      if (style.fontSize === "0px" || isForReaders(element)) continue;
      const under = grounds(element);
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE && node.data.trim()) {
          if (element.localName === "text") judge(element, { ...pick(style), color: style.fill }, node.data, under);
          else judge(element, style, node.data, under);
        }
      if (element.matches("textarea, select, input:not([type='radio'], [type='checkbox'], [type='file'])")) {
        judge(element, style, element.value || "a value", under);
        if (element.placeholder && !element.value)
          judge(element, getComputedStyle(element, "::placeholder"), element.placeholder, under);
      }
      for (const pseudo of ["::before", "::after"]) {
        const drawn = getComputedStyle(element, pseudo);
        if (drawn.content !== "none" && drawn.filter !== "none")
          faults.push(`${pseudo} of ${name(element)}: ${drawn.filter}`);
        if (!/["(]/.test(drawn.content) || drawn.content === '""' || drawn.display === "none") continue;
        judge(element, drawn, `${pseudo} ${drawn.content}`, [...under, [drawn.backgroundColor, 1]]);
      }
    }
    return only(faults);
  }

  const pick = ({ fontSize, fontWeight }) => ({ fontSize, fontWeight });

  /** Controls, and the badges of options, whose edge is too faint; one of words alone needs none. */
  function edges() {
    const faults = [];
    const judge = (element, style, label, needed) => {
      const under = grounds(element === null ? null : element.parentElement);
      const width =
        Math.max(...["Top", "Right", "Bottom", "Left"].map((side) => parseFloat(style[`border${side}Width`])));
      const shown = [];
      const side = ["Bottom", "Top", "Left", "Right"].find((each) => parseFloat(style[`border${each}Width`]) > 0);
      if (width > 0 && side && style[`border${side}Style`] !== "none" && !isClear(style[`border${side}Color`]))
        shown.push(
          contrast(under, style[`border${side}Color`]),
          contrast([...under, [style.backgroundColor, 1]], style[`border${side}Color`]),
        );
      else if (!needed) return;
      if (!isClear(style.backgroundColor)) shown.push(contrast(under, style.backgroundColor));
      const ratio = Math.max(1, ...shown);
      if (ratio < 3)
        faults.push(`${ratio.toFixed(2)} ${name(element)}: ${label}`);
    };
    for (const element of all()) {
      const isField = element.matches("textarea, select, input:not([type='radio'], [type='checkbox'])");
      if ((isField || element.matches("button, a.recall-button")) && !element.matches("[aria-disabled='true']")) {
        if (!isForReaders(element) && getComputedStyle(element).opacity !== "0")
          judge(element, getComputedStyle(element), short(element.textContent || element.value), isField);
      }
      if (element.matches("[data-recall-letter]")) {
        const badge = getComputedStyle(element, "::before");
        const under = grounds(element);
        const ratio = Math.max(contrast(under, badge.borderTopColor), contrast(under, badge.backgroundColor));
        if (ratio < 3) faults.push(`${ratio.toFixed(2)} ${name(element)}: badge`);
      }
    }
    return only(faults);
  }

  /** The area of a control that takes the pointer: its own, its label's, and that of what they draw around them. */
  function area(element) {
    let [width, height] = [0, 0];
    for (const each of [element, ...(element.labels ?? [])]) {
      const boxes = [each.getBoundingClientRect()];
      for (const pseudo of ["::before", "::after"]) {
        const drawn = getComputedStyle(each, pseudo);
        if (drawn.position === "absolute" && drawn.content !== "none")
          boxes.push({ width: parseFloat(drawn.width), height: parseFloat(drawn.height) });
      }
      width = Math.max(width, ...boxes.map((box) => box.width || 0));
      height = Math.max(height, ...boxes.map((box) => box.height || 0));
    }
    return [width, height];
  }

  /** Controls smaller than 24 by 24. Links in a sentence may be as high as its line. */
  function small() {
    const faults = [];
    for (const element of all()) {
      if (!element.matches(CONTROLS) || isForReaders(element)) continue;
      if (element.matches("a") && getComputedStyle(element).display === "inline") continue;
      const [width, height] = area(element);
      if (width < 23.9 || height < 23.9)
        faults.push(`${width.toFixed(0)} by ${height.toFixed(0)} ${name(element)}: ${short(element.textContent)}`);
    }
    return only(faults);
  }

  /** Controls that show no ring of 2 px and 3 : 1 when they have the focus by keyboard. Press a key before. */
  function unringed() {
    const faults = [];
    for (const element of all()) {
      if (!element.matches(CONTROLS) || element.tabIndex < 0) continue;
      element.focus({ preventScroll: true, focusVisible: true });
      if (document.activeElement !== element) continue;
      settle();
      const rings = [];
      for (let each = element, up = 0; each && up < 5; each = each.parentElement, up += 1) {
        const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(each);
        if (outlineStyle === "auto") rings.push(3); // The browser's own, which it draws to be seen.
        if (["none", "auto"].includes(outlineStyle) || parseFloat(outlineWidth) < 1.5) continue;
        const under = grounds(parseFloat(outlineOffset) < 0 ? each : each.parentElement);
        rings.push(contrast(under, outlineColor));
      }
      if (Math.max(0, ...rings) < 3)
        faults.push(`${Math.max(0, ...rings).toFixed(2)} ${name(element)}: ${short(element.textContent)}`);
    }
    return only(faults);
  }

  /** What sticks out of the window at its sides, and does not scroll. */
  function wide() {
    const faults = [];
    const width = document.documentElement.clientWidth;
    for (const element of all()) {
      if (isForReaders(element) || element.parentElement.closest("svg")) continue;
      const { left, right } = element.getBoundingClientRect();
      if (right === left || (right <= width + 1 && left >= -1)) continue;
      let scrolls = false;
      for (let each = element.parentElement; each && !scrolls; each = each.parentElement)
        scrolls = getComputedStyle(each).overflowX !== "visible" && each !== document.body;
      const place = `${left.toFixed(0)} to ${right.toFixed(0)}`;
      if (!scrolls) faults.push(`${place} ${name(element)}: ${short(element.textContent)}`);
    }
    return only(faults);
  }

  /** Words of a control that are not within it. */
  function spilled() {
    const faults = [];
    const range = document.createRange();
    for (const element of all()) {
      if (!element.matches("button, summary") || isForReaders(element)) continue;
      const own = element.getBoundingClientRect();
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        range.selectNodeContents(texts.currentNode);
        if (!texts.currentNode.data.trim() || isForReaders(texts.currentNode.parentElement)) continue;
        for (const { left, right, top, bottom, width } of range.getClientRects())
          if (width && (left < own.left - 1 || right > own.right + 1 || top < own.top - 1 || bottom > own.bottom + 1))
            faults.push(`${name(element)}: ${short(texts.currentNode.data)}`);
      }
    }
    return only(faults);
  }

  /** Links that look like buttons or cards, and are underlined by a theme. */
  function underlined() {
    const links = all().filter((element) => element.matches("a.recall-button, a.recall-way, .recall-map li > a"));
    const faults = links.filter((link) => getComputedStyle(link).textDecorationLine !== "none");
    return only(faults.map((link) => `${name(link)}: ${short(link.textContent)}`));
  }

  return { faint, edges, small, spilled, underlined, unringed, wide, contrast, grounds };
})()
