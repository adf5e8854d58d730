"""Columns that the code calls its target: `y = data["price"]`, `TARGET = "price"`."""

import re
from collections.abc import Iterable

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.facts.repository import RepositoryFacts, Role
from mlops_platform.core.facts.text.texts import read_text

MOST_FILES = 500
# In a notebook the quotes stand escaped inside JSON.
_COLUMN = r"""\\?["']([^"'\\\n]{1,80})\\?["']"""
_TAKEN = re.compile(
    r"\b(?:y|y_\w{1,20}|targets?|labels?)\s*=\s*[\w.]{1,60}(?:\[|\.pop\()\s*"
    + _COLUMN
    + r"\s*[\])]",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:target|label)(?:_?(?:col|column|column_name|col_name|name|feature|variable))?\s*[=:]\s*"
    + _COLUMN,
    re.IGNORECASE,
)


def find_target_columns(checkout: Checkout, repository: RepositoryFacts) -> frozenset[str]:
    """Return every text that the code uses as the name of its target; few are columns."""
    own = [
        file.path
        for file in repository.files
        if file.role is Role.SOURCE and file.path.endswith((".py", ".ipynb", ".yaml", ".yml"))
    ]
    return frozenset(_columns(read_text(checkout, path) for path in own[:MOST_FILES]))


def _columns(texts: Iterable[str | UnreadFile]) -> Iterable[str]:
    for text in texts:
        if not isinstance(text, UnreadFile):
            yield from _TAKEN.findall(text)
            yield from _NAMED.findall(text)
