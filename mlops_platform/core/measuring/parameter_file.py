"""A YAML file in which a tracker keeps the parameters of its run."""

from collections.abc import Iterator

from mlops_platform.core.checkout import UnreadFile
from mlops_platform.core.facts.text.yaml_documents import parse_yaml
from mlops_platform.core.measuring.measurement import Found, Parameter, Unread

LONGEST_VALUE = 500


def parameters_of_file(path: str, text: str) -> Iterator[Found]:
    """Yield the plain values at the top of each document."""
    documents = parse_yaml(path, text)
    if isinstance(documents, UnreadFile):
        yield Unread(f"{path}: {documents.reason}")
        return
    for document in documents:
        for name, value in (document.value if isinstance(document.value, dict) else {}).items():
            if isinstance(value, str | int | float):
                yield Parameter(name, str(value)[:LONGEST_VALUE])
