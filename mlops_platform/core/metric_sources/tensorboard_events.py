"""Scalars of TensorBoard's event files, read record by record without TensorBoard.

A record is its length, a checksum of that, its bytes, a checksum of those (little-endian, CRC-32C,
masked). A record with a wrong checksum ends the file: what stands behind it has no beginning.
"""

import re
from collections.abc import Iterator

from mlops_platform.core.measuring.event_records import BrokenRecordError, records
from mlops_platform.core.measuring.event_scalars import scalars
from mlops_platform.core.measuring.measurement import STORE, Found, Unread
from mlops_platform.core.measuring.metric_name import SPLITS, is_no_metric
from mlops_platform.core.measuring.run_files import RunFiles
from mlops_platform.core.measuring.situation import Situation
from mlops_platform.core.measuring.statement import Place, stored

LARGEST = 64 << 20
MOST_SCALARS = 500_000
_EVENTS = re.compile(r"(?:^|/)[^/]{0,200}\.tfevents(?:\.[^/]{1,250})?$")


def read_files(files: RunFiles) -> Iterator[Found]:
    """Yield every scalar with its step."""
    left = MOST_SCALARS
    for output, _ in files.matching(_EVENTS):
        data = files.read(output, LARGEST)
        if isinstance(data, Unread):
            yield data
            continue
        split = SPLITS.get(output.path.split("/")[-2].lower(), "") if "/" in output.path else ""
        try:
            for record in records(data):
                for tag, step, value in scalars(record):
                    left -= 1
                    if left > 0 and not is_no_metric(tag):
                        situation = Situation(split=split, step=step)
                        yield stored(tag, value, Place(output.path, None, STORE, situation))
        except BrokenRecordError as error:
            yield Unread(f"{output.path}: {error}")
