"""Aiken, CSV, mdbook-quiz and JSON become questions."""

import json
from pathlib import Path

import pytest

from imported import run_check, run_import

CARRIED = [
    pytest.param(
        "aiken",
        "What is\nit <b>?\nA. One\nb) Two\n\nC. A *b*\nANSWER: B\n",
        "/// mcq | what-is\n\nWhat is<br>\nit &lt;b>?\n\n- [ ] One\n- [x] Two\n- [ ] A \\*b\\*\n\n///\n",
        id="aiken",
    ),
    pytest.param("aiken", "X\nA. a\nB. b\nC. c\nANSWER: A, C\n", "- [x] a\n- [ ] b\n- [x] c\n", id="aiken-several"),
    pytest.param(
        "csv",
        "question,A,B,correct\nWhat?,One,'=1+1,B\n",
        "/// mcq | what\n\nWhat?\n\n- [ ] One\n- [x] =1+1\n",
        id="csv",
    ),
    pytest.param(
        "csv",
        "Question;Answer 1;Answer 2;Time limit (sec);Correct answer(s)\nWhat?;One;Two;30;1,2\n",
        "- [x] One\n- [x] Two\n",
        id="csv-kahoot",
    ),
    pytest.param("csv", "Sun\tA star\nMoon\tA moon\n", "/// card | sun\n\nSun\n\n**Answer:** A star\n", id="csv-pairs"),
    pytest.param("csv", "front,back\nSun,A star\n", "/// card | sun\n\nSun\n\n**Answer:** A star\n", id="csv-cards"),
    pytest.param(
        "mdbook-quiz",
        '[[questions]]\nid = "q1"\ntype = "MultipleChoice"\nprompt.prompt = "What *is*?"\n'
        'prompt.distractors = ["`a`", "b"]\nanswer.answer = "c"\nanswer.answerIndex = 1\ncontext = "Why."\n',
        "/// mcq | q1 order=fixed\n\nWhat *is*?\n\n- [ ] `a`\n- [x] c\n- [ ] b\n\n**Explanation:** Why.\n\n///\n",
        id="mdbook-choice",
    ),
    pytest.param(
        "mdbook-quiz",
        '[[questions]]\ntype = "ShortAnswer"\nprompt.prompt = "What?"\nprompt.response = "code"\n'
        'answer.answer = "let"\nanswer.alternatives = ["mut"]\n',
        "/// fill | what\n\nWhat?\n\n- [x] `let`\n- [x] `mut`\n",
        id="mdbook-short",
    ),
    pytest.param(
        "mdbook-quiz",
        '[[questions]]\ntype = "Tracing"\nprompt.program = """\nfn main() {{\n}\n"""\nanswer.doesCompile = true\n'
        'answer.stdout = "7"\n',
        "What does this program print?\n\n<pre><code>fn main() &#123;&#123;\n}</code></pre>\n\n- [x] `7`\n",
        id="mdbook-tracing",
    ),
]


@pytest.mark.parametrize(("form", "source", "expected"), CARRIED)
def test_a_question_has_the_kind_that_fits(site: Path, form: str, source: str, expected: str) -> None:
    made = run_import(site, form, source)
    assert (made.code, expected in made.page) == (0, True), made.page + made.said
    assert run_check(site)[0] == 0


LOST = [
    pytest.param("aiken", "One?\nA. a\nB. b\n\nTwo?\nA. a\nB. b\nANSWER: A\n", ":1: left out: it has no line `ANS"),
    pytest.param("aiken", "One?\nA. a\nB. b\nANSWER: D\n", ":4: left out: the line names the option D."),
    pytest.param("aiken", "ANSWER: D\n", ":1: left out: there is no question above this line."),
    pytest.param("csv", 'question,A,B,correct\n"X\ny",a,b,B\nZ,a,b,\n', ":4: left out: no column names a right option"),
    pytest.param("csv", "question,kind\nX,odd\n", ":2: left out: there is no kind `odd`."),
    pytest.param("mdbook-quiz", '\n[[questions]]\ntype = "Informal"\n', ":2: left out: there is no kind for questions"),
    pytest.param("mdbook-quiz", '[[questions]]\ntype = "Tracing"\n', "it asks whether a program compiles"),
]


@pytest.mark.parametrize(("form", "source", "said"), LOST)
def test_what_cannot_be_carried_is_left_out_with_its_line(site: Path, form: str, source: str, said: str) -> None:
    made = run_import(site, form, source)
    assert made.code == 1
    assert said in made.said


def as_json(*items: str) -> str:
    listed = [
        {"id": item.split()[3], "kind": item.split()[1], "options": [{"id": "x"}], "markdown": item} for item in items
    ]
    return json.dumps({"format": "recall", "version": 1, "items": listed}, indent=1)


CARD = "/// card | {id}\n\nWhat {text}?\n\n**Answer:** That.\n\n///\n"
ACTIVE = [
    "{{ x }}",
    "{% x %}",
    "<b onclick=x>b</b>",
    "<script>x</script>",
    "[a](javascript:x)",
    "[a](java&#115;cript:x)",
    "[a]\n\n[a]: data:x",
    "<javascript:x>",
    "b{onclick=x}",
    "\n\n--8<-- 'a'\n\n",
    "\n\n```python exec='on'\nx\n```\n\n",
    "\n\n```mermaid\nx\n```\n\n",
    "\n\n/// html | div\n///\n\n",
    "$\\href{x}{y}$",
    "<iframe\nsrc=x></iframe>",
]


@pytest.mark.parametrize("text", ACTIVE)
def test_markdown_that_acts_is_only_taken_from_those_who_are_trusted(site: Path, text: str) -> None:
    source = as_json(CARD.format(id="a", text="now"), CARD.format(id="b", text=text))
    made = run_import(site, "json", source)
    assert made.code == 1
    assert (
        f"file.json:{source[: source.index(chr(34) + 'b' + chr(34))].count(chr(10)) + 1}: left out: card b: "
        in made.said
    )
    assert "Give --trust if you trust the file." in made.said
    assert "/// card | a\n" in made.page


def test_json_is_the_same_markdown_again(site: Path) -> None:
    own = CARD.format(id="b", text='`{a}` [b](c.md#d "e") $x$ ==y== <sub>2</sub> <https://a.b>{title=x}')
    rich = CARD.format(
        id="c", text='\n\n```python title="a.py"\nx = {1}\n```\n\n!!! note\n    x\n\n<div class="y">z</div>'
    )
    made = run_import(site, "json", as_json(own, rich), "--trust")
    assert made.page == f"# File\n\n{own}\n{rich}"
    assert "file.json:6: imported with a mistake: docs/page.md:" in made.said
    assert run_import(site, "json", as_json(own)).page == made.page
    made = run_import(site, "json", as_json(own), "--prefix", "p-", page="docs/other.md")
    assert made.page == f"# File\n\n{own.replace('| b', '| p-b')}"


def test_a_script_to_verify_is_not_taken_from_a_file(site: Path) -> None:
    made = run_import(site, "json", as_json(CARD.format(id="a run=x.py", text="now")))
    assert "it names a script for `recall verify`." in made.said
