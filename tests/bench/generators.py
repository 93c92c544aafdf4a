"""Sites that grow: each generator makes the pages of a site of size n, so that what is not linear shows.

Most put what they are about into one page, as often as n says. A second state of some of them, for `recall diff` and
`check --base`, is what was there before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

Pages = Mapping[str, str]

OPTIONS = "- [x] Yes, it does\n  > It is so.\n- [ ] No, never\n  > It is not so.\n- [ ] Now and then\n  > It depends.\n"


def card(id: str, stem: str = "What is it?", answer: str = "A thing.") -> str:
    """A card."""
    return f"/// card | {id}\n\n{stem}\n\n**Answer:** {answer}\n\n///\n\n"


def choice(id: str, stem: str = "Does it hold?", options: str = OPTIONS, parts: str = "") -> str:
    """A choice question."""
    return f"/// mcq | {id} easy\n\n{stem}\n\n{options}\n{parts}///\n\n"


def page(text: str) -> Pages:
    """A site of one page."""
    return {"page.md": "# Page\n\n" + text}


def many(one: Callable[[int], str], n: int) -> Pages:
    """A page with so many pieces."""
    return page("".join(map(one, range(n))))


GENERATORS: dict[str, tuple[int, Callable[[int], Pages]]] = {
    # what a site is made of
    "cards": (100, lambda n: many(lambda i: card(f"c{i}", f"What is {i}?"), n)),
    "questions": (60, lambda n: many(lambda i: choice(f"q{i}", f"Does {i} hold?"), n)),
    "explain prompts": (
        60,
        lambda n: many(
            lambda i: (
                f"/// explain | e{i}\n\nWhy {i}?\n\n**Concepts:**\n\n- A {i}\n- B\n\n**Model answer:** A.\n\n///\n\n"
            ),
            n,
        ),
    ),
    "pages": (20, lambda n: {f"p{i}.md": f"# P{i}\n\n" + card(f"c{i}") + choice(f"q{i}") for i in range(n)}),
    "folders": (20, lambda n: {f"f{i}/p.md": f"# P{i}\n\n" + card(f"c{i}") for i in range(n)}),
    "plain text": (2000, lambda n: page("Some *text* with `code` and [a link](page.md).\n\n" * n + card("c"))),
    "items without ids": (60, lambda n: many(lambda i: card("", "What is the same here?").replace("| ", ""), n)),
    "pages without ids": (15, lambda n: {f"p{i}.md": card("", "The same?").replace("| ", "") for i in range(n)}),
    "equal ids": (100, lambda n: many(lambda i: card("same"), n)),
    "practice sets": (
        15,
        lambda n: many(lambda i: f"//// practice | s{i}\n\n{card(f'a{i}')}{card(f'b{i}')}////\n\n", n),
    ),
    "a large test": (
        60,
        lambda n: page("//// test | t draw=2\n\n" + "".join(choice(f"q{i}") for i in range(n)) + "////\n"),
    ),
    "tests over pages": (
        8,
        lambda n: (
            {f"l{i}.md": choice(f"q{i}") for i in range(n)}
            | {f"t{i}.md": f"//// test | t{i} from=l{i}.md draw=1\n\n////\n" for i in range(n)}
        ),
    ),
    "ways and overviews": (
        60,
        lambda n: {**many(lambda i: card(f"c{i}"), n), "all.md": "/// progress\n\n///\n\n/// coverage\n\n///\n"},
    ),
    # one long item
    "a long stem": (3000, lambda n: page(card("c", "A line of text that goes on.\n" * n))),
    "words in a stem": (20000, lambda n: page(card("c", "word " * n))),
    "options": (
        200,
        lambda n: page(
            choice("q", options="".join(f"- [{'x' if not i else ' '}] Option {i}\n  > So {i}.\n" for i in range(n)))
        ),
    ),
    "hints": (400, lambda n: page(choice("q", parts="".join(f"**Hint:** See {i}.\n\n" for i in range(n))))),
    "steps": (
        600,
        lambda n: page(
            choice("q", parts="**Solution:**\n\n" + "".join(f"1. **Do {i}.** So.\n" for i in range(n)) + "\n")
        ),
    ),
    "concepts": (
        300,
        lambda n: page(
            "/// explain | e\n\nWhy?\n\n**Concepts:**\n\n"
            + "".join(f"- Idea {i}\n" for i in range(n))
            + "\n**Model answer:** A.\n\n///\n"
        ),
    ),
    "code in a stem": (4000, lambda n: page(card("c", "What?\n\n```python\n" + "x = 1\n" * n + "```"))),
    "a table in a stem": (1500, lambda n: page(card("c", "What?\n\n| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * n))),
    "links in answers": (100, lambda n: many(lambda i: card(f"c{i}", answer=f"See [it](page.md#c{i})."), n)),
    # signs that readers of Markdown look ahead for
    "open brackets": (5000, lambda n: page("<b>x</b>\n\n" + "[" * n + "\n\n" + card("c"))),
    "brackets in a stem": (2000, lambda n: page(card("c", "What is " + "[" * n + "?"))),
    "dollars in a stem": (5000, lambda n: page(card("c", "What is " + "$a " * n + "?"))),
    "backticks in a stem": (5000, lambda n: page(card("c", "What is " + "`" * n + " word" * n + "?"))),
    "stars in a stem": (800, lambda n: page(card("c", "What is " + "*a **b " * n + "?"))),
    "angles in a stem": (2000, lambda n: page(card("c", "What is " + "<a " * n + "?"))),
    "open tags": (200, lambda n: page("<div>\n" * n + "\n" + card("c"))),
    "tags with quotes": (500, lambda n: page("<div a='\n" * n + "\n" + card("c"))),
    # where blocks begin and end
    "unclosed items": (60, lambda n: many(lambda i: f"/// card | c{i}\n\nWhat?\n\n", n)),
    "stray fences": (300, lambda n: many(lambda i: "Text\n\n///\n\n", n)),
    "open code fences": (60, lambda n: many(lambda i: f"```\n\n{card(f'c{i}')}", n)),
    "code fences": (200, lambda n: many(lambda i: f"```\n{card('sample')}```\n\n", n)),
    "fences in a list": (400, lambda n: many(lambda i: f"- ```\n  code {i}\n\n", n)),
    "comments": (2000, lambda n: page("<!-- text -->\n" * n + card("c"))),
    "open comments": (2000, lambda n: page("<!-- text\n" * n + card("c"))),
    "ignore comments": (2000, lambda n: page("<!-- recall: ignore long-stem: it is so -->\n" * n + card("c"))),
    "ignored items": (60, lambda n: many(lambda i: "<!-- recall: ignore long-stem: so -->\n" + card(f"c{i}"), n)),
    "quotes": (100, lambda n: many(lambda i: "".join(f"> {line}\n" for line in card(f"c{i}").split("\n")) + "\n", n)),
    "nested lists": (12, lambda n: page("".join("    " * i + f"- item {i}\n\n" for i in range(n)) + card("c"))),
    "raw HTML": (60, lambda n: many(lambda i: f"<div>\n\n{card(f'c{i}')}</div>\n\n", n)),
    "indented code": (300, lambda n: many(lambda i: f"Text\n\n    /// card | c{i}\n\n", n)),
    # what is around them
    "front matter": (
        1000,
        lambda n: {"page.md": "---\n" + "".join(f"k{i}: v\n" for i in range(n)) + "---\n\n" + card("c")},
    ),
    "an open front matter": (2000, lambda n: {"page.md": "---\n" + "k: [v\n" * n + "\n" + card("c")}),
    "headings": (1000, lambda n: many(lambda i: f"## Heading {i}\n\nText.\n\n", n)),
    "tabs and blanks": (5000, lambda n: page("\t \t\n" * n + card("c"))),
}
"""Each with its first n, at which a command takes a few hundredths of a second."""

BEFORE: dict[str, Callable[[Pages], Pages]] = {
    "cards": lambda pages: {
        path: text.replace("| c", "| old").replace("A thing.", "A matter.") for path, text in pages.items()
    },
    "questions": lambda pages: {path: text.replace("| q", "| old") for path, text in pages.items()},
    "a long stem": lambda pages: {
        path: text.replace("| c", "| old").replace("that", "which") for path, text in pages.items()
    },
    "words in a stem": lambda pages: {
        path: text.replace("| c", "| old") + card("w", "word other " * len(text)) for path, text in pages.items()
    },
    "code in a stem": lambda pages: {path: text.replace("x = 1", "x = 2") for path, text in pages.items()},
    "options": lambda pages: {path: text.replace("So ", "Thus ") for path, text in pages.items()},
    "explain prompts": lambda pages: {},
}
"""What a site was before; without an entry it was the same."""
