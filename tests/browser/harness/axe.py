"""axe-core, the accessibility checker, asked about what this project puts on a page."""

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

SCRIPT = Path(__file__).parents[3] / "node_modules" / "axe-core" / "axe.min.js"

OURS = "recall-card, recall-mcq, .recall-sheet, .recall-item, .recall-error"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

RUN = """async ({ours, tags, all}) => {
    for (const animation of document.getAnimations())  // a colour on its way is no fault
        if (animation.effect.getComputedTiming().endTime < Infinity) animation.finish();
    const isLeftOut = (tag) => /aaa$|deprecated|obsolete/.test(tag);
    const rules = axe.getRules().filter((rule) => !rule.tags.some(isLeftOut)).map(({ruleId}) => ruleId);
    // A question or a verdict in bold is no heading, whatever p-as-heading guesses from its weight.
    const values = rules.filter((rule) => rule !== "p-as-heading");
    const runOnly = all ? {type: "rule", values} : [...tags];
    const include = [...document.querySelectorAll(ours)].filter((each) => !each.parentElement.closest(ours));
    const where = include.length ? {include} : document;
    const {violations} = await axe.run(where, {runOnly, resultTypes: ["violations"]});
    const isOurs = ({target}) => document.querySelector(target[0])?.closest(ours);
    return violations.flatMap(({id, help, nodes}) =>
        nodes.filter(isOurs).map(({html, failureSummary}) => `${id}: ${help}: ${html}: ${failureSummary}`));
}"""


@cache
def source() -> str:
    return SCRIPT.read_text(encoding="utf-8")


def violations(page: Page, ours: str = OURS, *, every_rule: bool = False) -> list[str]:
    """Return what axe holds against the elements inside `ours` (a CSS selector), as the page is now.

    With `every_rule` it also tries those that are experimental, but for one. Those of WCAG AAA are left out.
    """
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(f"() => {{ {source()} }}")
    return page.evaluate(RUN, {"ours": ours, "tags": list(TAGS), "all": every_rule})
