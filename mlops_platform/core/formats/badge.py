"""The score as a badge: an SVG picture for a README, after the manner of shields.

Widths are computed, so no font is needed to lay it out; the text says the same as the colour.
"""

from html import escape

from mlops_platform.core.report.words import MOSTLY_READY, PARTLY_READY, READY, shown_score
from mlops_platform.core.sections.readiness_report import ReadinessReport

MEDIA_TYPE = "image/svg+xml"
SUFFIX = ".svg"

LABEL = "ML readiness"
GREY, RED, AMBER, OLIVE, GREEN = "#57606a", "#b62324", "#9a5b00", "#5c6b00", "#1a7f37"
"""Each carries white text at a contrast of at least 4.5 to 1."""

PADDING = 7
NARROW, WIDE = "ijlt.,:;'|!()[] /", "mwMW%"


def render(report: ReadinessReport) -> str:
    """Draw the badge of a report."""
    return _draw(LABEL, *_value(report))


def _value(report: ReadinessReport) -> tuple[str, str]:
    if report.is_ml_project is False:
        return "not ML", GREY
    score = report.readiness_score
    if score is None:
        return "unknown", GREY
    shown = round(score, 1)
    steps = ((READY, GREEN), (MOSTLY_READY, OLIVE), (PARTLY_READY, AMBER))
    return f"{shown_score(score)} / 10", next((c for least, c in steps if shown >= least), RED)


def _draw(label: str, value: str, colour: str) -> str:
    left, right = _width(label), _width(value)
    title = escape(f"{label}: {value}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img"'
        f' aria-label="{title}">\n'
        f"  <title>{title}</title>\n"
        f'  <clipPath id="r"><rect width="{left + right}" height="20" rx="4"/></clipPath>\n'
        f'  <g clip-path="url(#r)">\n'
        f'    <rect width="{left}" height="20" fill="#30363d"/>\n'
        f'    <rect x="{left}" width="{right}" height="20" fill="{colour}"/>\n'
        f"  </g>\n"
        f'  <g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">\n'
        f"    {_text(label, PADDING, left)}\n"
        f"    {_text(value, left + PADDING, right)}\n"
        f"  </g>\n"
        f"</svg>\n"
    )


def _text(text: str, x: int, box: int) -> str:
    return f'<text x="{x}" y="14" textLength="{box - 2 * PADDING}">{escape(text)}</text>'


def _width(text: str) -> int:
    """Estimate in pixels; `textLength` then fits the letters to it, whatever the font."""
    letters = sum(4 if c in NARROW else 10 if c in WIDE else 7 for c in text)
    return letters + 2 * PADDING
