"""Where the files of runs lie on this machine until there are newer runs."""

import shutil
from pathlib import Path

from mlops_platform.core.settings import load_settings

FOLDER = "runs"
KEPT = 8
"""Runs whose files are kept, over all repositories: evaluation and registration may come later."""


def run_folder(run_id: str) -> Path:
    """Return the folder of a run, made on first use; the oldest beyond a few are removed."""
    runs = load_settings().home / FOLDER
    folder = runs / run_id
    if not folder.is_dir():
        folder.mkdir(parents=True)
        _prune(runs)
    return folder


def _prune(runs: Path) -> None:
    newest_first = sorted(runs.iterdir(), key=lambda each: each.stat().st_mtime, reverse=True)
    for old in newest_first[KEPT:]:
        shutil.rmtree(old, ignore_errors=True)
