"""The command `recall`, as its users call it."""

import json
import shlex
import subprocess
import sys

import pytest
import yaml

from command_line import CARD, QUESTION, commit
from mkdocs_recall.commands import COMMANDS, load_command
from paths import ROOT


def test_a_good_site_passes(folder, recall):
    assert recall("check") == (0, "0 errors and 0 warnings in 2 items on 2 pages.\n")


def test_commands_are_found_by_their_names():
    assert tuple(load_command(name).name for name in COMMANDS) == COMMANDS


def test_a_command_imports_no_other_command(folder):
    code = "import sys; from mkdocs_recall.cli import main; main(['check']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    others = ("exports", "imports", "extension", "commands.export_to", "commands.verify")
    assert not {f"mkdocs_recall.{name}" for name in others} & set(done.stdout.split())


def test_all_problems_come_at_once_with_their_lines(folder, recall):
    (folder / "docs" / "index.md").write_text("---\ntitle: X\n---\n# Home\n\n" + QUESTION.format(id="two", mark=" "))
    code, text = recall("check")
    assert code == 1
    assert text.splitlines() == [
        "docs/deep/page.md:3: error duplicate-id: mcq two: the id is already used in docs/index.md:6."
        " Give one of the two another id.",
        "docs/index.md:6: error no-key: mcq two: the question has no right option. Mark one with `[x]`.",
        "2 errors and 0 warnings in 2 items on 2 pages.",
    ]


def test_what_only_a_build_finds_is_said(folder, recall):
    (folder / "mkdocs.yml").write_text("site_name: A site\nplugins: [macros, recall]\n")
    assert recall("check")[1].splitlines()[-1] == (
        "The plugin `macros` generates text. Only a build checks the questions in it."
    )


def test_it_works_from_a_folder_below_and_for_some_pages(folder, recall, monkeypatch):
    (folder / "docs" / "index.md").write_text("# Home\n\n" + QUESTION.format(id="one", mark=" "))
    monkeypatch.chdir(folder / "docs" / "deep")
    assert recall("check", "page.md")[0] == 0
    assert recall("check", "..")[0] == 1
    assert recall("check")[0] == 1


def test_rules_can_be_chosen(folder, recall):
    (folder / "docs" / "index.md").write_text("# Home\n\n" + QUESTION.format(id="two", mark=" "))
    code, text = recall("check", "--rule", "no-key")
    assert code == 1
    assert "duplicate-id" not in text
    assert recall("check", "--rule", "no-kye") == (
        2,
        "recall check: there is no rule `no-kye`. Did you mean `no-key`?\n",
    )


def test_json_and_annotations(folder, recall):
    (folder / "docs" / "index.md").write_text("# 100 %, or: so\n\n" + QUESTION.format(id="one", mark=" "))
    said = json.loads(recall("check", "--format", "json")[1])
    (problem,) = said.pop("problems")
    assert said == {"items": 2, "pages": 2}
    assert problem == {
        "path": "docs/index.md",
        "line": 3,
        "severity": "error",
        "rule": "no-key",
        "kind": "mcq",
        "id": "one",
        "what": "the question has no right option.",
        "remedy": "Mark one with `[x]`.",
    }
    annotation = recall("check", "--format", "github")[1].splitlines()[0]
    assert annotation == (
        "::error file=docs/index.md,line=3,title=no-key%3A mcq one::"
        "The question has no right option. Mark one with `[x]`."
    )


def test_a_file_that_is_not_utf8(folder, recall):
    (folder / "docs" / "index.md").write_bytes(b"# Home\n\nCaf\xe9\n\n" + CARD.format(id="one", what="it").encode())
    code, text = recall("check")
    assert code == 1
    assert text.startswith("docs/index.md:3: error encoding: the file is not in UTF-8. Save it as UTF-8.\n")


