"""What Weights & Biases leaves when it is offline: `wandb/<run>/files/wandb-summary.json`."""

import re
from collections.abc import Iterator

from mlops_platform.core.facts.text.documents import parse_json
from mlops_platform.core.measuring.measurement import STORE, Found, Unread
from mlops_platform.core.measuring.metric_document import measurements_of
from mlops_platform.core.measuring.run_files import RunFiles
from mlops_platform.core.measuring.situation import Situation
from mlops_platform.core.measuring.statement import Place
from mlops_platform.core.ports import UnreadFile

LARGEST = 4 << 20
_SUMMARY = re.compile(
    r"(?:^|/)wandb/(?P<run>(?:offline-)?run-[\w-]{1,80})/files/wandb-summary\.json$"
)


def read_files(files: RunFiles) -> Iterator[Found]:
    """Yield the last value of each metric of each run."""
    found_files = list(files.matching(_SUMMARY))
    for position, (output, _) in enumerate(found_files, start=1):
        text = files.text(output, LARGEST)
        if isinstance(text, Unread):
            yield text
            continue
        document = parse_json(output.path, text)
        if isinstance(document, UnreadFile):
            yield Unread(f"{output.path}: {document.reason}")
        elif isinstance(document.value, dict):
            own = {
                name: value for name, value in document.value.items() if not _is_of_the_tool(name)
            }
            qualifier = f"run {position}" if len(found_files) > 1 else ""
            place = Place(output.path, None, STORE, Situation(qualifier=qualifier))
            yield from measurements_of(own, place, is_stated=True)


def _is_of_the_tool(name: str) -> bool:
    return name.startswith("_") or name in ("epoch", "step", "global_step")
