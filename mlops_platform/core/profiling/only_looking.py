"""Commands that read, check or change a file that they name, and do not run it."""

import re
from itertools import pairwise

LOOKERS = frozenset(
    "py_compile compileall black ruff flake8 pylint pyflakes pycodestyle pydocstyle mypy pyright"
    " isort yapf autopep8 bandit cat less head tail vim vi nano emacs code open touch chmod cp mv"
    " ls git diff wc grep sed".split()
)
"""Programs and modules."""

ASSIGNMENT = re.compile(r"^[A-Za-z_]\w*=")
RUNNERS = frozenset({"uv", "run", "poetry", "pdm", "hatch", "pipenv", "rye", "pixi", "exec"})


def only_looks(words: list[str]) -> bool:
    """Tell whether a command, by its words, starts none of the files in it."""
    programs = [word for word in words if not ASSIGNMENT.match(word) and word not in RUNNERS]
    modules = [module for flag, module in pairwise(programs) if flag == "-m"]
    return not LOOKERS.isdisjoint((*programs[:1], *modules[:1]))
