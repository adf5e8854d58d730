"""What a container used, by samples taken while it runs: a short run may have none."""

from contextlib import suppress
from threading import Thread

from mlops_platform.adapters.docker.confinement import Json
from mlops_platform.adapters.docker.engine import Engine, EngineError

NANOSECONDS = 1_000_000_000
KIBIBYTE = 1024


class ResourceUse:
    """The most memory that was seen, and the processor time up to the last sample."""

    def __init__(self) -> None:
        self.cpu_seconds: float | None = None
        self.peak_memory_bytes: int | None = None
        self._seconds_of: dict[str, int] = {}

    def watch(self, engine: Engine, container: str) -> None:
        """Take samples until the container is removed, beside whatever the caller does."""

        def look() -> None:
            # What a run used is worth knowing, and never a reason to fail it.
            with suppress(EngineError):
                for sample in engine.usage(container):
                    # Some engines cannot read the control groups of their own containers.
                    if not self.take(sample):
                        self.take_processes(engine.processes(container))

        Thread(target=look, daemon=True).start()

    def take(self, sample: Json) -> bool:
        """Take what the engine counted, and tell whether it counted anything."""
        used = ((sample.get("cpu_stats") or {}).get("cpu_usage") or {}).get("total_usage")
        memory = sample.get("memory_stats") or {}
        if not used or not memory.get("usage"):
            return False
        self.cpu_seconds = round(used / NANOSECONDS, 3)
        # Pages of files that can be given back at any time are not needed by the run.
        details = memory.get("stats") or {}
        cached = details.get("total_inactive_file", details.get("inactive_file", 0))
        self._take_memory(int(memory["usage"]) - int(cached))
        return True

    def take_processes(self, processes: list[list[str]]) -> None:
        """Take the sum over the processes that live now."""
        for pid, _, seconds in processes:
            self._seconds_of[pid] = int(seconds)
        self.cpu_seconds = float(sum(self._seconds_of.values()))
        self._take_memory(KIBIBYTE * sum(int(resident) for _, resident, _ in processes))

    def _take_memory(self, used: int) -> None:
        self.peak_memory_bytes = max(used, self.peak_memory_bytes or 0)
