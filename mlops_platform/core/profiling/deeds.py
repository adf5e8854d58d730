"""What the project's own code does, by call: saves, loads, records, registers, fixes seeds."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.notebooks import Notebook
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.facts.source_code import Call, SourceFile
from mlops_platform.core.profiling.learning_calls import (
    CLEARML_REPORTS,
    MODEL_STORES,
    OTHER_STORES,
    RECORDING,
    REGISTERING,
    REGISTERING_KEYWORDS,
    REGISTERING_METHODS,
    SEEDING,
)
from mlops_platform.core.profiling.model_files import loads_model, saves_model
from mlops_platform.core.sections.project_profile import Place

DATA_LOADERS = (
    "datasets.load_dataset",
    "sklearn.datasets.fetch_",
    "torchvision.datasets.",
    "tensorflow_datasets.load",
    "tensorflow.keras.datasets.",
    "keras.datasets.",
    "kagglehub.",
    "kaggle.api.dataset_download",
    "kaggle.api.competition_download",
    "kaggle.api.kaggle_api_extended.KaggleApi.dataset_download",
    "kaggle.api.kaggle_api_extended.KaggleApi.competition_download",
    "gdown.download",
    "ucimlrepo.fetch_ucirepo",
    "openml.datasets.",
)
OF_FOLDERS = (".ImageFolder", ".DatasetFolder", ".VisionDataset", ".FakeData")
"""Classes that read a folder of the project's own."""

CLASS_DOTS = 2
"""Of `torchvision.datasets.MNIST`."""

MOST_PLACES = 20


def saved_models(reading: Reading) -> tuple[Place, ...]:
    """Return where models are written."""
    return _places(reading, saves_model)


def loaded_models(reading: Reading) -> tuple[Place, ...]:
    """Return where stored models are read."""
    return _places(reading, loads_model)


def logged_metrics(reading: Reading) -> tuple[Place, ...]:
    """Return where metrics are sent to an experiment tracker."""
    return _places(reading, _records)


def registered_models(reading: Reading) -> tuple[Place, ...]:
    """Return where a model enters a registry."""
    return _places(reading, _registers)


def fixed_seeds(reading: Reading) -> tuple[Place, ...]:
    """Return where random seeds are set, by a seeding call or a seed argument with a number."""
    return _places(reading, _seeds)


def external_data(reading: Reading) -> tuple[Place, ...]:
    """Return where code fetches a data set from outside the repository, each set once."""
    seen: set[tuple[str, str | None]] = set()

    def is_new(call: Call, _: SourceFile) -> bool:
        source = (call.name, call.text)
        if not _fetches(call) or source in seen:
            return False
        seen.add(source)
        return True

    return _places(reading, is_new)


def _records(call: Call, file: SourceFile) -> bool:
    """Tell a call that logs metrics; what `wandb.init()` gives is known by its package alone.

    A writer that a function is handed has no known class; its methods have names of their own.
    """
    method = call.name.rpartition(".")[2]
    if call.name == ".log" and call.text is None:
        return _imports(file, "wandb")
    if method in CLEARML_REPORTS:
        return _imports(file, "clearml")
    return call.name in RECORDING or method in {"add_scalar", "add_scalars"}


def _imports(file: SourceFile, package: str) -> bool:
    return any(entry.module.startswith(package) for entry in file.imports)


def _fetches(call: Call) -> bool:
    is_vision = call.name.startswith("torchvision.")
    # Methods of what was fetched fetch nothing again.
    is_else = is_vision and (call.name.endswith(OF_FOLDERS) or call.name.count(".") > CLASS_DOTS)
    return call.name.startswith(DATA_LOADERS) and not is_else


def _registers(call: Call, _: SourceFile) -> bool:
    names = {name for name, _ in call.keywords}
    is_kept = call.name.startswith("bentoml.") and call.name.endswith(".save_model")
    is_named = (
        is_kept or call.name.startswith(REGISTERING) or call.name.endswith(REGISTERING_METHODS)
    )
    is_uploaded = call.name in MODEL_STORES and OTHER_STORES.isdisjoint(_texts(call))
    return is_named or is_uploaded or not REGISTERING_KEYWORDS.isdisjoint(names)


def _texts(call: Call) -> set[str]:
    return {value for _, value in call.keywords if isinstance(value, str)}


def _seeds(call: Call, _: SourceFile) -> bool:
    return call.name in SEEDING or any(
        name in {"random_state", "random_seed", "seed"}
        and isinstance(value, int)
        and not isinstance(value, bool)
        for name, value in call.keywords
    )


def _places(reading: Reading, is_meant: Callable[[Call, SourceFile], bool]) -> tuple[Place, ...]:
    found = (
        Place(name=call.name.lstrip("."), evidence=place(call))
        for code, place in _own_code(reading)
        for call in code.calls
        if is_meant(call, code)
    )
    return tuple(islice(found, MOST_PLACES))


def _own_code(reading: Reading) -> Iterator[tuple[SourceFile, Callable[[Call], Evidence]]]:
    for role in (Role.SOURCE, Role.EXAMPLE):
        for file in reading.code.files:
            if file.role is role:
                yield file, partial(_line_of, file.path)
    for book in reading.notebooks.notebooks:
        if book.code is not None and book.code.role in {Role.SOURCE, Role.EXAMPLE, Role.DOCS}:
            yield book.code, partial(_cell_of, book)


def _line_of(path: str, call: Call) -> Evidence:
    return Evidence(path=path, line=call.line)


def _cell_of(book: Notebook, call: Call) -> Evidence:
    return Evidence(path=book.path, cell=book.cell_at(call.line))
