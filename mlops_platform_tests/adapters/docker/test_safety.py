import pytest

from mlops_platform.adapters.docker.confinement import confinement
from mlops_platform.adapters.docker.safety import CLAIMS, Asked, Seen, examine
from mlops_platform.core.run_plan import Limits

LIMITS = Limits(memory_bytes=1 << 30, cpus=2.0, processes=100, file_bytes=1 << 20)
STRICT = ("rw", "nosuid", "nodev", "noexec")
SAFE = Seen(
    status={
        **dict.fromkeys(("CapEff", "CapPrm", "CapInh", "CapBnd", "CapAmb"), ("0" * 16,)),
        "NoNewPrivs": ("1",),
        "Seccomp": ("2",),
        "Uid": ("65534",) * 4,
        "Gid": ("65534",) * 4,
        "Groups": ("65534",),
    },
    kernel="6.1",
    interfaces=("lo",),
    finds_a_way_out=False,
    is_root_read_only=True,
    writable=(),
    memory_bytes=1 << 30,
    swap_bytes=0,
    processes=100,
    cpus=2.0,
    open_sockets=(),
    variables=("HOME", "HOSTNAME", "LANG", "PATH", "TMPDIR"),
    mounts={
        "/": ("ro",),
        "/proc": ("rw",),
        "/tmp": STRICT,
        "/home/box": STRICT[:3],
        "/box": ("rw",),
    },
    core_bytes=0,
    file_bytes=1 << 20,
    open_files=1024,
    shared_memory_bytes=64 << 20,
    init="docker-init",
    visible_processes=2,
    devices=("null", "zero"),
    oom_score_adj=500,
)


def asked(limits=LIMITS, **host):
    made = confinement(limits)
    return Asked(
        host={**made["HostConfig"], **host},
        mounts=("/box",),
        variables=("PATH", "LANG", "HOME", "TMPDIR"),
        kernel="6.1",
    )


def unmet(seen, given=None):
    return [sentence.split(":")[0] for sentence in examine(seen, given or asked())[1]]


def test_what_is_safe_holds_in_every_claim():
    held, faults = examine(SAFE, asked())
    assert faults == ()
    assert held == tuple(claim.says for claim in CLAIMS)


@pytest.mark.parametrize(
    ("change", "claim"),
    [
        ({"status": {**SAFE.status, "CapEff": ("00000000a80425fb",)}}, "no capabilities"),
        ({"status": {**SAFE.status, "NoNewPrivs": ("0",)}}, "no new privileges"),
        ({"status": {**SAFE.status, "Seccomp": ("0",)}}, "system calls are filtered"),
        ({"status": {**SAFE.status, "Uid": ("65534", "0")}}, "neither user nor groups"),
        ({"status": {**SAFE.status, "Groups": ("65534", "0")}}, "neither user nor groups"),
        ({"interfaces": ("eth0", "lo")}, "the network is as asked"),
        ({"finds_a_way_out": True}, "the network is as asked"),
        ({"is_root_read_only": False}, "the root file system is read-only"),
        ({"writable": ("/etc",)}, "the root file system is read-only"),
        ({"mounts": {**SAFE.mounts, "/data": ("rw",)}}, "nothing of the host is mounted"),
        ({"mounts": {**SAFE.mounts, "/run/docker.sock": ("rw",)}}, "nothing of the host"),
        ({"devices": ("null", "sda")}, "no devices"),
        ({"open_sockets": ("/run/docker.sock",)}, "no socket of an engine"),
        ({"variables": (*SAFE.variables, "AWS_SECRET_ACCESS_KEY")}, "no variables"),
        ({"memory_bytes": None}, "memory is limited"),
        ({"memory_bytes": 1 << 62}, "memory is limited"),
        ({"swap_bytes": 1 << 20}, "no swap"),
        ({"swap_bytes": None}, "no swap"),
        ({"processes": None}, "processes are limited"),
        ({"processes": 4096}, "processes are limited"),
        ({"cpus": None}, "CPUs are limited"),
        ({"cpus": 4.0}, "CPUs are limited"),
        ({"shared_memory_bytes": 1 << 30}, "shared memory is limited"),
        ({"core_bytes": -1}, "core dumps"),
        ({"file_bytes": -1}, "core dumps"),
        ({"open_files": 1 << 20}, "core dumps"),
        ({"mounts": {**SAFE.mounts, "/tmp": ("rw", "nosuid", "nodev")}}, "temporary folders"),
        ({"init": "python3"}, "an init reaps"),
        ({"visible_processes": 90}, "processes of others"),
        ({"oom_score_adj": 0}, "it dies first"),
    ],
)
def test_one_thing_that_is_missing_is_one_claim_that_fails(change, claim):
    found = unmet(SAFE.model_copy(update=change))
    assert len(found) == 1, found
    assert found[0].startswith(claim)


def test_what_the_kernel_does_not_tell_does_not_hold():
    found = unmet(SAFE.model_copy(update={"status": {}}))
    assert found == [claim.says for claim in CLAIMS[:4]]


def test_a_log_without_limits_is_named():
    assert unmet(SAFE, asked(LogConfig={"Type": "json-file"})) == [
        "the engine's own log is limited"
    ]


def test_a_container_in_the_network_of_the_host_is_named():
    assert unmet(SAFE, asked(NetworkMode="host")) == ["the network is as asked"]


def test_a_bridge_is_what_the_operator_asked_for():
    seen = SAFE.model_copy(update={"interfaces": ("eth0", "lo"), "finds_a_way_out": True})
    assert unmet(seen, asked(LIMITS.model_copy(update={"network": "bridge"}))) == []


def test_a_kernel_of_its_own_needs_no_filter_of_ours():
    seen = SAFE.model_copy(update={"kernel": "4.4.0", "status": {**SAFE.status, "Seccomp": ("0",)}})
    assert unmet(seen) == []


def test_graphics_cards_bring_their_devices_and_libraries_and_nothing_else():
    mounts = {**SAFE.mounts, "/usr/lib/libcuda.so.1": ("ro",)}
    seen = SAFE.model_copy(update={"devices": ("null", "nvidia0"), "mounts": mounts})
    given = asked(LIMITS.model_copy(update={"gpus": "all"}))
    assert unmet(seen, given) == []
    other = seen.model_copy(update={"mounts": {**mounts, "/srv": ("rw",)}})
    assert unmet(other, given) == ["nothing of the host is mounted"]
