"""Trials of models in the sandbox: the model and the program that tries it are carried there."""

from pathlib import Path

from mlops_platform.adapters import model_trial
from mlops_platform.core.checkout import Checkout
from mlops_platform.core.model_trial import (
    ModelTrial,
    TrialOrder,
    model_to_try,
    read_trial,
    trial_plan,
)
from mlops_platform.core.sandbox import CarriedFile, LiveLog, Sandbox, SandboxOrder

PROGRAM = Path(model_trial.__path__[0])
PLACE = "mlops_platform/adapters/model_trial"
"""Where the program stands in the sandbox: by its own name, so that its parts find each other."""


class SandboxedTrials:
    """Fits the port `ModelTrials`."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def try_model(self, asked: TrialOrder, checkout: Checkout, live: LiveLog) -> ModelTrial | None:
        """Try the likeliest model of an attempt; None where it left none."""
        model = model_to_try(asked.artifacts)
        if model is None:
            return None
        outputs = Path(asked.outputs)
        left = [output for output in asked.attempt.outcome.outputs if not output.is_outside]
        # All that the run left: a model may be more than one file.
        made = [CarriedFile(path=each.path, file=outputs / each.stored_as) for each in left]
        order = SandboxOrder(
            run_id=asked.run_id,
            attempt=0,
            plan=trial_plan(asked, model),
            carried=(*made, *_program()),
        )
        outcome = self._sandbox.run(order, checkout, Path(asked.folder), live)
        return read_trial(model, outcome)


def _program() -> tuple[CarriedFile, ...]:
    return tuple(
        CarriedFile(path=f"{PLACE}/{file.name}", file=file) for file in sorted(PROGRAM.glob("*.py"))
    )
