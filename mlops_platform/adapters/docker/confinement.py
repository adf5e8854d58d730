"""How a container that runs foreign code is confined: the configuration that it is created with.

The run phase and the probe that examines it both take it from here, so that what was examined is
what runs. It is JSON as the engine itself takes it: nothing of the operator's own settings (such as
proxies, with their passwords) is mixed in on the way.
"""

import math
from collections.abc import Iterable, Mapping
from typing import Any

from mlops_platform.core.run_plan import Limits

USER = 65534
"""Nobody: owns nothing in any image."""

HOME = "/home/box"
TEMPORARY = "/tmp"  # noqa: S108 (the container's own)
TEMPORARY_BYTES = 256 << 20
SHARED_MEMORY_BYTES = 64 << 20
OPEN_FILES = 16384
"""Not more: an engine cannot give more than it has itself, and some have 20 000."""

ENGINE_LOG = {
    "Type": "local",
    "Config": {"max-size": "5m", "max-file": "2", "compress": "false"},
}
"""Half as much work for the engine as its default, which writes each line as JSON."""

FIRST_TO_DIE = 500
"""Above zero: where the machine itself runs out of memory, this ends before the platform does."""

BACKSTOP_SECONDS = 30
"""So long after our own deadline, a container ends by itself: we may be dead."""

# The engine's JSON has no types of its own.
Json = dict[str, Any]


def confinement(
    limits: Limits, variables: Mapping[str, str] | None = None, runtime: str = ""
) -> Json:
    """Return the configuration of a container of the run phase, without image and command.

    `variables` are the only ones that it gets beside those of its image; `runtime` is "" for the
    engine's default.
    """
    given = {"HOME": HOME, "TMPDIR": TEMPORARY, **(variables or {})}
    return {
        "User": f"{USER}:{USER}",
        "Hostname": "box",
        "Env": [f"{name}={value}" for name, value in given.items()],
        "HostConfig": {
            "CapDrop": ["ALL"],
            # The engine's own filter of system calls stays, because none is named here.
            "SecurityOpt": ["no-new-privileges:true"],
            "ReadonlyRootfs": True,
            "Tmpfs": {
                TEMPORARY: f"size={TEMPORARY_BYTES},mode=1777,noexec,nosuid,nodev",
                HOME: f"size={TEMPORARY_BYTES},mode=0700,uid={USER},gid={USER},nosuid,nodev",
            },
            "NetworkMode": limits.network,
            "IpcMode": "private",
            "ShmSize": SHARED_MEMORY_BYTES,
            "Memory": limits.memory_bytes,
            "MemorySwap": limits.memory_bytes,
            "NanoCpus": round(limits.cpus * 1e9),
            "PidsLimit": limits.processes,
            "Ulimits": [
                _ulimit("core", 0),
                _ulimit("nofile", OPEN_FILES),
                _ulimit("fsize", limits.file_bytes),
            ],
            "OomScoreAdj": FIRST_TO_DIE,
            "Init": True,
            "LogConfig": ENGINE_LOG,
            "RestartPolicy": {"Name": "no"},
            **({"Runtime": runtime} if runtime else {}),
            **({"DeviceRequests": [_gpus(limits.gpus)]} if limits.gpus != "none" else {}),
        },
    }


def backstopped(command: Iterable[str], seconds: float) -> list[str]:
    """Return a command that ends by itself, some time after the deadline that we watch."""
    limit = math.ceil(seconds) + BACKSTOP_SECONDS
    return ["/usr/bin/timeout", "-k", "10", str(limit), *command]


def _ulimit(name: str, most: int) -> Json:
    return {"Name": name, "Soft": most, "Hard": most}


def _gpus(which: str) -> Json:
    chosen = {"Count": -1} if which == "all" else {"DeviceIDs": which.split(",")}
    return {"Driver": "", "Capabilities": [["gpu"]], "Options": {}, **chosen}
