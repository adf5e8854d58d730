from pathlib import Path

import pytest

from mlops_platform.core.clues.tools import Tool, practised
from mlops_platform.core.facts.reading import read_checkout
from mlops_platform_tests.drawing import draw_checkout

TOOL = Tool(
    tables=("tool.neat", "tool.neat.*"),
    sections=("neat",),
    hooks=("neat",),
    commands=("neat",),
    files=("neat.toml",),
    actions=("acme/neat",),
)
JOB = "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n    - "


@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        ("pyproject.toml", "[tool.neat.rules]\n", "pyproject.toml:1"),
        ("setup.cfg", "[neat]\n", "setup.cfg:1"),
        (".pre-commit-config.yaml", "- hooks:\n  - id: neat\n", ".pre-commit-config.yaml:2"),
        (".github/workflows/a.yml", JOB + "run: neat .\n", ".github/workflows/a.yml:6"),
        (".github/workflows/a.yml", JOB + "uses: acme/neat@v1\n", ".github/workflows/a.yml:6"),
        ("neat.toml", "", "neat.toml:None"),
    ],
)
def test_a_tool_shows_in_every_place(tmp_path: Path, path: str, text: str, place: str) -> None:
    found = practised(read_checkout(draw_checkout(tmp_path, {path: text})), TOOL)
    assert {f"{clue.place.path}:{clue.place.line}" for clue in found} == {place}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("pyproject.toml", "[tool.neatly]\n"),
        (".pre-commit-config.yaml", "- hooks:\n  - id: neat-docs\n"),
        (".github/workflows/a.yml", JOB + "run: pip install neat\n"),
        (".github/workflows/a.yml", JOB + "uses: other/neat@v1\n"),
        ("neat.py", "import os\n"),
    ],
)
def test_what_looks_alike_does_not_show_it(tmp_path: Path, path: str, text: str) -> None:
    assert practised(read_checkout(draw_checkout(tmp_path, {path: text})), TOOL) == ()
