"""Which limits are in force, judged from what a probe container saw: claims, each held or not."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from mlops_platform.core.evidence import Frozen

CAPABILITIES = ("CapEff", "CapPrm", "CapInh", "CapBnd", "CapAmb")
SECCOMP_FILTER = "2"
OF_THE_ENGINE = ("/proc", "/sys", "/dev", "/etc/hosts", "/etc/hostname", "/etc/resolv.conf")
OF_A_GPU = ("/usr/", "/lib/firmware/", "/run/nvidia", "/etc/nvidia", "/etc/vulkan")
INITS = ("docker-init", "tini", "catatonit", "init")
ALWAYS_THERE = frozenset({"PATH", "HOSTNAME", "LC_CTYPE", "PWD", "TERM"})
HARMLESS_DEVICES = frozenset(
    "console core fd full mqueue null ptmx pts random shm stderr stdin stdout tty urandom"
    " zero".split()
)
FEW_PROCESSES = 8
SLACK = 0.02
"""Kernels round limits to pages and periods."""


class Seen(Frozen):
    """What the probe printed; None where nothing inside tells."""

    status: Mapping[str, tuple[str, ...]]
    kernel: str
    interfaces: tuple[str, ...]
    finds_a_way_out: bool
    is_root_read_only: bool
    writable: tuple[str, ...]
    memory_bytes: int | None
    swap_bytes: int | None
    processes: int | None
    cpus: float | None
    open_sockets: tuple[str, ...]
    variables: tuple[str, ...]
    mounts: Mapping[str, tuple[str, ...]]
    core_bytes: int
    file_bytes: int
    open_files: int
    shared_memory_bytes: int
    init: str
    visible_processes: int
    devices: tuple[str, ...]
    oom_score_adj: int


class Asked(Frozen):
    """The `HostConfig` that the container was created with, what else it was given, the kernel."""

    host: Mapping[str, Any]
    mounts: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()
    kernel: str = ""

    def limit(self, name: str) -> int:
        """Return one of the `Ulimits`."""
        limits: dict[str, int] = {each["Name"]: each["Hard"] for each in self.host["Ulimits"]}
        return limits.get(name, -1)


class Claim(NamedTuple):
    """One thing that should be true; `fault` gives "" or what was seen instead."""

    says: str
    fault: Callable[[Seen, Asked], str]


def examine(seen: Seen, asked: Asked) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the claims that hold, and the sentences of those that do not."""
    faults = [(claim.says, claim.fault(seen, asked)) for claim in CLAIMS]
    held = tuple(says for says, fault in faults if not fault)
    return held, tuple(f"{says}: {fault}" for says, fault in faults if fault)


def _named(what: Iterable[str]) -> str:
    return ", ".join(sorted(what)[:5])


def _capabilities(seen: Seen, _: Asked) -> str:
    return _named(
        f"{name}={' '.join(seen.status.get(name, ('unknown',)))}"
        for name in CAPABILITIES
        if int("".join(seen.status.get(name, ())) or "1", 16)
    )


def _privileges(seen: Seen, _: Asked) -> str:
    return "" if seen.status.get("NoNewPrivs") == ("1",) else "a program may gain them"


def _seccomp(seen: Seen, asked: Asked) -> str:
    if seen.kernel != asked.kernel:
        return ""  # a kernel of its own (gVisor, Kata) stands where the filter would
    mode = "".join(seen.status.get("Seccomp", ()))
    return "" if mode == SECCOMP_FILTER else f"mode {mode or 'unknown'}"


def _user(seen: Seen, _: Asked) -> str:
    ids = {name: seen.status.get(name, ("0",)) for name in ("Uid", "Gid", "Groups")}
    return _named(name for name, values in ids.items() if "0" in values)


def _network(seen: Seen, asked: Asked) -> str:
    mode = asked.host["NetworkMode"]
    if mode == "bridge":
        return ""
    if mode != "none":
        return f"it was created with {mode}"
    others = [name for name in seen.interfaces if name != "lo"]
    return _named(others) or ("an address outside could be asked" if seen.finds_a_way_out else "")


def _root(seen: Seen, _: Asked) -> str:
    return _named(seen.writable) or ("" if seen.is_root_read_only else "it can be written")


