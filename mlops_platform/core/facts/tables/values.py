"""What a cell of text says: nothing, a number, a date."""

import itertools
import re

MISSING = frozenset(
    {"", "na", "n/a", "#n/a", "#na", "nan", "-nan", "null", "none", "<na>", "nat", "?", "\\n"}
)
"""Usual spellings of a missing value, in lower case (pandas reads most of them as such)."""

MISSING_IN_ANY_CASE = frozenset(
    "".join(signs)
    for word in MISSING
    for signs in itertools.product(*((sign.lower(), sign.upper()) for sign in word))
)

NUMBER = r"^[+-]?(?:\d{1,300}\.?\d{0,300}|\.\d{1,300})(?:[eE][+-]?\d{1,3})?$"
INTEGER = r"^[+-]?\d{1,18}$"
INFINITE = r"(?i)^[+-]?inf(?:inity)?$"
COMMA_NUMBER = r"^[+-]?\d{1,300},\d{1,300}$"
"""A number with a decimal comma; believed only where semicolons part the cells."""

DATETIME = (
    r"^(?:\d{4}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|[12]\d|3[01])[-/.](?:\d{4}|\d{2}))"
    r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?[AaPp][Mm])?"
    r"(?:Z| ?[+-]\d{2}:?\d{2}| UTC)?)?$"
)
UUID = r"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"

_NUMBER = re.compile(NUMBER)


def is_missing(cell: str) -> bool:
    """Tell whether a cell is one of the usual spellings of nothing."""
    return cell.strip().lower() in MISSING


def is_number(cell: str) -> bool:
    """Tell whether a cell is a number."""
    return bool(_NUMBER.match(cell.strip()))
