"""What GIFT and Moodle XML have in common: categories, and the marks of questions with several keys."""

from __future__ import annotations

from .views import EntryView, Export, ItemView

FRACTIONS = ("100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10")
"""What each of 1 to 10 keys is worth. Moodle refuses other numbers."""
_LEAST = "5"

SEVERAL = "Moodle gives a part of the mark for a part of the right options; here all of them are needed."
MANY = "Moodle cannot divide the mark by so many right options, so it gives less than the full mark."
IS_ESSAY = "so it is an essay question, which people grade."
ESSAY = f"Moodle has no {{noun}}s, {IS_ESSAY}"


def category_of(view: ItemView, export: Export) -> str:
    """The category of a question: the export, the topic, and the set in it."""
    names = (" ".join(name.split()).replace("/", "//") or "-" for name in (export.title, *view.deck))
    return "/".join(("$course$/top", *names))


def marks_of(view: ItemView, export: Export) -> dict[str, str]:
    """What each option is worth, in percent. A wrong one costs all that the right ones give."""
    keys = len(view.keys)
    if keys > 1:
        export.note(view, SEVERAL)
    if keys > len(FRACTIONS):
        export.note(view, MANY)
    right = FRACTIONS[keys - 1] if keys <= len(FRACTIONS) else _LEAST
    wrong = "-100" if keys > 1 else "0"

    def mark(entry: EntryView) -> str:
        return right if entry.right else wrong

    return {entry.id: mark(entry) for entry in view.entries}