def _mounts(seen: Seen, asked: Asked) -> str:
    own = {"/", *asked.host["Tmpfs"], *asked.mounts}
    allowed = OF_THE_ENGINE + (OF_A_GPU if asked.host.get("DeviceRequests") else ())
    return _named(
        place
        for place in seen.mounts
        if place not in own
        and not place.startswith(allowed)
        and not place.endswith(tuple(f"bin/{init}" for init in INITS))
    )


def _devices(seen: Seen, asked: Asked) -> str:
    if asked.host.get("DeviceRequests"):
        return ""
    return _named(set(seen.devices) - HARMLESS_DEVICES)


def _sockets(seen: Seen, _: Asked) -> str:
    return _named(seen.open_sockets)


def _variables(seen: Seen, asked: Asked) -> str:
    return _named(set(seen.variables) - ALWAYS_THERE.union(asked.variables))


def _memory(seen: Seen, asked: Asked) -> str:
    return _at_most(seen.memory_bytes, asked.host["Memory"])


def _swap(seen: Seen, asked: Asked) -> str:
    return _at_most(seen.swap_bytes, asked.host["MemorySwap"] - asked.host["Memory"])


def _processes(seen: Seen, asked: Asked) -> str:
    return _at_most(seen.processes, asked.host["PidsLimit"])


def _cpus(seen: Seen, asked: Asked) -> str:
    return _at_most(seen.cpus, asked.host["NanoCpus"] / 1e9)


def _shared_memory(seen: Seen, asked: Asked) -> str:
    return _at_most(seen.shared_memory_bytes, asked.host["ShmSize"])


def _files(seen: Seen, asked: Asked) -> str:
    seen_by_name = {"core": seen.core_bytes, "fsize": seen.file_bytes, "nofile": seen.open_files}
    return _named(
        f"{name} {value}"
        for name, value in seen_by_name.items()
        if not 0 <= value <= asked.limit(name)
    )


def _temporary(seen: Seen, asked: Asked) -> str:
    wanted = {place: set(text.split(",")) for place, text in asked.host["Tmpfs"].items()}
    strict = {"noexec", "nosuid", "nodev"}
    return _named(
        f"{place} lacks {', '.join(sorted((words & strict) - set(seen.mounts.get(place, ()))))}"
        for place, words in wanted.items()
        if (words & strict) - set(seen.mounts.get(place, ()))
    )


def _init(seen: Seen, _: Asked) -> str:
    return "" if seen.init in INITS else f"the first process is {seen.init or 'unknown'}"


def _alone(seen: Seen, _: Asked) -> str:
    return "" if seen.visible_processes <= FEW_PROCESSES else f"{seen.visible_processes} are seen"


def _first_to_die(seen: Seen, _: Asked) -> str:
    return "" if seen.oom_score_adj > 0 else f"its score is {seen.oom_score_adj}"


def _engine_log(_: Seen, asked: Asked) -> str:
    log = asked.host.get("LogConfig", {})
    is_bounded = {"max-size", "max-file"} <= set(log.get("Config", ()))
    return "" if is_bounded else "it grows without end"


def _at_most(seen: float | None, asked: float) -> str:
    if seen is None:
        return "nothing tells"
    return "" if 0 <= seen <= asked * (1 + SLACK) else f"{seen:g} where {asked:g} was asked"


CLAIMS = (
    Claim("no capabilities", _capabilities),
    Claim("no new privileges", _privileges),
    Claim("system calls are filtered, or the kernel is its own", _seccomp),
    Claim("neither user nor groups are root's", _user),
    Claim("the network is as asked", _network),
    Claim("the root file system is read-only", _root),
    Claim("nothing of the host is mounted", _mounts),
    Claim("no devices beyond the harmless ones", _devices),
    Claim("no socket of an engine", _sockets),
    Claim("no variables beyond those asked", _variables),
    Claim("memory is limited", _memory),
    Claim("no swap", _swap),
    Claim("processes are limited", _processes),
    Claim("CPUs are limited", _cpus),
    Claim("shared memory is limited", _shared_memory),
    Claim("core dumps, file sizes and open files are limited", _files),
    Claim("temporary folders hold no programs", _temporary),
    Claim("an init reaps what is left", _init),
    Claim("processes of others are not seen", _alone),
    Claim("it dies first where the machine's memory ends", _first_to_die),
    Claim("the engine's own log is limited", _engine_log),
)
