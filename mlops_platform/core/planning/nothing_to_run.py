"""Why there is no command to run for a purpose, told from the profile."""

from mlops_platform.core.causes import Cause
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.run_plan import Planning, Purpose

MOST_NAMED = 3
HIRED = (".fine_tuning.jobs.create", ".FineTuningJob.create", ".FineTune.create")
"""Calls that ask a vendor's service to train, at the cost of an account."""


def nothing_to_run(purpose: Purpose, facts: PlanningFacts) -> Planning:
    """Say why nothing trains, or evaluates, here."""
    hired = _hired(facts)
    if hired is not None and purpose is not Purpose.EVALUATE:
        return hired
    profile = facts.profile
    told = _no_evaluation(facts) if purpose is Purpose.EVALUATE else _no_training(facts)
    starts = (*profile.training_entry_points, *profile.evaluation_entry_points)
    option = "--evaluate" if purpose is Purpose.EVALUATE else "--train"
    return Planning(
        plan=None,
        cause=told[0],
        because=told[1],
        next_action=f"State a command with `{option}`, if there is one.",
        evidence=tuple(Evidence(path=entry.path) for entry in starts[:MOST_NAMED]),
    )


def _hired(facts: PlanningFacts) -> Planning | None:
    """Say that training is asked of a service, None where this code asks none."""
    for file in facts.code.files if not facts.profile.training_entry_points else ():
        call = next((each for each in file.calls if each.name.endswith(HIRED)), None)
        if call is not None and file.role is Role.SOURCE:
            return Planning(
                plan=None,
                cause=Cause.CREDENTIALS_NEEDED,
                because=f"{file.path} asks a service to train ({call.name}), which needs its"
                " author's account; nothing is trained where the code runs",
                next_action="Start it yourself; its metrics are kept by that service.",
                evidence=(Evidence(path=file.path, line=call.line, note=call.name),),
            )
    return None


def _no_training(facts: PlanningFacts) -> tuple[Cause, str]:
    profile = facts.profile
    in_tests = [
        entry.path
        for entry in profile.evaluation_entry_points
        if (entry.command or "").startswith("pytest")
    ]
    if not profile.is_ml_project:
        return Cause.NOTHING_TO_TRAIN, profile.because
    if in_tests:
        tested = ", ".join(in_tests[:MOST_NAMED])
        because = f"models are trained by the tests alone ({tested}); no script trains one"
        return Cause.NO_TRAINING_SCRIPT, because
    if profile.training_entry_points:
        path = profile.training_entry_points[0].path
        return Cause.NO_TRAINING_SCRIPT, f"a function in {path} trains, and nothing starts it"
    return Cause.NOTHING_TO_TRAIN, "no file of it trains a model"


def _no_evaluation(facts: PlanningFacts) -> tuple[Cause, str]:
    trains = {entry.path for entry in facts.profile.training_entry_points}
    both = [e.path for e in facts.profile.evaluation_entry_points if e.path in trains]
    if both:
        because = f"{both[0]} evaluates what it trains, so its metrics are those of the training"
        return Cause.NOTHING_TO_EVALUATE, because
    return Cause.NOTHING_TO_EVALUATE, "no program of it evaluates a trained model by itself"
