"""What the platform says of labelled public repositories, against what people who read them say.

    python benchmarks/profile_labelled_repositories.py LABELS.jsonl FOLDER_OF_BARE_REPOSITORIES

LABELS holds one JSON object a line (`repo`, `labels`); the folder holds OWNER/NAME.git. They are
served over smart HTTP on loopback and analysed by the CLI under their github.com keys. Prints one
table of figures, then every disagreement by itself, so that each can be judged.

A label is not always complete. `unlabelled_claims.json` lists claims beyond the labels that were
read in the repository and found true, with the place; they count as unlabelled, not as wrong, and
the table shows the precision both ways.
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

TOP = Path(__file__).parents[1]
sys.path.insert(0, str(TOP))

from mlops_platform_tests.servers.git_server import serve_repositories  # noqa: E402

Json = dict[str, Any]
Single = tuple[str, object, object, bool]
CLI = (sys.executable, "-P", "-m", "mlops_platform.cli")
READ_AND_TRUE = {
    tuple(row[:3])
    for row in json.loads(Path(__file__).with_name("unlabelled_claims.json").read_text())
}
SPELLINGS = {
    "sklearn": "scikit-learn",
    "lightning": "pytorch-lightning",
    "azureml run metrics": "azureml",
    "exec-based python config": "python config file",
    "config.py": "python config file",
    "yaml hyper-parameters": "yaml",
    "json config": "json",
    "kedro catalog": "kedro",
    "kedro parameters": "kedro",
    "parameters": "kedro",
    "request log file": "request log",
    "optuna": "hydra sweeper",
}
STATES = {"lockfile": {"locked"}, "mixed": {"pinned", "ranged", "unpinned"}}
NOT_IN_USE = re.compile(r"described only|numpy \(own|data versioning only")
SETS = {
    "frameworks": "frameworks",
    "trackers": "experiment_tracking",
    "configuration": "config_management",
    "pipelines": "orchestration",
    "serving": "serving",
    "monitoring": "monitoring",
}
"""Facts that are sets of technologies, and their names in the labels."""


class Verdict(NamedTuple):
    """One labelled fact of one repository: what was wanted and said, and how the two agree."""

    repository: str
    fact: str
    wanted: str
    said: str
    right: int = 0
    missed: int = 0
    unlabelled: int = 0
    wrong: int = 0


def main() -> int:
    """Analyse, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("labels", type=Path)
    parser.add_argument("repositories", type=Path)
    parser.add_argument("--only", default="", help="part of a repository's name")
    arguments = parser.parse_args()
    records = [json.loads(line) for line in arguments.labels.read_text().splitlines() if line]
    records = [record for record in records if arguments.only in record["repo"]]
    found = analysed(records, arguments.repositories)
    verdicts = [verdict for record, facts in found for verdict in compare(record, facts)]
    print_table(verdicts)
    print_disagreements(verdicts)
    return 0


def analysed(records: list[Json], folder: Path) -> Iterator[tuple[Json, Json]]:
    """Yield each record with the profile's facts, by the CLI and in a process of its own."""
    with serve_repositories(folder) as server, tempfile.TemporaryDirectory() as home:
        environment = os.environ | {
            "MLOPS_PLATFORM_HOME": home,
            "MLOPS_PLATFORM_GIT_MIRRORS": f"github.com={server.url}",
        }
        for record in records:
            command = (*CLI, "analyze", f"https://github.com/{record['repo']}", "--format", "json")
            done = subprocess.run(
                command, capture_output=True, text=True, env=environment, check=False
            )
            if done.returncode:
                sys.exit(f"{record['repo']}: exit {done.returncode}: {done.stderr.strip()}")
            yield record, json.loads(done.stdout)["sections"]["project_profile"]["facts"]


def compare(record: Json, facts: Json) -> Iterator[Verdict]:
    """Hold every labelled fact of one repository against the profile."""
    repository, labels = record["repo"], record["labels"]
    for fact, wanted, said, is_right in (
        *entry_points("training", labels["train_entry_points"], facts["training_entry_points"]),
        *entry_points("evaluation", labels["eval_entry_points"], facts["evaluation_entry_points"]),
        *single_facts(labels, facts),
    ):
        yield Verdict(
            repository, fact, str(wanted), str(said), is_right, not is_right, 0, not is_right
        )
    for fact, label in SETS.items():
        yield technologies(repository, fact, labels[label], facts[fact])


