"""`docs/settings.md`, made from the settings themselves; `make docs` runs this module."""

import sys

from pydantic.fields import FieldInfo

from mlops_platform.core.language_model_settings import LanguageModelSettings
from mlops_platform.core.settings import Settings

HEADER = """\
# Settings

Environment variables, or lines of a file `.env` in the platform's home (`~/.mlops-platform/.env`).
An empty variable counts as unset. A `.env` in the working directory is not read: that folder may be
a foreign repository. This page is made from `mlops_platform/core/settings.py` by `make docs`.

| Variable | Default | Meaning |
|---|---|---|
"""


def settings_page() -> str:
    """Return the page as Markdown, one row per setting; those of the language model come last."""
    words = LanguageModelSettings.model_fields
    others = [name for name in Settings.model_fields if name not in words]
    return HEADER + "".join(_row(Settings.model_fields[name]) for name in [*others, *words])


def _row(field: FieldInfo) -> str:
    default = "unset" if field.default in (None, "") else f"`{_spelled(field.default)}`"
    description = (field.description or "").replace("|", "\\|")
    return f"| `{field.validation_alias}` | {default} | {description} |\n"


def _spelled(default: object) -> str:
    return str(default).lower() if isinstance(default, bool) else str(default)


if __name__ == "__main__":
    sys.stdout.write(settings_page())
