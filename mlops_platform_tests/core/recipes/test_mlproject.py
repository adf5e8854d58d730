from mlops_platform.core.causes import Cause
from mlops_platform_tests.core.plans import PLAIN, commands, plan_of, planning

PROJECT = """
name: churn
entry_points:
  main:
    parameters:
      alpha: {type: float, default: 0.5}
      l1: {type: float%s}
    command: "python train.py {alpha} {l1}"
"""
PLACES = "import sys\nalpha, l1 = sys.argv[1], sys.argv[2]\n" + PLAIN["train.py"]


def test_the_entry_points_command_is_run_with_its_defaults(tmp_path):
    found = plan_of(
        tmp_path, {**PLAIN, "train.py": PLACES, "MLproject": PROJECT % ", default: 0.1"}
    )
    assert commands(found) == ["train: python train.py 0.5 0.1 @ ."]
    assert found.steps[0].recipe == "mlproject"


def test_a_parameter_without_default_is_not_known(tmp_path):
    found = planning(tmp_path, {**PLAIN, "train.py": PLACES, "MLproject": PROJECT % ""})
    assert found.cause == Cause.ARGUMENT_UNKNOWN
