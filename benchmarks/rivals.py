"""Programs that do the same, measured in turn: what each costs, beside the first of them."""

import os
import statistics
import subprocess
import time
from collections.abc import Mapping
from typing import NamedTuple

NO_TELEMETRY = {"DO_NOT_TRACK": "1", "YDATA_PROFILING_NO_ANALYTICS": "1"}


class Cost(NamedTuple):
    """Seconds on the wall, seconds of processors, and the peak of memory of one process."""

    seconds: float
    processor_seconds: float
    peak_bytes: int


def measure(argv: list[str], variables: Mapping[str, str] | None = None) -> Cost:
    """Run a program and its children to their end; its failure is ours."""
    started = time.perf_counter()
    environment = os.environ | NO_TELEMETRY | dict(variables or {})
    process = subprocess.Popen(argv, stdout=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{argv[:3]} ended with status {status}")
    scale = 1024  # Linux counts resident pages in KiB
    return Cost(
        time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * scale
    )


def compare(
    title: str,
    programs: Mapping[str, list[str]],
    rounds: int,
    variables: Mapping[str, str] | None = None,
) -> None:
    """Let programs take turns, and print medians and their ratio to the first program."""
    costs: dict[str, list[Cost]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, argv in programs.items():
            costs[name].append(measure(argv, variables))
    middle = {
        name: Cost(*(statistics.median(column) for column in zip(*found, strict=True)))
        for name, found in costs.items()
    }
    ours = next(iter(middle.values()))
    print(f"{title}; {rounds} rounds")
    print(f"{'':20}{'wall s':>9}{'cpu s':>9}{'× cpu':>8}{'× wall':>8}{'peak MiB':>10}")
    for name, cost in middle.items():
        print(
            f"{name:20}{cost.seconds:9.2f}{cost.processor_seconds:9.2f}"
            f"{cost.processor_seconds / ours.processor_seconds:8.2f}"
            f"{cost.seconds / ours.seconds:8.2f}{cost.peak_bytes / 2**20:10.0f}"
        )
