"""Scripts among the tests are told from tests."""

import pytest

from mlops_platform.core.facts.python.local_modules import LocalModules
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.facts.source_code import SourceFile, index_source
from mlops_platform.core.profiling.scripts_among_tests import is_script_among_tests

MAIN = "if __name__ == '__main__':\n    main()\n"
LOOP = "def test_loop(model, rows):\n    model(rows)\n"


def index(code: str, role: Role = Role.TEST) -> SourceFile:
    return index_source(code, "tests/test_a.py", role, LocalModules(("tests/test_a.py",)))


@pytest.mark.parametrize(
    "code",
    [
        f"{LOOP}def main():\n    test_loop(1, 2)\n{MAIN}",
        f"def test_video():\n    print(1)\ndef main():\n    test_video()\n{MAIN}",
    ],
)
def test_what_starts_itself_and_asserts_nothing_is_a_script(code: str) -> None:
    assert is_script_among_tests(index(code))
    assert not is_script_among_tests(index(code, Role.SOURCE))


@pytest.mark.parametrize(
    "code",
    [
        LOOP,
        f"import pytest\n{LOOP}{MAIN}",
        f"def test_runs():\n    main()\n{MAIN}",
        f"def test_sum():\n    assert 1\ntest_sum()\n{MAIN}",
        f"class TestIt:\n    def test_runs(self):\n        main()\n{MAIN}",
    ],
)
def test_what_a_runner_calls_is_a_test(code: str) -> None:
    assert not is_script_among_tests(index(code))
