"""Files of a repository that hold tests, told by what they define; a fixture holds none."""

from collections.abc import Sequence

from mlops_platform.core.facts.own_code import is_under
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.facts.source_code import SourceFile
from mlops_platform.core.profiling.scripts_among_tests import is_script_among_tests

TEST_CASES = (
    "unittest.TestCase",
    "unittest.IsolatedAsyncioTestCase",
    "django.test.TestCase",
    "absl.testing.absltest.TestCase",
    "absl.testing.parameterized.TestCase",
    "tensorflow.test.TestCase",
)


def files_with_tests(reading: Reading) -> list[SourceFile]:
    """Return the Python files in the role of a test that define one."""
    files = (file for file in reading.code.files if file.role is Role.TEST)
    return [file for file in files if _defines_a_test(file) and not _is_without_tests(file)]


def has_unittest_class(file: SourceFile) -> bool:
    """Tell whether a file defines a test class of unittest or its kin."""
    return any(is_under(base, TEST_CASES) for entry in file.definitions for base in entry.bases)


def counted(files: Sequence[SourceFile]) -> str:
    """Say how many test files there are."""
    return f"{len(files)} test file" + ("" if len(files) == 1 else "s")


def _is_without_tests(file: SourceFile) -> bool:
    return file.path.rpartition("/")[2] == "conftest.py" or is_script_among_tests(file)


def _defines_a_test(file: SourceFile) -> bool:
    names = (entry.name.rpartition(".")[2] for entry in file.definitions if entry.kind != "class")
    return has_unittest_class(file) or any(name.startswith("test") for name in names)
