"""What a scan of a pickle says of its file: a model or not, and what is dangerous in it."""

from mlops_platform.core.contents.content import Content, Kind
from mlops_platform.core.contents.learned import (
    class_note,
    is_only_data,
    models_among,
    preparation_among,
)
from mlops_platform.core.contents.pickle_scan import PickleScan, scan_pickle

MOST_NAMED = 5


def pickle_kind(name: str, content: Content, data: bytes) -> Kind:
    """Return the kind of a file whose bytes, or a part of them, are a pickle."""
    return kind_of_scan(name, content, scan_pickle(data, content.budget))


def kind_of_scan(name: str, content: Content, scan: PickleScan) -> Kind:
    """Return the kind of a file by what its pickle names."""
    models = models_among(scan.globals)
    says_model = content.says_model and not is_only_data(scan.globals)
    notes = []
    if scan.dangerous:
        notes.append(f"names what can do harm when it is loaded: {_listed(scan.dangerous)}")
    if models or preparation_among(scan.globals):
        notes.append(class_note(models or preparation_among(scan.globals)))
    if not scan.is_whole:
        notes.append("not all of it could be scanned")
    return Kind(name, bool(models) or says_model, "; ".join(note for note in notes if note))


def _listed(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return ", ".join(names[:MOST_NAMED]) + more
