"""Problems and changes in the forms of services, and when problems fail a job."""

import json
import re
from dataclasses import replace

import pytest

from command_line import CARD, QUESTION, commit, run_recall
from mkdocs_recall.commands.reports.places import find_fingerprints
from mkdocs_recall.model.problems import Problem

KEYLESS = QUESTION.format(id="one", mark=" ")
MANY = """/// mcq | many easy

Which?

- [x] A first one
- [ ] A second one
- [ ] A third one

///
"""


@pytest.fixture
def faulty(folder):
    """One question without a key, and one with three options without a reason."""
    (folder / "docs" / "index.md").write_text(f"# Home\n\n{KEYLESS}\n{MANY}")
    return folder


def report(recall, form):
    return json.loads(recall("check", "--format", form)[1])


def results(recall):
    return report(recall, "sarif")["runs"][0]["results"]


# When a job fails


@pytest.mark.parametrize(("words", "code"), [((), 0), (("--fail-on", "error"), 0), (("--fail-on", "warning"), 1)])
@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "sarif"])
def test_warnings_fail_only_where_asked(folder, recall, words, code, form):
    (folder / "docs" / "index.md").write_text(f"# Home\n\n{MANY}")
    assert recall("check", "--format", form, *words)[0] == code


@pytest.mark.parametrize("fail_on", ["error", "warning"])
def test_errors_always_fail_and_a_good_site_never_does(faulty, recall, fail_on):
    assert recall("check", "--fail-on", fail_on)[0] == 1
    assert recall("check", "--fail-on", fail_on, "docs/deep")[0] == 0
    assert recall("check", "--fail-on", fail_on, "--rule", "no-stem")[0] == 0


def test_only_errors_and_warnings_can_be_asked_for(folder, recall):
    assert recall("check", "--fail-on", "notice")[0] == 2


def test_the_warning_that_zensical_would_publish_answers_counts(folder, recall):
    (folder / "mkdocs.yml").unlink()
    (folder / "zensical.toml").write_text('[project]\nsite_name = "Z"\n[project.plugins.recall]\n')
    assert recall("check")[0] == 0
    assert recall("check", "--fail-on", "warning")[0] == 1


# GitLab and SARIF


def test_a_report_for_gitlab(faulty, recall):
    found = report(recall, "gitlab")
    assert found[0] == {
        "description": "mcq one: The question has no right option. Mark one with `[x]`.",
        "check_name": "no-key",
        "fingerprint": found[0]["fingerprint"],
        "severity": "major",
        "location": {"path": "docs/index.md", "lines": {"begin": 3}},
    }
    assert {each["severity"] for each in found[1:]} == {"minor"}
    assert len({each["fingerprint"] for each in found}) == len(found) == 2


def test_a_log_of_sarif(faulty, recall):
    log = report(recall, "sarif")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert (log["version"], log["$schema"].rpartition("/")[2]) == ("2.1.0", "sarif-schema-2.1.0.json")
    assert [rules[each["ruleIndex"]]["id"] for each in run["results"]] == [each["ruleId"] for each in run["results"]]
    levels = {rule["id"]: rule["defaultConfiguration"]["level"] for rule in rules}
    assert levels == {"missing-reason": "warning", "no-key": "error"}
    first = run["results"][0]
    assert (first["ruleId"], first["level"]) == ("no-key", "error")
    assert first["message"]["text"].startswith("mcq one: The question has no right option.")
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "docs/index.md", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 3},
    }
    gitlab = [each["fingerprint"] for each in report(recall, "gitlab")]
    assert [each["partialFingerprints"]["recallProblem/v1"] for each in run["results"]] == gitlab


def test_nothing_found_is_a_whole_report(folder, recall):
    assert report(recall, "gitlab") == []
    assert results(recall) == []


def test_a_file_whose_name_is_no_address(folder, recall):
    (folder / "docs" / "a b%c ü.md").write_text(KEYLESS.replace("one", "odd"))
    (found,) = results(recall)
    uri = found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "docs/a%20b%25c%20%C3%BC.md"
    assert report(recall, "gitlab")[0]["location"]["path"] == "docs/a b%c ü.md"


def test_a_problem_of_a_whole_file_is_at_its_first_line(folder, recall):
    (folder / "docs" / "gone.md").symlink_to("nowhere.md")
    (found,) = report(recall, "gitlab")
    assert (found["check_name"], found["location"]["lines"]) == ("unreadable", {"begin": 1})
    assert results(recall)[0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}


def test_what_authors_write_controls_no_terminal(folder, recall):
    (folder / "docs" / "index.md").write_text(QUESTION.format(id="one", mark="x").replace("easy", "\u202e##[error]x"))
    for form in ("gitlab", "sarif"):
        text = recall("check", "--format", form)[1]
        assert "\u202e" not in text
        assert "##[" not in text
        assert json.loads(text)


@pytest.mark.parametrize(
    "encoding", ["cp1252", *(pytest.param(name, marks=pytest.mark.long) for name in ("utf-8", "ascii"))]
)
def test_reports_are_utf8_whatever_the_output_is(folder, encoding):
    (folder / "docs" / "ü.md").write_text(KEYLESS.replace("one", "odd"))
    for form in ("json", "gitlab", "sarif"):
        done = run_recall(folder, "check", "--format", form, env={"PYTHONIOENCODING": encoding})
        assert "ü.md" in json.dumps(json.loads(done.stdout.decode("utf-8")), ensure_ascii=False) or form == "sarif"


# Fingerprints


def prints(recall):
    return {each["fingerprint"]: each["check_name"] for each in report(recall, "gitlab")}


