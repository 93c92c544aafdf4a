"""Compare what pages claim with what the scripts contain and print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ..model.problems import Problem
from ..model.rule_names import Rule
from ..model.text import Text
from ..syntax.patterns import INLINE_CODE
from .claims import Claim, fences_of
from .sandbox import Ran
from .scripts import Script, trim

_EMPHASIS = re.compile(r"(?<![\w*])\*{1,2}(?=\S)|(?<=\S)\*{1,2}(?![\w*])")
_LONGEST_QUOTE = 120


def judge_code(claim: Claim, script: Script) -> Iterator[Problem]:
    """Find code on a page that is not that of its script. Nothing runs."""
    for fence in claim.shown:
        if script.find(fence.code) is None:
            yield _problem(claim, "run-code", *_difference(fence.code, script))


def judge(claim: Claim, script: Script, ran: Ran) -> Iterator[Problem]:
    """Find what a page says otherwise than its script, which ran."""
    if different := list(judge_code(claim, script)):
        yield from different
        return
    found = [script.find(fence.code) for fence in claim.shown]
    cells = [at for at in found if at is not None and at >= 0] if script.language == "python" else []
    if ran.failed_at is not None and not _may_fail(ran, cells):
        what = (
            f"`{claim.script}` runs longer than allowed." if ran.timed_out else f"`{claim.script}` fails: {ran.error}"
        )
        remedy = "Shorten it, or allow more with --timeout." if ran.timed_out else "Run it and fix it."
        yield _problem(claim, "run-failed", what, remedy)
        return
    printed = _output(ran, cells, ran.error)
    if claim.output is not None:
        possible = {printed, _output(ran, cells, ran.message or ran.error)}
        if trim(claim.output) not in possible | ({ran.error, trim(ran.message)} - {""}):
            what = f"Output is not what `{claim.script}` prints: {_quote(printed)}."
            yield _problem(claim, "run-output", what, "Copy the output from a run, or fix the script.")
    elif claim.id:
        yield from _judge_answers(claim, printed)


def _may_fail(ran: Ran, cells: Sequence[int]) -> bool:
    """Whether the failure is what the page shows: an error in the last cell shown, or of a script shown as a whole."""
    return not ran.timed_out and (not cells or ran.failed_at == max(cells))


def _output(ran: Ran, cells: Sequence[int], error: str) -> str:
    """Return what the shown cells print, or the whole script; where it failed, with the error."""
    printed = [ran.printed[at] for at in sorted(set(cells)) if at < len(ran.printed)] if cells else list(ran.printed)
    if ran.failed_at is not None:
        text = "".join(printed)
        printed = [text, "\n" if text and not text.endswith("\n") else "", error]
    return trim("".join(printed))


def _judge_answers(claim: Claim, printed: str) -> Iterator[Problem]:
    """Check that the key states the output, and nothing else does."""
    last = printed.rpartition("\n")[2]
    stands = claim.states(last)
    if stands:
        return
    if not printed:
        what = f"`{claim.script}` prints nothing."
        yield _problem(claim, "run-output", what, "Print the result, or remove the setting.")
        return
    results = {printed, last}
    if claim.right and (stands is False or not any(results & stated(text) for text in claim.right)):
        what = f"the answer is not what `{claim.script}` prints: {_quote(printed)}."
        yield _problem(claim, "run-output", what, "Fix the answer or the script.")
    for text in claim.wrong:
        if results & stated(text):
            what = f"the wrong option {_quote(trim(text.source).strip('`'))} is what `{claim.script}` prints."
            yield _problem(claim, "run-output", what, "Mark it as right, or fix the script.")


def stated(text: Text) -> set[str]:
    """Return what a text can state: itself as plain text, each piece of inline code, each code fence."""
    fences = {trim(fence.code) for fence in fences_of(text.lines)}
    source = trim(text.source)
    spans = {_plain_code(found[0]) for found in INLINE_CODE.finditer(source)}
    plain = INLINE_CODE.sub(lambda found: _plain_code(found[0]), _EMPHASIS.sub("", source))
    return {*fences, *spans, plain} - {""}


def _plain_code(span: str) -> str:
    code = span.strip("`")
    return code[1:-1] if code.startswith(" ") and code.endswith(" ") and code.strip() else code


def _difference(code: str, script: Script) -> tuple[str, str]:
    """Name the first line that is not in the script, since whoever edits the page has to find it."""
    own = {line.strip() for line in script.text.splitlines()}
    missing = next((line.strip() for line in code.splitlines() if line.strip() and line.strip() not in own), "")
    name = script.path.name
    what = f"the code is not that of `{name}`"
    what += f": the script has no line {_quote(missing)}." if missing else ", or of one of its cells."
    return what, f"Copy the code from the script. A line `# %% name` begins a cell of `{name}`."


def _quote(text: str) -> str:
    """Return a text on one line, in code marks, shortened."""
    line = " ⏎ ".join(text.splitlines())
    short = line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1] + "…"
    return f"`{short}`" if short else "nothing"


def _problem(claim: Claim, rule: Rule, what: str, remedy: str) -> Problem:
    return Problem(
        path=claim.path,
        line=claim.line,
        severity="error",
        rule=rule,
        kind=claim.kind,
        id=claim.id,
        what=what,
        remedy=remedy,
    )


def missing_script(claim: Claim, why: str) -> Problem:
    """Report a script that is not there or cannot be read."""
    what = f"the script `{claim.script}` {why}."
    return _problem(claim, "run-file", what, "Paths start at the folder of the configuration file.")


def missing_command(claim: Claim, language: str, commands: Mapping[str, object]) -> Problem:
    """Report a script in a language that the site has no command for."""
    known = ", ".join(sorted(commands))
    what = f"there is no command for scripts in {language or 'a file without an extension'}; there is one for {known}."
    return _problem(
        claim, "run-file", what, f"Add it to the configuration: `verify: {{{language or 'bash'}: COMMAND}}`."
    )


def failed_command(claim: Claim, why: str) -> Problem:
    """Report a script that could not be run at all."""
    return _problem(claim, "run-failed", f"`{claim.script}` {why}.", "Fix the script or its command.")
