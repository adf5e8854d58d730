"""The drift result as one HTML file: works offline, light and dark, with overlaid histograms."""

from functools import cache
from typing import NamedTuple

from jinja2 import Template

from mlops_platform.core.drift import wording
from mlops_platform.core.drift.result import DriftResult, FeatureDrift
from mlops_platform.core.report.html_page import Known, read_style, read_template

HERE = "mlops_platform.core.drift_formats"
MOST_CHARACTERS = 2000
MOST_DRAWN = 200
"""Features with a picture; a page of thousands helps nobody. Drifted ones come first."""
HEIGHT, WIDTH = 100, 320
LONGEST_BINS = 12
"""Of categories drawn; the numbers of all are in the JSON."""


class Bar(NamedTuple):
    """One bar of both sides, in the units of the drawing; `label` says it in words."""

    left: float
    width: float
    reference_height: float
    current_height: float
    label: str


def render(result: DriftResult) -> str:
    """Write the whole result as one page."""
    style = read_style(HERE, "drift.css")
    return _template().render(
        result=result,
        features=wording.by_level(result),
        most_drawn=MOST_DRAWN,
        style=style.text,
        style_hash=style.source,
    )


@cache
def _template() -> Template:
    known = {"words": wording, "bars": bars, "height": HEIGHT, "width": WIDTH}
    return read_template(HERE, "drift.html.j2", Known(known, MOST_CHARACTERS))


def bars(feature: FeatureDrift) -> list[Bar]:
    """Return the bars of a feature: its histogram, else its bins; all empty where it has none."""
    if feature.histogram:
        shown = feature.histogram
        labels = [""] * len(shown.reference_shares)
        shares = list(zip(shown.reference_shares, shown.current_shares, labels, strict=True))
    else:
        shares = [
            (each.reference_share, each.current_share, each.label)
            for each in feature.bins[:LONGEST_BINS]
        ]
    tallest = max((max(first, second) for first, second, _ in shares), default=0) or 1
    step = WIDTH / max(len(shares), 1)
    gap = 0.0 if feature.histogram else step * 0.15
    return [
        Bar(
            round(place * step + gap, 2),
            round(step - 2 * gap, 2),
            round(first / tallest * HEIGHT, 2),
            round(second / tallest * HEIGHT, 2),
            f"{label}: {first:.1%} → {second:.1%}" if label else f"{first:.1%} → {second:.1%}",
        )
        for place, (first, second, label) in enumerate(shares)
    ]
