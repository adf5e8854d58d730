"""Conditions that change what a statement means: main guards, import guards, early exits."""

import ast

from mlops_platform.core.facts.python.names import Names
from mlops_platform.core.facts.python.resolution import called, dotted

EXITS = frozenset({"sys.exit", "exit", "quit", "os._exit", "os.abort"})
_MISSING_MODULE = frozenset({"ImportError", "ModuleNotFoundError", "Exception", "BaseException"})
_MISSING_ITEM = frozenset({"IndexError", "KeyError", "LookupError", "Exception", "BaseException"})


def is_main(test: ast.expr) -> bool:
    """Tell whether a condition is `__name__ == "__main__"`, either way round."""
    if not isinstance(test, ast.Compare) or len(test.comparators) != 1:
        return False
    if not isinstance(test.ops[0], ast.Eq):
        return False
    sides = (test.left, test.comparators[0])
    names = {side.id for side in sides if isinstance(side, ast.Name)}
    texts = {side.value for side in sides if isinstance(side, ast.Constant)}
    return names == {"__name__"} and texts == {"__main__"}


def is_type_checking(names: Names, test: ast.expr) -> bool:
    """Tell whether a condition is `TYPE_CHECKING`."""
    return dotted(names, test) in {"typing.TYPE_CHECKING", "TYPE_CHECKING"}


def survives_missing_module(statement: ast.Try | ast.TryStar) -> bool:
    """Tell whether a `try` goes on without a module that cannot be imported."""
    return bool(_caught(statement) & _MISSING_MODULE)


def survives_missing_item(statement: ast.Try | ast.TryStar) -> bool:
    """Tell whether a `try` goes on without an argument or a variable, and does not give up."""
    handlers = [h for h in statement.handlers if _handler_names(h) & _MISSING_ITEM]
    return any(not leaves(handler.body) for handler in handlers)


def suppresses_missing_module(names: Names, statement: ast.With | ast.AsyncWith) -> bool:
    """Tell whether a `with` is `contextlib.suppress(ImportError)`."""
    calls = [i.context_expr for i in statement.items if isinstance(i.context_expr, ast.Call)]
    return any(
        called(names, call.func) == "contextlib.suppress"
        and bool({_last_name(argument) for argument in call.args} & _MISSING_MODULE)
        for call in calls
    )


def leaves(block: list[ast.stmt]) -> bool:
    """Tell whether what follows a block is not reached through it."""
    if not block:
        return False
    last = block[-1]
    if isinstance(last, ast.Return | ast.Raise | ast.Continue | ast.Break):
        return True
    if not isinstance(last, ast.Expr) or not isinstance(last.value, ast.Call):
        return False
    function = last.value.func
    name = function.id if isinstance(function, ast.Name) else ""
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
        name = f"{function.value.id}.{function.attr}"
    return name in EXITS


def _caught(statement: ast.Try | ast.TryStar) -> set[str]:
    return {name for handler in statement.handlers for name in _handler_names(handler)}


def _handler_names(handler: ast.ExceptHandler) -> set[str]:
    if handler.type is None:
        return {"BaseException"}
    types = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return {_last_name(kind) for kind in types}


def _last_name(expression: ast.expr) -> str:
    if isinstance(expression, ast.Attribute):
        return expression.attr
    return expression.id if isinstance(expression, ast.Name) else ""
