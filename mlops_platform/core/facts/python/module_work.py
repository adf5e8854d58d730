"""Whether a file's top level works (reads, trains, prints) or only defines and imports."""

import ast

from mlops_platform.core.facts.python.guards import is_main
from mlops_platform.core.facts.python.names import Names
from mlops_platform.core.facts.python.resolution import BUILTINS, called

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
    stack: list[ast.stmt] = list(body)
    while stack:
        statement = stack.pop()
        if isinstance(statement, ast.If | ast.Try | ast.TryStar):
            if not (isinstance(statement, ast.If) and is_main(statement.test)):
                stack += (*statement.body, *statement.orelse)
        elif isinstance(statement, ast.Expr | ast.Assign):
            if _calls_to_work(names, statement.value):
                return True
        elif not isinstance(statement, _DEFINING):
            return True
    return False


def _calls_to_work(names: Names, expression: ast.expr) -> bool:
    if not isinstance(expression, ast.Call):
        return False
    name = called(names, expression.func)
    if name in BUILTINS:
        return name in _LOUD
    return not (name.startswith(_SETTING_UP) or names.is_class(name or "."))
