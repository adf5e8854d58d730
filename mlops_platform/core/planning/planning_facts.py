"""What a plan is made from: one reading of the checkout, its profile, and what was asked for."""

from datetime import date
from typing import NamedTuple

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.facts.documented_commands import (
    DocumentedCommandsFacts,
    read_documented_commands,
)
from mlops_platform.core.facts.import_roots import ImportRoots
from mlops_platform.core.facts.manifests import ManifestsFacts, read_manifests
from mlops_platform.core.facts.notebooks import NotebooksFacts, read_notebooks
from mlops_platform.core.facts.repository import RepositoryFacts, read_repository
from mlops_platform.core.facts.source_code import SourceCodeFacts, SourceFile, read_source_code
from mlops_platform.core.profiling.reach import Program
from mlops_platform.core.run_plan import RunRequest
from mlops_platform.core.sections.project_profile import ProjectProfileFacts


class PlanningFacts(NamedTuple):
    """Everything that a recipe or an environment may look at.

    `paths` are all files and the folders that hold them. `program` follows calls and imports from a
    started file, `roots` tells where imports resolve.
    """

    checkout: Checkout
    profile: ProjectProfileFacts
    request: RunRequest
    repository: RepositoryFacts
    paths: frozenset[str]
    manifests: ManifestsFacts
    code: SourceCodeFacts
    notebooks: NotebooksFacts
    commands: DocumentedCommandsFacts
    program: Program
    roots: ImportRoots

    @property
    def committed_on(self) -> date | None:
        """Return the day of the commit (UTC), None where it is not known."""
        moment = self.checkout.revision.committed_at
        return moment.date() if moment else None


def read_planning_facts(
    checkout: Checkout, profile: ProjectProfileFacts, request: RunRequest
) -> PlanningFacts:
    """Read what a plan needs; of the notebooks only those that train, and those beside them."""
    repository = read_repository(checkout)
    entries = (*profile.training_entry_points, *profile.evaluation_entry_points)
    folders = {entry.path.rpartition("/")[0] for entry in entries if entry.path.endswith(".ipynb")}
    books = {
        file.path
        for file in repository.files
        if file.path.endswith(".ipynb") and file.path.rpartition("/")[0] in folders
    }
    code = read_source_code(checkout, repository)
    notebooks = read_notebooks(checkout, repository, books)
    in_books = (book.code for book in notebooks.notebooks if book.code is not None)
    return PlanningFacts(
        checkout=checkout,
        profile=profile,
        request=request,
        repository=repository,
        paths=_paths(repository),
        manifests=read_manifests(checkout, repository),
        code=code,
        notebooks=notebooks,
        commands=read_documented_commands(checkout, repository),
        program=Program(code.files),
        roots=ImportRoots(code._replace(files=(*code.files, *in_books))),
    )


def _paths(repository: RepositoryFacts) -> frozenset[str]:
    found = {file.path for file in repository.files}
    for path in tuple(found):
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return frozenset(found)


def source_of(facts: PlanningFacts, path: str) -> SourceFile | None:
    """Return the code of a Python file or a notebook, None where it could not be read."""
    if path in facts.program.files:
        return facts.program.files[path]
    return next((book.code for book in facts.notebooks.notebooks if book.path == path), None)
