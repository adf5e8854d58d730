"""The comparison as one HTML file: works offline, light and dark, without scripts."""

from functools import cache

from jinja2 import Template

from mlops_platform.core.comparing import wording
from mlops_platform.core.comparing.comparison import Comparison
from mlops_platform.core.report.html_page import Known, read_style, read_template

HERE = "mlops_platform.core.comparison_formats"
MOST_CHARACTERS = 2000


def render(comparison: Comparison) -> str:
    """Write the whole comparison as one page."""
    style = read_style(HERE, "comparison.css")
    return _template().render(comparison=comparison, style=style.text, style_hash=style.source)


@cache
def _template() -> Template:
    return read_template(HERE, "comparison.html.j2", Known({"words": wording}, MOST_CHARACTERS))
