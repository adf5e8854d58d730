import os
import subprocess
import sys
from pathlib import Path

import pytest

from mlops_platform.core.settings import load_settings
from mlops_platform.defs.run_folder import KEPT, run_folder

HOLDER = """
import sys
from mlops_platform.defs.run_folder import run_folder
run_folder("long")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def runs(tmp_path, monkeypatch):
    """Give the folder of all runs in a new home."""
    monkeypatch.setenv("MLOPS_PLATFORM_HOME", str(tmp_path))
    load_settings.cache_clear()
    yield tmp_path / "runs"
    load_settings.cache_clear()


def drawn(runs: Path, *names: str) -> None:
    """Draw folders of runs that nobody uses any more, the first one being the oldest."""
    for age, name in enumerate(reversed(names), 1):
        (runs / name / "train").mkdir(parents=True)
        os.utime(runs / name, (10**9 - age, 10**9 - age))


def names_of(runs: Path) -> set[str]:
    return {each.name for each in runs.iterdir()}


def test_the_newest_are_kept_and_older_ones_go(runs):
    drawn(runs, *map(str, range(KEPT + 2)))
    assert run_folder("new") == runs / "new"
    assert names_of(runs) == {"new", *map(str, range(3, KEPT + 2))}


def test_asking_again_changes_nothing(runs):
    drawn(runs, *map(str, range(KEPT - 1)))
    (run_folder("new") / "log.txt").write_text("kept")
    assert (run_folder("new") / "log.txt").read_text() == "kept"
    assert len(names_of(runs)) == KEPT


def test_a_run_that_goes_on_elsewhere_is_kept_until_it_has_ended(runs):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER],
        env=os.environ | {"MLOPS_PLATFORM_HOME": str(runs.parent)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holder.stdout.readline() == b"held\n"
    os.utime(runs / "long", (1, 1))
    drawn(runs, *map(str, range(KEPT)))
    run_folder("first")
    assert "long" in names_of(runs)
    assert "0" not in names_of(runs)
    holder.communicate()
    run_folder("second")
    assert "long" not in names_of(runs)


def test_a_folder_that_somebody_else_removes_meanwhile_is_no_failure(runs, monkeypatch):
    drawn(runs, *map(str, range(KEPT + 1)))
    listed = list(runs.iterdir())
    (runs / "0" / "train").rmdir()
    (runs / "0").rmdir()
    monkeypatch.setattr(Path, "iterdir", lambda _: iter(listed))
    assert run_folder("new").is_dir()