@pytest.mark.parametrize(
    "words",
    [
        ("check", "gone.md"),
        ("check", "--config-file", "gone.yml"),
        ("check", "--base", "nowhere"),
        ("diff", "nowhere"),
        ("nothing",),
        ("check", "--nothing"),
        (),
    ],
)
def test_misuse_is_2_and_no_traceback(committed, recall, words):
    code, text = recall(*words)
    assert code == 2
    assert "Traceback" not in text
    assert text


def test_a_site_of_zensical(folder, recall):
    (folder / "mkdocs.yml").unlink()
    (folder / "docs").rename(folder / "pages")
    levels = 'levels = [["leicht"], ["mittel"], ["schwer"]]'
    settings = f'[project]\nsite_name = "Z"\ndocs_dir = "pages"\n[project.markdown_extensions.recall]\n{levels}\n'
    (folder / "zensical.toml").write_text(settings)
    code, text = recall("check")
    assert code == 1
    assert text.startswith("pages/deep/page.md:3: error unknown-level: mcq two: there is no level `easy`.")


def test_pages_without_a_site(tmp_path, recall, monkeypatch):
    (tmp_path / "a.md").write_text(CARD.format(id="one", what="it"))
    monkeypatch.chdir(tmp_path)
    assert recall("check", "a.md") == (0, "0 errors and 0 warnings in 1 item on 1 page.\n")
    assert recall("check")[0] == 2


def test_it_runs_as_a_program_of_its_own_without_an_engine(folder):
    command = "import sys; from mkdocs_recall.cli import main; main(['check']); sys.exit('mkdocs' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", command], cwd=folder, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "0 errors and 0 warnings in 2 items on 2 pages.\n")


def test_an_id_that_vanished_is_missed(committed, recall):
    page = committed / "docs" / "index.md"
    page.write_text(page.read_text().replace("| one", "| other").replace("It is", "That is"))
    code, text = recall("check", "--base", "HEAD")
    assert code == 0
    assert text.splitlines()[0] == (
        "docs/index.md:3: warning renamed-id: card other: the id `one` is gone, and this item is nearly the same"
        " as the one that had it. If it is the same question, add `aka=one` to the header to keep readers' progress."
    )
    page.write_text(page.read_text().replace("| other", "| other aka=one"))
    assert "renamed-id" not in recall("check", "--base", "HEAD")[1]


def test_another_item_in_its_place_is_no_rename(committed, recall):
    (committed / "docs" / "index.md").write_text("# Home\n\n" + CARD.format(id="new", what="quite another matter here"))
    assert "renamed-id" not in recall("check", "--base", "HEAD")[1]


def test_diff_shows_what_was_added_and_changed_with_key_and_reasons(committed, recall):
    page = committed / "docs" / "deep" / "page.md"
    added = QUESTION.format(id="three", mark="x").replace("easy", "hard")
    page.write_text(page.read_text().replace("It stands too far away.", "It never was.") + "\n" + added)
    (committed / "docs" / "index.md").write_text("# Home\n")
    code, text = recall("diff", "HEAD")
    assert code == 0
    assert "## Questions: 1 added, 1 changed, 1 removed" in text
    assert "| Items | 1 card, 1 choice question | 2 choice questions |" in text
    assert "### Added: mcq `three`\n\ndocs/deep/page.md:16, hard\n" in text
    assert "- [x] This one\n  > It has the name that was asked for.\n- [ ] That one\n" in text
    assert "### Changed: mcq `two`" in text
    assert "-  > It stands too far away.\n+  > It never was.\n" in text
    assert "Readers keep their answers" in text
    assert "- card `one`, which was in docs/index.md:3" in text


def test_diff_of_nothing(committed, recall):
    assert "No question was added, changed or removed." in recall("diff", "HEAD")[1]


def test_diff_says_when_readers_are_told(committed, recall):
    page = committed / "docs" / "deep" / "page.md"
    page.write_text(page.read_text().replace("That one", "One of those"))
    assert "Changed since you answered." in recall("diff", "HEAD")[1]


