"""What an explanation answers: the cause, and what the author of the repository can do."""

from typing import NamedTuple

from mlops_platform.core.causes import Cause


class Explained(NamedTuple):
    """`because` and `next_action` are sentences."""

    cause: Cause
    because: str
    next_action: str
