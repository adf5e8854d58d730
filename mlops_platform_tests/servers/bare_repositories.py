"""Bare Git repositories drawn from a mapping of paths to contents, hostile ones included.

They are written with `git fast-import`, which also accepts names and dates that a work tree could
never hold.
"""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DATE = "1700000000 +0000"


@dataclass(frozen=True)
class Link:
    """A symbolic link to `target`, in the place of a file's content."""

    target: str


@dataclass(frozen=True)
class Submodule:
    """A pointer to a commit of another repository, in the place of a file's content."""

    commit: str = "1" * 40


Content = str | bytes | Link | Submodule
Tree = Mapping[str | bytes, Content] | Mapping[str, Content]


def make_bare_repository(root: Path, name: str, files: Tree, *, date: str = DATE) -> str:
    """Create `<root>/<name>.git` with one commit on `main`, and return the commit's id.

    On a repository that exists already, the commit is added on top of `main`.
    """
    directory = _bare(root, name)
    stream = b"".join(_commit(directory, files, date))
    arguments = ("fast-import", "--quiet", "--date-format=raw-permissive")
    _git(f"--git-dir={directory}", *arguments, stdin=stream)
    return commit_id(root, name, "refs/heads/main")


def make_raw_repository(root: Path, name: str, path: str, content: str) -> str:
    """Create a repository whose tree holds one path that Git itself would never write."""
    directory = f"--git-dir={_bare(root, name)}"
    entry = _git(directory, "hash-object", "-w", "--stdin", stdin=content.encode())
    mode = "100644"
    for step in reversed(path.split("/")):
        line = f"{mode} {step}".encode() + b"\0" + bytes.fromhex(entry)
        entry = _raw_tree(directory, line)
        mode = "40000"
    return _commit_tree(root, name, entry)


def make_tree_bomb(root: Path, name: str, levels: int) -> str:
    """Create a repository of a few hundred bytes that unfolds to 10 ** `levels` files."""
    directory = f"--git-dir={_bare(root, name)}"
    entry = _git(directory, "hash-object", "-w", "--stdin", stdin=b"boom")
    mode = b"100644"
    for _ in range(levels):
        lines = (b"%s f%d\0" % (mode, n) + bytes.fromhex(entry) for n in range(10))
        entry = _raw_tree(directory, b"".join(lines))
        mode = b"40000"
    return _commit_tree(root, name, entry)


def commit_id(root: Path, name: str, ref: str) -> str:
    """Return the id that a ref of a bare repository points to."""
    return _git(f"--git-dir={root / name}.git", "rev-parse", "--verify", ref)


def point(root: Path, name: str, ref: str, target: str) -> None:
    """Make a ref (`refs/heads/…`, `refs/tags/…`) point to an object."""
    _git(f"--git-dir={root / name}.git", "update-ref", ref, target)


def annotate(root: Path, name: str, tag: str, target: str) -> None:
    """Make an annotated tag on an object."""
    author = ("-c", "user.name=Author", "-c", "user.email=author@example.org")
    _git(*author, f"--git-dir={root / name}.git", "tag", "--annotate", "-m", tag, tag, target)


def _bare(root: Path, name: str) -> Path:
    directory = root / f"{name}.git"
    if not directory.exists():
        _git("init", "--quiet", "--bare", "--initial-branch=main", str(directory))
    return directory


def _raw_tree(directory: str, lines: bytes) -> str:
    return _git(directory, "hash-object", "-w", "-t", "tree", "--literally", "--stdin", stdin=lines)


def _commit_tree(root: Path, name: str, tree: str) -> str:
    author = ("-c", "user.name=Author", "-c", "user.email=author@example.org")
    directory = f"--git-dir={root / name}.git"
    commit = _git(*author, directory, "commit-tree", "-m", "commit", tree)
    point(root, name, "refs/heads/main", commit)
    return commit


def _commit(directory: Path, files: Tree, date: str) -> list[bytes]:
    parts = [
        b"commit refs/heads/main\n",
        f"committer Author <author@example.org> {date}\ndata 6\ncommit\n".encode(),
    ]
    if (directory / "refs/heads/main").exists():
        parts.append(b"from refs/heads/main^0\ndeleteall\n")
    return [*parts, *(_entry(path, content) for path, content in files.items())]


def _entry(path: str | bytes, content: Content) -> bytes:
    name = _quoted(path.encode() if isinstance(path, str) else path)
    if isinstance(content, Submodule):
        return b"M 160000 %s %s\n" % (content.commit.encode(), name)
    mode = b"120000" if isinstance(content, Link) else b"100644"
    text = content.target if isinstance(content, Link) else content
    body = text.encode() if isinstance(text, str) else text
    return b"M %s inline %s\ndata %d\n%s\n" % (mode, name, len(body), body)


def _quoted(name: bytes) -> bytes:
    return b'"' + b"".join(b"\\%03o" % byte for byte in name) + b'"'


def _git(*arguments: str, stdin: bytes = b"") -> str:
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": "/nonexistent",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_COMMITTER_DATE": DATE,
        "GIT_AUTHOR_DATE": DATE,
    }
    done = subprocess.run(
        ["git", *arguments], input=stdin, capture_output=True, check=True, env=environment
    )
    return done.stdout.decode().strip()
