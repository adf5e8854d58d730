"""Makefiles: targets, recipes, variables."""

import pytest

from mlops_platform.core.facts.commands.makefile import MakeRule, parse_make_rules
from mlops_platform_tests.core.facts.reading_commands import said


def test_a_makefile_gives_its_recipes_with_variables_filled_in(tmp_path):
    text = """\
PYTHON ?= python3
ARGS := --epochs 3
ARGS += --lr 0.1
.PHONY: train
all: train
train: data/x.csv  # the default
\t@echo "training"
\t-@$(PYTHON) src/train.py \\
\t\t$(ARGS) $(UNKNOWN)
\tcd src && ${PYTHON} evaluate.py; echo $$HOME
report: ; jupyter nbconvert a.ipynb
X = y
"""
    assert said(tmp_path, {"Makefile": text, "src/evaluate.py": "", "src/train.py": ""}) == [
        ("makefile", "train", "python3 src/train.py --epochs 3 --lr 0.1 $(UNKNOWN)", ".", 8),
        ("makefile", "train", "python3 evaluate.py", "src", 10),
        ("makefile", "report", "jupyter nbconvert a.ipynb", ".", 11),
    ]


@pytest.mark.parametrize("sign", ["=", ":=", "::="])
def test_a_variable_is_no_target(tmp_path, sign):
    assert said(tmp_path, {"Makefile": f"X {sign} python a.py\n\tpython b.py\n"}) == []


def test_rules_tell_what_they_need_with_variables_filled_in():
    text = "DATA = a.csv b.csv\n.PHONY: all\nall: train | logs\ntrain: $(DATA)\n\tpython t.py\n"
    assert parse_make_rules(text) == (
        MakeRule("all", ("all",), ("train",)),
        MakeRule("train", ("train",), ("a.csv", "b.csv")),
    )
