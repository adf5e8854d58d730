from datetime import date

from mlops_platform_tests.core.plans import PLAIN, plan_of

ENVIRONMENT = """
name: churn
channels: [conda-forge]
dependencies:
  - python=3.10
  - pandas=2.1.3
  - scikit-learn=1.3
  - pytorch::pytorch>=2
  - cudatoolkit=11.3
  - opencv
  - make
  - jupyterlab
  - pip
  - pip:
    - mlflow==2.9.2
"""


def test_a_conda_environment_is_translated(tmp_path):
    found = plan_of(tmp_path, {**PLAIN, "environment.yml": ENVIRONMENT}).environment
    assert (found.source, found.python) == ("conda", "3.10")
    assert found.requirements == (
        "pandas==2.1.3",
        "scikit-learn==1.3.*",
        "torch>=2",
        "opencv-python-headless",
        "mlflow==2.9.2",
    )
    assert [each.partition(":")[0] for each in found.left_out] == [
        "cudatoolkit",
        "jupyterlab",
        "make",
    ]
    assert found.as_of == date(2024, 3, 10)


def test_of_an_exported_environment_only_what_is_imported_is_taken(tmp_path):
    builds = "".join(f"  - lib{n}foo=1.{n}=h5eee18b_{n}\n" for n in range(12))
    own = "  - pandas=2.1.3=py310h1\n  - scikit-learn=1.3.2=py310_0\n"
    text = f"name: a\ndependencies:\n{builds}{own}"
    found = plan_of(tmp_path, {**PLAIN, "environment.yml": text + "  - flask=3.0=py310_0\n"})
    assert found.environment.requirements == ("pandas==2.1.3", "scikit-learn==1.3.2")
    assert found.environment.as_of is None
