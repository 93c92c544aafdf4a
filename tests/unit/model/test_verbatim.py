"""What is code or math goes into ids: the fast way finds exactly what one pattern finds."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_recall.model.verbatim import find_verbatim

_AS_ONE = re.compile(
    r"(?P<code>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<math>\$\$.+?\$\$|\$(?! ).+?(?<! )\$|\\\(.+?\\\)|\\\[.+?\\\])",
    re.DOTALL,
)


@given(st.text(alphabet="`$\\()[] a\n", max_size=40))
@example("``` `` ` ``")
@example("$$ a $ b$ c$$")
@example("`a``b`")
@example("$ $$a$")
@example("\\(\\)\\[a\\]")
def test_it_finds_what_the_pattern_finds(text: str) -> None:
    assert list(find_verbatim(text)) == [found.span() for found in _AS_ONE.finditer(text)]
