"""Python's tracebacks as they stand in a log: exceptions with their frames, root cause first.

Rich draws its own tracebacks, and some programs print the last line only; both are read too.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from mlops_platform.core.failures.cell_tracebacks import read_cell_traceback
from mlops_platform.core.failures.log_lines import without_box
from mlops_platform.core.failures.raised import Frame, Raised

START = "Traceback (most recent call last):"
_FRAME = re.compile(r'  File "([^"]{1,1000})", line (\d{1,7})(?:, in (.{1,300}))?')
_RICH_FRAME = re.compile(r"(/?[\w./ -]{1,400}\.py):(\d{1,7}) in (\S{1,200})")
_ERROR = re.compile(r"([A-Za-z_][\w.]{0,200})(?:: ?(.*))?")
_ERROR_ALONE = re.compile(
    r"(?:[A-Za-z_]\w{0,60}\.){0,8}([A-Z]\w{0,80}(?:Error|Exception|NotFound|MissingMandatoryValue)"
    r"):(?: (.*))?"
)
_CHAINED = ("During handling of the above exception", "The above exception was the direct cause")
MOST_MESSAGE_LINES = 40
MOST_EXCEPTIONS = 200
MOST_FRAME_LINES = 400
_CARETS = frozenset(" ^~")


def read_tracebacks(lines: Sequence[str]) -> tuple[Raised, ...]:
    """Return the exceptions of the last chain, the one that ended the program last."""
    starts = [number for number, line in enumerate(lines) if line.endswith(START)]
    if not starts:
        alone = _without_traceback(lines)
        return (alone,) if alone else ()
    chain: list[Raised] = []
    for number in starts[-MOST_EXCEPTIONS:]:
        found = _exception(lines, number)
        if found is None:
            continue
        before = "".join(lines[max(0, number - 2) : number])
        chain = [*chain, found] if any(mark in before for mark in _CHAINED) else [found]
    cell = read_cell_traceback(lines[starts[-1] :])
    return (*chain, cell) if cell else tuple(chain)


def _exception(lines: Sequence[str], start: int) -> Raised | None:
    before = lines[start].removesuffix(START)
    # A prompt without a line end may stand before it.
    depth = 0 if before.strip() else len(before)
    body = [line[depth:] for line in lines[start + 1 :]]
    stack = list(takewhile(lambda line: line.startswith(" ") or not line, body))
    frames = tuple(_frames(stack))
    rest = body[len(stack) :]
    error = _ERROR.fullmatch(rest[0]) if rest else None
    if error is None:
        return None
    more = takewhile(_is_message, rest[1:MOST_MESSAGE_LINES])
    return Raised(error[1], "\n".join((error[2] or "", *more)).strip(), frames)


def _is_message(line: str) -> bool:
    return not line.endswith(START) and not any(mark in line for mark in _CHAINED)


def _frames(stack: Sequence[str]) -> Iterator[Frame]:
    for number, line in enumerate(stack):
        found = _FRAME.fullmatch(line)
        if found:
            code = stack[number + 1].strip() if number + 1 < len(stack) else ""
            is_code = code and not code.startswith('File "') and not _CARETS.issuperset(code)
            yield Frame(found[1], int(found[2]), found[3] or "", code if is_code else "")


def _without_traceback(lines: Sequence[str]) -> Raised | None:
    """Read a syntax error, which has frames without a headline, or the box that rich draws."""
    for number in range(len(lines) - 1, -1, -1):
        found = _ERROR_ALONE.fullmatch(lines[number].strip())
        if found:
            before = lines[max(0, number - MOST_FRAME_LINES) : number]
            drawn = (_RICH_FRAME.match(without_box(line)) for line in before)
            rich = tuple(Frame(f[1], int(f[2]), f[3]) for f in drawn if f)
            return Raised(found[1], found[2] or "", rich or tuple(_frames(_stack_before(before))))
    return None


def _stack_before(lines: Sequence[str]) -> list[str]:
    """Return the indented lines at the end: a traceback whose headline was cut off."""
    return list(takewhile(lambda line: line.startswith(" "), reversed(lines)))[::-1]
