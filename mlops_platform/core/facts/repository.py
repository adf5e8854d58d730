"""The inventory: every file of a checkout, what part it plays, its README and its licence."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.facts.inventory.declared_license import read_declared_license
from mlops_platform.core.facts.inventory.licenses import expression, identify, is_license_name
from mlops_platform.core.facts.inventory.roles import (
    FOREIGN,
    Folder,
    Role,
    file_role,
    holds_tests,
    needs_a_look,
)
from mlops_platform.core.facts.inventory.tree import FoundFile, FoundLink, walk
from mlops_platform.core.facts.text.texts import decode, read_head, shown

__all__ = ["RepositoryFacts", "Role", "TrackedFile", "read_repository"]

_LOOK_BYTES = 64 * 1024
_LICENSE_BYTES = 256 * 1024
_LFS_BYTES = range(110, 200)
_LFS_POINTER = re.compile(
    rb"version https://git-lfs\.github\.com/spec/v1\n(?:[^\n]{1,200}\n)*?size (\d{1,15})\n"
)
_NEVER_LFS = (".py", ".pyi", ".md", ".rst", ".sh", ".cfg", ".ini", ".toml", ".html", ".c", ".h")
_README_FOLDERS = ("", ".github", "docs")
_README_SUFFIXES = (".md", ".markdown", ".rst", ".txt", "", ".adoc", ".org")


class TrackedFile(NamedTuple):
    """One regular file; `path` is relative, with `/`, and safe to show (no control characters).

    `size_bytes` is what lies in the tree; where that is a Git LFS pointer, `lfs_size_bytes` is the
    size of what it points to.
    """

    path: str
    size_bytes: int
    role: Role
    lfs_size_bytes: int | None = None


class RepositoryFacts(NamedTuple):
    """All regular files by path, in order, and what is not one.

    `files` holds no links: they are listed in `links` and never followed. `license_spdx` is None
    where no licence is stated, or where `license_paths` hold words that are not known; without a
    licence file it comes from the manifest line in `license_declared`.
    """

    files: tuple[TrackedFile, ...]
    links: tuple[str, ...]
    submodules: tuple[str, ...]
    vendored_trees: tuple[str, ...]
    unread: tuple[UnreadFile, ...]
    readme_path: str | None
    license_paths: tuple[str, ...]
    license_spdx: str | None
    license_declared: tuple[str, int] | None = None


def read_repository(checkout: Checkout) -> RepositoryFacts:
    """List the checkout; open only what its name does not settle."""
    found = list(walk(checkout.root))
    files = sorted(_tracked(checkout, each) for each in found if isinstance(each, FoundFile))
    paths = [file.path for file in files]
    license_paths = _license_paths(paths)
    spdx = _license(checkout, license_paths)
    declared = None if license_paths else read_declared_license(checkout, frozenset(paths))
    return RepositoryFacts(
        files=tuple(files),
        links=tuple(sorted(each.path for each in found if isinstance(each, FoundLink))),
        submodules=tuple(sorted(shown(path) for path in checkout.submodules)),
        vendored_trees=_vendored_trees(each for each in found if isinstance(each, Folder)),
        unread=tuple(sorted(_unread(checkout, found), key=lambda each: (each.path, each.reason))),
        readme_path=_readme(paths),
        license_paths=license_paths,
        license_spdx=declared.spdx if declared else spdx,
        license_declared=(declared.path, declared.line) if declared else None,
    )


def _tracked(checkout: Checkout, found: FoundFile) -> TrackedFile:
    role = file_role(found.folder, found.name)
    if needs_a_look(found.folder, found.name):
        head = read_head(checkout, found.path, _LOOK_BYTES)
        is_test = isinstance(head, bytes) and holds_tests(found.name, head)
        role = Role.TEST if is_test else found.folder.role
    return TrackedFile(found.path, found.size_bytes, role, _lfs_size(checkout, found, role))


def _lfs_size(checkout: Checkout, found: FoundFile, role: Role) -> int | None:
    is_candidate = found.size_bytes in _LFS_BYTES and not found.name.endswith(_NEVER_LFS)
    if role in FOREIGN or not is_candidate:
        return None
    head = read_head(checkout, found.path, _LFS_BYTES.stop)
    pointer = _LFS_POINTER.fullmatch(head) if isinstance(head, bytes) else None
    return int(pointer[1]) if pointer else None


def _license_paths(paths: Iterable[str]) -> tuple[str, ...]:
    """Only the root (and REUSE's folder) speaks for the whole repository."""
    own = []
    for path in paths:
        folder, _, name = path.rpartition("/")
        if (not folder and is_license_name(name)) or folder == "LICENSES":
            own.append(path)
    return tuple(own)


def _license(checkout: Checkout, paths: Iterable[str]) -> str | None:
    heads = ((path, read_head(checkout, path, _LICENSE_BYTES)) for path in paths)
    texts = ((path, decode(head)) for path, head in heads if isinstance(head, bytes))
    return expression((path, identify(text)) for path, text in texts if text is not None)


def _vendored_trees(folders: Iterable[Folder]) -> tuple[str, ...]:
    """Return the topmost vendored folders."""
    trees: list[str] = []
    for path in sorted(each.path for each in folders if each.role is Role.VENDORED):
        if not any(path.startswith(f"{tree}/") for tree in trees[-1:]):
            trees.append(path)
    return tuple(trees)


def _unread(checkout: Checkout, found: Iterable[object]) -> set[UnreadFile]:
    return {each for each in found if isinstance(each, UnreadFile)} | set(checkout.set_aside)


def _readme(paths: Iterable[str]) -> str | None:
    """Choose the README as code hosts do; a translation only where there is nothing else."""
    candidates = []
    for path in paths:
        folder, _, name = path.rpartition("/")
        stem, dot, suffix = name.lower().rpartition(".")
        stem, suffix = (stem, dot + suffix) if dot else (suffix, "")
        if folder in _README_FOLDERS and stem.split(".")[0].split("_")[0].split("-")[0] == "readme":
            rank = _README_SUFFIXES.index(suffix) if suffix in _README_SUFFIXES else None
            if rank is not None:
                candidates.append((_README_FOLDERS.index(folder), stem != "readme", rank, path))
    return min(candidates)[-1] if candidates else None
