"""What training_assessment reads: the flow of data through the code that learns, and its tools."""

import re

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.data_flow import DataFlowFacts, trace_data_flow
from mlops_platform.core.facts.notebooks import NOTEBOOK_BYTES, read_notebooks
from mlops_platform.core.facts.python.syntax import parsed_once
from mlops_platform.core.facts.repository import RepositoryFacts, Role, TrackedFile, read_repository
from mlops_platform.core.facts.source_code import read_source_code
from mlops_platform.core.facts.text.texts import TEXT_BYTES, read_bytes
from mlops_platform.core.facts.training_code import TrainingCodeFacts, read_training_code
from mlops_platform.core.find_leaks import find_leaks
from mlops_platform.core.leaks.defect import Confidence, Step
from mlops_platform.core.leaks.defect import Defect as FoundDefect
from mlops_platform.core.profiling.learning_programs import evidence_at, learning_programs
from mlops_platform.core.profiling.learning_tools import learning_tools
from mlops_platform.core.sections.project_profile import ProjectKind, ProjectProfileFacts
from mlops_platform.core.sections.training_assessment import Defect, TrainingAssessmentFacts

WITHOUT_TRAINING = frozenset({ProjectKind.NOT_ML, ProjectKind.LIBRARY})
WORK = frozenset({Role.SOURCE, Role.EXAMPLE, Role.DOCS})
MOST_DEFECTS = 60
LONGEST_CHAIN = 10

# Without one of these words a file holds no tool that `learning_tools` knows.
_TOOLS = re.compile(
    rb"sklearn|imblearn|xgboost|lightgbm|catboost|torchmetrics|torchvision|seqeval|surprise|optuna"
    rb"|hyperopt|keras_tuner|keras\.datasets|ray\b|prophet|scikitplot|yellowbrick|scipy|statsmodels"
    rb"|\.csv|\.parquet|mlxtend|load_dataset|dvclive|mlflow|wandb|confusion_matrix"
    rb"|[Bb]aseline|[Dd]ummy|[Mm]ajority"
)
_DEEDS = {
    "load": "the rows are read",
    "split": "the rows are split",
    "fit": "fitted",
    "transform": "transformed",
    "predict": "predicted",
    "score": "scored",
    "cross_score": "scored in folds",
    "select": "the best is chosen",
    "lag": "earlier rows are looked at",
    "own_row": "each row holds its own value of the target",
    "swap": "the predictions come first",
    "rank_labels": "labels are ranked",
}
_SYNTAX = frozenset({"if"})


def gather_training_assessment(
    checkout: Checkout, profile: ProjectProfileFacts
) -> TrainingAssessmentFacts:
    """Follow the data through the code; a library is not followed, its users train."""
    shared = TrainingAssessmentFacts.shared(profile)
    if profile.kind in WITHOUT_TRAINING:
        return TrainingAssessmentFacts.model_validate(shared)
    repository = read_repository(checkout)
    starts = {each.path for each in profile.training_entry_points}
    with parsed_once():
        flow = trace_data_flow(checkout, repository)
        practices = read_training_code(checkout, repository, starts)
        tools = _tools(checkout, repository)
    found = {
        "programs": learning_programs(flow.traces),
        "tools": tools,
        "defects": _defects(flow),
        "unread": _unread(flow, practices),
        "training_files": practices.training_files,
        "sightings": practices.sightings,
        "measures": practices.measures,
    }
    return TrainingAssessmentFacts.model_validate(shared | found)


def _defects(flow: DataFlowFacts) -> tuple[Defect, ...]:
    """Return what is confirmed first: a limit may cost what a person should look at, no more."""
    found = sorted(find_leaks(flow), key=lambda each: each.confidence is not Confidence.CONFIRMED)
    return tuple(_defect(each) for each in found[:MOST_DEFECTS])


def _unread(flow: DataFlowFacts, practices: TrainingCodeFacts) -> tuple[Evidence, ...]:
    """Return every program that one of the readers could not follow, once."""
    followed = [Evidence(path=each.path, note=each.reason) for each in flow.not_analysed]
    known = {each.path for each in followed}
    return (*followed, *(each for each in practices.unread if each.path not in known))


def _tools(checkout: Checkout, repository: RepositoryFacts) -> object:
    paths = {file.path for file in repository.files if _may_hold_tools(checkout, file)}
    code = read_source_code(checkout, repository, paths).files
    books = read_notebooks(checkout, repository, paths).notebooks
    in_books = [(book.code, book) for book in books if book.code is not None]
    return learning_tools([*((file, None) for file in code), *in_books])


def _may_hold_tools(checkout: Checkout, file: TrackedFile) -> bool:
    if file.role not in WORK or not file.path.endswith((".py", ".ipynb")):
        return False
    limit = NOTEBOOK_BYTES if file.path.endswith(".ipynb") else TEXT_BYTES
    content = read_bytes(checkout, file.path, limit)
    return not isinstance(content, UnreadFile) and _TOOLS.search(content) is not None


def _defect(found: FoundDefect) -> Defect:
    return Defect(
        kind=found.kind.value,
        subject=found.subject,
        place=evidence_at(found.place),
        is_confirmed=found.confidence is Confidence.CONFIRMED,
        chain=tuple(dict.fromkeys(_line(each) for each in found.chain))[:LONGEST_CHAIN],
    )


def _line(step: Step) -> Evidence:
    deed = _DEEDS.get(step.deed, step.deed)
    is_named = step.api and step.api not in _SYNTAX
    return evidence_at(step.place, f"{deed} ({step.api})" if is_named else deed)
