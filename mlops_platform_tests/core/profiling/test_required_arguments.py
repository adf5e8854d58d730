"""What a file must be given, and what a command gives it."""

import pytest

from mlops_platform.core.facts.documented_commands import DocumentedCommand
from mlops_platform.core.facts.source_code import Argument
from mlops_platform.core.profiling.required_arguments import (
    names_of,
    not_given,
    split_words,
    states_all,
)


def asked(*names: str) -> tuple[Argument, ...]:
    return tuple(
        Argument("click", name, is_required=True, default=None, choices=(), line=1, scope="")
        for name in names
    )


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("python train.py rows.csv --rate=1", ()),
        ("python train.py rows.csv", ("--rate",)),
        ("python train.py --rate", ("data",)),
        ("python train.py 'rows.csv", ("--rate",)),
    ],
)
def test_what_a_command_does_not_give(text: str, missing: tuple[str, ...]) -> None:
    assert not_given(split_words(text), asked("data", "--rate")) == missing


@pytest.mark.parametrize(
    ("text", "source", "is_stated"),
    [
        ("python train.py $(shell ls data | head -1)", "makefile", True),
        ("python train.py data/$(shell ls data) -uri ${URI}", "makefile", True),
        ("python train.py ${DATA}", "makefile", False),
        ("python train.py $(shell ls data)", "readme", False),
    ],
)
def test_a_makefile_states_what_only_make_can_work_out(
    text: str, source: str, is_stated: bool
) -> None:
    command = DocumentedCommand(source, "", text, ".", "Makefile", 3)
    assert states_all(command, asked("data")) == is_stated


def test_arguments_are_told_by_name() -> None:
    assert names_of(asked("data", "--rate")) == ("data", "--rate")
