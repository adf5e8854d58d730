"""May foreign code run on this engine? Asked of a probe, and remembered for an hour.

A verdict belongs to one engine, one boot of this machine, one image and one set of limits; only
good ones are remembered.
"""

import hashlib
import json
import time
from collections.abc import Mapping
from pathlib import Path

from mlops_platform.adapters.docker.confinement import Json
from mlops_platform.adapters.docker.engine import Engine, EngineError
from mlops_platform.adapters.docker.probe import probe_sandbox
from mlops_platform.core.errors import PlatformError

VALID_SECONDS = 3600
SHOWN = 3
OF_THE_ENGINE = (
    "ID ServerVersion KernelVersion SecurityOptions CgroupVersion CgroupDriver DefaultRuntime"
    " Runtimes Components"
).split()
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class Verdicts:
    """Remembers in `folder` which sandboxes were found to hold."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def refusal(
        self, engine: Engine, image: str, configuration: Json, labels: Mapping[str, str]
    ) -> str:
        """Return why nothing may run with this configuration, as a sentence, or "".

        An engine that does not answer at all is left to those who ask it next.
        """
        try:
            remembered = self._folder / _key(engine.info(), image, configuration)
        except EngineError:
            return ""
        if _is_fresh(remembered):
            return ""
        try:
            unmet = probe_sandbox(engine, image, configuration, labels).unmet
        except PlatformError as error:
            return str(error)
        if unmet:
            more = f" (and {len(unmet) - SHOWN} more)" if len(unmet) > SHOWN else ""
            return (
                f"The sandbox would not hold: {'; '.join(unmet[:SHOWN])}{more}. Nothing was"
                " executed; `mlops-platform doctor` shows all of it."
            )
        self._remember(remembered)
        return ""

    def _remember(self, verdict: Path) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        for other in self._folder.iterdir():
            if not _is_fresh(other):
                other.unlink(missing_ok=True)
        verdict.touch()


def _is_fresh(verdict: Path) -> bool:
    try:
        age = time.time() - verdict.stat().st_mtime
    except FileNotFoundError:
        return False
    return 0 <= age < VALID_SECONDS


def _key(info: Json, image: str, configuration: Json) -> str:
    boot = BOOT_ID.read_text(encoding="ascii") if BOOT_ID.exists() else ""
    belongs_to = [boot, {name: info.get(name) for name in OF_THE_ENGINE}, image, configuration]
    return hashlib.sha256(json.dumps(belongs_to, sort_keys=True).encode()).hexdigest()
