"""How fast the log of a run is drained, cleaned and kept: against what the SDK itself offers.

    python benchmarks/log_throughput.py [LINES]

One program prints so many lines. Three ways of reading them are measured in turn, several times,
and the best of each counts: the sandbox, to a kept log with every line counted; `attach` of the
SDK, whose bytes are thrown away; and `logs --follow`, likewise. Needs an engine and its base image.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

TOP = Path(__file__).parents[1]
sys.path.insert(0, str(TOP))

import docker  # noqa: E402

from mlops_platform.adapters.docker.confinement import ENGINE_LOG  # noqa: E402
from mlops_platform.adapters.docker.engine import Engine  # noqa: E402
from mlops_platform.adapters.docker.followed_container import (  # noqa: E402
    FollowedContainer,
    Watched,
)
from mlops_platform.adapters.docker.kept_log import KeptLog  # noqa: E402

IMAGE = "python:3.11-slim"
ROUNDS = 3
PROGRAM = """
import sys
out = open(1, "w", buffering=1 << 16)
for step in range({lines}):
    print("step", step, "loss: 0.123456 accuracy: 0.9", file=out)
out.flush()
"""


def main() -> None:
    """Print lines per second of each way, and what the sandbox needs of our processor."""
    lines = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    ways: dict[str, Callable[[str], int]] = {
        "sandbox": kept,
        "attach": attached,
        "logs --follow": followed,
    }
    best = dict.fromkeys(ways, float("inf"))
    read, processor = dict.fromkeys(ways, 0), float("inf")
    for _ in range(ROUNDS):
        for name, way in ways.items():
            seconds, used, read[name] = timed(way, lines)
            best[name] = min(best[name], seconds)
            if name == "sandbox":
                processor = min(processor, used)
    for name, seconds in best.items():
        print(f"{name:14} {lines / seconds:10,.0f} lines/s   {read[name]:,} of {lines:,} read")
    rate = lines / processor
    print(f"sandbox: {processor:.2f} s of our processor, {rate:,.0f} lines a second of it")


def timed(way: Callable[[str], int], lines: int) -> tuple[float, float, int]:
    """Return wall and processor seconds from start to end, and the lines that were read."""
    engine = Engine()
    container = engine.create(
        {
            "Image": IMAGE,
            "Entrypoint": ["python3", "-c", PROGRAM.format(lines=lines)],
            "HostConfig": {"NetworkMode": "none", "LogConfig": ENGINE_LOG},
        }
    )
    try:
        began, used = time.perf_counter(), time.process_time()
        read = way(container)
        return time.perf_counter() - began, time.process_time() - used, read
    finally:
        engine.remove(container)


def kept(container: str) -> int:
    """Follow it as the sandbox does."""
    with tempfile.TemporaryDirectory() as folder:
        log = KeptLog(Path(folder, "log.txt"), lambda _: None, str)
        log.begin("train", "python")
        watched = Watched(600, lambda: "")
        FollowedContainer(Engine(), container, log, watched).follow()
        return log.close().lines


def attached(container: str) -> int:
    """Attach before the start, count line ends."""
    api = docker.from_env().api
    stream = api.attach(container, stdout=True, stderr=True, stream=True, demux=True)
    api.start(container)
    return sum((part or b"").count(b"\n") for frame in stream for part in frame)


def followed(container: str) -> int:
    """Follow the engine's log, count line ends."""
    api = docker.from_env().api
    api.start(container)
    return sum(part.count(b"\n") for part in api.logs(container, stream=True, follow=True))


if __name__ == "__main__":
    main()
