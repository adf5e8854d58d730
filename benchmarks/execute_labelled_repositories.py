"""What `execute` makes of labelled public repositories, beside what people got by hand.

    python benchmarks/execute_labelled_repositories.py LABELS.jsonl FOLDER [--only NAME ...]

LABELS holds one JSON object a line (`repo`, `commit`, `run`); FOLDER holds each repository's Git
directory as OWNER+NAME or OWNER+NAME/repo. Each is served by a Git server on loopback and executed
by its true URL, as a user would, without any configuration of its own; settings of the environment
(a company's certificates, find-links) count. Prints one row for each repository: the outcome or the
cause, the attempts, the labelled metrics that were found, model files, and the times.
"""

import argparse
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

TOP = Path(__file__).parents[1]
sys.path.insert(0, str(TOP))

from mlops_platform_tests.servers.git_server import serve_repositories  # noqa: E402

Json = dict[str, Any]
HEAD = (
    "| repository | label | outcome | attempts, repairs | labelled metrics | metrics | models"
    " | install s | run s | whole s |\n|---|---|---|---|---|---|---|---|---|---|"
)
CLOSE = 1e-4


class Executed(NamedTuple):
    """What the program said of training, and how long it took."""

    training: Json
    seconds: float


def main() -> int:
    """Execute, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("labels", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*", default=[], help="parts of names")
    parser.add_argument("--timeout", default="600", help="seconds for a run (default: 600)")
    arguments = parser.parse_args()
    records = [json.loads(line) for line in arguments.labels.read_text().splitlines()]
    wanted = [
        record
        for record in records
        if record.get("run") and _is_wanted(record["repo"], arguments.only)
    ]
    served = {record["repo"]: _git_directory(arguments.folder, record["repo"]) for record in wanted}
    print(HEAD)
    with tempfile.TemporaryDirectory() as empty, serve_repositories(Path(empty), served) as server:
        for record in wanted:
            executed = _execute(record, server.url, arguments.timeout)
            print(_row(record, executed), flush=True)
    return 0


def _is_wanted(name: str, parts: list[str]) -> bool:
    return not parts or any(part in name for part in parts)


def _git_directory(folder: Path, repository: str) -> Path:
    kept = folder / repository.replace("/", "+")
    places = (kept / "repo" / ".git", kept / "repo", kept)
    return next(place for place in places if (place / "HEAD").is_file())


def _execute(record: Json, address: str, timeout: str) -> Executed:
    argv = [sys.executable, "-P", "-m", "mlops_platform.cli", "execute"]
    argv += [f"https://github.com/{record['repo']}", "--ref", record["commit"]]
    argv += ["--timeout", timeout, "--format", "json"]
    environment = os.environ | {"MLOPS_PLATFORM_GIT_MIRRORS": f"github.com={address}"}
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as empty:
        ended = subprocess.run(
            argv, cwd=empty, env=environment, capture_output=True, text=True, check=False
        )
    seconds = time.monotonic() - started
    if not ended.stdout.startswith("{"):
        print(ended.stderr[-2000:], file=sys.stderr)
        return Executed({"failure": ended.stderr.strip().splitlines()[-1:]}, seconds)
    return Executed(json.loads(ended.stdout)["training"], seconds)


def _row(record: Json, executed: Executed) -> str:
    execution = executed.training.get("execution") or {}
    results = execution.get("results") or {"metrics": [], "artifacts": []}
    found, labelled = _found(record["run"], results["metrics"])
    phases = [phase for a in execution.get("attempts", []) for phase in a["outcome"]["phases"]]
    install = sum(p["duration_seconds"] for p in phases if p["name"] == "install")
    run = sum(p["duration_seconds"] for p in phases if p["name"] != "install")
    last = (execution.get("attempts") or [{}])[-1]
    repairs = [each["repair"] for each in _repairs(last)]
    outcome = execution.get("cause") or execution.get("ending") or executed.training["failure"]
    cells = (
        record["repo"],
        record["run"]["outcome"],
        outcome,
        f"{len(execution.get('attempts', []))}, {' '.join(repairs) or 'none'}",
        f"{found} of {labelled}",
        len(results["metrics"]),
        sum(artifact["is_model"] for artifact in results["artifacts"]),
        f"{install:.0f}",
        f"{run:.0f}",
        f"{executed.seconds:.0f}",
    )
    return f"| {' | '.join(map(str, cells))} |"


def _repairs(attempt: Json) -> Iterable[Json]:
    return attempt.get("plan", {}).get("repairs", ())


def _found(run: Json, metrics: list[Json]) -> tuple[int, int]:
    """Count the labelled printed values that stand among the metrics, in any of their points."""
    labelled = run.get("metrics_stdout") or []
    return sum(any(_is(label, metric) for metric in metrics) for label in labelled), len(labelled)


def _is(label: Json, metric: Json) -> bool:
    """Compare names loosely, and values within the label's tolerance."""
    wanted = _words(re.sub(r"\(.*?\)", "", label["name"]))
    if not wanted & _words(metric["name"]):
        return False
    tolerance = label.get("tolerance") or CLOSE * max(1.0, abs(label["value"]))
    return any(
        math.isclose(point["value"], label["value"], rel_tol=0, abs_tol=tolerance)
        for point in metric["points"]
    )


def _words(name: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", name.lower()))


if __name__ == "__main__":
    sys.exit(main())
