"""What a program hides from its author: failures that are passed over, warnings switched off."""

import ast
from collections.abc import Iterator

from mlops_platform.core.facts.practices.seen import Seen, fault
from mlops_platform.core.facts.python.call_parts import given
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.python.kin import Kin

_BROAD = frozenset({"Exception", "BaseException"})
_READS = frozenset(
    "open load loads imread read_csv read_json read_excel read_parquet read_image read_table"
    " read_pickle genfromtxt loadtxt from_file".split()
)
_WORKS = frozenset("fit backward predict transform fit_transform".split())


def failures_are_noticed(code: Code, _kin: Kin) -> Iterator[Seen]:
    """Yield the handlers that pass over any failure of reading or training."""
    for statement, _ in code.layout.statements:
        if not isinstance(statement, ast.Try | ast.TryStar):
            continue
        work = _work(code, statement)
        for handler in statement.handlers:
            if work and _is_broad(handler) and _says_nothing(handler):
                note = f"whatever goes wrong in `{work}` is passed over"
                yield fault(code, handler, "except", note)


def warnings_stay_visible(code: Code, _kin: Kin) -> Iterator[Seen]:
    """Yield the calls that switch off every warning for the rest of the program."""
    for site in code.calls("filterwarnings", "simplefilter"):
        call = site.node
        name = code.name(call.func)
        first = call.args[0] if call.args else given(call, "action")
        is_off = isinstance(first, ast.Constant) and first.value == "ignore"
        is_every = len(call.args) <= 1 and {k.arg for k in call.keywords} <= {"action", "append"}
        is_brief = any(_is_asked_or_brief(block.owner) for block in site.block.around())
        if name.startswith("warnings.") and is_off and is_every and not is_brief:
            yield fault(code, call, "ignore", "every warning of every library is hidden")


def _is_asked_or_brief(owner: ast.AST) -> bool:
    """Tell a block that a setting decides about, or that brings the warnings back."""
    if isinstance(owner, ast.With):
        return "catch_warnings" in ast.unparse(owner.items[0])
    return isinstance(owner, ast.If) and "__name__" not in ast.unparse(owner.test)


def _is_broad(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    return isinstance(handler.type, ast.Name) and handler.type.id in _BROAD


def _says_nothing(handler: ast.ExceptHandler) -> bool:
    return all(isinstance(statement, ast.Pass | ast.Continue) for statement in handler.body)


def _work(code: Code, statement: ast.Try | ast.TryStar) -> str:
    """Return the call that reads or trains in a `try`, "" where there is none."""
    for inner in statement.body:
        for node in ast.walk(inner):
            if isinstance(node, ast.Call):
                last = code.name(node.func).rpartition(".")[2]
                if last in _READS or last in _WORKS:
                    return last
    return ""


READERS = (failures_are_noticed, warnings_stay_visible)
