"""What makes a page of HTML safe, whatever it shows: one place, so that no format can forget it.

Templates escape by themselves; every value is cleaned on its way in. A style is allowed by its
hash, and nothing else is: no script, no picture, no address.
"""

import hashlib
from base64 import b64encode
from collections.abc import Callable, Mapping
from functools import partial
from importlib.resources import files
from typing import NamedTuple

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from mlops_platform.core.report.escaping import one_line


class Known(NamedTuple):
    """What a template sees, and the most characters that are shown of one value."""

    values: Mapping[str, object]
    most_characters: int


class Style(NamedTuple):
    """A style sheet of ours, and the source that a content policy allows it by."""

    text: Markup
    source: str


def read_template(
    package: str,
    name: str,
    known: Known,
    filters: Mapping[str, Callable[..., object]] | None = None,
) -> Template:
    """Read a template of a package, which sees what is `known`."""
    environment = Environment(
        autoescape=True,
        finalize=partial(_clean, known.most_characters),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(filters or {})
    environment.globals.update(known.values)
    return environment.from_string(_read(package, name))


def read_style(package: str, name: str) -> Style:
    """Read a style sheet of a package."""
    text = _read(package, name)
    digest = b64encode(hashlib.sha256(text.encode()).digest()).decode()
    # Our own file, so it may pass unescaped.
    return Style(Markup(text), f"sha256-{digest}")  # noqa: S704


def _read(package: str, name: str) -> str:
    return files(package).joinpath(name).read_text(encoding="utf-8")


def _clean(most_characters: int, value: object) -> object:
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return one_line(value, most_characters)
