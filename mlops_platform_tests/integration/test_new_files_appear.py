"""One new file on a shelf is enough: it appears in report, Dagster checks, SARIF and docs."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.integration

PACKAGE = Path(__file__).parents[2] / "mlops_platform"
RULE = '''"""Bread is fresh.

Why: stale bread is hard.
Fix: bake bread daily.
"""

from mlops_platform.core.evidence import Answer, unmet
from mlops_platform.core.sections.project_profile import ProjectProfileFacts

WEIGHT = 2
EFFORT = "minutes"


def answer(facts: ProjectProfileFacts) -> Answer:
    return unmet("the bread is old", facts.frameworks[0].evidence)
'''
DETECTOR = '''"""Breadlearn: a framework that nobody has heard of."""

from mlops_platform.core.evidence import Detection, Evidence
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    found = [Evidence(path=file.path, line=1) for file in reading.code.files]
    return Detection(name="breadlearn", is_used=True, evidence=tuple(found))
'''
CHECKS = """
from mlops_platform.definitions import defs
print(sorted(key.name for key in defs.resolve_asset_graph().asset_check_keys))
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the package, with one rule and one detector more, beside a repository to analyse."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(PACKAGE, folder / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__"))
    core = folder / PACKAGE.name / "core"
    (core / "rules/project_profile/bread_is_fresh.py").write_text(RULE)
    (core / "detectors/frameworks/breadlearn.py").write_text(DETECTOR)
    (folder / "repository").mkdir()
    (folder / "repository/train.py").write_text(
        "from sklearn.svm import SVC\nSVC().fit([[0], [1]], [0, 1])\n"
    )
    return folder


def run(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-P", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "MLOPS_PLATFORM_HOME": str(folder / "home")},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_in_the_report(copy: Path) -> None:
    report = json.loads(
        run(copy, "-m", "mlops_platform.cli", "analyze", "repository", "--format", "json")
    )
    profile = report["sections"]["project_profile"]
    assert "breadlearn" in [entry["name"] for entry in profile["facts"]["frameworks"]]
    finding = next(found for found in profile["findings"] if found["rule"] == "bread_is_fresh")
    assert (finding["outcome"], finding["evidence"][0]["path"]) == ("unmet", "train.py")


def test_in_sarif(copy: Path) -> None:
    log = json.loads(
        run(copy, "-m", "mlops_platform.cli", "analyze", "repository", "--format", "sarif")
    )
    (tool_run,) = log["runs"]
    assert "project_profile/bread_is_fresh" in [
        rule["id"] for rule in tool_run["tool"]["driver"]["rules"]
    ]
    assert "project_profile/bread_is_fresh" in [result["ruleId"] for result in tool_run["results"]]


def test_in_the_checks_of_dagster(copy: Path) -> None:
    assert "bread_is_fresh" in run(copy, "-c", CHECKS)


def test_in_the_documentation(copy: Path) -> None:
    assert "Bread is fresh." in run(copy, "-m", "mlops_platform.core.pages.rules")
