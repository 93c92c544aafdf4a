"""The picture of the README, taken from the real topic page: `make picture`.

A window 1280 wide, light, at two pixels a pixel. The crop is the column of text from the two ways in to the end of the
first question, answered on the second try: 700 wide, so that the picture is 1400.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import FloatRect, Locator, Page, sync_playwright

from harness.browsers import Pool, Preferences
from harness.course import ROOT, build_course
from harness.palette import reduce_colours
from harness.server import serving

PICTURE = ROOT / "docs" / "assets" / "images" / "topic.png"
MOST = 200_000
"""Bytes that a README may cost."""
WIDTH = 700
MARGIN = 20
"""Above the ways, whose pill stands on their edge, and below the question."""


def main() -> int:
    """Write the picture; 1 where it became too large."""
    with TemporaryDirectory() as scratch, serving() as server, sync_playwright() as playwright:
        site = Path(scratch) / "site"
        address = server.mount(site, "course")
        build_course(site, address)
        pool = Pool(playwright)
        size = {"width": 1280, "height": 1600}
        page = pool.context("chromium", Preferences(), viewport=size, device_scale_factor=2).new_page()
        page.goto(f"{address}topics/fine-tuning.html")
        question = page.get_by_role("article").locator("recall-mcq").first
        answer(question)
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        shot = page.screenshot(clip=crop(page, question), full_page=True, animations="disabled")
        PICTURE.write_bytes(reduce_colours(page, shot))
        pool.close()
    weight = PICTURE.stat().st_size
    print(f"{PICTURE.relative_to(ROOT)}: {weight:,} bytes")
    return int(weight > MOST)


def answer(question: Locator) -> None:
    """A miss, then the key; the pointer and the focus leave no trace."""
    for option in ("It changes the last layer", "Its weights already hold"):
        question.get_by_role("radio", name=option).check()
        question.get_by_role("button", name="Check answer").click()
    question.get_by_text("Correct, on try 2").wait_for()
    question.page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    question.page.mouse.move(0, 0)


def crop(page: Page, question: Locator) -> FloatRect:
    """From above the ways to below the question, centred on the column."""
    first, last = page.locator(".recall-ways").first.bounding_box(), question.bounding_box()
    assert first
    assert last
    top = first["y"] - MARGIN
    left = first["x"] - (WIDTH - first["width"]) / 2
    return {"x": left, "y": top, "width": WIDTH, "height": last["y"] + last["height"] + MARGIN - top}


if __name__ == "__main__":
    sys.exit(main())
