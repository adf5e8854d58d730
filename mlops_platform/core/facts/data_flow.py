"""Data flow: what each program of the repository does with its data, as a log of events.

Nothing is run: programs are interpreted over their syntax, with rows instead of values.
"""

import ast
import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.facts.flow.events import Trace
from mlops_platform.core.facts.flow.plain_values import Place
from mlops_platform.core.facts.flow.program import Program, Sources
from mlops_platform.core.facts.notebook.notebook_code import parse_module
from mlops_platform.core.facts.notebook.notebook_documents import NotANotebookError
from mlops_platform.core.facts.notebooks import NOTEBOOK_BYTES
from mlops_platform.core.facts.python.import_lines import imported_words, module_word
from mlops_platform.core.facts.python.local_modules import LocalModules, folder_of
from mlops_platform.core.facts.python.source_file import Import
from mlops_platform.core.facts.python.syntax import UnparsableError, parse, quiet_parsing
from mlops_platform.core.facts.repository import RepositoryFacts, Role, TrackedFile
from mlops_platform.core.facts.text.texts import TEXT_BYTES, read_bytes

MOST_STEPS = 600_000
_CHECKPOINTS = ".ipynb_checkpoints"
_WORK = frozenset({Role.SOURCE, Role.EXAMPLE, Role.DOCS})
# Without one of these words there is nothing to learn and nothing to hold against it.
_LEARNS = re.compile(
    rb"\.(?:fit|fit_transform|fit_resample|score|evaluate|predict|backward|train)\b|cross_val"
)


class DataFlowFacts(NamedTuple):
    """The traces of all programs by path, and the programs that were not followed, with reasons."""

    traces: tuple[Trace, ...]
    not_analysed: tuple[UnreadFile, ...]


def trace_data_flow(checkout: Checkout, repository: RepositoryFacts) -> DataFlowFacts:
    """Follow the data through every program of the project's own that learns something."""
    with quiet_parsing():
        # All trees are let go of in there: collecting them as garbage would take longer.
        return _followed(_Sources(checkout, repository), repository)


def _followed(sources: "_Sources", repository: RepositoryFacts) -> DataFlowFacts:
    traces: list[Trace] = []
    steps = 0
    for path in sources.programs(t.path for t in repository.files if _is_program(t)):
        if steps > MOST_STEPS:
            traces.append(Trace(path, (), "the repository's other programs took all"))
            continue
        program = Program(Sources(sources.find, sources.tree, sources.place))
        traces.append(program.run(path))
        steps += program.machine.steps
    stopped = [UnreadFile(path=t.path, reason=t.not_analysed) for t in traces if t.not_analysed]
    return DataFlowFacts(tuple(traces), tuple(sorted([*stopped, *sources.unread], key=_by_path)))


def _first(cell: tuple[int, int]) -> int:
    return cell[0]


def _by_path(unread: UnreadFile) -> str:
    return unread.path


def _is_program(tracked: TrackedFile) -> bool:
    is_copy = _CHECKPOINTS in tracked.path.split("/")
    return tracked.path.endswith((".py", ".ipynb")) and tracked.role in _WORK and not is_copy


class _Sources:
    """The files of one checkout, each parsed once; a notebook as one module."""

    def __init__(self, checkout: Checkout, repository: RepositoryFacts) -> None:
        self._checkout = checkout
        self._modules = LocalModules.of(repository)
        self._paths = frozenset(each.path for each in repository.files)
        self._trees: dict[str, ast.Module | None] = {}
        self._bytes: dict[str, bytes] = {}
        self._cells: dict[str, tuple[tuple[int, int], ...]] = {}
        self._found: dict[tuple[str, str, int, str | None], str | None] = {}
        self.unread: list[UnreadFile] = []

    def programs(self, paths: Iterable[str]) -> list[str]:
        """Return the files that hold a word of learning, and those that import such a file."""
        learners: list[str] = []
        imports: dict[str, frozenset[bytes]] = {}
        for path in paths:
            limit = NOTEBOOK_BYTES if path.endswith(".ipynb") else TEXT_BYTES
            data = read_bytes(self._checkout, path, limit)
            if isinstance(data, UnreadFile):
                continue
            if _LEARNS.search(data):
                self._bytes[path] = data
                learners.append(path)
            elif path.endswith(".py"):
                imports[path] = imported_words(data)
        wanted = {module_word(path) for path in learners if path.endswith(".py")}
        # A package hands on what it imports.
        packages = (path for path in imports if path.endswith("/__init__.py"))
        wanted |= {module_word(path) for path in packages if wanted & imports[path]}
        starters = (path for path in imports if wanted & imports[path])
        return sorted([*learners, *starters])

    def tree(self, path: str) -> ast.Module | None:
        """Return a file's syntax tree, None where it has none."""
        if path not in self._trees:
            try:
                self._trees[path] = self._parsed(path)
            except (UnparsableError, NotANotebookError) as error:
                self.unread.append(UnreadFile(path=path, reason=str(error)))
                self._trees[path] = None
            self._bytes.pop(path, None)
        return self._trees[path]

    def place(self, path: str, line: int) -> Place:
        """Say where a line of a module stands in the file."""
        cells = self._cells.get(path)
        if not cells:
            return Place(path, line)
        start, number = cells[max(0, bisect_right(cells, line, key=_first) - 1)]
        return Place(path, line - start + 1, number)

    def find(self, path: str, module: str, level: int, member: str | None) -> str | None:
        """Return the file of the repository that an import means."""
        key = (folder_of(path), module, level, member)
        if key not in self._found:
            self._found[key] = self._find(path, module, level, member)
        return self._found[key]

    def _find(self, path: str, module: str, level: int, member: str | None) -> str | None:
        folder = folder_of(path)
        if level:
            for _ in range(level - 1):
                folder = folder_of(folder)
            return self._existing(self._modules.find(folder, module, member))
        entry = Import(module, member, 0, 1, is_guarded=False, is_local=False, scope="")
        (told,) = self._modules.tell_local(path, [entry])
        if not told.is_local:
            return None
        roots = [folder]
        while roots[-1]:
            roots.append(folder_of(roots[-1]))
        near = self._modules
        for root in dict.fromkeys([*roots, *near.source_folders, *near.source_packages]):
            found = self._existing(self._modules.find(root, module, member))
            if found:
                return found
        return None

    def _existing(self, found: tuple[str, ...]) -> str | None:
        path = f"{found[-1]}.py" if found else ""
        return path if path in self._paths else None

    def _parsed(self, path: str) -> ast.Module | None:
        data = self._bytes.get(path)
        if data is None:
            read = read_bytes(self._checkout, path, TEXT_BYTES)
            if isinstance(read, UnreadFile):
                return None
            data = read
        if not path.endswith(".ipynb"):
            return parse(data)
        found = parse_module(data)
        if found is None:
            return None
        self._cells[path] = found.cells
        return found.tree
