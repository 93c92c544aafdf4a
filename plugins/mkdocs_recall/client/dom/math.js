// Formulas of an item that comes after the page began: MathJax and KaTeX set what stands there when a page is loaded.
// They are asked for it where the page has them. They belong to the site: nothing of them is needed, and a fault stays
// theirs.

/** As arithmatex writes them. */
const FORMULA = ".arithmatex";
/** What KaTeX has set is not set again. */
const SET = ".katex";

/** MathJax does one thing at a time. @type {Promise<unknown>} */
let work = Promise.resolve();

/** @param {HTMLElement} item */
export function setFormulas(item) {
  if (!item.querySelector(FORMULA)) return;
  work = work.then(() => setWithMathJax(item)).catch(reportError);
  try {
    setWithKatex(item);
  } catch (error) {
    reportError(error);
  }
}

/** @param {HTMLElement} item */
async function setWithMathJax(item) {
  const { MathJax } = /** @type {{MathJax?: {startup?: {promise?: Promise<unknown>}, typesetPromise?: unknown}}} */ (
    globalThis
  );
  await MathJax?.startup?.promise;
  if (MathJax && typeof MathJax.typesetPromise === "function") await MathJax.typesetPromise([item]);
}

/** @param {HTMLElement} item */
function setWithKatex(item) {
  const { renderMathInElement: set } = /** @type {{renderMathInElement?: unknown}} */ (globalThis);
  if (typeof set !== "function") return;
  for (const formula of item.querySelectorAll(FORMULA)) if (!formula.querySelector(SET)) set(formula);
}
