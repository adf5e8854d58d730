"""Tests of the repair `missing_argument`."""

import pytest

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.failures.repair_facts import RepairFacts, ScriptCommand
from mlops_platform.core.repairs.missing_argument import repair
from mlops_platform_tests.core.failures.failing import plan, printed, ran, step


def documented(*arguments: str, script: str = "train.py", folder: str = ".") -> RepairFacts:
    command = ScriptCommand(
        script=script,
        arguments=arguments,
        working_directory=folder,
        evidence=Evidence(path="README.md", line=7),
    )
    return RepairFacts(files=(script,), commands=(command,))


def test_the_arguments_of_a_documented_command_are_taken() -> None:
    change = repair(ran(printed("argp"), plan(), documented("--data", "data/x.csv", "0")))
    assert change is not None
    assert change.plan.steps[0].arguments == ("python", "train.py", "--data", "data/x.csv", "0")
    assert "README.md:7" in change.change
    assert "--data, fold" in change.because


@pytest.mark.parametrize("log", ["click", "typer", "argv", "argv_usage"])
def test_whoever_asks(log: str) -> None:
    change = repair(ran(printed(log), plan(), documented("features", "model")))
    assert change is not None
    assert change.plan.steps[0].arguments[2:] == ("features", "model")


def test_the_command_runs_where_it_is_documented() -> None:
    tried = plan(steps=(step("python", "src/train.py"),))
    facts = documented("--data", "x.csv", "1", script="src/train.py", folder="src")
    change = repair(ran(printed("argp"), tried, facts))
    assert change is not None
    assert change.plan.steps[0].working_directory == "src"
    assert change.plan.steps[0].arguments == ("python", "train.py", "--data", "x.csv", "1")


def test_a_command_without_what_is_missing_does_not_help() -> None:
    assert repair(ran(printed("argp"), plan(), documented("--epochs", "3"))) is None


def test_a_command_of_another_script_does_not_help() -> None:
    facts = documented("--data", "x.csv", script="other.py")
    assert repair(ran(printed("argp"), plan(), facts)) is None


def test_files_are_known_by_their_names() -> None:
    log = "error: the following arguments are required: --train-file, --config, --output-dir"
    facts = RepairFacts(files=("data/train.csv", "configs/base.yaml", "train.py"))
    change = repair(ran(log, plan(), facts))
    assert change is not None
    assert change.plan.steps[0].arguments[2:] == (
        *("--train-file", "data/train.csv"),
        *("--config", "configs/base.yaml"),
        *("--output-dir", "outputs"),
    )
    assert change.plan.folders == ("outputs",)


def test_two_files_of_one_name_are_a_choice_that_nobody_made() -> None:
    log = "train.py: error: the following arguments are required: --train-file"
    facts = RepairFacts(files=("a/train.csv", "b/train.csv"))
    assert repair(ran(log, plan(), facts)) is None


def test_a_value_that_nobody_wrote_down_is_not_invented() -> None:
    assert repair(ran(printed("argp"))) is None


def test_an_index_error_of_a_list_is_no_argument() -> None:
    log = printed("argv").replace("sys.argv[1]", "rows[1]")
    assert repair(ran(log, plan(), documented("a", "b"))) is None
