"""Tests of reading a failed attempt."""

import re

from mlops_platform.core.failures.failure import read_failure
from mlops_platform.core.run_outcome import Ending, LogDigest, Phase, SandboxOutcome
from mlops_platform.core.run_plan import Purpose
from mlops_platform_tests.core.failures.failing import installed, outcome, plan, printed, ran, step


def test_the_step_that_failed_is_the_last_that_ran() -> None:
    first = step("python", "prepare.py").model_copy(update={"purpose": Purpose.PREPARE})
    tried = plan(steps=(first, step()))
    well = Phase(name="prepare", ending=Ending.SUCCEEDED, exit_code=0)
    ill = Phase(name="train", ending=Ending.FAILED, exit_code=3)
    answer = SandboxOutcome(ending=Ending.FAILED, phases=(well, ill), log=LogDigest(file="l"))
    failure = read_failure(tried, answer)
    assert failure.step == step()
    assert failure.exit_code == 3
    answer = answer.model_copy(update={"phases": (ill,)})
    assert read_failure(tried, answer).step == first


def test_an_installation_has_no_step() -> None:
    failure = installed(printed("conflict")).failure
    assert failure.is_install
    assert failure.step is None


def test_without_phases_nothing_ran() -> None:
    answer = outcome("").model_copy(update={"phases": ()})
    assert read_failure(plan(), answer).is_install


def test_paths_are_those_of_the_repository() -> None:
    failure = ran("", plan(steps=(step("python", "train.py", folder="src"),))).failure
    assert failure.own_path("data/x.csv") == "src/data/x.csv"
    assert failure.own_path("../data/x.csv") == "data/x.csv"
    assert failure.own_path("/box/src/src/x.csv") == "src/x.csv"
    assert failure.own_path("../../etc/passwd") is None
    assert failure.own_path("/box/srcs/x") is None


def test_the_innermost_own_frame_is_found_among_libraries() -> None:
    frame = ran(printed("one_class")).failure.own_frame()
    assert frame is not None
    assert (frame.path, frame.line) == ("train.py", 3)


def test_who_raised_is_told() -> None:
    assert ran(printed("one_class")).failure.is_raised_in_library()
    assert not ran(printed("own_key")).failure.is_raised_in_library()
    assert not ran(printed("env")).failure.is_raised_in_library()


def test_what_was_raised_comes_before_what_was_printed() -> None:
    warned = "retrying: Connection refused\n"
    pattern = re.compile("Connection refused")
    assert ran(warned).failure.told(pattern)
    assert ran(warned + printed("own_key")).failure.told(pattern) is None
    assert ran(printed("own_key") + printed("pg")).failure.told(pattern)
