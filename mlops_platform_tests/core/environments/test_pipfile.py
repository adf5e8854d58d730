from mlops_platform_tests.core.plans import PLAIN, plan_of

PIPFILE = """
[packages]
pandas = "*"
scikit-learn = "~=1.3"
[dev-packages]
pytest = "*"
[requires]
python_version = "3.10"
"""
LOCK = '{"default": {"pandas": {"version": "==2.2.1"}, "scikit-learn": {"version": "==1.3.2"}}}'


def test_packages_are_taken_with_the_pins_of_the_lock_file(tmp_path):
    files = {**PLAIN, "Pipfile": PIPFILE, "Pipfile.lock": LOCK}
    found = plan_of(tmp_path, files).environment
    assert (found.source, found.python) == ("pipfile", "3.10")
    assert found.requirements == ("pandas", "scikit-learn~=1.3")
    assert found.bounds == ("pandas==2.2.1", "scikit-learn==1.3.2")
    assert found.as_of is None


def test_a_broken_lock_file_limits_nothing(tmp_path):
    found = plan_of(tmp_path, {**PLAIN, "Pipfile": PIPFILE, "Pipfile.lock": "{"}).environment
    assert found.bounds == ()
    assert found.as_of is not None
