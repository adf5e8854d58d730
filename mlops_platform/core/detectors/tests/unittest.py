"""unittest: tests as methods, of the standard library."""

from mlops_platform.core.clues.clue import Clue
from mlops_platform.core.clues.conclude import practice
from mlops_platform.core.clues.files_with_tests import counted, files_with_tests, has_unittest_class
from mlops_platform.core.evidence import Detection, Evidence
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find test classes."""
    files = [file for file in files_with_tests(reading) if has_unittest_class(file)]
    used = [Clue(file.role, Evidence(path=file.path)) for file in files]
    return practice("unittest", used, note=counted(files))
