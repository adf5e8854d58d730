"""The volume of one attempt, and the container of ours that keeps it.

The keeper lays the sources in before anything runs, says how full the volume is meanwhile, and
hands out what is left when every foreign container is gone. It runs nothing but our own script.
"""

import contextlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Self

from mlops_platform.adapters.docker.confinement import Json, confinement
from mlops_platform.adapters.docker.engine import Engine, EngineError
from mlops_platform.adapters.docker.labels import Tags
from mlops_platform.adapters.docker.output_stream import OutputStream
from mlops_platform.core.run_plan import Limits

BOX = "/box"
MOST_FILES = 1_000_000
DISK_RESERVE_BYTES = 2 << 30
"""What stays free on the engine's disk, whatever a run's own limit is."""

KEEPER = Limits(memory_bytes=512 << 20, cpus=0.5, processes=16)


class Workspace:
    """A volume that is there while the block lasts: `with Workspace(…) as workspace`."""

    def __init__(self, engine: Engine, image: str, tags: Tags, seconds: float) -> None:
        self._engine = engine
        self._image = image
        self._labels = tags.labels("keeper", seconds)
        self._keeper = self._volume = ""
        self._stream: OutputStream | None = None
        self._said = b""

    def __enter__(self) -> Self:
        """Make the volume and its keeper."""
        self._volume = self._engine.create_volume(self._labels)
        try:
            self._keeper = self._engine.create(self._configuration())
        except EngineError:
            self._remove_volume()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Remove both; what cannot be removed now is found by a sweep."""
        self._close_stream()
        with contextlib.suppress(EngineError):
            self._engine.remove(self._keeper)
        self._remove_volume()

    def fill(self, archive: Iterable[bytes]) -> None:
        """Unpack a tar stream, and begin to watch."""
        self._engine.put(self._keeper, BOX, archive)
        self._stream = self._engine.attach(self._keeper)
        self._engine.start(self._keeper)

    def mount(self) -> Json:
        """Return what mounts the volume in another container."""
        return {"Type": "volume", "Source": self._volume, "Target": BOX}

    def too_full(self, limit_bytes: int) -> str:
        """Return why the volume is too full, or ""."""
        if self._stream is None or not self._stream.is_open:
            return "the disk that it fills could not be watched any more"
        used, files, free = self._measured(self._stream)
        if used > limit_bytes:
            return f"it filled {used} bytes of disk, where {limit_bytes} are allowed"
        if files > MOST_FILES:
            return f"it made {files} files, where {MOST_FILES} are allowed"
        if free < DISK_RESERVE_BYTES:
            return f"the engine's disk has only {free} bytes left"
        return ""

    def contents(self) -> Iterator[bytes]:
        """Stop watching, and stream everything that the volume holds as tar."""
        self._close_stream()
        self._engine.kill(self._keeper)
        yield from self._engine.get(self._keeper, BOX)

    def _measured(self, stream: OutputStream) -> tuple[int, int, int]:
        """Return what the keeper said last: bytes in use, files, bytes that are free."""
        self._said += b"".join(piece for _, piece in stream.read(0))
        *said, rest = self._said.split(b"\n")
        self._said = b"\n".join([*said[-1:], rest])
        if not said:
            return 0, 0, DISK_RESERVE_BYTES
        used, files, free = (int(word) for word in said[-1].split())
        return used, files, free

    def _configuration(self) -> Json:
        made = confinement(KEEPER)
        # It reads folders that their owner closed, and can still write to nothing.
        host = {**made["HostConfig"], "CapAdd": ["DAC_READ_SEARCH"], "Mounts": [self.mount()]}
        return {
            **made,
            "Image": self._image,
            "User": "0:0",
            "Entrypoint": ["python3", "-I", "-c", _script()],
            "Labels": self._labels,
            "HostConfig": host,
        }

    def _close_stream(self) -> None:
        if self._stream is not None:
            self._stream.close()

    def _remove_volume(self) -> None:
        with contextlib.suppress(EngineError):
            self._engine.remove_volume(self._volume)


@cache
def _script() -> str:
    return Path(__file__).with_name("keeper_script.py").read_text(encoding="utf-8")
