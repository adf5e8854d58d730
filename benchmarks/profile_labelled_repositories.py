"""What the platform says of labelled public repositories, against what people who read them say.

    python benchmarks/profile_labelled_repositories.py LABELS.jsonl FOLDER_OF_BARE_REPOSITORIES

LABELS holds one JSON object a line (`repo`, `labels`); the folder holds OWNER/NAME.git. They are
served over smart HTTP on loopback and analysed by the CLI under their github.com keys. Prints one
table of figures, then every disagreement by itself, so that each can be judged.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from mlops_platform_tests.servers.git_server import serve_repositories

Json = dict[str, Any]
SAME = {
    "sklearn": "scikit-learn",
    "lightning": "pytorch-lightning",
    "azureml run metrics": "azureml",
    "azureml-runs": "azureml",
    "exec-based python config": "python config file",
    "config.py": "python config file",
    "python config files": "python config file",
    "yaml hyper-parameters": "yaml",
    "json config": "json",
    "kedro catalog": "kedro",
    "kedro parameters": "kedro",
    "parameters": "kedro",
    "request log file": "request log",
    "optuna": "hydra sweeper",
    "agpl-3.0-only": "agpl-3.0",
    "agpl-3.0-or-later": "agpl-3.0",
}
STATES = {"lockfile": {"locked"}, "mixed": {"pinned", "ranged", "unpinned"}}
NOT_IN_USE = re.compile(r"described only|numpy \(own|data versioning only")


class Verdict(NamedTuple):
    """One labelled fact of one repository: wanted and said; `hits` of `wanted`, `extras` said."""

    repository: str
    fact: str
    wanted: str
    said: str
    hits: int
    misses: int
    extras: int


def main() -> int:
    """Analyse, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("labels", type=Path)
    parser.add_argument("repositories", type=Path)
    parser.add_argument("--only", default="", help="part of a repository's name")
    arguments = parser.parse_args()
    records = [json.loads(line) for line in arguments.labels.read_text().splitlines() if line]
    records = [record for record in records if arguments.only in record["repo"]]
    verdicts = [
        v
        for record, facts in analysed(records, arguments.repositories)
        for v in compare(record, facts)
    ]
    print_table(verdicts)
    print_disagreements(verdicts)
    return 0


def analysed(records: list[Json], folder: Path) -> Iterator[tuple[Json, Json]]:
    """Yield each record with the profile's facts, by the CLI and in a process of its own."""
    with serve_repositories(folder) as server, tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "MLOPS_PLATFORM_HOME": home,
            "MLOPS_PLATFORM_GIT_MIRRORS": f"github.com={server.url}",
        }
        for record in records:
            command = [
                sys.executable,
                "-m",
                "mlops_platform.cli",
                "analyze",
                f"https://github.com/{record['repo']}",
                "--format",
                "json",
            ]
            done = subprocess.run(
                command, capture_output=True, text=True, env=environment, check=False
            )
            if done.returncode:
                print(f"{record['repo']}: exit {done.returncode}: {done.stderr.strip()}")
                continue
            yield record, json.loads(done.stdout)["sections"]["project_profile"]["facts"]


