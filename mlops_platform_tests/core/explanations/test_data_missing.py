"""Tests of the explanation `data_missing`."""

import pytest

from mlops_platform.core.causes import Cause
from mlops_platform.core.explanations.data_missing import explain
from mlops_platform.core.failures.explained import Explained
from mlops_platform.core.failures.repair_facts import RepairFacts
from mlops_platform_tests.core.failures.failing import installed, plan, printed, ran

DVC = "ERROR: failed to reproduce 'prepare': missing data 'source': data/data.xml"


def explained(log: str, **facts: object) -> Explained:
    found = explain(ran(log, plan(), RepairFacts.model_validate(facts)))
    assert found is not None
    assert found.cause is Cause.DATA_MISSING
    return found


@pytest.mark.parametrize(
    ("log", "path"),
    [("data_pd", "data/train.csv"), ("data_list", "data/images"), ("data_np", "data/x.npy")],
)
def test_the_file_is_named(log: str, path: str) -> None:
    text = printed("data_pd").replace("data/train.csv", path) if log == "data_np" else printed(log)
    assert f"`{path}` is not in the repository" in explained(text).because


def test_a_pointer_is_said_to_be_one() -> None:
    found = explained(printed("data_pd"), pointers=("data/train.csv",))
    assert "here it is a pointer only (DVC or Git LFS)" in found.because
    assert "Pull the data" in found.next_action


def test_a_pointer_to_a_folder_stands_for_what_is_in_it() -> None:
    found = explained(printed("data_pd"), pointers=("data",))
    assert "here `data` is a pointer only" in found.because


def test_a_pipeline_says_what_its_source_is() -> None:
    found = explained(DVC)
    assert "data/data.xml" in found.because
    assert "dvc pull" in found.next_action


def test_a_makefile_says_what_it_needs() -> None:
    log = "make: *** No rule to make target 'data/raw.csv', needed by 'train'.  Stop."
    assert "`data/raw.csv` is not in the repository" in explained(log).because


def test_names_that_differ_in_case_are_said_to() -> None:
    found = explained(printed("data_pd"), files=("data/Train.csv",))
    assert "the names differ in case" in found.because


@pytest.mark.parametrize("log", ["data_open", "data_win"])
def test_a_path_of_the_author_is_said_to_be_one(log: str) -> None:
    assert "a path of its author's machine" in explained(printed(log)).because


def test_an_empty_folder_is_no_data() -> None:
    log = "FileNotFoundError: Found no valid file for the classes a, b."
    assert "found no data" in explained(log).because


@pytest.mark.parametrize("log", ["folder", "own_key", "mpl_style", "net_req"])
def test_other_failures_miss_no_data(log: str) -> None:
    assert explain(ran(printed(log))) is None


def test_an_installation_is_another_matter() -> None:
    assert explain(installed(DVC)) is None


def test_what_was_printed_before_another_failure_is_not_its_cause() -> None:
    assert explain(ran("No images found in data/extra, skipped\n" + printed("own_key"))) is None


def test_a_file_whose_absence_was_only_printed_leaves_a_name_without_value() -> None:
    log = (
        "Could not load: [Errno 2] No such file or directory: 'data/train.csv'\n"
        'Traceback (most recent call last):\n  File "/box/src/train.py", line 9, in <module>\n'
        "    print(df.head())\nNameError: name 'df' is not defined\n"
    )
    assert "`data/train.csv` is not in the repository" in explained(log).because
