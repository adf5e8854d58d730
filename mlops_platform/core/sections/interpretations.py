"""What interpretations stores: what a language model says of each section, or why it is silent."""

from typing import Literal

from mlops_platform.core.checkout import Revision
from mlops_platform.core.evidence import Frozen
from mlops_platform.core.language_model import Words


class Interpretations(Frozen):
    """Words on every section and, as `readiness_report`, on the whole.

    `language_model` is provider and model, empty where none is configured. `judged` is the SHA-256
    of what the words were made of: they stand beside that report, and beside no other.
    """

    asset: Literal["interpretations"] = "interpretations"
    revision: Revision
    judged: str
    language_model: str = ""
    words: tuple[Words, ...] = ()
