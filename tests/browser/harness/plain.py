"""Using a page whose scripts are off, in a way that works in Firefox too, where nothing can wait."""

from playwright.sync_api import Locator


def click(target: Locator) -> None:
    """Click the middle of the element, which is scrolled to first."""
    target.evaluate("element => element.scrollIntoView({block: 'center', behavior: 'instant'})")
    box = target.bounding_box()
    assert box is not None, "the element is not displayed"
    target.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
