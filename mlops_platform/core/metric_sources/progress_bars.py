"""Progress bars of Keras, tqdm and Lightning: `10/10 [====] - 1s 5ms/step - loss: 0.6`.

Only the numbers that follow the bar's own are read. A bar that is written over counts as it was
last. The first finished bar below `Epoch 3/10` is that epoch's, and any that validates; a bar
after it is an evaluation.
"""

import re
from collections.abc import Iterator

from mlops_platform.core.measuring.line_place import line_place
from mlops_platform.core.measuring.measurement import Measurement
from mlops_platform.core.measuring.pairs import pairs
from mlops_platform.core.measuring.printed_text import PrintedLine, PrintedText
from mlops_platform.core.measuring.situation import Bar, Situation
from mlops_platform.core.measuring.statement import Place, statement, with_told_splits

_KERAS = re.compile(r"\s{0,4}(?P<at>\d{1,9})/(?P<of>\d{1,9}|Unknown)\s{1,4}[\[━─\d-]")
_TQDM = re.compile(r"(?P<title>.{0,80}?)\s{0,4}(?P<per_cent>\d{1,3})%\|")
_OWN_NUMBERS = re.compile(
    r"^.{0,200}?\b\d{1,3}%(?=[\s|])|\d{1,9}/(?:\d{1,9}|Unknown|\?)\s|\|[^|]{0,300}\|"
    r"|\[\d[\d:]{0,12}(?:<[\d:?]{1,12})?(?:,\s{0,8}[\d.?]{1,14}\s?(?:it/s|s/it))?"
    r"|\d{1,9}(?:\.\d{1,4})?\s?(?:ms|us|s)/\w{1,8}|\b\d{1,6}s\b"
)


def read_text(text: PrintedText) -> Iterator[Measurement]:
    """Yield what progress bars say of metrics."""
    epoch: int | None = None
    is_told = False
    for line, after in zip(text.lines, (*text.lines[1:], None), strict=False):
        if line.situation.step != epoch:
            epoch, is_told = line.situation.step, False
        if not line.is_bar or not _is_last(line, after):
            continue
        if _KERAS.match(line.text) and line.bar is Bar.OPEN and after is not None:
            continue
        found = with_told_splits(
            _read_bar(text, line, epoch if not is_told or "val_" in line.text else None)
        )
        is_told = is_told or bool(found)
        yield from found


def _is_last(line: PrintedLine, after: PrintedLine | None) -> bool:
    """Tell whether a bar is written over by the next line, as each state has its own there."""
    if after is None or not after.is_bar:
        return True
    return _progress(after.text) <= _progress(line.text) or _title(after.text) != _title(line.text)


def _progress(text: str) -> float:
    keras = _KERAS.match(text)
    if keras and keras["of"].isdigit():
        return int(keras["at"]) / max(1, int(keras["of"]))
    tqdm = _TQDM.match(text)
    return int(tqdm["per_cent"]) / 100 if tqdm else 1.0


def _title(text: str) -> str:
    tqdm = _TQDM.match(text)
    return tqdm["title"] if tqdm else ""


def _read_bar(text: PrintedText, line: PrintedLine, epoch: int | None) -> Iterator[Measurement]:
    is_keras = _KERAS.match(line.text) is not None
    told = line_place(line.text)
    step = epoch if told.step is None else told.step
    is_epoch = is_keras and epoch is not None
    split = "train" if is_epoch else line.situation.split
    situation = Situation(split=split, qualifier=line.situation.qualifier, step=step)
    place = Place(text.source, line.number, text.rank, situation)
    for pair in pairs(_OWN_NUMBERS.sub(" ; ", told.text)):
        found = statement(pair.name, pair.value, place, is_share=pair.is_share)
        if found is not None:
            yield found if is_keras else found._replace(is_final=False)
