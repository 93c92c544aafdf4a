"""Whatever a repository is like, `diff` and `check --base` compare with it or say why not."""

import os

import pytest

from command_line import CARD, QUESTION, commit, git


def refused(done):
    """The single line that a command said."""
    code, text = done
    assert code == 2
    assert len(text.splitlines()) == 1
    return text


@pytest.mark.parametrize("words", [("diff", "HEAD"), ("check", "--base", "HEAD")])
def test_no_git(committed, recall, monkeypatch, tmp_path_factory, words):
    monkeypatch.setenv("PATH", str(tmp_path_factory.mktemp("empty")))
    assert refused(recall(*words)).endswith(": git is not installed.\n")


@pytest.mark.parametrize("words", [("diff", "HEAD"), ("check", "--base", "HEAD")])
def test_no_repository(folder, recall, monkeypatch, words):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    assert "not a git repository" in recall(*words)[1]
    assert recall(*words)[0] == 2


@pytest.mark.parametrize(
    "base", ["", "nowhere", "--all", "HEAD:docs", "HEAD~5", "a\x00b", "a\nb", "0" * 40, "-", "@{u}"]
)
def test_no_such_commit(committed, recall, base):
    assert refused(recall("check", f"--base={base}") if base else recall("diff", "")).startswith("recall ")


def test_a_repository_without_a_commit(folder, recall):
    git(folder, "init", "--quiet")
    assert refused(recall("diff", "HEAD")) == "recall diff: there is no commit `HEAD` here.\n"


def test_a_shallow_clone_says_how_to_get_the_commit(committed, recall, monkeypatch, tmp_path_factory):
    git(committed, "commit", "--quiet", "--allow-empty", "--message", "More")
    clone = tmp_path_factory.mktemp("clone") / "it"
    git(committed, "clone", "--quiet", "--depth=1", committed.as_uri(), str(clone))
    monkeypatch.chdir(clone)
    assert "`git fetch --unshallow`" in refused(recall("diff", "HEAD~1"))
    assert "No question was added" in recall("diff", "HEAD")[1]


def test_a_detached_head(committed, recall):
    git(committed, "checkout", "--quiet", "--detach")
    assert "No question was added" in recall("diff", "HEAD")[1]


def test_pages_that_releases_leave_out_are_compared_too(folder, recall):
    (folder / ".gitattributes").write_text("docs export-ignore\n*.md export-subst\n")
    commit(folder)
    assert "No question was added" in recall("diff", "HEAD")[1]


def test_links_in_the_repository(folder, recall, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "page.md").write_text(CARD.format(id="outside", what="far away"))
    (folder / "docs" / "inside.md").symlink_to("../inside.md")
    (folder / "inside.md").write_text(CARD.format(id="inside", what="near"))
    (folder / "docs" / "away.md").symlink_to("/nowhere/at/all.md")
    (folder / "docs" / "out").symlink_to(os.path.relpath(outside, folder / "docs"))
    (folder / "docs" / "self").symlink_to(".")
    commit(folder)
    assert "No question was added" in recall("diff", "HEAD")[1]


def test_a_submodule_is_compared_too(committed, recall, tmp_path_factory):
    part = tmp_path_factory.mktemp("part")
    (part / "page.md").write_text(CARD.format(id="in-part", what="a part"))
    commit(part, "Part")
    git(committed, "-c", "protocol.file.allow=always", "submodule", "add", "--quiet", str(part), "docs/part")
    git(committed, "commit", "--quiet", "--message", "Add the part")
    assert "No question was added" in recall("diff", "HEAD")[1]
    page = committed / "docs" / "part" / "page.md"
    page.write_text(page.read_text().replace("It is", "That is"))
    assert "0 added, 1 changed, 0 removed" in recall("diff", "HEAD")[1]
    assert "1 added, 0 changed, 0 removed" in recall("diff", "HEAD~1")[1]


def test_a_commit_of_a_submodule_that_is_not_here(committed, recall, tmp_path_factory):
    part = tmp_path_factory.mktemp("part")
    (part / "page.md").write_text("x\n")
    commit(part, "Part")
    git(committed, "-c", "protocol.file.allow=always", "submodule", "add", "--quiet", str(part), "docs/part")
    git(committed, "update-index", "--cacheinfo", f"160000,{'1' * 40},docs/part")
    git(committed, "commit", "--quiet", "--message", "Add the part")
    assert "in the submodule part, " in refused(recall("diff", "HEAD"))


def test_a_configuration_that_was_broken_then(committed, recall):
    good = (committed / "mkdocs.yml").read_text()
    (committed / "mkdocs.yml").write_text("site_name: [")
    git(committed, "commit", "--quiet", "--all", "--message", "Break it")
    (committed / "mkdocs.yml").write_text(good)
    code, text = recall("diff", "HEAD")
    assert code == 2
    assert text.startswith("recall diff: at `HEAD`, mkdocs.yml cannot be read: ")


def test_no_pages_then(folder, recall):
    (folder / "mkdocs.yml").rename(folder / "kept.yml")
    git(folder, "init", "--quiet")
    git(folder, "add", "kept.yml")
    git(folder, "commit", "--quiet", "--message", "No pages")
    (folder / "kept.yml").rename(folder / "mkdocs.yml")
    assert "2 added, 0 changed, 0 removed" in recall("diff", "HEAD")[1]


def test_a_page_that_could_not_be_read_then(folder, recall):
    (folder / "docs" / "index.md").write_bytes(b"\xff\n" + QUESTION.format(id="three", mark="x").encode())
    commit(folder)
    assert recall("diff", "HEAD")[0] == 0
    assert recall("check", "--base", "HEAD")[0] == 1


def test_a_folder_whose_name_ends_in_white_space(tmp_path, recall, monkeypatch):
    top = tmp_path / "odd \n"
    (top / "docs").mkdir(parents=True)
    (top / "mkdocs.yml").write_text("site_name: A\n")
    (top / "docs" / "a.md").write_text(CARD.format(id="one", what="it"))
    commit(top)
    monkeypatch.chdir(top)
    assert "No question was added" in recall("diff", "HEAD")[1]
