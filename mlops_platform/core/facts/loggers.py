"""Loggers: which calls of a file write to a log, whoever made the logger."""

import re

from mlops_platform.core.facts.source_code import Call, SourceFile

LOGGERS = ("logging", "loguru", "structlog")
_NAMED_SO = re.compile(
    r"logger$|(?:^|[._])(?:get|set_?up|make|create|init|configure)_?log(?:s|ging)?$"
    r"|(?:^|\.)(?:logs?|(?:\w+_)?logg(?:ing|ers?))(?:_?(?:utils?|config|setup))?\.log$"
)
"""A logger, or a function of the repository that makes one: `setup_logging`, `get_logger`.

A bare `log` is one where its module is about logging, too: `math.log` is none.
"""


def is_of_a_logger(call: Call, file: SourceFile) -> bool:
    """Tell whether a method is called on a logger."""
    head = call.name.rpartition(".")[0]
    if head.startswith(LOGGERS) or _NAMED_SO.search(head.lower()):
        return True
    return head == "" and any(
        each.module.partition(".")[0] in LOGGERS
        or _NAMED_SO.search(f"{each.module}.{each.name or ''}".lower())
        for each in file.imports
    )
