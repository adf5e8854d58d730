from mlops_platform_tests.core.plans import PLAIN, plan_of

BLOCK = """# /// script
# requires-python = ">=3.10"
# dependencies = ["pandas~=2.0", "scikit-learn~=1.3"]
# ///
"""


def test_the_scripts_own_block_beats_every_other_file(tmp_path):
    files = {**PLAIN, "train.py": BLOCK + PLAIN["train.py"], "requirements.txt": "flask\n"}
    found = plan_of(tmp_path, files).environment
    assert (found.source, found.python) == ("inline_script", "3.11")
    assert found.requirements == ("pandas~=2.0", "scikit-learn~=1.3")


def test_the_block_of_another_script_is_not_asked(tmp_path):
    files = {**PLAIN, "other.py": BLOCK + "import pandas\n"}
    assert plan_of(tmp_path, files).environment.source == "inferred_from_imports"
