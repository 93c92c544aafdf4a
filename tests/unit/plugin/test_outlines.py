"""What a build keeps of a page that is rendered: what was found in it, and its items without their texts."""

from mkdocs_recall.plugin import RecallPlugin
from mkdocs_recall.site.reader import read_site
from mkdocs_recall.site.settings import read_settings

QUESTION = "/// mcq | {id} hard {settings}\n\nWhat is `{id}`?\n\n- [x] One\n- [ ] Two\n  > It is not.\n\n///\n\n"
EXPLAIN = (
    "/// explain | {id}\n\nWhy?\n\n**Concepts:**\n\n- First {{#one}}\n- Second\n\n**Model answer:** So.\n\n///\n\n"
)
TRUE = "/// mcq | {id} easy\n\nIs it?\n\n- [x] True\n  > It is.\n- [ ] False\n  > It is.\n\n///\n\n"

PAGES = {
    "index.md": "# Home\n\n" + QUESTION.format(id="a", settings="taught=lesson.md#part"),
    "lesson.md": "# Lesson\n\n## Part\n\nZebras.\n\n" + QUESTION.format(id="b", settings="") + EXPLAIN.format(id="e"),
    "aka.md": "# Former\n\n" + QUESTION.format(id="c", settings="aka=a"),
    "set.md": "# Set\n\n//// practice | s\n\n" + "".join(TRUE.format(id=f"t{at}") for at in range(6)) + "////\n",
    "test.md": "# Test\n\n//// test | t draw=2 from=none.md\n\n////\n",
    "ignore.md": "# Ignored\n\n<!-- recall: ignore missing-reason: so -->\n" + QUESTION.format(id="d", settings=""),
    "unused.md": "# Unused\n\n<!-- recall: ignore long-stem: so -->\n" + QUESTION.format(id="f", settings=""),
}


def plugins_of(monkeypatch):
    """The plugin of each build, as it is at the end."""
    found = []
    tell = RecallPlugin._name_addresses
    monkeypatch.setattr(RecallPlugin, "_name_addresses", lambda self, *told: (found.append(self), tell(self, *told)))
    return found


def test_a_build_finds_what_is_found_in_whole_sources(small_site, caplog):
    caplog.set_level("INFO")
    folder = small_site(PAGES, plugins=[{"recall": {"site_id": "x"}}])
    told = [record.getMessage() for record in caplog.records if record.name == "mkdocs.plugins.recall"]
    root = next(each for each in (folder, folder.parent) if (each / "mkdocs.yml").is_file())
    problems = [str(problem) for problem in read_site(read_settings(root / "mkdocs.yml")).problems()]
    assert sorted(told) == sorted(problems)
    rules = {problem.split()[2].rstrip(":") for problem in problems}
    assert {"untaught", "true-false", "missing-reason", "unused-ignore", "bad-aka", "test-from"} <= rules
    assert not any("mcq c:" in problem and "missing" in problem for problem in problems)


def test_no_text_of_an_item_stays(small_site, monkeypatch):
    found = plugins_of(monkeypatch)
    small_site(PAGES, plugins=[{"recall": {"site_id": "x"}}])
    pages = found[0].bank.pages
    assert len(pages) == len(PAGES)
    for items in pages.values():
        assert not any(line for line in items.page.lines if "What is" in line or "One" in line)
        for entry in items.all_entries():
            assert not entry.region.body
            assert not getattr(entry.block, "stem", "")
            assert not getattr(entry.block, "options", ())
            assert not getattr(entry.block, "parts", ())


def test_an_outline_keeps_what_is_stored(small_site, monkeypatch):
    found = plugins_of(monkeypatch)
    folder = small_site(PAGES, plugins=[{"recall": {"site_id": "x"}}])
    root = next(each for each in (folder, folder.parent) if (each / "mkdocs.yml").is_file())
    whole = read_site(read_settings(root / "mkdocs.yml")).bank.pages
    for path, items in found[0].bank.pages.items():
        for kept, entry in zip(items.items(), whole[path].items(), strict=True):
            assert (kept.id, kept.revision, kept.rank, kept.aka) == (entry.id, entry.revision, entry.rank, entry.aka)
            assert [each.id for each in kept.concepts] == [each.id for each in entry.concepts]
        for kept, whole_set in zip(items.sets(), whole[path].sets(), strict=True):
            assert [item.id for item in kept.items] == [item.id for item in whole_set.items]
