"""Whether a file's top level works (reads, trains, prints) or only defines and imports."""

import ast

from mlops_platform.core.facts.guards import is_main
from mlops_platform.core.facts.names import Names
from mlops_platform.core.facts.resolution import BUILTINS, called

_DEFINING = (
    ast.Import,
    ast.ImportFrom,
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.AnnAssign,
    ast.AugAssign,
    ast.Pass,
    ast.Global,
    ast.Delete,
    ast.Assert,
    ast.Raise,
)
# Calls that set the process up or make a constant; they are no work of their own.
_SETTING_UP = (
    "os.path.",
    "os.environ.",
    "os.getenv",
    "os.makedirs",
    "os.getcwd",
    "os.chdir",
    "pathlib.",
    "logging.",
    "warnings.",
    "sys.path.",
    "sys.setrecursionlimit",
    "re.compile",
    "collections.namedtuple",
    "functools.",
    "typing.",
    "dotenv.",
    "matplotlib.use",
    "matplotlib.rcParams.",
    "seaborn.set",
    "pandas.set_option",
    "pandas.options.",
    "numpy.set_printoptions",
    "torch.device",
    "torch.cuda.is_available",
    "pytest.",
    "sqlalchemy.",
    "importlib.",
    "gettext.",
    "celery.",
    "absl.flags.",
)
_LOUD = frozenset({"print", "exec", "eval", "open", "input", "__import__"})


def works_at_import(names: Names, body: list[ast.stmt]) -> bool:
    """Tell whether running these top-level statements does more than define and import."""
    return any(_works(names, statement) for statement in body)


def _works(names: Names, statement: ast.stmt) -> bool:
    if isinstance(statement, _DEFINING):
        return False
    if isinstance(statement, ast.If):
        ways = [*statement.body, *statement.orelse]
        return not is_main(statement.test) and works_at_import(names, ways)
    if isinstance(statement, ast.Try | ast.TryStar):
        return works_at_import(names, [*statement.body, *statement.orelse])
    if isinstance(statement, ast.Expr | ast.Assign):
        return _calls_to_work(names, statement.value)
    return True


def _calls_to_work(names: Names, expression: ast.expr) -> bool:
    if not isinstance(expression, ast.Call):
        return False
    name = called(names, expression.func)
    if name in BUILTINS:
        return name in _LOUD
    return not (name.startswith(_SETTING_UP) or names.is_class(name or "."))
