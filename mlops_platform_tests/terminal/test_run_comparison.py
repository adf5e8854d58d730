import json

import pytest

from mlops_platform.core.errors import BadInputError
from mlops_platform.core.model_version import ModelVersion
from mlops_platform.terminal.run_comparison import Shown, compared, run_of, show_comparison
from mlops_platform_tests.core.executions import NOON, recorded
from mlops_platform_tests.fakes.experiments import MemoryExperiments


@pytest.fixture
def experiments():
    return MemoryExperiments(
        recorded(f"{name}-{n}", {"accuracy": value + n / 1000}, commit=commit)
        for name, value, commit in (("old", 0.8, "a" * 40), ("new", 0.9, "b" * 40))
        for n in range(3)
    )


def test_repetitions_are_found_among_all_runs_of_the_repository(experiments):
    assert compared(experiments, ["old-0", "new-0"], "").repeats == (3, 3)


def test_a_run_that_is_not_recorded_is_named(experiments):
    with pytest.raises(BadInputError, match="No run nowhere is recorded"):
        compared(experiments, ["old-0", "nowhere"], "")


def test_it_is_printed_or_written(experiments, tmp_path, capfd):
    show_comparison(experiments, ["old-0", "new-0"], Shown())
    assert capfd.readouterr().out.startswith("Promote B")
    target = tmp_path / "comparison.json"
    show_comparison(experiments, ["new-0", "old-0"], Shown("json", target, "accuracy"))
    assert json.loads(target.read_text())["verdict"]["decision"] == "reject_b"
    show_comparison(experiments, ["new-0", "old-0"], Shown("html", tmp_path / "x.html"))
    assert (tmp_path / "x.html").read_text().startswith("<!doctype html>")


def test_a_place_that_cannot_be_written_is_refused_before_any_work(tmp_path):
    with pytest.raises(BadInputError, match="is a directory"):
        show_comparison(MemoryExperiments(), ["a", "b"], Shown("json", tmp_path))


def test_a_version_without_a_run_cannot_be_compared():
    version = ModelVersion(
        model="acme.churn", version=3, state=None, run_id="", source="s3://x", registered_at=NOON
    )
    with pytest.raises(BadInputError, match=r"Version 3 of acme\.churn names no run"):
        run_of(version)
    assert run_of(version.model_copy(update={"run_id": "abc"})) == "abc"
