"""Clues of work with a model: files that learn or predict, themselves or by what they import.

A web framework alone serves no model: only an application whose files lead to loading a model
or to predictions does. A command line configures the work only where it leads to learning code.
"""

from collections.abc import Callable, Iterable

from mlops_platform.core.clues import OWN, WORK, Clue, imported, is_foreign
from mlops_platform.core.conclude import technology
from mlops_platform.core.evidence import Detection, Evidence
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.facts.source_code import Call, SourceFile
from mlops_platform.core.profiling.learning_calls import imports_learning, is_loading
from mlops_platform.core.profiling.reach import Program

PREDICTIONS = frozenset({"predict", "predict_proba", "predict_on_batch", "predict_step"})
UNSURE_LOADERS = frozenset({"load", "loads"})
"""Of pickle and its kin: they load anything, so a prediction must stand beside them."""


def model_server(
    name: str, reading: Reading, used: Iterable[Clue], declared: tuple[Evidence, ...] = ()
) -> Detection | None:
    """Conclude that clues in code serve a model, where their file leads to one."""
    clues = [clue for clue in used if clue.role is not Role.TEST]
    serving = near_a_model(reading, clues)
    if clues and not serving:
        return None
    return technology(name, serving, declared)


def serving_framework(
    name: str, reading: Reading, modules: tuple[str, ...], declared: tuple[Evidence, ...]
) -> Detection | None:
    """Conclude that a web framework, by its imports, serves a model."""
    return model_server(name, reading, imported(reading, *modules), declared)


def near_a_model(reading: Reading, clues: Iterable[Clue]) -> tuple[Clue, ...]:
    """Keep the clues in files from which a model is loaded or asked for predictions."""
    return _leading_to(reading, clues, handles_a_model)


def near_learning(reading: Reading, clues: Iterable[Clue]) -> tuple[Clue, ...]:
    """Keep the clues in files from which a learning framework is reached."""
    return _leading_to(reading, clues, imports_learning)


def handles_a_model(file: SourceFile) -> bool:
    """Tell whether a file's own calls load a model or ask one for predictions."""
    outside = {item.module.partition(".")[0] for item in file.imports if is_foreign(item)}
    return any(_predicts(call, outside) or _loads(call) for call in file.calls)


def _predicts(call: Call, outside: set[str]) -> bool:
    head, _, method = call.name.rpartition(".")
    is_method = call.name.startswith(".") or head.partition(".")[0] in outside
    return method in PREDICTIONS and is_method


def _loads(call: Call) -> bool:
    package, _, function = call.name.rpartition(".")
    is_unsure = function in UNSURE_LOADERS and package in {"pickle", "dill", "cloudpickle"}
    return is_loading(call) and not is_unsure


def paths_leading_to(
    reading: Reading, starts: Iterable[str], is_wanted: Callable[[SourceFile], bool]
) -> frozenset[str]:
    """Return which of these files are wanted themselves, or import a wanted one, however far."""
    program = Program(file for file in reading.code.files if file.role in WORK)
    wanted = {path for path, file in program.files.items() if is_wanted(file)}
    books = {
        book.path
        for book in reading.notebooks.notebooks
        if book.code is not None and book.code.role in OWN and is_wanted(book.code)
    }
    return frozenset(p for p in set(starts) if p in books or _leads(program, p, wanted))


def _leading_to(
    reading: Reading, clues: Iterable[Clue], is_wanted: Callable[[SourceFile], bool]
) -> tuple[Clue, ...]:
    clues = tuple(clues)
    if not clues:
        return ()
    starts = (clue.place.path for clue in clues if clue.place.path)
    near = paths_leading_to(reading, starts, is_wanted)
    return tuple(clue for clue in clues if clue.place.path in near)


def _leads(program: Program, start: str, wanted: set[str]) -> bool:
    queue = [start] if start in program.files else []
    seen = set(queue)
    while queue:
        path = queue.pop()
        if path in wanted:
            return True
        fresh = [other for other in program.imported_files(path) if other not in seen]
        seen.update(fresh)
        queue.extend(fresh)
    return False
