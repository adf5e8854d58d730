"""What the README shows of `make run` is what it prints."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.integration

TOP = Path(__file__).parents[2]


def test_the_report_of_the_example_is_the_one_that_is_shown(tmp_path: Path) -> None:
    command = Path(sys.executable).with_name("mlops-platform")
    done = subprocess.run(
        [command, "analyze", "examples/churn_prediction", "--no-llm"],
        cwd=TOP,
        env={"PATH": os.environ["PATH"], "MLOPS_PLATFORM_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    # The first line tells where the folder is, and which state it has.
    printed = done.stdout.splitlines()[1:]
    shown = (TOP / "README.md").read_text(encoding="utf-8").splitlines()
    start = shown.index(printed[0])
    assert shown[start : start + len(printed)] == printed
