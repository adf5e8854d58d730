"""A DVC pipeline: its stages in order, as commands; dvc itself is not needed to run them."""

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.planning.command_way import Told, joined, way_of_command
from mlops_platform.core.planning.data_needs import pointer_lack
from mlops_platform.core.planning.dvc_stages import Stage, dvc_stages, leading_to, sources_of
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.started_files import file_of
from mlops_platform.core.planning.way import Candidate, Lack, Way
from mlops_platform.core.run_plan import Purpose

REPRO = "dvc repro"


def way(candidate: Candidate, facts: PlanningFacts) -> Way | None:
    """Run the stage that starts the entry point, after the stages whose outputs it takes."""
    entry, documented = candidate.entry, candidate.documented
    is_stage = documented is not None and documented.source == "dvc"
    if candidate.is_stated or not (is_stage or entry.command == REPRO):
        return None
    path = documented.path if documented else entry.path
    stages = dvc_stages(path, facts)
    stage = _stage(stages, candidate, facts)
    if stage is None:
        return None
    is_evaluation = candidate.purpose is Purpose.EVALUATE
    trained = _stage_that_trains(stages, facts) if is_evaluation else None
    # An evaluation begins with what the training left.
    done = leading_to(trained, stages) if trained else ()
    paths = facts.paths
    kept = [
        each
        for each in leading_to(stage, stages)
        if each is stage
        or (each not in done and not (each.gives and all(place in paths for place in each.gives)))
    ]
    ways = [_way(each, path, candidate, facts, is_last=each is stage) for each in kept]
    found = joined(ways)
    missing = () if is_evaluation else _missing(tuple(kept), path, facts)
    return found._replace(lacks=(*missing, *found.lacks))


def _stage(stages: tuple[Stage, ...], candidate: Candidate, facts: PlanningFacts) -> Stage | None:
    """Return the stage that an entry point names, or that starts what trains."""
    if candidate.documented is not None:
        name = candidate.documented.name.partition("@")[0]
        return next((each for each in stages if each.name == name), None)
    return _stage_that_trains(stages, facts)


def _stage_that_trains(stages: tuple[Stage, ...], facts: PlanningFacts) -> Stage | None:
    for entry in facts.profile.training_entry_points:
        for stage in stages:
            if any(file_of(command, facts) == entry.path for command in stage.commands):
                return stage
    return None


def _way(
    stage: Stage, path: str, candidate: Candidate, facts: PlanningFacts, *, is_last: bool
) -> Way:
    purpose = candidate.purpose if is_last else Purpose.PREPARE
    ways = []
    for command in stage.commands:
        start = file_of(command, facts) or candidate.entry.path
        told = Told(
            line=command.command,
            folder=command.working_directory,
            recipe="dvc_pipeline",
            because=f"stage {stage.name} of {path}",
            evidence=(Evidence(path=path, line=command.line, note=stage.name),),
        )
        entry = candidate.entry.model_copy(update={"path": start})
        ways.append(way_of_command(told, Candidate(entry, purpose), facts))
    return joined(ways)


def _missing(stages: tuple[Stage, ...], path: str, facts: PlanningFacts) -> tuple[Lack, ...]:
    """Say which sources of the pipeline are pointers, or not there at all."""
    paths = facts.paths
    absent = [place for place in sources_of(stages) if place not in paths and "${" not in place]
    return tuple(pointer_lack(place, facts, Evidence(path=path)) for place in absent)