def compare(record: Json, facts: Json) -> Iterator[Verdict]:
    """Hold every labelled fact of one repository against the profile."""
    repository, labels = record["repo"], record["labels"]

    def one(fact: str, wanted: object, said: object, is_right: bool) -> Verdict:
        return Verdict(
            repository,
            fact,
            str(wanted),
            str(said),
            int(is_right),
            int(not is_right),
            int(not is_right),
        )

    is_ml = labels["is_ml_project"] is not False
    yield one("is machine learning", is_ml, facts["is_ml_project"], facts["is_ml_project"] == is_ml)
    for name, wanted, said in (
        ("training", labels["train_entry_points"], facts["training_entry_points"]),
        ("evaluation", labels["eval_entry_points"], facts["evaluation_entry_points"]),
    ):
        right = [e["path"] for e in wanted if e["rank"] == 1]
        tolerated = [e["path"] for e in wanted]
        paths = [e["path"] for e in said]
        if tolerated and not right:
            right = (
                ["", *tolerated]
                if name == "evaluation" and labels["eval_entry_points"][0]["rank"] == 2
                else [""]
            )
        right = right or [""]
        first = (paths or [""])[0]
        yield one(f"{name} entry point, first", right, paths[:3], first in right)
        yield one(
            f"{name} entry point, first three",
            right,
            paths[:3],
            any(p in right for p in (paths or [""])[:3]),
        )
    yield names(repository, "frameworks", labels["frameworks"], facts["frameworks"])
    state = labels["dependencies"]["state"]
    yield one(
        "dependency state",
        state,
        facts["dependency_state"],
        facts["dependency_state"] in STATES.get(state, {state}),
    )
    yield one(
        "CI",
        labels["ci"]["present"],
        bool(facts["ci"]),
        labels["ci"]["present"] == bool(facts["ci"]),
    )
    container = any(
        entry["name"] == "dockerfile" and entry["is_used"] for entry in facts["containers"]
    )
    yield one(
        "containers",
        labels["containerisation"]["dockerfile"],
        container,
        labels["containerisation"]["dockerfile"] == container,
    )
    tests = [e for e in facts["tests"] if e["is_used"]]
    yield one(
        "tests",
        labels["tests"]["present"],
        [e["name"] for e in tests],
        labels["tests"]["present"] == bool(tests),
    )
    yield names(repository, "trackers", labels["experiment_tracking"], facts["trackers"])
    yield names(repository, "configuration", labels["config_management"], facts["configuration"])
    yield names(repository, "pipelines", labels["orchestration"], facts["pipelines"])
    yield names(repository, "serving", labels["serving"], facts["serving"])
    yield names(repository, "monitoring", labels["monitoring"], facts["monitoring"])
    wanted = (labels["license"]["spdx"] or "").split(" ")[0]
    said = facts["license"] or ""
    yield one(
        "licence",
        wanted or None,
        said or None,
        wanted.lower() in SAME.get(said.lower(), said.lower()) and bool(wanted) == bool(said),
    )


def names(repository: str, fact: str, wanted: list[Json], said: list[Json]) -> Verdict:
    """Compare two sets of technologies by name."""
    right = set(
        spelled(
            entry["name"]
            for entry in wanted
            if not NOT_IN_USE.search(entry["name"] + (entry.get("note") or ""))
        )
    )
    ours = set(spelled(entry["name"] for entry in said if entry["is_used"]))
    return Verdict(
        repository,
        fact,
        str(sorted(right)),
        str(sorted(ours)),
        len(right & ours),
        len(right - ours),
        len(ours - right),
    )


def spelled(entries: Iterable[str]) -> Iterator[str]:
    """Bring names to one spelling; a label may name two things at once."""
    for entry in entries:
        for part in re.split(r" \+ |/", re.sub(r"\s*\(.*?\)", "", entry)):
            name = part.strip().lower()
            if name != "cli override":
                yield SAME.get(name, name)


def print_table(verdicts: list[Verdict]) -> None:
    """Print precision and recall of every fact; for a single answer both are its accuracy."""
    print(f"{'fact':38}{'right':>7}{'missed':>8}{'extra':>7}{'precision':>11}{'recall':>8}")
    for fact in dict.fromkeys(verdict.fact for verdict in verdicts):
        of_fact = [verdict for verdict in verdicts if verdict.fact == fact]
        hits, misses, extras = (
            sum(getattr(v, part) for v in of_fact) for part in ("hits", "misses", "extras")
        )
        print(
            f"{fact:38}{hits:7}{misses:8}{extras:7}"
            f"{ratio(hits, extras):11.3f}{ratio(hits, misses):8.3f}"
        )


def ratio(hits: int, others: int) -> float:
    """Return hits over all, 1 where there is nothing."""
    return hits / (hits + others) if hits + others else 1.0


def print_disagreements(verdicts: list[Verdict]) -> None:
    """Print each fact that differs from its label."""
    for verdict in verdicts:
        if verdict.misses or verdict.extras:
            print(
                f"\n{verdict.repository} · {verdict.fact}\n  label: {verdict.wanted}"
                f"\n  says:  {verdict.said}"
            )


if __name__ == "__main__":
    sys.exit(main())
