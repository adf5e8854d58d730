"""Notebook files of every format, and files that only say so."""

import json

import pytest

from mlops_platform.core.facts.notebook.notebook_documents import NotANotebookError, parse_notebook


def document(*cells: object, **metadata: object) -> bytes:
    return json.dumps({"nbformat": 4, "metadata": metadata, "cells": list(cells)}).encode()


def test_cells_are_numbered_in_document_order() -> None:
    found = parse_notebook(
        document(
            {"cell_type": "markdown", "source": ["# T", "itle"]},
            {"cell_type": "code", "source": "x = 1\r\ny = 2", "execution_count": 3, "outputs": []},
        )
    )
    assert [(c.number, c.kind, c.source, c.execution_count) for c in found.cells] == [
        (1, "markdown", "# Title", None),
        (2, "code", "x = 1\ny = 2", 3),
    ]


def test_worksheets_of_older_formats_are_read() -> None:
    sheet = {
        "cells": [
            {"cell_type": "heading", "level": 2, "source": ["Data"]},
            {"cell_type": "code", "input": ["x = 1"], "prompt_number": 7, "language": "python"},
        ]
    }
    data = json.dumps({"nbformat": 3, "metadata": {}, "worksheets": [sheet, sheet]}).encode()
    found = parse_notebook(data)
    assert found.language == "python"
    assert [(c.kind, c.source) for c in found.cells[:2]] == [
        ("markdown", "# Data"),
        ("code", "x = 1"),
    ]
    assert found.cells[3].execution_count == 7


def test_outputs_are_counted_and_not_kept() -> None:
    outputs = [{"output_type": "stream", "text": ["secret"]}, {"data": {"image/png": "é" * 10}}]
    found = parse_notebook(document({"cell_type": "code", "source": "", "outputs": outputs}))
    assert found.cells[0].output_bytes == len("streamsecret") + 20
    assert "secret" not in str(found)


LANGUAGES = [
    ({"kernelspec": {"language": "python", "name": "python3"}}, "python"),
    ({"language_info": {"name": "R"}, "kernelspec": {"name": "ir"}}, "r"),
    ({"kernelspec": {"name": "julia-1.6"}}, "julia-1.6"),
    ({"kernelspec": "python"}, ""),
    ({}, ""),
]


@pytest.mark.parametrize(("metadata", "language"), LANGUAGES)
def test_the_language_is_what_the_kernel_says(metadata: dict[str, object], language: str) -> None:
    assert parse_notebook(document(**metadata)).language == language


WRONG_TYPES = [
    {"cell_type": "code", "source": 5, "outputs": "x", "execution_count": "7"},
    {"cell_type": ["code"], "source": {"a": 1}},
    {"cell_type": "code", "source": ["x = 1", 5, None], "execution_count": True},
    {"cell_type": "code", "execution_count": -1, "outputs": {"a": [1, {"b": None}]}},
    {},
    None,
    [],
    7,
]


@pytest.mark.parametrize("cell", WRONG_TYPES)
def test_a_cell_of_wrong_types_is_read_as_far_as_it_goes(cell: object) -> None:
    good = {"cell_type": "code", "source": "x = 1", "execution_count": 1}
    found = parse_notebook(document(cell, good))
    assert found.cells[0].execution_count is None
    assert found.cells[1].source == "x = 1"


TOLERATED = {
    "NaN in an output": b'{"cells": [{"cell_type": "code", "outputs": [NaN, Infinity]}]}',
    "an endless number": b'{"cells": [{"cell_type": "code", "execution_count": '
    + b"9" * 9000
    + b"}]}",
    "a byte order mark": b'\xef\xbb\xbf{"cells": [{"cell_type": "code"}]}',
    "UTF-16": '{"cells": [{"cell_type": "code"}]}'.encode("utf-16"),
    "a lone surrogate": b'{"cells": [{"cell_type": "code", "source": "\\ud800"}]}',
}


@pytest.mark.parametrize("name", TOLERATED)
def test_an_unusual_notebook_is_read(name: str) -> None:
    [cell] = parse_notebook(TOLERATED[name]).cells
    assert (cell.kind, cell.execution_count) == ("code", None)
    cell.source.encode()


REFUSED = {
    "no JSON": (b"<html>", "not valid JSON"),
    "nothing": (b"", "not valid JSON"),
    "half a notebook": (b'{"cells": [{"cell_type": "co', "not valid JSON"),
    "not UTF-8": (b'{"cells": ["\xff\xfe\xfa"]}', "not valid JSON"),
    "deep lists": (b'{"cells": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", "nested too deep"),
    "deep mappings": (b'{"a":' * 200_000 + b"1" + b"}" * 200_000, "nested too deep"),
    "a list": (b"[]", "not a notebook"),
    "a flood of cells": (b'{"cells": [' + b"{}," * 20_000 + b"{}]}", "more than 10000 cells"),
    "no cells": (b'{"nbformat": 4}', "not a notebook"),
    "cells of a wrong type": (b'{"cells": "x"}', "not a notebook"),
    "worksheets of a wrong type": (b'{"worksheets": [1, {"cells": 2}]}', "not a notebook"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_notebook_is_refused_with_its_reason(name: str) -> None:
    data, reason = REFUSED[name]
    with pytest.raises(NotANotebookError, match=reason):
        parse_notebook(data)
