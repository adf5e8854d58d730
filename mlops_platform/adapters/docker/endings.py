"""How a phase ended, derived from four raw values in a fixed order; and how that is said."""

from mlops_platform.adapters.docker.followed_container import Ended
from mlops_platform.core.causes import Cause
from mlops_platform.core.run_log import INSTALL
from mlops_platform.core.run_outcome import Ending, Phase

KILLED_BY_SIGNAL = 137
"""What a container ends with when KILL was sent to it: 128 + 9."""

CAUSES = {
    Ending.TIMED_OUT: Cause.TIME_LIMIT,
    Ending.OUT_OF_MEMORY: Cause.MEMORY_LIMIT,
    Ending.OUT_OF_DISK: Cause.DISK_LIMIT,
    Ending.KILLED: Cause.KILLED,
    Ending.ENGINE_UNAVAILABLE: Cause.ENGINE_UNAVAILABLE,
}


def ending_of(ended: Ended) -> Ending:  # noqa: PLR0911 (a list of cases, in order)
    """Derive the ending: our deadline, the disk, memory, the exit code, the engine's error.

    A child that the kernel killed for its memory is no failure while the command itself succeeds.
    """
    if ended.is_engine_gone:
        return Ending.ENGINE_UNAVAILABLE
    if ended.passed_deadline:
        return Ending.TIMED_OUT
    if ended.too_full:
        return Ending.OUT_OF_DISK
    if ended.exit_code == 0 and not ended.engine_error:
        return Ending.SUCCEEDED
    if ended.was_out_of_memory:
        return Ending.OUT_OF_MEMORY
    if ended.exit_code == KILLED_BY_SIGNAL:
        return Ending.KILLED
    return Ending.FAILED


def phase_of(name: str, ended: Ended) -> Phase:
    """Return what is kept of a container's life."""
    return Phase(
        name=name,
        ending=ending_of(ended),
        exit_code=ended.exit_code,
        was_out_of_memory=ended.was_out_of_memory,
        passed_deadline=ended.passed_deadline,
        engine_error=ended.engine_error,
        duration_seconds=ended.duration_seconds,
        cpu_seconds=ended.cpu_seconds,
        peak_memory_bytes=ended.peak_memory_bytes,
    )


def said(phase: Phase, ended: Ended, seconds: int) -> str:
    """Return one sentence on how a phase ended."""
    what = "The installation" if phase.name == INSTALL else f"The command to {phase.name}"
    failed = f"{what} ended with exit code {phase.exit_code}."
    if phase.exit_code is None:
        failed = f"{what} could not be run: {phase.engine_error}."
    return {
        Ending.SUCCEEDED: f"{what} succeeded.",
        Ending.TIMED_OUT: f"{what} was ended at its limit of {seconds} seconds.",
        Ending.OUT_OF_DISK: f"{what} was ended: {ended.too_full}.",
        Ending.OUT_OF_MEMORY: f"{what} was ended by the kernel: it needed too much memory.",
        Ending.KILLED: f"{what} was killed (exit code {phase.exit_code}), and not by us.",
        Ending.ENGINE_UNAVAILABLE: f"The Docker engine was lost on the way: {phase.engine_error}.",
    }.get(phase.ending, failed)
