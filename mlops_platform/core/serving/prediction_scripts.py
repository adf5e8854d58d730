"""Scripts that load a stored model and predict, without being a server, a training or a test."""

import re

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.repository import RepositoryFacts, Role
from mlops_platform.core.facts.source_code import SourceFile
from mlops_platform.core.profiling.model_files import loads_model
from mlops_platform.core.sections.project_profile import Place, ProjectProfileFacts

NAMED_SO = re.compile(
    r"^(.*_)?(predict|prediction|predictions|predictor|inference|infer|score|scoring|sample|generate"
    r"|detect)(_.*)?\.py$"
)
PREDICTING = {"predict", "predict_proba", "predict_batch", "generate", "transcribe", "decode"}
MOST_FILES = 40


def candidates(repository: RepositoryFacts, profile: ProjectProfileFacts) -> list[str]:
    """Return the files worth reading: those that load a model, and those that are named so."""
    loading = {place.evidence.path for place in profile.loaded_models}
    entered = {p.path for p in profile.training_entry_points + profile.evaluation_entry_points}
    return [
        file.path
        for file in repository.files
        if file.role in {Role.SOURCE, Role.EXAMPLE}
        and file.path.endswith(".py")
        and file.path not in entered
        and not _name(file.path).startswith("test_")
        and (file.path in loading or NAMED_SO.match(_name(file.path)))
    ][:MOST_FILES]


def prediction_script(file: SourceFile) -> Place | None:
    """Return where a script predicts: by its name and one of both deeds, or by both deeds."""
    loads = [call for call in file.calls if loads_model(call, file)]
    predicts = [c for c in file.calls if c.name.rpartition(".")[2] in PREDICTING]
    is_started = file.main_line is not None or file.module_level_work
    is_named_so = bool(NAMED_SO.match(_name(file.path)))
    deeds = predicts + loads
    if not deeds or not (is_named_so or (predicts and loads and is_started)):
        return None
    line = deeds[0].line
    return Place(name=_name(file.path), evidence=Evidence(path=file.path, line=line))


def _name(path: str) -> str:
    return path.rpartition("/")[2]
