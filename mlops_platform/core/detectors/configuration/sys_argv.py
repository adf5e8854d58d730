"""sys.argv: words of the command line read by position."""

from mlops_platform.core.clues.clue import called
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.clues.settings_files import command_line
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.own_code import own_code
from mlops_platform.core.facts.reading import Reading

LOADERS = ("yaml", "ruamel.yaml", "tomllib.load", "toml.load", "configparser", "omegaconf")


def detect(reading: Reading) -> Detection | None:
    """Find learning code that has no other settings than its command line's words."""
    parsers = {argument.parser for file, _ in own_code(reading) for argument in file.arguments}
    if parsers != {"sys.argv"} or called(reading, *LOADERS):
        return None
    return technology("sys.argv", command_line(reading, "sys.argv"))
