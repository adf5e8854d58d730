"""Which files a script writes, where the code states their whole path.

Only paths that follow from literals are known: strings, names that are assigned one once at the top
of the file, `os.path.join`, `Path(…) / …` and f-strings of those. Anything else is left out.
"""

import ast
import posixpath
from collections.abc import Iterable, Iterator, Mapping

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.inventory.roles import Role
from mlops_platform.core.facts.python.syntax import UnparsableError, parse, quiet_parsing
from mlops_platform.core.facts.repository import RepositoryFacts
from mlops_platform.core.facts.text.texts import read_bytes
from mlops_platform.core.failures.repair_facts import WrittenFile

MOST_SCRIPTS = 200
MOST_FOUND = 500

_METHODS = frozenset(
    "to_csv to_parquet to_pickle to_json to_excel to_feather to_hdf write_csv write_parquet"
    " write_text write_bytes tofile savetxt urlretrieve".split()
)
_AT = {
    "numpy.save": 0, "np.save": 0, "numpy.savez": 0, "np.savez": 0, "np.savetxt": 0,
    "numpy.savez_compressed": 0, "np.savez_compressed": 0,
    "joblib.dump": 1, "torch.save": 1, "dump": 1,
    "urllib.request.urlretrieve": 1, "urlretrieve": 1,
}  # fmt: skip
"""Functions that write, with the position of the path."""

_FETCHING = frozenset(
    "requests urllib urllib3 httpx kaggle kagglehub gdown wget boto3 ftplib openml"
    " ucimlrepo".split()
)


def read_written_files(checkout: Checkout, repository: RepositoryFacts) -> tuple[WrittenFile, ...]:
    """Return what the repository's own programs write; those that fetch from outside are left out.

    A path is taken to be relative to the root, from which a script is started.
    """
    own = [
        file.path
        for file in repository.files
        if file.path.endswith(".py") and file.role in (Role.SOURCE, Role.EXAMPLE)
    ]
    found: list[WrittenFile] = []
    with quiet_parsing():
        for path in own[:MOST_SCRIPTS]:
            found += _of_script(checkout, path)
    return tuple(found[:MOST_FOUND])


def _of_script(checkout: Checkout, path: str) -> list[WrittenFile]:
    source = read_bytes(checkout, path)
    if isinstance(source, UnreadFile):
        return []
    try:
        tree = parse(source)
        if not _is_program(tree) or _fetches(tree):
            return []
        return list(_written(tree, path))
    except (UnparsableError, RecursionError, MemoryError):
        return []


def _is_program(tree: ast.Module) -> bool:
    """Tell whether a file does something when it is started."""
    work = (ast.Expr, ast.If, ast.For, ast.With, ast.While, ast.Try)
    return any(
        isinstance(node, work) and not (isinstance(node, ast.Expr) and _is_text(node.value))
        for node in tree.body
    )


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant)


def _fetches(tree: ast.Module) -> bool:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return bool(names & _FETCHING)


def _written(tree: ast.Module, script: str) -> Iterator[WrittenFile]:
    constants = _constants(tree.body)
    for node in ast.walk(tree):
        target = _target(node) if isinstance(node, ast.Call) else None
        value = _value(target, constants) if target is not None else None
        if value is None or not isinstance(node, ast.Call):
            continue
        path = posixpath.normpath(value)
        if value and not path.startswith(("/", "..", "~")) and path != ".":
            yield WrittenFile(
                path=path, script=script, evidence=Evidence(path=script, line=node.lineno)
            )


def _target(call: ast.Call) -> ast.expr | None:
    """Return the expression of the path that a call writes to, None for other calls."""
    name = _dotted(call.func)
    if name == "open":
        mode = call.args[1] if len(call.args) > 1 else _keyword(call, "mode")
        is_writing = isinstance(mode, ast.Constant) and str(mode.value)[:1] in ("w", "x", "a")
        return call.args[0] if is_writing and call.args else None
    if name in _AT:
        return call.args[_AT[name]] if len(call.args) > _AT[name] else None
    last = name.rpartition(".")[2]
    if last in ("write_text", "write_bytes") and isinstance(call.func, ast.Attribute):
        return call.func.value
    if last in _METHODS and isinstance(call.func, ast.Attribute):
        keyword = _keyword(call, "path_or_buf") or _keyword(call, "path")
        return call.args[0] if call.args else keyword
    return None


def _keyword(call: ast.Call, name: str) -> ast.expr | None:
    return next((each.value for each in call.keywords if each.arg == name), None)


def _constants(body: Iterable[ast.stmt]) -> dict[str, str]:
    """Names that stand for one text; a name that is assigned twice stands for none."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for node in body:
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target = node.targets[0]
            if isinstance(target, ast.Name):
                value = _value(node.value, found)
                if value is None or target.id in found:
                    twice.add(target.id)
                else:
                    found[target.id] = value
    return {name: value for name, value in found.items() if name not in twice}


def _value(node: ast.expr, names: Mapping[str, str]) -> str | None:
    """Return the text of an expression that is made of literals and known names."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.BinOp):
        return _of_operation(node, names)
    if isinstance(node, ast.JoinedStr):
        parts = [_value(_inner(part), names) for part in node.values]
        return None if None in parts else "".join(part or "" for part in parts)
    if isinstance(node, ast.Call) and not node.keywords:
        return _of_call(node, names)
    return None


def _of_operation(node: ast.BinOp, names: Mapping[str, str]) -> str | None:
    left, right = _value(node.left, names), _value(node.right, names)
    if left is None or right is None or not isinstance(node.op, ast.Div | ast.Add):
        return None
    return f"{left}/{right}" if isinstance(node.op, ast.Div) else left + right


def _inner(part: ast.expr) -> ast.expr:
    """Return what stands between the braces of an f-string."""
    return part.value if isinstance(part, ast.FormattedValue) else part


def _of_call(node: ast.Call, names: Mapping[str, str]) -> str | None:
    parts = [_value(each, names) for each in node.args]
    if not parts or None in parts:
        return None
    known = [part or "" for part in parts]
    if _dotted(node.func) in ("os.path.join", "Path", "pathlib.Path", "join", "path.join"):
        return posixpath.join(*known)
    return known[0] if _dotted(node.func) == "str" else None


def _dotted(node: ast.expr) -> str:
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    if isinstance(node, ast.Name):
        names.append(node.id)
    return ".".join(reversed(names))
