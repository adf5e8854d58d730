"""Jsonnet: settings that import one another, which experiments are described in."""

import re

from mlops_platform.core.clues.clue import Clue
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.clues.settings_files import settings_files
from mlops_platform.core.evidence import Detection, Evidence
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role

# Dashboards and clusters are described in it, too.
FOLDER = re.compile(
    r"(^|/)\w*(conf|configs?|experiments?)/(?!.*(grafana|dashboard))", re.IGNORECASE
)


def detect(reading: Reading) -> Detection | None:
    """Find such files in a folder that is named for settings or experiments."""
    found = [path for path in settings_files(reading, (".jsonnet",)) if FOLDER.search(path)]
    return technology("jsonnet", [Clue(Role.SOURCE, Evidence(path=path)) for path in found])
