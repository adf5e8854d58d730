import pytest

from mlops_platform.core.facts.python.import_lines import (
    imported_words,
    module_word,
    words_imported_by_notebook,
)


def test_words_of_import_lines_are_found_and_no_others():
    source = b"""import os, train as t
from src.models.net import (Net,
x = imported_from
if x:
    from evaluate import score  # of models_old
"""
    words = imported_words(source)
    assert {b"os", b"train", b"src", b"models", b"net", b"Net", b"evaluate", b"score"} <= words
    assert not words & {b"x", b"imported_from", b"models_old"}


@pytest.mark.parametrize(
    "source",
    [
        b'{"source": [\n  "from src.net import Net\\n",\n  "import os"\n]}',
        b'{"source":"x = 1\\nfrom src.net import Net\\nimport os"}',
    ],
)
def test_words_of_a_notebooks_import_lines_are_found(source):
    words = words_imported_by_notebook(source)
    assert {b"src", b"net", b"Net", b"os"} <= words
    assert not words & {b"x", b"source"}


@pytest.mark.parametrize(
    ("path", "word"),
    [("train.py", b"train"), ("src/models/net.py", b"net"), ("src/models/__init__.py", b"models")],
)
def test_a_file_is_named_by_its_last_word(path, word):
    assert module_word(path) == word
