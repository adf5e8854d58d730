"""Trying a model in the sandbox: what is asked, and what its answer says.

The answer is a line that the trial prints; a model can print one too, so it is taken for what
foreign code says of itself: fields of known names and shapes, and nothing else.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Literal, Protocol

from pydantic import Field, FiniteFloat, ValidationError

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.evidence import Frozen
from mlops_platform.core.report.escaping import one_line
from mlops_platform.core.run_outcome import Artifact, Attempt, Ending, SandboxOutcome
from mlops_platform.core.run_plan import Limits, Purpose, RunPlan, RunStep
from mlops_platform.core.sandbox import LiveLog
from mlops_platform.core.sections.project_profile import DatasetFile

MARK = "MLOPS-TRIAL "
PROGRAM = ("python", "-m", "mlops_platform.adapters.model_trial.main")
LONGEST_SECONDS = 300
LONGEST_TEXT = 300
PREFERRED = ("joblib", "pickle", "skops", "onnx", "xgboost", "lightgbm", "catboost", "keras")
"""Kinds of whole models, before those that may hold weights only."""
READABLE = ("csv", "tsv", "parquet")
MOST_TABLES = 5


class ModelTrial(Frozen):
    """What came of trying a model. Without `input` it was not asked, `because` says why.

    `rows` were asked at once, `calls` are of single rows. `onnx` compares the exported model's
    answers with the model's own.
    """

    model: str
    kind: str
    size_bytes: int | None = Field(default=None, ge=0)
    is_loaded: bool = False
    class_name: str = ""
    load_seconds: FiniteFloat | None = None
    input: str = ""
    rows: int = 0
    calls: int = 0
    latency_median_ms: FiniteFloat | None = None
    latency_p95_ms: FiniteFloat | None = None
    is_finite: bool | None = None
    is_repeatable: bool | None = None
    onnx: Literal["agrees", "differs", "failed", "not tried"] = "not tried"
    onnx_because: str = ""
    onnx_agreement: FiniteFloat | None = None
    onnx_largest_difference: FiniteFloat | None = None
    because: str = ""

    def facts(self) -> tuple[tuple[str, str], ...]:
        """Return it as texts by name, as evidence of a model version."""
        return tuple((f"trial_{name}", text) for name, text in _facts(self))


class ModelTrials(Protocol):
    """Tries models, in a sandbox and nowhere else."""

    def try_model(
        self, asked: "TrialOrder", checkout: Checkout, live: LiveLog
    ) -> ModelTrial | None:
        """Try the likeliest model of an attempt; None where it left none."""
        ...


class TrialOrder(Frozen):
    """Which attempt's model is tried, under which id, and what it learned from.

    `tables` are paths in the repository, `target` a column of them, "" where not known.
    `outputs` is the folder of what the attempt left, `folder` an empty one for the trial.
    """

    run_id: str
    attempt: Attempt
    artifacts: tuple[Artifact, ...]
    tables: tuple[str, ...] = ()
    target: str = ""
    outputs: str
    folder: str


def model_to_try(artifacts: tuple[Artifact, ...]) -> Artifact | None:
    """Return the model that is likeliest to be the whole one: by its kind, then the largest."""
    # What lies outside of the repository is not carried back to where it was.
    models = [each for each in artifacts if each.is_model and not each.path.startswith("/")]
    ranked = sorted(models, key=lambda each: (_rank(each), -each.size_bytes, each.path))
    return ranked[0] if ranked else None


def tables_to_try(datasets: Iterable[DatasetFile]) -> tuple[str, ...]:
    """Return the tables that a model may have learned from, likeliest first.

    Those that are named for training come before the others, and larger ones before smaller.
    """
    tables = [each for each in datasets if each.format in READABLE and not each.is_pointer]
    ranked = sorted(tables, key=lambda t: ("train" not in t.path.lower(), -t.size_bytes, t.path))
    return tuple(each.path for each in ranked[:MOST_TABLES])


def trial_plan(asked: TrialOrder, model: Artifact) -> RunPlan:
    """Return the plan of a trial: the environment of the training, one command, no network."""
    trained = asked.attempt.plan
    arguments = [*PROGRAM, f"./{model.path}", model.kind]
    arguments += [f"--table=./{path}" for path in asked.tables]
    arguments += [f"--target={asked.target}"] if asked.target else []
    step = RunStep(
        purpose=Purpose.EVALUATE,
        arguments=tuple(arguments),
        recipe="model_trial",
        because="the model is loaded and asked where it can do no harm",
    )
    limits = trained.limits.model_copy(
        update={"run_seconds": min(LONGEST_SECONDS, trained.limits.run_seconds), "network": "none"}
    )
    update = {"steps": (step,), "limits": Limits.model_validate(limits), "repairs": ()}
    return trained.model_copy(update={**update, "import_paths": _places(trained)})


def read_trial(model: Artifact, outcome: SandboxOutcome) -> ModelTrial:
    """Return what the trial's last line says, or why there is none."""
    known = {"model": model.path, "kind": model.kind}
    lines = [line for line in outcome.log.tail.splitlines() if line.startswith(MARK)]
    if not lines:
        ended = outcome.because or f"the trial {outcome.ending.value.replace('_', ' ')}"
        is_silent = outcome.ending is Ending.SUCCEEDED
        because = "the trial said nothing" if is_silent else one_line(ended, LONGEST_TEXT)
        return ModelTrial(**known, because=because)
    try:
        read = json.loads(lines[-1].removeprefix(MARK))
        return ModelTrial.model_validate({**_clean(read), **known})
    except (ValueError, RecursionError, ValidationError):
        return ModelTrial(**known, because="what the trial said could not be read")


def _rank(artifact: Artifact) -> int:
    return PREFERRED.index(artifact.kind) if artifact.kind in PREFERRED else len(PREFERRED)


def _places(trained: RunPlan) -> tuple[str, ...]:
    """Return where modules are found: what unpickles a model may stand beside what trained it."""
    folders = (step.working_directory for step in trained.steps)
    return tuple(dict.fromkeys((".", *folders, *trained.import_paths)))


def _clean(read: object) -> dict[str, object]:
    if not isinstance(read, dict):
        raise ValueError("it is no object")  # noqa: TRY004 (foreign text is not of a wrong type)
    return {
        name: one_line(value, LONGEST_TEXT) if isinstance(value, str) else value
        for name, value in read.items()
    }


def _facts(trial: ModelTrial) -> Iterator[tuple[str, str]]:
    yield "model", trial.model
    if trial.size_bytes is not None:
        yield "size_bytes", str(trial.size_bytes)
    if trial.is_loaded:
        yield "class", trial.class_name
    if trial.input:
        yield "input", trial.input
        yield "answers_are_finite", _word(trial.is_finite)
        yield "answers_repeat", _word(trial.is_repeatable)
    for name in ("latency_median_ms", "latency_p95_ms"):
        value = getattr(trial, name)
        if value is not None:
            yield name, f"{value:.3g}"
    said = f" ({trial.onnx_because})" if trial.onnx_because else ""
    yield "onnx", f"{trial.onnx}{said}"
    if trial.because:
        yield "because", trial.because


def _word(is_so: bool | None) -> str:
    return {True: "yes", False: "no", None: "unknown"}[is_so]
