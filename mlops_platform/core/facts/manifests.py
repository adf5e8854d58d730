"""Declared dependencies: every manifest and lock file of a repository, read as text."""

from typing import NamedTuple

from mlops_platform.core.ports import UnreadFile


class DeclaredDependency(NamedTuple):
    """One requirement as written. `name` is normalised (PEP 503); `specifier` may be empty.

    `is_pinned`: exactly one version is admitted (`==1.2.3`, conda `=1.2.3`, a URL with a commit).
    """

    name: str
    specifier: str
    is_pinned: bool
    group: str
    path: str
    line: int | None


class Manifest(NamedTuple):
    """One file that declares dependencies. `kind` as in `core/environments`: requirements_txt,
    pyproject, poetry, pipfile, conda, setup_py, setup_cfg, inline_script (PEP 723)."""

    path: str
    kind: str
    dependencies: tuple[DeclaredDependency, ...]
    python_requires: str | None
    python_requires_line: int | None
    scripts: tuple[tuple[str, str], ...]
    package_name: str | None


class LockFile(NamedTuple):
    """One lock file and the number of distributions that it fixes."""

    path: str
    kind: str
    packages: int


class ManifestsFacts(NamedTuple):
    """All manifests and lock files outside vendored trees, by path."""

    manifests: tuple[Manifest, ...]
    lock_files: tuple[LockFile, ...]
    python_version_files: tuple[tuple[str, str], ...]
    unread: tuple[UnreadFile, ...]
