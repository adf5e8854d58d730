"""Clues of work with a model: files that learn or predict, themselves or by what they import.

A web framework alone serves no model: only an application whose files lead to loading a model
or to predictions does. A command line configures the work only where it leads to learning code.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from mlops_platform.core.clues.clue import Clue, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection, Evidence
from mlops_platform.core.facts.one_reading import OneReading
from mlops_platform.core.facts.own_code import WORK, foreign_packages, own_code
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.source_code import Call, SourceFile
from mlops_platform.core.profiling.learning_calls import imports_learning
from mlops_platform.core.profiling.model_files import loads_model
from mlops_platform.core.profiling.reach import Program

PREDICTIONS = frozenset({"predict", "predict_proba", "predict_on_batch", "predict_step"})
PREDICTION_PATH = re.compile(r"^/(?:[\w-]+/){0,4}(?:predict|infer|score|forecast|recommend)\w*\b")
PREDICTION_NAME = re.compile(r"(?:predict|infer|inference)(?:_|$)")
DRAWS = ("plotly.", "matplotlib.", "seaborn.", "altair.", "bokeh.")
UNSURE_LOADERS = frozenset({"load", "loads"})
"""Of pickle and its kin: they load anything, so a prediction must stand beside them."""


def model_server(
    name: str, reading: Reading, used: Iterable[Clue], declared: tuple[Evidence, ...] = ()
) -> Detection | None:
    """Conclude that clues in code serve a model, where their file leads to one."""
    clues = tuple(used)
    speaking = {file.path for file, _ in own_code(reading) if answers_with_predictions(file)}
    near = {*near_a_model(reading, clues)}
    serving = tuple(clue for clue in clues if clue in near or clue.place.path in speaking)
    if clues and not serving:
        return None
    return technology(name, serving, declared)


def serving_framework(
    name: str, reading: Reading, modules: tuple[str, ...], declared: tuple[Evidence, ...]
) -> Detection | None:
    """Conclude that a web framework, by its imports, serves a model.

    Where code imports it for something else, even in a test, its declaration tells nothing.
    """
    packages = {module.partition(".")[0] for module in modules}
    unused = () if imported(reading, *packages) else declared
    return model_server(name, reading, imported(reading, *modules), unused)


def near_a_model(reading: Reading, clues: Iterable[Clue]) -> tuple[Clue, ...]:
    """Keep the clues in files from which a model is loaded or asked for predictions."""
    return _leading_to(reading, clues, handles_a_model)


def near_learning(reading: Reading, clues: Iterable[Clue]) -> tuple[Clue, ...]:
    """Keep the clues in files from which a learning framework is reached."""
    return _leading_to(reading, clues, imports_learning)


def around_learning(reading: Reading, clues: Iterable[Clue]) -> tuple[Clue, ...]:
    """Keep those, and the clues in modules that a file with learning code imports, however far."""
    clues = tuple(clues)
    if not clues:
        return ()
    learning = paths_leading_to(reading, imports_learning)
    importers = _importers(OneReading(reading))
    return tuple(each for each in clues if learning & _with_importers(each.place.path, importers))


def _with_importers(path: str | None, importers: Mapping[str, set[str]]) -> set[str]:
    found, queue = {path or ""}, [path or ""]
    while queue:
        fresh = importers.get(queue.pop(), set()) - found
        found |= fresh
        queue.extend(fresh)
    return found


def handles_a_model(file: SourceFile) -> bool:
    """Tell whether a file's own calls load a model or ask one for predictions."""
    outside = foreign_packages(file)
    lines = _trend_lines(file)
    return any(
        (_predicts(call, outside) and call not in lines) or _loads(call, file)
        for call in file.calls
    )


def _trend_lines(file: SourceFile) -> frozenset[Call]:
    """Return the predictions of linear models that one function fits and draws."""
    fitted = {(each.scope, each.name) for each in file.calls if each.name.endswith(".fit")}
    drawing = {each.scope for each in file.calls if each.name.startswith(DRAWS)}
    return frozenset(
        each
        for each in file.calls
        if each.name.startswith("sklearn.linear_model.")
        and each.name.endswith(".predict")
        and each.scope in drawing - {"", "__main__"}
        and (each.scope, each.name.removesuffix("predict") + "fit") in fitted
    )


def answers_with_predictions(file: SourceFile) -> bool:
    """Tell whether a route is named for predictions, or a function of the file that it calls.

    What it answers with may come from a table of scores or from another service.
    """
    called = {call.name for call in file.calls if call.scope}
    functions = [each for each in file.definitions if each.kind != "class"]
    return any(
        any(PREDICTION_PATH.search(text or "") for text in each.decorator_texts)
        or (bool(PREDICTION_NAME.match(each.name)) and each.name in called)
        for each in functions
    )


def paths_leading_to(reading: Reading, is_wanted: Callable[[SourceFile], bool]) -> frozenset[str]:
    """Return the files that are wanted themselves or import a wanted one, however far."""
    return _leading(OneReading(reading), is_wanted)


def _predicts(call: Call, outside: frozenset[str]) -> bool:
    head, _, method = call.name.rpartition(".")
    is_method = call.name.startswith(".") or head.partition(".")[0] in outside
    return method in PREDICTIONS and is_method


def _loads(call: Call, file: SourceFile) -> bool:
    package, _, function = call.name.rpartition(".")
    is_unsure = function in UNSURE_LOADERS and package in {"pickle", "dill", "cloudpickle"}
    return loads_model(call, file) and not is_unsure


def _leading_to(
    reading: Reading, clues: Iterable[Clue], is_wanted: Callable[[SourceFile], bool]
) -> tuple[Clue, ...]:
    clues = tuple(clues)
    paths = paths_leading_to(reading, is_wanted) if clues else frozenset()
    return tuple(clue for clue in clues if clue.place.path in paths)


@lru_cache(maxsize=2)
def _leading(one: OneReading, is_wanted: Callable[[SourceFile], bool]) -> frozenset[str]:
    importers = _importers(one)
    queue = [file.path for file, _ in own_code(one.reading) if is_wanted(file)]
    leading = set(queue)
    while queue:
        fresh = importers.get(queue.pop(), set()) - leading
        leading |= fresh
        queue.extend(fresh)
    return frozenset(leading)


@lru_cache(maxsize=1)
def _importers(one: OneReading) -> Mapping[str, set[str]]:
    program = Program(file for file in one.reading.code.files if file.role in WORK)
    importers: dict[str, set[str]] = {}
    for path in program.files:
        for target in program.imported_files(path):
            importers.setdefault(target, set()).add(path)
    return importers
