"""Links from a site's folder to what is huge or has no end keep no command and no build busy."""

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from builds import build_with_mkdocs
from command_line import CARD, commit, run_recall
from mkdocs_recall.site.sources import folders

SYSTEM = ["/proc", "/dev", "/sys", "/proc/self", "/proc/thread-self"]
LARGE = "docs/odd: error unreadable: the link leads to more than 20 files and folders, so none of them is read."


@pytest.fixture
def large(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site beside a folder with more pages than a link may lead to."""
    monkeypatch.setattr(folders, "MOST_LINKED", 20)
    for number in range(30):
        page = folder / "large" / f"part-{number % 3}" / f"page-{number}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(CARD.format(id=f"card-{number}", what="it"))
    return folder


@pytest.mark.parametrize("target", SYSTEM)
def test_a_link_into_the_system_is_left_out_and_reported(folder: Path, recall, target: str) -> None:
    (folder / "docs" / "odd").symlink_to(target)
    code, text = recall("check")
    assert code == 1
    assert text.startswith("docs/odd: error unreadable: the link leads to /")
    assert "where the system keeps no pages but devices and processes. Remove the link." in text.splitlines()[0]
    assert text.splitlines()[-1] == "1 error and 0 warnings in 2 items on 2 pages."


@pytest.mark.parametrize("words", [("check",), ("stats",), ("fmt", "--check"), ("diff", "HEAD"), ("check", "docs")])
def test_no_command_follows_a_link_into_the_system(folder: Path, words: tuple[str, ...]) -> None:
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere" / "odd").symlink_to("/proc")
    (folder / "docs" / "linked").symlink_to("../elsewhere")
    commit(folder)
    assert run_recall(folder, *words).returncode in (0, 1)


def test_a_folder_of_the_system_is_refused_by_name(folder: Path, recall) -> None:
    (folder / "docs" / "odd").symlink_to("/proc")
    for name in ("/proc", "/dev", "docs/odd"):
        code, text = recall("check", name)
        assert code == 2
        assert f"{name} leads to a folder of the system, which has no pages but devices and processes." in text


@pytest.mark.parametrize("target", ["/dev/null", "/proc/self/pagemap", "/dev/zero"])
def test_a_page_that_is_a_file_of_the_system_is_reported(folder: Path, recall, monkeypatch, target: str) -> None:
    if not Path(target).exists():
        target = "/dev/null"
    (folder / "docs" / "odd.md").symlink_to(target)
    monkeypatch.setattr("mkdocs_recall.site.sources.files.LARGEST", 1000)
    code, text = recall("check")
    assert code == 1
    assert text.startswith("docs/odd.md: error unreadable: ")


def test_the_log_of_the_kernel_is_not_waited_for(folder: Path, recall) -> None:
    """If the kernel has just written something it can be read, and is a page; otherwise it is none."""
    (folder / "docs" / "odd.md").symlink_to("/proc/kmsg")
    assert recall("check")[0] in (0, 1)


def test_a_link_to_too_much_is_left_out_whole_and_reported(large: Path, recall) -> None:
    (large / "docs" / "odd").symlink_to("../large")
    (large / "docs" / "odd-again").symlink_to("../large")
    (large / "docs" / "part").symlink_to("../large/part-1")
    code, text = recall("check")
    assert code == 1
    assert text.splitlines() == [
        f"{LARGE} Link to the folder of the pages only.",
        f"{LARGE.replace('docs/odd', 'docs/odd-again')} Link to the folder of the pages only.",
        "2 errors and 0 warnings in 12 items on 12 pages.",
    ]


def test_many_pages_without_a_link_are_no_problem(large: Path, recall) -> None:
    (large / "large").rename(large / "docs" / "large")
    assert recall("check") == (0, "0 errors and 0 warnings in 32 items on 32 pages.\n")


def test_what_the_site_leaves_out_is_no_problem(large: Path, recall) -> None:
    (large / "docs" / "odd").symlink_to("../large")
    with (large / "mkdocs.yml").open("a") as file:
        file.write("exclude_docs: odd/\n")
    assert recall("check") == (0, "0 errors and 0 warnings in 2 items on 2 pages.\n")


@pytest.mark.parametrize("target", ["/proc", pytest.param("/", marks=pytest.mark.long)])
@pytest.mark.parametrize("excluded", ["", "exclude_docs: odd/\n"])
def test_a_build_stops_where_mkdocs_would_go_on_without_end(folder: Path, caplog, target: str, excluded: str) -> None:
    (folder / "docs" / "odd").symlink_to(target)
    with (folder / "mkdocs.yml").open("a") as file:
        file.write(excluded)
    with pytest.raises(Abort):
        build_with_mkdocs(folder / "mkdocs.yml")
    assert "recall: MkDocs would never finish with this:\ndocs/odd" in caplog.text


def test_a_build_reports_a_page_that_is_no_file(folder: Path, caplog) -> None:
    (folder / "docs" / "odd.md").symlink_to("/dev/zero")
    build_with_mkdocs(folder / "mkdocs.yml")
    assert "docs/odd.md: error unreadable: it is not a regular file." in caplog.text
    assert (folder / "site" / "index.html").is_file()


def test_a_build_reports_what_check_reports(large: Path, recall, caplog) -> None:
    (large / "docs" / "odd").symlink_to("../large")
    build_with_mkdocs(large / "mkdocs.yml")
    assert LARGE in caplog.text
