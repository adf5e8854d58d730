"""Notebooks that train or measure: each is an entry point of its own, started as a whole."""

import re
import shlex

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.notebooks import Notebook, NotebooksFacts
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.facts.source_code import Call, SourceFile
from mlops_platform.core.profiling.confidence import EVALUATION_WORDS, TRAIN_WORDS, words_of
from mlops_platform.core.profiling.gradient_steps import is_gradient_step
from mlops_platform.core.profiling.learning_calls import (
    is_evaluation,
    is_training,
)
from mlops_platform.core.profiling.model_files import loads_model, saves_model
from mlops_platform.core.profiling.reach import Program
from mlops_platform.core.profiling.started_work import WorkFinder
from mlops_platform.core.sections.project_profile import EntryPoint

LOOKING_WORDS = frozenset(
    "eda explore exploration exploratory visualization visualisation plots".split()
)
MEASURES = re.compile(r"(?:^|[._])(?:accuracy|f1|auc|rmse|mae|mse|confusion_matrix)(?:_\w+)?$")
"""Functions and methods of the project's own that say what they measure."""

TRAINS = re.compile(r"(?:^|[._])(?:fit|train)(?:_|$)")
MEASURES_ALONE = 0.15
STARTS_OWN_CODE = 0.2
SPLITS = (
    "train_test_split",
    "KFold.split",
    "random_split",
    "cross_val_score",
    "TimeSeriesSplit.split",
)


def notebook_entry_points(facts: NotebooksFacts) -> list[EntryPoint]:
    """Return the notebooks whose cells fit a model."""
    return [
        _started_whole(
            book, _confidence(book, book.code), "its cells fit a model", _cell_of(book, calls[0])
        )
        for book in facts.notebooks
        if book.code is not None and book.code.role in {Role.SOURCE, Role.EXAMPLE, Role.DOCS}
        if (calls := _training_calls(book.code))
    ]


def notebooks_that_start_own_training(reading: Reading) -> list[EntryPoint]:
    """Return the notebooks whose cells call a fit by its name, and lead to own code that fits."""
    books = [book for book in reading.notebooks.notebooks if _calls_a_fit(book.code)]
    codes = [book.code for book in books if book.code is not None]
    own = [file for file in reading.code.files if file.role in {Role.SOURCE, Role.EXAMPLE}]
    finder = WorkFinder(Program([*own, *codes]))
    steps = ((book, finder.of(code).trains) for book, code in zip(books, codes, strict=True))
    return [
        _started_whole(
            book,
            STARTS_OWN_CODE,
            f"its cells lead to {step.path}, which fits a model",
            Evidence(path=step.path, line=step.call.line, note=step.call.name.lstrip(".")),
        )
        for book, step in steps
        if step is not None and step.path != book.path
    ]


def _calls_a_fit(code: SourceFile | None) -> bool:
    if code is None or code.role not in {Role.SOURCE, Role.EXAMPLE}:
        return False
    return any(TRAINS.search(call.name) for call in code.calls) and not _training_calls(code)


def measuring_notebooks(facts: NotebooksFacts) -> list[EntryPoint]:
    """Return the notebooks that measure a model and train none.

    They are named after evaluation, or load a stored model to measure it.
    """
    return [
        _started_whole(book, MEASURES_ALONE, "its cells measure a model", _cell_of(book, call))
        for book in facts.notebooks
        if book.code is not None and book.code.role in {Role.SOURCE, Role.EXAMPLE}
        for call in _measuring_calls(book.code, book.path)[:1]
    ]


def _measuring_calls(code: SourceFile, path: str) -> list[Call]:
    if _training_calls(code) or any(TRAINS.search(call.name) for call in code.calls):
        return []
    measuring = [call for call in code.calls if is_evaluation(call, code)]
    if words_of(path) & EVALUATION_WORDS - {"test"}:
        return measuring or [call for call in code.calls if MEASURES.search(call.name)]
    return measuring if any(loads_model(call, code) for call in code.calls) else []


def _training_calls(code: SourceFile) -> list[Call]:
    return [call for call in code.calls if is_training(call, code) or is_gradient_step(call, code)]


def _started_whole(
    book: Notebook, confidence: float, because: str, evidence: Evidence
) -> EntryPoint:
    return EntryPoint(
        path=book.path,
        command=f"jupyter execute {shlex.quote(book.path)}",
        confidence=confidence,
        because=because,
        evidence=(evidence,),
    )


def _cell_of(book: Notebook, call: Call) -> Evidence:
    return Evidence(path=book.path, cell=book.cell_at(call.line), note=call.name.lstrip("."))


def _confidence(book: Notebook, code: SourceFile) -> float:
    words = words_of(book.path)
    value = 0.2 + 0.1 * any(is_evaluation(call, code) for call in code.calls)
    value += 0.1 * any(saves_model(call, code) for call in code.calls)
    value += 0.05 * any(call.name.endswith(SPLITS) for call in code.calls)
    value += 0.05 * bool(words & TRAIN_WORDS) - 0.1 * bool(words & LOOKING_WORDS)
    return round(value - 0.02 * min(book.path.count("/"), 5), 2)
