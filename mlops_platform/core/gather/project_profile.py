"""What project_profile reads: one reading of the checkout, and what is concluded from it."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.declaration import PATH, Declaration, StatedEntryPoint
from mlops_platform.core.detect import detect
from mlops_platform.core.evidence import Detection, Evidence
from mlops_platform.core.facts.declaration import read_declaration
from mlops_platform.core.facts.reading import Reading, read_checkout
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.facts.spread import Spread, in_one_part
from mlops_platform.core.profiling import dependencies
from mlops_platform.core.profiling.automation_summary import container_files, workflows
from mlops_platform.core.profiling.committed_files import find_committed_files
from mlops_platform.core.profiling.committed_secrets import find_committed_secrets
from mlops_platform.core.profiling.copied_projects import tables_of_others
from mlops_platform.core.profiling.data_files import find_data_files
from mlops_platform.core.profiling.deeds import (
    external_data,
    fixed_seeds,
    loaded_models,
    logged_metrics,
    registered_models,
    saved_models,
)
from mlops_platform.core.profiling.documentation import read_documentation
from mlops_platform.core.profiling.entry_points import EntryPoints, find_entry_points
from mlops_platform.core.profiling.files_of_numbers import files_of_numbers
from mlops_platform.core.profiling.metric_files import metric_files
from mlops_platform.core.profiling.needed_frameworks import idle_frameworks
from mlops_platform.core.profiling.picture_folders import picture_folders
from mlops_platform.core.profiling.project_kind import Applied, Kind, tell_kind
from mlops_platform.core.profiling.scripts_among_tests import is_script_among_tests
from mlops_platform.core.profiling.server_starts import server_starts
from mlops_platform.core.registry import rule_names
from mlops_platform.core.sections.project_profile import (
    CodeSummary,
    DatasetFile,
    EntryPoint,
    ImportedModule,
    NotebookSummary,
    Place,
    ProjectProfileFacts,
)

SHELVES = (
    "ci",
    "containers",
    "trackers",
    "data_versioning",
    "configuration",
    "pipelines",
    "serving",
    "monitoring",
    "quality_tools",
)
DEEDS = {
    "external_data": external_data,
    "logged_metrics": logged_metrics,
    "metric_files": metric_files,
    "registered_models": registered_models,
    "saved_models": saved_models,
    "seeds": fixed_seeds,
}
BESIDE_TESTS = frozenset({"__init__.py", "conftest.py"})
MOST_UNREAD = 50


class _Work(NamedTuple):
    """What is found by following calls from the start of a program."""

    entries: EntryPoints
    tests: tuple[Detection, ...]


class _Named(NamedTuple):
    """What is found by the names that the code imports and calls."""

    frameworks: tuple[Detection, ...]
    shelves: dict[str, tuple[Detection, ...]]
    imports: tuple[ImportedModule, ...]
    loaded_models: tuple[Place, ...]
    deeds: dict[str, tuple[Place, ...]]


def gather_project_profile(checkout: Checkout, spread: Spread = in_one_part) -> ProjectProfileFacts:
    """Read a checkout and say what it is made of."""
    reading = read_checkout(checkout, spread)
    tasks: list[Callable[[], _Work | _Named]] = [partial(_work, reading), partial(_named, reading)]
    found = spread(tasks, len(reading.code.files))
    (work,) = (each for each in found if isinstance(each, _Work))
    (named,) = (each for each in found if isinstance(each, _Named))
    serving = tuple(each for each in named.shelves["serving"] if each.is_used)
    applied = Applied(named.loaded_models, serving)
    kind = tell_kind(reading, work.entries, named.frameworks, applied)
    committed = find_committed_files(reading.repository)
    secrets = find_committed_secrets(checkout, reading.repository)
    python, python_at = dependencies.python_requirement(reading.manifests)
    stated = _declaration(checkout, reading)
    return ProjectProfileFacts(
        is_ml_project=kind.is_ml_project,
        kind=kind.kind,
        because=kind.because,
        frameworks=tuple(f for f in named.frameworks if f.is_used),
        declared_only=idle_frameworks(named.frameworks),
        training_entry_points=_entries(stated.training, work.entries.training, kind),
        evaluation_entry_points=_entries(stated.evaluation, work.entries.evaluation, kind),
        datasets=_datasets(checkout, reading),
        picture_folders=picture_folders(reading.repository),
        dependency_state=dependencies.dependency_state(reading.manifests),
        manifests=dependencies.manifest_detections(reading.manifests),
        lock_files=dependencies.lock_file_detections(reading.manifests),
        dependencies=dependencies.declared_dependencies(reading.manifests),
        imports=named.imports,
        python_requires=python,
        python_requires_evidence=python_at,
        workflows=workflows(reading.automation),
        container_files=container_files(reading.automation),
        tests=work.tests,
        **named.shelves,
        license=reading.repository.license_spdx,
        license_evidence=_first_path(reading.repository.license_paths),
        documentation=read_documentation(reading.repository, reading.commands),
        code=_code(reading),
        notebooks=_notebooks(reading),
        loaded_models=named.loaded_models,
        **named.deeds,
        committed_models=committed.models,
        committed_clutter=committed.clutter,
        large_files=committed.large,
        secrets=secrets.keys,
        committed_passwords=secrets.passwords,
        default_passwords=secrets.default_passwords,
        server_starts=server_starts(reading),
        vendored_trees=committed.vendored,
        unread=_unread(reading),
        file_count=len(reading.repository.files),
        size_bytes=sum(file.size_bytes for file in reading.repository.files),
        declaration=stated,
    )


def _work(reading: Reading) -> _Work:
    return _Work(find_entry_points(reading), detect("tests", reading))


def _named(reading: Reading) -> _Named:
    return _Named(
        frameworks=detect("frameworks", reading),
        shelves={shelf: detect(shelf, reading) for shelf in SHELVES},
        imports=dependencies.imported_modules(reading),
        loaded_models=loaded_models(reading),
        deeds={name: find(reading) for name, find in DEEDS.items()},
    )


def _declaration(checkout: Checkout, reading: Reading) -> Declaration:
    files = {file.path for file in reading.repository.files}
    return read_declaration(checkout, files, rule_names() if PATH in files else ())


def _datasets(checkout: Checkout, reading: Reading) -> tuple[DatasetFile, ...]:
    found = find_data_files(checkout, reading.repository, files_of_numbers(reading))
    foreign = tables_of_others(reading, [each.path for each in found])
    return tuple(each for each in found if each.path not in foreign)


def _entries(
    stated: tuple[StatedEntryPoint, ...], found: tuple[EntryPoint, ...], kind: Kind
) -> tuple[EntryPoint, ...]:
    """Put what the repository states before what was found."""
    if not kind.is_ml_project:
        return ()
    paths = {entry.path for entry in stated}
    own = (
        EntryPoint(
            path=entry.path,
            command=entry.command,
            confidence=1.0,
            because="the repository states it",
            evidence=(Evidence(path=PATH, line=entry.line),),
        )
        for entry in stated
    )
    return (*own, *(entry for entry in found if entry.path not in paths))


def _first_path(paths: tuple[str, ...]) -> Evidence | None:
    return Evidence(path=paths[0]) if paths else None


def _code(reading: Reading) -> CodeSummary:
    own = [file for file in reading.code.files if file.role in {Role.SOURCE, Role.EXAMPLE}]
    functions = [entry for file in own for entry in file.definitions if entry.kind != "class"]
    tests = [f for f in reading.code.files if f.role is Role.TEST and not is_script_among_tests(f)]
    names = [f.path.rpartition("/")[2] for f in tests]
    return CodeSummary(
        python_files=len(own),
        python_lines=sum(file.lines for file in own),
        notebooks=len(reading.notebooks.notebooks),
        test_files=sum(name not in BESIDE_TESTS for name in names),
        unparsed=tuple(
            Evidence(path=f.path, note=f.reason) for f in reading.code.unparsed[:MOST_UNREAD]
        ),
        typed_functions=sum(entry.is_typed for entry in functions),
        functions=len(functions),
    )


def _notebooks(reading: Reading) -> tuple[NotebookSummary, ...]:
    return tuple(
        NotebookSummary(
            path=book.path,
            code_cells=book.code_cells,
            runs_in_order=book.runs_in_order,
            has_outputs=book.has_outputs,
            output_bytes=book.output_bytes,
        )
        for book in reading.notebooks.notebooks
    )


def _unread(reading: Reading) -> tuple[Evidence, ...]:
    unread = (
        *reading.repository.unread,
        *reading.manifests.unread,
        *reading.notebooks.unread,
        *reading.commands.unread,
        *reading.automation.unread,
    )
    places = sorted({(file.path, file.reason) for file in unread})
    return tuple(Evidence(path=path, note=reason) for path, reason in places[:MOST_UNREAD])
