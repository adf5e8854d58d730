"""The drift result as one HTML file: works offline, no script, light and dark, overlaid histograms.

The template escapes by itself; `finalize` cleans every value on its way in. The style is allowed by
its hash, and nothing else is.
"""

import hashlib
from base64 import b64encode
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from mlops_platform.core.drift import wording
from mlops_platform.core.drift.result import DriftResult, FeatureDrift
from mlops_platform.core.report.escaping import one_line

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
    style = _read("drift.css")
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return _template().render(
        result=result,
        features=wording.by_level(result),
        most_drawn=MOST_DRAWN,
        # Our own file, so it may pass unescaped.
        style=Markup(style),  # noqa: S704
        style_hash=f"sha256-{digest}",
    )


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True,
        finalize=_clean,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(words=wording, bars=bars, height=HEIGHT, width=WIDTH)
    return environment.from_string(_read("drift.html.j2"))


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


def _read(name: str) -> str:
    return files("mlops_platform.core.drift_formats").joinpath(name).read_text(encoding="utf-8")


def _clean(value: object) -> object:
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return one_line(value, MOST_CHARACTERS)
