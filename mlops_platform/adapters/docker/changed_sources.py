"""Which files of a checkout a run must leave alone: code and configuration.

Data, models and recorded results are what runs write; a run that edits what it is made of cannot be
told from one that was made to look good.
"""

from pathlib import PurePosixPath

CODE = frozenset(
    ".bash .c .cc .cpp .cu .cuh .go .h .hpp .ipynb .java .jl .js .kt .m .pl .py .pyi .pyx .r .rmd"
    " .rs .scala .sh .sql .ts".split()
)
CONFIGURATION = frozenset(".cfg .conf .env .gin .ini .libsonnet .toml .yaml .yml".split())
NAMES = frozenset(
    "dockerfile makefile mlproject pipfile requirements.txt setup.cfg procfile".split()
)
RESULTS = frozenset(
    "artifacts checkpoints lightning_logs logs metrics mlruns models multirun output outputs"
    " reports results runs wandb".split()
)
"""Folders in which tools write their own YAML."""


def is_source(path: str) -> bool:
    """Tell whether a path of the repository is code or configuration."""
    parts = PurePosixPath(path.lower())
    if parts.suffix in CODE or parts.name in NAMES:
        return True
    return parts.suffix in CONFIGURATION and RESULTS.isdisjoint(parts.parts[:-1])
