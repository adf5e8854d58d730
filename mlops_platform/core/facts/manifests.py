"""Declared dependencies: every manifest and lock file of a repository, read as text."""

import posixpath
from typing import NamedTuple

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.facts.declared.conda_environment import (
    may_be_conda,
    parse_conda_environment,
)
from mlops_platform.core.facts.declared.inline_script import MARK, parse_inline_script
from mlops_platform.core.facts.declared.lock_files import LOCK_BYTES, count_locked, lock_kind
from mlops_platform.core.facts.declared.pyproject import parse_pipfile, parse_pyproject
from mlops_platform.core.facts.declared.python_versions import stated_version, version_pattern
from mlops_platform.core.facts.declared.requirement import ManifestText
from mlops_platform.core.facts.declared.requirements_txt import (
    group_of,
    is_fully_hashed,
    is_requirements_path,
    parse_requirements,
)
from mlops_platform.core.facts.declared.setup_files import parse_setup_cfg, parse_setup_py
from mlops_platform.core.facts.inventory.roles import FOREIGN
from mlops_platform.core.facts.repository import RepositoryFacts, Role, TrackedFile
from mlops_platform.core.facts.text.documents import parse_toml
from mlops_platform.core.facts.text.texts import TEXT_BYTES, read_head, read_text
from mlops_platform.core.facts.text.yaml_documents import parse_yaml

_SETUP_BYTES = 256 * 1024
_SCRIPT_HEAD_BYTES = 8 * 1024
_SIDE_ROLES = {Role.TEST: "test", Role.DOCS: "docs", Role.EXAMPLE: "examples"}


class DeclaredDependency(NamedTuple):
    """One requirement as written. `name` is normalised (PEP 503); `specifier` may be empty.

    `is_pinned`: exactly one version is admitted (`==1.2.3`, conda `=1.2.3`, a URL with a commit).
    `marker` says where it applies (PEP 508); one that names an extra is for those who ask for it.
    """

    name: str
    specifier: str
    is_pinned: bool
    group: str
    path: str
    line: int | None
    extras: tuple[str, ...] = ()
    marker: str = ""


class Manifest(NamedTuple):
    """One file that declares dependencies.

    `kind` as in `core/environments`: requirements_txt, pyproject, poetry, pipfile, conda, setup_py,
    setup_cfg, inline_script (PEP 723). `python_requires` is as written, without a bare `=`.
    """

    path: str
    kind: str
    dependencies: tuple[DeclaredDependency, ...]
    python_requires: str | None
    python_requires_line: int | None
    scripts: tuple[tuple[str, str], ...]
    package_name: str | None


class LockFile(NamedTuple):
    """One lock file and the number of distributions that it fixes.

    `kind` is poetry, uv, pdm, pipenv, pylock, pixi, conda_lock, conda_explicit or requirements (a
    `requirements*.lock`, or a requirement file in which every line carries a hash).
    """

    path: str
    kind: str
    packages: int


class ManifestsFacts(NamedTuple):
    """All manifests and lock files outside vendored trees, by path.

    `python_version_files` are (path, version), the firmest word first: `.python-version` before
    `runtime.txt`, image and CI.
    """

    manifests: tuple[Manifest, ...]
    lock_files: tuple[LockFile, ...]
    python_version_files: tuple[tuple[str, str], ...]
    unread: tuple[UnreadFile, ...]


