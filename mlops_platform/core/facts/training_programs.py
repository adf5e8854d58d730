"""The files that train: those that fit a model, what they import, and who imports them.

Files are opened only where a word of training stands in them, or where such a file leads to them.
"""

from collections.abc import Collection, Iterator

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.facts.notebook.notebook_code import parse_module
from mlops_platform.core.facts.notebook.notebook_documents import NotANotebookError
from mlops_platform.core.facts.notebooks import NOTEBOOK_BYTES
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.python.import_lines import (
    imported_words,
    module_word,
    words_imported_by_notebook,
)
from mlops_platform.core.facts.python.kin import Kin
from mlops_platform.core.facts.python.learning import fits_of_anything, may_learn, training_calls
from mlops_platform.core.facts.python.local_imports import LocalImports
from mlops_platform.core.facts.python.syntax import UnparsableError, parse
from mlops_platform.core.facts.repository import RepositoryFacts, Role, TrackedFile
from mlops_platform.core.facts.text.texts import TEXT_BYTES, read_bytes

MOST_FILES = 400
ROUNDS = 3
"""How far above a training file its starters are looked for: `main.py` calls `engine.py`."""
_CHECKPOINTS = ".ipynb_checkpoints"
# What is imported by such calls is written nowhere as an import.
_DYNAMIC = (
    *("instantiate", "import_module", "__import__", "locate", "get_obj_from_str"),
    *("instantiate_from_config", "build_from_cfg", "instantiate_class"),
)


