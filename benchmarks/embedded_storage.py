"""What Dagster's storage costs an analysis: ours against the two SQLite storages of Dagster.

    python benchmarks/embedded_storage.py [ROUNDS]

The job `analyze` runs with all its checks on given facts, so that only Dagster and its databases
are measured. The rivals take turns in one process, after a run each to warm up.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

import dagster as dg
import yaml

sys.path.insert(0, str(Path(__file__).parents[1]))

from mlops_platform_tests.defs.drawn_platform import (
    DrawnPlatform,
    draw_platform,
    run,
)

ROUNDS = 5


class Cost(NamedTuple):
    """Seconds of one run."""

    wall: float
    cpu: float


# A storage's part of dagster.yaml is a tree of any values.
def storages(base_dir: str) -> dict[str, dict[str, Any]]:
    """Return what `dagster.yaml` says of each rival."""

    def part(module: str, name: str) -> dict[str, Any]:
        return {
            "module": f"dagster._core.storage.{module}",
            "class": name,
            "config": {"base_dir": base_dir},
        }

    ours = {"module": "mlops_platform.defs.embedded_storage", "class": "EmbeddedStorage"}
    return {
        "embedded (ours)": {"storage": {"custom": {**ours, "config": {"base_dir": base_dir}}}},
        "one database": {
            "run_storage": part("runs", "SqliteRunStorage"),
            "event_log_storage": part("event_log", "ConsolidatedSqliteEventLogStorage"),
            "schedule_storage": part("schedules", "SqliteScheduleStorage"),
        },
        "default": {"storage": {"sqlite": {"base_dir": base_dir}}},
    }


def open_rival(folder: Path, name: str) -> dg.DagsterInstance:
    """Open an instance of its own for a rival."""
    folder.mkdir(parents=True)
    config = {"telemetry": {"enabled": False}, **storages(str(folder / "dagster"))[name]}
    (folder / "dagster.yaml").write_text(yaml.safe_dump(config))
    return dg.DagsterInstance.from_config(str(folder))


def cost_of(platform: DrawnPlatform, instance: dg.DagsterInstance) -> Cost:
    """Run the job once."""
    wall, cpu = time.perf_counter(), time.process_time()
    run(platform, instance)
    return Cost(time.perf_counter() - wall, time.process_time() - cpu)


def main() -> None:
    """Print the medians and their ratios to ours."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    platform = draw_platform()
    with tempfile.TemporaryDirectory() as folder:
        rivals = {name: open_rival(Path(folder) / name, name) for name in storages("")}
        for instance in rivals.values():
            cost_of(platform, instance)
        costs: dict[str, list[Cost]] = {name: [] for name in rivals}
        for _ in range(rounds):
            for name, instance in rivals.items():
                costs[name].append(cost_of(platform, instance))
        for instance in rivals.values():
            instance.dispose()
    medians = {
        name: Cost(*(statistics.median(column) for column in zip(*measured, strict=True)))
        for name, measured in costs.items()
    }
    ours = medians["embedded (ours)"]
    print(f"{'storage':<18}{'wall s':>8}{'cpu s':>8}{'wall':>8}{'cpu':>8}")
    for name, cost in medians.items():
        ratios = f"{cost.wall / ours.wall:>7.1f}x{cost.cpu / ours.cpu:>7.1f}x"
        print(f"{name:<18}{cost.wall:>8.2f}{cost.cpu:>8.2f}{ratios}")


if __name__ == "__main__":
    main()
