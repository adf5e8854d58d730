from mlops_platform_tests.core.plans import PLAIN, plan_of

PROJECT = """
[project]
name = "churn"
version = "1"
requires-python = ">=3.12"
dependencies = ["pandas>=2"]
[project.optional-dependencies]
train = ["scikit-learn>=1.3"]
docs = ["sphinx"]
"""
LOCK = """
version = 1
[[package]]
name = "churn"
version = "1"
source = { editable = "." }

[[package]]
name = "pandas"
version = "2.2.1"
source = { registry = "https://index.example/simple" }

[[package]]
name = "numpy"
version = "1.26.4"

[[package]]
name = "numpy"
version = "2.0.1"
"""


def test_main_dependencies_and_the_extras_that_the_code_imports_are_taken(tmp_path):
    found = plan_of(tmp_path, {**PLAIN, "pyproject.toml": PROJECT}).environment
    assert found.source == "pyproject"
    assert found.requirements == ("pandas>=2", "scikit-learn>=1.3")
    assert found.python == "3.12"
    assert not found.builds_project


def test_uv_lock_limits_what_has_one_version(tmp_path):
    found = plan_of(tmp_path, {**PLAIN, "pyproject.toml": PROJECT, "uv.lock": LOCK}).environment
    assert found.bounds == ("pandas==2.2.1",)


def test_an_installed_command_installs_the_project(tmp_path):
    files = {
        "pyproject.toml": PROJECT + '[project.scripts]\nchurn = "churn.train:main"\n',
        "src/churn/__init__.py": "",
        "src/churn/train.py": "def main():\n"
        + "\n".join(f"    {line}" for line in PLAIN["train.py"].split("\n"))
        + "\nif __name__ == '__main__':\n    main()\n",
        "data/rows.csv": PLAIN["data/rows.csv"],
        "README.md": "# Churn\n```bash\nuv run churn\n```\n",
    }
    found = plan_of(tmp_path, files)
    assert found.steps[0].arguments == ("churn",)
    assert found.environment.builds_project
