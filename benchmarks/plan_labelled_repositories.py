"""What the platform would run in labelled public repositories, beside what people ran by hand.

    python benchmarks/plan_labelled_repositories.py LABELS.jsonl FOLDER [--python 3.11]

LABELS holds one JSON object a line (`repo`, `commit_date`, `labels`, `run`); FOLDER holds the tree
of each repository's commit as OWNER+NAME or OWNER/NAME. Prints label and plan of each repository
below each other, and how many plans agree: the file that is started, the folder, the cause where
nothing can be run, and each repair that a plan can foresee.
"""

import argparse
import json
import posixpath
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

TOP = Path(__file__).parents[1]
sys.path.insert(0, str(TOP))

from mlops_platform.core.checkout import Checkout, Revision  # noqa: E402
from mlops_platform.core.gather.project_profile import gather_project_profile  # noqa: E402
from mlops_platform.core.gather.run_plan import gather_run_plan  # noqa: E402
from mlops_platform.core.run_plan import Planning, RunPlan, RunRequest  # noqa: E402

Json = dict[str, Any]
FORESEEN: dict[str, Callable[[RunPlan], bool]] = {
    "deps_from_imports": lambda plan: bool(plan.environment.requirements),
    "deps_from_other_file": lambda plan: bool(plan.environment.requirements),
    "install_as_of_commit_date": lambda plan: plan.environment.as_of is not None,
    "make_missing": lambda plan: all(step.arguments[0] != "make" for step in plan.steps),
    "required_argument": lambda plan: any(len(step.arguments) > 2 for step in plan.steps),
    "unbuffered_output": lambda plan: ("PYTHONUNBUFFERED", "1") in plan.variables,
    "upper_bounds": lambda plan: plan.environment.as_of is not None,
}
"""Repairs by hand that a plan makes needless, and how that is seen."""


class Judgement(NamedTuple):
    """How one plan agrees with its label; None where the label does not say."""

    starts_right: bool | None
    folder_right: bool | None
    cause_right: bool
    foreseen: int
    repairs: int


def main() -> int:
    """Plan, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("labels", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--python", action="append", default=[], help="an image there is")
    arguments = parser.parse_args()
    records = [json.loads(line) for line in arguments.labels.read_text().splitlines()]
    judged = []
    for record in records:
        root = _tree(arguments.folder, record["repo"])
        if root is None or "run" not in record:
            continue
        planning = _plan(record, root, RunRequest(pythons=tuple(arguments.python)))
        judgement = _judged(record, planning)
        _show(record, planning, judgement)
        judged.append(judgement)
    _show_totals(judged)
    return 0


def _tree(folder: Path, repository: str) -> Path | None:
    places = (folder / repository.replace("/", "+"), folder / repository)
    return next((place for place in places if place.is_dir()), None)


def _plan(record: Json, root: Path, request: RunRequest) -> Planning:
    repository = f"github.com/{record['repo']}"
    revision = Revision(
        repository=repository,
        url=f"https://{repository}",
        commit=record["commit"],
        committed_at=datetime.fromisoformat(record["commit_date"][:10]).replace(tzinfo=UTC),
    )
    checkout = Checkout(revision=revision, root=root)
    return gather_run_plan(checkout, gather_project_profile(checkout), request)


def _judged(record: Json, planning: Planning) -> Judgement:
    outcome = record["run"]["outcome"]
    is_explained = outcome.startswith("explain_only_")
    cause_right = planning.cause == (outcome.removeprefix("explain_only_") if is_explained else "")
    repairs = [each["class"] for each in record["run"].get("repairs") or ()]
    known = [FORESEEN[each] for each in repairs if each in FORESEEN]
    plan = planning.plan
    if is_explained or plan is None:
        return Judgement(None, None, cause_right, 0, 0)
    wanted = [e["path"] for e in record["labels"]["train_entry_points"] if e["rank"] == 1]
    folder = record["run"].get("workdir")
    return Judgement(
        starts_right=any(_starts(plan, path) for path in wanted),
        folder_right=plan.steps[-1].working_directory == folder if folder else None,
        cause_right=cause_right,
        foreseen=sum(is_foreseen(plan) for is_foreseen in known),
        repairs=len(known),
    )


def _starts(plan: RunPlan, path: str) -> bool:
    """Tell whether a step starts a file, by its path or as a module."""
    module = path.removesuffix(".py").replace("/", ".")
    return any(
        word == module or posixpath.normpath(posixpath.join(step.working_directory, word)) == path
        for step in plan.steps
        for word in step.arguments
    )


def _show(record: Json, planning: Planning, judgement: Judgement) -> None:
    run = record["run"]
    repairs = ", ".join(each["class"] for each in run.get("repairs") or ()) or "none"
    print(f"\n{record['repo']} ({record['commit_date'][:10]})")
    print(f"  label  {run['outcome']}: {run.get('command')} in {run.get('workdir')}")
    print(f"         repairs by hand: {repairs}")
    if planning.cause:
        print(f"  plan   {planning.cause}: {planning.because}")
    if planning.plan is not None:
        for step in planning.plan.steps:
            shown = " ".join(step.arguments)[:150].replace("\n", " ")
            print(f"  plan   {step.purpose}: {shown} in {step.working_directory} ({step.recipe})")
        environment = planning.plan.environment
        print(f"         {environment.because}")
        print(f"         {' '.join(environment.requirements)[:200]}")
    print(f"  agrees {', '.join(f'{name}={value}' for name, value in judgement._asdict().items())}")


def _show_totals(judged: list[Judgement]) -> None:
    starts = [each.starts_right for each in judged if each.starts_right is not None]
    folders = [each.folder_right for each in judged if each.folder_right is not None]
    print(f"\nof {len(judged)} repositories")
    print(f"  the right file is started       {sum(starts)} of {len(starts)}")
    print(f"  in the right folder             {sum(folders)} of {len(folders)}")
    print(f"  runs or says the right cause    {sum(each.cause_right for each in judged)}")
    foreseen, repairs = sum(e.foreseen for e in judged), sum(e.repairs for e in judged)
    print(f"  repairs by hand made needless   {foreseen} of {repairs} that a plan can foresee")


if __name__ == "__main__":
    sys.exit(main())
