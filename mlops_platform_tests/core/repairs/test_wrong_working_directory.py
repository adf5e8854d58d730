"""Tests of the repair `wrong_working_directory`."""

from mlops_platform.core.failures.change import Change
from mlops_platform.core.failures.repair_facts import RepairFacts
from mlops_platform.core.repairs.wrong_working_directory import repair
from mlops_platform.core.run_plan import RunStep
from mlops_platform_tests.core.failures.failing import plan, printed, ran, step


def moved(tried: RunStep, *files: str, log: str = "data_pd") -> Change | None:
    return repair(ran(printed(log), plan(steps=(tried,)), RepairFacts(files=files)))


def test_the_command_starts_beside_the_data() -> None:
    change = moved(step("python", "src/train.py", "--fast"), "src/train.py", "src/data/train.csv")
    assert change is not None
    assert change.plan.steps[0].working_directory == "src"
    assert change.plan.steps[0].arguments == ("python", "train.py", "--fast")


def test_the_command_starts_at_the_root() -> None:
    change = moved(step("python", "train.py", folder="src"), "src/train.py", "data/train.csv")
    assert change is not None
    assert change.plan.steps[0].working_directory == "."
    assert change.plan.steps[0].arguments == ("python", "src/train.py")


def test_a_notebook_is_executed_where_its_data_are() -> None:
    words = ("python", "-c", "import nbclient", "fit.ipynb", "fit.executed.ipynb")
    book = step(*words, folder="part 2").model_copy(update={"recipe": "notebook"})
    change = moved(book, "part 2/fit.ipynb", "data/train.csv", log="nb_data")
    assert change is not None
    assert change.plan.steps[0].working_directory == "."
    assert change.plan.steps[0].arguments[3:] == ("part 2/fit.ipynb", "part 2/fit.executed.ipynb")
    assert change.change == "`part 2/fit.ipynb` is started in `.`, where `data/train.csv` exists"


def test_a_path_upwards_is_followed() -> None:
    log = printed("data_pd").replace("data/train.csv", "../data/train.csv")
    tried = plan(steps=(step("python", "src/train.py"),))
    change = repair(ran(log, tried, RepairFacts(files=("src/train.py", "data/train.csv"))))
    assert change is not None
    assert change.plan.steps[0].working_directory == "src"


def test_data_that_are_nowhere_move_nothing() -> None:
    assert moved(step("python", "src/train.py"), "src/train.py", "other/data/train.csv") is None


def test_a_file_that_is_there_is_not_the_cause() -> None:
    assert moved(step("python", "train.py"), "train.py", "data/train.csv") is None


def test_an_absolute_path_is_another_matter() -> None:
    tried = step("python", "src/train.py")
    assert moved(tried, "src/data/train.csv", log="data_open") is None
    assert moved(tried, "src/data/train.csv", log="data_win") is None
