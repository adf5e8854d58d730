"""Tests of modules that a run did not find."""

import pytest

from mlops_platform.core.failures.modules import (
    asks_for,
    installable,
    missing_module,
    own_module_folder,
)
from mlops_platform.core.failures.repair_facts import RepairFacts
from mlops_platform_tests.core.failures.failing import plan, printed, ran


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        ("mod_pkg", ("yaml2_nope", False)),
        ("mod_src", ("nosrc.utils", False)),
        ("sk_cross", ("sklearn.cross_validation", True)),
        ("sk_joblib", None),
        ("relative", None),
        ("own_key", None),
    ],
)
def test_the_module_is_named_as_fully_as_the_code_does(
    log: str, expected: tuple[str, bool] | None
) -> None:
    found = missing_module(ran(printed(log)).failure)
    assert (found and found[:2]) == expected


def test_a_name_that_several_distributions_share_is_no_part_of_one() -> None:
    log = "ModuleNotFoundError: No module named 'google.cloud'"
    found = missing_module(ran(log).failure)
    assert found is not None
    assert not found.is_part


def test_a_file_that_hides_a_package_is_another_matter() -> None:
    log = "ModuleNotFoundError: No module named 'data.load'; 'data' is not a package"
    assert missing_module(ran(log).failure) is None


def test_the_folder_above_a_module_is_found() -> None:
    facts = RepairFacts(files=("src/pkg/load.py", "lib/tools/__init__.py", "notes/plain.txt"))
    assert own_module_folder("pkg.load", "train.py", facts) == "src"
    assert own_module_folder("pkg", "train.py", facts) == "src"
    assert own_module_folder("load", "train.py", facts) == "src/pkg"
    assert own_module_folder("tools", "train.py", facts) == "lib"
    assert own_module_folder("notes", "train.py", facts) is None
    assert own_module_folder("oad", "train.py", facts) is None


def test_a_module_in_a_folder_that_the_script_is_not_in_is_no_nearer() -> None:
    facts = RepairFacts(files=("a/x/tools.py", "tools.py", "b/tools.py"))
    assert own_module_folder("tools", "a/train.py", facts) == "."
    assert own_module_folder("tools", "b/train.py", facts) == "b"


def test_only_checked_or_declared_names_can_be_installed() -> None:
    assert installable("cv2", RepairFacts()) == "opencv-python-headless"
    assert installable("cv2", RepairFacts(declared=("opencv-python>=4",))) == "opencv-python"
    assert installable("unheard_of", RepairFacts()) is None
    assert installable("unheard_of", RepairFacts(declared=("unheard-of",))) == "unheard-of"


def test_what_a_plan_installs_is_known_in_any_spelling() -> None:
    assert asks_for(plan("Scikit_Learn==1.0"), "scikit-learn")
    assert not asks_for(plan("scikit-learn-intelex"), "scikit-learn")
