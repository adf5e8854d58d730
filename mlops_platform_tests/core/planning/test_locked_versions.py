from mlops_platform.core.planning.locked_versions import locked_versions
from mlops_platform_tests.core.plans import PLAIN, planning_facts

LOCK = """
[[package]]
name = "Torch"
version = "2.1.0+cpu"

[[package]]
name = "own"
version = "1"
source = { editable = "." }

[[package]]
name = "remote"
version = "1"

[package.source]
type = "git"
"""


def test_versions_of_the_index_are_pins(tmp_path):
    facts = planning_facts(tmp_path, {**PLAIN, "poetry.lock": LOCK})
    assert locked_versions("poetry.lock", facts) == ("torch==2.1.0",)


def test_no_lock_file_and_an_unreadable_one_give_nothing(tmp_path):
    facts = planning_facts(tmp_path, {**PLAIN, "Pipfile.lock": b"\x00\xff{"})
    assert locked_versions(None, facts) == ()
    assert locked_versions("Pipfile.lock", facts) == ()
    assert locked_versions("poetry.lock", facts) == ()
