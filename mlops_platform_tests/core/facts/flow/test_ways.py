"""Ways that part and meet again: each starts from the same state, and what one did is doubtful."""

import ast

from mlops_platform.core.facts.flow.events import Deed
from mlops_platform.core.facts.flow.plain_values import Place
from mlops_platform.core.facts.flow.program import Program, Sources

HEAD = """
import sys
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.preprocessing import MinMaxScaler, StandardScaler
asked, rows, y = sys.argv[1], pd.read_csv("a.csv"), pd.read_csv("b.csv")

class Holder:
    pass

held = Holder()
scaler = held.scaler = StandardScaler()
kept = {"scaler": scaler}
model = Ridge()
"""


def last_learned(text: str) -> list[tuple[str, bool]]:
    """Return what went into the rows of the last fit of the model, and whether it surely did."""
    tree = ast.parse(f"{HEAD}\n{text}")
    events = Program(Sources(lambda *_: None, lambda _: tree, Place)).run("a.py").events
    learned = [e for e in events if e.deed is Deed.FIT and e.api.endswith("Ridge")][-1].learned
    return sorted((each.api.rpartition(".")[2], each.is_sure) for each in learned)


def test_what_one_way_did_is_doubtful():
    text = "if asked:\n    rows = scaler.fit_transform(rows)\nmodel.fit(rows, y)"
    assert last_learned(text) == [("StandardScaler", False)]


def test_what_one_way_did_is_sure_on_that_way():
    text = "if asked:\n    rows = scaler.fit_transform(rows)\n    model.fit(rows, y)"
    assert last_learned(text) == [("StandardScaler", True)]


def test_what_both_ways_did_is_sure():
    text = """
if asked:
    rows = scaler.fit_transform(rows)
else:
    rows = MinMaxScaler().fit_transform(rows)
model.fit(rows, y)
"""
    assert last_learned(text) == [("MinMaxScaler", True), ("StandardScaler", True)]


def test_two_doubts_make_no_certainty():
    text = """
if asked:
    rows = scaler.fit_transform(rows)
if sys.argv[2]:
    rows = MinMaxScaler().fit_transform(rows)
model.fit(rows, y)
"""
    assert last_learned(text) == [("MinMaxScaler", False), ("StandardScaler", False)]


def test_the_other_way_does_not_see_it():
    text = """
if asked:
    held.scaler = MinMaxScaler().fit(rows)
    kept["scaler"] = held.scaler
    scaler.fit(rows)
else:
    model.fit(kept["scaler"].transform(held.scaler.transform(rows)), y)
"""
    assert last_learned(text) == []


def test_a_way_inside_a_way_is_put_back_as_well():
    text = """
if asked:
    if sys.argv[2]:
        scaler.fit(rows)
else:
    model.fit(scaler.transform(rows), y)
"""
    assert last_learned(text) == []


def test_what_is_used_fitted_was_fitted():
    text = "if asked:\n    held.scaler.fit(rows)\nmodel.fit(held.scaler.transform(rows), y)"
    assert last_learned(text) == [("StandardScaler", True)]


def test_another_object_on_one_way_is_doubtful():
    text = """
held.scaler = StandardScaler().fit(rows)
if asked:
    held.scaler = MinMaxScaler().fit(rows)
model.fit(held.scaler.transform(rows), y)
"""
    assert last_learned(text) == [("MinMaxScaler", True), ("StandardScaler", True)]
    assert last_learned(text.replace("().fit(rows)", "().fit(y)", 1)) == [
        ("MinMaxScaler", False),
        ("StandardScaler", False),
    ]


def test_a_way_that_ends_the_program_is_no_way():
    text = "if asked:\n    raise SystemExit\nelse:\n    scaler.fit(rows)\n"
    assert last_learned(f"{text}model.fit(scaler.transform(rows), y)") == [("StandardScaler", True)]


def test_a_return_leaves_the_rest_to_the_other_way():
    text = """
def prepared(table):
    if asked:
        return table
    return scaler.fit_transform(table)

model.fit(prepared(rows), y)
"""
    assert last_learned(text) == [("StandardScaler", False)]


def test_a_return_leaves_what_follows_doubtful_for_whoever_called():
    text = """
held.rows = rows

def prepare():
    if asked:
        return
    held.rows = scaler.fit_transform(rows)

prepare()
model.fit(held.rows, y)
"""
    assert last_learned(text) == [("StandardScaler", False)]


def test_half_of_an_expression_is_doubtful():
    text = "rows = scaler.fit_transform(rows) if asked else rows\nmodel.fit(rows, y)"
    assert last_learned(text) == [("StandardScaler", False)]
