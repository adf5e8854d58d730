"""The part that a file plays, told from its place, its neighbours and its name.

Precision first: `test.py` beside `train.py` evaluates a model and `data/test/` holds a split, so a
name with "test" in it is not enough. Where only the content can tell, `needs_a_look` says so.
"""

import re
from collections.abc import Collection
from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """The part that a file plays. Vendored and generated files are never the project's own work."""

    SOURCE = "source"
    TEST = "test"
    DOCS = "docs"
    EXAMPLE = "example"
    VENDORED = "vendored"
    GENERATED = "generated"


class Folder(NamedTuple):
    """One folder: its path ("" for the root), its role, and what its neighbours tell of it.

    `is_data`: it holds data or lies in such a folder. `is_environment`: it is the top of a
    committed virtual environment.
    """

    path: str
    role: Role
    is_data: bool = False
    is_environment: bool = False


ROOT = Folder(path="", role=Role.SOURCE)
FOREIGN = (Role.VENDORED, Role.GENERATED)
_VENDORED_FOLDERS = frozenset(
    "site-packages dist-packages node_modules bower_components jspm_packages third_party "
    "third-party thirdparty 3rdparty vendor vendors vendored _vendor _vendored .eggs".split()
)
_GENERATED_FOLDERS = frozenset(
    "__pycache__ .ipynb_checkpoints .mypy_cache .pytest_cache .ruff_cache .hypothesis .tox .nox "
    "htmlcov mlruns mlartifacts lightning_logs tb_logs catboost_info __macosx .terraform "
    "_build .jupyter_cache .virtual_documents .gradio spark-warehouse".split()
)
_DATA_FOLDERS = frozenset(
    "data dataset datasets input inputs images imgs raw processed interim corpus corpora".split()
)
_DOCS_FOLDERS = frozenset("doc docs documentation website".split())
_EXAMPLE_FOLDERS = frozenset("example examples sample samples tutorial tutorials demos".split())
_TEST_FOLDERS = frozenset("tests __tests__ unit_tests unittests integration_tests e2e".split())
_ENVIRONMENT_NAME = re.compile(r"\.?(virtual|v|my|conda|py)?[-_]?env[-_\d.]*", re.ASCII)
_BUILT = re.compile(
    r"lib|lib\..*|bdist\..*|temp\..*|html|doctrees|static|index\.html|asset-manifest\.json"
    r"|cmakecache\.txt|cmakefiles|.*\.(whl|egg|tar\.gz|js|mjs|css)",
    re.ASCII,
)
_SITE_MARKS = frozenset([".buildinfo", ".doctrees", "objects.inv"])
_SITE_FOLDERS = frozenset({"site", "_site"})
_SITE_PAGES = frozenset({"404.html", "index.html", "sitemap.xml"})
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}.*", re.ASCII)
_TRACKED_RUN = re.compile(r"(offline-)?run-.*|latest-run|debug(-internal)?\.log", re.ASCII)
_TEST_NAME = re.compile(
    r"test[-_].+\.py|.+[-_]tests?\.py|tests?\.py|.+\.(test|spec)\.[cm]?[jt]sx?|.+_test\.(go|cc|cpp)",
    re.ASCII,
)
_UNIT_FOLDERS = frozenset("unit integration e2e functional".split())
_GENERATED_FILE = re.compile(
    r".*\.py[co]|\.ds_store|thumbs\.db|desktop\.ini|events\.out\.tfevents\..*|.*_pb2(_grpc)?\.pyi?"
    r"|\.coverage|coverage\.xml|.*\.egg-link",
    re.ASCII,
)
_VENDORED_FILE = re.compile(r".*\.min\.(js|css)(\.map)?|.*\.bundle\.js|jquery[-.\d]*\.js", re.ASCII)
_DOCS_FILE = re.compile(r".*\.(md|rst|adoc|mdx)", re.ASCII)
_IMPORTS_A_TESTER = re.compile(
    rb"^[ \t]*(import|from)[ \t]+(pytest|unittest|hypothesis|absl\.testing|nose)\b", re.MULTILINE
)
_DEFINES_A_TEST = re.compile(rb"^[ \t]*(async )?def test_|^class Test", re.MULTILINE)
_ASSERTS = re.compile(rb"^[ \t]+assert\b", re.MULTILINE)


