"""The report as one HTML file that works offline, without a script, in light, dark and print.

The template escapes by itself; `finalize` cleans every value on its way in, so no expression can
forget it. The style is allowed by its hash, and nothing else is.
"""

import hashlib
from base64 import b64encode
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.report import outline, project_overview, section_overview, words
from mlops_platform.core.report.escaping import one_line
from mlops_platform.core.sections.readiness_report import ReadinessReport

MEDIA_TYPE = "text/html"
SUFFIX = ".html"

MOST_CHARACTERS = 16_000
"""Of one value: longer than any address of a path."""
PROSE = 600


def render(report: ReadinessReport) -> str:
    """Write the whole report as one page."""
    style = _read("report.css")
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return _template().render(
        report=report,
        facts=report.sections.project_profile.facts,
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
    environment.filters["prose"] = _prose
    environment.globals.update(
        words=words,
        outline=outline,
        overview=project_overview.overview,
        section_overview=section_overview.section_overview,
        tone=_tone,
        link=_link,
    )
    return environment.from_string(_read("report.html.j2"))


def _read(name: str) -> str:
    return files("mlops_platform.core.formats").joinpath(name).read_text(encoding="utf-8")


def _clean(value: object) -> object:
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return one_line(value, MOST_CHARACTERS)


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
