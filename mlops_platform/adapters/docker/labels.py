"""What our containers, volumes and images are labelled with, and whether their owner still lives.

A label is the only thing that outlives the death of the process that made it.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from mlops_platform.core.sandbox import HasEnded

PREFIX = "mlops-platform."
RUN, ATTEMPT, ROLE = f"{PREFIX}run", f"{PREFIX}attempt", f"{PREFIX}role"
PLATFORM, OWNER, BOOT = f"{PREFIX}platform", f"{PREFIX}owner", f"{PREFIX}boot"
DEADLINE = f"{PREFIX}deadline"

ENVIRONMENT, PACKAGES = f"{PREFIX}environment", f"{PREFIX}packages"
"""Labels of the images that are kept."""

MADE_FOR, MADE_ON, DEPTH = f"{PREFIX}made-for", f"{PREFIX}made-on", f"{PREFIX}depth"
"""The repository that an environment was installed for, on which base, and over how many others."""

PASSING = f"{PREFIX}passing"
"""Label of an image for one run: when it may be removed, in seconds since 1970."""

START_TIME_FIELD = 19
"""Of /proc/PID/stat, counted behind the name of the program: field 22 of proc(5)."""


_UNDER_WAY: set[tuple[str, str]] = set()
"""Runs and attempts of this process that somebody waits for."""


class Tags(NamedTuple):
    """Whose a container is: which platform, run and attempt."""

    platform: str
    run_id: str
    attempt: int

    def labels(self, role: str, seconds: float) -> dict[str, str]:
        """Return the labels of something that must be gone in so many seconds."""
        return {
            PLATFORM: self.platform,
            RUN: self.run_id,
            ATTEMPT: str(self.attempt),
            ROLE: role,
            OWNER: _process(os.getpid()),
            BOOT: _boot(),
            DEADLINE: str(int(time.time() + seconds)),
        }

    @contextmanager
    def under_way(self) -> Iterator[None]:
        """Say that somebody waits for this attempt while the block lasts."""
        name = (self.run_id, str(self.attempt))
        _UNDER_WAY.add(name)
        try:
            yield
        finally:
            _UNDER_WAY.discard(name)


NOT_A_RUN = dict.fromkeys(
    (PLATFORM, RUN, ATTEMPT, ROLE, OWNER, BOOT, DEADLINE, ENVIRONMENT, PACKAGES, MADE_FOR), ""
)
"""An image made from a container would hand these on to every container made from it."""


def is_forsaken(labels: dict[str, str], has_ended: HasEnded = lambda _: False) -> bool:
    """Tell whether nobody waits for this any more.

    Its deadline passed, its run has ended, or its owner is dead. Whether an owner lives that is on
    another machine, or in another container, cannot be seen from here.
    """
    deadline = labels.get(DEADLINE, "")
    if not deadline.isdigit():
        return False
    if time.time() > int(deadline) or has_ended(labels.get(RUN, "")):
        return True
    owner = labels.get(OWNER, "")
    namespace, _, rest = owner.partition("/")
    pid = rest.partition("/")[0]
    if labels.get(BOOT) != _boot() or namespace != _namespace() or not pid.isdigit():
        return False
    if owner == _process(os.getpid()):
        # It could not be removed when its run ended: the engine was gone.
        return (labels.get(RUN, ""), labels.get(ATTEMPT, "")) not in _UNDER_WAY
    return _process(int(pid)) != owner


def _process(pid: int) -> str:
    # A process id is used again; together with its start it is not.
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""
    return f"{_namespace()}/{pid}/{fields.rpartition(')')[2].split()[START_TIME_FIELD]}"


def _namespace() -> str:
    return str(Path("/proc/self/ns/pid").readlink()) if Path("/proc/self/ns/pid").exists() else ""


def _boot() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""
