from mlops_platform_tests.core.plans import PLAIN, plan_of

SETUP = """
from setuptools import setup
setup(name="churn", install_requires=["pandas>=2"], extras_require={"ml": ["scikit-learn>=1.3"]})
"""
CONFIGURATION = """
[metadata]
name = churn
[options]
python_requires = >=3.8,<3.10
install_requires =
    pandas>=2
    scikit-learn
"""


def test_setup_py_is_read_and_never_run(tmp_path):
    found = plan_of(tmp_path, {**PLAIN, "setup.py": SETUP}).environment
    assert found.source == "setup_py"
    assert found.requirements == ("pandas>=2", "scikit-learn>=1.3")


def test_setup_cfg_counts_as_well(tmp_path):
    found = plan_of(tmp_path, {**PLAIN, "setup.cfg": CONFIGURATION}).environment
    assert (found.source, found.python) == ("setup_py", "3.9")
