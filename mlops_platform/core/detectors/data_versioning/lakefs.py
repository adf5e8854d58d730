"""lakeFS: branches and commits of an object store."""

from mlops_platform.core.clues.clue import declared, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports, else its declaration."""
    used = imported(reading, "lakefs", "lakefs_client", "lakefs_sdk", "lakefs_spec")
    return technology(
        "lakefs", used, declared(reading, "lakefs", "lakefs-client", "lakefs-sdk", "lakefs-spec")
    )
