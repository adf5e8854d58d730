"""JSON files of metrics, and histories: `{"accuracy": 0.9}`, `{"loss": [0.5, 0.4]}`."""

from collections.abc import Iterator

from mlops_platform.core.measuring.measurement import Found, Unread
from mlops_platform.core.measuring.metric_file import measurements_of_file
from mlops_platform.core.measuring.metric_json import parse_metric_json
from mlops_platform.core.measuring.run_files import SAYS_SETTINGS, RunFiles

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
        value = parse_metric_json(output.path, text)
        if isinstance(value, Unread):
            yield value
        else:
            yield from measurements_of_file(output.path, value)
