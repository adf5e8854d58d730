"""An execution in lines of text: what would be run, what came of it, and what was registered.

Everything foreign is cleaned; the terminal and Dagster's metadata show the same words.
"""

import shlex
from collections.abc import Iterator

from mlops_platform.core.report.escaping import for_terminal
from mlops_platform.core.run_outcome import Artifact, Attempt, Ending, Metric, Phase
from mlops_platform.core.run_plan import Planning, RunPlan, RunStep
from mlops_platform.core.sections.executed_section import ExecutedSection
from mlops_platform.core.sections.model_registration import ModelRegistration

MOST_LISTED = 20
LONGEST = 300


def planning_lines(planning: Planning) -> Iterator[str]:
    """Say what would be run, or why nothing can be."""
    if planning.plan is None:
        yield f"nothing to run: {_clean(planning.because)}"
        if planning.next_action:
            yield f"next: {_clean(planning.next_action)}"
        return
    yield from plan_lines(planning.plan)
    if planning.because:
        yield f"note: {_clean(planning.because)}"


def plan_lines(plan: RunPlan) -> Iterator[str]:
    """Say what a plan asks of the sandbox."""
    for step in plan.steps:
        place = "" if step.working_directory == "." else f" (in {_clean(step.working_directory)})"
        yield f"{step.purpose}: {_clean(_command(step))}{place}"
        yield f"  {step.recipe}: {_clean(step.because)}"
    yield from _environment_lines(plan)
    limits = plan.limits
    memory = f"{limits.memory_bytes / 2**30:g} GiB"
    yield (
        f"limits: {limits.run_seconds} s, {memory}, {limits.cpus:g} CPUs, network {limits.network}"
    )
    for name, value in plan.variables:
        yield f"variable: {_clean(name)}={_clean(value)}"
    for repair in plan.repairs:
        yield f"repair: {repair.repair}: {_clean(repair.change)}"


def execution_lines(section: ExecutedSection) -> Iterator[str]:
    """Say what came of a run: attempts, ending, metrics, artifacts."""
    execution = section.execution
    if execution is None or not execution.attempts:
        yield f"not run: {_clean(section.failure or _why_not(section))}"
        if execution is not None and execution.next_action:
            yield f"next: {_clean(execution.next_action)}"
        return
    for number, attempt in enumerate(execution.attempts, 1):
        yield from _attempt_lines(number, attempt)
    yield f"outcome: {_ending(execution.ending)}{_because(execution.because)}"
    if execution.next_action:
        yield f"next: {_clean(execution.next_action)}"
    results = execution.results
    yield from (f"metric: {each}" for each in _listed([_metric(m) for m in results.metrics]))
    yield from (f"artifact: {each}" for each in _listed([_artifact(a) for a in results.artifacts]))
    yield from (f"conflict: {_clean(each)}" for each in results.conflicts[:MOST_LISTED])
    yield f"recorded: {_recorded(section)}"


def registration_lines(section: ModelRegistration) -> Iterator[str]:
    """Say what was registered, or why nothing was."""
    for gate in section.gates:
        word = {True: "met", False: "not met", None: "unknown"}[gate.is_met]
        yield f"gate: {_clean(gate.name)}: {word} ({_clean(gate.because)})"
    if section.trial:
        told = (f"{name.removeprefix('trial_')} {_clean(text)}" for name, text in section.trial)
        yield f"trial in the sandbox: {', '.join(told)}"
    if section.version is None:
        yield f"not registered: {_clean(section.because)}"
    else:
        model = _clean(section.model)
        yield f"registered: {model} version {section.version}, a candidate. {section.because}"


def metric_rows(section: ExecutedSection) -> Iterator[dict[str, str | float]]:
    """Return the metrics as rows of a table."""
    for metric in section.execution.results.metrics if section.execution else ():
        yield {
            "Metric": _clean(metric.name),
            "Value": metric.value,
            "Measured on": metric.split or "not said",
            "Better": metric.direction or "not known",
            "From": _source(metric),
        }


def _command(step: RunStep) -> str:
    """Return a command as it would be typed, without the text of a program of ours in it."""
    return " ".join("…" if "\n" in word else shlex.quote(word) for word in step.arguments)


def _environment_lines(plan: RunPlan) -> Iterator[str]:
    environment = plan.environment
    as_of = f", as of {environment.as_of:%Y-%m-%d}" if environment.as_of else ""
    yield f"environment: Python {environment.python} from {environment.source}{as_of}"
    if environment.because:
        yield f"  {_clean(environment.because)}"
    requirements = [_clean(each) for each in (*environment.requirements, *environment.bounds)]
    yield f"  packages: {', '.join(_listed(requirements)) or 'none'}"
    if environment.system_packages:
        yield f"  system packages: {', '.join(_clean(p) for p in environment.system_packages)}"
    for left_out in environment.left_out[:MOST_LISTED]:
        yield f"  left out: {_clean(left_out)}"


def _attempt_lines(number: int, attempt: Attempt) -> Iterator[str]:
    phases = ", ".join(_phase(phase) for phase in attempt.outcome.phases)
    because = _because(attempt.outcome.because)
    yield f"attempt {number}: {_ending(attempt.outcome.ending)} ({phases or 'no phase'}){because}"
    for repair in attempt.plan.repairs:
        yield f"  repair {repair.repair}: {_clean(repair.change)} – {_clean(repair.because)}"


def _phase(phase: Phase) -> str:
    cached = ", from the cache" if phase.is_cached else ""
    return f"{phase.name} {phase.duration_seconds:.1f} s{cached}"


def _metric(metric: Metric) -> str:
    split = f" on {metric.split} data" if metric.split else ""
    series = f", the last of {len(metric.points)}" if len(metric.points) > 1 else ""
    return f"{_clean(metric.name)} = {metric.value:g}{split}{series} ({_source(metric)})"


def _artifact(artifact: Artifact) -> str:
    note = f"; {_clean(artifact.note)}" if artifact.note else ""
    return f"{_clean(artifact.path)} ({artifact.kind}, {artifact.size_bytes} bytes{note})"


def _source(metric: Metric) -> str:
    return _clean(metric.source) + (f":{metric.line}" if metric.line else "")


def _recorded(section: ExecutedSection) -> str:
    if section.is_waiting:
        return "it waits to be sent to the experiment store"
    return section.link or section.store_id or "nowhere"


def _why_not(section: ExecutedSection) -> str:
    return section.planning.because if section.planning else "there is no plan."


def _ending(ending: Ending) -> str:
    return ending.value.replace("_", " ")


def _because(text: str) -> str:
    return f": {_clean(text)}" if text else ""


def _listed(each: list[str]) -> list[str]:
    left = len(each) - MOST_LISTED
    return [*each[:MOST_LISTED], *([f"{left} more"] if left > 0 else [])]


def _clean(text: str) -> str:
    return for_terminal(text, LONGEST)
