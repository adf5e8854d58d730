"""Tests of what repairs want to know of a repository."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from mlops_platform.core.gather.repair_facts import gather_repair_facts
from mlops_platform.core.run_plan import RunRequest
from mlops_platform.core.sections.project_profile import (
    DatasetFile,
    Dependency,
    DependencyState,
    ProjectKind,
    ProjectProfileFacts,
)
from mlops_platform_tests.drawing import draw_checkout

FILES = {
    "README.md": (
        "# Run\n\n```\npython src/train.py --data data/x.csv\npython src/train.py <FILE>\n```\n"
    ),
    "src/train.py": "print(1)\n",
    "prepare.py": "table.to_csv('data/x.csv')\n",
    ".env.example": "BATCH=16\nAPI_KEY=abc\nURL=<your url>\nexport MODE='fast'\n",
}
PROFILE = ProjectProfileFacts(
    is_ml_project=True,
    kind=ProjectKind.SINGLE_PROJECT,
    because="it trains",
    dependency_state=DependencyState.PINNED,
    dependencies=(Dependency(name="pandas", specifier="==2.1.3", path="requirements.txt"),),
    datasets=(DatasetFile(path="data/y.csv", format="csv", size_bytes=1, is_pointer=True),),
)


def test_everything_that_a_repair_may_look_at_is_read(tmp_path: Path) -> None:
    checkout = draw_checkout(tmp_path, FILES)
    revision = replace(checkout.revision, committed_at=datetime(2023, 5, 1, tzinfo=UTC))
    checkout = replace(checkout, revision=revision)
    facts = gather_repair_facts(checkout, PROFILE, RunRequest(pythons=("3.9", "3.11")))
    assert facts.committed_on == date(2023, 5, 1)
    assert set(facts.files) == set(FILES)
    assert facts.declared == ("pandas==2.1.3",)
    assert facts.pointers == ("data/y.csv",)
    assert facts.pythons == ("3.11", "3.9")
    (command,) = facts.commands
    assert (command.script, command.arguments) == ("src/train.py", ("--data", "data/x.csv"))
    assert (command.evidence.path, command.evidence.line) == ("README.md", 4)
    assert [(each.path, each.script) for each in facts.written] == [("data/x.csv", "prepare.py")]


def test_secrets_and_placeholders_of_an_example_are_left_out(tmp_path: Path) -> None:
    facts = gather_repair_facts(draw_checkout(tmp_path, FILES), PROFILE, RunRequest())
    assert facts.variables == (("BATCH", "16"), ("MODE", "fast"))
    assert not facts.holds_many_projects
    assert "3.8" in facts.pythons