def test_they_stay_when_lines_move(faulty, recall):
    before = prints(recall)
    page = faulty / "docs" / "index.md"
    page.write_text(page.read_text().replace("# Home\n", "# Home\n\nMore text.\n\n" + CARD.format(id="c", what="a b")))
    assert prints(recall) == before


def test_they_stay_when_a_message_names_another_line_or_number(folder, recall):
    page = folder / "docs" / "index.md"
    page.write_text("# Home\n\n" + QUESTION.format(id="two", mark="x"))
    before = prints(recall)
    page.write_text("# Home\n\nMore.\n\n" + QUESTION.format(id="two", mark="x"))
    assert list(before.values()) == ["duplicate-id"]
    assert prints(recall) == before


def test_one_that_is_fixed_or_new_changes_no_other(faulty, recall):
    before = prints(recall)
    page = faulty / "docs" / "index.md"
    page.write_text(page.read_text().replace("- [ ] This one", "- [x] This one"))
    fixed = prints(recall)
    assert fixed.items() < before.items()
    assert set(before.values()) - set(fixed.values()) == {"no-key"}
    other = MANY.replace("| many", "| other")
    page.write_text(f"# Home\n\n{other}\n{page.read_text()}")
    assert prints(recall).items() > fixed.items()


def test_other_code_in_a_message_is_another_problem(folder, recall):
    page = folder / "docs" / "index.md"
    page.write_text("# Home\n\n[a](one1.md)\n\n/// card | c\n\nWhat is [a](one1.md)?\n\n**Answer:** A.\n\n///\n")
    before = prints(recall)
    page.write_text(page.read_text().replace("one1", "one2"))
    assert before.keys().isdisjoint(prints(recall))
    assert list(before.values()) == ["dead-link"]


def test_equal_problems_are_told_apart():
    each = Problem(
        path="a.md", line=3, severity="error", rule="dead-link", what="`b.md` leads nowhere.", remedy="Fix it."
    )
    other = replace(each, path="c.md")
    found = find_fingerprints([each, replace(each, line=9), other])
    assert len(set(found)) == 3
    assert find_fingerprints([replace(each, line=5), other]) == [found[0], found[2]]


# Paths


def test_paths_begin_at_the_top_of_the_repository(faulty, recall, monkeypatch):
    (faulty / "course").mkdir()
    for name in ("mkdocs.yml", "docs"):
        (faulty / name).rename(faulty / "course" / name)
    commit(faulty)
    monkeypatch.chdir(faulty / "course")
    path = "course/docs/index.md"
    assert report(recall, "gitlab")[0]["location"]["path"] == path
    assert results(recall)[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == path
    assert recall("check", "--format", "github")[1].startswith(f"::error file={path},line=3,")
    assert recall("check")[1].startswith("docs/index.md:3: error")
    assert report(recall, "json")["problems"][0]["path"] == "docs/index.md"


# Changes


def test_changes_as_annotations(committed, recall):
    page = committed / "docs" / "deep" / "page.md"
    added = QUESTION.format(id="three", mark="x").replace("easy", "hard")
    page.write_text(page.read_text().replace("That one", "One of those") + "\n" + added)
    (committed / "docs" / "index.md").write_text("# Home\n")
    code, text = recall("diff", "HEAD", "--format", "github")
    assert code == 0
    assert text.splitlines() == [
        "::notice file=docs/deep/page.md,line=16,title=Added%3A mcq three::This question is new.",
        "::notice file=docs/deep/page.md,line=3,title=Changed%3A mcq two::"
        "Readers who answered it will see “Changed since you answered.”",
        "::notice title=Removed%3A card one::It was in docs/index.md:3.",
    ]


def test_no_change_is_no_annotation(committed, recall):
    assert recall("diff", "HEAD", "--format", "github") == (0, "")


# Problem matchers


def patterns(recall, reader):
    made = json.loads(recall("matcher", reader)[1])
    if reader == "github":
        return [matcher["pattern"][0] for matcher in made["problemMatcher"]]
    return [matcher["pattern"] for matcher in made["tasks"][0]["problemMatcher"]]


def match(recall, reader, lines):
    """What the matchers of a reader find in some lines; no line may match two of them."""
    found = []
    for line in lines:
        hits = [(each, hit) for each in patterns(recall, reader) if (hit := re.search(each["regexp"], line))]
        assert len(hits) <= 1, line
        for pattern, hit in hits:
            names = ("file", "line", "severity", "code", "message")
            found.append({name: hit[pattern[name]] for name in names if name in pattern})
    return found


@pytest.mark.parametrize("reader", ["github", "vscode"])
def test_a_matcher_finds_each_problem_in_the_real_output(faulty, recall, reader):
    (faulty / "docs" / "a: b:7.md").write_text(KEYLESS.replace("one", "odd"))
    (faulty / "docs" / "gone.md").symlink_to("nowhere.md")
    problems = report(recall, "json")["problems"]
    found = match(recall, reader, recall("check")[1].splitlines())
    assert [(each["file"], each.get("line"), each["severity"], each["code"]) for each in found] == [
        (each["path"], str(each["line"]) if each["line"] else None, each["severity"], each["rule"]) for each in problems
    ]
    assert [each["what"] in said["message"] for each, said in zip(problems, found, strict=True)] == [True] * len(found)


def test_a_matcher_finds_nothing_else(folder, recall):
    lines = [*recall("check")[1].splitlines(), "INFO    -  Building", "a.py:1: error: bad", "warning: so"]
    assert match(recall, "github", lines) == []
