"""Notebooks of a repository, each as one module."""

import json
from pathlib import Path

import pytest

from mlops_platform.core.facts.notebooks import NotebooksFacts, read_notebooks
from mlops_platform.core.facts.repository import read_repository
from mlops_platform_tests.drawing import draw_checkout


def notebook(*sources: str | tuple[str, int | None], language: str = "python") -> str:
    """Write a notebook; a source that starts with `#!md` is a markdown cell."""
    cells = []
    for each in sources:
        source, count = each if isinstance(each, tuple) else (each, None)
        kind = "markdown" if source.startswith("#!md") else "code"
        cells.append(
            {
                "cell_type": kind,
                "source": source.removeprefix("#!md"),
                "execution_count": count,
                "outputs": [{"text": "x" * 10}] if count else [],
            }
        )
    return json.dumps(
        {"nbformat": 4, "metadata": {"kernelspec": {"language": language}}, "cells": cells}
    )


def read(tmp_path: Path, files: dict[str, str | bytes]) -> NotebooksFacts:
    checkout = draw_checkout(tmp_path, files)
    return read_notebooks(checkout, read_repository(checkout))


def test_cells_are_one_module_whose_lines_lead_back(tmp_path: Path) -> None:
    source = notebook(
        "#!md# Title", "import sklearn.svm as s\n%matplotlib inline", "m = s.SVC()\nm.fit(x)"
    )
    [found] = read(tmp_path, {"a.ipynb": source}).notebooks
    assert found.code is not None
    [_, fit] = found.code.calls
    assert (fit.name, fit.line) == ("sklearn.svm.SVC.fit", 4)
    assert found.cell_at(fit.line) == 3
    assert found.shell_lines == (("%matplotlib inline", 2),)
    assert (found.headings, found.code_cells, found.language) == (("Title",), 2, "python")


def test_a_cell_that_is_not_python_does_not_hide_the_others(tmp_path: Path) -> None:
    source = notebook("import a", "https://example.com is no code", "a.b()")
    [found] = read(tmp_path, {"a.ipynb": source}).notebooks
    assert found.code is not None
    assert [call.name for call in found.code.calls] == ["a.b"]
    assert found.unparsed_cells == (2,)


def test_another_language_has_no_code(tmp_path: Path) -> None:
    [found] = read(tmp_path, {"a.ipynb": notebook("x <- 1", language="R")}).notebooks
    assert (found.code, found.language, found.code_cells) == (None, "r", 1)


ORDERS = [
    ((1, 2, 3), True),
    ((1, 5, 9), True),
    ((2, 1, 3), False),
    ((1, 1), False),
    ((1, None, 2), True),
    ((None, None), None),
    ((), None),
]


@pytest.mark.parametrize(("counts", "expected"), ORDERS)
def test_cells_ran_in_order_if_their_counts_rise(
    tmp_path: Path, counts: tuple[int | None, ...], expected: bool | None
) -> None:
    source = notebook(*(("x = 1", count) for count in counts))
    assert read(tmp_path, {"a.ipynb": source}).notebooks[0].runs_in_order is expected


def test_outputs_are_counted(tmp_path: Path) -> None:
    with_outputs, without = read(
        tmp_path, {"a.ipynb": notebook(("x", 1), ("y", 2)), "b.ipynb": notebook("x")}
    ).notebooks
    assert (with_outputs.has_outputs, with_outputs.output_bytes) == (True, 20)
    assert (without.has_outputs, without.output_bytes) == (False, 0)


def test_headings_are_words_outside_of_code_blocks(tmp_path: Path) -> None:
    text = "#!md# One **two**\n```\n# no\n```\n<h2 id='x'>Three</h2>\n#no\n### "
    [found] = read(tmp_path, {"a.ipynb": notebook(text)}).notebooks
    assert found.headings == ("One two", "Three")


def test_local_modules_are_known_to_notebooks(tmp_path: Path) -> None:
    files = {"nb/a.ipynb": notebook("import sys\nsys.path.append('..')\nimport lib_.x, numpy")}
    [found] = read(tmp_path, {**files, "lib_/x.py": ""}).notebooks
    assert found.code is not None
    assert [entry.is_local for entry in found.code.imports] == [False, True, False]


def test_checkpoints_are_left_out(tmp_path: Path) -> None:
    files = {"a.ipynb": notebook("x"), ".ipynb_checkpoints/a-checkpoint.ipynb": notebook("x")}
    assert [found.path for found in read(tmp_path, files).notebooks] == ["a.ipynb"]


def test_what_cannot_be_read_is_named_with_its_reason(tmp_path: Path) -> None:
    facts = read(
        tmp_path,
        {
            "bad.ipynb": "<html>",
            "big.ipynb": b" " * (20 * 1024 * 1024 + 1),
            "deep.ipynb": notebook("x = " + "-" * 50_000 + "1"),
            "good.ipynb": notebook("import a"),
            "long.ipynb": notebook("x = 1\n" * 200_000),
        },
    )
    assert [found.path for found in facts.notebooks] == ["deep.ipynb", "good.ipynb"]
    assert facts.notebooks[0].unparsed_cells == (1,)
    assert [(each.path, each.reason.split(" ")[0]) for each in facts.unread] == [
        ("bad.ipynb", "not"),
        ("big.ipynb", "larger"),
        ("long.ipynb", "holds"),
    ]