class TrainingPrograms:
    """The training files of one checkout, parsed once each."""

    def __init__(self, checkout: Checkout, repository: RepositoryFacts) -> None:
        self._checkout = checkout
        self._imports = LocalImports(repository)
        self._files = {file.path: file for file in repository.files if _is_own(file)}
        self._bytes: dict[str, bytes] = {}
        self._codes: dict[str, Code | None] = {}
        self._imported: dict[str, tuple[str, ...]] = {}
        self._kin: dict[frozenset[str], Kin] = {}
        self._programs: dict[str, Kin] = {}
        self.unread: list[UnreadFile] = []
        self.learners: tuple[str, ...] = ()
        self._roots_of: dict[str, dict[str, frozenset[str]]] = {}

    def find(self, entry_points: Collection[str]) -> None:
        """Find the files that train, and the programs that they belong to."""
        candidates = [path for path in self._files if may_learn(self._content(path))]
        codes = [code for path in candidates if (code := self._code(path)) is not None]
        for code in codes:
            code.fits = tuple(training_calls(code))
        starts = {path for path in entry_points if self._code(path) is not None}
        if not any(code.fits for code in codes):
            codes = self._given_their_model(starts, codes)
        learners = {code.path for code in codes if code.fits}
        self.learners = tuple(sorted(learners))
        above = self._importers(learners)
        members = learners | starts | above
        imported = {other for path in members for other in self._import_of(path) if path != other}
        roots = sorted(path for path in members if path not in imported) or sorted(members)
        closures = {root: self._closure(root) for root in roots}
        covered = frozenset().union(*closures.values())
        closures |= {path: self._closure(path) for path in sorted(members - covered)}
        for root, closure in closures.items():
            for path in closure:
                self._roots_of.setdefault(path, {})[root] = closure
        self._judged = frozenset().union(*map(self._closure, learners | starts))

    def judged(self) -> Iterator[tuple[Code, Kin]]:
        """Yield every file that belongs to training, with all files of its programs."""
        for path in sorted(self._judged):
            code = self._codes.get(path)
            if code is not None:
                yield code, self._kin_of(path)

    def _given_their_model(self, starts: Collection[str], likely: list[Code]) -> list[Code]:
        """Find the files that fit what another file made, where no other file trains."""
        paths = {code.path for code in likely}.union(*map(self._closure, starts))
        codes = [code for path in sorted(paths) if (code := self._code(path))]
        for code in codes:
            code.fits = tuple(fits_of_anything(code))
        return codes

    def _kin_of(self, path: str) -> Kin:
        roots = self._roots_of.get(path, {})
        paths = frozenset().union(*roots.values(), {path})
        is_dynamic = any(self._is_dynamic(each) for each in paths)
        if is_dynamic:
            paths |= frozenset(path for path, code in self._codes.items() if code)
        if paths not in self._kin:
            programs = () if is_dynamic else tuple(self._program(root) for root in sorted(roots))
            self._kin[paths] = Kin(self._all(paths), programs)
        return self._kin[paths]

    def _program(self, root: str) -> Kin:
        if root not in self._programs:
            closure = self._roots_of[root][root]
            self._programs[root] = Kin(self._all(closure), start=self._codes.get(root))
        return self._programs[root]

    def _all(self, paths: frozenset[str]) -> tuple[Code, ...]:
        codes = (self._codes.get(each) for each in sorted(paths))
        return tuple(code for code in codes if code is not None)

    def _is_dynamic(self, path: str) -> bool:
        code = self._codes.get(path)
        return code is not None and code.has_call(*_DYNAMIC)

    def _closure(self, start: str) -> frozenset[str]:
        seen = {start}
        queue = [start]
        for path in queue:
            fresh = [other for other in self._import_of(path) if other not in seen]
            seen.update(fresh)
            queue += fresh
        return frozenset(seen)

    def _import_of(self, path: str) -> tuple[str, ...]:
        if path not in self._imported:
            code = self._code(path)
            found = self._imports.files(path, code.layout) if code else ()
            self._imported[path] = tuple(p for p in found if p in self._files)
            if code is not None:
                code.local_imports = self._imported[path]
        return self._imported[path]

    def _importers(self, targets: set[str]) -> set[str]:
        """Return the files that import these, a few steps up; only likely ones are parsed."""
        found: set[str] = set()
        wanted = set(targets)
        for _ in range(ROUNDS):
            words = {module_word(path) for path in wanted}
            likely = [p for p in self._files if p not in found and self._names(p, words)]
            fresh = {p for p in likely if not wanted.isdisjoint(self._import_of(p))}
            found |= fresh
            wanted = fresh - targets
            if not wanted:
                break
        return found

    def _names(self, path: str, words: set[bytes]) -> bool:
        content = self._content(path)
        if not any(word in content for word in words):
            return False
        read = words_imported_by_notebook if path.endswith(".ipynb") else imported_words
        return not words.isdisjoint(read(content))

    def _content(self, path: str) -> bytes:
        if path not in self._bytes:
            limit = NOTEBOOK_BYTES if path.endswith(".ipynb") else TEXT_BYTES
            data = read_bytes(self._checkout, path, limit)
            if isinstance(data, UnreadFile):
                self.unread.append(data)
                data = b""
            self._bytes[path] = data
        return self._bytes[path]

    def _code(self, path: str) -> Code | None:
        if path not in self._files:
            return None
        if path not in self._codes:
            is_full = sum(code is not None for code in self._codes.values()) >= MOST_FILES
            self._codes[path] = None if is_full else self._parsed(path)
        return self._codes[path]

    def _parsed(self, path: str) -> Code | None:
        content = self._content(path)
        try:
            if path.endswith(".ipynb"):
                return _notebook(path, content)
            package = self._imports.modules.package(path)
            return Code(path, parse(content), content, package=package)
        except (UnparsableError, NotANotebookError) as error:
            reason = str(error)
        except (RecursionError, MemoryError):
            reason = "nested too deeply to be read"
        self.unread.append(UnreadFile(path=path, reason=reason))
        return None


def _notebook(path: str, content: bytes) -> Code | None:
    found = parse_module(content)
    if found is None:
        return None
    return Code(path, found.tree, found.code.encode("utf-8", "replace"), cells=found.cells)


def _is_own(file: TrackedFile) -> bool:
    if file.path.endswith(".py"):
        return file.role in {Role.SOURCE, Role.EXAMPLE}
    is_copy = _CHECKPOINTS in file.path.split("/")
    is_read = file.role in {Role.SOURCE, Role.EXAMPLE, Role.DOCS}
    return file.path.endswith(".ipynb") and is_read and not is_copy
