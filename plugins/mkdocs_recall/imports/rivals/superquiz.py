"""superquiz: admonitions such as `!!! mcquiz "Title"`, or `!!! question` with the type in a header between `---`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from ..question import Answer, ImportedQuestion, Pair
from .quiz import BLANK_MARK, Quiz, QuizPiece, Rival, outside_code, put_answers, refused, to_answer, trim_lines

_OPEN = re.compile(r'^!!!\s+(?P<name>\S+)(?:\s+"(?P<title>[^"]*)")?\s*$')
_HTML = re.compile(r"^<(?:iframe|div|figure|figcaption|table|blockquote|pre|video|audio|details|summary)\b", re.I)
_QUESTIONS = frozenset(("question", "frage", "domanda", "pregunta", "pergunta"))
_NAMES = {
    "mcquiz": "choice",
    **dict.fromkeys(("mc", "mcq"), "choice"),
    **dict.fromkeys(("scquiz", "sc", "scq"), "choice"),
    **dict.fromkeys(("blanks", "fillblanks", "gaps", "gapfill"), "blanks"),
    **dict.fromkeys(("scdropdown", "scd"), "dropdown"),
    **dict.fromkeys(("mcdropdown", "mcd"), "dropdown"),
    **dict.fromkeys(("order", "order.column"), "order"),
    **dict.fromkeys(("columns", "col"), "columns"),
    **dict.fromkeys(("sentence", "order.sentence"), "sentence"),
    **dict.fromkeys(("match", "match.tap", "pair", "match.line", "match.lines", "match.bezier"), "pairs"),
    **dict.fromkeys(("image", "img", "path", "graph"), "drawing"),
    "matrix": "matrix",
    "flashcard": "cards",
    "flashcards": "cards",
}
_SECTIONS = {
    "preamble": "preamble pre préambule preambule praeambel einleitung vorwort preambolo introduzione preambulo "
    "preámbulo introducao",
    "answers": "answers ans réponses reponses réponse reponse antworten antwort risposte risposta respuestas resp "
    "respostas resposta",
    "labels": "labels",
    "rows": "rows row",
    "cols": "cols col",
}
_SECTION_OF = {word: name for name, words in _SECTIONS.items() for word in words.split()}
_SECTION = re.compile(r"^(?P<name>[\w.-]+)\s*:(?P<rest>.*)$")
_BRACKETS = re.compile(r"(?<!!)(?<!\()\[(?P<inside>[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\](?!\()(?P<table>\{[^}]*\})?")
_POINTS = re.compile(r"\s*\{[+-]?\d+(?:\.\d+)?\}\s*$")
_EDGE = re.compile(r"^(?P<left>.+?)\s*(?:<-->|<->|-->|<--|->|<-|--)\s*(?P<right>.+)$")
_SCORES = "its own marks for wrong answers are left out: answers are right or wrong here."

_Sections = Mapping[str, list[str]]


def _find(lines: Sequence[str]) -> Iterator[Quiz]:
    end = 0
    for at, line in outside_code(lines):
        found = _OPEN.match(line)
        if at < end or not found:
            continue
        name = found["name"].lower()
        if name not in _NAMES and name not in _QUESTIONS:
            continue
        stop = at + 1
        while stop < len(lines) and (
            lines[stop] == "" or lines[stop].startswith(("    ", "\t")) or _HTML.match(lines[stop])
        ):
            stop += 1
        while not lines[stop - 1].strip():
            stop -= 1
        end = stop
        body = [re.sub(r"^(?: {4}|\t)", "", row) for row in lines[at + 1 : stop]]
        options, body = _header(body)
        form = _NAMES.get(name) or _NAMES.get(options.get("type", "").lower())
        if not form:
            if options:
                yield refused(at, stop, f"there is no type `{options.get('type', '')[:40]}` of superquiz.")
            continue
        quiz = Quiz(start=at, end=stop)
        left = sorted(options.keys() - {"type", "language"})
        if left:
            quiz.note(at + 1, f"settings of superquiz are left out: {', '.join(left)[:200]}.")
        _read(quiz, form, found["title"] or "", body)
        yield quiz


def _is_inside(line: str) -> bool:
    return not line.strip() or line.startswith(("    ", "\t")) or bool(_HTML.match(line))


def _header(body: list[str]) -> tuple[dict[str, str], list[str]]:
    """The settings between `---` that a question begins with, and the lines after them."""
    marks = [at for at, row in enumerate(body) if row.strip() == "---"]
    if len(marks) < 2 or any(row.strip() for row in body[: marks[0]]):
        return {}, body
    rows = [row for row in trim_lines(body[marks[0] + 1 : marks[1]]) if row[:1].strip()]
    pairs = (row.partition(":") for row in rows if not row.startswith("#"))
    return {key.strip(): value.strip() for key, _, value in pairs}, body[marks[1] + 1 :]


def _read(quiz: Quiz, form: str, title: str, body: list[str]) -> None:
    sections = _split(body)
    question = ImportedQuestion(line=quiz.start + 1, kind="mcq")
    stem = "\n".join(trim_lines(sections["stem"]))
    heading = f"**{title.rstrip(': ')}**" if title.rstrip(": ") and "**" not in title else title
    asks = form in ("blanks", "dropdown") or stem
    question.stem = "\n\n".join(filter(None, (heading if asks else title, stem)))
    if form == "cards":
        _cards(quiz, sections)
        return
    why = _READERS[form](quiz, question, sections)
    quiz.pieces.append(QuizPiece(question=question, refusal=why))


def _split(body: list[str]) -> _Sections:
    """The sections of a question. What is in none is the stem; so is the preamble."""
    found: dict[str, list[str]] = {"stem": []}
    current = "stem"
    plain = {at for at, _ in outside_code(body)}
    for at, row in enumerate(body):
        header = _SECTION.match(row) if at in plain else None
        name = _SECTION_OF.get(header["name"].lower(), "") if header else ""
        if header and name:
            current = "stem" if name == "preamble" else name
            rest = header["rest"].strip()
            found.setdefault(current, []).extend([rest] if rest else [])
        elif current == "stem":
            found["stem"].append(re.sub(r"^ {2}(?=\S)", "", row))
        else:
            found[current].append(row)
    return found


def _answers(quiz: Quiz, sections: _Sections) -> list[str]:
    """The lines of the answers, without the tables of marks."""
    rows, inside = [], False
    for row in sections.get("answers", ()):
        plain = row.strip()
        if plain == "---" or inside:
            inside = inside if plain != "---" else not inside
            quiz.note(quiz.start + 1, _SCORES) if plain == "---" and inside else None
        elif plain.startswith("{") and plain.endswith("}"):
            quiz.note(quiz.start + 1, _SCORES)
        elif plain:
            rows.append(plain)
    return rows


def _choice(quiz: Quiz, question: ImportedQuestion, sections: _Sections) -> str:
    for row in _answers(quiz, sections):
        if row[0] not in "-*+":
            return f"the line `{row[:60]}` is no answer."
        text = _POINTS.sub("", row[1:].strip())
        if text != row[1:].strip():
            quiz.note(question.line, _SCORES)
        right = row[0] == "+" or (text.startswith("[") and text.endswith("]"))
        bare = text[1:-1].strip() if text.startswith("[") and text.endswith("]") else text
        question.answers.append(Answer(bare, right))
    return ""


def _blanks(quiz: Quiz, question: ImportedQuestion, sections: _Sections) -> str:
    """`[one, another]` in the text is a blank with its answers."""
    question.kind = "fill"
    blanks: list[list[Answer]] = []

    def place(found: re.Match[str]) -> str:
        texts: dict[str, str] = {}
        for text in filter(None, map(str.strip, found["inside"].split(","))):
            texts.setdefault(text.casefold(), text)
        blanks.append([to_answer(text) for text in texts.values()])
        if found["table"]:
            quiz.note(question.line, _SCORES)
        return BLANK_MARK

    stem = _BRACKETS.sub(place, _without_tables(quiz, question.stem))
    if not blanks or not all(blanks):
        return "its text has no answers in brackets."
    put_answers(question, stem, blanks)
    return ""


def _without_tables(quiz: Quiz, stem: str) -> str:
    rows = [row for row in stem.split("\n") if not re.fullmatch(r"\s*\{.*\}\s*", row)]
    if len(rows) < stem.count("\n") + 1:
        quiz.note(quiz.start + 1, _SCORES)
    return "\n".join(rows)


def _dropdown(quiz: Quiz, question: ImportedQuestion, sections: _Sections) -> str:
    """`[[Paris], Lyon]` in the text is a list to choose from: options where there is one, else blanks to type into."""
    lists: list[list[Answer]] = []

    def place(found: re.Match[str]) -> str:
        if found["table"]:
            quiz.note(question.line, _SCORES)
        texts = _split_commas(found["inside"])
        options = [Answer(text.strip("[]").strip(), text.startswith("[") and text.endswith("]")) for text in texts]
        if options and not any(option.right for option in options):
            options[0].right = True
        lists.append(options)
        return BLANK_MARK

    stem = _BRACKETS.sub(place, _without_tables(quiz, question.stem))
    if not lists or not all(lists):
        return "its text has no list in brackets."
    if len(lists) == 1:
        question.answers = lists[0]
        question.stem = stem.replace(BLANK_MARK, "…")
        return ""
    question.kind = "fill"
    if any(sum(option.right for option in options) != 1 for options in lists):
        return "it has several lists, and in one of them several entries are right. Split it."
    quiz.note(question.line, "its lists to choose from become blanks to type into.")
    groups = [sorted(options, key=lambda option: not option.right) for options in lists]
    put_answers(question, stem, [[to_answer(each.text, each.right) for each in group] for group in groups])
    return ""


def _order(quiz: Quiz, question: ImportedQuestion, sections: _Sections) -> str:
    question.kind = "order"
    rows = [re.sub(r"^(?:[-*+]|\d+\.)\s+", "", row) for row in _answers(quiz, sections)]
    if len(rows) == 1:
        label, colon, listed = rows[0].partition(":")
        rows = _split_commas(listed if colon else label)
    question.pieces = rows
    return ""


def _columns(quiz: Quiz, question: ImportedQuestion, sections: _Sections) -> str:
    """Each piece belongs to its column."""
    question.kind = "match"
    others = False
    for row in _answers(quiz, sections):
        label, colon, listed = row.partition(":")
        if row.lower() == "distractors:":
            others = True
        elif colon and not label.startswith("[") and not others:
            pieces = (re.sub(r"^\[\[(.*)\]\]!?$", r"\1", piece).strip() for piece in _split_commas(listed))
            question.pairs += [Pair(_cell(piece), _cell(label)) for piece in pieces]
        else:
            quiz.note(question.line, f"`{row[:60]}` belongs to no column, so it is left out.")
    return ""


def _pairs(quiz: Quiz, question: ImportedQuestion, sections: _Sections) -> str:
    question.kind = "match"
    for row in _answers(quiz, sections):
        found = _EDGE.match(re.sub(r"^[-*+]\s+(?=\S)", "", row))
        if not found:
            return f"the line `{row[:60]}` is no pair."
        question.pairs.append(Pair(_cell(found["left"]), _cell(found["right"])))
    return ""


def _matrix(quiz: Quiz, question: ImportedQuestion, sections: _Sections) -> str:
    question.kind = "match"
    for row in _answers(quiz, sections):
        label, _, cells = row.partition(":")
        columns = _split_commas(cells)
        if len(columns) != 1:
            return f"the row `{label.strip()[:60]}` has not just one right cell."
        question.pairs.append(Pair(_cell(label), _cell(columns[0])))
    used = {pair.right for pair in question.pairs}
    columns = _split_commas(", ".join(sections.get("cols", ())))
    question.pairs += [Pair("", right) for right in map(_cell, columns) if right not in used]
    return ""


def _cards(quiz: Quiz, sections: _Sections) -> None:
    """Each pair is a card of its own."""
    for row in _answers(quiz, sections):
        found = _EDGE.match(re.sub(r"^[-*+]\s+(?=\S)", "", row))
        card = ImportedQuestion(line=quiz.start + 1, kind="card", stem=found["left"].strip() if found else "")
        card.add("answer", found["right"].strip() if found else "")
        quiz.pieces.append(QuizPiece(question=card, refusal="" if found else f"the line `{row[:60]}` is no pair."))
    if not quiz.pieces:
        quiz.pieces += refused(quiz.start, quiz.end, "it has no pairs below `answers:`.").pieces
    elif any(row.strip() for row in sections["stem"]):
        quiz.note(quiz.start + 1, "the text above the pairs is left out, since each card is by itself.")


def _sentence(quiz: Quiz, question: ImportedQuestion, sections: _Sections) -> str:
    return "a sentence whose words are put in order has no kind here. Write the words as the lines of an `order`."


def _drawing(quiz: Quiz, question: ImportedQuestion, sections: _Sections) -> str:
    return "questions that are answered in a picture or a graph have no kind here."


_READERS: dict[str, Callable[[Quiz, ImportedQuestion, _Sections], str]] = {
    "choice": _choice,
    "blanks": _blanks,
    "dropdown": _dropdown,
    "order": _order,
    "columns": _columns,
    "pairs": _pairs,
    "matrix": _matrix,
    "sentence": _sentence,
    "drawing": _drawing,
}


def _cell(text: str) -> str:
    """Markdown as a cell of a table."""
    return text.strip().replace("|", "\\|")


def _split_commas(text: str) -> list[str]:
    """The parts between commas that are in no brackets."""
    parts, depth = [""], 0
    for char in text:
        depth += (char == "[") - (char == "]" and depth > 0)
        if char == "," and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return [part.strip() for part in parts if part.strip()]


RIVAL = Rival(
    name="superquiz",
    summary="The questions of superquiz: !!! mcquiz and its other types.",
    find=_find,
    leftovers=((re.compile(r"^superquiz:\s*$"), "these settings of superquiz do nothing here. Remove them."),),
)
