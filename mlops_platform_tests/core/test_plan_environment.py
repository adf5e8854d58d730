from datetime import UTC, date, datetime

from mlops_platform.core.run_plan import RunRequest
from mlops_platform_tests.core.plans import PLAIN, plan_of, planning


def environment(tmp_path, files=None, request=None, **known):
    return plan_of(tmp_path, {**PLAIN, **(files or {})}, request, **known).environment


def test_old_repositories_are_installed_as_of_the_first_day_with_wheels(tmp_path):
    found = environment(tmp_path, committed=datetime(2020, 5, 1, tzinfo=UTC))
    assert (found.python, found.as_of) == ("3.11", date(2023, 1, 20))
    assert {"numpy<1.24", "scikit-learn<1.2"} <= set(found.bounds)
    assert "wheels for Python 3.11" in found.because


def test_without_a_date_of_the_commit_there_is_no_limit(tmp_path):
    assert environment(tmp_path, committed=None).as_of is None


def test_pins_without_wheels_for_the_default_choose_an_older_python(tmp_path):
    text = "numpy==1.19.5\npandas==1.1.5\nscikit-learn==0.24.2\n"
    assert environment(tmp_path, {"requirements.txt": text}).python == "3.9"


def test_a_stated_version_is_taken_and_an_older_one_becomes_the_oldest(tmp_path):
    assert environment(tmp_path, {".python-version": "3.12.1\n"}).python == "3.12"
    assert environment(tmp_path, {".python-version": "3.6\n"}).python == "3.8"


def test_a_stated_version_counts_within_the_range_of_the_manifest(tmp_path):
    project = (
        '[project]\nname = "a"\nrequires-python = ">=3.9"\n'
        'dependencies = ["pandas", "scikit-learn"]\n'
    )
    files = {"pyproject.toml": project, ".python-version": "3.12\n"}
    assert environment(tmp_path / "a", files).python == "3.12"
    files[".python-version"] = "3.8\n"
    assert environment(tmp_path / "b", files).python == "3.11"


def test_only_versions_that_the_sandbox_has_are_chosen(tmp_path):
    request = RunRequest(pythons=("3.9", "3.11"))
    assert environment(tmp_path, {".python-version": "3.12.1\n"}, request).python == "3.11"
    assert environment(tmp_path, {".python-version": "3.8\n"}, request).python == "3.9"


def test_a_range_that_no_sandbox_meets_is_not_overruled_by_a_stated_version(tmp_path):
    project = '[project]\nname = "a"\nrequires-python = ">=3.14"\ndependencies = ["pandas"]\n'
    files = {**PLAIN, "pyproject.toml": project, ".python-version": "3.14\n"}
    found = planning(tmp_path, files, RunRequest(pythons=("3.11", "3.13")))
    assert (found.plan, found.cause) == (None, "python_not_available")


def test_the_operators_version_wins(tmp_path):
    found = environment(tmp_path, {".python-version": "3.12"}, RunRequest(python="3.10"))
    assert found.python == "3.10"


def test_pins_of_a_lock_file_that_fit_no_python_there_is_do_not_count(tmp_path):
    project = '[project]\nname = "a"\ndependencies = ["pandas", "scikit-learn"]\n'
    lock = '[[package]]\nname = "pandas"\nversion = "1.1.5"\n'
    files = {"pyproject.toml": project, "uv.lock": lock}
    found = environment(tmp_path, files, RunRequest(pythons=("3.12",)))
    assert found.bounds == ()
    assert found.as_of == date(2024, 3, 10)
    assert "no wheels for Python 3.12" in found.because
    assert environment(tmp_path, files).python == "3.9"


def test_a_sandbox_with_a_version_that_no_table_knows_is_used(tmp_path):
    assert environment(tmp_path, request=RunRequest(pythons=("3.7",))).python == "3.7"
