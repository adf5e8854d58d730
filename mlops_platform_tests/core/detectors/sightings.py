"""What a detector sees in a drawn checkout, as one line to compare with."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from mlops_platform.core.evidence import Detection, Evidence
from mlops_platform.core.facts.reading import Reading, read_checkout
from mlops_platform_tests.drawing import draw_checkout


def sight(
    tmp_path: Path,
    detect: Callable[[Reading], Detection | None],
    files: Mapping[str, str | bytes],
) -> str:
    """Return `name used (note): path:line …`, the same with `not used`, or `nothing`."""
    found = detect(read_checkout(draw_checkout(tmp_path, files)))
    if found is None:
        return "nothing"
    note = f" ({found.note})" if found.note else ""
    places = " ".join(_spell(place) for place in found.evidence)
    return f"{found.name} {'used' if found.is_used else 'not used'}{note}: {places}"


def _spell(place: Evidence) -> str:
    cell = f"[{place.cell}]" if place.cell else ""
    line = f":{place.line}" if place.line else ""
    return f"{place.path}{cell}{line}"


def notebook(*cells: str) -> str:
    """Write a Python notebook with these code cells, after a cell of text."""
    text = {"cell_type": "markdown", "metadata": {}, "source": ["# Work\n"]}
    code = [
        {
            "cell_type": "code",
            "metadata": {},
            "execution_count": None,
            "outputs": [],
            "source": cell.splitlines(keepends=True),
        }
        for cell in cells
    ]
    language = {"language_info": {"name": "python"}}
    return json.dumps(
        {"nbformat": 4, "nbformat_minor": 4, "metadata": language, "cells": [text, *code]}
    )
