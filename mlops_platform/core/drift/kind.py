"""How a column is measured."""

from enum import StrEnum


class Kind(StrEnum):
    """How a column is measured."""

    NUMBER = "number"
    DATETIME = "datetime"
    BOOLEAN = "boolean"
    CATEGORY = "category"
    TEXT = "text"
    OTHER = "other"
