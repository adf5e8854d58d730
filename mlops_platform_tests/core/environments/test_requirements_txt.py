from datetime import date

from mlops_platform_tests.core.plans import PLAIN, plan_of


def environment(tmp_path, requirements, **others):
    return plan_of(tmp_path, {**PLAIN, "requirements.txt": requirements, **others}).environment


def test_lines_are_taken_as_they_are_and_resolved_as_of_the_commit(tmp_path):
    found = environment(tmp_path, "pandas>=1\nscikit-learn\ntransformers[torch]~=4.1\n")
    assert found.source == "requirements_txt"
    assert found.requirements == ("pandas>=1", "scikit-learn", "transformers[torch]~=4.1")
    assert found.as_of == date(2024, 3, 10)
    assert found.evidence[0].path == "requirements.txt"


def test_pinned_lines_need_no_date(tmp_path):
    found = environment(tmp_path, "pandas==2.2.1\nscikit-learn==1.4.1\n")
    assert found.as_of is None


def test_includes_are_followed_whatever_they_are_called(tmp_path):
    others = {"requirements/train.txt": "scikit-learn==1.4.1\n"}
    found = environment(tmp_path, "-r requirements/train.txt\npandas==2.2.1\n", **others)
    assert set(found.requirements) == {"pandas==2.2.1", "scikit-learn==1.4.1"}


def test_a_file_in_utf_16_is_read(tmp_path):
    found = environment(tmp_path, "pandas==2.2.1\nscikit-learn==1.4.1\n".encode("utf-16"))
    assert found.requirements == ("pandas==2.2.1", "scikit-learn==1.4.1")


def test_tools_addresses_other_systems_and_foreign_indexes_are_left_out_with_reasons(tmp_path):
    text = (
        "--extra-index-url https://evil.example/simple\n"
        "pandas==2.2.1\nscikit-learn==1.4.1\nblack\npytest\n"
        "git+https://github.com/someone/thing.git@main\n"
        'pywin32==306 ; sys_platform == "win32"\n'
        "torch==2.1.0+cu118\n"
    )
    found = environment(tmp_path, text)
    assert found.requirements == ("pandas==2.2.1", "scikit-learn==1.4.1", "torch==2.1.0")
    assert [each.partition(":")[0] for each in found.left_out] == [
        "another package index",
        "black",
        "pytest",
        "pywin32",
        "thing",
    ]


def test_an_editable_line_builds_the_project(tmp_path):
    assert environment(tmp_path, "pandas\nscikit-learn\n-e .\n").builds_project
    assert not environment(tmp_path, "pandas\nscikit-learn\n").builds_project


def test_the_file_next_to_the_script_beats_that_of_the_root(tmp_path):
    files = {
        "requirements.txt": "flask==3.0.0\n",
        "models/churn/requirements.txt": "pandas==2.2.1\nscikit-learn==1.4.1\n",
        "models/churn/train.py": PLAIN["train.py"],
        "models/churn/data/rows.csv": PLAIN["data/rows.csv"],
    }
    found = plan_of(tmp_path, files).environment
    assert found.evidence[0].path == "models/churn/requirements.txt"


def test_a_file_in_a_folder_below_is_found_by_what_it_declares(tmp_path):
    files = {
        **PLAIN,
        "api/requirements.txt": "flask==3.0.0\n",
        "src/requirements.txt": "pandas==2.2.1\nscikit-learn==1.4.1\n",
    }
    assert plan_of(tmp_path, files).environment.evidence[0].path == "src/requirements.txt"


def test_what_the_code_imports_and_no_line_brings_is_added_and_said(tmp_path):
    found = environment(tmp_path, "pandas==2.2.1\n")
    assert found.requirements == ("pandas==2.2.1", "scikit-learn")
    assert "also needs scikit-learn" in found.because
    assert found.as_of == date(2024, 3, 10)
