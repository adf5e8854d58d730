"""Conditions: decided where what they compare is known, and never guessed."""

import ast

import pytest

from mlops_platform.core.facts.flow.plain_values import Place
from mlops_platform.core.facts.flow.program import Program, Sources

PROGRAM = """
import sys
import pandas as pd
from sklearn.preprocessing import StandardScaler
mode, number, nothing, rows = "train", 3, None, pd.read_csv("a.csv")
scaler, names, empty = StandardScaler(), ["train", "test"], []
sizes, asked = {{"train": 1}}, sys.argv[1]
perhaps = None
if asked:
    perhaps = StandardScaler()
if {condition}:
    taken = pd.read_csv("b.csv")
else:
    taken = pd.read_csv("c.csv")
"""
BOTH = {12: "b", 14: "c"}


def ways(condition: str) -> str:
    """Return which of the ways `b` and `c` are gone."""
    tree = ast.parse(PROGRAM.format(condition=condition))
    sources = Sources(lambda *_: None, lambda _: tree, Place)
    events = Program(sources).run("a.py").events
    return "".join(BOTH[each.place.line] for each in events if each.place.line in BOTH)


@pytest.mark.parametrize(
    "condition",
    [
        'mode == "train"',
        'mode != "test" and number == 3',
        '"train" == mode == "train"',
        "2 < number <= 3",
        "not number > 3",
        "nothing is None",
        "not nothing",
        "scaler is not None",
        "scaler and rows is not None",
        'mode in ("train", "fit")',
        'mode not in ["test"]',
        '"test" in names',
        '"train" in sizes',
        '"ai" in mode',
        'mode.upper() == "TRAIN"',
        'mode.startswith("tr")',
        'asked or mode == "train" or True',
        "number if mode else asked",
        "nothing or number",
        "-number == -3",
    ],
)
def test_what_is_true_is_taken_alone(condition):
    assert ways(condition) == "b"


@pytest.mark.parametrize(
    "condition",
    [
        'mode == "test"',
        'asked and mode == "test"',
        'mode == "test" and asked',
        "nothing is not None",
        "scaler is None or not mode",
        'mode in ("fit", "test")',
        "number > 3",
        "number < 4 < 4",
        "nothing and asked",
        "not scaler",
    ],
)
def test_what_is_false_is_left_out(condition):
    assert ways(condition) == "c"


@pytest.mark.parametrize(
    "condition",
    [
        "asked",
        'asked == "train"',
        'asked and mode == "train"',
        'asked or mode == "test"',
        'mode == "train" and asked',
        "perhaps is None",
        "perhaps",
        "mode in names + asked",
        '"other" in names',
        '"other" in sizes',
        "empty",
        "rows == None",
        "asked is None",
        "number > mode",
        'mode == "train" if asked else nothing',
    ],
)
def test_what_is_not_known_goes_both_ways(condition):
    assert ways(condition) == "bc"
