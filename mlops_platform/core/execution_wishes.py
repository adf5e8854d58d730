"""What is asked of an execution: by the operator's catalog, then by the command or the run."""

import shlex
from collections.abc import Collection, Iterable
from typing import Literal

from pydantic import Field, field_validator

from mlops_platform.core.evidence import Frozen
from mlops_platform.core.execution_settings import Gpus, MemorySize, size_bytes
from mlops_platform.core.run_plan import Limits, Purpose, RunRequest


class ExecutionWishes(Frozen):
    """Wishes for one repository; None leaves the choice to who was asked before, or the planner.

    `train` and `evaluate` are commands, `memory` is a size such as `4g`, `timeout` is in seconds.
    """

    train: str | None = None
    evaluate: str | None = None
    python: str | None = Field(default=None, pattern=r"^3\.\d{1,2}$")
    network: Literal["none", "bridge"] | None = None
    timeout: int | None = Field(default=None, gt=0)
    memory: MemorySize | None = None
    cpus: float | None = Field(default=None, gt=0, le=1024)
    gpus: Gpus | None = None
    variables: tuple[tuple[str, str], ...] = ()

    @field_validator("train", "evaluate")
    @classmethod
    def _a_command(cls, command: str | None) -> str | None:
        if command is not None and not shlex.split(command):
            raise ValueError("a command needs at least a program")
        return command


class Offer(Frozen):
    """What there is to run on: the operator's limits, and the versions of Python; () for any."""

    limits: Limits = Limits()
    pythons: tuple[str, ...] = ()


def request_of(
    purposes: Collection[Purpose], offer: Offer, wishes: Iterable[ExecutionWishes]
) -> RunRequest:
    """Put wishes together, the strongest last, on top of what is offered."""
    chosen: dict[str, object] = {}
    variables: dict[str, str] = {}
    for wish in wishes:
        chosen |= wish.model_dump(exclude_none=True, exclude={"variables"})
        variables |= dict(wish.variables)
    stated = ExecutionWishes.model_validate(chosen)
    bounds: dict[str, object] = {
        "run_seconds": stated.timeout,
        "memory_bytes": size_bytes(stated.memory) if stated.memory else None,
        "cpus": stated.cpus,
        "network": stated.network,
        "gpus": stated.gpus,
    }
    return RunRequest(
        purposes=tuple(purposes),
        train_command=stated.train,
        evaluate_command=stated.evaluate,
        python=stated.python,
        variables=tuple(sorted(variables.items())),
        pythons=offer.pythons,
        limits=offer.limits.model_copy(update={k: v for k, v in bounds.items() if v is not None}),
    )