class _Reader:
    """Reads the manifests of one checkout; keeps what was found and what could not be read."""

    def __init__(self, checkout: Checkout, files: dict[str, TrackedFile]) -> None:
        self.checkout = checkout
        self.files = files
        self.manifests: dict[str, Manifest] = {}
        self.locks: dict[str, LockFile] = {}
        self.versions: list[tuple[int, str, str]] = []
        self.unread: dict[str, UnreadFile] = {}
        self.included: list[tuple[str, str]] = []

    def read(self, file: TrackedFile) -> None:
        """Read one file if its name makes it a manifest, a lock file or a version file."""
        kind, version = lock_kind(file.path), version_pattern(file.path)
        if kind:
            self._read_lock(file.path, kind)
        elif version and (text := self._text(file.path)):
            stated = stated_version(text, version[1])
            self.versions += [(version[0], file.path, stated)] if stated else []
        else:
            self._read_manifest(file)

    def _read_manifest(self, file: TrackedFile) -> None:
        name = file.path.rpartition("/")[2]
        group = _SIDE_ROLES.get(file.role) or group_of(file.path)
        if is_requirements_path(file.path):
            self._read_requirements(file.path, group)
        elif name in ("pyproject.toml", "Pipfile"):
            self._add(file.path, self._parsed_toml(file.path, name))
        elif name in ("setup.py", "setup.cfg"):
            self._add(file.path, self._parsed_setup(file.path, name))
        elif may_be_conda(file.path):
            self._read_conda(file.path, group)
        elif name.endswith(".py") and name != "__init__.py" and file.role is not Role.TEST:
            self._read_script(file.path)

    def _read_requirements(self, path: str, group: str) -> None:
        compiled = path.removesuffix(".in") + ".txt"
        if path in self.manifests or (path.endswith(".in") and compiled in self.files):
            return
        text = self._text(path)
        manifest = parse_requirements(text, group) if text is not None else None
        if text is None or manifest is None:
            return
        if is_fully_hashed(text):
            self.locks[path] = LockFile(path, "requirements", len(manifest.requirements))
        self._add(path, manifest)
        self._follow(path, manifest, group)

    def _read_conda(self, path: str, group: str) -> None:
        text = self._text(path)
        if text is None or "dependencies" not in text:
            return
        documents = parse_yaml(path, text)
        if isinstance(documents, UnreadFile):
            self.unread[path] = documents
            return
        manifest = parse_conda_environment(documents[0], group)
        self._add(path, manifest)
        if manifest:
            self._follow(path, manifest, group)

    def read_included(self) -> None:
        """Read what files include that nothing else says to be a requirement file.

        Their group is that of who includes them; the main one first, so that what it includes is
        not taken to be for development only.
        """
        while self.included:
            self.included.sort()
            group, path = self.included.pop(0)
            self._read_requirements(path, group)

    def _follow(self, path: str, manifest: ManifestText, group: str) -> None:
        for include in manifest.includes:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), include))
            # A requirement file by its own name is read as such, whoever includes it.
            if target in self.files and not is_requirements_path(target):
                self.included.append((group, target))

    def _parsed_toml(self, path: str, name: str) -> ManifestText | UnreadFile | None:
        text = self._text(path)
        if text is None:
            return None
        document = parse_toml(path, text)
        if isinstance(document, UnreadFile):
            return document
        return parse_pyproject(document) if name == "pyproject.toml" else parse_pipfile(document)

    def _parsed_setup(self, path: str, name: str) -> ManifestText | UnreadFile | None:
        text = self._text(path, _SETUP_BYTES)
        if text is None:
            return None
        try:
            return parse_setup_cfg(text) if name == "setup.cfg" else parse_setup_py(text)
        except (SyntaxError, ValueError):
            return UnreadFile(path=path, reason="not valid Python")
        except (RecursionError, MemoryError):
            return UnreadFile(path=path, reason="nested too deep")

    def _read_script(self, path: str) -> None:
        head = read_head(self.checkout, path, _SCRIPT_HEAD_BYTES)
        if isinstance(head, bytes) and MARK in head:
            text = self._text(path)
            self._add(path, parse_inline_script(path, text) if text is not None else None)

    def _read_lock(self, path: str, kind: str) -> None:
        text = self._text(path, LOCK_BYTES)
        count = count_locked(path, kind, text) if text is not None else None
        if isinstance(count, UnreadFile):
            self.unread[path] = count
        elif count is not None:
            self.locks[path] = LockFile(path, kind, count)

    def _text(self, path: str, limit: int = TEXT_BYTES) -> str | None:
        text = read_text(self.checkout, path, limit)
        if isinstance(text, UnreadFile):
            self.unread[path] = text
            return None
        return text

    def _add(self, path: str, found: ManifestText | UnreadFile | None) -> None:
        if isinstance(found, UnreadFile):
            self.unread[path] = found
        elif found is not None:
            self.manifests[path] = _manifest(path, found)


def read_manifests(checkout: Checkout, repository: RepositoryFacts) -> ManifestsFacts:
    """Read every manifest and lock file outside vendored and generated trees."""
    files = {file.path: file for file in repository.files if file.role not in FOREIGN}
    reader = _Reader(checkout, files)
    for file in files.values():
        reader.read(file)
    reader.read_included()
    return ManifestsFacts(
        manifests=tuple(reader.manifests[path] for path in sorted(reader.manifests)),
        lock_files=tuple(reader.locks[path] for path in sorted(reader.locks)),
        python_version_files=tuple((path, version) for _, path, version in sorted(reader.versions)),
        unread=tuple(reader.unread[path] for path in sorted(reader.unread)),
    )


def _manifest(path: str, text: ManifestText) -> Manifest:
    return Manifest(
        path=path,
        kind=text.kind,
        dependencies=tuple(
            DeclaredDependency(path=path, **each._asdict()) for each in text.requirements
        ),
        python_requires=text.python_requires,
        python_requires_line=text.python_requires_line,
        scripts=text.scripts,
        package_name=text.package_name,
    )
