"""Whether a directory is the top of a Git work tree of its own.

A directory that was sent by someone else could point with `.git` at another repository of this
machine. Then it is no work tree here, and its files are read as they are.
"""

import os
from pathlib import Path

POINTER_BYTES = 4096


def is_work_tree(directory: Path) -> bool:
    """Tell whether a directory holds its own repository, or is a linked work tree of one."""
    git = directory / ".git"
    if git.is_symlink():
        return False
    return _is_repository(git) if git.is_dir() else _is_linked(git)


def _is_repository(git: Path) -> bool:
    parts = [git / name for name in ("HEAD", "objects", "refs")]
    return all(part.exists() and not part.is_symlink() for part in parts) and not (
        (git / "commondir").exists() or (git / "packed-refs").is_symlink()
    )


def _is_linked(git: Path) -> bool:
    """Follow `git worktree`: the repository must point back at this very file."""
    pointer = _first_line(git)
    if not pointer.startswith("gitdir: "):
        return False
    administration = git.parent / pointer.removeprefix("gitdir: ")
    back = _first_line(administration / "gitdir")
    return bool(back) and (administration / back).resolve() == git.resolve()


def _first_line(file: Path) -> str:
    # Opening a pipe would wait for ever, and a NUL is in no path.
    if not file.is_file():
        return ""
    with file.open("rb") as opened:
        line = opened.read(POINTER_BYTES).partition(b"\n")[0]
    return "" if b"\0" in line else os.fsdecode(line)