def folder_in(parent: Folder, name: str, names: Collection[str]) -> Folder:
    """Tell the folder `name` ("" for the root) in `parent` by the names of what it holds."""
    lower, below = name.lower(), {each.lower() for each in names}
    is_foreign = parent.role in FOREIGN or not name
    return Folder(
        path=join(parent.path, name),
        role=parent.role if is_foreign else _folder_role(parent, lower, below),
        is_data=parent.is_data or lower in _DATA_FOLDERS,
        is_environment="pyvenv.cfg" in below,
    )


def join(folder: str, name: str) -> str:
    """Return the path of `name` in `folder`, which is "" for the root."""
    return f"{folder}/{name}" if folder and name else folder or name


def file_role(folder: Folder, name: str) -> Role:
    """Tell the role of a file by its name; where `needs_a_look`, test is only a guess."""
    lower = name.lower()
    if folder.role in FOREIGN:
        return folder.role
    if _VENDORED_FILE.fullmatch(lower):
        return Role.VENDORED
    if _GENERATED_FILE.fullmatch(lower):
        return Role.GENERATED
    if lower == "conftest.py" or _TEST_NAME.fullmatch(lower):
        return Role.TEST
    if folder.role is Role.SOURCE and _DOCS_FILE.fullmatch(lower):
        return Role.DOCS
    return folder.role


def needs_a_look(folder: Folder, name: str) -> bool:
    """Tell whether only the content can say if this Python file is a test."""
    lower = name.lower()
    is_named = lower.endswith(".py") and bool(_TEST_NAME.fullmatch(lower))
    return is_named and folder.role not in (*FOREIGN, Role.TEST)


def holds_tests(name: str, content: bytes) -> bool:
    """Tell whether a Python file that is named like a test holds tests."""
    if _IMPORTS_A_TESTER.search(content):
        return True
    if name.lower() in ("test.py", "tests.py"):
        return False
    return bool(_DEFINES_A_TEST.search(content) and _ASSERTS.search(content))


def _folder_role(parent: Folder, name: str, names: set[str]) -> Role:
    if _is_vendored(parent, name, names):
        return Role.VENDORED
    if _is_generated(name, names):
        return Role.GENERATED
    if parent.role is Role.TEST or _is_test_folder(parent, name, names):
        return Role.TEST
    if name in _DOCS_FOLDERS and not parent.is_data:
        return Role.DOCS
    if name in _EXAMPLE_FOLDERS and not parent.is_data:
        return Role.EXAMPLE
    return parent.role


def _is_vendored(parent: Folder, name: str, names: set[str]) -> bool:
    if name in _VENDORED_FOLDERS:
        return not parent.is_data
    if "pyvenv.cfg" in names or "conda-meta" in names or name.endswith(".egg"):
        return True
    # An environment made in the root itself must not make the whole project vendored.
    if parent.is_environment:
        return name in ("lib", "lib64", "include", "share") or any(
            each.startswith("activate") for each in names
        )
    is_installed = bool(names & {"bin", "scripts"}) and bool(names & {"lib", "lib64"})
    return is_installed and bool(_ENVIRONMENT_NAME.fullmatch(name))


def _is_generated(name: str, names: set[str]) -> bool:
    if name in _GENERATED_FOLDERS or name.endswith((".egg-info", ".dist-info")):
        return True
    if name in ("build", "dist"):
        return any(_BUILT.fullmatch(each) for each in names)
    if name == "wandb":
        return any(_TRACKED_RUN.fullmatch(each) for each in names)
    if name in ("outputs", "multirun"):
        return any(_DATED.fullmatch(each) for each in names)
    if name in _SITE_FOLDERS and names >= _SITE_PAGES:
        return True
    return bool(names & _SITE_MARKS)


def _is_test_folder(parent: Folder, name: str, names: set[str]) -> bool:
    if parent.is_data:
        return False
    if name in _TEST_FOLDERS:
        return True
    has_tests = any(each == "conftest.py" or _TEST_NAME.fullmatch(each) for each in names)
    return name == "test" and (has_tests or bool(names & _UNIT_FOLDERS))
