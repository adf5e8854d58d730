"""Where the files of runs lie on this machine until there are newer runs."""

import contextlib
import fcntl
import os
import shutil
from functools import cache
from pathlib import Path

from mlops_platform.core.settings import load_settings

FOLDER = "runs"
KEPT = 8
"""Runs whose files are kept, over all repositories: evaluation and registration may come later."""


def run_folder(run_id: str) -> Path:
    """Return the folder of a run, made on first use; the oldest beyond a few are removed.

    As long as this process lives, nobody removes it: a long run sees many short ones come and go.
    """
    runs = load_settings().home / FOLDER
    folder = runs / run_id
    is_new = not folder.is_dir()
    folder.mkdir(parents=True, exist_ok=True)
    _hold(folder)
    if is_new:
        _prune(runs)
    return folder


@cache
def _hold(folder: Path) -> None:
    """Lock a folder until this process ends, in whichever way."""
    fcntl.flock(_opened(folder), fcntl.LOCK_SH)


def _prune(runs: Path) -> None:
    for old in sorted(runs.iterdir(), key=_made_at, reverse=True)[KEPT:]:
        # Somebody uses it, or removes it at this moment.
        with contextlib.suppress(BlockingIOError, FileNotFoundError):
            _remove(old)


def _remove(folder: Path) -> None:
    descriptor = _opened(folder)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(folder, ignore_errors=True)
    finally:
        os.close(descriptor)


def _opened(folder: Path) -> int:
    return os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)


def _made_at(folder: Path) -> float:
    try:
        return folder.stat().st_mtime
    except FileNotFoundError:
        return 0.0
