"""The question of an asset as a system message: the rules of answering, then its own prompt."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
RULES = "rules_of_answering"


@cache
def system_text(asset: str) -> str:
    """Return what is said to a model before it sees any evidence."""
    parts = ((_FOLDER / f"{name}.md").read_text("utf-8").strip() for name in (RULES, asset))
    return "\n\n".join(parts) + "\n"
