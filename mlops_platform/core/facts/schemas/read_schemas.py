"""Every schema that the repository declares for one of its own tables.

Files are parsed only where a word of a schema stands in them. Nothing is run or imported.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.facts.notebook.notebook_code import parse_module
from mlops_platform.core.facts.notebook.notebook_documents import NotANotebookError
from mlops_platform.core.facts.notebooks import NOTEBOOK_BYTES
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.python.syntax import UnparsableError, parse, quiet_parsing
from mlops_platform.core.facts.repository import RepositoryFacts, Role
from mlops_platform.core.facts.schemas import data_package
from mlops_platform.core.facts.schemas.declared_schema import DeclaredSchema
from mlops_platform.core.facts.schemas.great_expectations import expected_schemas, suite_schemas
from mlops_platform.core.facts.schemas.pandera import pandera_schemas
from mlops_platform.core.facts.schemas.read_arguments import read_argument_schemas
from mlops_platform.core.facts.text.documents import Value, read_json
from mlops_platform.core.facts.text.texts import TEXT_BYTES, read_bytes
from mlops_platform.core.facts.text.yaml_documents import read_yaml_documents

WORDS = (b"usecols", b"dtype", b"parse_dates", b"pandera", b".validate(", b"expect_column")
READS = (b"read_csv", b"read_table", b"read_parquet", b"read_excel")
MOST_LOOKED_AT = 3000
MOST_FILES = 300
MOST_SCHEMAS = 100
SUITES = ("expectations", "great_expectations", "gx")
"""Folders of which one holds every suite."""


def read_schemas(
    checkout: Checkout, repository: RepositoryFacts, tables: Collection[str]
) -> tuple[DeclaredSchema, ...]:
    """Return the schemas of these tables, by place; at most 100."""
    own = [file.path for file in repository.files if file.role is Role.SOURCE]
    programs = [path for path in own if path.endswith((".py", ".ipynb"))][:MOST_LOOKED_AT]
    with quiet_parsing():
        likely = (_code(checkout, path) for path in programs)
        codes = list(islice((code for code in likely if code is not None), MOST_FILES))
        found = [*_documents(checkout, own, tables), *pandera_schemas(codes, tables)]
        for code in codes:
            found += (*read_argument_schemas(code, tables), *expected_schemas(code, tables))
    return tuple(sorted(found, key=_place)[:MOST_SCHEMAS])


def _documents(
    checkout: Checkout, paths: Iterable[str], tables: Collection[str]
) -> Iterator[DeclaredSchema]:
    for path in paths:
        *folders, name = path.split("/")
        is_package = name in data_package.NAMES
        if not is_package and not (name.endswith(".json") and set(SUITES) & set(folders)):
            continue
        read = data_package.data_package_schemas if is_package else suite_schemas
        yield from read(path, _value(checkout, path), tables)


def _value(checkout: Checkout, path: str) -> Value:
    """Return what a document holds, None where it cannot be read."""
    if path.endswith(".json"):
        document = read_json(checkout, path)
        return None if isinstance(document, UnreadFile) else document.value
    documents = read_yaml_documents(checkout, path)
    return None if isinstance(documents, UnreadFile) else documents[0].value


def _code(checkout: Checkout, path: str) -> Code | None:
    """Parse a file that may hold a schema; one that is no Python tells nothing here."""
    content = read_bytes(checkout, path, NOTEBOOK_BYTES if path.endswith(".ipynb") else TEXT_BYTES)
    if isinstance(content, UnreadFile) or not _may_hold_one(content):
        return None
    try:
        return _parsed(path, content)
    except (UnparsableError, NotANotebookError, RecursionError, MemoryError):
        return None


def _may_hold_one(content: bytes) -> bool:
    reads = b"pandera" in content or any(word in content for word in READS)
    return reads and any(word in content for word in WORDS)


def _parsed(path: str, content: bytes) -> Code | None:
    if path.endswith(".py"):
        return Code(path, parse(content), content)
    found = parse_module(content)
    if found is None:
        return None
    return Code(path, found.tree, found.code.encode("utf-8", "replace"), cells=found.cells)


def _place(schema: DeclaredSchema) -> tuple[str, int, int, str]:
    place = schema.place
    return place.path or "", place.cell or 0, place.line or 0, schema.table
