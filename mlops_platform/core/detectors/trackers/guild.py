"""Guild AI: experiments as runs of unchanged scripts."""

from mlops_platform.core.clues.clue import declared, filed, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its project file and imports, else its declaration."""
    used = (*filed(reading, "guild.yml", "guild.yaml"), *imported(reading, "guild"))
    return technology("guild", used, declared(reading, "guildai"))
