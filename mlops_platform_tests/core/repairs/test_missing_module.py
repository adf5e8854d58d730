"""Tests of the repair `missing_module`."""

from mlops_platform.core.failures.repair_facts import RepairFacts
from mlops_platform.core.repairs.missing_module import repair
from mlops_platform_tests.core.failures.failing import installed, plan, printed, ran, step

NO_MODULE = """Traceback (most recent call last):
  File "/box/src/{script}", line 3, in <module>
    from {module} import something
ModuleNotFoundError: No module named '{missing}'
"""


def lacking(module: str, missing: str = "", script: str = "src/train.py") -> str:
    return NO_MODULE.format(script=script, module=module, missing=missing or module.split(".")[0])


def test_a_checked_distribution_is_installed() -> None:
    change = repair(ran(lacking("sklearn.linear_model"), plan("pandas")))
    assert change is not None
    assert change.plan.environment.requirements == ("pandas", "scikit-learn")
    assert change.because == "ModuleNotFoundError: No module named 'sklearn'"


def test_what_the_repository_declares_goes_first() -> None:
    facts = RepairFacts(declared=("opencv-contrib-python==4.8.0",))
    change = repair(ran(lacking("cv2"), plan(), facts))
    assert change is not None
    assert change.plan.environment.requirements == ("opencv-contrib-python",)


def test_a_name_that_nobody_checked_is_never_installed() -> None:
    assert repair(ran(printed("mod_pkg"))) is None


def test_a_declared_name_is_known_by_that() -> None:
    facts = RepairFacts(declared=("yaml2-nope",))
    change = repair(ran(printed("mod_pkg"), plan(), facts))
    assert change is not None
    assert change.plan.environment.requirements == ("yaml2-nope",)


def test_a_module_of_the_repository_is_put_on_the_path() -> None:
    facts = RepairFacts(files=("src/utils/text.py", "src/train.py"))
    tried = plan(steps=(step("python", "src/train.py"),))
    change = repair(ran(lacking("src.utils.text"), tried, facts))
    assert change is not None
    assert change.plan.import_paths == (".",)


def test_of_two_modules_the_one_near_the_script_is_meant() -> None:
    facts = RepairFacts(files=("a/lib/features.py", "b/lib/features.py", "b/train.py"))
    tried = plan(steps=(step("python", "b/train.py"),))
    change = repair(ran(lacking("lib.features", script="b/train.py"), tried, facts))
    assert change is not None
    assert change.plan.import_paths == ("b",)


def test_a_folder_without_code_is_no_module() -> None:
    facts = RepairFacts(files=("datasets/train.csv", "train.py"))
    change = repair(ran(lacking("datasets"), plan(), facts))
    assert change is not None
    assert change.plan.environment.requirements == ("datasets",)


def test_a_library_names_what_it_needs_beside_it() -> None:
    change = repair(ran(printed("tabulate"), plan("pandas")))
    assert change is not None
    assert change.plan.environment.requirements == ("pandas", "tabulate")


def test_pkg_resources_needs_an_older_setuptools() -> None:
    change = repair(ran(printed("pkgres")))
    assert change is not None
    assert change.plan.environment.requirements == ("setuptools<81",)


def test_what_moved_inside_of_a_library_is_not_missing() -> None:
    assert repair(ran(printed("sk_cross"), plan("pandas"))) is None


def test_what_is_installed_already_is_not_installed_again() -> None:
    assert repair(ran(lacking("sklearn.svm"), plan("scikit-learn==1.2"))) is None


def test_what_was_left_out_stays_out() -> None:
    tried = plan(left_out=("pywin32: it is for other systems",))
    assert repair(ran(lacking("win32com"), tried)) is None


def test_a_module_of_python_itself_is_not_installed() -> None:
    assert repair(ran(printed("tk"))) is None


def test_a_failed_build_is_another_matter() -> None:
    assert repair(installed(printed("b_numpy"), plan("numpy==1.19.0"))) is None
