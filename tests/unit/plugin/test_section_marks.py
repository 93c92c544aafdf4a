"""The option `section_marks`: whether pages tell the script to mark what is done."""

import pytest
from markdown import Markdown
from mkdocs.exceptions import Abort, ConfigurationError

CARD = "# A\n\n/// card | a\n\nWhat?\n\n**Answer:** That.\n\n///\n"
OFF = 'data-recall-marks="no"'


@pytest.mark.parametrize(
    ("options", "off"), [({}, False), ({"section_marks": True}, False), ({"section_marks": False}, True)]
)
def test_pages_say_that_marks_are_unwanted(small_site, options, off):
    site = small_site({"index.md": CARD}, plugins=[{"recall": {"site_id": "x", **options}}])
    assert (OFF in (site / "index.html").read_text("utf-8")) == off
    alone = Markdown(extensions=["recall"], extension_configs={"recall": options})
    assert (OFF in alone.convert(CARD)) == off


def test_a_value_that_means_nothing_is_refused(small_site):
    with pytest.raises((Abort, ConfigurationError)):
        small_site({"index.md": CARD}, plugins=[{"recall": {"site_id": "x", "section_marks": "sometimes"}}])
