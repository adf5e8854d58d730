"""Reads a stored section; one that another version of the platform wrote is as good as none."""

from typing import TypeVar

from pydantic import ValidationError

from mlops_platform.core.evidence import Frozen

S = TypeVar("S", bound=Frozen)


def read_stored(section: type[S], text: str | None) -> S | None:
    """Return the section in a stored JSON text, None where there is none of this version."""
    if text is None:
        return None
    try:
        return section.model_validate_json(text)
    except ValidationError:
        return None