def test_a_site_below_the_top_of_its_repository(folder, recall, monkeypatch):
    (folder / "course").mkdir()
    for name in ("mkdocs.yml", "docs"):
        (folder / name).rename(folder / "course" / name)
    commit(folder)
    monkeypatch.chdir(folder / "course" / "docs")
    assert "No question was added" in recall("diff", "HEAD")[1]


def test_stats_count_what_is_there(folder, recall):
    code, text = recall("stats")
    assert code == 0
    deep, home, whole = text.split("\n\n")
    assert deep.splitlines() == [
        "Deep (docs/deep/page.md)",
        "  Items        1 choice question",
        "  Levels       1 easy",
        "  Reasons      3 of 3 options (100%)",
        "  Longest key  0 of 1 question; 0.3 expected by chance",
        "  Key at       A 1",
    ]
    assert home.splitlines()[-1] == "  Missing      1 item without a level."
    assert "1 card, 1 choice question" in whole
    data = json.loads(recall("stats", "--format", "json", "docs/deep")[1])
    assert [(topic["path"], topic["key_positions"]) for topic in data] == [("docs/deep/page.md", {"A": 1})]


def test_stats_count_ideas_keys_scripts_and_sections(folder, recall):
    several = (
        "/// mcq | {id} hard\n\nWhich?\n\n- [x] One\n- [{second}] Two\n- [x] Three\n- [ ] Four\n\n{rest}\n\n///\n\n"
    )
    steps = "**Solution:**\n\n1. **One.** A.\n2. **Two.** B.\n\n   More.\n3. **Three.** C."
    prompt = "**Concepts:**\n\n- One\n- Two\n- Three\n- Four\n\n**Model answer:** All four.\n"
    text = "# Page\n\n## Part\n\n" + several.format(id="a", second=" ", rest=steps)
    text += several.format(id="b", second="x", rest="**Hint:** Look.")
    text += "/// card | c advanced taught=#part run=x.py\n\nWhat?\n\n**Answer:** That.\n\n///\n\n"
    text += f"/// explain | d advanced\n\nWhy?\n\n{prompt}\n///\n"
    (folder / "docs" / "more.md").write_text(text)
    topic, whole = recall("stats", "docs/more.md")[1].split("\n\n")
    expected = [
        "  Several keys 2 keys in 1 question, 3 keys in 1 question",
        "  Hard items   2 with ideas: 3.5 on average (3 to 4), 1 without steps",
        "  Run          1 of 4 items",
        "  Taught       1 of 4 items",
    ]
    assert topic.splitlines()[-5:-1] == whole.splitlines()[-4:] == expected
    (data,) = json.loads(recall("stats", "--format", "json", "docs/more.md")[1])
    assert (data["keys_of_several"], data["ideas_of_hard"]) == ({"2": 1, "3": 1}, {"0": 1, "3": 1, "4": 1})
    assert (data["run"], data["taught"]) == (1, 1)


def test_stats_say_what_a_bank_lacks(folder, recall):
    items = "\n".join(QUESTION.format(id=f"q{number}", mark="x") for number in range(2))
    (folder / "docs" / "test.md").write_text(f"# Test\n\n//// test | t draw=2 mix=2,0,0\n\n{items}\n////\n")
    text = recall("stats", "docs/test.md")[1]
    missing = "4 more easy questions for the test `t`: it draws 2 and has 2. With 6, a second form is mostly new."
    assert f"Missing      {missing}" in text


