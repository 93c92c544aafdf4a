"""What Anki and text2qti write themselves becomes questions."""

import subprocess
import sys
from pathlib import Path

import pytest

from imported import run_check, run_import, write_import_site

QUIZ = """\
Quiz title: Samples

1.  What is 2+3?
... In general.
a)  6
... No, 6.
*b) 5
... Yes.

2.  Which?
[*] a
[*] b
[ ] c

3.  Who?
* Bob
* Rob

4.  How far?
= 1.4142 +- 0.0001

5.  Why?
... So.
____

6.  File
^^^^
"""


@pytest.mark.parametrize("legacy", [True, False], ids=["old", "new"])
def test_a_package_that_anki_writes(legacy: bool, tmp_path: Path) -> None:
    from anki.collection import Collection, ExportAnkiPackageOptions

    picture = tmp_path / "pic one.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    collection = Collection(str(tmp_path / "c.anki2"))
    shown = f'<img src="{collection.media.add_file(str(picture))}" alt="One">'
    notes = [
        ("Basic", {"Front": f"Capital of <b>France</b>? {shown}", "Back": "Paris"}),
        ("Basic (and reversed card)", {"Front": "Tokyo", "Back": "Japan"}),
        ("Basic (type in the answer)", {"Front": "Capital of China", "Back": "Beijing"}),
        ("Cloze", {"Text": "The {{c1::cell::unit}} makes {{c2::ATP}}.", "Back Extra": "Yes"}),
    ]
    for name, fields in notes:
        note = collection.new_note(collection.models.by_name(name))
        for field, text in fields.items():
            note[field] = text
        collection.add_note(note, collection.decks.id("World::Facts"))
    file = tmp_path / "made.apkg"
    options = ExportAnkiPackageOptions(with_scheduling=False, with_deck_configs=False, with_media=True, legacy=legacy)
    collection.export_anki_package(out_path=str(file), limit=None, options=options)
    collection.close()
    site = write_import_site(tmp_path / "site")
    made = run_import(site, "anki", file.read_bytes())
    kinds = [line.split()[1] for line in made.page.split("\n") if line.startswith("/// ")]
    assert (made.code, kinds, run_check(site)[0]) == (0, ["card", "card", "card", "fill", "fill"], 0), made.said
    (written,) = (site / "docs" / "images").iterdir()
    assert f"Capital of **France**? ![One](<images/{written.name}>)\n\n**Answer:** Paris\n" in made.page


def test_a_package_that_text2qti_writes(tmp_path: Path) -> None:
    (tmp_path / "quiz.txt").write_text(QUIZ)
    subprocess.run([Path(sys.executable).parent / "text2qti", "quiz.txt"], cwd=tmp_path, check=True)
    site = write_import_site(tmp_path / "site")
    made = run_import(site, "qti", (tmp_path / "quiz.zip").read_bytes())
    kinds = [line.split()[1] for line in made.page.split("\n") if line.startswith("/// ")]
    assert (made.code, kinds) == (1, ["mcq", "mcq", "fill", "number", "explain"]), made.said
    assert "left out: it asks for a file." in made.said
    assert "- [ ] 6\n  > No, 6.\n- [x] 5\n  > Yes.\n\n**Explanation:** In general.\n" in made.page
    assert "- [x] 1.4141..1.4143\n" in made.page
    assert run_check(site)[0] == 0
