"""The MkDocs plugin `recall`: registers the Markdown extension, adds its files, reports problems of the whole site."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from .assets import find_parts, locate, ship_all
from .config import EXTENSION, RecallConfig, page_language, share_options
from .extension.context import log
from .extension.engine import CurrentPage, find_addresses, find_path
from .extension.late_addresses import LateAddresses
from .extension.preview import OVERVIEW, Preview
from .extension.run_links import publish_scripts
from .kinds import Downloads, Explain, PageBlock, find_kinds
from .model.identity import default_site_id, why_no_site_id
from .model.label_languages import name_levels
from .model.problems import Fault, Problem
from .model.text import to_line
from .neighbours import PRINT_SITE, find_copies, replace_shim, set_copy
from .offline.published import PublishedSite
from .render.extract import cut_items, replace_element
from .render.finished_page import find_ids, find_unread
from .render.items.card import write_blank_card
from .render.problems import write_error
from .rules.quality.names import check_rule_settings
from .search_index import lighten_search
from .site.bank import Bank, PageItems, check_former_ids
from .site.manifest import ManifestPage, PageData, SiteData, WideTest
from .site.page_checks import check_page_blocks
from .site.quality import Judge
from .site.reader import read_site
from .site.sections.headings import read_slug
from .site.settings import SettingsError, read_settings
from .site.source_text import decode, excludes
from .site.sources.files import read_bytes, to_problems
from .site.sources.folders import walk_folders
from .site.test_pools import check_tests, find_named
from .site.translations import Translations
from .syntax.header import check_levels
from .syntax.labels import check_labels
from .ui import ENGLISH_UI, words

if TYPE_CHECKING:
    from .exports.downloads import DownloadFiles


class RecallPlugin(BasePlugin[RecallConfig]):
    """Cards and choice questions for MkDocs."""

    def __init__(self) -> None:
        self.given: dict[str, Any] = {}
        self.bank = Bank()
        self.late = LateAddresses()
        self.current = CurrentPage()
        self.downloads: DownloadFiles | None = None
        self.data: SiteData | None = None
        """None where no page shows items of others."""
        self.finished: dict[str, set[str]] = {}
        """Ids of the items on each page that is finished, by source address."""
        self.unreadable: list[Problem] = []
        self.judge = Judge()
        self.say = ENGLISH_UI
        """The words of the site's language."""
        self.translations = Translations()
        self.serving = False
        self.published = PublishedSite()
        self.order: dict[str, int] = {}
        """Place of each page in the navigation, by source address."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Note whether authors look on: a live preview shows warnings in its pages, and lists all problems."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the options and register the Markdown extension with them."""
        if (options := share_options(self.given, config)) != self.given:
            errors, _ = super().load_config(options)
            if errors:
                raise PluginError(f"recall: `markdown_extensions`: {errors[0][0]}: {errors[0][1]}")
        try:
            language = self.config.language or page_language(config)
            levels = check_levels(self.config.levels or name_levels(language))
            rules, labels = check_rule_settings(self.config.rules), check_labels(self.config.labels, language)
        except ValueError as error:
            raise PluginError(str(error)) from None
        site_id = self.config.site_id or default_site_id(config.site_name or "")
        if wrong := why_no_site_id(site_id):
            raise PluginError(f"recall: `site_id` must {wrong}")
        if not self.config.site_id:
            log.info(f"recall: site_id is `{site_id}`, made from site_name. Set it: if it changes, progress is lost.")
        self.bank, self.unreadable = Bank(levels=levels, labels=labels), []
        self.judge = Judge(language=language, rules=rules)
        if EXTENSION not in config.markdown_extensions:
            config.markdown_extensions.append(EXTENSION)
        self.say = words(language, page_language(config))
        lighten_search(config.plugins, self.say("page.search.item"))
        offline, install = self.config.offline, self.config.install
        # A preview would leave its worker to the next one at its address.
        self.published = PublishedSite() if self.serving else PublishedSite(offline=offline, install=install)
        self.late, self.current = LateAddresses.draw(moving=PRINT_SITE in config.plugins), CurrentPage()
        self.data, self.finished = None, {}
        config.mdx_configs[EXTENSION] = {
            "site_id": site_id,
            "levels": levels,
            "section_marks": self.config.section_marks,
            "confidence": self.config.confidence,
            "bank": self.bank,
            "late": self.late,
            "words": self.say,
            "current": self.current,
        }
        return config

    def load_config(self, options: dict[str, Any], config_file_path: str | None = None) -> Any:
        """Note what the plugin is given, apart from what it takes by default."""
        self.given = options
        return super().load_config(options, config_file_path)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the shipped files, and look for pages that are not UTF-8."""
        language = self.config.language or page_language(config)  # mkdocs-static-i18n has set it only now.
        self.say = config.mdx_configs[EXTENSION]["words"] = words(language, page_language(config))
        self.bank.labels = self.bank.labels.in_language(language)
        if not self.config.levels:
            self.bank.levels = config.mdx_configs[EXTENSION]["levels"] = name_levels(language)
        self.bank.translations = self.translations.follow(config.plugins.get("i18n"))
        started = list(self.published.scripts())
        # With mkdocs-static-i18n, several builds share their configuration.
        config.extra_javascript += [uri for _, uri, _ in started if uri not in config.extra_javascript]
        for name, uri, content in (*ship_all(self.say), *started, *replace_shim(config)):
            if written := files.get_file_from_path(uri):  # By `recall assets`.
                files.remove(written)
            given = {"abs_src_path": str(locate(name))} if content is None else {"content": content}
            file = File.generated(config, uri, **given)
            file.abs_src_path = str(locate(name))  # Some plugins expect every file to be on this machine.
            files.append(file)
        for file in files.documentation_pages():
            self._mend_encoding(file, config)
        if self.serving and config.config_file_path:
            self._preview(files, config)
        return files

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Report the folders that cannot be read. Stop at a link that would keep MkDocs busy without end."""
        docs, root = Path(config.docs_dir), Path(config.config_file_path or "mkdocs.yml").parent
        found = walk_folders(docs)
        if problems := list(to_problems(found.endless, docs, root)):
            raise PluginError("\n".join(["recall: MkDocs would never finish with this:", *map(str, problems)]))
        self.unreadable += to_problems(found.left_out, docs, root, config.exclude_docs)

    def _preview(self, files: Files, config: MkDocsConfig) -> None:
        """Read all sources before any page is rendered, so that each page can tell of the problems of all."""
        try:
            site = read_site(read_settings(Path(config.config_file_path)))
        except SettingsError as error:
            raise PluginError(f"recall: {error}") from None
        preview = Preview(problems=site.problems(), addresses=site.addresses)
        config.mdx_configs[EXTENSION]["preview"] = preview
        files.append(
            File.generated(
                config, OVERVIEW, content=f"# {self.say('page.problems.title')}\n", inclusion=InclusionLevel.NOT_IN_NAV
            )
        )

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Note in which order readers meet the pages."""
        self.order = {page.file.src_uri: number for number, page in enumerate(nav.pages)}

    @event_priority(100)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Note which page is rendered, for the texts that other plugins convert for it."""
        for key in self.current.begin(page.file, config, files):
            self.bank.forget(key)
        if excludes(page.meta):
            self.bank.excluded.add(find_path(page.file, config))

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Stop at the first page with a problem where the site asks for that; else judge the page's items.

        Their texts are let go then: a large site would have more of them than of anything else.
        """
        self.current.end()
        self._stop_at(page.file, config)
        path = find_path(page.file, config)
        self._judge(self.bank.pages[key] for key in (path, *self.current.parts.get(path, ())) if key in self.bank.pages)
        return html

    def _judge(self, pages: Iterable[PageItems]) -> None:
        """Judge the quality of those pages by themselves that are not judged yet, or are rendered again."""
        for items in pages:
            if not items.outlined:
                self.judge.read(items)
                self.bank.outline(items.page.path)

    def on_env(self, env: object, *, config: MkDocsConfig, files: Files) -> None:
        """Report what is wrong, in one go: all pages are rendered, none is written yet.

        Findings about quality are told and no more, so that they never keep a strict build from passing.
        """
        self._judge_tests(config, files)
        for file in files.documentation_pages():
            self._stop_at(file, config)
        for problem in sorted([*self.unreadable, *self.bank.problems()]):
            log.error(str(problem))
        self._judge(list(self.bank.pages.values()))
        for problem in self.judge.tell([self.bank.pages[path] for path in sorted(self.bank.pages)]):
            log.info(str(problem))
        self._make_downloads(config, files)
        self._name_addresses(config, files)

    def _make_downloads(self, config: MkDocsConfig, files: Files) -> None:
        """Make the files that pages offer, from the sources. Where there are some, the exports are loaded, too."""
        self.downloads = None
        blocks = (entry.block for items in self.bank.pages.values() for entry in items.entries)
        if not any(isinstance(block, Downloads) for block in blocks):
            return
        from .exports.downloads import DownloadFiles, DownloadsError

        self.downloads = DownloadFiles(self.say)
        try:
            self.downloads.make(self.bank, find_addresses(files, config), Path(config.config_file_path), log.log)
        except DownloadsError as error:
            raise PluginError(f"recall: the downloads cannot be made: {error}") from None

    def _stop_at(self, file: File, config: MkDocsConfig) -> None:
        """Stop the build if the page has problems and the site asks for that."""
        if self.config.on_error != "raise":
            return
        path = find_path(file, config)
        keys = (path, *self.current.parts.get(path, ()))
        unreadable = (problem for problem in self.unreadable if problem.path == path)
        if problems := sorted([*unreadable, *(problem for key in keys for problem in self.bank.problems(key))]):
            raise PluginError(
                "\n".join(["recall: the build stops at the first page with problems:", *map(str, problems)])
            )

    def _judge_tests(self, config: MkDocsConfig, files: Files) -> None:
        """Look at what only the whole site shows, such as the bank of a test over several pages, now that all are read.

        A box takes the place of a faulty block.
        """
        pages = {find_path(file, config): file for file in files.documentation_pages()}
        uris = find_addresses(files, config)
        self._show_faults(check_tests(self.bank, uris, uris.values()), pages)
        self._show_faults(check_page_blocks(self.bank, uris, uris.values()), pages)
        self._show_faults(check_former_ids(self.bank), pages)

    def _show_faults(self, found: Mapping[str, Mapping[int, Sequence[Fault]]], files: Mapping[str, File]) -> None:
        """Note faults that only the whole site shows, and put a box in the place of each faulty block."""
        for path, faults in found.items():
            page = files[path].page if path in files else None
            for entry in self.bank.add(path, faults).placed():
                if page and entry.region.start in faults:
                    box = write_error(entry.problems, entry.block.id, self.say)
                    name = entry.block.anchor if isinstance(entry.block, PageBlock) else entry.block.id
                    page.content = replace_element(page.content or "", f"recall-{entry.block.kind}", name, box)

    def _name_addresses(self, config: MkDocsConfig, files: Files) -> None:
        """Put the addresses into the pages that are known only now.

        Without a review its attribute goes. Where a page shows items of others, note what all pages hold: it is
        written when all pages are finished.
        """
        pages = self._pages(files)
        manifest = ""
        if any(self.late.manifest in text for page in pages for _, _, text, _ in find_copies(page, config)):
            site_id = config.mdx_configs[EXTENSION]["site_id"]
            held = [data for page in pages if (data := self._page_data(page, config))]
            tests = list(self._tests(pages, config, files))
            lessons = [shown for page in pages if (shown := self._lesson(page, config))]
            self.data = SiteData(site_id, config.site_name or site_id, held, tests, lessons)
            manifest = self.data.uri
        review = next((page.url for page in pages if self._has_review(page, config)), None)
        kinds = find_kinds(entry.block for items in self.bank.pages.values() for entry in items.all_entries())
        needed = {part.name for part in find_parts(kinds)}
        for page in pages:
            for holder, name, text, url in list(find_copies(page, config)):
                text = self.late.settle_borrowed(text, needed)
                text = self.downloads.fill(text, page.url, self.late) if self.downloads else text
                set_copy(holder, name, self._fill(text, url, manifest, review))

    def _fill(self, text: str, url: str, manifest: str, review: str | None) -> str:
        """The HTML of a page at an address, with the addresses that it needs."""
        if self.late.root:
            text = text.replace(self.late.root, html.escape(get_relative_url("-", url)[:-1]))
        text = text.replace(self.late.manifest, html.escape(get_relative_url(manifest, url)))
        if review is None:
            return text.replace(f' data-recall-review="{self.late.review}"', "")
        return text.replace(self.late.review, html.escape(get_relative_url(review, url)))

    def _has_review(self, page: Page, config: MkDocsConfig) -> bool:
        """Whether a review without faults is on the page."""
        items = self.bank.pages.get(find_path(page.file, config))
        return items is not None and items.has_review()

    def _pages(self, files: Files) -> list[Page]:
        """All pages, those of the navigation first and in its order."""
        pages = [file.page for file in files.documentation_pages() if file.page]
        return sorted(pages, key=lambda page: self.order.get(page.file.src_uri, len(self.order)))

    def _items(self, page: Page, config: MkDocsConfig) -> PageItems | None:
        """What a page holds, also in further texts; None where that is nothing."""
        path = find_path(page.file, config)
        found = [self.bank.pages[key] for key in (path, *self.current.parts.get(path, ())) if key in self.bank.pages]
        return replace(found[0], more=tuple(found[1:])) if found else None

    def _page_data(self, page: Page, config: MkDocsConfig) -> PageData | None:
        """What a page holds for other pages; None where that is nothing."""
        items = self._items(page, config)
        if items is None or not any(items.items()) or find_path(page.file, config) in self.bank.excluded:
            return None
        shown = _shown(page, items, config)
        blank_card = write_blank_card(self.say) if any(isinstance(item, Explain) for item in items.items()) else ""
        return PageData(shown, cut_items(page.content or "", page.url), page.url, blank_card)

    def _lesson(self, page: Page, config: MkDocsConfig) -> ManifestPage | None:
        """A page without items, which may teach what the items of others ask; None where it has some."""
        items = self._items(page, config)
        return None if items is None or any(items.items()) else _shown(page, items, config)

    def _tests(self, pages: Sequence[Page], config: MkDocsConfig, files: Files) -> Iterator[WideTest]:
        """The tests that draw from other pages, with what each names."""
        named = find_named(self.bank, find_addresses(files, config))
        for page in pages:
            items = self.bank.pages.get(find_path(page.file, config))
            for deck in items.tests() if items else ():
                if deck.origins:
                    path, title, source = page.url or "./", str(page.title or page.url), page.file.src_uri
                    yield WideTest(deck=deck, path=path, title=title, source=source, draws=named.get(deck.id, ()))

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Note what a finished page shows, and warn if that is a question that was not read as one."""
        self.finished[page.file.src_uri] = find_ids(output)
        path = find_path(page.file, config)
        said = any(problem.rule == "unclosed-code" for problem in self.bank.problems(path))
        if not said and (header := find_unread(output)):
            where = f"{path}: `{header}` is text in the finished page"
            remedy = "Move the question to a Markdown page, or show it as code."
            log.warning(to_line(f"{where}, so readers see its answers. {remedy}"))
        return output

    def _write_files(self, *, config: MkDocsConfig) -> None:
        """Copy scripts of items, and write what pages show of each other, before other languages are built."""
        pages = (page for path, page in self.bank.pages.items() if path not in self.bank.excluded)
        items = [item for page in pages for item in page.items()]
        publish_scripts(items, str(Path(config.config_file_path or "mkdocs.yml").parent), config.site_dir)
        site = Path(config.site_dir)
        if self.downloads:
            self.downloads.write(site)
        if self.data:
            self._write_data(self.data, site)

    @event_priority(-200)
    def _list_files(self, *, config: MkDocsConfig) -> None:
        """Write what lists all files of the site, once every other plugin has written its own."""
        about = {"description": config.site_description or "", "language": page_language(config)}
        icons = [str(name) for name in (config.theme.get("logo"), config.theme.get("favicon")) if name]
        self.published.finish(Path(config.site_dir), name=config.site_name, **about, icons=icons)

    on_post_build = CombinedEvent(_write_files, _list_files)

    def _write_data(self, data: SiteData, site: Path) -> None:
        """Write what pages show of each other. What a page has lost since it was rendered stays off all others."""
        for source in data.keep(self.finished):
            log.info(to_line(f"recall: {source} no longer shows all its questions, so other pages leave those out."))
        data.write_into(site)

    def _mend_encoding(self, file: File, config: MkDocsConfig) -> None:
        """Report a page that is not UTF-8 or no text, and let the build go on with what can be read of it."""
        if file.abs_src_path is None:
            return
        path = find_path(file, config)
        content, unreadable = read_bytes(Path(file.abs_src_path), path)
        text = ""
        if content is not None:
            text, unreadable = decode(content, path)
        if unreadable:
            source, file.content_string = file.abs_src_path, text
            file.abs_src_path = source  # Setting the text unsets it, and problems would lose the page's folder.
            self.unreadable.append(unreadable)


def _shown(page: Page, items: PageItems, config: MkDocsConfig) -> ManifestPage:
    """A page as the manifest names it."""
    path, title = page.url or "./", str(page.title or page.url)
    slug = read_slug(config.mdx_configs.get("toc") or {})
    return ManifestPage(items=items, source=page.file.src_uri, path=path, title=title, slug=slug)
