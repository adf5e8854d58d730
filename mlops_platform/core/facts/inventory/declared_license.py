"""The licence that a root manifest declares, for repositories without a licence file."""

import ast
import configparser
from typing import NamedTuple

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.facts.inventory.licenses import spoken
from mlops_platform.core.facts.text.documents import list_at, read_json, read_toml, text_at
from mlops_platform.core.facts.text.texts import line_of, read_text


class DeclaredLicense(NamedTuple):
    """A licence as an SPDX name, and where it is declared."""

    spdx: str
    path: str
    line: int


def read_declared_license(checkout: Checkout, paths: frozenset[str]) -> DeclaredLicense | None:
    """Read the licence out of the first root manifest that names a known one."""
    readers = {
        "pyproject.toml": _of_pyproject,
        "setup.cfg": _of_setup_cfg,
        "setup.py": _of_setup_py,
        "package.json": _of_package_json,
    }
    for path, read in readers.items():
        if path in paths:
            for words, text in read(checkout, path):
                spdx = spoken(words)
                if spdx:
                    return DeclaredLicense(spdx, path, line_of(text, words) or 1)
    return None


Spoken = list[tuple[str, str]]


def _of_pyproject(checkout: Checkout, path: str) -> Spoken:
    document = read_toml(checkout, path)
    if isinstance(document, UnreadFile):
        return []
    value = document.value
    words = [
        text_at(value, "project", "license"),
        text_at(value, "project", "license", "text"),
        text_at(value, "tool", "poetry", "license"),
        *(each for each in list_at(value, "project", "classifiers") if _is_classifier(each)),
    ]
    return [(str(each), document.text) for each in words if each]


def _of_package_json(checkout: Checkout, path: str) -> Spoken:
    document = read_json(checkout, path)
    if isinstance(document, UnreadFile):
        return []
    return [(text_at(document.value, "license"), document.text)]


def _of_setup_cfg(checkout: Checkout, path: str) -> Spoken:
    text = read_text(checkout, path)
    if isinstance(text, UnreadFile):
        return []
    parser = configparser.RawConfigParser(strict=False)
    try:
        parser.read_string(text)
    except configparser.Error:
        return []
    classifiers = parser.get("metadata", "classifiers", fallback="").split("\n")
    words = [parser.get("metadata", "license", fallback=""), *filter(_is_classifier, classifiers)]
    return [(each.strip(), text) for each in words if each.strip()]


def _of_setup_py(checkout: Checkout, path: str) -> Spoken:
    text = read_text(checkout, path)
    if isinstance(text, UnreadFile):
        return []
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    words = [
        keyword.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg == "license"
        for keyword in [node]
        if isinstance(keyword.value, ast.Constant) and isinstance(keyword.value.value, str)
    ]
    return [(each, text) for each in words]


def _is_classifier(value: object) -> bool:
    return isinstance(value, str) and value.startswith("License :: OSI Approved :: ")
