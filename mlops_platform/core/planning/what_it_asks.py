"""How much a way asks of the machine: of many equal projects, the one that asks least is run."""

import re

from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.started_files import reached_files
from mlops_platform.core.planning.way import Way

_FLAG = re.compile(
    r"--?(?:accel|cuda|gpus?|use[_-]?(?:cuda|gpu)|dummy|fake|multirun|m|distributed|dist\S*|nproc\S*"
    r"|world[_-]?size|deepspeed|fp16|bf16|amp|sweep)(?:=.*)?"
)
_LAUNCHERS = frozenset({"torchrun", "accelerate", "deepspeed", "mpirun", "horovodrun", "srun"})


def what_it_asks(way: Way, facts: PlanningFacts) -> tuple[int, int, int]:
    """Return accelerators and sweeps that it names, its steps, and the lines of code it starts."""
    words = [word for step in way.steps for word in step.arguments]
    flags = sum(bool(_FLAG.fullmatch(word)) or word in _LAUNCHERS for word in words)
    lines = sum(file.lines for file in reached_files(way.starts, facts))
    return flags, len(way.steps), lines
