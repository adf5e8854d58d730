"""What the README speaks of, with its line, and the documents beside it."""

from pathlib import Path

import pytest

from mlops_platform.core.facts.reading import read_checkout
from mlops_platform.core.profiling.documentation import read_documentation
from mlops_platform.core.sections.project_profile import Documentation
from mlops_platform_tests.drawing import draw_checkout

README = """# Churn

Predicts churn.

## Data
From https://example.org/churn.

## Setup
```
pip install -r requirements.txt
```

## Results
AUC 0.8
"""


def documentation_of(tmp_path: Path, files: dict[str, str]) -> Documentation:
    reading = read_checkout(draw_checkout(tmp_path, files))
    return read_documentation(reading.repository, reading.commands)


def test_headings_and_commands_are_found_with_their_lines(tmp_path: Path) -> None:
    found = documentation_of(
        tmp_path, {"README.md": README, "MODEL_CARD.md": "x", "CHANGELOG.md": "x"}
    )
    places = (found.data_origin, found.install, found.results)
    assert [place.line for place in places if place] == [5, 10, 13]
    assert found.model_card is not None
    assert found.changelog is not None
    assert found.contributing is None


def test_without_a_readme_nothing_is_said(tmp_path: Path) -> None:
    assert documentation_of(tmp_path, {"train.py": ""}) == Documentation()


def test_sections_on_caches_and_speed_tell_no_origin_and_no_results(tmp_path: Path) -> None:
    readme = "# Churn\n\n## Data Caching System\n\nKept.\n\n## Performance Tips\n\nUse a GPU.\n"
    found = documentation_of(tmp_path, {"README.md": readme})
    assert (found.data_origin, found.results) == (None, None)


TABLE = "## Development\n\n| Stage | Mean RMSE |\n|---|---:|\n| First | 792.37 |\n"


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        (TABLE, True),
        ("## Models\n\n- **Accuracy**: 93.4 %\n", True),
        ("## Models\n\nWe report RMSE and MAE.\n", False),
        ("| Metric | Why |\n|---|---|\n| RMSE | large errors |\n", False),
        ("| Package | Version |\n|---|---|\n| numpy | 1.26 |\n", False),
    ],
)
def test_values_of_metrics_are_results_wherever_they_stand(
    tmp_path: Path, text: str, is_found: bool
) -> None:
    found = documentation_of(tmp_path, {"README.md": f"# Churn\n\n{text}"})
    assert (found.results is not None) is is_found
