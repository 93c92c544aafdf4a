"""mike, which keeps several versions of a site on a branch: each is whole where it is published."""

import os
import subprocess
import sys
from pathlib import Path

from neighbours import MIKE, commit
from sites import ITEMS, Built, find_dead, find_items, find_leaks, find_reviewed, write_project

if "RECALL_ECOSYSTEM" in os.environ:

    def test_each_version_is_whole(tmp_path: Path) -> None:
        write_project(MIKE, tmp_path, first=True)
        commit(tmp_path)
        people = [f"GIT_{who}_{what}" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")]
        programs = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
        env = {**os.environ, "PATH": programs, **dict.fromkeys(people, "someone@example.org")}
        for version in ("1.0", "2.0"):
            subprocess.run(["mike", "deploy", version], cwd=tmp_path, env=env, check=True)
        subprocess.run(["git", "worktree", "add", "published", "gh-pages"], cwd=tmp_path, check=True)
        for version in ("1.0", "2.0"):
            site = Built(tmp_path / "published" / version, [])
            for page, ids in ITEMS.items():
                assert find_items(site.page(page)) == list(ids)
            assert find_dead(site) == []
            assert find_leaks(site) == []
            assert find_reviewed(site, "review/index.html").keys() == {id for ids in ITEMS.values() for id in ids}
