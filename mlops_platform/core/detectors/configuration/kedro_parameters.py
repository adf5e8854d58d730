"""Kedro's configuration folder: its parameters and data catalog."""

from mlops_platform.core.clues.clue import configured, filed, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading

FILES = ("conf/base/parameters*.yml", "conf/base/parameters*.yaml", "conf/base/catalog*.yml")


def detect(reading: Reading) -> Detection | None:
    """Find parameter and catalog files in the `conf` folder of a Kedro project."""
    uses = imported(reading, "kedro"), configured(reading, "toml_table", "tool.kedro")
    if not any(uses):
        return None
    return technology("kedro parameters", filed(reading, *FILES))
