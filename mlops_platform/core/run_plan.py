"""What the sandbox is asked: an environment, the commands to run in it, and the limits around both.

A run plan is data. It is shown before anything runs, stored with the run, and a repair makes the
next plan out of the last one.
"""

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from mlops_platform.core.evidence import Evidence, Frozen

SOURCES = "/box/src"
"""Where the repository stands inside a sandbox."""

HOME = "/box/home"
"""The home of whoever runs there, where nothing else says so; it is empty."""

OUTPUTS = "outputs"
"""The folder, from the root, that a run is given where it must be told one to write into."""


class Purpose(StrEnum):
    """What a command is run for."""

    PREPARE = "prepare"
    TRAIN = "train"
    EVALUATE = "evaluate"


class RunStep(Frozen):
    """One command, as a list of arguments; it never passes through a shell of the host.

    `working_directory` is relative to the root of the repository ("." for the root itself).
    `recipe` is the name of the file in `core/recipes` that made it.
    """

    purpose: Purpose
    arguments: tuple[str, ...] = Field(min_length=1)
    working_directory: str = "."
    recipe: str
    because: str
    evidence: tuple[Evidence, ...] = ()


class Environment(Frozen):
    """What is installed before a command runs; the same environment is installed once and kept.

    `python` is "3.X". `requirements` are lines as an installer takes them (PEP 508), `bounds` are
    further limits on versions, set by repairs. `as_of` hides everything that was published after
    that day. `system_packages` are Debian's. `builds_project` installs the repository itself,
    without its dependencies. `left_out` names what was declared or imported and is not installed,
    each with its reason. `source` is the name of the file in `core/environments` that made it.
    """

    python: str = Field(pattern=r"^3\.\d{1,2}$")
    source: str
    requirements: tuple[str, ...] = ()
    bounds: tuple[str, ...] = ()
    as_of: date | None = None
    system_packages: tuple[str, ...] = ()
    builds_project: bool = False
    left_out: tuple[str, ...] = ()
    because: str = ""
    evidence: tuple[Evidence, ...] = ()


class Limits(Frozen):
    """What a run may use. Times are wall time; memory is memory plus swap."""

    install_seconds: int = Field(default=1800, gt=0)
    run_seconds: int = Field(default=3600, gt=0)
    memory_bytes: int = Field(default=4 << 30, gt=0)
    cpus: float = Field(default=2.0, gt=0)
    processes: int = Field(default=256, gt=0)
    disk_bytes: int = Field(default=10 << 30, gt=0)
    file_bytes: int = Field(default=2 << 30, gt=0)
    network: Literal["none", "bridge"] = "none"
    gpus: str = "none"


class PathMapping(Frozen):
    """An absolute path of its author that stands, inside the sandbox, for one of the repository.

    `target` is relative to the root of the repository.
    """

    path: str
    target: str


class Repair(Frozen):
    """One change that was made to a plan: by which file of `core/repairs`, and because of what.

    `because` quotes what the log said, `change` says what the plan does now.
    """

    repair: str
    because: str
    change: str


class RunPlan(Frozen):
    """Everything that one execution needs. `variables` are the only ones that it gets of us.

    `folders` are made before the first step, `import_paths` stand in PYTHONPATH; both are relative
    to the root of the repository ("." for the root itself).
    """

    environment: Environment
    steps: tuple[RunStep, ...] = Field(min_length=1)
    variables: tuple[tuple[str, str], ...] = ()
    folders: tuple[str, ...] = ()
    path_mappings: tuple[PathMapping, ...] = ()
    import_paths: tuple[str, ...] = ()
    limits: Limits = Limits()
    repairs: tuple[Repair, ...] = ()


class Planning(Frozen):
    """The plan, and what else could be tried, best first; or why there is nothing to run.

    `cause` is a word of a closed list (`core/causes.py`) and `next_action` what a person can do.
    """

    plan: RunPlan | None
    alternatives: tuple[RunPlan, ...] = ()
    cause: str = ""
    because: str = ""
    next_action: str = ""
    evidence: tuple[Evidence, ...] = ()


class RunRequest(Frozen):
    """What the operator asks of a plan; None and () leave the choice to the planner.

    `pythons` are the versions ("3.X") that the sandbox has images of; () where any can be had.
    """

    purposes: tuple[Purpose, ...] = (Purpose.TRAIN,)
    train_command: str | None = None
    evaluate_command: str | None = None
    python: str | None = None
    variables: tuple[tuple[str, str], ...] = ()
    limits: Limits = Limits()
    pythons: tuple[str, ...] = ()
