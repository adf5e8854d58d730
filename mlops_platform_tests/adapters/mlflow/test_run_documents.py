from pathlib import Path

import pytest
from mlflow.entities import FileInfo

from mlops_platform.adapters.mlflow.run_documents import MOST_BYTES, read_document


class Shelf:
    """The part of MLflow's client that is asked, over one file."""

    def __init__(self, content=b"text", size=None):
        self.content, self.size = content, len(content) if size is None else size

    def list_artifacts(self, _run, folder):
        return [FileInfo(f"{folder}/a.json", is_dir=False, file_size=self.size)]

    def download_artifacts(self, _run, name, place):
        path = Path(place, Path(name).name)
        path.write_bytes(self.content)
        return str(path)


def test_a_text_is_read():
    assert read_document(Shelf(), "1", "texts/a.json") == "text"


def test_what_is_not_listed_is_not_asked_for():
    assert read_document(Shelf(), "1", "texts/b.json") is None


@pytest.mark.parametrize("size", [MOST_BYTES + 1])
def test_what_is_too_large_is_not_asked_for(size):
    assert read_document(Shelf(size=size), "1", "texts/a.json") is None


def test_bytes_that_are_no_text_are_read_as_well_as_they_can_be():
    assert read_document(Shelf(b"\xff{"), "1", "texts/a.json") == "\ufffd{"
