"""JSON files of metrics, and histories: `{"accuracy": 0.9}`, `{"loss": [0.5, 0.4]}`."""

from collections.abc import Iterator

from mlops_platform.core.facts.text.documents import parse_json
from mlops_platform.core.measuring.measurement import Found, Unread
from mlops_platform.core.measuring.metric_file import measurements_of_file
from mlops_platform.core.measuring.run_files import SAYS_SETTINGS, RunFiles
from mlops_platform.core.ports import UnreadFile

LARGEST = 4 << 20


def read_files(files: RunFiles) -> Iterator[Found]:
    """Yield what each JSON file states."""
    for output in files.with_suffix(".json"):
        if SAYS_SETTINGS.search(output.path):
            continue
        text = files.text(output, LARGEST)
        if isinstance(text, Unread):
            yield text
            continue
        document = parse_json(output.path, text)
        if isinstance(document, UnreadFile):
            yield Unread(f"{document.path}: {document.reason}")
        else:
            yield from measurements_of_file(output.path, document.value)
