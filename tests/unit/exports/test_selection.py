"""Which questions are exported, and what is said where none can be."""

import json
import random
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from command_line import commit, run_recall
from exported import write_sample
from mkdocs_recall.cli import main
from mkdocs_recall.exports.draw_form import draw_form
from mkdocs_recall.site.reader import read_site
from mkdocs_recall.site.settings import read_settings
from paths import CLIENT

Run = Callable[..., tuple[int, list[str], str]]


def question(id: str, level: str, objective: str, more: str = "") -> str:
    options = "".join(f"- [{'x' if n == 1 else ' '}] Option {n}\n" for n in range(1, 5))
    return f"/// mcq | {id} {level} objective={objective}{more}\n\nWhich {id}?\n\n{options}\n///\n\n"


def bank(seed: int = 1, questions: int = 24) -> str:
    """A test of questions with levels and objectives at random."""
    chance = random.Random(seed)
    items = "".join(
        question(
            f"q-{chance.randrange(10**6)}-{number}",
            ("easy", "medium", "hard")[number % 3],
            chance.choice("abcd"),
            chance.choice(("", "", " order=fixed")),
        )
        for number in range(questions)
    )
    return f"# A test\n\n//// test | the-test draw=6 mix=2,2,2\n\n{items}////\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_sample(tmp_path)
    (tmp_path / "docs" / "test.md").write_text(bank())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Export to JSON; the exit code, the ids, and what was said."""

    def export(*words: str) -> tuple[int, list[str], str]:
        capsys.readouterr()
        code = main(["export", "json", *words, "-o", "-"])
        printed = capsys.readouterr()
        ids = [item["id"] for item in json.loads(printed.out)["items"]] if printed.out else []
        return code, ids, printed.err

    return export


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("docs/index.md", "7-card one-key two-keys an-explain"),
        ("docs/index.md --kind card --kind explain", "7-card an-explain"),
        ("docs/index.md --level easy", "7-card one-key"),
        ("docs/index.md --level Beginner --level hard", "7-card one-key two-keys an-explain"),
        ("docs/index.md --objective code", "one-key"),
        ("docs --objective code --objective names", "7-card one-key"),
        ("--kind mcq --objective code", "one-key"),
    ],
)
def test_what_is_asked_for(run, words, ids):
    code, found, said = run(*words.split())
    assert (code, found) == (0, ids.split())
    assert said.endswith(f"Exported {len(found)} item{'s' * (len(found) != 1)}.\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--objective cod", "there is no objective `cod`. Did you mean `code`?"),
        ("--level esay", "there is no level `esay`. Did you mean `easy`?"),
        ("--test the-tset", "there is no test `the-tset`. Did you mean `the-test`?"),
        ("--seed 7f3a2c", "`--seed` needs the test that it belongs to. Name it with `--test ID`."),
        (
            "--test the-test --seed 7#",
            "`7#` is not a seed. Copy it from the address of the test, as in `--seed 7f3a2c`.",
        ),
        ("--kind explain --level easy", "no question matches, so nothing was written."),
        ("docs/none.md", "there is no file or folder docs/none.md."),
    ],
)
def test_what_nothing_has_is_refused(run, words, said):
    assert run(*words.split()) == (2, [], f"recall export: {said}\n")


def test_a_test_gives_its_bank_and_a_seed_one_form(run):
    _, whole, _ = run("--test", "the-test")
    assert len(whole) == 24
    _, form, _ = run("--test", "the-test", "--seed", "7f3a2c")
    assert len(form) == 6
    assert set(form) < set(whole)
    assert run("--test", "the-test", "--seed", "7F3A2C")[1] == form
    assert run("--test", "the-test", "--seed", "7f3a2d")[1] != form


SCRIPT = """
const { drawForm } = await import(process.argv[1]);
const { fitSeed } = await import(process.argv[2]);
const cases = JSON.parse((await process.stdin.toArray()).join(""));
const drawn = cases.map(({ bank, mix, seed }) => drawForm(bank, mix, fitSeed(seed, bank.length)));
process.stdout.write(JSON.stringify(drawn));
"""


def test_a_form_is_the_one_that_readers_get(tmp_path):
    """Two dozen banks, each with seeds of both forms, drawn by the script of the site and here."""
    cases, here = [], []
    for number in range(12):
        folder = write_sample(tmp_path / str(number))
        (folder / "docs" / "test.md").write_text(bank(number, 6 + 3 * number))
        site = read_site(read_settings(folder / "mkdocs.yml"))
        (test,) = (test for page in site.pages for test in page.tests())
        chance = random.Random(number)
        tiers = "".join(chance.choice("0123456789abcdef") for _ in range(30))
        for seed in (f"{chance.randrange(16**6):06x}", "z", f"{number:x}-{tiers}", f"{number:x}-{tiers[:4]}"):
            items = [
                {
                    "id": item.id,
                    "rank": item.rank,
                    "objective": item.settings.get("objective", ""),
                    "options": [option.id for option in item.options],
                    "fixed": item.settings.get("order") == "fixed",
                }
                for item in test.items
            ]
            cases.append({"bank": items, "mix": test.mix, "seed": seed})
            form = draw_form(test, test.items, seed)
            assert form
            orders = {id: list(order) for id, order in form.orders.items()}
            here.append({"items": [item.id for item in form.items], "orders": orders})
    done = subprocess.run(
        [
            "node",
            "--input-type=module",
            "--eval",
            SCRIPT,
            *((CLIENT / "test" / "forms" / f).as_uri() for f in ("draw-form.js", "seed.js")),
        ],
        input=json.dumps(cases),
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == here


def test_a_form_has_its_order_of_options_and_the_topic_of_its_test(folder, capsys):
    main(["export", "json", "--test", "the-test", "--seed", "7f3a2c", "-o", "-"])
    items = json.loads(capsys.readouterr().out)["items"]
    assert {(item["topic"], item["set"]) for item in items} == {("A test", "the-test")}
    orders = [[re.sub(r"\D", "", option["html"]) for option in item["options"]] for item in items]
    assert any(order != sorted(order) for order in orders)


def test_a_test_over_pages_gives_the_questions_of_others(folder, run):
    (folder / "docs" / "wide.md").write_text("# Wide\n\n//// test | wide from=test.md draw=3 mix=1,1,1\n\n////\n")
    assert len(run("--test", "wide")[1]) == 24
    assert len(run("--test", "wide", "--seed", "1")[1]) == 3
    assert run("--test", "wide", "docs/index.md")[0] == 2


def test_a_placement_test_gives_its_bank_and_no_form(folder, run):
    header = "start from=topic:test.md,topic:index.md per=2 result=placement"
    (folder / "docs" / "start.md").write_text(f"# Start\n\n//// test | {header}\n\n////\n")
    assert len(run("--test", "start")[1]) > 24
    code, ids, said = run("--test", "start", "--seed", "1")
    assert (code, ids) == (2, [])
    assert "`start` is a placement test, which is drawn in the browser. Leave `--seed` out." in said


def test_what_changed_since_a_commit(folder, run):
    commit(folder)
    page = folder / "docs" / "index.md"
    new = "/// card | fresh\n\nNew?\n\n**Answer:** Yes.\n\n///\n"
    page.write_text(page.read_text().replace("Explain it.", "Explain that.") + "\n" + new)
    assert run("--base", "HEAD")[1] == ["an-explain", "fresh"]
    assert run("--base", "HEAD", "--kind", "card")[1] == ["fresh"]
    assert run("--base", "nowhere")[0] == 2


def test_items_with_mistakes_are_named_and_change_the_exit_code(folder, run):
    (folder / "docs" / "bad.md").write_text("# Bad\n\n/// card | bad\n\nWhat?\n\n///\n")
    code, ids, said = run()
    assert code == 1
    assert "bad" not in ids
    assert "docs/bad.md:3: card bad: left out because it has mistakes. Run `recall check`.\n" in said
    assert run("docs/bad.md") == (
        2,
        [],
        "recall export: no question without mistakes matches, so nothing was written.\n",
    )
    assert run("docs/index.md")[0] == 0


def test_a_language_at_a_time(folder, run):
    (folder / "docs" / "index.de.md").write_text((folder / "docs" / "index.md").read_text().replace("first", "erste"))
    config = (folder / "mkdocs.yml").read_text()
    languages = "[{locale: en, default: true}, {locale: de}]"
    (folder / "mkdocs.yml").write_text(
        config.replace("plugins: [", f"plugins: [{{i18n: {{docs_structure: suffix, languages: {languages}}}}}, ")
    )
    code, ids, said = run()
    assert (code, len(ids)) == (0, 28)
    assert "Only the pages in `en` are exported. Name pages or folders to export others.\n" in said
    code, ids, said = run("docs/index.de.md")
    assert (code, len(ids)) == (0, 4)
    assert "Only" not in said
    (folder / "docs" / "test.de.md").write_text((folder / "docs" / "test.md").read_text().replace("A test", "Ein Test"))
    assert (run("--test", "the-test")[0], run("--test", "the-test", "docs/test.de.md")[0]) == (0, 0)
    main(["export", "json", "--test", "the-test", "docs/test.de.md", "-o", "file.json"])
    assert {item["page"] for item in json.loads((folder / "file.json").read_text())["items"]} == {"docs/test.de.md"}


def test_where_the_file_goes(folder, capsys):
    assert main(["export", "qti", "-o", "-"]) == 2
    assert capsys.readouterr().err == "recall export: this format is not text. Name a file with `-o FILE`.\n"
    assert main(["export", "csv", "-o", "none/file.csv"]) == 2
    assert capsys.readouterr().err == "recall export: none/file.csv is in a folder that does not exist. Create it.\n"
    assert main(["export", "csv", "-o", "docs"]) == 2
    assert capsys.readouterr().err == "recall export: docs is a folder. Name a file in it.\n"


def test_what_is_printed_is_the_file_byte_by_byte(folder):
    main(["export", "gift", "-o", "file.txt"])
    for encoding in ("ascii", "cp1252", "utf-8"):
        printed = run_recall(folder, "export", "gift", "-o", "-", env={"PYTHONIOENCODING": encoding})
        assert printed.stdout == (folder / "file.txt").read_bytes()
        assert b"\n::" in printed.stdout
        assert b"Exported 28 items.\n" in printed.stderr


def test_a_file_keeps_its_rights_and_is_replaced_as_a_whole(folder):
    (folder / "file.txt").write_text("before")
    (folder / "file.txt").chmod(0o640)
    assert main(["export", "gift", "-o", "file.txt"]) == 0
    assert (folder / "file.txt").stat().st_mode & 0o777 == 0o640
    assert [file.name for file in folder.iterdir() if file.name.startswith(".recall-")] == []


def test_what_a_plugin_generates_is_said_to_be_missing(folder, run):
    config = (folder / "mkdocs.yml").read_text()
    (folder / "mkdocs.yml").write_text(config.replace("plugins: [", "plugins: [macros, "))
    assert "The plugin `macros` writes text into pages. `recall export` does not see it.\n" in run()[2]


def test_pages_alone_need_no_configuration(tmp_path, monkeypatch, capsys):
    (tmp_path / "page.md").write_text(question("q", "easy", "a"))
    monkeypatch.chdir(tmp_path)
    assert main(["export", "gift", "page.md", "-o", "-"]) == 0
    assert "// [id:q] [tag:mcq] [tag:easy] [tag:a]\n" in capsys.readouterr().out