def entry_points(name: str, wanted: list[Json], said: list[Json]) -> Iterator[Single]:
    """Ask for a path of the best rank; with none better than third, saying nothing is right."""
    best = [entry["path"] for entry in wanted if entry["rank"] == 1]
    second = [entry["path"] for entry in wanted if entry["rank"] == 2]
    right = best or ["", *second]
    paths = [entry["path"] for entry in said] or [""]
    yield f"{name} entry point, first", right, paths[:3], paths[0] in right
    yield f"{name} entry point, first three", right, paths[:3], bool(set(paths[:3]) & set(right))


def single_facts(labels: Json, facts: Json) -> Iterator[Single]:
    """Compare what has one answer."""
    is_ml = labels["is_ml_project"] is not False
    yield "is machine learning", is_ml, facts["is_ml_project"], facts["is_ml_project"] == is_ml
    state, said = labels["dependencies"]["state"], facts["dependency_state"]
    yield "dependency state", state, said, said in STATES.get(state, {state})
    has_ci = labels["ci"]["present"]
    yield "CI", has_ci, bool(facts["ci"]), has_ci == bool(facts["ci"])
    containers = "dockerfile" in used(facts["containers"])
    wanted = labels["containerisation"]["dockerfile"]
    yield "containers", wanted, containers, wanted == containers
    tests = used(facts["tests"])
    yield "tests", labels["tests"]["present"], tests, labels["tests"]["present"] == bool(tests)
    licence, ours = (labels["license"]["spdx"] or "").split(" ")[0], facts["license"] or ""
    is_same = licence in ours and bool(licence) == bool(ours)
    yield "licence", licence, ours, is_same


def technologies(repository: str, fact: str, wanted: list[Json], said: list[Json]) -> Verdict:
    """Compare two sets of technologies by name."""
    in_use = (e["name"] for e in wanted if not NOT_IN_USE.search(e["name"] + (e.get("note") or "")))
    right, ours = set(spelled(in_use)), set(spelled(used(said)))
    extra = ours - right
    true = {name for name in extra if (repository, fact, name) in READ_AND_TRUE}
    return Verdict(
        repository, fact, str(sorted(right)), str(sorted(ours)),
        len(right & ours), len(right - ours), len(true), len(extra - true),
    )  # fmt: skip


def used(entries: list[Json]) -> list[str]:
    """Return the names of what is in use."""
    return [entry["name"] for entry in entries if entry["is_used"]]


def spelled(entries: Iterable[str]) -> Iterator[str]:
    """Bring names to one spelling; a label may name two things at once."""
    for entry in entries:
        for part in re.split(r" \+ |/", re.sub(r"\s*\(.*?\)", "", entry)):
            name = part.strip().lower()
            if name != "cli override":
                yield SPELLINGS.get(name, name)


def print_table(verdicts: list[Verdict]) -> None:
    """Print each fact's figures; where there is a single answer, all ratios are its accuracy."""
    columns = ("right", "missed", "unlabelled", "wrong")
    print(f"{'fact':38}" + "".join(f"{name:>11}" for name in columns), end="")
    print(f"{'precision':>11}{'by labels':>11}{'recall':>9}")
    for fact in dict.fromkeys(verdict.fact for verdict in verdicts):
        rows = [verdict for verdict in verdicts if verdict.fact == fact]
        right, missed, unlabelled, wrong = (sum(getattr(v, name) for v in rows) for name in columns)
        print(f"{fact:38}{right:11}{missed:11}{unlabelled:11}{wrong:11}", end="")
        print(f"{share(right + unlabelled, wrong):11.3f}", end="")
        print(f"{share(right, unlabelled + wrong):11.3f}{share(right, missed):9.3f}")


def share(part: int, rest: int) -> float:
    """Return a part of all, 1 where there is nothing."""
    return part / (part + rest) if part + rest else 1.0


def print_disagreements(verdicts: list[Verdict]) -> None:
    """Print each fact that differs from its label."""
    for v in verdicts:
        if v.missed or v.wrong or v.unlabelled:
            print(f"\n{v.repository} · {v.fact}\n  label: {v.wanted}\n  says:  {v.said}")


if __name__ == "__main__":
    sys.exit(main())
