"""Git LFS: large files as pointers in Git."""

from mlops_platform.core.clues.clue import Clue
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection, Evidence
from mlops_platform.core.facts.own_code import OWN
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find files that are pointers."""
    used = [
        Clue(file.role, Evidence(path=file.path))
        for file in reading.repository.files
        if file.lfs_size_bytes is not None and file.role in OWN
    ]
    return technology("git lfs", used)
