"""The names of data files that stand in code as text."""

import re
from collections.abc import Iterable

from mlops_platform.core.facts.source_code import SourceFile

_DATA_FILE = re.compile(
    r"[\w. -]+\.(?:csv|tsv|parquet|feather|pkl|pickle|npy|npz|pt|bin|h5|json|jsonl|txt|arrow|xlsx?"
    r"|data)"
)


def data_files_named(files: Iterable[SourceFile]) -> frozenset[str]:
    """Return the names, without their folders."""
    texts = [text for file in files for text, _ in file.strings]
    texts += [call.text for file in files for call in file.calls if call.text]
    names = {text.replace("\\", "/").rpartition("/")[2] for text in texts}
    return frozenset(name for name in names if _DATA_FILE.fullmatch(name))
