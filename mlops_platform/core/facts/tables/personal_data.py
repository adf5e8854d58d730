"""Personal data by its shape. Cells are counted, and leave this file in no other form.

What is only digits is told by its check digits, and only where nearly the whole column has them.
"""

import re

import polars as pl

from mlops_platform.core.dataset_profile import PersonalData
from mlops_platform.core.private_shapes import E_MAIL

SHAPES = {
    "e-mail addresses": E_MAIL,
    "phone numbers": (
        r"^(?:\+\d{1,3}[ .-]?(?:\(\d{1,5}\)[ .-]?)?\d{2,5}(?:[ .-]?\d{2,5}){1,4}"
        r"|\(\d{3}\) ?\d{3}[ .-]\d{4}|\d{3}-\d{3}-\d{4})$"
    ),
    "social security numbers": r"^(?:00[1-9]|0[1-9]\d|[1-8]\d\d)-\d{2}-\d{4}$",
    "IP addresses": (r"^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$"),
}
_IBAN = r"^[A-Z]{2}\d{2} ?[A-Z0-9]{4}[A-Z0-9 ]{7,32}$"
_CARD = r"^[3-6]\d{3}[ -]?\d{4,6}[ -]?\d{4,5}[ -]?\d{0,4}$"
_CARD_LENGTHS = range(14, 17)
_CHECKED = 10_000
"""Candidates whose check digits are computed."""

_NEARLY_ALL = 0.9
"""One number in ten passes the check of a card by chance, nine in ten do not."""

_NAMED = re.compile(
    r"(?:^|_)(?:first_?name|last_?name|sur_?name|full_?name|maiden_?name|e_?mail|e_?mail_?address"
    r"|phone|phone_?number|mobile_?number|street_?address|home_?address|date_?of_?birth|birth_?date"
    r"|dob|ssn|social_?security(?:_?number)?|passport(?:_?number)?|credit_?card(?:_?number)?"
    r"|iban|ip_?address)$"
)


def is_named_personal(name: str) -> bool:
    """Tell whether a column's name says that it holds personal data."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name[:200])
    return bool(_NAMED.search(re.sub(r"[^a-z0-9]+", "_", words.lower()).strip("_")))


def find_personal_data(
    cells: pl.Series, numbers: pl.Series | None = None
) -> tuple[PersonalData, ...]:
    """Count the cells of a text column that look like each sort of personal data.

    `numbers` are the same cells read as numbers, null where they are none: no number has a shape.
    """
    known = cells.drop_nulls()
    words = known if numbers is None else cells.filter(numbers.is_null()).drop_nulls()
    counted = words.alias("word").value_counts(name="cells")
    counts = {
        sort: int(counted["cells"].filter(counted["word"].str.contains(shape)).sum())
        for sort, shape in SHAPES.items()
    }
    counts["IBANs"] = _ibans(words)
    counts["credit card numbers"] = _cards(known)
    return tuple(PersonalData(sort=sort, cells=counts[sort]) for sort in counts if counts[sort])


def _ibans(known: pl.Series) -> int:
    return sum(map(_is_iban, known.filter(known.str.contains(_IBAN)).head(_CHECKED)))


def _is_iban(cell: str) -> bool:
    text = cell.replace(" ", "")
    digits = "".join(str(int(sign, 36)) for sign in text[4:] + text[:4])
    return int(digits) % 97 == 1


def _cards(known: pl.Series) -> int:
    longest = known.str.len_bytes().max()
    if not isinstance(longest, int) or longest < min(_CARD_LENGTHS):
        return 0
    candidates = known.filter(known.str.contains(_CARD)).head(_CHECKED)
    passed = sum(map(_is_card, candidates))
    is_column_of_cards = passed >= _NEARLY_ALL * min(known.len(), _CHECKED)
    return passed if is_column_of_cards else 0


def _is_card(cell: str) -> bool:
    digits = [int(sign) for sign in cell if sign.isdigit()]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[-2::-2]]
    return len(digits) in _CARD_LENGTHS and (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
