"""tox: tests in several environments."""

from mlops_platform.core.clues.clue import configured, declared, filed
from mlops_platform.core.clues.conclude import practice
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its settings, else its declaration."""
    used = (
        *configured(reading, "ini_section", "tox", "testenv"),
        *configured(reading, "toml_table", "tool.tox"),
        *filed(reading, "tox.toml"),
    )
    return practice("tox", used, declared(reading, "tox"))
