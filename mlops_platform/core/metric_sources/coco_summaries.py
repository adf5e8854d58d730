"""The summary of COCO's evaluation: ` Average Precision  (AP) @[ IoU=0.50:0.95 | area=   all | …`.

-1 stands there for what could not be measured.
"""

import re
from collections.abc import Iterator

from mlops_platform.core.measuring.measurement import Measurement
from mlops_platform.core.measuring.numbers import number
from mlops_platform.core.measuring.printed_text import PrintedText
from mlops_platform.core.measuring.statement import Place, stored

_LINE = re.compile(
    r"\s{0,4}Average (?P<what>Precision|Recall)\s{1,6}\(A[PR]\) @\[ IoU=(?P<iou>[\d.:]{1,12})"
    r"\s{0,8}\| area=\s{0,8}(?P<area>\w{1,10}) \| maxDets=\s{0,8}(?P<most>\d{1,6}) \]"
    r" = (?P<value>-?[\d.]{1,12})"
)


def read_text(text: PrintedText) -> Iterator[Measurement]:
    """Yield each line of a summary under a name of its own."""
    for line in text.lines:
        found = _LINE.fullmatch(line.text) if "@[" in line.text else None
        value = number(found["value"]) if found else None
        if found is None or value is None or value < 0:
            continue
        name = f"average {found['what'].lower()} {found['iou']} {found['area']} {found['most']}"
        place = Place(text.source, line.number, text.rank, line.situation)
        yield stored(name.replace(":", "-"), value, place)
