"""The words of a file's import lines, found without parsing it: who may import whom."""

import re

_IMPORT_LINE = re.compile(rb"^[ \t]*(?:from|import)[ \t]+([^\n#]{1,300})", re.MULTILINE)
_NOTEBOOK_LINE = re.compile(rb'(?:"|\\n)[ \t]*(?:from|import)[ \t]+([^"\\\n#]{1,300})')
_WORD = re.compile(rb"\w+")


def imported_words(content: bytes) -> frozenset[bytes]:
    """Return every word that stands in an import line; of a name over many lines the first few."""
    return frozenset(_WORD.findall(b" ".join(_IMPORT_LINE.findall(content))))


def words_imported_by_notebook(content: bytes) -> frozenset[bytes]:
    """Return every word that stands in an import line of a notebook's cells."""
    return frozenset(_WORD.findall(b" ".join(_NOTEBOOK_LINE.findall(content))))


def module_word(path: str) -> bytes:
    """Return the last word by which an import names a file."""
    folder, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0]
    return (folder.rpartition("/")[2] if stem == "__init__" else stem).encode()
