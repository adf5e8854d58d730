"""Rounds of boosting, as XGBoost, LightGBM and CatBoost print them.

`[10]	validation_0-rmse:0.5`, `[10]	valid_0's auc: 0.9`, `10:	learn: 0.6	test: 0.7`.
"""

import re
from collections.abc import Iterator

from mlops_platform.core.measuring.measurement import Measurement
from mlops_platform.core.measuring.metric_name import Split, metric_name
from mlops_platform.core.measuring.numbers import NOT_FINITE, NUMBER, number
from mlops_platform.core.measuring.printed_text import PrintedLine, PrintedText
from mlops_platform.core.measuring.situation import Situation
from mlops_platform.core.measuring.statement import Place, statement, stored

_ROUND = re.compile(r"\s{0,4}\[(?P<at>\d{1,9})\]\s{1,8}(?=\S)")
_NAMED = re.compile(rf"(?P<name>[^\s:+±][^:\t+±]{{0,80}}):\s?(?P<value>{NUMBER}|{NOT_FINITE})")
_CATBOOST = re.compile(
    rf"\s{{0,8}}(?P<at>\d{{1,9}}):\s{{1,8}}learn:\s(?P<learn>{NUMBER})"
    rf"(?:\s{{1,8}}test:\s(?P<test>{NUMBER}))?.{{0,200}}total:\s.{{1,200}}"
)
_CATBOOST_SPLITS: dict[str, Split] = {"learn": "train", "test": "validation"}
_EVALUATION_SET = re.compile(r"(?P<set>[\w.]{1,60})[-'](?:s\s)?(?P<metric>.{1,80})")


def read_text(text: PrintedText) -> Iterator[Measurement]:
    """Yield what each round says."""
    for line in text.lines:
        found = _ROUND.match(line.text)
        if found:
            yield from _read_round(text, line, int(found["at"]), line.text[found.end() :])
        elif ":" in line.text and (found := _CATBOOST.fullmatch(line.text)):
            yield from _read_catboost(text, line, found)


def _read_round(text: PrintedText, line: PrintedLine, at: int, said: str) -> Iterator[Measurement]:
    for found in _NAMED.finditer(said):
        value, parts = number(found["value"]), _EVALUATION_SET.fullmatch(found["name"].strip())
        if value is None or parts is None or metric_name(parts["metric"]) is None:
            continue
        place = Place(text.source, line.number, text.rank, line.situation._replace(step=at))
        stated = statement(found["name"].replace("-", " ", 1), value, place)
        yield from [stated._replace(name=found["name"].strip())] if stated else []


def _read_catboost(
    text: PrintedText, line: PrintedLine, found: re.Match[str]
) -> Iterator[Measurement]:
    situation = Situation(qualifier=line.situation.qualifier, step=int(found["at"]))
    for name, split in _CATBOOST_SPLITS.items():
        value = number(found[name]) if found[name] else None
        if value is not None:
            place = Place(text.source, line.number, text.rank, situation)
            # CatBoost does not print which loss it is.
            yield stored("objective", value, place)._replace(split=split, name=f"{name} objective")