def test_the_pull_request_workflow_runs_commands_that_there_are(committed, recall, capsys):
    """Its steps are carried out as they stand, in a repository with a change in it."""
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "questions.yml").read_text(encoding="utf-8"))
    page = committed / "docs" / "deep" / "page.md"
    page.write_text(page.read_text().replace("[x]", "[ ]"))
    steps = [step["run"] for step in workflow["jobs"]["review"]["steps"] if "recall " in step.get("run", "")]
    assert len(steps) == 2
    said = []
    for step in steps:
        words = shlex.split(step.partition(">>")[0].replace("$BASE", "HEAD"))
        assert words[0] == "recall"
        said.append(recall(*words[1:]))
    (shown, annotated) = said
    assert shown[0] == 0
    assert "3 of 3 options" in shown[1]
    assert annotated[0] == 1
    assert annotated[1].startswith("::error file=docs/deep/page.md,line=3,title=no-key%3A mcq two::")


def test_fmt_rewrites_pages_and_says_which(folder, recall):
    page = folder / "docs" / "index.md"
    page.write_text("# Home\r\n\r\n///card|one\r\nWhat is a stem?\r\n\r\n__Answer__: It.\r\n///\r\n", newline="")
    assert recall("fmt", "--check") == (
        1,
        "docs/index.md: would change\n1 of 2 pages would change.\n",
    )
    code, text = recall("fmt", "--diff")
    assert code == 0
    assert "+/// card | one" in text
    assert page.read_bytes().startswith(b"# Home\r\n\r\n///card|one")
    assert recall("fmt") == (0, "docs/index.md: changed\n1 of 2 pages changed.\n")
    assert page.read_bytes() == (
        b"# Home\r\n\r\n/// card | one\r\n\r\nWhat is a stem?\r\n\r\n**Answer:** It.\r\n\r\n///\r\n"
    )
    assert recall("fmt", "--check") == (0, "0 of 2 pages would change.\n")


def test_fmt_gives_ids_that_are_new_in_the_site(folder, recall):
    bare = CARD.replace("| {id}", "").format(what="a stem")
    (folder / "docs" / "new.md").write_text(bare)
    (folder / "docs" / "next.md").write_text(bare)
    assert "docs/new.md: changed, new ids: what-is-a-stem\n" in recall("fmt")[1]
    assert "/// card | what-is-a-stem-2\n" in (folder / "docs" / "next.md").read_text()
    assert recall("check")[0] == 0


def test_fmt_leaves_a_file_that_it_cannot_read(folder, recall):
    content = b"# Caf\xe9\n\n///card|one\n\nWhat?\n\n**Answer:** It.\n\n///\n"
    (folder / "docs" / "index.md").write_bytes(content)
    code, text = recall("fmt")
    assert code == 1
    assert "error encoding" in text
    assert (folder / "docs" / "index.md").read_bytes() == content


@pytest.mark.parametrize("kind", ["card", "mcq", "explain", "practice", "test"])
def test_new_writes_what_passes(folder, recall, kind):
    assert recall("new", kind, "List slices")[1].lstrip("/").startswith(f" {kind} | list-slices")
    page = "docs/test.md" if kind == "test" else "docs/index.md"
    code, text = recall("new", kind, "List slices", "--write", page)
    assert code == 0
    line = int(text.partition(":")[2].partition(":")[0])
    assert (folder / page).read_text().split("\n")[line - 1].lstrip("/").startswith(f" {kind} | list-slices")
    assert recall("check")[1].startswith("0 errors and 0 warnings in")
    assert recall("fmt", "--check")[0] == 0


def test_new_topic_is_two_pages_that_pass(folder, recall):
    assert recall("new", "topic", "List slices", "--write", "docs/topics")[0] == 0
    assert sorted(path.name for path in (folder / "docs" / "topics").iterdir()) == [
        "list-slices-test.md",
        "list-slices.md",
    ]
    assert recall("check")[1].startswith("0 errors and 0 warnings in")
    code, text = recall("new", "topic", "--id", "list-slices", "--write", "docs/topics")
    assert code == 2
    assert "already used" in text


def test_new_says_what_it_cannot_do(folder, recall):
    assert recall("new", "card", "--id", "Not An Id")[0] == 2
    assert recall("new", "card", "--write", "docs")[0] == 2
    assert recall("new", "quiz")[0] == 2
