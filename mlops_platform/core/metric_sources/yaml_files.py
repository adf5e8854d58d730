"""YAML files of metrics, as DVC and others write them."""

from collections.abc import Iterator

from mlops_platform.core.checkout import UnreadFile
from mlops_platform.core.facts.text.yaml_documents import parse_yaml
from mlops_platform.core.measuring.measurement import Found, Unread
from mlops_platform.core.measuring.metric_file import measurements_of_file
from mlops_platform.core.measuring.run_files import SAYS_SETTINGS, RunFiles

LARGEST = 1 << 20


def read_files(files: RunFiles) -> Iterator[Found]:
    """Yield what each YAML file states."""
    for output in files.with_suffix(".yaml", ".yml"):
        if SAYS_SETTINGS.search(output.path):
            continue
        text = files.text(output, LARGEST)
        if isinstance(text, Unread):
            yield text
            continue
        documents = parse_yaml(output.path, text)
        if isinstance(documents, UnreadFile):
            yield Unread(f"{documents.path}: {documents.reason}")
            continue
        for document in documents:
            yield from measurements_of_file(output.path, document.value)
