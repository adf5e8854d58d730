"""The report as one HTML file that works offline, without a script, in light, dark and print."""

from functools import cache

from jinja2 import Template
from markupsafe import Markup

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.report import (
    changed,
    outline,
    project_overview,
    quotation,
    section_overview,
    words,
)
from mlops_platform.core.report.escaping import one_line
from mlops_platform.core.report.html_page import Known, read_style, read_template
from mlops_platform.core.sections.readiness_report import ReadinessReport

MEDIA_TYPE = "text/html"
SUFFIX = ".html"

MOST_CHARACTERS = 16_000
"""Of one value: longer than any address of a path."""
PROSE = 600
MOST_CHANGES = 8
"""Of one kind, before they are folded away."""
HERE = "mlops_platform.core.formats"


def render(report: ReadinessReport) -> str:
    """Write the whole report as one page."""
    style = read_style(HERE, "report.css")
    return _template().render(
        report=report,
        facts=report.sections.project_profile.facts,
        style=style.text,
        style_hash=style.source,
    )


@cache
def _template() -> Template:
    known = {
        "words": words,
        "outline": outline,
        "quotation": quotation,
        "changed": changed,
        "MOST_CHANGES": MOST_CHANGES,
        "overview": project_overview.overview,
        "section_overview": section_overview.section_overview,
        "tone": _tone,
        "link": _link,
    }
    return read_template(HERE, "report.html.j2", Known(known, MOST_CHARACTERS), {"prose": _prose})


def _prose(text: str) -> Markup:
    """Escape a sentence, and set what stands between backticks as code."""
    parts = one_line(text, PROSE).split("`")
    if len(parts) % 2 == 0:
        return Markup.escape("`".join(parts))
    code = Markup("<code>{}</code>")
    return Markup("").join(
        code.format(part) if number % 2 else Markup.escape(part)
        for number, part in enumerate(parts)
    )


def _tone(score: float | None) -> str:
    """Return the class that colours a score; the words beside it say the same."""
    return words.band(score).replace(" ", "-")


def _link(report: ReadinessReport, evidence: Evidence | None) -> str | None:
    return outline.link(report.revision, evidence) if evidence else None
