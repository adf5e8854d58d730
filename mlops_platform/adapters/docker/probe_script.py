"""What the probe runs inside its container: it says as JSON what it sees of its own limits.

Handed to the image's own interpreter as text, so it uses nothing but the standard library of any
Python 3. It judges nothing: `safety` does, outside.
"""

import json
import os
import resource
import socket
import sys
from pathlib import Path

CGROUP = Path("/sys/fs/cgroup")
SOCKETS = (
    "/var/run/docker.sock",
    "/run/docker.sock",
    "/run/containerd/containerd.sock",
    "/run/podman/podman.sock",
)
OUTSIDE = ("192.0.2.1", 80)
"""An address that belongs to nobody: with any route at all, asking for it does not fail at once."""

WRITABLE_NOWHERE = ("/", "/etc", "/usr", "/var", "/home", "/sys/fs/cgroup", "/proc/sys/kernel")


def main() -> None:
    """Print what is seen, as one line."""
    seen = {
        "status": status(),
        "kernel": os.uname().release,
        "interfaces": interfaces(),
        "finds_a_way_out": finds_a_way_out(),
        "is_root_read_only": bool(os.statvfs("/").f_flag & os.ST_RDONLY),
        "writable": [place for place in WRITABLE_NOWHERE if can_write(place)],
        "memory_bytes": number("memory/memory.limit_in_bytes", "memory.max"),
        "swap_bytes": swap(),
        "processes": number("pids/pids.max", "pids.max"),
        "cpus": cpus(),
        "open_sockets": [path for path in SOCKETS if Path(path).exists()],
        "variables": sorted(os.environ),
        "mounts": mounts(),
        "core_bytes": resource.getrlimit(resource.RLIMIT_CORE)[1],
        "file_bytes": resource.getrlimit(resource.RLIMIT_FSIZE)[1],
        "open_files": resource.getrlimit(resource.RLIMIT_NOFILE)[1],
        "shared_memory_bytes": size("/dev/shm"),  # noqa: S108 (its size is asked)
        "init": text("/proc/1/comm").strip(),
        "visible_processes": sum(each.name.isdigit() for each in Path("/proc").iterdir()),
        "devices": sorted(each.name for each in Path("/dev").iterdir()),
        "oom_score_adj": int(text("/proc/self/oom_score_adj") or 0),
    }
    json.dump(seen, sys.stdout)


def text(path: "str | Path") -> str:
    """Return what a file holds, nothing where it cannot be read."""
    try:
        return Path(path).read_text()
    except OSError:
        return ""


def status() -> "dict[str, list[str]]":
    """Return what the kernel tells of this process and its rights."""
    pairs = (line.split(":", 1) for line in text("/proc/self/status").splitlines() if ":" in line)
    wanted = ("Cap", "NoNewPrivs", "Seccomp", "Uid", "Gid", "Groups")
    return {name: value.split() for name, value in pairs if name.startswith(wanted)}


def interfaces() -> "list[str]":
    """Return the network interfaces."""
    return sorted(line.split(":")[0].strip() for line in text("/proc/net/dev").splitlines()[2:])


def finds_a_way_out() -> bool:
    """Ask for an address outside, and tell whether anything carries that away."""
    with socket.socket() as asked:
        asked.settimeout(0.5)
        try:
            asked.connect(OUTSIDE)
        except OSError as error:
            # A time-out means that something carries the question away.
            return isinstance(error, socket.timeout)
        return True


def can_write(place: str) -> bool:
    """Try to make a file."""
    path = os.path.join(place, ".probe")  # noqa: PTH118
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except OSError:
        return False
    os.unlink(path)  # noqa: PTH108
    return True


def number(old: str, new: str) -> "int | None":
    """Return a limit of the first or second version of control groups."""
    for name in (old, new):
        found = text(CGROUP / name).strip()
        if found.isdigit():
            return int(found)
    return None


def swap() -> "int | None":
    """Return how much swap may be used beside the memory, None where nothing tells."""
    both = number("memory/memory.memsw.limit_in_bytes", "-")
    if both is not None:
        return both - (number("memory/memory.limit_in_bytes", "-") or 0)
    alone = text(CGROUP / "memory.swap.max").strip()
    if alone.isdigit():
        return int(alone)
    return 0 if "SwapTotal:             0 kB" in text("/proc/meminfo") else None


def cpus() -> "float | None":
    """Return how many CPUs may be used, None where nothing limits them."""
    quota, period = number("cpu/cpu.cfs_quota_us", "-"), number("cpu/cpu.cfs_period_us", "-")
    if quota is None:
        words = text(CGROUP / "cpu.max").split()
        quota, period = (int(word) if word.isdigit() else None for word in [*words, "", ""][:2])
    return quota / period if quota and period else None


def mounts() -> "dict[str, list[str]]":
    """Return what is mounted where, with its options."""
    found = (line.split() for line in text("/proc/self/mountinfo").splitlines())
    return {words[4]: words[5].split(",") for words in found}


def size(place: str) -> int:
    """Return the size of a file system."""
    found = os.statvfs(place)
    return found.f_blocks * found.f_frsize


if __name__ == "__main__":
    main()
